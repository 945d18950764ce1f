"""Whatever the plan: the document is valid, and nothing of its text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests import standards
from tests.exports.any_plans import plans

import vnplan
from vnplan.exports.akoma_ntoso import akoma_ntoso, text_of
from vnplan.records import Plan, Section, SectionKind, Source, Span


@given(plans())
def test_valid_and_whole(plan: Plan) -> None:
    akn = akoma_ntoso(plan)
    assert standards.faults(akn) == []
    assert text_of(akn) == plan.text
    assert akoma_ntoso(plan) == akn


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\n\x0c\nI. MỤC ĐÍCH\n- Một hai\x1b[31m.\n",
        "KẾ HOẠCH\nI. <script>alert(1)</script>\n1. Sở Tài chính: &lt; ]]> <!-- a -->\n",
        "KẾ HOẠCH\nI. MỤC ĐÍCH\n\u202egnucuc\u202c \u00a0\u2028\ufeff\n",
        "KẾ HOẠCH\n" + "a" * 100_000,
        "\n\n \t\n",
        "",
    ],
)
def test_hostile_text(text: str) -> None:
    source = Source(media_type="text/plain", sha256="0" * 64, reader="plain")
    plan = vnplan.parse(text) if text.strip() else Plan(id="urn:lex:vn", source=source, text=text)
    standards.check(plan)


def test_sections_deeper_than_any_document_has() -> None:
    sections = tuple(
        Section(id=f"{at}", kind=SectionKind.HEADING, label="1", span=Span(start=at, end=2000 - at))
        for at in range(900)
    )
    source = Source(media_type="text/plain", sha256="0" * 64, reader="plain")
    standards.check(Plan(id="urn:lex:vn", source=source, text="1 " * 1000, sections=sections))
