"""Drawn tables, told by their rules alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.pages.typist import grid_rules

from vnplan.readers.page import Rule
from vnplan.readers.pages.grid import Grid, grids

X, Y = [85.0, 150.0, 300.0, 500.0], [100.0, 130.0, 160.0, 200.0]


def level(y: float, left: float, right: float) -> Rule:
    return Rule(left, y - 0.25, right, y + 0.25)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(x - 0.25, top, x + 0.25, bottom)


def shape(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(box.row, box.column, box.row_span, box.column_span) for box in grid.boxes]


def test_all_borders() -> None:
    (grid,) = grids(grid_rules(X, Y))
    assert shape(grid) == [(row, column, 1, 1) for row in range(3) for column in range(3)]
    assert [round(edge) for edge in grid.columns] == [85, 150, 300, 500]
    assert grid.at(200, 110) == 1
    assert grid.at(499, 199) == 8
    assert grid.at(600, 110) is None


def test_borders_drawn_cell_by_cell() -> None:
    rules = [
        rule
        for row in range(3)
        for column in range(3)
        for rule in grid_rules(X[column : column + 2], Y[row : row + 2])
    ]
    (grid,) = grids(rules)
    assert len(grid.boxes) == 9


def test_merged_cells() -> None:
    rules = [level(y, 85, 500) for y in (100, 200)] + [level(130, 150, 500), level(160, 150, 500)]
    rules += [upright(x, 100, 200) for x in (85, 150, 500)] + [upright(300, 130, 200)]
    (grid,) = grids(rules)
    assert shape(grid) == [
        (0, 0, 3, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip


def test_a_table_open_at_its_sides() -> None:
    rules = [level(y, 85, 500) for y in Y] + [upright(x, 100, 200) for x in (150, 300)]
    (grid,) = grids(rules)
    assert len(grid.boxes) == 9


def test_a_row_cut_by_the_page_without_a_rule() -> None:
    """As a browser prints it: only the upright rules go on to where the page ends."""
    uprights = [upright(x, 80, 240) for x in X]
    (grid,) = grids([*(level(y, X[0], X[-1]) for y in Y), *uprights])
    assert [round(edge) for edge in grid.rows] == [80, 100, 130, 160, 200, 240]
    (rest,) = grids([level(100, X[0], X[-1]), *(upright(x, 40, 100) for x in X)])
    assert [round(edge) for edge in rest.rows] == [40, 100]


@pytest.mark.parametrize("ends", [(240, 200, 200, 200), (240, 200, 240, 200), (240, 230, 220, 210)])
def test_uprights_that_end_apart_end_no_row(ends: tuple[int, ...]) -> None:
    uprights = [upright(x, 100, end) for x, end in zip(X, ends, strict=True)]
    (grid,) = grids([*(level(y, X[0], X[-1]) for y in Y), *uprights])
    assert round(grid.bottom) == 200


def test_two_tables_on_a_page() -> None:
    below = [y + 300 for y in Y]
    found = grids(grid_rules(X, below) + grid_rules(X, Y))
    assert [round(grid.top) for grid in found] == [100, 400]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [level(100, 85, 500)],  # under a motto
        [level(100, 85, 500), level(105, 85, 500)],  # a double rule
        [level(100, 85, 500), level(200, 85, 500), upright(85, 100, 200), upright(500, 100, 200)],
        [upright(300, 100, 700)],
        [level(100, 85, 200), upright(400, 300, 500), level(600, 85, 200)],
    ],
)
def test_no_tables(rules: list[Rule]) -> None:
    assert grids(rules) == []


def test_a_table_in_a_cell_is_no_other_table() -> None:
    (grid,) = grids(grid_rules(X, Y) + grid_rules([310, 350, 400], [135, 145, 155]))
    assert len(grid.boxes) == 9


def test_any_number_of_rules_ends() -> None:
    many = [level(y / 3, 0, 500) for y in range(3000)] + [
        upright(x / 3, 0, 800) for x in range(3000)
    ]
    assert grids(many) == []


EDGES = st.lists(st.integers(1, 40), min_size=2, max_size=6, unique=True).map(sorted)


@settings(max_examples=60, deadline=None)
@given(EDGES, EDGES, st.data())
def test_cells_cover_the_grid_once(xs: list[int], ys: list[int], data: st.DataObject) -> None:
    """Whatever rules are missing inside, each place of the grid is in one cell."""
    columns, rows = [20.0 * x for x in xs], [20.0 * y for y in ys]
    rules = [level(y, columns[0], columns[-1]) for y in (rows[0], rows[-1])]
    rules += [upright(x, rows[0], rows[-1]) for x in (columns[0], columns[-1])]
    for y in rows[1:-1]:
        for left, right in pairwise(columns):
            if data.draw(st.booleans()):
                rules.append(level(y, left, right))
    for x in columns[1:-1]:
        for top, bottom in pairwise(rows):
            if data.draw(st.booleans()):
                rules.append(upright(x, top, bottom))
    for grid in grids(rules):
        taken = [
            (row, column)
            for box in grid.boxes
            for row in range(box.row, box.row + box.row_span)
            for column in range(box.column, box.column + box.column_span)
        ]
        places = (len(grid.rows) - 1) * (len(grid.columns) - 1)
        assert len(taken) == len(set(taken)) == places
        assert [(box.row, box.column) for box in grid.boxes] == sorted(
            (box.row, box.column) for box in grid.boxes
        )
