"""Which rows of a table stand in a piece of text."""

from __future__ import annotations

import pytest

from vnplan.exports.akoma_ntoso.cells import Cells
from vnplan.records import Span
from vnplan.text.document import Cell, Table

TEXT = "TT\nViệc\n1\nTrồng\nchè\n2\nBán"


def _cell(words: str, row: int, column: int) -> Cell:
    start = TEXT.index(words)
    return Cell(Span(start=start, end=start + len(words)), row, column)


CELLS = Cells(
    [
        Table(
            Span(start=0, end=len(TEXT)),
            (
                _cell("TT", 0, 0),
                _cell("Việc", 0, 1),
                _cell("1", 1, 0),
                Cell(Span(start=0, end=0), 1, 1),
                _cell("Trồng\nchè", 1, 2),
                _cell("2", 2, 0),
                _cell("Bán", 2, 1),
            ),
        )
    ]
)


@pytest.mark.parametrize(
    ("first", "behind", "rows"),
    [
        ("TT", "1", [["TT", "Việc"]]),
        ("1", "2", [["1", "", "Trồng\nchè"]]),
        ("1", "", [["1", "", "Trồng\nchè"], ["2", "Bán"]]),
        ("1", "chè", []),  # half a cell
        ("Việc", "1", []),  # words of a row that begins elsewhere
        ("TT", "Việc", []),  # a row that goes on
    ],
)
def test_the_rows_of_a_piece(first: str, behind: str, rows: list[list[str]]) -> None:
    start, end = TEXT.index(first), TEXT.index(behind) if behind else len(TEXT)
    found = CELLS.rows(TEXT, start, end)
    assert [[cell.span.of(TEXT) for cell in row] for row in found] == rows
