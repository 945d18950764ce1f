"""The measure itself: what agrees counts as one, what does not is found; renderings are what they say."""

from __future__ import annotations

import pytest
from tests.renderings import FOUNDING, Renderings, agreement, to_docx

import vnplan

TEXT = """ỦY BAN NHÂN DÂN
TỈNH THÁI NGUYÊN
Số: 232/KH-UBND
Thái Nguyên, ngày 22 tháng 12 năm 2021
KẾ HOẠCH
Phát triển giáo dục nghề nghiệp
Thực hiện Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ.
I. MỤC TIÊU
- Đến năm 2025, 100% các trường có website.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí thực hiện Kế hoạch.
2. Sở Y tế: Tổ chức tuyên truyền về Kế hoạch.
"""


@pytest.mark.parametrize(
    ("before", "after", "kind", "least", "most"),
    [
        ("", "", "tasks", 1, 1),
        # other line ends, a letter read wrong: the same records
        ("Bố trí kinh phí thực hiện", "Bố trí kinh phí\nthực hiện", "tasks", 1, 1),
        ("tuyên truyền", "tuvên truyền", "tasks", 1, 1),
        ("2. Sở Y tế: Tổ chức tuyên truyền về Kế hoạch.\n", "", "tasks", 0.6, 0.7),
        ("Sở Y tế", "Sở Nội vụ", "owners", 0.5, 0.5),
        ("1665/QĐ-TTg", "1655/QĐ-TTg", "citations", 0, 0),
        ("II. TỔ", "III. TỔ", "sections", 0, 0.9),
        ("100%", "10%", "targets", 0, 0),
        ("năm 2025", "năm 2026", "deadlines", 0, 0),
    ],
)
def test_agreement(before: str, after: str, kind: str, least: float, most: float) -> None:
    other = TEXT.replace(before, after) if before else TEXT
    agreed = agreement(vnplan.parse(other), vnplan.parse(TEXT))
    assert least <= agreed.f1(kind) <= most, str(agreed)
    assert not agreed.header


def test_the_header() -> None:
    other = vnplan.parse(TEXT.replace("232/KH", "233/KH"))
    assert agreement(other, vnplan.parse(TEXT)).header.keys() == {"number"}


@pytest.mark.parametrize("name", FOUNDING)
def test_a_document_agrees_with_itself(renderings: Renderings, name: str) -> None:
    plan = renderings.plan(name)
    agreed = agreement(plan, plan)
    assert not agreed.header
    assert not agreed.differences
    assert all(tally.both > 0 for kind, tally in agreed.kinds.items() if kind != "targets")


@pytest.mark.parametrize("name", FOUNDING)
def test_word_files(renderings: Renderings, name: str) -> None:
    """The same bytes each time; labels stand in one of the two only."""
    typed, numbered = (renderings.docx(name, numbered=each) for each in (False, True))
    assert typed == to_docx(renderings.sheet(name))
    assert typed != numbered


def test_printed_and_scanned(renderings: Renderings) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    printed = pdfium.PdfDocument(renderings.pdf("thai-nguyen"))
    scanned = pdfium.PdfDocument(renderings.scan("thai-nguyen", dpi=40, rotation=0.5, noise=30))
    assert len(printed) == len(scanned) > 4
    for page in (0, 1):
        assert "HSSV" in printed[page].get_textpage().get_text_bounded()
        assert not scanned[page].get_textpage().get_text_bounded().strip()
    first = scanned[0].get_size()
    assert [round(side) for side in first] == pytest.approx([595, 842], abs=3)
