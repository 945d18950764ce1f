"""What the characters of a font mean, where the file does not say it or says it wrongly."""

from __future__ import annotations

import pytest
from tests.readers.pdf.making import Sheet, pdf

from vnplan.readers import read_bytes
from vnplan.readers.pdf.fonts import Alphabets, typed_font
from vnplan.readers.pdf.glyph_order import letters, start_of
from vnplan.text.document import Document


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("VnTimeHBold", ".VnTimeH"),
        ("VnTime", ".VnTime"),
        (".VnTimeH,BoldItalic", ".VnTimeH"),
        ("VnArialItalic", ".VnArial"),
        ("VNI-Times,Bold", "VNI-Times"),
        ("TimesNewRomanPS-BoldMT", "TimesNewRoman"),
        ("Times New Roman,Bold", "Times New Roman"),
        ("", ""),
    ],
)
def test_the_name_a_font_was_typed_with(name: str, typed: str) -> None:
    assert typed_font(name) == typed


def read(sheet: Sheet) -> Document:
    return read_bytes(pdf(sheet), name="a.pdf")


OLD = [
    ("VnTimeHBold", "QuyÕt ®Þnh", "QUYẾT ĐỊNH"),
    ("VnTime", "ngµy 25 th¸ng 6 n¨m 2004", "ngày 25 tháng 6 năm 2004"),
    ("VnTime", "Trung \u2212¬ng, l\u2219nh ®¹o", "Trung ương, lãnh đạo"),
    ("VNI-Times", "UÛy ban nhaân daân", "Ủy ban nhân dân"),
]


@pytest.mark.parametrize(("font", "typed", "shown"), OLD)
def test_fonts_of_the_nineties_are_told_by_name(font: str, typed: str, shown: str) -> None:
    document = read(Sheet().text(85, 100, typed, 10, font=font))
    assert document.text == shown
    assert document.source.encoding in ("tcvn3", "vni")
    assert [found.code for found in document.diagnostics] == ["legacy-encoding"]


def test_figures_in_an_old_font_tell_no_encoding() -> None:
    assert read(Sheet().text(85, 100, "1105", font="VnTime")).source.encoding is None


def test_an_old_font_without_its_name_is_told_by_the_words() -> None:
    typed = "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc Quü b¶o l·nh"
    document = read(Sheet().text(20, 100, typed, 8, font="ABCDSerif"))
    assert document.text.startswith("Cộng hoà xã hội chủ nghĩa Việt Nam")
    assert document.source.encoding == "tcvn3"


# What portals show for documents that Ghostscript printed again
GLYPHS = [
    ("&Ӝ1*", "CỘNG"), ("+Ñ$", "HÒA"), ("1*+Ƭ$", "NGHĨA"), ("9,ӊ7", "VIỆT"),
    ("&+Ë1+", "CHÍNH"), ("3+Ӫ", "PHỦ"), ("7ӌ1+", "TỈNH"), ("6Ӣ", "SỞ"), ("7KѭѫQJ", "Thương"),
    ("Yj", "và"), ("ÿm", "đã"), ("FǊQJ", "cũng"), ("NǤ", "kỳ"), ("Nӻ", "kỹ"),
    ("\x14\x13\x18\x13\x124Ĉ\x106&7", "1050/QĐ-SCT"), ("ÿ˱ͥQJ", "đường"),
]  # fmt: skip


@pytest.mark.parametrize(("glyphs", "word"), GLYPHS)
def test_the_order_of_glyphs(glyphs: str, word: str) -> None:
    assert glyphs.translate(letters(start_of([glyphs], slanted=False))) == word


def test_a_font_without_a_map_is_read_by_its_glyphs() -> None:
    sheet = Sheet()
    for row, text in enumerate(["&Ӝ1*\x03+Ñ$", "9,ӊ7\x031$0", "6Ӣ\x03&Ð1*\x037+ѬѪ1*"]):
        sheet.text(85, 100 + 20 * row, text, mapped=False)
    document = read(sheet)
    assert document.text.split() == ["CỘNG", "HÒA", "VIỆT", "NAM", "SỞ", "CÔNG", "THƯƠNG"]
    assert [found.code for found in document.diagnostics] == ["repaired-text-layer"]


def test_signs_that_look_like_blanks() -> None:
    """The glyphs of "&" and "=" have the numbers of a tab and a space."""
    sheet = Sheet().text(85, 100, "6Ӣ\x03.+\t&1", mapped=False)
    assert read(sheet).text == "SỞ KH&CN"


def test_windows_letters_taken_for_those_of_a_macintosh() -> None:
    document = read(Sheet().text(85, 100, "L‡o Cai ng‡y CÙng nghi·p v‡ trÍn b‡n", 8))
    assert document.text.startswith("Lào Cai ngày Công")


@pytest.mark.parametrize("text", ["Kế hoạch số 12 của Sở Y tế", "Budget 2021 £100", "a ‡ † §"])
def test_what_is_right_stays(text: str) -> None:
    document = read(Sheet().text(20, 100, text, 12))
    assert document.text == text
    assert document.diagnostics == ()


def test_a_word_in_two_fonts_is_read_by_both() -> None:
    alphabets = Alphabets()
    old = alphabets.font("VnTime", bold=False, italic=False, unmapped=False)
    assert alphabets.font("VnTime", bold=False, italic=False, unmapped=False) is old
    assert old.words["th¸ng"] == "tháng"
    assert alphabets.legacy == "tcvn3"
