"""Which words can be Vietnamese syllables."""

from __future__ import annotations

import pytest

from vnplan.text.syllable import count_marked_words, is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "nghĩa",
        "quyết",
        "định",
        "khuyến",
        "khích",
        "thuở",
        "khuya",
        "rượu",
        "hươu",
        "người",
        "quốc",
        "giữa",
        "giếng",
        "gìn",
        "hoà",
        "hòa",
        "uỷ",
        "ủy",
        "quý",
        "quí",
        "yêu",
        "ý",
        "Đảng",
        "ĐƯỜNG",
        "xoong",
        "khoèo",
        "ngoằn",
        "tuyên",
        "nguyệt",
        "thuê",
        "đoàn",
        "ngành",
        "ứng",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    # stops take sắc and nặng only; two tones; wrong conversions; other languages
    [
        "hàc",
        "tổp",
        "Céng",
        "héi",
        "hîp",
        "rộpublique",
        "naïve",
        "für",
        "Straße",
        "Ñoäc",
        "laäp",
        "hòatộng",
        "chýnh",
        "chaúng",
        "ketxa",
        "cế",
        "ngề",
        "gi7",
    ],
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_counts_only_words_with_marks() -> None:
    assert count_marked_words("Kế hoạch của UBND tỉnh, résumé, ABC") == (4, 1)
