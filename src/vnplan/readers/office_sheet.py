"""XLS, ODS and Excel 2003 XML: LibreOffice makes an XLSX of them, and its reader reads it."""

from __future__ import annotations

from typing import Final

from vnplan.readers import office, xlsx
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import SPREADSHEETS, lacking, need_program
from vnplan.records import Source
from vnplan.text.document import Document

_FILTERS: Final = {
    "xls": ("XLS", "MS Excel 97"),
    "ods": ("ODS", "calc8"),
    "excelml": ("Excel 2003 XML", "MS Excel 2003 XML"),
}
"""What the format is called and the import filter of LibreOffice, by `Source.reader`."""


def read(data: bytes, source: Source) -> Document:
    """The document in an XLS, ODS or Excel 2003 XML file.

    Raises `UnreadableDocument`, also where LibreOffice Calc is not installed.
    """
    kind, read_as = _FILTERS[source.reader or ""]
    command = need_program(SPREADSHEETS, kind, source.uri)
    try:
        converted = office.convert(command, data, read_as, office.XLSX)
    except office.ConversionFailed as failed:
        if not office.writes(command, office.XLSX):
            raise lacking(SPREADSHEETS, kind, source.uri) from None
        raise UnreadableDocument(source.uri, f"is {kind}, but {failed}") from None
    return xlsx.read(converted, source)
