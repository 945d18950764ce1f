"""Whole PDFs, printed by LibreOffice: the same words and the same records as from the text."""

from __future__ import annotations

import pytest
import regex
from tests.renderings import FOUNDING, Renderings, agreement

import vnplan
from vnplan.readers import read_bytes


@pytest.mark.parametrize("numbered", [False, True], ids=["typed", "numbered"])
@pytest.mark.parametrize("name", FOUNDING)
def test_the_records_of_the_text(renderings: Renderings, name: str, numbered: bool) -> None:
    plan = vnplan.parse_bytes(renderings.pdf(name, numbered=numbered), name="a.pdf")
    agreed = agreement(plan, renderings.plan(name))
    assert not agreed.header, str(agreed)
    for kind, least in (("sections", 0.98), ("citations", 0.98), ("tasks", 0.95), ("owners", 0.95)):
        assert agreed.f1(kind) >= least, str(agreed)


@pytest.mark.parametrize("name", FOUNDING)
def test_the_words_of_the_word_file(renderings: Renderings, name: str) -> None:
    """Also where half of the letters come from a fallback font, and lines are set tight or wide."""
    document = read_bytes(renderings.pdf(name))
    # a number is cut at its hyphen by a line end ("57-" "NQ/TW"), and page breaks move nothing
    printed = regex.sub(r"(?<=\w)-\n(?=\w)", "-", document.text).split()
    typed = read_bytes(renderings.docx(name)).text.split()
    assert printed == typed
    assert len(document.pages) > 3
    assert document.pages[-1].end == len(document.text)
