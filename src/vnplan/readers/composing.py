"""A document's text in its normal form, after its markup is gone."""

from __future__ import annotations

from dataclasses import replace

from vnplan.records import Span
from vnplan.text.document import Document, Style, Table
from vnplan.text.normal import normalize


def composed(document: Document) -> Document:
    """Marks that came apart from their letters are composed with them, invisible ones dropped.

    In HTML they came as entities, in a Word file from a Mac or in a run of their own. The places of
    pages, tables, styles and wraps move along.
    """
    normal = normalize(document.text)
    if normal.map is None:
        return document
    offsets = normal.map
    size = len(normal.text)

    def moved(span: Span) -> Span:
        start = min(offsets.derived(span.start), size)
        return Span(start=start, end=max(start, min(offsets.derived(span.end), size)))

    return replace(
        document,
        text=normal.text,
        wraps=None if document.wraps is None else tuple(map(offsets.derived, document.wraps)),
        pages=tuple(moved(page) for page in document.pages),
        tables=tuple(
            Table(
                moved(table.span),
                tuple(replace(cell, span=moved(cell.span)) for cell in table.cells),
            )
            for table in document.tables
        ),
        styles=tuple(Style(style.kind, moved(style.span)) for style in document.styles),
    )
