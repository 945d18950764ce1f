"""Plain text: the text as it is, with the flattened tables between its bars."""

from __future__ import annotations

from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.normal import normalize


def read_plain(text: str, source: Source) -> Document:
    """`text` in its normal form, bars included; lines may be wraps (`soft_breaks`)."""
    normal = normalize(text)
    return Document(text=normal.text, source=source, pages=normal.pages, source_map=normal.map)
