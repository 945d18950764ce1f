"""The size of the letters of a line, where Tesseract cannot tell it.

It measures small letters; in a line of capitals or of a few words it is wrong by a third either way
("TM. ỦY BAN NHÂN DÂN" as 20 points where 13 were set), and the layout of a page goes by sizes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from vnplan.readers.ocr.hocr import Seen

_TELLING: Final = 12  # small letters
_RANGE: Final = (0.8, 1.25)  # of what is usual: one part is set in about one size


def even_sizes(words: Sequence[Seen], usual: float | None = None) -> list[Seen]:
    """The words of one part of a page, in lines that are sized as its telling lines are.

    `usual` stands in where no line tells.
    """
    sizes = telling_sizes(words)
    if sizes:
        usual = sizes[len(sizes) // 2]
    if usual is None:
        return list(words)
    low, high = (usual * edge for edge in _RANGE)
    return [
        replace(word, size=min(max(word.size, low), high) if tells else usual)
        for line, tells in _lines(words)
        for word in line
    ]


def telling_sizes(words: Sequence[Seen]) -> list[float]:
    """The sizes of the lines that have small letters enough, in order."""
    return sorted(line[0].size for line, tells in _lines(words) if tells)


def _lines(words: Sequence[Seen]) -> list[tuple[list[Seen], bool]]:
    lines = [list(line) for _, line in groupby(words, lambda word: word.line)]
    return [(line, _small(line) >= _TELLING) for line in lines]


def _small(line: Sequence[Seen]) -> int:
    return sum(letter.islower() for word in line for letter in word.text)
