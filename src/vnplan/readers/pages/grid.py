"""Drawn tables: from rules to a grid of cells, whatever the words in it say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vnplan.readers.page import Rule

_NEAR: Final = 3.0
"""Rules that are drawn as one end, meet and lie this close, in points."""
_LEAST: Final = 6.0  # the least width and height of a cell
_LEAST_UPRIGHT: Final = 3  # rules that tell where a table ends
_MAX_LINES: Final = 400  # across or along one table; a drawing has more
_MAX_CELLS: Final = 6_000


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a drawn table: its place in the grid and on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """A drawn table; `columns` and `rows` are the edges of its grid, from left and from above.

    `cells` says which of `boxes` covers a place (row, column) of the grid.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    boxes: tuple[Box, ...]
    cells: dict[tuple[int, int], int]

    def at(self, x: float, y: float) -> int | None:
        """Which of the boxes holds a point; None outside the table."""
        if not (self.left <= x < self.right and self.top <= y < self.bottom):
            return None
        return self.cells[bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1]

    @property
    def left(self) -> float:
        return self.columns[0]

    @property
    def right(self) -> float:
        return self.columns[-1]

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]


@dataclass(slots=True)
class _Stroke:
    """A rule as drawn, pieces joined: at `place`, from `start` to `end`."""

    place: float
    start: float
    end: float


def _place(stroke: _Stroke) -> float:
    return stroke.place


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The tables that rules draw, from top to bottom; a single frame is none."""
    level: list[_Stroke] = []
    upright: list[_Stroke] = []
    for rule in rules:
        if rule.right - rule.left >= rule.bottom - rule.top:
            level.append(_Stroke((rule.top + rule.bottom) / 2, rule.left, rule.right))
        else:
            upright.append(_Stroke((rule.left + rule.right) / 2, rule.top, rule.bottom))
    level, upright = _joined(level), _joined(upright)
    if not level or not upright:
        return []
    found = (_grid(*part) for part in _connected(level, upright))
    tables = [grid for grid in found if grid is not None and len(grid.boxes) > 1]
    return sorted(_outermost(tables), key=lambda grid: grid.top)


def _joined(strokes: list[_Stroke]) -> list[_Stroke]:
    """Pieces of one rule as one: tables are drawn cell by cell."""
    strokes.sort(key=lambda stroke: stroke.place)
    places: list[list[_Stroke]] = []
    for stroke in strokes:
        if places and stroke.place - places[-1][0].place <= _NEAR:
            places[-1].append(stroke)
        else:
            places.append([stroke])
    result: list[_Stroke] = []
    for group in places:
        group.sort(key=lambda stroke: stroke.start)
        for stroke in group:
            last = result[-1] if result else None
            if (
                last is not None
                and last.place == group[0].place
                and stroke.start - last.end <= _NEAR
            ):
                last.end = max(last.end, stroke.end)
            else:
                result.append(_Stroke(group[0].place, stroke.start, stroke.end))
    return result


def _connected(
    level: list[_Stroke], upright: list[_Stroke]
) -> list[tuple[list[_Stroke], list[_Stroke]]]:
    """Rules that cross or meet belong to one table; few enough for every pair to be looked at."""
    level, upright = level[: 4 * _MAX_LINES], upright[: 4 * _MAX_LINES]
    owner = list(range(len(level) + len(upright)))

    def root(item: int) -> int:
        while owner[item] != item:
            owner[item] = owner[owner[item]]
            item = owner[item]
        return item

    for number, one in enumerate(upright, len(level)):
        for place, other in enumerate(level):
            if (
                other.start - _NEAR <= one.place <= other.end + _NEAR
                and one.start - _NEAR <= other.place <= one.end + _NEAR
            ):
                owner[root(number)] = root(place)
    parts: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for place, other in enumerate(level):
        parts.setdefault(root(place), ([], []))[0].append(other)
    for number, one in enumerate(upright, len(level)):
        parts.setdefault(root(number), ([], []))[1].append(one)
    closed = ((_with_open_ends(*part), part[1]) for part in parts.values() if all(part))
    return [part for part in closed if len(part[0]) > 1]


def _with_open_ends(level: list[_Stroke], upright: list[_Stroke]) -> list[_Stroke]:
    """The level rules of a table, and its ends where only upright ones reach them.

    A browser that prints cuts a row at the end of a page and draws no rule there.
    """
    if len(upright) < _LEAST_UPRIGHT:
        return level
    places = [stroke.place for stroke in level]
    left, right = min(stroke.start for stroke in level), max(stroke.end for stroke in level)
    sides = min(upright, key=_place), max(upright, key=_place)
    ends = []
    for reach, beyond in (
        ([stroke.start for stroke in (*sides, *upright)], min(places) - sides[0].start),
        ([stroke.end for stroke in (*sides, *upright)], sides[0].end - max(places)),
    ):
        same = sum(abs(place - reach[0]) <= _NEAR for place in reach[2:])
        if beyond > _LEAST and abs(reach[1] - reach[0]) <= _NEAR and same >= _LEAST_UPRIGHT:
            ends.append(_Stroke(reach[0], left, right))
    return [*level, *ends]


def _grid(level: list[_Stroke], upright: list[_Stroke]) -> Grid | None:
    """The table of rules that meet; without rules at its sides it ends where its others do."""
    rows = _edges([stroke.place for stroke in level])
    left, right = min(stroke.start for stroke in level), max(stroke.end for stroke in level)
    columns = _edges([left, right, *(stroke.place for stroke in upright)])
    if not (1 < len(rows) <= _MAX_LINES and 1 < len(columns) <= _MAX_LINES):
        return None
    if (len(rows) - 1) * (len(columns) - 1) > _MAX_CELLS:
        return None
    sides = [_Stroke(edge, rows[0], rows[-1]) for edge in (columns[0], columns[-1])]
    ends = [_Stroke(edge, columns[0], columns[-1]) for edge in (rows[0], rows[-1])]
    walls = _Walls([*upright, *sides], columns, rows)
    floors = _Walls([*level, *ends], rows, columns)
    boxes = _boxes(columns, rows, walls, floors)
    cells = {
        (box.row + y, box.column + x): number
        for number, box in enumerate(boxes)
        for y in range(box.row_span)
        for x in range(box.column_span)
    }
    return Grid(tuple(columns), tuple(rows), tuple(boxes), cells)


def _edges(places: list[float]) -> list[float]:
    """Distinct places, those too close for a cell between them made one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _LEAST:
            edges.append(place)
    return edges


