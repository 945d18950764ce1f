"""Printed lines become paragraphs by what is seen: indent, margin, space; words decide the rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.pages.typist import Typist, laid_out, paragraphs

LONG = (
    "Thực hiện Quyết định số 1665/QĐ-TTg ngày 30 tháng 10 năm 2017 của Thủ tướng Chính phủ về việc "
    "phê duyệt Đề án Hỗ trợ học sinh, sinh viên khởi nghiệp đến năm 2025, Ủy ban nhân dân tỉnh ban "
    "hành Kế hoạch thực hiện trên địa bàn tỉnh, cụ thể như sau:"
)
DASHED = (
    "- Chủ trì, phối hợp với Sở Giáo dục và Đào tạo, các trường cao đẳng trên địa bàn và Sở Lao động "
    "- Thương binh và Xã hội cung cấp tài liệu, tổ chức đào tạo đội ngũ cán bộ tư vấn năm 2021 - 2025."
)
ITEM = (
    "1. Mục đích: Nâng cao nhận thức của cán bộ, công chức về công tác cải cách hành chính giai đoạn "
    "2021 - 2025; tạo sự thống nhất trong chỉ đạo, điều hành của các sở, ban, ngành."
)
TEXTS = [LONG, "I. MỤC ĐÍCH, YÊU CẦU", ITEM, DASHED, "2. Yêu cầu", LONG, DASHED, ITEM, LONG]


@pytest.mark.parametrize(
    ("indent", "gap"),
    [(36, 6), (36, 0), (0, 6), (20, 3)],
    ids=["both", "indent", "space", "little"],
)
def test_paragraphs(indent: float, gap: float) -> None:
    typist = Typist()
    for text in TEXTS:
        typist.paragraph(text, indent=indent, gap=gap)
    assert paragraphs(laid_out(typist.page())) == TEXTS


def test_without_indent_and_space_the_labels_tell() -> None:
    texts = [LONG, "I. MỤC ĐÍCH, YÊU CẦU", ITEM, "2. Yêu cầu", "- Sở Y tế thực hiện.", LONG]
    typist = Typist()
    for text in texts:
        typist.paragraph(text, indent=0)
    assert paragraphs(laid_out(typist.page())) == texts


def test_hanging_labels() -> None:
    """A list whose lines all begin where the words behind the mark do."""
    typist = Typist()
    typist.paragraph(LONG).paragraph(LONG)
    for _ in range(3):
        typist.line("- Sở Khoa học và Công nghệ chủ trì, phối hợp với các", 100)
        typist.line("đơn vị liên quan tham mưu.", 110.5)
    found = paragraphs(laid_out(typist.page()))
    assert (
        found[2:]
        == ["- Sở Khoa học và Công nghệ chủ trì, phối hợp với các đơn vị liên quan tham mưu."] * 3
    )


def test_centred_headings() -> None:
    typist = Typist()
    typist.heading("KẾ HOẠCH")
    typist.heading("Tuyên truyền công tác cải cách hành chính")
    typist.heading("của Sở Tài chính năm 2019")
    typist.paragraph(LONG, gap=20).paragraph(LONG).paragraph(ITEM).paragraph(ITEM)
    document = laid_out(typist.page())
    assert paragraphs(document)[:2] == [
        "KẾ HOẠCH",
        "Tuyên truyền công tác cải cách hành chính của Sở Tài chính năm 2019",
    ]
    assert document.text.startswith("KẾ HOẠCH\nTuyên truyền công tác cải cách hành chính\ncủa Sở")


def test_a_long_heading_in_capitals() -> None:
    title = "THỰC HIỆN ĐỀ ÁN HỖ TRỢ HỌC SINH, SINH VIÊN KHỞI NGHIỆP CỦA CÁC TRƯỜNG CĐ"
    typist = Typist().heading("KẾ HOẠCH").heading(title).heading("ĐẾN NĂM 2025")
    for _ in range(4):
        typist.paragraph(LONG)
    assert paragraphs(laid_out(typist.page()))[:2] == ["KẾ HOẠCH", f"{title} ĐẾN NĂM 2025"]


def test_a_blank_line_stands_between_paragraphs_and_a_feed_between_lines() -> None:
    typist = Typist().paragraph(ITEM).paragraph("2. Yêu cầu").paragraph(ITEM).paragraph(ITEM)
    document = laid_out(typist.page())
    blocks = document.text.split("\n\n")
    assert [block.replace("\n", " ") for block in blocks] == [ITEM, "2. Yêu cầu", ITEM, ITEM]
    assert document.wraps == tuple(
        place
        for place, char in enumerate(document.text)
        if char == "\n" and "\n" not in document.text[place - 1] + document.text[place + 1]
    )


def test_a_paragraph_runs_over_a_page_break() -> None:
    first = Typist().paragraph(ITEM).paragraph(DASHED).paragraph(ITEM)
    second = Typist(left=95, right=549)
    cut = LONG.index("phê duyệt")
    first.paragraph(LONG[:cut])
    second.paragraph(LONG[cut:], indent=0).paragraph(ITEM).paragraph(DASHED).paragraph(ITEM)
    document = laid_out(first.page(1), second.page(2))
    assert paragraphs(document) == [ITEM, DASHED, ITEM, LONG, ITEM, DASHED, ITEM]
    assert document.pages[1].of(document.text).startswith("phê duyệt")


def test_a_page_may_begin_a_paragraph() -> None:
    first, second = Typist(), Typist()
    for page in (first, second):
        page.paragraph(ITEM).paragraph(DASHED).paragraph(ITEM)
    assert len(paragraphs(laid_out(first.page(1), second.page(2)))) == 6


def test_footnotes_wait_for_the_end_of_the_paragraph() -> None:
    first, second = Typist(), Typist()
    cut = LONG.index("phê duyệt")
    for _ in range(8):
        first.paragraph(ITEM)
    first.paragraph(LONG[:cut])
    first.line("¹ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021.", size=10)
    second.paragraph(LONG[cut:], indent=0).paragraph(ITEM).paragraph(ITEM)
    found = paragraphs(laid_out(first.page(1), second.page(2)))
    assert found[8:] == [
        LONG,
        "¹ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021.",
        ITEM,
        ITEM,
    ]


SYLLABLES = st.lists(
    st.sampled_from(["sở", "và", "Tài", "chính", "2021", "-", "nghiệp,", "tỉnh;", "a)", "KẾ"]),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SYLLABLES, min_size=1, max_size=12), st.integers(1, 3))
def test_no_word_is_lost_and_every_place_holds(texts: list[list[str]], pages: int) -> None:
    typed = []
    for number in range(pages):
        typist = Typist()
        for text in texts:
            typist.paragraph(f"số{number} " + " ".join(text), gap=4)
        typed.append(typist.page(number + 1))
    document = laid_out(*typed)
    every = [word for number in range(pages) for text in texts for word in [f"số{number}", *text]]
    assert document.text.split() == every
    assert all(document.text[place] == "\n" for place in document.wraps or ())
    assert list(document.wraps or ()) == sorted(set(document.wraps or ()))
    assert [page.start for page in document.pages[1:]] == [page.end for page in document.pages[:-1]]
    assert (document.pages[0].start, document.pages[-1].end) == (0, len(document.text))
