"""Which documents a call means, and where the Plan of each goes.

Nothing is read here: files and folders in, one `Job` a document out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vnplan.readers.folder import documents

__all__ = ["Job", "documents", "jobs"]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to convert and the file its Plan goes to."""

    source: Path
    target: Path


def jobs(inputs: Iterable[Path], out: Path) -> list[Job]:
    """One job a document; a folder's own structure is kept under `out`.

    Documents whose names differ only in their ending keep it ("ke-hoach.md.json"); the same file
    named twice is converted once.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    for path, root in documents(inputs):
        found.setdefault(_place(path), (path, path.relative_to(root).parent))
    places: dict[Path, list[Path]] = {}
    for path, inside in found.values():
        places.setdefault(out / inside / f"{path.stem}.json", []).append(path)
    planned: list[Job] = []
    taken: set[str] = set()
    for target, sources in places.items():
        for source in sources:
            wanted = target if len(sources) == 1 else target.with_name(f"{source.name}.json")
            planned.append(Job(source, _free(wanted, taken)))
    return planned


def _place(path: Path) -> Path:
    """One place for every way to name a file; a link to a document is one of its own."""
    try:
        return path.parent.resolve() / path.name
    except (OSError, RuntimeError):  # links that lead in a circle
        return path.absolute()


def _free(target: Path, taken: set[str]) -> Path:
    """`target`, or the first of "name-2.json", "name-3.json" … that no other job writes.

    Names that differ only in case or in how their marks are composed are one file on some disks.
    """
    number, place = 1, target
    while (key := unicodedata.normalize("NFC", str(place)).casefold()) in taken:
        number += 1
        place = target.with_name(f"{target.stem}-{number}{target.suffix}")
    taken.add(key)
    return place
