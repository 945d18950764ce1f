"""Words are put together from where their glyphs stand, whatever the file's order."""

from __future__ import annotations

import pytest
from tests.readers.pdf.making import BOLD, Sheet, pdf

from vnplan.readers.page import Page, Word
from vnplan.readers.pdf.library import opened
from vnplan.readers.pdf.pages import Reading, read_pages

OTHER = "DejaVuSerif"


def page(sheet: Sheet) -> Page:
    with opened(pdf(sheet), None) as document:
        (read,) = read_pages(document, Reading())
    return read


def words(sheet: Sheet) -> list[str]:
    """The words of a page as one reads: line by line."""
    found = sorted(page(sheet).words, key=lambda word: (round(word.baseline), word.left))
    return [word.text for word in found]


def word(sheet: Sheet) -> Word:
    (found,) = page(sheet).words
    return found


def test_where_a_word_stands() -> None:
    found = word(Sheet().text(85, 100, "Sở"))
    assert (round(found.left), round(found.right), round(found.baseline)) == (85, 113, 100)
    assert 85 < found.top < 100 <= found.bottom < 105
    assert (found.size, found.bold, found.italic, found.confidence) == (14, False, False, None)


WORDS = [
    ("spaces", Sheet().text(85, 100, "Kế hoạch số 12/KH-UBND"), "Kế hoạch số 12/KH-UBND"),
    ("no-break space", Sheet().text(85, 100, "Điều\u00a01"), "Điều 1"),
    # "TỔ CHỨC" in Times, the Ổ from another font: drawn last, in the gap that was left for it
    (
        "a letter of a second font",
        Sheet().gapped(85, 100, ["T", 14, " CHỨC"]).text(99, 100, "Ổ", font=OTHER),
        "TỔ CHỨC",
    ),
    (
        "a wide letter of a second font over a space",
        Sheet().gapped(85, 100, ["TH", 11.5, " XIV"]).text(113, 100, "Ứ", font=OTHER),
        "THỨ XIV",
    ),
    (
        "a first letter of a second font",
        Sheet().text(99, 100, "Y BAN").text(85, 100, "Ủ", font=OTHER),
        "ỦY BAN",
    ),
    (
        "a narrow letter in a gap that is no space",
        Sheet().gapped(85, 100, ["th", 2, "t"]).text(113, 100, "ị", 2, font=OTHER),
        "thịt",
    ),
    ("pieces of a number", Sheet().text(85, 100, "/KH").text(127, 100, "-").text(141, 100, "STC"),
     "/KH-STC"),
    ("a gap without a space", Sheet().text(85, 100, "Số:").text(132, 100, "3125"), "Số: 3125"),
    ("kerning", Sheet().gapped(85, 100, ["A", -1, "V", 0.5, "N"]), "AVN"),
    ("letters set apart", Sheet().text(85, 100, "QUYẾT ĐỊNH", spacing=5), "QUYẾT ĐỊNH"),
    (
        "letters set apart, in two fonts",
        Sheet().text(85, 100, "QUY", spacing=1.5).text(131.5, 100, "Ế", font=OTHER).text(147, 100, "T"),
        "QUYẾT",
    ),
    ("drawn twice to look bold", Sheet().text(85, 100, "Sở").text(85.4, 100, "Sở"), "Sở"),
    ("decomposed", Sheet().text(85, 100, "Thực hiện nhiệm vụ"), "Thực hiện nhiệm vụ"),
    (
        "a mark drawn over its letter",
        Sheet().text(85, 100, "hoa").text(103, 100, "\u0300", 2, font=OTHER),
        "hòa",
    ),
    ("Ð is not Đ", Sheet().text(85, 100, "QÐ-TTg"), "QÐ-TTg"),
    ("the mark of a bullet", Sheet().text(85, 100, "\uf0b7 Sở"), "\uf0b7 Sở"),
    ("invisible characters", Sheet().text(85, 100, "a\u200bb\u00adc"), "abc"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "text"), [row[1:] for row in WORDS], ids=[r[0] for r in WORDS])
def test_words(sheet: Sheet, text: str) -> None:
    assert " ".join(words(sheet)) == text


