"""DOC, ODT and their kin: LibreOffice makes a DOCX of them, and the reader of DOCX reads it."""

from __future__ import annotations

from typing import Final

from vnplan.readers import office
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import LIBREOFFICE, lacking, need_program
from vnplan.readers.ole import streams
from vnplan.records import Source
from vnplan.text.document import Document

_FILTERS: Final = {
    "doc": ("DOC", "MS Word 97"),
    "odt": ("ODT", "writer8"),
    "fodt": ("flat ODT", "OpenDocument Text Flat XML"),
    "wordml": ("Word 2003 XML", "MS Word 2003 XML"),
}
"""What the format is called and the import filter of LibreOffice, by `Source.reader`."""
_WORD_95: Final = ("DOC", "MS WinWord 6.0")


def read(data: bytes, source: Source) -> Document:
    """The document in a DOC, ODT, flat ODT or Word 2003 XML file.

    Raises `UnreadableDocument`, also where LibreOffice is not installed.
    """
    from vnplan.readers import docx

    kind, read_as = _WORD_95 if _is_word_95(data, source) else _FILTERS[source.reader or ""]
    command = need_program(LIBREOFFICE, kind, source.uri)
    try:
        converted = office.convert(command, data, read_as, office.DOCX)
    except office.ConversionFailed as failed:
        if not office.writes(command, office.DOCX):
            raise lacking(LIBREOFFICE, kind, source.uri) from None
        raise UnreadableDocument(source.uri, f"is {kind}, but {failed}") from None
    return docx.read(converted, source)


def _is_word_95(data: bytes, source: Source) -> bool:
    """A .doc of Word 6 and 95, whose text begins with another number than that of Word 97."""
    if source.reader != "doc":
        return False
    body = streams(data).get("WordDocument")
    return body is not None and body.start.startswith(b"\xdc\xa5")
