"""Columns of tables: the cells that stand below a header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from vnplan.text.document import Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

Cells = frozenset[tuple[int, int]]
"""(table, cell), as `LogicalLine.cell` counts them."""

Headers = Callable[[Mapping[int, str]], Iterable[int]]
"""Of the first rows of a table, cell → its folded words: those that are headers looked for."""

HEADER_ROWS = 3
"""A header stands in one of the first rows of its table."""
_LONGEST_HEADER = 80


def cells_below(
    tables: Sequence[Table], lines: Sequence[LogicalLine], headers: Headers
) -> tuple[Cells, Cells]:
    """The headers looked for, and the cells below them; `lines` hold the words of the cells.

    Only a short cell of the first rows can be a header.
    """
    if not tables:
        return frozenset(), frozenset()
    words: dict[tuple[int, int], list[str]] = {}
    for line in lines:
        if line.cell is not None:
            words.setdefault(line.cell, []).append(line.text)
    above: set[tuple[int, int]] = set()
    found: set[tuple[int, int]] = set()
    for number, table in enumerate(tables):
        tops = {
            index: said
            for index, cell in enumerate(table.cells)
            if cell.row < HEADER_ROWS
            and 0 < len(said := fold(" ".join(words.get((number, index), ())))) <= _LONGEST_HEADER
        }
        below: dict[int, int] = {}  # column -> first row below its header
        for index in headers(tops):
            above.add((number, index))
            cell = table.cells[index]
            for column in range(cell.column, cell.column + cell.column_span):
                below[column] = cell.row + cell.row_span
        found.update(
            (number, index)
            for index, cell in enumerate(table.cells)
            if cell.column in below and cell.row >= below[cell.column]
        )
    return frozenset(above), frozenset(found - above)
