"""What is odd about citations is said, never silently put right."""

from __future__ import annotations

from collections.abc import Callable

from vnplan.parsers.citations import citation_findings
from vnplan.records import Citation, Severity

Cite = Callable[..., tuple[Citation, ...]]


def test_two_dates_of_one_act(cite: Cite) -> None:
    found = cite(
        "Nghị quyết số 163/2024/QH15 ngày 27/11/2024 của Quốc hội",
        "Nghị quyết số 163/2024/QH15 ngày 27/11/2025",
        "Nghị quyết số 163/2024/QH15 ngày 27/11/2025",
    )
    (finding,) = citation_findings(found)
    assert finding.code == "citation-date-conflict"
    assert finding.severity is Severity.WARNING
    assert finding.span == found[1].span


def test_a_type_that_the_number_denies(cite: Cite) -> None:
    (finding,) = citation_findings(cite("Kế hoạch số 466/UBND-VX ngày 5/3/2020"))
    assert finding.code == "citation-type-conflict"
    assert "Công văn" in finding.message


def test_a_repaired_number(cite: Cite) -> None:
    (finding,) = citation_findings(cite("Kế hoạch số 75/KH- UBND ngày 09/7/2018"))
    assert finding.code == "number-repaired"
    assert "75/KH-UBND" in finding.message


def test_nothing_odd(cite: Cite) -> None:
    found = cite(
        "Quy định số 296-QĐ/TW ngày 30/5/2025; Thông báo kết luận số 196-TB/TW; văn bản số 5/UBND-KT",
        "CHỈ THỊ SỐ 27/CT-TTG NGÀY 15 THÁNG 8 NĂM 2024",
    )
    assert citation_findings(found) == ()
