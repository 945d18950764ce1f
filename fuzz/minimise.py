"""A smaller document that is broken in the same way."""

from __future__ import annotations

import time
from typing import Final, TypeVar

from fuzz.invariants import verdict

Document = TypeVar("Document", str, bytes)

_SECONDS: Final = 20.0


def minimised(document: Document, broken: str) -> Document:
    """Pieces are left out, half of it first and single characters last, while it stays broken."""
    end = time.monotonic() + _SECONDS
    size = max(1, len(document) // 2)
    while size:
        start = 0
        while start < len(document):
            if time.monotonic() > end:
                return document
            smaller = document[:start] + document[start + size :]
            if smaller and alike(verdict(smaller).broken, broken):
                document = smaller
            else:
                start += size
        size //= 2
    return document


def alike(one: str | None, other: str) -> bool:
    """Whether two documents are broken in the same way: the invariant, and what is wrong there."""
    return one is not None and kind(one) == kind(other)


def kind(broken: str) -> str:
    """ "raises: KeyError in parsers/x.py:7" of the whole line; of faults their code alone."""
    return ":".join(broken.split(":")[:3]) if broken.startswith("raises") else _two(broken)


def _two(broken: str) -> str:
    words = broken.split(": ")
    return words[0] if words[0] in ("slow", "slice", "empty") else ": ".join(words[:2])
