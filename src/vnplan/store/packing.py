"""What stands in no table of an index, packed: zlib's format, read by every Python."""

from __future__ import annotations

import zlib
from importlib import import_module
from typing import Final, Protocol, cast


class _Library(Protocol):
    def compress(self, data: bytes, level: int, /) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


def _library() -> _Library:
    try:
        return cast(_Library, import_module("isal.isal_zlib"))
    except ImportError:
        return cast(_Library, zlib)


_FAST: Final = 1
_LIBRARY: Final = _library()
"""Intel's ISA-L (extra `speed`) packs in a fourth of the time; packing is an eighth of indexing."""


def packed(data: bytes) -> bytes:
    """`data` as few bytes, at the least cost."""
    return _LIBRARY.compress(data, _FAST)


def unpacked(data: bytes) -> bytes:
    """What was packed, by whichever of the two libraries."""
    return _LIBRARY.decompress(data)
