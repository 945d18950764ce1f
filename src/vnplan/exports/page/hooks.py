"""What a program that serves a page adds to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _nothing(_kind: str, _record_id: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Hooks:
    """Addresses and remarks of the program's own, never a document's.

    `edit` and `note` are asked for every record, by kind ("task", "target", "deadline",
    "citation", "agency", "funding", "abbreviation") and id: the address where it can be corrected,
    and a remark to show with it. `downloads` are (label, address), `home` the address of the list
    this document is of.
    """

    edit: Callable[[str, str], str | None] = _nothing
    note: Callable[[str, str], str | None] = _nothing
    downloads: tuple[tuple[str, str], ...] = ()
    home: str | None = None
