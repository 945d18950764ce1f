"""Which documents a call means, and where the Plan of each goes.

Nothing is read here: files and folders in, one `Job` a document out.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DOCUMENT_SUFFIXES = frozenset(
    {
        *("", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml"),
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx"),
    }
)
"""What of a folder counts as a document; a file that is named is read whatever its name."""

_NOT_DOCUMENTS = ("readme", "license", "licence", "changelog", "manifest", "makefile")


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


def documents(inputs: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """(file, folder it was found under) for every document in `inputs`, in a stable order.

    Folders are walked to the bottom; hidden files, and files that hold data or a description
    rather than a document (README, *.yaml, *.tsv …), are left out. A folder that may not be opened
    and a link to nowhere stand for what they hide: reading them says what is wrong.
    """
    for given in inputs:
        if not given.is_dir():
            yield given, given.parent
            continue
        yield from ((path, given) for path in sorted(_walk(given)))


def _walk(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    steps = os.walk(folder, onerror=lambda error: closed.append(Path(error.filename)))
    for place, folders, names in steps:
        # `os.walk` goes into what is left of the list.
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in names):
            if _is_document(path) and (path.is_file() or not path.exists()):
                yield path
    yield from closed


def _is_document(path: Path) -> bool:
    if path.name.startswith(".") or path.stem.lower() in _NOT_DOCUMENTS:
        return False
    return path.suffix.lower() in DOCUMENT_SUFFIXES


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
