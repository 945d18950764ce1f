"""DOC, ODT and their kin: LibreOffice makes a DOCX of them, and the reader of DOCX reads it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Final

import regex

from vnplan.readers import office
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import LIBREOFFICE, lacking, need_program
from vnplan.readers.ole import streams
from vnplan.records import Diagnostic, Severity, Source
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
    document = docx.read(converted, source)
    if not _shows_today(converted):
        return document
    return replace(document, diagnostics=(*document.diagnostics, _TODAY))


_TODAY: Final = Diagnostic(
    code="date-field",
    severity=Severity.WARNING,
    message="A field of the file shows the current day: that of reading it stands in the text.",
)
_DATE_FIELD = regex.compile(rb"(?:<w:instrText[^<>]{0,100}>|w:instr=\")\s{0,9}(?:DATE|TIME)\b")


def _shows_today(converted: bytes) -> bool:
    """Whether the DOCX holds a field that LibreOffice fills with the current day or time."""
    with zipfile.ZipFile(io.BytesIO(converted)) as archive:
        return _DATE_FIELD.search(archive.read("word/document.xml")) is not None


def _is_word_95(data: bytes, source: Source) -> bool:
    """A .doc of Word 6 and 95, whose text begins with another number than that of Word 97."""
    if source.reader != "doc":
        return False
    body = streams(data).get("WordDocument")
    return body is not None and body.start.startswith(b"\xdc\xa5")
