"""A document of a few lines, read as the pipeline reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from vnplan.lexicon.names import dashed_names
from vnplan.parsers.agencies import AgencyContext, AgencyReading, find_agencies
from vnplan.parsers.frame import Frame
from vnplan.readers import read_text
from vnplan.records import Abbreviation, Header, Section, SectionKind, SectionRole, Span
from vnplan.text.lines import logical_lines

Reader = Callable[..., AgencyReading]


def _section(text: str, heading: str, end: str | None) -> Section:
    start = text.index(heading)
    label, words = heading.split(". ", 1)
    stop = text.index(end) if end is not None else len(text)
    return Section(
        id=label,
        kind=SectionKind.HEADING,
        label=label,
        heading=words,
        span=Span(start=start, end=stop),
        role=SectionRole.ORGANIZATION,
    )


@pytest.fixture
def read() -> Reader:
    """Reads `text` as a document that `issuer` issued `on` a day.

    `headings` are the lines of it that open parts, in order; `tail` the indexes of the lines of
    recipients.
    """

    def reader(
        text: str,
        *,
        issuer: str | None = "Ủy ban nhân dân tỉnh Thái Nguyên",
        parent: str | None = None,
        on: dt.date | None = dt.date(2021, 12, 22),
        headings: Sequence[str] = (),
        abbreviations: Sequence[Abbreviation] = (),
        tail: tuple[int, int] | None = None,
    ) -> AgencyReading:
        document = read_text(text)
        ends = [*headings[1:], None][: len(headings)]
        frame = Frame(body=0, tails=(tail,), recipients=tail) if tail is not None else None
        context = AgencyContext(
            header=Header(issuer=issuer, parent_authority=parent, issued_on=on),
            sections=[
                _section(document.text, heading, end)
                for heading, end in zip(headings, ends, strict=True)
            ],
            abbreviations=abbreviations,
            frame=frame,
            tables=document.tables,
        )
        return find_agencies(logical_lines(document, dashed_names()), context)

    return reader
