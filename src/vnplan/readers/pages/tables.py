"""Tables that run over several pages: parts of one grid, rows that a page break cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vnplan.readers.pages.blocks import DrawnTable, FilledBox
from vnplan.readers.pages.lines import Line
from vnplan.readers.pages.paragraphs import Measure, goes_on
from vnplan.readers.pages.torn import cuts_code
from vnplan.readers.pages.writer import Writer
from vnplan.records import Span
from vnplan.text.document import Cell
from vnplan.text.line_ends import ends_open, is_terminated

_SAME_EDGE: Final = 5.0
"""The edges of a grid that goes on overleaf may differ so much, in points."""
_HEAD_ROWS: Final = 3


@dataclass(slots=True)
class DraftCell:
    """A cell that is being put together: the lines of each page, with their measures."""

    row: int
    column: int
    row_span: int
    column_span: int
    parts: list[tuple[Measure, tuple[Line, ...]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.text for _, lines in self.parts for line in lines)


class DraftTable:
    """A table that may go on overleaf; `first_rows` are the rows at which its pages begin."""

    def __init__(self, table: DrawnTable) -> None:
        self.edges = table.grid.columns
        self.rows = 0
        self.cells: list[DraftCell] = []
        self.first_rows: list[int] = []
        self._lowest: dict[int, DraftCell] = {}  # the cells that end with the last row, by column
        self._append(_draft_cells(table.boxes, 0), len(table.grid.rows) - 1)
        self._head = [cell for cell in self.cells if cell.row < _HEAD_ROWS]

    def _append(self, cells: Sequence[DraftCell], rows: int) -> None:
        self.rows += rows
        self.cells += cells
        self._lowest = {
            cell.column + place: cell
            for cell in cells
            if cell.row + cell.row_span == self.rows
            for place in range(cell.column_span)
        } or self._lowest

    def takes(self, table: DrawnTable) -> bool:
        """Whether `table`, at the top of the next page, is a part of this one."""
        edges = table.grid.columns
        if len(edges) != len(self.edges):
            return False
        shift = edges[0] - self.edges[0]
        return all(abs(a - b - shift) <= _SAME_EDGE for a, b in zip(edges, self.edges, strict=True))

    def add(self, table: DrawnTable) -> None:
        """Appends the rows of the next page; a heading that comes again is left out."""
        skipped = self._repeated_heading(table)
        boxes = [filled for filled in table.boxes if filled.box.row >= skipped]
        cells = _draft_cells(boxes, self.rows - skipped)
        joined = self._cut_row(cells)
        for cell in joined:
            self._lowest[cell.column].parts += cell.parts
        if joined:
            cells = [cell for cell in cells if cell.row != self.rows]
            for cell in cells:
                cell.row -= 1
        self.first_rows.append(self.rows)
        self._append(cells, len(table.grid.rows) - 1 - skipped - bool(joined))

    def _repeated_heading(self, table: DrawnTable) -> int:
        """How many rows at the top of `table` say what the first rows of this one say."""
        for count in range(min(_HEAD_ROWS, len(table.grid.rows) - 2), 0, -1):
            head = [cell for cell in self._head if cell.row < count]
            own = [box for box in table.boxes if box.box.row < count]
            whole = all(cell.row + cell.row_span <= count for cell in head)
            if whole and len(head) == len(own) and any(cell.text for cell in head):
                same = all(
                    cell.text == " ".join(line.text for line in box.lines)
                    and cell.column == box.box.column
                    for cell, box in zip(head, own, strict=True)
                )
                if same:
                    return count
        return 0

    def _cut_row(self, cells: Sequence[DraftCell]) -> list[DraftCell]:
        """The cells of the first row overleaf when they are the rest of the last row here.

        Then no cell opens anything: each is empty, or goes on with the one above it, and the
        ordinal is not there again.
        """
        first = [cell for cell in cells if cell.row == self.rows]
        if not first or any(cell.row_span > 1 for cell in first):
            return []
        going_on = False
        for cell in first:
            above = self._lowest.get(cell.column)
            if above is None or above.column != cell.column:
                return []
            if above.column_span != cell.column_span or (cell.text and not above.text):
                return []
            if cell.text and _continues(above, cell):
                going_on = True
            elif cell.text and cell.column == 0:
                return []  # the ordinal of a new row
        return first if going_on else []


def _continues(above: DraftCell, cell: DraftCell) -> bool:
    """The words of a cell go on overleaf: a sentence is cut, or an item that nothing closed."""
    text, before = cell.text, above.text
    if text[:1].islower() or ends_open(before):
        return True
    return not is_terminated(before) and len(before) > 60 and not text[:1].isdigit()


def _draft_cells(boxes: Sequence[FilledBox], shift: int) -> list[DraftCell]:
    cells = []
    for filled in boxes:
        box = filled.box
        cell = DraftCell(box.row + shift, box.column, box.row_span, box.column_span)
        if filled.lines:
            cell.parts.append((filled.column, filled.lines))
        cells.append(cell)
    return cells


def write_table(writer: Writer, table: DraftTable) -> None:
    """Writes the table; pages begin with the rows at which they did."""
    begin: int | None = None
    cells: list[Cell] = []
    pages = list(reversed(table.first_rows))
    for draft in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        while pages and draft.row >= pages[-1]:
            writer.page()
            pages.pop()
        span = _write_cell(writer, draft, first=begin is None)
        if begin is None and len(span):
            begin = span.start
        cells.append(Cell(span, draft.row, draft.column, draft.row_span, draft.column_span))
    for _ in pages:
        writer.page()
    if begin is not None:
        writer.table(begin, _placed(cells, begin))


def _placed(cells: Sequence[Cell], begin: int) -> list[Cell]:
    """Empty cells before the first word stand where the table begins."""
    return [
        cell
        if cell.span.start >= begin
        else Cell(
            Span(start=begin, end=begin), cell.row, cell.column, cell.row_span, cell.column_span
        )
        for cell in cells
    ]


def _write_cell(writer: Writer, draft: DraftCell, *, first: bool) -> Span:
    start: int | None = None
    last: tuple[Line, Measure, int] | None = None
    opening: Line | None = None
    for part, (column, lines) in enumerate(draft.parts):
        for line in lines:
            cut = last is not None and cuts_code(last[0], line, last[1])
            wrap = cut or (
                last is not None
                and goes_on(
                    last[0],
                    line,
                    last[1],
                    opening=opening,
                    below=None if last[2] == part else column,
                )
            )
            feeds = 0 if cut else 2 if first and start is None else 1
            span = writer.line(line, feeds, wrap=wrap)
            start = span.start if start is None else start
            opening = opening if wrap else line
            last = line, column, part
    if start is None:
        return Span(start=len(writer), end=len(writer))
    return Span(start=start, end=len(writer))
