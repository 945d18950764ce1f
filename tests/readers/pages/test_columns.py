"""Blocks of two columns: letterhead, recipients beside the signature, signers, addressees."""

from __future__ import annotations

import pytest
from tests.readers.pages.typist import (
    Typist,
    cells,
    centred,
    laid_out,
    paragraphs,
    words,
)

from vnplan.readers.pages.columns import columns_of
from vnplan.readers.pages.lines import lines_of

BODY = (
    "Thực hiện Quyết định số 1665/QĐ-TTg ngày 30 tháng 10 năm 2017 của Thủ tướng Chính phủ, Ủy ban "
    "nhân dân tỉnh ban hành Kế hoạch thực hiện trên địa bàn tỉnh, cụ thể như sau:"
)
A, B = 165.0, 400.0
"""The middles of the two columns of a letterhead."""


def letterhead(
    typist: Typist, *, shift: float = 0.0, day: str = "Đắk Nông, ngày 28 tháng 12"
) -> Typist:
    """The usual one; the right column stands `shift` points lower than the left."""
    typist.add(centred(A, 60, "UBND TỈNH ĐẮK NÔNG", 13))
    typist.add(centred(A, 76, "SỞ TÀI CHÍNH", 13, bold=True))
    typist.add(centred(B, 60 + shift, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True))
    typist.add(centred(B, 76 + shift, "Độc lập - Tự do - Hạnh phúc", 13, bold=True))
    typist.add(centred(A, 98, "Số: 3125/KH-STC", 13))
    typist.add(centred(B, 98 + shift, day, 13, italic=True))
    typist.at = 140
    return typist


def body(typist: Typist) -> Typist:
    typist.heading("KẾ HOẠCH").heading("Tuyên truyền cải cách hành chính")
    for _ in range(4):
        typist.paragraph(BODY, gap=6)
    return typist


