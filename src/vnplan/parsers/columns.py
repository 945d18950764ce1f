"""Columns of tables: the cells that stand below a header."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.text.document import Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

Cells = frozenset[tuple[int, int]]
"""(table, cell), as `LogicalLine.cell` counts them."""

_HEADER_ROWS = 3
_LONGEST_HEADER = 80


def cells_below(
    tables: Sequence[Table], lines: Sequence[LogicalLine], header: regex.Pattern[str]
) -> tuple[Cells, Cells]:
    """The headers whose folded words are `header` from end to end, and the cells below them.

    `lines` hold the words of the cells. A header is a short cell of the first rows.
    """
    if not tables:
        return frozenset(), frozenset()
    words: dict[tuple[int, int], list[str]] = {}
    for line in lines:
        if line.cell is not None:
            words.setdefault(line.cell, []).append(line.text)
    headers: set[tuple[int, int]] = set()
    found: set[tuple[int, int]] = set()
    for number, table in enumerate(tables):
        below: dict[int, int] = {}  # column -> first row below its header
        for index, cell in enumerate(table.cells):
            if cell.row < _HEADER_ROWS:
                said = " ".join(words.get((number, index), ()))
                if 0 < len(said) <= _LONGEST_HEADER and header.fullmatch(fold(said)):
                    headers.add((number, index))
                    for column in range(cell.column, cell.column + cell.column_span):
                        below[column] = cell.row + cell.row_span
        found.update(
            (number, index)
            for index, cell in enumerate(table.cells)
            if cell.column in below and cell.row >= below[cell.column]
        )
    return frozenset(headers), frozenset(found - headers)
