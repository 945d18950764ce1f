"""The readers of formats that are not text; each is imported when its first document comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from vnplan.readers.containers import DAMAGED_OLE, ENCRYPTED
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import LIBREOFFICE, SPREADSHEETS, Program, need
from vnplan.records import Source
from vnplan.text.document import Document

BinaryRead = Callable[[bytes, Source], Document]
"""What a reader's module offers as `read`: it raises `UnreadableDocument(source.uri, reason)`."""


@dataclass(frozen=True, slots=True)
class BinaryFormat:
    """A format with a reader: its media type, what `Source.reader` says, the module of its `read`.

    `packages` are the modules of extras without which nothing of it can be read, `program` the one
    its reader calls.
    """

    media_type: str
    reader: str
    module: str
    packages: tuple[str, ...] = ()
    program: Program | None = None


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
FORMATS: Final[Mapping[str, BinaryFormat]] = {
    "DOCX": BinaryFormat(f"{_OFFICE}.wordprocessingml.document", "docx", "docx"),
    "PDF": BinaryFormat("application/pdf", "pdf", "pdf", ("pypdfium2",)),
    "DOC": BinaryFormat("application/msword", "doc", "office_text", program=LIBREOFFICE),
    "ODT": BinaryFormat(f"{_OPEN}.text", "odt", "office_text", program=LIBREOFFICE),
    "flat ODT": BinaryFormat(f"{_OPEN}.text-flat-xml", "fodt", "office_text", program=LIBREOFFICE),
    "Word 2003 XML": BinaryFormat(
        "application/msword", "wordml", "office_text", program=LIBREOFFICE
    ),
    "RTF": BinaryFormat("application/rtf", "rtf", "rtf", ("striprtf",)),
    "XLSX": BinaryFormat(f"{_OFFICE}.spreadsheetml.sheet", "xlsx", "xlsx", ("openpyxl",)),
    "XLS": BinaryFormat(
        "application/vnd.ms-excel", "xls", "office_sheet", ("openpyxl",), SPREADSHEETS
    ),
    "ODS": BinaryFormat(f"{_OPEN}.spreadsheet", "ods", "office_sheet", ("openpyxl",), SPREADSHEETS),
    "Excel 2003 XML": BinaryFormat(
        "application/vnd.ms-excel", "excelml", "office_sheet", ("openpyxl",), SPREADSHEETS
    ),
    "MHTML": BinaryFormat("multipart/related", "mhtml", "mhtml"),
    "a PNG image": BinaryFormat("image/png", "png", "image", ("PIL",)),
    "a JPEG image": BinaryFormat("image/jpeg", "jpeg", "image", ("PIL",)),
    "a TIFF image": BinaryFormat("image/tiff", "tiff", "image", ("PIL",)),
    "a WebP image": BinaryFormat("image/webp", "webp", "image", ("PIL",)),
    "a BMP image": BinaryFormat("image/bmp", "bmp", "image", ("PIL",)),
}
"""The formats that are read, by the name `sniff.binary_format` gives them."""

_NOT_READ: Final[Mapping[str, str]] = {
    ENCRYPTED: "is encrypted with a password",
    DAMAGED_OLE: "is a damaged Office 97 file (.doc, .xls): its directory of contents is lost",
    "a Word XML package": "is a Word XML package; saved as .docx it can be read",
    "Word 2 for Windows": "was made by Word 2 (before 1995); saved as .docx it can be read",
    "XLSB": "is a binary Excel workbook; saved as .xlsx it can be read",
}
"""What to say of formats whose name alone would not help."""


def read_binary(kind: str, data: bytes, name: str | None, digest: str) -> Document:
    """The document in bytes of the format `kind`; raises `UnreadableDocument`."""
    known = FORMATS.get(kind)
    if known is None:
        reason = _NOT_READ.get(kind, f"is {kind}, which this version cannot read yet")
        raise UnreadableDocument(name, reason)
    for package in known.packages:
        need(package, kind, name)
    source = Source(
        uri=shown_name(name), media_type=known.media_type, sha256=digest, reader=known.reader
    )
    read: BinaryRead = import_module(f"vnplan.readers.{known.module}").read
    document = read(data, source)
    if not document.text.strip():
        raise UnreadableDocument(name, "holds no text")
    return document


def shown_name(name: str | None) -> str | None:
    """`name` as JSON can hold it: one that is not UTF-8 on the disk gets "?" for what is not."""
    return name.encode("utf-8", "replace").decode("utf-8") if name else None
