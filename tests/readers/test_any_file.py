"""Every file of the larger corpus becomes a Plan, whatever its format, and goes out as standards."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests import standards
from tests.shelf import Shelf

import vnplan
from vnplan.readers import UnreadableDocument

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SCANNED = 1
"""Pages of a scan that are read: scans of many pages are tested with the founding documents."""
FILES = [path.name for path in sorted(SHARED.glob("*")) if path.suffix != ".tsv"]


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES or [pytest.param("", id="absent")])
def test_a_file_of_the_corpus(name: str, shared_corpus: Path, shared_plans: Shelf) -> None:
    try:
        if name.endswith(("-scan.pdf", "-ocr.pdf")):
            plan = vnplan.parse_bytes(_beginning(shared_corpus / name), name=name)
        else:
            plan = shared_plans.plan(shared_corpus / name)
    except UnreadableDocument as error:
        if " needs " in error.reason:
            pytest.skip(str(error.reason))
        raise
    letters = sum(character.isalpha() for character in plan.text)
    assert letters > 1000
    assert "\ufffd" not in plan.text
    standards.check(plan)


def _beginning(path: Path) -> bytes:
    data = path.read_bytes()
    if find_spec("pypdfium2") is None:
        return data
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    if len(document) <= SCANNED:
        return data
    shorter = pypdfium2.PdfDocument.new()
    shorter.import_pages(document, range(SCANNED))
    file = io.BytesIO()
    shorter.save(file)
    return file.getvalue()
