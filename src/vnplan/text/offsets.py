"""Offsets: rewritten text (wraps undone, marks dropped) and where its characters came from.

The map is built while the new text is put together, never searched for afterwards; so it is exact
by construction, also where the same words stand twice.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

from vnplan.records import Span


class OffsetMap:
    """From offsets in a derived text to offsets in its source.

    Stored as runs in which both texts advance together: `_derived[k]` and `_source[k]` are the
    offsets where run k starts. Most lines of a plan are one to four runs.
    """

    __slots__ = ("_derived", "_source")

    def __init__(self, derived: array[int], source: array[int]) -> None:
        self._derived = derived
        self._source = source

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OffsetMap):
            return NotImplemented
        return self._derived == other._derived and self._source == other._source

    def __hash__(self) -> int:
        return hash((self._derived.tobytes(), self._source.tobytes()))

    def source(self, offset: int) -> int:
        """Where the derived character at `offset` stands in the source."""
        run = bisect_right(self._derived, offset) - 1
        if run < 0:
            return self._source[0] if self._source else offset
        return self._source[run] + offset - self._derived[run]

    def source_span(self, start: int, end: int) -> Span:
        """The source span of derived `[start, end)`: first character to just past the last."""
        first = self.source(start)
        return Span(start=first, end=self.source(end - 1) + 1 if end > start else first)

    def derived(self, offset: int) -> int:
        """The first derived character that comes from source `offset` or later.

        Dropped source characters have no place of their own: they count as the next kept one.
        """
        run = bisect_right(self._source, offset) - 1
        if run < 0:
            return self._derived[0] if self._derived else 0
        here = self._derived[run] + offset - self._source[run]
        if run + 1 < len(self._derived):
            return min(here, self._derived[run + 1])
        return here

    def through(self, earlier: OffsetMap) -> OffsetMap:
        """The map to the source of this map's source, which `earlier` leads to."""
        derived, source = array("L"), array("L")
        for run, (start, here) in enumerate(zip(self._derived, self._source, strict=True)):
            derived.append(start)
            source.append(earlier.source(here))
            last = run + 1 == len(self._derived)
            for cut in range(bisect_right(earlier._derived, here), len(earlier._derived)):
                at = start + earlier._derived[cut] - here
                if not last and at >= self._derived[run + 1]:
                    break
                derived.append(at)
                source.append(earlier._source[cut])
        return OffsetMap(derived, source)


class TextBuilder:
    """Puts a derived text together from slices of a source, keeping the map."""

    __slots__ = ("_derived", "_length", "_next", "_parts", "_source")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._next = -1
        self._derived = array("L")
        self._source = array("L")

    def __len__(self) -> int:
        return self._length

    def add(self, piece: str, source: int) -> None:
        """Append `piece`, whose first character comes from offset `source` of the source.

        The characters of one piece must come from consecutive source offsets.
        """
        if not piece:
            return
        if source != self._next:
            self._derived.append(self._length)
            self._source.append(source)
        self._parts.append(piece)
        self._length += len(piece)
        self._next = source + len(piece)

    def build(self) -> tuple[str, OffsetMap]:
        """The derived text and its map."""
        return "".join(self._parts), OffsetMap(self._derived, self._source)
