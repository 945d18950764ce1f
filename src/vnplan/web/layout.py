"""How a document was laid out: what a page of it shows and its Plan does not know.

Kept beside the plan when the document is read, so that nobody has to read it again to show it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from vnplan.records import Plan
from vnplan.text.document import Document


def packed(document: Document) -> bytes:
    """Tables, looks and wraps as JSON; the text is that of the plan."""
    bare = replace(document, text="", source_map=None, metadata=(), recognised=(), diagnostics=())
    return _adapter().dump_json(bare)


def unpacked(file: Path, plan: Plan) -> Document | None:
    """The document as it was laid out; None where that is not known."""
    try:
        bare = _adapter().validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
    return replace(bare, text=plan.text)


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
