"""Streams of a PDF that unpack to far more than a document holds: found before pdfium does so.

It reads the content of a page as a whole and cannot be stopped: 800 bytes that were packed twice
took a minute and 4 GB. Only what deflate packed is looked at; of a usual stream its first bytes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

from vnplan.readers.errors import UnreadableDocument

MEGABYTE: Final = 1 << 20
MAX_CONTENT: Final = 16 * MEGABYTE
"""What draws a page; a map has five."""
MAX_ALL: Final = 128 * MEGABYTE
"""Of all streams that are no pictures and could be large; and of one picture, one font."""

_RATIO: Final = 1032  # deflate packs no better
_LAYERS: Final = 4
_STEP: Final = MEGABYTE
_HEAD: Final = 2_000
_LARGE = re.compile(
    rb"/Subtype\s*/Image|/Length1\b|/FontFile"
)  # pictures, fonts: drawn piece by piece


def check_packing(data: bytes, name: str | None) -> None:
    """Raises `UnreadableDocument` for a stream that is too large unpacked."""
    everything = 0
    for head, packed in _streams(data):
        drawn = _LARGE.search(head) is None
        size = _unpacked(packed, MAX_CONTENT if drawn else MAX_ALL)
        everything += size if drawn else 0
        if size > (MAX_CONTENT if drawn else MAX_ALL) or everything > MAX_ALL:
            limit = (MAX_CONTENT if drawn and everything <= MAX_ALL else MAX_ALL) // MEGABYTE
            raise UnreadableDocument(name, f"unpacks to too much: more than {limit} MB")


def _streams(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """What stands before each stream in its object, and the stream."""
    view, end = memoryview(data), 0
    while (at := data.find(b"stream", end)) >= 0:
        begin = at + 6 + data.startswith(b"\r\n", at + 6) + 1
        end = data.find(b"endstream", begin)
        if end < 0:
            end = len(data)
        head = data[max(0, at - _HEAD) : at]
        yield head[head.rfind(b" obj") + 1 :], view[begin:end]
        end += 9


def _unpacked(packed: memoryview | bytes, limit: int, layers: int = _LAYERS) -> int:
    """The bytes that come out; 0 where these are no more than `limit` anyhow."""
    if not _is_packed(packed) or not layers:
        return 0
    try:
        inside = zlib.decompressobj().decompress(packed[:256], 2)
        if _is_packed(inside):
            return _unpacked(_first(packed, limit), limit, layers - 1)
        return _count(packed, limit) if len(packed) * _RATIO > limit else 0
    except zlib.error:  # damaged, or no such thing after all: pdfium makes little of it
        return 0


def _is_packed(data: memoryview | bytes) -> bool:
    """Whether it begins as deflate's output does (RFC 1950)."""
    return len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0


def _first(packed: memoryview | bytes, limit: int) -> bytes:
    return zlib.decompressobj().decompress(packed, limit + 1)


def _count(packed: memoryview | bytes, limit: int) -> int:
    work, rest, size = zlib.decompressobj(), bytes(packed), 0
    while rest and size <= limit and not work.eof:
        size += len(work.decompress(rest, _STEP))
        rest = work.unconsumed_tail
    return size
