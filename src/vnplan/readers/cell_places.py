"""Where the cells of a table stand in its grid; in HTML from `rowspan` and `colspan`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MAX_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Upper left corner and size of a cell in the grid."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


Spans = tuple[int, int]
"""The `rowspan` and `colspan` of a cell; a `rowspan` of 0 reaches down to the last row."""


def span_of(value: str | None) -> int:
    """The number in a `rowspan` or `colspan`; 1 for what is none."""
    given = (value or "1")[:6].strip()
    return int(given) if given.isascii() and given.isdecimal() else 1


def place_cells(rows: Sequence[Sequence[Spans]]) -> list[list[Place]] | None:
    """The place of every cell, row by row; None for more columns than any real table has.

    Spans are cut where they would overlap or leave the table. Columns in which no cell begins,
    as a word processor writes them by the dozen, are left out.
    """
    free: dict[int, int] = {}  # column → the row from which it is free again
    placed: list[list[Place]] = []
    for number, row in enumerate(rows):
        placed.append([])
        column = 0
        for down, right in row:
            while free.get(column, 0) > number:
                column += 1
            if column >= MAX_COLUMNS:
                return None
            rest = len(rows) - number
            tall = max(1, min(down or rest, rest))
            wide = _free_columns(free, column, number, min(right, MAX_COLUMNS))
            placed[-1].append(Place(number, column, tall, wide))
            for at in range(column, column + wide):
                free[at] = number + tall
            column += wide
    return compressed(placed)


def _free_columns(free: dict[int, int], column: int, row: int, wide: int) -> int:
    """How many of `wide` columns from `column` on no cell from above reaches into; at least 1."""
    for count in range(1, wide):
        if free.get(column + count, 0) > row:
            return count
    return max(1, wide)


def compressed(placed: list[list[Place]]) -> list[list[Place]]:
    """The same places without the columns in which no cell begins."""
    starts = sorted({place.column for row in placed for place in row})
    number = {column: at for at, column in enumerate(starts)}
    edges = [*starts, MAX_COLUMNS * 3]

    def moved(place: Place) -> Place:
        first = last = number[place.column]
        while edges[last + 1] < place.column + place.column_span:
            last += 1
        return Place(place.row, first, place.row_span, last - first + 1)

    return [[moved(place) for place in row] for row in placed]
