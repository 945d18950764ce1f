"""A workbook's ZIP archive, looked over before openpyxl opens it.

openpyxl unpacks whole parts and trusts their XML; so what is too large, packed too well, encrypted
or declares a document type is refused here. `zipfile` unpacks no more of an entry than it declares.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

from vnplan.readers.docx.package import MAX_ENTRIES, MAX_RATIO
from vnplan.readers.errors import UnreadableDocument

MAX_XML_BYTES: Final = 48 * 1024 * 1024
"""All XML of a workbook, unpacked; a table of 10,000 tasks has 5 MiB."""
_FREE_BYTES: Final = 4 * 1024 * 1024  # so much may be packed however well
_HEAD: Final = 8192
_DECLARATION: Final = (b"<!DOCTYPE", b"<!ENTITY")
_ROW: Final = b"PK\x01\x02"  # begins each row of the archive's table of contents


def check_workbook(data: bytes, name: str | None) -> None:
    """Raises `UnreadableDocument` for an archive that is damaged or made to do harm."""
    if data.count(_ROW) > MAX_ENTRIES:
        raise UnreadableDocument(name, f"is an archive of more than {MAX_ENTRIES} files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = 0
            for entry in archive.infolist():
                if not entry.filename.lower().endswith((".xml", ".rels")):
                    continue
                total += entry.file_size
                _check(archive, entry, total, name)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError) as error:
        raise UnreadableDocument(name, f"is a damaged workbook ({error})") from None
    except (NotImplementedError, RuntimeError) as error:  # compression or encryption unknown here
        raise UnreadableDocument(name, f"is a workbook that cannot be unpacked ({error})") from None


def _check(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, total: int, name: str | None) -> None:
    size, packed = entry.file_size, max(entry.compress_size, 1)
    if total > MAX_XML_BYTES or (size > _FREE_BYTES and size > MAX_RATIO * packed):
        raise UnreadableDocument(name, f"unpacks to far more than a table holds ({entry.filename})")
    if entry.flag_bits & 1:
        raise UnreadableDocument(name, "is protected by a password")
    with archive.open(entry) as part:
        head = part.read(_HEAD).replace(b"\x00", b"")  # UTF-16 too
    if any(declared in head for declared in _DECLARATION):
        raise UnreadableDocument(name, f"declares entities, as no workbook does ({entry.filename})")
