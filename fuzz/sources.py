"""The real documents that cases are made of: corpus/, and ../shared/corpus if it is there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[1]

_ENOUGH: Final = 40


@dataclass(frozen=True)
class Sources:
    """Texts, and a few of the files as other formats."""

    texts: tuple[str, ...] = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """Other documents give other cases."""
        return hashlib.sha256("\0".join(self.texts).encode()).hexdigest()[:12]

    @cached_property
    def docx(self) -> bytes:
        """The head of the first document, a table and its foot as a Word file."""
        from tests.renderings import founding, to_docx
        from tests.renderings.sheet import Grid

        sheet = founding("binh-duong")
        tables = [one for one in (*sheet.body, *sheet.annex) if isinstance(one, Grid)][:1]
        return to_docx(replace(sheet, body=(*sheet.body[:15], *tables), annex=()), numbered=True)


def founding_sources() -> Sources:
    """The documents that come with the project."""
    return Sources(_read(PROJECT / "corpus"))


def all_sources() -> Sources:
    """Those and the larger corpus beside the project."""
    return Sources(
        (*_read(PROJECT / "corpus"), *_read(PROJECT.parent / "shared" / "corpus")[:_ENOUGH])
    )


def _read(folder: Path) -> tuple[str, ...]:
    paths = [path for path in sorted(folder.glob("*")) if path.suffix in (".txt", ".md")]
    return tuple(
        path.read_text(encoding="utf-8", errors="replace")
        for path in paths
        if path.stem not in ("README", "MANIFEST")
    )
