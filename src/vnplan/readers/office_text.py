"""DOC, ODT and their kin: LibreOffice makes a DOCX of them, and the reader of DOCX reads it."""

from __future__ import annotations

from typing import Final

from vnplan.readers import office
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import LIBREOFFICE, need_program
from vnplan.readers.ole import streams
from vnplan.records import Source
from vnplan.text.document import Document

DOCX: Final = "docx:MS Word 2007 XML"
"""What LibreOffice is asked for."""

_FILTERS: Final = {
    "doc": "MS Word 97",
    "odt": "writer8",
    "fodt": "OpenDocument Text Flat XML",
    "wordml": "MS Word 2003 XML",
    "rtf": "Rich Text Format",
}
"""The import filters of LibreOffice by `Source.reader`."""
_WORD_95: Final = b"\xdc\xa5"


def read(data: bytes, source: Source) -> Document:
    """The document in a DOC, ODT, flat ODT, RTF or Word 2003 XML file.

    Raises `UnreadableDocument`, also where LibreOffice is not installed.
    """
    from vnplan.readers import docx

    kind = (source.reader or "").upper()
    command = need_program(LIBREOFFICE, kind, source.uri)
    try:
        converted = office.convert(command, data, _filter(data, source), DOCX)
    except office.ConversionFailed as failed:
        raise UnreadableDocument(source.uri, f"is {kind}, but {failed}") from None
    return docx.read(converted, source)


def _filter(data: bytes, source: Source) -> str:
    """The import filter; a .doc of Word 6 and 95 has one of its own."""
    if source.reader == "doc":
        body = streams(data).get("WordDocument")
        if body is not None and body.start.startswith(_WORD_95):
            return "MS WinWord 6.0"
    return _FILTERS[source.reader or ""]
