"""A text cut at every end of a span, each piece with the records it belongs to.

Records lie in each other (an agency in a task) and across each other (a task that ends inside a
citation): markup can only nest, so every piece names all of its records.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

MOST_AT_ONE_PLACE: Final = 16
"""Records that one piece names; a plan made to hurt may lay ten thousand over each other."""


class Marking(NamedTuple):
    """A record over `text[start:end]`; of several on one piece the smallest `rank` is seen."""

    start: int
    end: int
    rank: tuple[int, ...]
    key: str
    kind: str


class Segment(NamedTuple):
    """A piece of the text with the markings on it, the one to be seen first."""

    start: int
    end: int
    markings: tuple[Marking, ...]


def segments(markings: Iterable[Marking], length: int) -> list[Segment]:
    """The pieces of a text of `length` characters that bear markings, in order.

    Pieces do not overlap; what no marking covers is in none. Cost: n log n in the markings.
    """
    opening: dict[int, list[Marking]] = defaultdict(list)
    closing: dict[int, list[Marking]] = defaultdict(list)
    for marking in dict.fromkeys(markings):
        start, end = max(0, marking.start), min(length, marking.end)
        if start < end:
            opening[start].append(marking)
            closing[end].append(marking)
    active: list[tuple[tuple[int, ...], str, Marking]] = []
    gone: set[Marking] = set()
    found: list[Segment] = []
    last = 0
    for at in sorted({*opening, *closing}):
        if len(active) > len(gone) and last < at:
            on = _first(active, gone)
            found.append(Segment(last, at, on))
        gone.update(closing.get(at, ()))
        if len(gone) * 2 > len(active):
            active = [one for one in active if one[2] not in gone]
            gone.clear()
        for marking in opening.get(at, ()):
            insort(active, (marking.rank, marking.key, marking))
        last = at
    return found


def _first(
    active: list[tuple[tuple[int, ...], str, Marking]], gone: set[Marking]
) -> tuple[Marking, ...]:
    chosen: list[Marking] = []
    for _, _, marking in active:
        if marking not in gone:
            chosen.append(marking)
            if len(chosen) == MOST_AT_ONE_PLACE:
                break
    return tuple(chosen)
