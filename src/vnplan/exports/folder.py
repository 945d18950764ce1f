"""Which documents a call means, and where the Plan of each goes.

Nothing is read here: files and folders in, one `Job` a document out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from vnplan.exports.address import Address, Place
from vnplan.readers.folder import documents, holds_documents, is_document

__all__ = ["REPORT", "Job", "documents", "jobs"]

REPORT: Final = "report.json"
"""The name of the run report in the folder; no Plan is given it there."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to convert and the file its Plan goes to."""

    source: Place
    target: Place


def jobs(inputs: Iterable[Place], out: Place, suffix: str = ".json") -> list[Job]:
    """One job a document; a folder's own structure is kept under `out`.

    Documents whose names differ only in their ending keep it ("ke-hoach.md.json"); the same file
    named twice is converted once.
    """
    found: dict[Place, tuple[Place, PurePath]] = {}
    for path, inside in _found(inputs):
        found.setdefault(_place(path), (path, inside))
    places: dict[Place, list[Place]] = {}
    for path, inside in found.values():
        places.setdefault(out / inside / f"{path.stem}{suffix}", []).append(path)
    reserved = out / REPORT
    names = _Names(suffix, reserved)
    planned: list[Job] = []
    for target, sources in places.items():
        alone = len(sources) == 1 and not names.same(target, reserved)
        for source in sources:
            wanted = target if alone else target.with_name(f"{source.name}{suffix}")
            planned.append(Job(source, names.free(wanted)))
    return planned


def _found(inputs: Iterable[Place]) -> Iterator[tuple[Place, PurePath]]:
    """Every document with the way to its folder from the one that was named."""
    for given in inputs:
        if isinstance(given, Address):
            yield from _found_there(given)
            continue
        for path, root in documents([given]):
            yield path, path.relative_to(root).parent


def _found_there(given: Address) -> Iterator[tuple[Address, PurePath]]:
    """As on a disk; what cannot be listed stands for itself: reading it says what is wrong."""
    below: list[Address] | None = None
    with suppress(OSError):
        below = list(given.rglob("*")) if given.is_dir() else None
    if below is None:
        yield given, PurePath()
        return
    for one in below:
        inside = one.relative_to(given)
        if is_document(inside) and all(map(holds_documents, inside.parts[:-1])):
            yield one, inside.parent


def _place(path: Place) -> Place:
    """One place for every way to name a file; a link to a document is one of its own."""
    if isinstance(path, Address):
        return path
    try:
        return path.parent.resolve() / path.name
    except (OSError, RuntimeError):  # links that lead in a circle
        return path.absolute()


class _Names:
    """The files that jobs write: none twice.

    Names that differ only in case or in how their marks are composed are one file on some disks.
    """

    def __init__(self, suffix: str, reserved: Place) -> None:
        self._suffix = suffix
        self._last = {self._key(reserved): 1}

    def same(self, one: Place, other: Place) -> bool:
        """Whether two names may be one file."""
        return self._key(one) == self._key(other)

    def free(self, target: Place) -> Place:
        """`target`, or the first of "name-2.json", "name-3.json" … that no other job writes."""
        wanted = self._key(target)
        place = target
        number = self._last.get(wanted, 0)
        stem = target.name.removesuffix(self._suffix)
        while number and self._key(place) in self._last:
            number += 1
            place = target.with_name(f"{stem}-{number}{self._suffix}")
        self._last[self._key(place)] = self._last.get(self._key(place), 1)
        # The next of the same name goes on from here: 10,000 of them are not counted anew each.
        self._last[wanted] = max(number, 1)
        return place

    @staticmethod
    def _key(target: Place) -> str:
        return unicodedata.normalize("NFC", str(target)).casefold()
