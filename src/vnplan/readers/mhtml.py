"""MHTML (.mht): a page as Word and browsers save it in one file; its HTML part is read."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import compat32
from typing import Final

import regex

from vnplan.readers.boilerplate import without_boilerplate
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.html import read_html
from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.encoding import UndecodableBytes, decode

_MOST_LEVELS: Final = 20
"""A page has two: the whole, and the page with its pictures."""
_MOST_PARTS: Final = 2000
_LEVEL = regex.compile(rb"\bmultipart/", regex.IGNORECASE)
_READ: Final = ("text/html", "application/xhtml+xml")


def read(data: bytes, source: Source) -> Document:
    """The document in an MHTML file; raises `UnreadableDocument`."""
    html = _html(data, source.uri)
    if html is None:
        raise UnreadableDocument(source.uri, "is MHTML without a page in it")
    try:
        decoded = decode(html)
    except UndecodableBytes as error:
        raise UnreadableDocument(source.uri, str(error)) from None
    source = source.model_copy(update={"encoding": decoded.encoding})
    return without_boilerplate(read_html(decoded.text, source))


def _html(data: bytes, name: str | None) -> bytes | None:
    """The bytes of the first HTML part; of what it refers to nothing is looked at."""
    levels = sum(1 for _ in zip(_LEVEL.finditer(data), range(_MOST_LEVELS + 1), strict=False))
    if levels > _MOST_LEVELS or data.count(b"\n--") > _MOST_PARTS:
        raise UnreadableDocument(name, "is MHTML of more parts than a page has")
    message = BytesParser(policy=compat32).parsebytes(data.lstrip())
    for part in message.walk():
        if part.get_content_type() in _READ:
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else None
    return None
