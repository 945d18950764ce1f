"""Vietnamese words of several syllables (từ ghép): "đào tạo" is one word, "học sinh viên" two.

A syllable belongs to the longest word of underthesea's dictionary that stands there. Where words of
it overlap ("học sinh", "sinh viên", "viên chức"), underthesea's model decides, once for each such
stretch: they are short, and offices repeat them. The model alone cuts a hundred thousand characters
a second, a hundredth of this, and parts what it was not trained to spell ("ủy | ban nhân dân").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING
from unicodedata import normalize

from vnplan.text.fold import fold_all

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_LOCK = Lock()  # underthesea's first call from several threads at once fails
_LONGEST = 24  # syllables: a chain of overlapping words that long is noise
_OPENING = '(["“‘/-–\n'  # what may stand before a word without a blank


@lru_cache(maxsize=20_000)
def words(text: str) -> str:
    """The text in lower case, with "_" for the blanks inside words: "đào_tạo cán_bộ"."""
    spaced = _spaced(text)
    parts: list[str] = []
    at = 0
    for start, end, sure in _stretches(spaced):
        stretch = spaced[start:end]
        parts += (spaced[at:start], stretch.replace(" ", "_") if sure else _decided(stretch))
        at = end
    return " ".join(("".join(parts) + spaced[at:]).split())


def _spaced(text: str) -> str:
    """The text in lower case, a blank before every word; the ð of old fonts is a đ."""
    lowered = normalize("NFC", text).lower().replace("ð", "đ")
    for sign in _OPENING:
        if sign in lowered:
            lowered = lowered.replace(sign, f"{sign} ")
    return f" {lowered} "


def _stretches(spaced: str) -> Iterator[tuple[int, int, bool]]:
    """Where words stand, from left to right; not sure where one begins inside another's end."""
    start = end = 0
    sure = True
    # Found in the order of their ends; of those that begin together the longest comes last.
    for _, left, right in sorted(_dictionary().find_matches_as_indexes(spaced, True), key=_LEFT):
        if spaced[right].isalnum():  # "an to" in "an toàn"
            continue
        if left >= end:
            if end:
                yield start + 1, end, sure
            start, end, sure = left, right, True
        elif right > end:
            sure = sure and left == start
            end = right
    if end:
        yield start + 1, end, sure


_LEFT = itemgetter(1)


@lru_cache(maxsize=100_000)
def _decided(stretch: str) -> str:
    """A stretch of overlapping words, cut by the model; one that is too long by its blanks."""
    if stretch.count(" ") >= _LONGEST:
        return stretch
    return " ".join("_".join(word.split()) for word in _model()(stretch))


def _model() -> Callable[[str], list[str]]:
    with _LOCK:
        return _warmed()


@cache
def _warmed() -> Callable[[str], list[str]]:
    from underthesea import word_tokenize

    word_tokenize("kế hoạch đào tạo")
    tokenizer: Callable[[str], list[str]] = word_tokenize
    return tokenizer


def _dictionary() -> AhoCorasick:
    with _LOCK:
        return _compiled()


@cache
def _compiled() -> AhoCorasick:
    """Words of several syllables, each behind a blank, with both places of the tone."""
    from ahocorasick_rs import AhoCorasick
    from underthesea.corpus import viet_dict_74K

    spelled = [" ".join(word.lower().split()) for word in viet_dict_74K.words if " " in word]
    known = {word for word in (*spelled, *fold_all(spelled)) if " " in word}
    return AhoCorasick([f" {word}" for word in sorted(known)])
