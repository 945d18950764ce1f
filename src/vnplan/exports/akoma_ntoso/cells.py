"""The cells of a table, where the reader's tables are at hand: a Plan itself knows rows only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from vnplan.exports.akoma_ntoso.characters import SPACE
from vnplan.text.document import Cell, Table


class Cells:
    """The rows of all tables of a document, in the order of the text."""

    def __init__(self, tables: Iterable[Table] = ()) -> None:
        self._rows = sorted((row for table in tables for row in _rows(table)), key=_start)
        self._starts = list(map(_start, self._rows))

    def rows(self, text: str, start: int, end: int) -> list[list[Cell]]:
        """The rows in `start`–`end`, if all that stands there stands in them; else none.

        A part of a Plan may be two rows, or a part of one.
        """
        first = bisect_left(self._starts, start)
        rows = self._rows[first : bisect_left(self._starts, end, first)]
        at = start
        for row in rows:
            for cell in _filled(row):
                if (
                    cell.span.start < at
                    or cell.span.end > end
                    or text[at : cell.span.start].strip(SPACE)
                ):
                    return []
                at = cell.span.end
        return [] if text[at:end].strip(SPACE) else rows


def _rows(table: Table) -> list[list[Cell]]:
    """Cells by rows, from left to right; a row that says nothing is none."""
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    return [row for row in rows.values() if _filled(row)]


def _filled(row: list[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.span.start < cell.span.end]


def _start(row: list[Cell]) -> int:
    return _filled(row)[0].span.start
