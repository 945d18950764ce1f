"""Whether the text of a page can be what the page shows: told by its words.

Vietnamese marks about two words in three, and its syllables have a narrow grammar. A broken map to
Unicode breaks it in nearly every word; OCR by an English engine leaves hardly a mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

import regex

from vnplan.readers.page import Word, text_of
from vnplan.text.syllable import count_marked_words

SCANNED: Final = 0.6
"""A page is a scan when one picture covers more of it."""

_FEW: Final = 12  # marked words, below which they decide nothing
_BROKEN: Final = 0.6  # of the marked words are syllables: fewer in no text that is read rightly
_RECOGNISED: Final = 0.93  # … of a text that OCR laid under a scan, to be taken as it is
_MARKED: Final = 0.3  # of all words carry a mark, in Vietnamese that was recognised as such
_FOREIGN: Final = 0.2  # of the letters, above which they come from no alphabet used here

_WORD = regex.compile(r"\p{L}{2,}")
# Letters of other scripts, signs without a meaning, and what stands for an unknown glyph.
_STRANGE = regex.compile(r"[^\P{L}\p{Latin}\p{Greek}]|[\p{Co}\ufffd]|[\p{Cc}]")
_LETTER = regex.compile(r"\p{L}|[\p{Co}\ufffd]")


class Layer(Enum):
    """What to do with the text of a page."""

    GOOD = "good"
    RECOGNISED = "recognised"  # laid under a scan by an OCR that knew Vietnamese
    EMPTY = "empty"
    GARBAGE = "garbage"


def judge(words: Sequence[Word], *, hidden: bool, covered: float) -> Layer:
    """The text of a page: `hidden` when most of it is not painted, `covered` by a picture."""
    text = " ".join(map(text_of, words))
    if is_broken(text):
        return Layer.GARBAGE
    if not any(map(str.isalnum, text)):
        return Layer.EMPTY
    if not hidden and covered < SCANNED:
        return Layer.GOOD
    good, bad = count_marked_words(text)
    every = len(_WORD.findall(text))
    if every < _FEW and not hidden:
        return Layer.EMPTY  # a number or a stamp that was put on a scan
    if good + bad < _FEW or good < _RECOGNISED * (good + bad) or good < _MARKED * every:
        return Layer.GARBAGE
    return Layer.RECOGNISED if hidden else Layer.GOOD


def is_broken(text: str) -> bool:
    """Whether the characters cannot be what they were meant to be, whoever wrote them."""
    good, bad = count_marked_words(text, symbols=True)
    if good + bad >= _FEW and good < _BROKEN * (good + bad):
        return True
    if _STRANGE.search("".join(set(text))) is None:  # a hundred characters instead of thousands
        return False
    strange = len(_STRANGE.findall(text))
    return strange > 2 * _FEW and strange > _FOREIGN * len(_LETTER.findall(text))
