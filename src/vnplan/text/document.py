"""The one shape in which every reader hands a document on.

A parser never asks where a text came from: a page saved from a portal, a Word file and a scan all
end as a `Document`. Everything that is reported later is an offset into `Document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vnplan.records import Diagnostic, Source, Span
from vnplan.text.offsets import OffsetMap


class StyleKind(StrEnum):
    """What a reader knows about the look of a piece of text."""

    BOLD = "bold"
    ITALIC = "italic"
    HEADING = "heading"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True)
class Style:
    """A layout hint: `span` of `Document.text` is set in this style."""

    kind: StyleKind
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table (ô): `span` is its content, empty (start == end) for an empty cell.

    `row` and `column` count from 0 and name the cell's upper left corner in the grid.
    """

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table (bảng) as data: its cells in reading order; a cell with spans stands once.

    Letterheads and signature blocks that were laid out as tables are tables here too: what a table
    is for is the parsers' business. `rows` and `columns` are counted once: they are asked for again
    with every row.
    """

    span: Span
    cells: tuple[Cell, ...]
    rows: int = field(init=False, repr=False, compare=False)
    columns: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows = max((cell.row + cell.row_span for cell in self.cells), default=0)
        columns = max((cell.column + cell.column_span for cell in self.cells), default=0)
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "columns", columns)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A word that was recognised in a picture (OCR), and how sure: `confidence` from 0 to 1."""

    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of the bytes.

    `text` is NFC with line feeds only; otherwise the document's own characters. A blank line
    between two lines always separates paragraphs in the source. `soft_breaks` says whether a single
    line feed may be a wrap (plain text, Markdown, PDF) or is always the end of a paragraph or of a
    typed line (HTML, DOCX). `wraps`, where it is not None, decides instead: the offsets, rising, of
    the line feeds that are wraps, seen by the reader on the page itself (PDF, scans); every other
    line feed ends a paragraph. Tables do not overlap and come in reading order; so do pages. Text
    that lies between the cells of a table (the bars of a plain text) belongs to no line.

    `metadata` holds what the container says about the document outside its text, as (name, value):
    a portal's "Số hiệu", "Ngày ban hành", "Người ký"; parsers use it only where the text is silent.
    `recognised` are the words that OCR read, in reading order; none where the text was given.
    `source_map` leads from `text` back to the decoded source, where the reader dropped or composed
    characters (marks of Markdown, portal boilerplate, NFD).
    """

    text: str
    source: Source
    soft_breaks: bool = True
    wraps: tuple[int, ...] | None = None
    pages: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    styles: tuple[Style, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    recognised: tuple[Recognised, ...] = ()
    source_map: OffsetMap | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=())
