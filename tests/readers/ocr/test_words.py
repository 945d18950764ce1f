"""From hOCR to words: what is dust, how large letters are, which ink is print."""

from __future__ import annotations

import numpy as np
import pytest

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.colour import gray_image, split
from vnplan.readers.ocr.dust import is_print, without_dust
from vnplan.readers.ocr.hocr import Seen, words
from vnplan.readers.ocr.sizes import even_sizes

_HOCR = """
<span class='ocr_line' id='line_1_1' title="bbox 100 50 500 92; baseline 0.01 -8; x_size 42; x_descenders 8">
 <span class='ocrx_word' id='word_1_1' title='bbox 100 50 200 90; x_wconf 96'>Sở</span>
 <span class='ocrx_word' id='word_1_2' title='bbox 210 50 500 92; x_wconf 41'>KH&amp;<strong>CN</strong></span>
</span>
<span class='ocr_textfloat' id='line_1_2' title="bbox 100 150 300 190; textangle 90; x_size 20">
 <span class='ocrx_word' id='word_1_3' title='bbox 100 150 300 190; x_wconf 7'> </span>
 <span class='ocrx_word' id='word_1_4' title='bbox 100 150 300 190; x_wconf 60'>ty\u0309</span>
</span>
"""


def test_words_of_hocr() -> None:
    read = list(words(_HOCR))
    assert [(word.text, word.sure, word.line) for word in read] == [
        ("Sở", 0.96, 0),
        ("KH&CN", 0.41, 0),
        ("tỷ", 0.6, 1),
    ]
    assert read[0].baseline == pytest.approx(84.5)
    assert read[0].size == 42
    assert list(words("no such thing")) == []


def _line(*said: tuple[str, float], line: int = 0, left: int = 100) -> list[Seen]:
    seen = []
    for text, sure in said:
        right = left + 20 * len(text)
        seen.append(Seen(text, Box(left, 100, right, 130), sure, 125.0, 36.0, line))
        left = right + 12
    return seen


def _kept(*said: tuple[str, float]) -> list[str]:
    return [word.text for word in without_dust(_line(*said))]


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ((("-", 0.18), ("Lưu:", 0.9), ("VT.", 0.9)), ["-", "Lưu:", "VT."]),
        ((("__-", 0.46), ("Trưng", 0.9), ("bày", 0.9)), ["-", "Trưng", "bày"]),
        ((("~", 0.7), ("TT.", 0.9), ("Tỉnh", 0.9)), ["~", "TT.", "Tỉnh"]),
        ((("_1.2.", 0.8), ("Tổ", 0.9), ("chức", 0.9)), ["1.2.", "Tổ", "chức"]),
        ((("29", 0.9), ("'tháng", 0.7), ("11", 0.9)), ["29", "tháng", "11"]),
        ((("Số:", 0.95), ("#66?/KH-UBND", 0.2)), ["Số:", "#66?/KH-UBND"]),
        ((("ngày", 0.06), ("29/11/2005", 0.13), ("của", 0.96)), ["ngày", "29/11/2005", "của"]),
        ((("KT", 0.3), ("CHỦ", 0.2), ("TICH", 0.1)), ["KT", "CHỦ", "TICH"]),
        # seals, signatures, worn lines
        ((("«", 0.79),), []),
        ((("9⁄2=‹)", 0.0),), []),
        ((("x9", 0.41), ("Sy", 0.16), ("“À", 0.56)), []),
        ((("l", 0.2),), []),
        ((("5", 0.5),), ["5"]),
        ((("tỉnh", 0.9), ("——_—_l", 0.43), ("Bắc", 0.9)), ["tỉnh", "Bắc"]),
    ],
)
def test_dust(read: tuple[tuple[str, float], ...], kept: list[str]) -> None:
    assert _kept(*read) == kept


def test_a_wide_gap_parts_the_text_from_dirt_beside_it() -> None:
    seen = [*_line(("Lưu:", 0.9), ("VT", 0.9)), *_line(("2N)", 0.16), left=900)]
    assert [word.text for word in without_dust(seen)] == ["Lưu:", "VT"]


def test_lines_of_capitals_are_as_large_as_the_text_around_them() -> None:
    body = [
        Seen("phối hợp với các đơn vị", Box(0, 0, 9, 9), 0.9, 9.0, 36.0, line) for line in (0, 1, 2)
    ]
    shouted = Seen("TM. ỦY BAN", Box(0, 0, 9, 9), 0.9, 9.0, 56.0, 3)
    small = Seen("nơi nhận như trên và", Box(0, 0, 9, 9), 0.9, 9.0, 27.0, 4)
    sizes = [word.size for word in even_sizes([*body, shouted, small])]
    assert sizes == [36.0, 36.0, 36.0, 36.0, pytest.approx(28.8)]
    assert even_sizes([shouted]) == [shouted]
    assert even_sizes([shouted], 30.0)[0].size == 30.0


def test_the_red_of_a_seal_is_gone_and_black_under_it_stays() -> None:
    picture = np.full((60, 60, 3), 255, np.uint8)
    picture[:30, :30] = (190, 60, 70)  # seal
    picture[10:20, 10:20] = (50, 10, 15)  # print under it
    picture[40:50, 40:50] = (20, 20, 20)
    gray, pen = split(picture)
    assert pen is None
    assert gray[5, 5] == 255
    assert gray[15, 15] < 30
    assert gray[45, 45] < 40


def test_what_is_blue_is_apart_unless_the_document_is() -> None:
    picture = np.full((100, 100, 3), 255, np.uint8)
    picture[:50, :20] = (10, 10, 10)
    picture[60:70, 60:80] = (30, 60, 200)
    gray, pen = split(picture)
    assert pen is not None
    assert gray[65, 65] == 255
    assert pen[65, 65] < 140
    assert pen[5, 5] == 255
    image = gray_image(picture, 200)
    assert image.pen is not None
    assert len(image.pen) == len(image.pixels) == 100 * 100
    blue = np.where(picture < 50, np.array([30, 60, 200], np.uint8), picture).astype(np.uint8)
    assert split(blue)[1] is None


def test_gray_pictures_have_no_colours() -> None:
    picture = np.repeat(np.arange(256, dtype=np.uint8)[:, None, None], 3, axis=2)
    gray, pen = split(np.repeat(picture, 20, axis=1))
    assert pen is None
    assert (gray[:, 0] == np.arange(256)).all()


@pytest.mark.parametrize(
    ("text", "sure", "printed"),
    [("https://meet.vn", 0.9, True), ("22", 0.95, False), ("ÁN/", 0.4, False)],
)
def test_print_in_blue(text: str, sure: float, printed: bool) -> None:
    assert is_print(_line((text, sure))[0]) is printed
