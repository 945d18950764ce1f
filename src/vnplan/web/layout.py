"""How a document was laid out: what a page of it shows and its Plan does not know.

Kept beside the plan when the document is read, so that nobody has to read it again to show it.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from vnplan.records import Plan, Source, Span
from vnplan.text.document import Document, Style, Table


class _Layout(BaseModel):
    model_config = ConfigDict(frozen=True)

    source: Source
    soft_breaks: bool
    wraps: tuple[int, ...] | None
    pages: tuple[Span, ...]
    tables: tuple[Table, ...]
    styles: tuple[Style, ...]


def packed(document: Document) -> bytes:
    """Tables, looks and wraps as JSON; the text is that of the plan."""
    layout = _Layout(
        source=document.source,
        soft_breaks=document.soft_breaks,
        wraps=document.wraps,
        pages=document.pages,
        tables=document.tables,
        styles=document.styles,
    )
    return layout.model_dump_json().encode()


def unpacked(file: Path, plan: Plan) -> Document | None:
    """The document as it was laid out; None where that is not known."""
    try:
        layout = _Layout.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
    return Document(
        text=plan.text,
        source=layout.source,
        soft_breaks=layout.soft_breaks,
        wraps=layout.wraps,
        pages=layout.pages,
        tables=layout.tables,
        styles=layout.styles,
    )
