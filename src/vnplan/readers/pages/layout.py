"""From pages of words to a document: what PDF and OCR have in common.

A page is taken apart (furniture, drawn tables, blocks of two columns, lines), then the parts of all
pages are written one after the other: paragraphs and tables that a page break cut are one again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from vnplan.readers.page import Page, Word
from vnplan.readers.pages.blocks import Block, DrawnTable, PageBlocks, page_blocks
from vnplan.readers.pages.columns import Columns
from vnplan.readers.pages.furniture import without_furniture
from vnplan.readers.pages.grid import grids
from vnplan.readers.pages.lines import Line, extent, lines_of
from vnplan.readers.pages.paragraphs import Measure, goes_on, is_apart, measure, side_goes_on
from vnplan.readers.pages.tables import DraftTable, write_table
from vnplan.readers.pages.watermarks import named, watermark
from vnplan.readers.pages.writer import Writer
from vnplan.records import Diagnostic, Severity, Source, Span
from vnplan.text.document import Cell, Document

_ENOUGH = 12
"""So many lines of running text tell the measure of a page by themselves."""


def lay_out(pages: Sequence[Page], source: Source) -> Document:
    """The document on these pages, in order; `Document.wraps` says which line feeds are wraps."""
    drawn = [grids(page.rules) for page in pages]
    marks = [watermark(page) for page in pages]
    lines = [_printed(page, mark) for page, mark in zip(pages, marks, strict=True)]
    bare = without_furniture(pages, lines, drawn)
    parts = [
        page_blocks(page, own, tables)
        for page, own, tables in zip(pages, bare.lines, drawn, strict=True)
    ]
    writing = _Writing(_measures(parts))
    for place, part in enumerate(parts):
        writing.page(place, part)
    writing.finish()
    writer = writing.writer
    return Document(
        text=writer.text(),
        source=source,
        soft_breaks=False,
        wraps=tuple(writer.wraps),
        pages=writer.pages(),
        tables=tuple(writer.tables),
        styles=writer.styles(),
        recognised=tuple(writer.recognised),
        diagnostics=tuple(_told(*note) for note in (*named(marks, pages), *bare.left_out)),
    )


def _printed(page: Page, mark: Sequence[Word]) -> list[Line]:
    """The lines of a page without its watermark.

    In a scan, one without a letter or figure is dirt or a drawn rule.
    """
    behind = set(map(id, mark))
    words = [word for word in page.words if not word.sideways]
    if behind:
        words = [word for word in words if id(word) not in behind]
    lines = lines_of(words)
    if not page.recognised:
        return lines
    return [line for line in lines if any(map(str.isalnum, line.text))]


def _told(numbers: Sequence[int], words: str) -> Diagnostic:
    where = f"page {numbers[0]}" if len(numbers) == 1 else f"{len(numbers)} pages"
    return Diagnostic(
        code="page-furniture",
        severity=Severity.INFO,
        message=f"Left out of the text ({where}), {words}",
    )


def _measures(parts: Sequence[PageBlocks]) -> list[Measure]:
    """The measure of each page's running text; short pages take that of pages as wide."""
    by_width: dict[int, list[Line]] = {}
    for part in parts:
        by_width.setdefault(round(part.width), []).extend(part.lines)
    common = {width: measure(lines) for width, lines in by_width.items()}
    result: list[Measure] = []
    for part in parts:
        whole = common[round(part.width)]
        if len(part.lines) < _ENOUGH:
            left, _ = extent(part.lines) if part.lines else (whole.left, 0.0)
            result.append(replace(whole, left=min(left, whole.left)) if part.lines else whole)
            continue
        own = measure(part.lines)
        result.append(replace(own, indented=whole.indented, leading=own.leading or whole.leading))
    return result


@dataclass(slots=True)
class _Open:
    """The paragraph that is being written: its first and last lines, and on which page it is."""

    opening: Line
    last: Line
    page: int


