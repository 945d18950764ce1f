"""Short sentences in, citations out: the tables of this folder need no document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from vnplan.parsers.abbreviations import find_abbreviations
from vnplan.parsers.citations import CitationContext, find_citations
from vnplan.parsers.numbers import parse_number
from vnplan.records import Citation, DocumentType, Header
from vnplan.text.lines import LogicalLine
from vnplan.text.offsets import TextBuilder

Cite = Callable[..., tuple[Citation, ...]]

# The document that cites, where a row does not name another.
THAI_NGUYEN = Header(
    issuer="Ủy ban nhân dân tỉnh Thái Nguyên",
    number=parse_number("232/KH-UBND"),
    issued_on=dt.date(2021, 12, 22),
    type=DocumentType.PLAN,
    type_name="Kế hoạch",
)


def make_lines(*texts: str) -> tuple[LogicalLine, ...]:
    """Logical lines as the text layer would make of paragraphs that stand one below the other."""
    lines, offset = [], 0
    for index, text in enumerate(texts):
        builder = TextBuilder()
        builder.add(text, offset)
        built, offsets = builder.build()
        lines.append(LogicalLine(index=index, text=built, map=offsets))
        offset += len(text) + 1
    return tuple(lines)


def cite_in(*texts: str, header: Header | None = THAI_NGUYEN) -> tuple[Citation, ...]:
    """The citations of these lines in a document with this header."""
    lines = make_lines(*texts)
    context = CitationContext(header=header, abbreviations=find_abbreviations(lines))
    return find_citations(lines, context)


@pytest.fixture(scope="session")
def cite() -> Cite:
    return cite_in


@pytest.fixture(scope="session")
def lines_of() -> Callable[..., tuple[LogicalLine, ...]]:
    return make_lines
