"""One file a document: which name each gets, and the writing of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import Final

import regex

from vnplan.exports.plan_file import whole
from vnplan.records import Plan
from vnplan.text.fold import slug

_LONGEST: Final = 120
"""Bytes of a name without its ending; disks allow 255."""

# What one system or another does not allow in the name of a file.
_NOT_IN_NAMES = regex.compile(r'[\p{C}<>:"/\\|?*]+')


def means_folder(target: Path) -> bool:
    """Whether a folder is meant: one that is there, or a name without ending ("out/akn")."""
    return target.is_dir() or not target.suffix


def write_each(
    plans: Iterable[Plan], folder: Path, ending: str, render: Callable[[Plan], bytes]
) -> int:
    """Writes a file for each plan, named like its document; how many.

    Each is whole or not there, whatever stops the writing. Raises `UnwritablePlan`.
    """
    taken: dict[str, int] = {}
    written = 0
    for plan in plans:
        name = _free(_stem(plan), taken)
        with whole(folder / f"{name}{ending}", "export") as part:
            part.write_bytes(render(plan))
        written += 1
    return written


def _stem(plan: Plan) -> str:
    """The name of the document's file without folder and ending, or else its number."""
    uri = (plan.source.uri or "").replace("\\", "/")
    number = plan.header.number.canonical if plan.header.number else ""
    for name in (PurePosixPath(uri).stem, slug(number)):
        usable = _NOT_IN_NAMES.sub("-", name).strip(" .-")
        short = usable.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip(" .-")
        if short:
            return short
    return "document"


def _free(wanted: str, taken: dict[str, int]) -> str:
    """A name nobody has; names that differ in case only are one file on some disks."""
    name, number = wanted, taken.get(wanted.casefold(), 0)
    while number and name.casefold() in taken:
        number += 1
        name = f"{wanted}-{number}"
    # The next of the same name goes on from here: 10,000 of them are not counted anew each.
    taken[wanted.casefold()] = max(number, 1)
    taken.setdefault(name.casefold(), 1)
    return name
