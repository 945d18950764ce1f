"""Targets of a short text, with its real sections and deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.parsers.frame import Frame
from vnplan.parsers.sections import SectionIndex, find_sections
from vnplan.parsers.targets import TargetContext, find_targets
from vnplan.records import AgencyMention, Comparator, Source, Span, Target
from vnplan.text.document import Document, Table
from vnplan.text.lines import logical_lines


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found, with the last day of each target by its id."""

    document: Document
    targets: tuple[Target, ...]
    ends: dict[str, dt.date | None]

    def brief(self) -> list[str]:
        """Each target as "ge 5 ý tưởng", an unquantified one as "-"."""
        return [brief(target) for target in self.targets]

    def last_days(self) -> list[str | None]:
        """The last day of each target as ISO text."""
        return [
            day.isoformat() if (day := self.ends[target.id]) else None for target in self.targets
        ]


def brief(target: Target) -> str:
    quantity = target.quantity
    if quantity is None:
        return "-"
    parts = [] if quantity.comparator is Comparator.EQ else [str(quantity.comparator)]
    low = format(quantity.value, "f")
    parts.append(low if quantity.upper is None else f"{low}..{quantity.upper:f}")
    return " ".join(part for part in (*parts, quantity.unit) if part)


Reader = Callable[..., Reading]


@pytest.fixture(name="read", scope="session")
def read_fixture() -> Reader:
    def read(
        text: str,
        *,
        tables: tuple[Table, ...] = (),
        masked: tuple[Span, ...] = (),
        mentions: tuple[AgencyMention, ...] = (),
        issued_in: int | None = None,
    ) -> Reading:
        source = Source(
            uri=None, media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain"
        )
        document = Document(text=text, source=source, soft_breaks=False, tables=tables)
        lines = logical_lines(document)
        sections = find_sections(document, lines, Frame(body=0)).sections
        named = SectionIndex(sections).numbered
        deadlines = find_deadlines(
            lines, DeadlineContext(masked=masked, sections=sections, tables=tables)
        )
        context = TargetContext(
            sections=sections,
            section_of=named,
            deadlines=deadlines,
            masked=masked,
            tables=tables,
            mentions=mentions,
            issued_in=issued_in,
        )
        found = find_targets(lines, context)
        last = {deadline.id: deadline.end for deadline in deadlines}
        return Reading(document, found, {t.id: last.get(t.deadline_id or "") for t in found})

    return read
