"""A sheet as a page: what stands above its table, the table, what stands below.

The sheet of a plan begins with a letterhead and a title, in cells as everything is, and ends with a
signature. Empty rows part them; in a part, the table begins where a row fills as many columns as a
row of headings does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from vnplan.readers.cell_places import Place

_LEAST_COLUMNS: Final = 3
_MOST_LINES: Final = 8
"""So many rows of two cells are a letterhead or the names below a plan; more are a table."""
_ORDINAL = regex.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3}+)*+|[IVXLivx]{1,6}|[a-zđA-ZĐ])[.)]?")


@dataclass(frozen=True, slots=True)
class Grid:
    """The words of a sheet by (row, column), and how far its merged cells reach.

    Rows and columns count from 0; `spans` are rows and columns of the cells that are not one by
    one. What a merged cell covers has no words of its own.
    """

    words: Mapping[tuple[int, int], str]
    spans: Mapping[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Block:
    """Cells in reading order; one that stands alone is text, more are a table."""

    cells: tuple[tuple[Place, str], ...]

    @property
    def is_table(self) -> bool:
        return len(self.cells) > 1

    @property
    def is_data(self) -> bool:
        """A table of several rows, not a letterhead, which is one."""
        return any(place.row for place, _ in self.cells)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with words: its number and the columns they stand in."""

    number: int
    columns: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.columns)


def blocks(grid: Grid) -> Iterator[Block]:
    """The parts of a sheet from top to bottom."""
    table: list[_Row] = []
    for part in _parts(grid):
        first = _first_of_table(part)
        last = max((at for at, row in enumerate(part) if len(row) > 1), default=-1)
        if table and first == 0 and _goes_on(table, part, grid):
            table += part[: last + 1]
        else:
            if table:
                yield _as_table(table, grid)
            yield from _text(part[:first], grid)
            table = part[first : last + 1]
        if last + 1 < len(part) and first < len(part):
            yield _as_table(table, grid)
            table = []
            yield from _text(part[last + 1 :], grid)
    if table:
        yield _as_table(table, grid)


def _parts(grid: Grid) -> Iterator[list[_Row]]:
    """Rows with no empty row between them."""
    columns: dict[int, list[int]] = {}
    for row, column in sorted(grid.words):
        columns.setdefault(row, []).append(column)
    part: list[_Row] = []
    reach = 0  # a merged cell may reach over rows that have no words of their own
    for number, filled in columns.items():
        if part and number > reach:
            yield part
            part = []
        part.append(_Row(number, tuple(filled)))
        down = max(grid.spans.get((number, column), (1, 1))[0] for column in filled)
        reach = max(reach, number + down)
    if part:
        yield part


def _first_of_table(part: Sequence[_Row]) -> int:
    """Where the table of a part begins; its length where it has none."""
    width = max(len(row) for row in part)
    least = max(_LEAST_COLUMNS, (width + 1) // 2)
    if width >= _LEAST_COLUMNS:
        return next(at for at, row in enumerate(part) if len(row) >= least)
    pairs = [at for at, row in enumerate(part) if len(row) > 1]
    return pairs[0] if len(pairs) > _MOST_LINES else len(part)


def _goes_on(table: Sequence[_Row], part: Sequence[_Row], grid: Grid) -> bool:
    """Whether a part that begins with a numbered row belongs to the table above it."""
    head, row = table[0], part[0]
    inside = head.columns[0] <= row.columns[0] and row.columns[-1] <= head.columns[-1]
    return inside and _ORDINAL.fullmatch(grid.words[row.number, row.columns[0]].strip()) is not None


def _as_table(table: Sequence[_Row], grid: Grid) -> Block:
    """Rows and columns without words are left out; merged cells reach over those that are left."""
    rows = [row.number for row in table]
    columns = sorted({column for row in table for column in row.columns})
    cells: list[tuple[Place, str]] = []
    for at, row in enumerate(table):
        for column in row.columns:
            down, right = grid.spans.get((row.number, column), (1, 1))
            left = bisect_left(columns, column)
            tall = max(1, bisect_left(rows, row.number + down) - at)
            wide = max(1, bisect_left(columns, column + right) - left)
            cells.append((Place(at, left, tall, wide), grid.words[row.number, column]))
    return Block(tuple(cells))


def _text(part: Sequence[_Row], grid: Grid) -> Iterator[Block]:
    """Rows of one cell are text; rows of two, and what stands under their right cell, columns."""
    beside: list[_Row] = []
    for row in part:
        under = bool(beside) and row.columns[0] in beside[0].columns[1:]
        if len(row) > 1 or under:
            beside.append(row)
            continue
        if beside:
            yield _side_by_side(beside, grid)
            beside = []
        yield Block(((Place(0, 0), grid.words[row.number, row.columns[0]]),))
    if beside:
        yield _side_by_side(beside, grid)


def _side_by_side(rows: Sequence[_Row], grid: Grid) -> Block:
    """A letterhead or a signature block: each column of it one cell of many lines."""
    starts = max(rows, key=len).columns
    lines: list[list[str]] = [[] for _ in starts]
    for row in rows:
        for column in row.columns:
            at = max((number for number, start in enumerate(starts) if start <= column), default=0)
            lines[at].append(grid.words[row.number, column])
    return Block(tuple((Place(0, at), "\n".join(words)) for at, words in enumerate(lines)))
