"""Flattened tables: rows and cells between bars that stand alone on their lines.

The grammar is that of `bars`. What it leaves open is decided so:

- A letterhead, an addressee block and a signature block have two columns; the last is never longer
  than its signer's name, so that a missing bar cannot draw the rest of the document into a cell.
- Any other table has as many columns as explain most of its bars: a row is as wide as the table, or
  shorter where a merged cell stands in it, and two bars that are not needed for a row's end are an
  empty cell.
- Words between a complete row and the next bar that opens no row belong to no table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vnplan.readers.bars import Bars, Gap, GapKind, find_bars
from vnplan.readers.cutting import Stretch, without
from vnplan.readers.row_search import rows_from
from vnplan.readers.table_grid import Row, grid
from vnplan.records import Span
from vnplan.text.document import Document, Table

_BLOCK_KINDS = frozenset({GapKind.MOTTO, GapKind.RECIPIENTS, GapKind.SIGNATURE, GapKind.ADDRESSEE})
_RECIPIENTS_LINE = regex.compile(
    r"^[ \t]*+nơi\s++nhận\s*+:?+[ \t]*+", regex.IGNORECASE | regex.MULTILINE
)
_NAME = regex.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|KS|CN|Đại\ tá|Thượng\ tá|Trung\ tá|Thiếu\ tướng"
    r"|Trung\ tướng|Đại\ tướng)[.\s]*){0,3}\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,5}"
)
_SIGNED = regex.compile(r"\(?(?:đã\s+)?ký(?:\s+tên)?[^\n]{0,40}", regex.IGNORECASE)
_LETTERHEAD_LINES = 8
_LIST_LINES = 80


@dataclass(frozen=True, slots=True)
class _Found:
    """A table in the bars: its cells, the stretch it takes, and the bar that comes after it."""

    table: Table
    next_bar: int


def with_flat_tables(document: Document, *, keep_bars: bool) -> Document:
    """`document` with the tables that its lone bars spell.

    A plain text keeps its bars, as characters of a table that belong to no cell; from any other
    text they are dropped.
    """
    bars = find_bars(document.text)
    if not bars.bars:
        return document
    tables = [*document.tables, *_tables(bars)]
    tables.sort(key=lambda table: (table.span.start, table.span.end))
    document = replace(document, tables=tuple(_apart(tables)))
    return document if keep_bars else without(document, _bar_lines(bars))


def _bar_lines(bars: Bars) -> list[Stretch]:
    """The lines of all bars with their line feeds; at the end, with the line feed before."""
    size = len(bars.text)
    return [
        (bar.start, bar.end + 1) if bar.end < size else (max(0, bar.start - 1), bar.end)
        for bar in bars.bars
    ]


def _apart(tables: list[Table]) -> list[Table]:
    """Tables in reading order, without those that would overlap one before them."""
    kept: list[Table] = []
    for table in tables:
        if not kept or table.span.start >= kept[-1].span.end:
            kept.append(table)
    return kept


def _tables(bars: Bars) -> list[Table]:
    tables: list[Table] = []
    bar, floor = 0, 0
    while bar < len(bars.bars):
        found = _block_at(bars, bar, floor) or _grid_at(bars, bar)
        if found is None:
            bar += 1
            continue
        tables.append(found.table)
        floor, bar = found.table.span.end, found.next_bar
    return tables


def _grid_at(bars: Bars, bar: int) -> _Found | None:
    """The table of any width that bar `bar` opens."""
    rows = rows_from(bars, bar)
    if rows is None:
        return None
    cells = [Row([bars.gaps[at] for at in row]) for row in rows.rows]
    close = rows.close
    last = bars.bars[close] if close < len(bars.bars) else None
    end = last.end if last is not None else bars.gaps[close - 1].end
    table = Table(Span(start=bars.bars[bar].start, end=end), grid(cells, rows.width))
    return _Found(table, close + 1)


def _block_at(bars: Bars, bar: int, floor: int) -> _Found | None:
    """The letterhead, addressee or signature block at `bar`, its first cell maybe without a bar."""
    here = bars.gaps[bar]
    after = bars.gaps[bar + 1] if bar + 1 < len(bars.gaps) else None
    if here.kind in {GapKind.MOTTO, GapKind.SIGNATURE}:
        first = _unbarred(bars.gap_before(bar), here.kind, floor)
        if first is not None:
            return _block(bars, bar, first)
    if after is None or after.kind is GapKind.EMPTY:
        return None
    pair = {here.kind, after.kind}
    if GapKind.MOTTO in pair and min(here.lines, after.lines) <= _LETTERHEAD_LINES:
        return _block(bars, bar, None)
    if here.kind is GapKind.RECIPIENTS or (pair == {GapKind.SIGNATURE, GapKind.RECIPIENTS}):
        return _block(bars, bar, None)
    if here.kind is GapKind.ADDRESSEE and here.lines <= 3:
        return _block(bars, bar, None)
    return None


def _unbarred(gap: Gap, kind: GapKind, floor: int) -> Span | None:
    """The first cell of a block that has lost its opening bar: the end of the words before it."""
    start = max(gap.start, floor)
    if kind is GapKind.MOTTO:
        if start >= gap.end or gap.text.count("\n", start, gap.end) >= _LETTERHEAD_LINES:
            return None
        return Span(start=start, end=gap.end) if gap.text[start : gap.end].isupper() else None
    found = None
    for match in _RECIPIENTS_LINE.finditer(gap.text, start, gap.end):
        found = match
    if found is None or gap.text.count("\n", found.start(), gap.end) > _LIST_LINES:
        return None
    return Span(start=found.start(), end=gap.end)


def _block(bars: Bars, bar: int, unbarred: Span | None) -> _Found:
    """Rows of two cells from `bar` on; with `unbarred`, the first cell ends at `bar`."""
    rows: list[Row] = []
    at = bar
    start = unbarred.start if unbarred is not None else bars.bars[bar].start
    if unbarred is not None:
        first = Gap(bars.text, unbarred.start, unbarred.start, unbarred.end, False)
        rows.append(Row([first, _ended(bars.gaps[at])]))
        at += 1
    else:
        rows.append(Row([bars.gaps[at], _ended(bars.gaps[at + 1])]))
        at += 2
    while (more := _next_pair(bars, at, rows)) is not None:
        rows.append(Row([bars.gaps[more], _ended(bars.gaps[more + 1])]))
        at = more + 2
    last = rows[-1].gaps[-1]
    complete = at < len(bars.bars) and last.end == bars.gaps[at - 1].end
    end = bars.bars[at].end if complete else last.end
    table = Table(Span(start=start, end=end), grid(rows, 2))
    return _Found(table, at + 1 if complete else at)


def _next_pair(bars: Bars, close: int, rows: list[Row]) -> int | None:
    """The bar that opens a further row of the block that could end at bar `close`."""
    if rows[-1].gaps[-1].end != bars.gaps[close - 1].end or close >= len(bars.gaps):
        return None
    doubled = bars.gaps[close].empty and not bars.gaps[close].blank_edges
    opening = close + 1 if doubled else close
    if opening + 1 >= len(bars.gaps):
        return None
    left, right = bars.gaps[opening], bars.gaps[opening + 1]
    kinds = {gap.kind for row in rows for gap in row.gaps}
    if left.kind is GapKind.ADDRESSEE or right.kind is GapKind.MOTTO:
        again = doubled and GapKind.ADDRESSEE in {left.kind} & kinds
        return opening if again else None
    if GapKind.MOTTO in kinds:
        both = left.numbers and right.numbers  # without a doubled bar between them
        sure = both or (doubled and (left.numbers or right.numbers))
        return opening if sure and len(rows) < 3 else None
    if not doubled:
        return None
    if GapKind.ADDRESSEE in kinds:
        return opening if left.empty and not right.empty else None
    short = max(left.lines, right.lines) <= 12 and GapKind.OPENER not in {left.kind, right.kind}
    return opening if short and left.kind not in _BLOCK_KINDS else None


def _ended(gap: Gap) -> Gap:
    """A signature without what follows the signer's name when its closing bar is missing."""
    if gap.kind is not GapKind.SIGNATURE or gap.lines <= 3:
        return gap
    at = gap.start
    for number, line in enumerate(gap.words.split("\n")):
        bare = line.strip()
        long = number > 12 or len(bare) > 120
        if long or (number and _NAME.fullmatch(bare) and not _SIGNED.fullmatch(bare)):
            end = at + len(line.rstrip()) if not long else at
            return replace(gap, end=max(gap.start, min(end, gap.end)))
        at += len(line) + 1
    return gap
