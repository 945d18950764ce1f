"""Workbooks (.xlsx, .xlsm): each sheet a page with its title and its task table, by openpyxl.

What is read is what an office sees: figures and days in their formats, the last results of
formulas, cells of the merged ranges once. Hidden sheets and hidden columns are left out; hidden
rows are not, for a filter hides them. Links to other files are never followed.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

import regex

from vnplan.readers.composing import composed
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.flow import Flow, Mark, table_of
from vnplan.readers.xlsx_archive import check_workbook
from vnplan.readers.xlsx_layout import Grid, blocks
from vnplan.readers.xlsx_numbers import shown
from vnplan.records import Diagnostic, Severity, Source, Span
from vnplan.text.document import Document, StyleKind, Table
from vnplan.text.legacy_fonts import font_encoding, from_font

if TYPE_CHECKING:
    from vnplan.readers.cell_places import Place

MAX_ROWS: Final = 20_000
"""Rows of a sheet that are read, and columns: more is data, not a plan."""
MAX_COLUMNS: Final = 100
MAX_SHEETS: Final = 200
_MAX_MERGED: Final = 50_000
_LARGEST_CELL: Final = 10_000  # places; a range merged beyond it is no cell

_MERGED = regex.compile(
    rb"<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"
)
_COLUMN = regex.compile(rb"<(?:\w{1,20}:)?col\s[^<>]{0,400}>")
_FIRST = regex.compile(rb"\bmin=[\"'](\d{1,6})[\"']")
_LAST = regex.compile(rb"\bmax=[\"'](\d{1,6})[\"']")
# <f>SUM(A1:A2)</f></c>: written by a program that does not calculate
_NO_RESULT = regex.compile(
    rb"</(?:\w{1,20}:)?f>\s{0,9}(?:<(?:\w{1,20}:)?v\s?(?:/>|></(?:\w{1,20}:)?v>)\s{0,9})?</(?:\w{1,20}:)?c>"
)
_HIDDEN = regex.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
# "Sheet1", "Trang tính 2", "Bảng3": no title
_UNNAMED = regex.compile(r"(?:sheet|trang[_ ]?tính|trang|bảng)[ _]?\d*", regex.IGNORECASE)


def read(data: bytes, source: Source) -> Document:
    """The document in a workbook; raises `UnreadableDocument`."""
    check_workbook(data, source.uri)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of Excel that openpyxl does not know
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [_sheet(sheet) for sheet in _seen(book)]
        except Exception as error:  # noqa: BLE001 - openpyxl raises whatever bad XML brings about
            reason = f"is a damaged workbook ({type(error).__name__}: {str(error)[:100]})"
            raise UnreadableDocument(source.uri, reason) from None
    return _document(sheets, [sheet.title for sheet in book.worksheets if _hidden(sheet)], source)


@dataclass(slots=True)
class _Sheet:
    """What is seen of a sheet."""

    name: str
    grid: Grid
    legacy: frozenset[str]
    cut: bool
    without_result: int  # formulas


def _hidden(sheet: Any) -> bool:
    return bool(sheet.sheet_state != "visible")


def _seen(book: Any) -> Iterator[Any]:
    return islice((sheet for sheet in book.worksheets if not _hidden(sheet)), MAX_SHEETS)


def _sheet(sheet: Any) -> _Sheet:
    with sheet._get_source() as part:
        xml = part.read()
    merged = dict(islice(_merged(xml), _MAX_MERGED))
    left_out = _hidden_columns(xml)
    covered = _covered(merged)
    words: dict[tuple[int, int], str] = {}
    legacy: set[str] = set()
    # What a sheet says of its own size may be wrong.
    sheet.reset_dimensions()
    row = -1
    for row, cells in enumerate(islice(sheet.iter_rows(max_col=MAX_COLUMNS), MAX_ROWS + 1)):
        if row == MAX_ROWS:
            break
        for column, cell in enumerate(cells):
            if cell.value is None or column in left_out or (row, column) in covered:
                continue
            text = _words(cell, legacy)
            if text.strip():
                words[row, column] = text
    return _Sheet(
        str(sheet.title),
        Grid(words, merged),
        frozenset(legacy),
        cut=row == MAX_ROWS,
        without_result=sum(1 for _ in _NO_RESULT.finditer(xml)),
    )


def _words(cell: Any, legacy: set[str]) -> str:
    text = shown(cell.value, cell.number_format or "")
    if isinstance(cell.value, str) and not text.isascii():
        font = (cell.font.name if cell.font is not None else None) or ""
        if (encoding := font_encoding(font)) is not None:
            legacy.add(encoding)
            return from_font(text, font)
    return text


def _merged(xml: bytes) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """(row, column) of each merged cell, and how many rows and columns it has."""
    for found in _MERGED.finditer(xml):
        left, right = _column_number(found[1]), _column_number(found[3])
        top, bottom = int(found[2]) - 1, int(found[4]) - 1
        down, right = bottom - top + 1, right - left + 1
        if min(top, left) >= 0 < min(down, right) and down * right <= _LARGEST_CELL:
            yield (top, left), (down, right)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _covered(merged: dict[tuple[int, int], tuple[int, int]]) -> set[tuple[int, int]]:
    """The places that a merged cell covers, its own excepted, as far as rows are read."""
    covered: set[tuple[int, int]] = set()
    for (top, left), (down, right) in merged.items():
        for row in range(top, top + down):
            covered.update((row, column) for column in range(left, left + right))
        covered.discard((top, left))
        if len(covered) > MAX_ROWS * MAX_COLUMNS:
            break
    return covered


def _hidden_columns(xml: bytes) -> set[int]:
    hidden: set[int] = set()
    for tag in _COLUMN.finditer(xml):
        if _HIDDEN.search(tag.group()) is None:
            continue
        first, last = _FIRST.search(tag.group()), _LAST.search(tag.group())
        if first is not None and last is not None:
            hidden.update(range(int(first[1]) - 1, min(int(last[1]), MAX_COLUMNS)))
    return hidden


class _Page:
    """The text that all sheets make, and the tables in it."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.tables: list[Table] = []
        self.starts: list[int] = []

    def add(self, sheet: _Sheet) -> None:
        self.flow.paragraph()
        self.starts.append(len(self.flow))
        found = list(blocks(sheet.grid))
        if found and found[0].is_data and _UNNAMED.fullmatch(sheet.name.strip()) is None:
            self._write(sheet.name)
            self.flow.paragraph()
        for block in found:
            if block.is_table:
                self._table(block.cells)
            else:
                self._write(block.cells[0][1])
            self.flow.paragraph()

    def _table(self, cells: tuple[tuple[Place, str], ...]) -> None:
        marks: list[tuple[Mark, Place]] = []
        for number, (place, words) in enumerate(cells):
            mark = self.flow.cell(first=not number)
            self._write(words)
            self.flow.close(mark)
            marks.append((mark, place))
        table = table_of(marks)
        if table is not None:
            self.tables.append(table)

    def _write(self, words: str) -> None:
        for number, line in enumerate(words.split("\n")):
            if number:
                self.flow.line()
            self.flow.typed(line, _NO_STYLE)


