"""What the search for agencies hands on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vnplan.parsers.agencies.body import NamedBody
from vnplan.parsers.agencies.search import chain
from vnplan.records import Agency, AgencyMention


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with its place in its line: `body.start` and `body.end` are offsets of the line."""

    line: int
    body: NamedBody
    agency: Agency
    mention: AgencyMention


@dataclass(frozen=True)
class AgencyReading:
    """`agencies` once each, the issuer first, then in the order of their first mention.

    `mentions` come in reading order. `issuer` is the body that issues the document, None when the
    header does not name it: its id is `Header.issuer_id`.
    """

    agencies: tuple[Agency, ...] = ()
    mentions: tuple[AgencyMention, ...] = ()
    issuer: Agency | None = None
    placed: tuple[Placed, ...] = field(default=(), repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, Agency]:
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def _lines(self) -> Mapping[int, tuple[Placed, ...]]:
        table: dict[int, list[Placed]] = {}
        for place in self.placed:
            table.setdefault(place.line, []).append(place)
        return {line: tuple(places) for line, places in table.items()}

    @cached_property
    def _starts(self) -> list[int]:
        return [place.mention.span.start for place in self.placed]

    def in_line(self, index: int) -> tuple[Placed, ...]:
        """The mentions in the logical line of that index."""
        return self._lines.get(index, ())

    def within(self, start: int, end: int) -> Sequence[Placed]:
        """The mentions that begin in `[start, end)` of `Document.text`."""
        return self.placed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def parties(self, index: int, text: str, start: int) -> list[Placed]:
        """The list of parties that begins at `start` of line `index`, whose text is `text`.

        For the place behind "phối hợp với": it ends before the verb. Empty when no party follows.
        """
        places = self.in_line(index)
        bodies = {id(place.body): place for place in places}
        return [bodies[id(body)] for body in chain([p.body for p in places], text, start)]
