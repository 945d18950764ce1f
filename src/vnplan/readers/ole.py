"""The directory of an OLE file (Compound File Binary), the container of Word 97 and Excel 97.

Only as much as tells the kind of document: the names of its streams and how each begins.
[MS-CFB] describes the format; every number below is from there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_SECTORS = 512  # of the directory; some 2,000 names in sectors of 512 bytes
_MINI = 4096  # smaller streams lie in the "mini stream", which is not followed
_LAST_SECTOR = 0xFFFFFFFA


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream of the file: where it stands in the folders is not told. `start` is its first
    sector's bytes, empty for a small stream and where the file is cut off.
    """

    name: str
    start: bytes


def streams(data: bytes) -> dict[str, Stream]:
    """The streams of an OLE file by name; those that a damaged file still tells of."""
    return {stream.name: stream for stream in _streams(data)}


def _streams(data: bytes) -> Iterator[Stream]:
    if len(data) < 512:
        return
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        return
    size = 1 << shift
    for sector in _directory(data, size):
        block = data[(sector + 1) * size : (sector + 2) * size]
        for at in range(0, len(block) - 127, 128):
            entry = block[at : at + 128]
            length, kind = struct.unpack_from("<HB", entry, 64)
            if kind not in (1, 2) or not 2 <= length <= 64:  # a folder or a stream
                continue
            first, stream_size = struct.unpack_from("<II", entry, 116)
            name = entry[: length - 2].decode("utf-16-le", "replace")
            whole = kind == 2 and stream_size >= _MINI
            start = data[(first + 1) * size : (first + 2) * size] if whole else b""
            yield Stream(name, start)


def _directory(data: bytes, size: int) -> Iterator[int]:
    """The sectors of the directory, followed through the allocation table."""
    (sector,) = struct.unpack_from("<I", data, 48)
    tables = struct.unpack_from("<109I", data, 76)
    a_table = size // 4
    for _ in range(_MOST_SECTORS):
        if sector >= _LAST_SECTOR or (sector + 1) * size >= len(data):
            return
        yield sector
        table, place = divmod(sector, a_table)
        at = (tables[table] + 1) * size + 4 * place if table < len(tables) else len(data)
        if at + 4 > len(data):
            return
        (sector,) = struct.unpack_from("<I", data, at)