class _Writing:
    """Writes block after block, and knows what is still open at the end of a page."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self.writer = Writer()
        self._measures = measures
        self._paragraph: _Open | None = None
        self._table: DraftTable | None = None
        self._list: Columns | None = None  # recipients that may go on overleaf
        self._notes: list[Line] = []  # footnotes that wait for the end of the paragraph

    def page(self, place: int, part: PageBlocks) -> None:
        """Writes a page; an open table takes its page break itself."""
        blocks = self._rest_of_list(part)
        first = blocks[0] if blocks else None
        if self._table is not None and isinstance(first, DrawnTable) and self._table.takes(first):
            self._table.add(first)
            blocks = blocks[1:]
        else:
            self._close_table()
            self.writer.page()
        for block in blocks:
            self._block(place, block)
        self._notes += part.notes

    def _rest_of_list(self, part: PageBlocks) -> tuple[Block, ...]:
        """The blocks of a page without the recipients at its top, which go to their list."""
        if self._list is None:
            return part.blocks
        lines = takewhile(lambda block: isinstance(block, Line), part.blocks)
        top = [block for block in lines if isinstance(block, Line)]
        count = self._list.continued(top)
        self._list = self._list.with_more(top[:count])
        self._close_list()
        return part.blocks[count:]

    def _close_list(self) -> None:
        block, self._list = self._list, None
        if block is not None:
            self._columns(block)

    def finish(self) -> None:
        self._close_table()
        self._close_list()
        self._write_notes()

    def _block(self, place: int, block: Block) -> None:
        self._close_table()
        self._close_list()
        if isinstance(block, Line):
            self._line(place, block)
            return
        if isinstance(block, DrawnTable) and len(block.filled) == 1:  # a frame about some text
            for line in block.filled[0].lines:
                self._line(place, line)
            return
        self._write_notes()
        self._paragraph = None
        if isinstance(block, DrawnTable):
            self._table = DraftTable(block)
        elif block.listed:
            self._list = block
        else:
            self._columns(block)

    def _close_table(self) -> None:
        if self._table is not None:
            write_table(self.writer, self._table)
            self._table = None

    def _line(self, place: int, line: Line) -> None:
        """A line of running text: the next of its paragraph, or the first of another."""
        paragraph, column = self._paragraph, self._measures[place]
        if paragraph is None:
            self._write_notes()
            self.writer.line(line, 2)
            self._paragraph = _Open(line, line, place)
            return
        same = paragraph.page == place
        wrap = goes_on(
            paragraph.last,
            line,
            self._measures[paragraph.page],
            opening=paragraph.opening,
            below=None if same else column,
        )
        if not wrap:
            self._write_notes()
        close = same and not is_apart(paragraph.last, line, column)
        self.writer.line(line, 1 if wrap or close else 2, wrap=wrap)
        self._paragraph = _Open(paragraph.opening if wrap else line, line, place)

    def _write_notes(self) -> None:
        """The footnotes of the pages before, each a paragraph."""
        notes, self._notes = self._notes, []
        if not notes:
            return
        column = measure(notes)
        last: Line | None = None
        for line in notes:
            wrap = last is not None and goes_on(last, line, column)
            self.writer.line(line, 1 if wrap else 2, wrap=wrap)
            last = line
        self._paragraph = None

    def _columns(self, block: Columns) -> None:
        """A block of two columns as a table: each column is read by itself."""
        cells: list[Cell] = []
        begin: int | None = None
        for row, pair in enumerate(block.rows):
            for side, lines in enumerate(pair):
                span = self._side(lines, first=begin is None)
                begin = span.start if begin is None else begin
                cells.append(Cell(span, row, side))
        self.writer.table(begin or 0, cells)

    def _side(self, lines: Sequence[Line], *, first: bool) -> Span:
        column = measure(lines)
        start: int | None = None
        last: Line | None = None
        opening: Line | None = None
        for line in lines:
            wrap = (
                last is not None
                and opening is not None
                and side_goes_on(last, line, column, opening=opening)
            )
            span = self.writer.line(line, 2 if first and start is None else 1, wrap=wrap)
            start = span.start if start is None else start
            opening = opening if wrap else line
            last = line
        end = len(self.writer)
        return Span(start=end if start is None else start, end=end)
