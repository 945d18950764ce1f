"""Rows of an RTF table: where their cells stand, from the right edges that RTF gives them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from vnplan.readers.cell_places import MAX_COLUMNS, Place

_SAME_EDGE: Final = 60  # twips, a millimetre: edges drawn by hand do not meet


@dataclass(frozen=True, slots=True)
class CellForm:
    """The right edge of a cell in twips (1/1440 inch); whether it goes on what is before it.

    `below`: it is the lower part of the cell above (\\clvmrg); `beside`: the right part of the one
    to its left (\\clmrg).
    """

    edge: int
    below: bool = False
    beside: bool = False


Form = tuple[CellForm, ...]


def places(forms: Sequence[Form], sizes: Sequence[int]) -> list[list[Place | None]]:
    """The place of every cell, row by row; None for a cell that is part of another.

    `sizes` is how many cells each row has. Where the forms of a row do not fit, its cells stand
    side by side.
    """
    edges = _edges(forms)
    if len(edges) > MAX_COLUMNS:
        edges = []
    placed: list[list[Place | None]] = []
    for row, (form, size) in enumerate(zip(forms, sizes, strict=True)):
        fitting = edges and len(form) == size and _rising(form)
        placed.append(
            _by_edges(row, form, edges) if fitting else [Place(row, at) for at in range(size)]
        )
    return _joined_below(placed, forms)


def _edges(forms: Sequence[Form]) -> list[int]:
    """The right edges of the columns; edges nearly in one place are one."""
    found: list[int] = []
    for edge in sorted({cell.edge for form in forms for cell in form}):
        if not found or edge - found[-1] > _SAME_EDGE:
            found.append(edge)
    return found


def _rising(form: Form) -> bool:
    return all(left.edge < right.edge for left, right in pairwise(form))


def _by_edges(row: int, form: Form, edges: Sequence[int]) -> list[Place | None]:
    found: list[Place | None] = []
    column = 0
    owner = 0
    for at, cell in enumerate(form):
        last = max(column, bisect_left(edges, cell.edge - _SAME_EDGE))
        wide = last - column + 1
        before = found[owner] if found else None
        if cell.beside and before is not None:
            found[owner] = replace(before, column_span=before.column_span + wide)
            found.append(None)
        else:
            found.append(Place(row, column, 1, wide))
            owner = at
        column = last + 1
    return found


def _joined_below(
    placed: list[list[Place | None]], forms: Sequence[Form]
) -> list[list[Place | None]]:
    """Cells that are the lower part of the one above become rows of it."""
    open_cells: dict[int, tuple[int, int]] = {}  # column → the cell that may reach down
    for row, (found, form) in enumerate(zip(placed, forms, strict=True)):
        reaching: dict[int, tuple[int, int]] = {}
        for at, place in enumerate(found):
            if place is None:
                continue
            above = open_cells.get(place.column)
            if at < len(form) and form[at].below and above is not None:
                upper = placed[above[0]][above[1]]
                if upper is not None and upper.column_span == place.column_span:
                    placed[above[0]][above[1]] = replace(upper, row_span=upper.row_span + 1)
                    found[at] = None
                    reaching[place.column] = above
                    continue
            reaching[place.column] = (row, at)
        open_cells = reaching
    return placed
