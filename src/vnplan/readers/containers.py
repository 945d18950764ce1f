"""What is in a ZIP or OLE file: a dozen formats look the same from outside."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import Final

import regex

from vnplan.readers.ole import Stream, streams

ENCRYPTED: Final = "an encrypted Office file"
DAMAGED_OLE: Final = "a damaged OLE file (Office 97)"
_LARGEST_DIRECTORY = 8 * 2**20  # bytes; a document has some dozen entries of 60 bytes

_FOLDERS: tuple[tuple[str, str], ...] = (
    ("word/", "DOCX"),
    ("xl/", "XLSX"),
    ("ppt/", "PPTX"),
)
_BINARY_SHEET = "xl/workbook.bin"
_OPEN_DOCUMENT: tuple[tuple[bytes, str], ...] = (
    (b"application/vnd.oasis.opendocument.text", "ODT"),  # and -template, -master, -web
    (b"application/vnd.oasis.opendocument.spreadsheet", "ODS"),
    (b"application/vnd.oasis.opendocument.presentation", "ODP"),
    (b"application/epub+zip", "EPUB"),
)
# An OpenDocument file lists its parts, and says of each how it is encrypted.
_MANIFEST = "META-INF/manifest.xml"
_SECRET = b"encryption-data"
_ENTRY = regex.compile(rb"PK\x03\x04.{22}(?P<size>..)", regex.DOTALL)

# What `zipfile` raises for a directory or an entry that is not as it should be.
_DAMAGED = (
    *(zipfile.BadZipFile, struct.error, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(IndexError, NotImplementedError, RuntimeError, ValueError),
)

_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", ENCRYPTED),
    ("WordDocument", "DOC"),
    ("Workbook", "XLS"),
    ("Book", "XLS"),  # Excel 95
    ("PowerPoint Document", "PPT"),
    ("__properties_version1.0", "an Outlook message"),
    ("VisioDocument", "a Visio drawing"),
)


def zip_format(data: bytes) -> str:
    """The format of a ZIP file by the names in its directory: "DOCX", "ODT", "a ZIP archive"."""
    end = data.rfind(b"PK\x05\x06")
    if 0 <= end <= len(data) - 22 and struct.unpack_from("<I", data, end + 12)[0] > (
        _LARGEST_DIRECTORY
    ):
        return "a ZIP archive"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/") for name in archive.namelist()}
            kind = _by_name(names)
            if kind is None and "mimetype" in names:
                kind = _by_type(_start(archive, "mimetype", 256))
                if _SECRET in (_start(archive, _MANIFEST, 65536) if _MANIFEST in names else b""):
                    return ENCRYPTED
            return kind or "a ZIP archive"
    except _DAMAGED:
        # The end is cut off: the reader of the format says that better than "a ZIP archive".
        return _by_name(_local_names(data)) or _by_type(data[38:256]) or "a ZIP archive"


def _start(archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    with archive.open(name) as file:
        return file.read(size)


def _by_name(names: Collection[str]) -> str | None:
    if _BINARY_SHEET in names:
        return "XLSB"
    return next(
        (kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)), None
    )


def _by_type(declared: bytes) -> str | None:
    return next((kind for mark, kind in _OPEN_DOCUMENT if declared.strip().startswith(mark)), None)


def _local_names(data: bytes) -> set[str]:
    """The names that stand before the entries themselves, in the first of them."""

    def each() -> Iterator[str]:
        for entry, _ in zip(_ENTRY.finditer(data), range(1000), strict=False):
            (size,) = struct.unpack("<H", entry["size"])
            yield data[entry.start() + 30 : entry.start() + 30 + size].decode("utf-8", "replace")

    return set(each())


def ole_format(data: bytes) -> str:
    """The format of an OLE file by the streams in it: "DOC", "XLS", "an OLE file (Office 97)"."""
    found = streams(data)
    for name, kind in _STREAMS:
        if name in found:
            return ENCRYPTED if _is_encrypted(kind, found[name]) else kind
    return "an OLE file (Office 97)" if found else DAMAGED_OLE


def _is_encrypted(kind: str, stream: Stream) -> bool:
    """A Word 97 file says so in its first bytes, an Excel file in one of its first records."""
    start = stream.start
    if kind == "DOC" and len(start) >= 12:
        flags: int = struct.unpack_from("<H", start, 10)[0]
        return bool(flags & 0x0100)  # fEncrypted
    if kind == "XLS":
        at = 0
        while at + 4 <= len(start):
            record, size = struct.unpack_from("<HH", start, at)
            if record == 0x002F:  # FilePass
                return True
            at += 4 + size
    return False
