"""ZIP and OLE files as small as they can be, for the tests of what is in them."""

from __future__ import annotations

import io
import struct
import zipfile

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def zipped(*names: str, **contents: bytes) -> bytes:
    """A ZIP file with entries of these names; `contents` are those that hold more than "x"."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"x"))
    return file.getvalue()


def ole(**streams: bytes) -> bytes:
    """An OLE file with these streams, each as long as one that has sectors of its own."""
    names = ["Root Entry", *streams]
    directory_sectors = -(-len(names) // 4)
    table = [_TABLE, *_chain(1, directory_sectors)]
    entries, body = [_entry(names[0], 5, _END, 0)], b""
    for name, content in streams.items():
        padded = content.ljust(4096, b"\x00")
        padded += bytes(-len(padded) % _SECTOR)
        entries.append(_entry(name, 2, len(table), len(padded)))
        table += _chain(len(table), len(padded) // _SECTOR)
        body += padded
    assert len(table) <= _SECTOR // 4
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    header += struct.pack("<108I", *[_FREE] * 108)
    directory = b"".join(entries).ljust(directory_sectors * _SECTOR, b"\x00")
    return header + struct.pack("<128I", *table) + directory + body


def _chain(first: int, sectors: int) -> list[int]:
    return [*range(first + 1, first + sectors), _END]


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    stored = (name + "\0").encode("utf-16-le")
    head = stored.ljust(64, b"\x00") + struct.pack("<HBB", len(stored), kind, 1)
    head += struct.pack("<III", _FREE, _FREE, _FREE) + bytes(36)
    return head + struct.pack("<IQ", start, size)
