"""Tables of a plain text with one row a line: "I | GIAI ĐOẠN 1", "1 | Rà soát | Sở Nội vụ | ".

So the usual scripts write the tables of a Word file out. A cell that was merged over several
columns leaves its row short; one merged over several rows leaves empty cells below it, which in the
column of times are taken for it again. Other scripts repeat a merged cell in every column that it
covers, and set all lines apart by a blank one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import regex

from vnplan.readers.bars import Gap
from vnplan.readers.table_grid import CellKind, Row, cell_kind, grid
from vnplan.readers.table_places import met, with_tables
from vnplan.records import Span
from vnplan.text.document import Cell, Document, Table

_BAR = regex.compile(r"(?:(?<=[ \t])|^)\|(?=[ \t]|$)", regex.MULTILINE)
_LINE = regex.compile(r"[^\n]+")
_TIME = regex.compile(
    r"(?:thời\s+gian|tiến\s+độ|thời\s+hạn|hoàn\s+thành)(?!\p{L})", regex.IGNORECASE
)
_LEAST_ROWS = 3
_LEAST_WIDTH = 3
_MOST_WIDTH = 24


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with bars in it: where it stands, and its cells."""

    start: int
    end: int
    cells: tuple[Gap, ...]


def with_joined_rows(document: Document) -> Document:
    """`document` with the tables whose rows stand one a line; its text stays as it is."""
    if " | " not in document.text:
        return document
    known = document.tables
    found = [table for table in _tables(document.text) if not met(known, table.span)]
    return with_tables(document, (*known, *found)) if found else document


def _tables(text: str) -> Iterator[Table]:
    for run in _runs(text):
        width = max(len(line.cells) for line in run)
        full = sum(len(line.cells) == width for line in run)
        if len(run) < _LEAST_ROWS or not _LEAST_WIDTH <= width <= _MOST_WIDTH or full < 2:
            continue
        if run[1].start - run[0].end > 1 and full < len(run):  # paragraphs, of which some have bars
            continue
        yield _table(run, width, text)


def _runs(text: str) -> Iterator[list[_Line]]:
    """Lines with bars that follow each other, all without or all with one blank line between."""
    run: list[_Line] = []
    for match in _LINE.finditer(text):
        line = _line(text, match.start(), match.end())
        if run and (line is None or match.start() - run[-1].end != _step(run, line)):
            yield run
            run = []
        if line is not None:
            run.append(line)
    if run:
        yield run


def _step(run: Sequence[_Line], line: _Line) -> int:
    """How far the next line of a run is from the last: the first two decide."""
    return run[1].start - run[0].end if len(run) > 1 else min(line.start - run[0].end, 2)


def _line(text: str, start: int, end: int) -> _Line | None:
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    if not bars:
        return None
    edges = zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True)
    return _Line(start, end, tuple(_cell(text, left, right) for left, right in edges))


def _cell(text: str, left: int, right: int) -> Gap:
    inner = text[left:right]
    words = inner.strip()
    start = left + len(inner) - len(inner.lstrip()) if words else left
    return Gap(text, left, start, start + len(words), False)


def _table(run: Sequence[_Line], width: int, text: str) -> Table:
    timed = _TIME.search(run[0].cells[0].words) is not None
    merged = [_unrepeated(line.cells) for line in run]
    rows = [Row(list(_group(cells) if timed else cells)) for cells in merged]
    span = Span(start=run[0].start, end=run[-1].end)
    headed = _heading(run[0].cells, run[1].cells, width)
    if not headed:
        return Table(span, _merged_times(grid(rows, width), text))
    below = grid([rows[1], *rows[2:]], width)
    skipped = [cell for cell in below if cell.row > 0]
    lower = [replace(cell, row=cell.row + 1) for cell in skipped]
    return Table(span, _merged_times((*headed, *lower), text))


def _unrepeated(cells: Sequence[Gap]) -> Sequence[Gap]:
    """The cells of a group row once: "I | THỂ CHẾ | THỂ CHẾ | THỂ CHẾ"."""
    for at in (0, 1):
        rest = {gap.words for gap in cells[at:]}
        if len(cells) - at >= _LEAST_WIDTH and len(rest) == 1 and not cells[at].empty:
            return cells[: at + 1]
    return cells


def _group(cells: Sequence[Gap]) -> Sequence[Gap]:
    """A row that has a number where the others have a time names a group: its other cells are
    empty, and its name runs over them."""
    filled = [not gap.empty for gap in cells]
    if sum(filled) != 2 or not all(filled[:2]) or cell_kind(cells[0].words) is not CellKind.ORDINAL:
        return cells
    return cells[:2]


def _heading(upper: Sequence[Gap], lower: Sequence[Gap], width: int) -> list[Cell]:
    """The cells of a heading in two rows, where the lower one has empty cells under those that
    reach down: "Nội dung | Thời gian | Thực hiện" over " |  | Chủ trì | Phối hợp"."""
    if not (len(upper) < width == len(lower)) or all(not gap.empty for gap in lower):
        return []
    runs = [(empty, len(list(cells))) for empty, cells in groupby(lower, lambda gap: gap.empty)]
    reaching = sum(count for empty, count in runs if empty)
    over = [count for empty, count in runs if not empty]
    if len(upper) - reaching != len(over):
        return []
    cells: list[Cell] = []
    names = iter(upper)
    column = 0
    for empty, count in runs:
        for wide in [1] * count if empty else [count]:
            gap = next(names)
            place = Span(start=gap.start, end=gap.end)
            cells.append(Cell(place, 0, column, 2 if empty else 1, wide))
            column += wide
    under = [
        Cell(Span(start=gap.start, end=gap.end), 1, at)
        for at, gap in enumerate(lower)
        if not gap.empty
    ]
    return [*cells, *under]


def _merged_times(cells: Sequence[Cell], text: str) -> tuple[Cell, ...]:
    """The cells, those of a first column of times drawn down over the empty ones below them."""
    first = next(iter(cells))
    if first.column or _TIME.search(first.span.of(text)) is None:
        return tuple(cells)
    filled = Counter(cell.row for cell in cells if len(cell.span))
    kept: list[Cell] = []
    time: int | None = None  # the place of the last time among those kept
    for cell in cells:
        reaches = time is not None and kept[time].row + kept[time].row_span == cell.row
        if cell.column or cell.row < first.row_span:
            kept.append(cell)
        elif len(cell.span):
            words = cell.span.of(text)
            time = len(kept) if cell_kind(words) is not CellKind.ORDINAL else None
            kept.append(cell)
        elif time is not None and reaches and filled[cell.row] > 1:
            kept[time] = replace(kept[time], row_span=kept[time].row_span + 1)
        else:
            kept.append(cell)
    return tuple(kept)