_NO_STYLE: Final[frozenset[StyleKind]] = frozenset()


def _document(sheets: list[_Sheet], hidden: list[str], source: Source) -> Document:
    legacy = frozenset().union(*(sheet.legacy for sheet in sheets)) if sheets else frozenset()
    page = _Page()
    for sheet in sheets:
        page.add(sheet)
    text = page.flow.text()
    return composed(
        Document(
            text=text,
            source=source,
            soft_breaks=False,
            pages=_pages(page.starts, len(text)),
            tables=tuple(page.tables),
            diagnostics=tuple(_about(sheets, hidden, legacy)),
        )
    )


def _pages(starts: list[int], size: int) -> tuple[Span, ...]:
    """A page a sheet, where there are several."""
    edges = [*dict.fromkeys([0, *starts[1:]]), size]
    return tuple(Span(start=a, end=b) for a, b in pairwise(edges)) if len(edges) > 2 else ()


def _about(sheets: list[_Sheet], hidden: list[str], legacy: frozenset[str]) -> Iterator[Diagnostic]:
    for encoding in sorted(legacy):
        yield Diagnostic(
            code="legacy-encoding",
            severity=Severity.INFO,
            message=f"Text was typed in {encoding.upper()} fonts and was converted.",
        )
    for name in hidden[:20]:
        yield Diagnostic(
            code="hidden-sheet",
            severity=Severity.INFO,
            message=f"The sheet “{name}” is hidden and was left out.",
        )
    for sheet in sheets:
        if sheet.without_result:
            yield Diagnostic(
                code="formula-without-result",
                severity=Severity.WARNING,
                message=f"{sheet.without_result} formulas of the sheet “{sheet.name}” have no"
                " result in the file: what they would show is missing.",
            )
        if sheet.cut:
            yield Diagnostic(
                code="rows-left-out",
                severity=Severity.WARNING,
                message=f"Of the sheet “{sheet.name}” only the first {MAX_ROWS} rows were read.",
            )
