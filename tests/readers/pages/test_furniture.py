"""What every page carries besides its text is left out; what comes once is text."""

from __future__ import annotations

import pytest
from tests.readers.pages.typist import Typist, centred, grid_rules, laid_out, paragraphs, words

from vnplan.readers.page import Page, Word

BODY = (
    "Thực hiện Quyết định số 1665/QĐ-TTg ngày 30 tháng 10 năm 2017 của Thủ tướng Chính phủ, Ủy ban "
    "nhân dân tỉnh ban hành Kế hoạch thực hiện trên địa bàn tỉnh, cụ thể như sau:"
)


def body(typist: Typist, count: int = 5) -> Typist:
    for _ in range(count):
        typist.paragraph(BODY, gap=6)
    return typist


def numbered(*numbers: str, at: float = 40, middle: float = 297) -> list[Page]:
    """Pages with these words where their numbers stand, and text."""
    return [
        body(Typist().add(centred(middle, at, shown) if shown else [])).page(number)
        for number, shown in enumerate(numbers, 1)
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ["", "2", "3", "4"],
        ["1", "2"],
        ["", "2"],
        ["- 1 -", "- 2 -", "- 3 -"],
        ["Trang 1/3", "Trang 2/3", "Trang 3/3"],
        ["1/3", "2/3", "3/3"],
        ["", "3", "4"],  # the cover was not scanned
        ["17", "18", "19"],  # an annex bound into a volume
    ],
)
@pytest.mark.parametrize("at", [40, 810])
def test_page_numbers(numbers: list[str], at: float) -> None:
    document = laid_out(*numbered(*numbers, at=at))
    assert paragraphs(document) == [BODY] * 5 * len(numbers)
    assert document.diagnostics == ()


def test_a_number_in_the_text_is_text() -> None:
    pages = [
        body(Typist().line(figure).line("Tổng số")).page(number)
        for number, figure in enumerate(["12", "47"], 1)
    ]
    assert paragraphs(laid_out(*pages))[:2] == ["12", "Tổng số"]


