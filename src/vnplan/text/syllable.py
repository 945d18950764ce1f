"""The shape of a Vietnamese syllable: whether a word can be one at all.

Vietnamese writes every syllable as a word, and its syllables have a narrow grammar: an onset, a
vowel or vowel group with one tone, a coda; before a stop only two of the tones. A text in the wrong
encoding breaks it in almost every word ("Céng hoµ", "rộpublique"), which tells encodings apart more
surely than counting letters does.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
_STOP_TONES = frozenset("\u0301\u0323")

_SYLLABLE = regex.compile(
    r"""
    (?P<onset>ngh?|nh|ch|tr|th|ph|kh|gh|gi|qu|[bcdđghklmnpqrstvx])?
    (?P<nucleus>
        iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|uyê|uya|uao|uêu
        |i[aêu]|yê|ya|u[aâêôơyi]|ư[aơiu]|o[aăeoi]|a[iouy]|â[uy]|eo|êu|ôi|ơi
        |[aăâeêioôơuưy]
    )
    (?P<coda>ch|nh|ng|[cmnpt])?
    """,
    regex.VERBOSE,
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_MARKED = regex.compile(r"[^\x00-\x7f]")


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


def count_marked_words(text: str) -> tuple[int, int]:
    """How many words with a letter outside ASCII can be syllables, and how many cannot."""
    good = bad = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) > 1 and _MARKED.search(word):
            if len(word) < 10 and is_syllable(word):
                good += 1
            else:
                bad += 1
    return good, bad
