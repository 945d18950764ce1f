"""Scans of the founding documents at 200 dpi: what their text says, as far as OCR goes."""

from __future__ import annotations

import pytest
from tests.renderings import FOUNDING, Renderings, agreement

import vnplan
from vnplan.readers.ocr.tessdata import tessdata

NEEDED = {"sections": 0.95, "citations": 0.95, "tasks": 0.90}
# The archive line ("Hattt/KHT12/2021") is no word and no number that a grammar could mend.
UNGRAMMATICAL = {"file_code"}


@pytest.mark.slow
@pytest.mark.skipif(tessdata() is None, reason="needs tesseract-ocr-vie (apt-get install)")
@pytest.mark.parametrize("name", FOUNDING)
def test_the_records_of_the_text(renderings: Renderings, name: str) -> None:
    plan = vnplan.parse_bytes(renderings.scan(name), name="a.pdf")
    agreed = agreement(plan, renderings.plan(name))
    assert set(agreed.header) <= UNGRAMMATICAL, str(agreed)
    for kind, least in NEEDED.items():
        assert agreed.f1(kind) >= least, str(agreed)
    assert "recognised-pages" in {found.code for found in plan.diagnostics}
