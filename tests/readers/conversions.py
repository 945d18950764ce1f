"""The founding documents in the formats LibreOffice makes of their Word files."""

from __future__ import annotations

from functools import lru_cache

import pytest
from tests.renderings import MISSING_OFFICE, agreement

from vnplan.readers.needs import LIBREOFFICE, found
from vnplan.readers.office import convert
from vnplan.records import Plan

_FILTERS = {
    "doc": "doc:MS Word 97",
    "odt": "odt:writer8",
    "fodt": "fodt:OpenDocument Text Flat XML",
    "rtf": "rtf:Rich Text Format",
    "xml": "xml:MS Word 2003 XML",
    "pdf": "pdf:writer_pdf_Export",
}


@lru_cache(maxsize=32)
def converted(docx: bytes, ending: str) -> bytes:
    """A Word file in another format; skips where LibreOffice is absent."""
    command = found(LIBREOFFICE)
    if command is None:
        pytest.skip(MISSING_OFFICE)
    return convert(command, docx, "MS Word 2007 XML", _FILTERS[ending])


def agrees(plan: Plan, reference: Plan, least: float = 0.99) -> None:
    """Fails where the records of two plans of one document differ."""
    agreed = agreement(plan, reference)
    assert not agreed.header.keys() - {"span"}, agreed
    for kind in ("sections", "citations", "tasks", "owners", "deadlines", "targets"):
        assert agreed.f1(kind) >= least, agreed
