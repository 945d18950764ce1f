"""Traces of OCR in a text that does not say that it was recognised.

Converters hand on what an OCR program read as if it were text. No syllable of Vietnamese ends in c,
ch, p or t without a mark of tone: "tat cả", "hô hap" lost theirs. A few foreign words end so too
("top", "clip"), so the slips themselves must be many; the words that every document prints tell
alone (`touchstones`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from vnplan.parsers.slips.touchstones import is_recognised
from vnplan.parsers.slips.words import word_edits
from vnplan.text.lines import LogicalLine

_TONELESS = regex.compile(
    r"(?<![\p{L}\d/.@&_-])\p{Ll}{1,4}[aăâeêioôơuưy](?:ch?|p|t)(?![\p{L}\d/.@&_-])"
)
_LOOKED_AT: Final = 8_000  # characters
_FEWEST_TONELESS: Final = 2
_FEWEST_SLIPS: Final = 4
_PER_SLIP: Final = 1_000  # characters; a text that was typed has one slip in ten thousand


def reads_like_ocr(lines: Sequence[LogicalLine]) -> bool:
    """Whether fixed words are misread, or the slips of the first pages are too many for typing."""
    return is_recognised(lines) or _has_many_slips(lines)


def _has_many_slips(lines: Sequence[LogicalLine]) -> bool:
    looked, beginning = 0, []
    for line in lines:
        beginning.append(line.text)
        looked += len(line.text)
        if looked >= _LOOKED_AT:
            break
    toneless = sum(len(_TONELESS.findall(text)) for text in beginning)
    if toneless < _FEWEST_TONELESS:
        return False
    slips = sum(sum(1 for _ in word_edits(text)) for text in beginning)
    return slips >= max(_FEWEST_SLIPS, looked / _PER_SLIP)
