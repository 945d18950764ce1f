"""What the reading of targets is told about the document, and the tree of its sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vnplan.parsers.sections import SectionIndex
from vnplan.records import AgencyMention, Deadline, Section, Span
from vnplan.records.section import OUTLINE
from vnplan.text.document import Table


@dataclass(frozen=True, slots=True)
class TargetContext:
    """The surroundings, each part optional; without sections nothing is a target.

    `sections` are all sections: the innermost tells the role of a place; `index` is their look-up,
    for those that have it. `section_of` leads from an offset to the one a record names (without it,
    to the innermost with a label). `masked`:
    citations and titles, letterhead, recipients, signatures; nothing in them is a target.
    `mentions` are looked at for the owner column of a target table. `issued_in` is the year of the
    document: what a line tells of the years before is no target.
    """

    sections: Sequence[Section] = ()
    index: SectionIndex | None = None
    section_of: Callable[[int], Section | None] | None = None
    deadlines: Sequence[Deadline] = ()
    masked: Sequence[Span] = ()
    tables: Sequence[Table] = ()
    mentions: Sequence[AgencyMention] = ()
    issued_in: int | None = None


class SectionTree:
    """The sections with their parents, children and starts."""

    def __init__(self, context: TargetContext) -> None:
        sections = context.sections
        self._index = context.index or SectionIndex(sections)
        self._named = context.section_of or self._index.numbered
        self._children: dict[str, list[Section]] = {}
        for section in sections:
            if section.parent_id:
                self._children.setdefault(section.parent_id, []).append(section)
        ordered = sorted(sections, key=lambda section: section.span.start)
        self._ordered = ordered
        self._starts = [section.span.start for section in ordered]

    def innermost(self, offset: int) -> Section | None:
        """The smallest part around an offset: its role is that of the place."""
        return self._index.innermost(offset) or self._named(offset)

    def named(self, offset: int) -> Section | None:
        """The section that a record at an offset names."""
        return self._named(offset)

    def chain(self, section: Section | None) -> Iterator[Section]:
        """The section itself, then what it stands in, innermost first."""
        seen = 0
        while section is not None and seen < 64:
            yield section
            section = self._index.by_id.get(section.parent_id or "")
            seen += 1

    def children(self, section: Section) -> Sequence[Section]:
        return self._children.get(section.id, ())

    def opened_by(self, start: int, end: int) -> list[Section]:
        """The sections that begin in `[start, end)`: those a line opens."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return self._ordered[first:last]


def is_labelled(section: Section) -> bool:
    """Whether it carries a label of the outline, so that it names what stands below it."""
    return section.kind in OUTLINE
