"""What the parser of deadlines must know about the document around a time expression."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vnplan.parsers.sections import SectionIndex
from vnplan.records import Section, Span
from vnplan.text.document import Table


@dataclass(frozen=True, slots=True)
class DeadlineContext:
    """The surroundings, each part optional.

    `issued_on`: the day of the document. `title`: its own title (trích yếu), whose period is no
    deadline wherever it is repeated, and lends a missing year. `masked`: spans of `Document.text`
    in which no time is a deadline: citations with their titles, letterhead, signatures, recipients.
    `sections` are all sections: the innermost tells the role of a place, the headings above may
    name a year; `section_of` leads from an offset to the one a record names (without it, to the
    innermost with a label); `index` is their look-up, for those that have it. `tables` with
    `time_cells`, the (table, cell) pairs that the table parser read as times; a column headed
    "Thời gian …" is known without it.
    """

    issued_on: dt.date | None = None
    title: str | None = None
    masked: Sequence[Span] = ()
    section_of: Callable[[int], Section | None] | None = None
    sections: Sequence[Section] = ()
    index: SectionIndex | None = None
    tables: Sequence[Table] = ()
    time_cells: frozenset[tuple[int, int]] = frozenset()


class Masks:
    """Spans, merged, for quick questions about places."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif end > start:
                self._starts.append(start)
                self._ends.append(end)

    def covers(self, offset: int) -> bool:
        """Whether a span holds the character at `offset`."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and self._ends[place] > offset

    def touches(self, span: Span) -> bool:
        """Whether a span shares a character with `span`."""
        place = bisect_right(self._starts, span.end - 1) - 1
        return place >= 0 and self._ends[place] > span.start

    def end_before(self, offset: int) -> int | None:
        """Where the last span that ends at or before `offset` ends; None without one."""
        place = bisect_right(self._ends, offset) - 1
        return self._ends[place] if place >= 0 else None


class Parts:
    """The sections around a place: the one a record names, the innermost, the headings above."""

    def __init__(self, context: DeadlineContext) -> None:
        self._index = context.index or SectionIndex(context.sections)
        self._named = context.section_of or self._index.numbered

    def named(self, offset: int) -> Section | None:
        """The section that a record at `offset` names."""
        return self._named(offset)

    def innermost(self, offset: int) -> Section | None:
        """The smallest part around `offset`: its role is that of the place."""
        return self._index.innermost(offset) or self._named(offset)

    def headings(self, section: Section | None) -> list[str]:
        """Headings of `section` and those it stands in, nearest first."""
        found: list[str] = []
        seen: set[str] = set()
        while section is not None and section.id not in seen:
            seen.add(section.id)
            if section.heading:
                found.append(section.heading)
            section = self._index.by_id.get(section.parent_id) if section.parent_id else None
        return found
