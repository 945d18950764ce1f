"""Bytes of every encoding that Vietnamese documents come in."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.encoding import UndecodableBytes, decode, decode_text

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN\nSố: 232/KH-UBND\nKẾ HOẠCH\nThực hiện Quyết định số "
    "1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ, căn cứ Luật Tổ chức chính quyền địa phương"
)
FRENCH = "La République française a été proclamée, où l'on élève à l'école des élèves zélés."


def _cp1258(text: str) -> bytes:
    """As Windows writes it: vowels with hat or horn whole, tones as marks after them."""
    pieces = []
    for letter in text:
        try:
            pieces.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base, marks = parts[0], parts[1:]
            tones = [m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323"]
            whole = unicodedata.normalize("NFC", base + "".join(m for m in marks if m not in tones))
            pieces.append((whole + "".join(tones)).encode("cp1258"))
    return b"".join(pieces)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + PLAN.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + PLAN.encode("utf-32-le"), "utf-32-le"),
        (PLAN.encode("utf-16-le"), "utf-16-le"),
        (PLAN.encode("utf-16-be"), "utf-16-be"),
        (_cp1258(PLAN), "cp1258"),
    ],
)
def test_unicode_and_windows(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.damaged) == (encoding, PLAN, 0)


@pytest.mark.parametrize(
    ("typed", "encoding", "text"),
    [
        (
            "Quyết định số 5: C¸c dù ¸n khuyÕn khÝch ®Çu t\u00ad theo Danh môc A vµ ®Þa bµn",
            "tcvn3",
            "Các dự án khuyến khích đầu tư theo Danh mục A và địa bàn",
        ),
        (
            "Veà vieäc pheâ duyeät Keá hoaïch thöïc hieän quy hoaïch söû duïng röøng, ñaát röøng",
            "vni",
            "Về việc phê duyệt Kế hoạch thực hiện quy hoạch sử dụng rừng, đất rừng",
        ),
    ],
)
def test_old_fonts(typed: str, encoding: str, text: str) -> None:
    typed = typed.removeprefix("Quyết định số 5: ")
    decoded = decode(typed.encode("cp1252"))
    assert (decoded.encoding, decoded.text, decoded.legacy) == (encoding, text, encoding)
    saved = decode(typed.encode("utf-8"))
    assert (saved.encoding, saved.text, saved.legacy) == (f"utf-8+{encoding}", text, encoding)
    assert decode_text(typed).text == text


def test_other_languages_are_read_as_they_are() -> None:
    assert decode(FRENCH.encode()).text == FRENCH
    assert decode(FRENCH.encode("cp1252")).text == FRENCH
    assert decode_text(FRENCH).legacy is None


def test_a_download_that_was_cut_in_a_letter() -> None:
    decoded = decode(PLAN.encode() + "ế".encode()[:2])
    assert decoded.text == PLAN + "\ufffd"
    assert (decoded.encoding, decoded.damaged) == ("utf-8", 1)


def test_what_a_page_declares_decides_between_other_encodings() -> None:
    page = '<meta charset="windows-1251"><p>План</p>'
    assert decode(page.encode("cp1251")).text == page


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02\x03" * 100, bytes(range(256)) * 4, b"a\x00\x00\x00" * 50],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UndecodableBytes, match=r"^(holds binary data|is in an unknown)"):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UndecodableBytes:
        return
    assert decode(data) == decoded


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_never_taken_for_something_else(text: str) -> None:
    decoded = decode(text.encode())
    if decoded.legacy is None and not text.startswith("\ufeff"):
        assert decoded.text == text
