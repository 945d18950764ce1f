"""Tables that were unrolled: each cell on a line of its own, without any bar.

    STT · Nhiệm vụ · Cơ quan chủ trì · Thời gian · 1 · Rà soát quy định · Sở Nội vụ · Quý I · 2 · …

So web pages and PDF files come when they are copied as text; Markdown may keep the heading row.
A number alone on its line begins a row; where only one line follows, it names a group. Such lines
are a table only where its heading says who leads or acts, and most rows are as long as that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import regex

from vnplan.readers.table_places import met, with_tables
from vnplan.records import Span
from vnplan.text.document import Cell, Document, Table

_LINE = regex.compile(r"[^\n]*[^\s][^\n]*")
_ORDINAL = regex.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]?")
_FIRST = regex.compile(r"(?:0?1|I|A|a)[.)]?")
_NUMBERS = regex.compile(r"(?:S?TT|Số TT|STT/Mã)\.?")
_OWNS = regex.compile(
    r"chủ\s+trì|phối\s+hợp|thực\s+hiện|chịu\s+trách\s+nhiệm|phụ\s+trách", regex.IGNORECASE
)
_LONGEST_HEADING = 80
_WIDTHS = range(4, 11)
_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Heading:
    """The cells of a heading, the number of the line behind them, and where the next begins."""

    cells: tuple[Span, ...]
    after: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Segment:
    """A number alone on its line, with the lines up to the next."""

    ordinal: Span
    lines: tuple[Span, ...]


def with_unrolled_rows(document: Document) -> Document:
    """`document` with the tables whose cells stand one a line; its text stays as it is."""
    if _OWNS.search(document.text) is None:
        return document
    lines = [_trimmed(match) for match in _LINE.finditer(document.text)]
    kept = dict(enumerate(document.tables))
    found: list[Table] = []
    for heading in _headings(document, lines):
        table = _table(document.text, heading, lines)
        if table is None:
            continue
        places = met(document.tables, table.span)
        if all(_is_its_heading(document.tables[at], table) for at in places):
            found.append(table)
            for at in places:
                del kept[at]
    return with_tables(document, (*kept.values(), *found)) if found else document


def _is_its_heading(row: Table, table: Table) -> bool:
    return row.rows == 1 and row.span.start == table.span.start


def _trimmed(match: regex.Match[str]) -> Span:
    words = match[0]
    start = match.start() + len(words) - len(words.lstrip())
    return Span(start=start, end=start + len(words.strip()))


def _headings(document: Document, lines: Sequence[Span]) -> Iterator[_Heading]:
    """Headings of assignment tables: a row of cells alone, or a line each; "TT" comes first."""
    text = document.text
    rows = {table.span.start: table for table in document.tables if table.rows == 1}
    places = [at for at, line in enumerate(lines) if _NUMBERS.fullmatch(line.of(text))]
    for number, stop in pairwise([*places, len(lines)]):
        cells = [lines[number]]
        table = rows.get(cells[0].start)
        if table is not None:
            cells = [cell.span for cell in table.cells]
        at = number + 1
        while at < stop and table is not None and lines[at].start < table.span.end:
            at += 1
        while at < stop and len(cells) <= _WIDTHS.stop and _heads(lines[at], text):
            if lines[at].of(text)[:1].islower():  # "Thời gian" ⏎ "hoàn thành"
                cells[-1] = Span(start=cells[-1].start, end=lines[at].end)
            else:
                cells.append(lines[at])
            at += 1
        owning = any(_OWNS.search(cell.of(text)) for cell in cells)
        if owning and len(cells) in _WIDTHS and at < stop:
            yield _Heading(tuple(cells), at, stop)


def _heads(line: Span, text: str) -> bool:
    words = line.of(text)
    return len(words) <= _LONGEST_HEADING and _ORDINAL.fullmatch(words) is None


def _table(text: str, heading: _Heading, lines: Sequence[Span]) -> Table | None:
    first = lines[heading.after]
    if _FIRST.fullmatch(first.of(text)) is None:
        return None
    width = len(heading.cells)
    segments = _segments(text, lines[heading.after : heading.stop], width)
    full = sum(len(segment.lines) == width - 1 for segment in segments)
    groups = sum(len(segment.lines) == 1 for segment in segments)
    if full < _LEAST_ROWS or 3 * (full + groups) < 2 * len(segments):
        return None
    rows = chain.from_iterable(_rows(segment, width) for segment in segments)
    cells = [Cell(span, 0, column) for column, span in enumerate(heading.cells)]
    for number, row in enumerate(rows, 1):
        cells.extend(replace(cell, row=number) for cell in row)
    return Table(Span(start=cells[0].span.start, end=cells[-1].span.end), tuple(cells))


def _segments(text: str, lines: Sequence[Span], width: int) -> list[_Segment]:
    """The rows up to the last whole one; what goes on behind it is no table any more."""
    starts = [at for at, line in enumerate(lines) if _ORDINAL.fullmatch(line.of(text))]
    found: list[_Segment] = []
    for here, after in pairwise([*starts, len(lines)]):
        behind = tuple(lines[here + 1 : after])
        if len(behind) > 2 * width:
            behind = behind[: width - 1]
            found.append(_Segment(lines[here], behind))
            break
        found.append(_Segment(lines[here], behind))
    if found and len(found[-1].lines) > width - 1:
        found[-1] = replace(found[-1], lines=found[-1].lines[: width - 1])
    while found and len(found[-1].lines) != width - 1:
        found.pop()
    return found


def _rows(segment: _Segment, width: int) -> Iterator[list[Cell]]:
    """The rows of a segment: a group, a row, and what a page break cut off the row."""
    ordinal = Cell(segment.ordinal, 0, 0)
    lines = segment.lines
    if len(lines) == 1:
        yield [ordinal, Cell(lines[0], 0, 1, 1, width - 1)]
        return
    yield [ordinal, *(Cell(line, 0, at) for at, line in enumerate(lines[: width - 1], 1))]
    for start in range(width - 1, len(lines), width - 1):
        rest = lines[start : start + width - 1]
        yield [Cell(line, 0, at) for at, line in enumerate(rest, 1)]
