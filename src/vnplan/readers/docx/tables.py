"""Tables: which are data and which only lay the page out, and where each cell stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vnplan.readers.cell_places import MAX_COLUMNS, Place, compressed
from vnplan.readers.docx.xml import MC, VAL, W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROW, _CELL, _TABLE, _TEXT = f"{W}tr", f"{W}tc", f"{W}tbl", f"{W}t"
_WRAPPERS: Final = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
) | {f"{MC}AlternateContent", f"{MC}Choice"}
_MOST_WRAPPERS: Final = 20
# A cell so large, in a table that holds most of the text, is a column of the page.
_PAGE_PARAGRAPHS: Final = 25
_PAGE_SHARE: Final = 0.5


@dataclass(slots=True)
class Grid:
    """The cells of a table of data that show something, and their places.

    `covered` are the cells that a cell above is merged with: Word shows nothing of them.
    """

    places: dict[Element, Place] = field(default_factory=dict)
    covered: set[Element] = field(default_factory=set)


def data_tables(root: Element) -> dict[Element, Grid]:
    """The tables of data in a story, outermost in their place, with their grids.

    A table with fewer than two filled cells is a frame, one that holds a table of data a layout.
    """
    tables = list(root.iter(_TABLE))
    page = _PAGE_SHARE * _size(root) if tables else 0
    found: dict[Element, Grid] = {}
    layouts: set[Element] = set()
    for table in reversed(tables):  # the inner ones first
        grid = None if table in layouts else _grid(table)
        if grid is None or _filled(grid) < 2 or _is_page(grid, page):
            continue
        found[table] = grid
        layouts.update(table.iterancestors(_TABLE))
    return found


def is_deleted(element: Element) -> bool:
    """A row or cell that a tracked change took out."""
    if element.tag == _ROW:
        return element.find(f"{W}trPr/{W}del") is not None
    return element.find(f"{W}tcPr/{W}cellDel") is not None


def _under(parent: Element, wanted: str, depth: int = 0) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also inside content controls and insertions."""
    for child in parent:
        if child.tag == wanted:
            if not is_deleted(child):
                yield child
        elif child.tag in _WRAPPERS and depth < _MOST_WRAPPERS:
            yield from _under(child, wanted, depth + 1)


def _grid(table: Element) -> Grid | None:
    """None for more columns than any real table has."""
    grid = Grid()
    placed: list[list[tuple[Element, Place]]] = []
    above: dict[int, tuple[int, int]] = {}  # column → (row, number in it) of a merged cell
    for row in _under(table, _ROW):
        column = _skipped(row)
        placed.append([])
        here: dict[int, tuple[int, int]] = {}
        for cell in _under(row, _CELL):
            properties = cell.find(f"{W}tcPr")
            wide = min(max(1, number(value(properties, "gridSpan")) or 1), MAX_COLUMNS)
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            if column >= MAX_COLUMNS:
                return None
            if merge is not None and merge.get(VAL) != "restart" and column in above:
                here[column] = above[column]
                grid.covered.add(cell)
                at, number_ = above[column]
                top, place = placed[at][number_]
                tall = len(placed) - place.row
                placed[at][number_] = top, Place(place.row, place.column, tall, place.column_span)
            else:
                if merge is not None:
                    here[column] = len(placed) - 1, len(placed[-1])
                placed[-1].append((cell, Place(len(placed) - 1, column, 1, wide)))
            column += wide
        above = here
    rows = compressed([[place for _, place in row] for row in placed])
    for row_, places in zip(placed, rows, strict=True):
        grid.places.update(zip((cell for cell, _ in row_), places, strict=True))
    return grid


def _skipped(row: Element) -> int:
    """The columns that a row leaves out before its first cell."""
    before = number(value(row.find(f"{W}trPr"), "gridBefore"))
    return max(0, before or 0)


def _filled(grid: Grid) -> int:
    return sum(1 for cell in grid.places if _has_words(cell))


def _has_words(cell: Element) -> bool:
    if any((text.text or "").strip() for text in cell.iter(_TEXT)):
        return True
    return next(cell.iter(f"{W}numPr", f"{W}sym"), None) is not None


def _is_page(grid: Grid, size: float) -> bool:
    """Whether a cell holds so much, over `size` characters, that the table is the page itself."""
    return any(
        sum(1 for _ in cell.iter(f"{W}p")) > _PAGE_PARAGRAPHS and _size(cell) > size
        for cell in grid.places
    )


def _size(element: Element) -> int:
    return sum(len(text.text or "") for text in element.iter(_TEXT))