class _Walls:
    """Whether a rule stands between two neighbouring cells of a grid."""

    def __init__(self, strokes: list[_Stroke], across: list[float], along: list[float]) -> None:
        self._drawn: set[tuple[int, int]] = set()
        for stroke in strokes:
            edge = _nearest(across, stroke.place)
            for cell, (start, end) in enumerate(pairwise(along)):
                shared = min(stroke.end, end) - max(stroke.start, start)
                if shared > 0.5 * (end - start):
                    self._drawn.add((edge, cell))

    def at(self, edge: int, cell: int) -> bool:
        return (edge, cell) in self._drawn


def _nearest(edges: Sequence[float], place: float) -> int:
    at = bisect_left(edges, place)
    if at and (at == len(edges) or place - edges[at - 1] < edges[at] - place):
        return at - 1
    return at


def _boxes(columns: list[float], rows: list[float], walls: _Walls, floors: _Walls) -> list[Box]:
    """The cells in reading order: each as wide and as high as no rule cuts it."""
    taken: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < len(columns) - 1
                and (row, column + wide) not in taken
                and not walls.at(column + wide, row)
            ):
                wide += 1
            high = 1
            while row + high < len(rows) - 1 and all(
                not floors.at(row + high, place)
                and (row + high, place) not in taken
                and (place == column or not walls.at(place, row + high))
                for place in range(column, column + wide)
            ):
                high += 1
            taken |= {(row + y, column + x) for y in range(high) for x in range(wide)}
            edges = columns[column], rows[row], columns[column + wide], rows[row + high]
            boxes.append(Box(row, column, high, wide, *edges))
    return boxes


def _outermost(tables: list[Grid]) -> list[Grid]:
    """Without tables that lie within a cell of another."""
    return [
        grid
        for grid in tables
        if not any(
            other is not grid
            and other.left <= grid.left + _NEAR
            and other.right >= grid.right - _NEAR
            and other.top <= grid.top + _NEAR
            and other.bottom >= grid.bottom - _NEAR
            for other in tables
        )
    ]
