"""Tables of HTML: which are data and which only lay the page out, and where each cell stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnplan.readers.cell_places import Place, place_cells, span_of
from vnplan.readers.html_tree import Page, Visit, seen, tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br"})
# A cell so large, in a table that holds most of the page, is a column of the page.
_PAGE_BLOCKS = 25
_PAGE_SHARE = 0.5


@dataclass(slots=True)
class _Content:
    """What a cell shows: characters, blocks, and whether a table of data is in it."""

    text: int = 0
    blocks: int = 0
    table: bool = False


def data_tables(page: Page) -> dict[Element, dict[Element, Place]]:
    """The tables of the page that are data, outermost in their place, with the grid of each."""
    contents: dict[Element, _Content] = {}
    tables: list[Element] = []
    whole = _Content()
    open_cells = [whole]
    found: dict[Element, dict[Element, Place]] = {}
    for visit, element in seen(page.root, page.hidden):
        tag = tag_of(element) if visit is not Visit.SKIP else ""
        if visit is Visit.OPEN:
            if tag in {"td", "th"}:
                contents[element] = _Content()
                open_cells.append(contents[element])
            open_cells[-1].text += len((element.text or "").strip())
            open_cells[-1].blocks += tag in _BLOCKS
            continue
        if tag in {"td", "th"} and len(open_cells) > 1:
            inner = open_cells.pop()
            open_cells[-1].text += inner.text
            open_cells[-1].blocks += inner.blocks
            open_cells[-1].table = open_cells[-1].table or inner.table
        elif tag == "table":
            tables.append(element)
            open_cells[-1].table = open_cells[-1].table or _is_data(element, contents, page)
        open_cells[-1].text += len((element.tail or "").strip())
    for table in tables:
        cells = [contents[cell] for cell in _cells(table, page) if cell in contents]
        large = any(
            cell.blocks > _PAGE_BLOCKS and cell.text > _PAGE_SHARE * whole.text for cell in cells
        )
        grid = _grid(table, page) if _is_data(table, contents, page) and not large else None
        if grid is not None:
            found[table] = grid
    return found


def _is_data(table: Element, contents: dict[Element, _Content], page: Page) -> bool:
    """At least two filled cells, none of which holds a table of data itself."""
    cells = [contents[cell] for cell in _cells(table, page) if cell in contents]
    return sum(1 for cell in cells if cell.text) > 1 and not any(cell.table for cell in cells)


def _rows(table: Element, page: Page) -> Iterator[list[Element]]:
    """The rows of the table itself: cells of tables within its cells are not among them."""
    for child in table:
        tag = tag_of(child)
        if child in page.hidden:
            continue
        if tag == "tr":
            yield _row(child, page)
        elif tag in {"tbody", "thead", "tfoot"}:
            for row in child:
                if tag_of(row) == "tr" and row not in page.hidden:
                    yield _row(row, page)


def _row(row: Element, page: Page) -> list[Element]:
    return [cell for cell in row if tag_of(cell) in {"td", "th"} and cell not in page.hidden]


def _cells(table: Element, page: Page) -> Iterator[Element]:
    for row in _rows(table, page):
        yield from row


def _grid(table: Element, page: Page) -> dict[Element, Place] | None:
    """Every cell's place, as HTML defines it."""
    rows = [row for row in _rows(table, page) if row]
    spans = [
        [(span_of(cell.get("rowspan")), span_of(cell.get("colspan"))) for cell in row]
        for row in rows
    ]
    places = place_cells(spans)
    if places is None:
        return None
    pairs = (
        pair for row, put in zip(rows, places, strict=True) for pair in zip(row, put, strict=True)
    )
    return dict(pairs)
