"""The readers of formats that are not text; each is imported when its first document comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from vnplan.readers.errors import UnreadableDocument
from vnplan.records import Source
from vnplan.text.document import Document

BinaryRead = Callable[[bytes, Source], Document]
"""What a reader's module offers as `read`: it raises `UnreadableDocument(source.uri, reason)`."""


@dataclass(frozen=True, slots=True)
class BinaryFormat:
    """A format with a reader: its media type, what `Source.reader` says, and where `read` is."""

    media_type: str
    reader: str
    module: str


FORMATS: Final[Mapping[str, BinaryFormat]] = {}
"""The formats that are read, by the name `sniff.binary_format` gives them."""


def read_binary(kind: str, data: bytes, name: str | None, digest: str) -> Document:
    """The document in bytes of the format `kind`; raises `UnreadableDocument`."""
    known = FORMATS.get(kind)
    if known is None:
        raise UnreadableDocument(name, f"is {kind}, which this version cannot read yet")
    source = Source(
        uri=shown_name(name), media_type=known.media_type, sha256=digest, reader=known.reader
    )
    read: BinaryRead = import_module(known.module).read
    document = read(data, source)
    if not document.text.strip():
        raise UnreadableDocument(name, "holds no text")
    return document


def shown_name(name: str | None) -> str | None:
    """`name` as JSON can hold it: one that is not UTF-8 on the disk gets "?" for what is not."""
    return name.encode("utf-8", "replace").decode("utf-8") if name else None