@pytest.mark.parametrize("shift", [0.0, 0.5, 5.0, -4.0])
def test_a_letterhead(shift: float) -> None:
    document = laid_out(body(letterhead(Typist(), shift=shift)).page())
    assert cells(document) == [
        ["UBND TỈNH ĐẮK NÔNG / SỞ TÀI CHÍNH",
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc"],
        ["Số: 3125/KH-STC", "Đắk Nông, ngày 28 tháng 12"],
    ]  # fmt: skip
    assert paragraphs(document)[:3] == ["KẾ HOẠCH", "Tuyên truyền cải cách hành chính", BODY]


def test_names_so_long_that_the_columns_nearly_touch() -> None:
    typist = Typist()
    typist.add(centred(155, 60, "BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI", 12))
    typist.add(words(268, 60.6, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True))
    typist.add(centred(155, 76, "TỈNH THỪA THIÊN HUẾ", 12))
    typist.add(centred(400, 76, "Độc lập - Tự do - Hạnh phúc", 13, bold=True))
    typist.at = 120
    (row,) = cells(laid_out(body(typist).page()))
    assert row[0] == "BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI / TỈNH THỪA THIÊN HUẾ"


def test_a_letter_with_its_subject() -> None:
    typist = letterhead(Typist())
    typist.add(centred(A, 114, "V/v bảo đảm an toàn giao thông", 12))
    typist.add(centred(A, 128, "trong dịp nghỉ hè", 12))
    typist.add(words(140, 160, "Kính gửi: Các phòng, ban"))
    typist.at = 190
    for _ in range(4):
        typist.paragraph(BODY)
    document = laid_out(typist.page())
    assert cells(document)[1][0] == (
        "Số: 3125/KH-STC / V/v bảo đảm an toàn giao thông trong dịp nghỉ hè"
    )
    assert paragraphs(document)[0] == "Kính gửi: Các phòng, ban"


def test_the_motto_of_the_party_in_a_sentence_opens_nothing() -> None:
    typist = Typist()
    for _ in range(5):
        typist.paragraph("Đảng Cộng sản Việt Nam, Mặt trận Tổ quốc Việt Nam và các đoàn thể", gap=6)
    assert laid_out(typist.page()).tables == ()


def test_a_motto_alone() -> None:
    typist = Typist().heading("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    typist.heading("Độc lập - Tự do - Hạnh phúc").heading("ĐƠN ĐỀ NGHỊ")
    for _ in range(4):
        typist.paragraph(BODY, gap=6)
    document = laid_out(typist.page())
    assert document.tables == ()
    assert paragraphs(document)[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def signed(typist: Typist, *, above: float = 0.0) -> Typist:
    """Recipients and signature; the right column begins `above` points higher."""
    top = typist.at + 20
    typist.add(words(85, top, "Nơi nhận:", 12, bold=True, italic=True))
    entries = ["- UBND tỉnh (b/c);", "- Văn phòng Sở (Bố trí kinh phí, phương", "tiện phục vụ đoàn);",
               "- Lưu: VT."]  # fmt: skip
    for row, entry in enumerate(entries, 1):
        typist.add(words(85, top + 12.6 * row, entry, 11))
    for row, line in enumerate(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]):
        typist.add(centred(420, top - above + 17 * row, line, bold=True))
    typist.add(centred(420, top - above + 90, "Nguyễn Văn Minh", bold=True))
    typist.at = top + 130
    return typist


SIGNED = [
    "Nơi nhận: / - UBND tỉnh (b/c); / - Văn phòng Sở (Bố trí kinh phí, phương tiện phục vụ đoàn); "
    "/ - Lưu: VT.",
    "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Nguyễn Văn Minh",
]


@pytest.mark.parametrize("above", [0.0, 2.0, -5.0, 9.0, 20.0])
def test_recipients_beside_a_signature(above: float) -> None:
    document = laid_out(signed(body(Typist()), above=above).page())
    assert cells(document) == [SIGNED]
    assert paragraphs(document)[-1] == BODY


def test_what_follows_a_signature_on_the_page() -> None:
    typist = signed(body(Typist(top=40)))
    typist.heading("PHỤ LỤC").heading("DANH MỤC NHIỆM VỤ").paragraph(BODY).paragraph(BODY)
    document = laid_out(typist.page())
    assert cells(document) == [SIGNED]
    assert paragraphs(document)[-4:] == ["PHỤ LỤC", "DANH MỤC NHIỆM VỤ", BODY, BODY]


def test_text_below_a_signature_whose_words_happen_to_part_at_the_gutter() -> None:
    typist = signed(body(Typist(top=40)))
    typist.paragraph(f"Ghi chú: {BODY}").paragraph(BODY)
    assert cells(laid_out(typist.page())) == [SIGNED]


def test_recipients_that_go_on_overleaf() -> None:
    first, second = signed(body(Typist())), Typist()
    for row, entry in enumerate(["- Các sở, ban, ngành;", "- Lưu: VT, VP."]):
        second.add(words(85, 60 + 12.6 * row, entry, 11))
    second.at = 120
    second.heading("PHỤ LỤC").paragraph(BODY).paragraph(BODY).paragraph(BODY)
    document = laid_out(first.page(1), second.page(2))
    ((left, right),) = cells(document)
    assert left.endswith("- Lưu: VT. / - Các sở, ban, ngành; / - Lưu: VT, VP.")
    assert right == SIGNED[1]
    assert paragraphs(document)[-4:] == ["PHỤ LỤC", BODY, BODY, BODY]
    assert document.pages[1].of(document.text).startswith("PHỤ LỤC")


def test_text_overleaf_is_no_recipient() -> None:
    second = body(Typist())
    document = laid_out(signed(body(Typist())).page(1), second.page(2))
    assert cells(document) == [SIGNED]


def test_recipients_in_a_sentence_open_nothing() -> None:
    typist = Typist()
    for _ in range(6):
        typist.paragraph(f"Các nơi nhận: {BODY}", gap=6)
    assert laid_out(typist.page()).tables == ()


def test_two_signers() -> None:
    typist = body(Typist())
    for step, (left, right) in enumerate(
        [("SỞ VĂN HÓA VÀ THỂ THAO", "LIÊN ĐOÀN LAO ĐỘNG"), ("GIÁM ĐỐC", "CHỦ TỊCH"),
         ("Nguyễn Văn Lên", "Nguyễn Thiện Phú")]
    ):  # fmt: skip
        at = typist.at + 20 + (0, 18, 90)[step]
        typist.add(centred(180, at, left, bold=True)).add(centred(430, at, right, bold=True))
    assert cells(laid_out(typist.page())) == [
        ["SỞ VĂN HÓA VÀ THỂ THAO / GIÁM ĐỐC / Nguyễn Văn Lên",
         "LIÊN ĐOÀN LAO ĐỘNG / CHỦ TỊCH / Nguyễn Thiện Phú"],
    ]  # fmt: skip


def test_addressees_beside_their_label() -> None:
    typist = Typist()
    typist.add(words(120, 60, "Kính gửi:"))
    for row, name in enumerate(["- Sở Y tế;", "- Sở Tài chính;", "- Công an tỉnh."]):
        typist.add(words(240, 60 + 18 * row, name))
    typist.at = 130
    for _ in range(4):
        typist.paragraph(BODY)
    document = laid_out(typist.page())
    assert cells(document) == [["Kính gửi:", "- Sở Y tế; / - Sở Tài chính; / - Công an tỉnh."]]


def test_a_wide_space_in_one_line_opens_nothing() -> None:
    typist = Typist()
    for _ in range(3):
        typist.paragraph(BODY, gap=6)
    typist.add(words(85, typist.at, "Điện thoại:")).add(words(300, typist.at, "Fax:"))
    typist.at += 18
    typist.paragraph(BODY, gap=6).paragraph(BODY, gap=6)
    document = laid_out(typist.page())
    assert document.tables == ()
    assert "Điện thoại: Fax:" in paragraphs(document)


def test_every_word_is_in_a_column_or_in_a_line() -> None:
    page = signed(body(letterhead(Typist()))).page()
    blocks, rest = columns_of(lines_of(page.words), page.width)
    found = [word for block in blocks for word in block.words()]
    found += [word for line in rest for word in line.words]
    assert sorted(found) == sorted(page.words)
