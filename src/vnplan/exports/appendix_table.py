"""The table of an appendix in WordprocessingML.

Built as elements, not cell by cell through python-docx, which looks through all cells for each one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PER_MM: Final = 56.69  # twentieths of a point
_SIZE: Final = 24  # half points: 12
_BORDERS: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


class Column(NamedTuple):
    """A column: its key, its head, its width in mm."""

    key: str
    head: str
    width: int
    centred: bool = False

    @property
    def twips(self) -> int:
        """The width as Word counts it."""
        return round(self.width * _PER_MM)


def add(made: Any, element: Any) -> None:
    """Puts a table behind all there is in a document; its last element says how pages are."""
    made.element.body.insert(len(made.element.body) - 1, element)


def table(columns: Sequence[Column], rows: Iterable[Any]) -> Any:
    """The whole table: fixed widths, thin lines, rows in their order."""
    made = _element("tbl")
    properties = _under(made, "tblPr")
    _under(properties, "tblW", w=str(sum(column.twips for column in columns)), type="dxa")
    _under(properties, "jc", val="center")
    borders = _under(properties, "tblBorders")
    for side in _BORDERS:
        _under(borders, side, val="single", sz="4", space="0", color="000000")
    _under(properties, "tblLayout", type="fixed")
    margins = _under(properties, "tblCellMar")
    for side in ("left", "right"):
        _under(margins, side, w="70", type="dxa")
    grid = _under(made, "tblGrid")
    for column in columns:
        _under(grid, "gridCol", w=str(column.twips))
    for row in rows:
        made.append(row)
    return made


def head_row(columns: Sequence[Column]) -> Any:
    """The heads, repeated on every page."""
    row = _row(head=True)
    for column in columns:
        _cell(row, column.twips, column.head, _Look(bold=True, centred=True, middle=True))
    return row


def group_row(columns: Sequence[Column], number: str, name: str) -> Any:
    """A Roman number and a name over all columns, in bold."""
    row = _row()
    _cell(row, columns[0].twips, number, _Look(bold=True, centred=True))
    width = sum(column.twips for column in columns[1:])
    _cell(row, width, name, _Look(bold=True, spans=len(columns) - 1))
    return row


def item_row(columns: Sequence[Column], texts: Sequence[str]) -> Any:
    """A task."""
    row = _row()
    for column, text in zip(columns, texts, strict=True):
        _cell(row, column.twips, text, _Look(centred=column.centred))
    return row


def _row(*, head: bool = False) -> Any:
    row = _element("tr")
    properties = _under(row, "trPr")
    _under(properties, "cantSplit")
    if head:
        _under(properties, "tblHeader")
    return row


class _Look(NamedTuple):
    """How a cell looks, and how many columns it goes over."""

    bold: bool = False
    centred: bool = False
    middle: bool = False
    spans: int = 1


def _cell(row: Any, width: int, text: str, look: _Look) -> None:
    cell = _under(row, "tc")
    properties = _under(cell, "tcPr")
    _under(properties, "tcW", w=str(width), type="dxa")
    if look.spans > 1:
        _under(properties, "gridSpan", val=str(look.spans))
    if look.middle:
        _under(properties, "vAlign", val="center")
    paragraph = _under(cell, "p")
    layout = _under(paragraph, "pPr")
    _under(layout, "spacing", before="20", after="20")
    if look.centred:
        _under(layout, "jc", val="center")
    if not text:
        return
    run = _under(paragraph, "r")
    style = _under(run, "rPr")
    if look.bold:
        _under(style, "b")
    _under(style, "sz", val=str(_SIZE))
    words = _under(run, "t")
    words.set(_SPACE, "preserve")
    words.text = text


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(f"w:{name}")


def _under(parent: Any, name: str, **attributes: str) -> Any:
    made = _element(name)
    for key, value in attributes.items():
        made.set(f"{{{_W}}}{key}", value)
    parent.append(made)
    return made
