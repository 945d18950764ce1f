"""RTF, with striprtf: the labels of lists are in its text, and fonts and tables are marked for us.

LibreOffice reads RTF too, but gives nothing that is not found here, needs a second to start, and is
not on every machine: the same bytes should give the same records everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from vnplan.readers.cell_places import MAX_COLUMNS
from vnplan.readers.composing import composed
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.flow import Flow, Mark, table_of
from vnplan.readers.rtf_rows import Form, places
from vnplan.readers.rtf_source import (
    BOLD,
    CELL_END,
    LAYOUT_MARKS,
    LINE_BREAK,
    MARKS,
    NOT_BOLD,
    ROW_END,
    ROW_START,
    UNICODE_FONT,
    NoDocument,
    Prepared,
    prepared,
)
from vnplan.records import Diagnostic, Severity, Source
from vnplan.text.document import Document, StyleKind, Table
from vnplan.text.encoding import decode_text
from vnplan.text.legacy_fonts import font_encoding, from_font

MAX_TEXT: Final = 8_000_000
"""Characters of source without pictures and formatting; a plan of 300 pages has one million."""

_SURROGATES = regex.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_PIECE = regex.compile(rf"[{LAYOUT_MARKS}]|[^{LAYOUT_MARKS}]+")


def read(data: bytes, source: Source) -> Document:
    """The document in an RTF file; raises `UnreadableDocument`."""
    try:
        made = prepared(data)
    except NoDocument as error:
        raise UnreadableDocument(source.uri, str(error)) from None
    if len(made.source) > MAX_TEXT:
        raise UnreadableDocument(source.uri, f"is RTF with over {MAX_TEXT:,} characters")
    from striprtf.striprtf import rtf_to_text

    try:
        raw: str = rtf_to_text(made.source, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError, TypeError, LookupError) as error:
        raise UnreadableDocument(source.uri, f"is damaged RTF ({error})") from None
    text, legacy = _in_unicode(_SURROGATES.sub(_joined, raw), made)
    layout = _Layout(made.rows)
    for piece in _PIECE.findall(text):
        layout.add(piece)
    return layout.document(source, tuple(_about(legacy)))


def _joined(pair: regex.Match[str]) -> str:
    """A character beyond U+FFFF is written as two."""
    return pair.group().encode("utf-16", "surrogatepass").decode("utf-16")


def _in_unicode(text: str, made: Prepared) -> tuple[str, frozenset[str]]:
    """Runs in legacy fonts converted by their font, else the whole text by its words."""
    if not made.fonts:
        decoded = decode_text(text.replace(UNICODE_FONT, ""))
        return decoded.text, frozenset([decoded.legacy] if decoded.legacy else [])
    pieces: list[str] = []
    font, at = "", 0
    for mark in MARKS.finditer(text):
        if mark.group() not in LAYOUT_MARKS:
            pieces.append(from_font(text[at : mark.start()], font))
            font, at = made.fonts.get(mark.group(), ""), mark.end()
    pieces.append(from_font(text[at:], font))
    return "".join(pieces), frozenset(filter(None, map(font_encoding, made.fonts.values())))


def _about(legacy: frozenset[str]) -> Iterator[Diagnostic]:
    if legacy:
        names = " and ".join(sorted(name.upper() for name in legacy))
        yield Diagnostic(
            code="legacy-encoding",
            severity=Severity.INFO,
            message=f"The text was typed in {names} fonts and was converted.",
        )


class _Layout:
    """The text as it is written, and where the cells of its tables stand."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = iter(forms)
        self.flow = Flow()
        self.styles: frozenset[StyleKind] = frozenset()
        self.tables: list[Table] = []
        self.rows: list[tuple[list[Mark], Form]] = []  # of the table that is open
        self.row: list[Mark] | None = None  # the cells of the row that is open
        self.cell: list[str] = []

    def add(self, piece: str) -> None:
        """A mark, or text between two."""
        form = next(self.forms, ()) if piece == ROW_END else ()
        if piece == ROW_START:
            self.row = [] if self.row is None else self.row
        elif self.row is None:
            self._outside("\t" if piece in (CELL_END, ROW_END) else piece)
        elif piece == CELL_END:
            self._end_cell()
        elif piece == ROW_END:
            self._end_row(form)
        else:
            self.cell.append(piece)

    def _outside(self, piece: str) -> None:
        """Text between tables; between the rows of one there is none, not even a line end."""
        if self.rows and piece not in (BOLD, NOT_BOLD) and piece.strip(" "):
            self._end_table()
        self._write(piece)

    def _write(self, piece: str) -> None:
        if piece in (BOLD, NOT_BOLD):
            self.styles = frozenset([StyleKind.BOLD] if piece == BOLD else [])
            return
        if piece == LINE_BREAK:
            self.flow.line()
            return
        for number, line in enumerate(piece.split("\n")):
            if number:
                self.flow.paragraph()
            self.flow.typed(line, self.styles)

    def _end_cell(self) -> None:
        assert self.row is not None
        mark = self.flow.cell(first=not self.rows and not self.row)
        for piece in self.cell:
            self._write(piece)
        self.flow.close(mark)
        self.row.append(mark)
        self.cell = []

    def _end_row(self, form: Form = ()) -> None:
        """A row without cells was none: what it seemed to hold is text."""
        row, left = self.row, self.cell
        self.row, self.cell = None, []
        if row:
            self.rows.append((row, form))
        for piece in left:
            self._outside(piece)

    def _end_table(self) -> None:
        rows, self.rows = self.rows, []
        self.flow.paragraph()
        if max(len(row) for row, _ in rows) > MAX_COLUMNS:
            return
        placed = places([form for _, form in rows], [len(row) for row, _ in rows])
        table = table_of(
            [
                (mark, place)
                for (row, _), found in zip(rows, placed, strict=True)
                for mark, place in zip(row, found, strict=True)
                if place is not None
            ]
        )
        if table is not None:
            self.tables.append(table)

    def document(self, source: Source, diagnostics: tuple[Diagnostic, ...]) -> Document:
        """All of it; to be called once."""
        self._end_row()
        if self.rows:
            self._end_table()
        return composed(
            Document(
                text=self.flow.text(),
                source=source,
                soft_breaks=False,
                tables=tuple(self.tables),
                styles=self.flow.styles(),
                diagnostics=diagnostics,
            )
        )