RAISED = [
    ("năm 2021", "1", -5, "năm 2021¹"),
    ("năm 2021", "(1)", -5, "năm 2021⁽¹⁾"),
    ("100 km", "2", -5, "100 km2"),
    ("CO", "2", 3, "CO2"),
    ("VT, CN", "(M.Hà)", 2, "VT, CN(M.Hà)"),
]


@pytest.mark.parametrize(("text", "small", "shift", "read"), RAISED)
def test_raised_and_sunken(text: str, small: str, shift: float, read: str) -> None:
    width = sum(3.5 if char == " " else 14 for char in text)
    sheet = Sheet().text(85, 100, text).text(85 + width, 100 + shift, small, 8)
    assert " ".join(words(sheet)) == read


def test_what_follows_a_sunken_word_on_the_line() -> None:
    sheet = Sheet().text(85, 100, "VT, CN").text(158.5, 102, "(Hà)", 8).text(190.5, 100, ".")
    assert " ".join(words(sheet)) == "VT, CN(Hà)."


def test_bold_and_italic_are_told_by_the_font_or_the_pen() -> None:
    sheet = Sheet().text(85, 100, "MỤC", font=BOLD)
    sheet.text(150, 100, "ĐÍCH", mode=2).text(85, 130, "ngày", font="TimesNewRomanPS-ItalicMT")
    looks = {found.text: (found.bold, found.italic) for found in page(sheet).words}
    assert looks == {"MỤC": (True, False), "ĐÍCH": (True, False), "ngày": (False, True)}


NOT_SEEN = [
    Sheet().text(85, 100, "Sở").text(85, 130, "$", mode=3),
    Sheet().text(85, 100, "Sở").text(85, 130, "tí hon", 0.1),
    Sheet().text(85, 100, "Sở").text(85, 130, "không", 0),
    Sheet().text(85, 100, "Sở").text(-400, 100, "ngoài trang"),
    Sheet().text(85, 100, "Sở").text(85, 1000, "dưới trang"),
    Sheet().text(85, 100, "Sở").text(200, 500, "DỰ THẢO", 40, matrix="0.7 0.7 -0.7 0.7"),
]


@pytest.mark.parametrize("sheet", NOT_SEEN)
def test_what_nobody_reads_is_left_out(sheet: Sheet) -> None:
    assert words(sheet) == ["Sở"]


@pytest.mark.parametrize(
    ("extra", "matrix", "at"),
    [
        ("/Rotate 90", "0 1 -1 0", (500, 300)),
        ("/Rotate 180", "-1 0 0 -1", (500, 300)),
        ("/Rotate 270", "0 -1 1 0", (500, 300)),
        ("", "0 1 -1 0", (500, 300)),  # a table that lies on an upright page
        ("/MediaBox [-50 -80 545 762]", "1 0 0 1", (85, 300)),
        ("/MediaBox [0 0 14400 14400]", "1 0 0 1", (85, 300)),
        ("/MediaBox [595 842 0 0]", "1 0 0 1", (85, 300)),
        ("/CropBox [50 50 500 800]", "1 0 0 1", (85, 300)),
        ("/MediaBox [0 0 0 0]", "1 0 0 1", (85, 300)),
    ],
)
def test_pages_any_way_up(extra: str, matrix: str, at: tuple[int, int]) -> None:
    read = page(Sheet(extra=extra).text(*at, "Kế hoạch năm", matrix=matrix))
    found = sorted(read.words, key=lambda word: word.left)
    assert [word.text for word in found] == ["Kế", "hoạch", "năm"]
    for one in found:
        assert 0 <= one.left < one.right <= read.width
        assert 0 <= one.top < one.bottom <= read.height
        assert not one.sideways
    assert len({round(one.baseline, 1) for one in found}) == 1


def test_text_that_runs_up_the_page_is_one_word_a_line() -> None:
    sheet = Sheet().text(85, 100, "Đơn vị thực hiện các nhiệm vụ của Kế hoạch này")
    sheet.text(40, 400, "Ghi chú", matrix="0 1 -1 0")
    (aside,) = [found for found in page(sheet).words if found.sideways]
    assert aside.text == "Ghi chú"
    assert aside.right - aside.left < 20 < aside.bottom - aside.top


def test_a_page_of_too_many_characters_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnplan.readers.pdf.page_runs.MAX_CHARACTERS", 5)
    assert words(Sheet().text(85, 100, "Sở Y tế")) == ["Sở", "Y"]
