"""All renderings of the founding documents, each made once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.renderings.printed import MISSING_OFFICE, office, to_pdf
from tests.renderings.scanned import to_scan
from tests.renderings.sheet import Sheet, founding
from tests.renderings.word import to_docx

from vnplan.records import Plan

FOUNDING = ("thai-nguyen", "binh-duong")
"""The founding documents by the names that `Renderings` takes."""


class Renderings:
    """What the fixture `renderings` gives; a rendering whose program is absent skips the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @staticmethod
    @cache
    def sheet(name: str) -> Sheet:
        """The document's parts."""
        return founding(name)

    def plan(self, name: str) -> Plan:
        """What vnplan reads in the document's text file."""
        return self.sheet(name).plan

    def docx(self, name: str, *, numbered: bool = False) -> bytes:
        """The Word file, its labels typed or, `numbered`, by automatic numbering."""
        return to_docx(self.sheet(name), numbered=numbered)

    def pdf(self, name: str, *, numbered: bool = False) -> bytes:
        """The Word file printed by LibreOffice; skips where that is absent."""
        pytest.importorskip("pypdfium2", reason="needs the extra pdf (pip install 'vnplan[pdf]')")
        if office() is None:
            pytest.skip(MISSING_OFFICE)
        return to_pdf(self.docx(name, numbered=numbered), self._folder)

    def scan(self, name: str, *, dpi: int = 200, rotation: float = 0.0, noise: int = 0) -> bytes:
        """The printed file as pictures."""
        return to_scan(self.pdf(name), dpi=dpi, rotation=rotation, noise=noise)
