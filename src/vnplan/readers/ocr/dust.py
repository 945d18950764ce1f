"""What Tesseract makes words of that are none: specks, seals, signatures, handwriting, worn lines.

It is never sure of them. A word of the text of which it is no surer stands among words that it read
well; so what is looked at is a stretch of words that no wide gap parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

import regex

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.hocr import Seen
from vnplan.text.syllable import is_syllable

_GAP: Final = 1.5  # of the size: what is further apart is another stretch
_DUST: Final = 0.4
_MARK: Final = 0.5  # for a word without a letter or figure
_SHORT: Final = 0.6  # for a lone word of one or two letters
_SURE: Final = 0.8
_PRINTED: Final = 3  # letters
_AROUND: Final = ".,;:()"
_FIGURE: Final = 0.3  # for a lone figure: cells hold many
# A dash before a sentence is read as any of these, and as "__-".
_BULLET: Final = regex.compile(r"[_'`.]{0,3}([-–—~_=+*•·])[_'`.]{0,2}")
_MARKS: Final = regex.compile(r"[-–—+*•/&%…“”\"'().,;:\[\]]+")
# "_1.2.", "“'tháng", "|a)", "¡2012": nothing begins so, nor ends so
_BEFORE: Final = regex.compile(r"[_|¬`'^~‘’‹›«»*=\\¡¦°·.,;:„]+(?=[\p{L}\d(“])")
_BEHIND: Final = regex.compile(r"(?<=[\p{L}\d).,;:”])[_|¬`^~‹›«»=\\¡¦]+$")


def without_dust(words: Iterable[Seen]) -> list[Seen]:
    """The words that are text, each without the dirt that clings to it."""
    kept: list[Seen] = []
    for _, line in groupby(words, lambda word: word.line):
        for stretch in _stretches(list(line)):
            kept += _text(stretch)
    return kept


def is_print(word: Seen) -> bool:
    """Whether a word in blue is print: the strokes of a pen are read too, but never surely."""
    return word.sure >= _SURE and len(word.text) >= _PRINTED


def _stretches(line: Sequence[Seen]) -> Iterator[list[Seen]]:
    stretch: list[Seen] = []
    for word in line:
        if stretch and word.box.left - stretch[-1].box.right > _GAP * word.size:
            yield stretch
            stretch = []
        stretch.append(word)
    if stretch:
        yield stretch


def _text(stretch: Sequence[Seen]) -> Iterator[Seen]:
    if _is_dust(stretch):
        return
    last = len(stretch) - 1
    for place, word in enumerate(stretch):
        if _told(word):
            yield _clean(word)
        elif place == 0 < last and (bullet := _BULLET.fullmatch(word.text)):
            yield replace(word, text=bullet[1])
        elif word.sure >= _MARK and _MARKS.fullmatch(word.text):
            yield word


def _told(word: Seen) -> bool:
    """Whether it has letters or figures, and not one among many marks ("——_—_l")."""
    return 4 * sum(map(str.isalnum, word.text)) >= len(word.text) > 0


def _is_dust(stretch: Sequence[Seen]) -> bool:
    told = [word for word in stretch if _told(word)]
    if not told:
        return True
    letters = sum(len(word.text) for word in told)
    sure = sum(len(word.text) * word.sure for word in told) / letters
    if len(told) == 1 and letters <= 2:
        return sure < (_FIGURE if told[0].text.isdigit() else _SHORT)
    return sure < _DUST and not _reads(told)


def _reads(told: Sequence[Seen]) -> bool:
    """Whether there are words in it all the same.

    "Số: #đ?/KH-UBND" with its number written by hand, "KT CHỦ TICH" under a seal.
    """
    real = [word for word in told if len(word.text) > 1 and is_syllable(word.text.strip(_AROUND))]
    return any(word.sure >= _SURE for word in real) or (len(real) > 1 and 2 * len(real) > len(told))


def _clean(word: Seen) -> Seen:
    """The word without what clings to it; its box loses as much of its width."""
    before = _BEFORE.match(word.text)
    start = before.end() if before else 0
    behind = _BEHIND.search(word.text, start)
    end = behind.start() if behind else len(word.text)
    if end - start == len(word.text):
        return word
    box, each = word.box, word.box.width / len(word.text)
    left, right = box.left + round(start * each), box.left + round(end * each)
    return replace(
        word, text=word.text[start:end], box=Box(left, box.top, max(right, left + 1), box.bottom)
    )