def running(*texts: str, at: float = 40, size: float = 10) -> list[Page]:
    return [
        body(Typist().add(words(85, at, text, size) if text else [])).page(number)
        for number, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize("at", [40, 812])
@pytest.mark.parametrize(
    "texts",
    [
        ["Kế hoạch số 12/KH-UBND"] * 4,
        ["", "Kế hoạch số 12/KH-UBND", "Kế hoạch số 12/KH-UBND", "Kế hoạch số 12/KH-UBND"],
        ["Kế hoạch số 12 - trang 1", "Kế hoạch số 12 - trang 2", "Kế hoạch số 12 - trang 3"],
    ],
)
def test_running_lines(texts: list[str], at: float) -> None:
    document = laid_out(*running(*texts, at=at))
    assert paragraphs(document) == [BODY] * 5 * len(texts)
    (found,) = document.diagnostics
    assert found.code == "page-furniture"
    assert "Kế hoạch số 12" in found.message


def test_a_header_of_several_lines_and_a_number() -> None:
    pages = []
    for number in (1, 2, 3):
        typist = Typist().add(words(85, 30, "UBND tỉnh Đắk Nông", 10))
        typist.add(words(85, 42, "Kế hoạch số 12/KH-UBND", 10)).add(centred(297, 54, str(number)))
        pages.append(body(typist).page(number))
    assert paragraphs(laid_out(*pages)) == [BODY] * 15


def test_appendices_that_open_alike_keep_their_headings() -> None:
    pages = []
    for number in (1, 2, 3):
        typist = Typist(top=50).heading(f"PHỤ LỤC {number}")
        typist.heading("(Kèm theo Kế hoạch số 12/KH-UBND)", bold=False)
        pages.append(body(typist).page(number))
    found = paragraphs(laid_out(*pages))
    for number in (1, 2, 3):
        assert f"PHỤ LỤC {number}" in found
    assert found.count("(Kèm theo Kế hoạch số 12/KH-UBND)") == 3


def test_letterheads_of_one_office_are_no_header() -> None:
    pages = []
    for number in (1, 2, 3):
        typist = Typist(top=40).heading("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        typist.heading("Độc lập - Tự do - Hạnh phúc")
        typist.at += 30
        pages.append(body(typist).page(number))
    assert paragraphs(laid_out(*pages)).count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 3


def test_the_heading_of_a_table_comes_again_and_is_no_header() -> None:
    pages = []
    for number in (1, 2, 3):
        typist = Typist(top=300)
        typist.rules += grid_rules([85, 300, 500], [40, 60, 200])
        for left, text in ((90, "Nhiệm vụ"), (305, "Chủ trì")):
            typist.add(words(left, 54, text)).add(words(left, 80, f"{text} {number}"))
        pages.append(body(typist).page(number))
    document = laid_out(*pages)
    assert all("Nhiệm vụ" in table.span.of(document.text) for table in document.tables)
    assert document.diagnostics == ()


def test_a_document_of_nothing_but_the_same_words_is_read() -> None:
    pages = [Typist().line("Mục I").page(number) for number in (1, 2, 3)]
    assert paragraphs(laid_out(*pages)) == ["Mục I"] * 3


STAMPS = [
    ["Người ký: Sở Tài", "chính", "Email:", "stc@daknong.gov.", "vn", "Cơ quan: Tỉnh", "Đắk Nông",
     "Thời gian ký:", "28.12.2018", "15:38:28 +07:00"],
    ["Ký bởi: Sở Công Thương", "Cơ quan: Tỉnh Lào Cai", "Ngày ký: 09-04-2026 10:02:11 +07:00"],
    ["Signature Not Verified", "Được ký bởi: Văn phòng", "Ngày ký: 12.05.2020"],
    ["Digitally signed by Văn thư", "DN: c=VN, o=UBND tỉnh", "Date: 2021.12.22 15:00"],
    ["Ủy ban Nhân dân tỉnh", "Đắk Nông", "Tỉnh Đắk Nông", "18.06.2019", "16:52:00 +07:00"],
]  # fmt: skip


@pytest.mark.parametrize("stamp", STAMPS, ids=[rows[0] for rows in STAMPS])
@pytest.mark.parametrize("left", [250.0, 400.0])
def test_boxes_of_digital_signatures(stamp: list[str], left: float) -> None:
    typist = body(Typist())
    at = typist.at + 12
    typist.add(words(85, at, "Nơi nhận:", 12, bold=True)).add(words(85, at + 14, "- Như trên;", 11))
    typist.add(words(85, at + 28, "- Lưu: VT.", 11))
    typist.add(centred(450, at, "GIÁM ĐỐC", bold=True))
    typist.add(centred(450, at + 120, "Nguyễn Văn Minh", bold=True))
    for row, text in enumerate(stamp):
        typist.add(words(left, at + 36 + 8 * row, text, 7))
    document = laid_out(typist.page())
    assert document.text[document.tables[0].span.start :].split("\n") == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn Minh",
    ]  # fmt: skip
    (found,) = document.diagnostics
    assert found.code == "page-furniture"
    assert stamp[0] in found.message


def test_the_stamp_of_the_office_that_received_the_letter() -> None:
    typist = Typist(top=150)
    for row, text in enumerate(["CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 12/5/2020", "Chuyển: VP"]):
        typist.add(words(100, 40 + 14 * row, text, 11))
    document = laid_out(body(typist).page())
    assert paragraphs(document) == [BODY] * 5
    assert "CÔNG VĂN ĐẾN" in document.diagnostics[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Người ký văn bản chịu trách nhiệm trước pháp luật về nội dung của văn bản đã ký.",
        "Ngày ký: do người có thẩm quyền ghi khi ký văn bản, không ghi trước.",
        "ĐẾN NĂM 2025",
    ],
)
def test_sentences_about_signing_are_text(text: str) -> None:
    document = laid_out(body(body(Typist(), 2).paragraph(text, gap=6), 2).page())
    assert text in paragraphs(document)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ([*words(100, 150, "DỰ", 90), *words(260, 150, "THẢO", 90)], "DỰ THẢO"),
        (words(120, 141, "MẬT", 70), "MẬT"),  # on the baseline of a line of the text
    ],
)
def test_a_watermark_is_no_text(mark: list[Word], said: str) -> None:
    document = laid_out(*(body(Typist()).add(mark).page(number) for number in (1, 2)))
    assert paragraphs(document) == [BODY] * 10
    (found,) = document.diagnostics
    assert found.message == f"Left out of the text (2 pages), watermark: {said}"


def test_large_words_with_nothing_over_them_are_text() -> None:
    cover = Typist().add(words(100, 300, "SỔ TAY", 48)).add(words(100, 360, "hướng dẫn")).page()
    assert paragraphs(laid_out(cover, body(Typist()).page(2)))[0] == "SỔ TAY"
