"""Long answers in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from starlette.requests import Request

Item = TypeVar("Item")

SIZE: Final = 25
FURTHEST: Final = 10_000
"""Answers that are paged through; who wants more asks more closely, or takes a file."""


@dataclass(frozen=True, slots=True)
class Paged(Generic[Item]):
    """Some of the answers, and the way to those before and after."""

    items: Sequence[Item]
    offset: int
    earlier: str | None
    later: str | None

    @property
    def first(self) -> int:
        """The place of the first one, from 1."""
        return self.offset + 1

    @property
    def last(self) -> int:
        """The place of the last one."""
        return self.offset + len(self.items)


def offset_of(request: Request) -> int:
    """How many answers are passed over; anything that is no such number is none."""
    asked = request.query_params.get("offset", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 8):
        return 0
    return min(int(asked), FURTHEST)


def wanted(offset: int) -> int:
    """How many answers to ask for: one more than are shown tells whether there are others."""
    return offset + SIZE + 1


def paged(request: Request, found: Sequence[Item], offset: int) -> Paged[Item]:
    """The page of answers that begins at `offset`."""
    items = found[offset : offset + SIZE]
    more = len(found) > offset + SIZE and offset + SIZE <= FURTHEST

    def to(place: int) -> str:
        return str(request.url.include_query_params(offset=place).query)

    return Paged(
        items,
        offset,
        f"?{to(max(0, offset - SIZE))}" if offset else None,
        f"?{to(offset + SIZE)}" if more else None,
    )
