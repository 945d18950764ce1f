"""Codes that a narrow cell cuts in two."""

from __future__ import annotations

import pytest

from vnplan.readers.page import Word
from vnplan.readers.pages.lines import Line
from vnplan.readers.pages.paragraphs import Measure
from vnplan.readers.pages.torn import cuts_code

_LETTER = 8.0  # points


def _line(text: str, baseline: float) -> Line:
    words, left = [], 0.0
    for word in text.split():
        right = left + _LETTER * len(word)
        words.append(Word(word, left, baseline - 9, right, baseline + 3, baseline, 12.0))
        left = right + 3.0
    return Line(words)


@pytest.mark.parametrize(
    ("upper", "lower", "letters", "cut"),
    [
        ("93/2025/Q", "H15 ngày", 9, True),
        ("PCTT&TKC", "N", 8, True),
        ("12/2025/T", "TLT-BTC-B", 9, True),
        ("TLT-BTC-B", "NV;", 9, True),
        ("93/2025/Q", "H15", 11, False),  # room for a letter more
        ("268/2025/", "NĐ-CP", 9, False),  # its own words, as far as they are parted here
        ("Sở KH&CN", "TC", 8, False),
        ("Nguyễn", "Trãi", 6, False),
        ("KH&CN", "Sở", 5, False),
    ],
)
def test_cuts_code(upper: str, lower: str, letters: int, cut: bool) -> None:
    """In a cell with room for so many letters."""
    column = Measure(0.0, _LETTER * letters, 0.0)
    assert cuts_code(_line(upper, 20.0), _line(lower, 36.0), column) is cut
