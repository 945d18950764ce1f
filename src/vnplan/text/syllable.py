"""The shape of a Vietnamese syllable: whether a word can be one at all.

Vietnamese writes every syllable as a word, and its syllables have a narrow grammar: an onset, a
vowel or vowel group with one tone, a coda; before a stop only two of the tones. A text in the wrong
encoding breaks it in almost every word ("Céng hoµ", "rộpublique"), which tells encodings apart more
surely than counting letters does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

import regex

from vnplan.text.letters import spelled_out

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
_STOP_TONES = frozenset("\u0301\u0323")

# Which letters an onset is written with depends on the vowel: cá, kẻ, gà, ghế, nga, nghe.
_SYLLABLE = regex.compile(
    r"""
    (?: (?:k|ngh|gh)(?=[eêiy]) | (?:c|g|ng)(?![eêiy]) | gi | g(?=i) | qu
        | nh|ch|tr|th|ph|kh|[bdđhlmnprstvx] )?
    (?: (?:iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|uya|uao|uêu|ia|ua|ưa|uơ
          |a[iouy]|â[uy]|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aeêioôơuưy]|oa|oe|uê|uy)
      | (?:iê|yê|uô|ươ|uyê|uâ|oă|oo|ă|â|a|e|ê|i|o|ô|ơ|u|ư|oa|oe|uê|uy|(?<=qu)y)
        (?P<coda>ch|nh|ng|[cmnpt]) )
    """,
    regex.VERBOSE,
)
_WORD = re.compile(spelled_out(r"[\p{L}\p{M}]+"))
_SURFACE_WORD = re.compile(spelled_out(r"[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+"))
_ABBREVIATION = regex.compile(r"[A-ZĐ]+")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` can be a Vietnamese syllable: "nghĩa", "QUYẾT", not "rộpublique" or "hîp"."""
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word.lower()):
        (tones if letter in _TONES else letters).append(letter)
    match = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", "".join(letters)))
    if match is None or len(tones) > 1:
        return False
    stopped = match["coda"] in ("c", "ch", "p", "t")
    return not (stopped and tones and tones[0] not in _STOP_TONES)


def count_marked_words(text: str, *, symbols: bool = False) -> tuple[int, int]:
    """How many words with a letter outside ASCII can be syllables, and how many cannot.

    Abbreviations ("NĐ", "HĐND") are neither. With `symbols`, signs such as § and ®
    count as letters of the word they stand in, as they do in a text typed in another encoding.
    """
    good = bad = 0
    for word, times in Counter((_SURFACE_WORD if symbols else _WORD).findall(text)).items():
        if len(word) < 2 or word.isascii():
            continue
        if len(word) < 10 and is_syllable(word):
            good += times
        elif _ABBREVIATION.fullmatch(word) is None:
            bad += times
    return good, bad
