"""Words run together: "Kếhoạch", "UBND cáchuyện", "Luật Bảo hiểmXã hội", "ngày 18/4/2003của".

Pages of legal libraries lose the blank where a printed line ended. Vietnamese writes a blank
between any two syllables, so a word that is no syllable but a chain of some has lost its blanks.
Words of plain letters stay ("Kanban"), and so does every word that cannot be cut up whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from typing import Final

import regex

from vnplan.lexicon.slips import slips
from vnplan.parsers.slips.words import known_phrases
from vnplan.text.edits import Edit
from vnplan.text.fold import fold, fold_characters
from vnplan.text.letters import spelled_out
from vnplan.text.syllable import is_syllable

_WORD = re.compile(spelled_out(r"[\p{L}]{4,}"))
_LONGEST: Final = 7  # letters of a syllable: "nghiêng"
_LONGEST_WORD: Final = 28  # four syllables
_PIECE = regex.compile(r"\p{Lu}*\p{Ll}+|\p{Lu}+")  # what changes its case as words do
_VOWEL = regex.compile(r"[^bcdđghklmnpqrstvx]")
_KNOWN: Final = 4.0  # what a word of the language weighs, in the score of its syllables
_CAPITALS = regex.compile(r"\p{Lu}{2,}")
_TOUCHING = re.compile(spelled_out(r"\d(?:(?=\p{L})|(?<=\p{L}\d))"))  # a digit and a letter
_FIGURE_WORD = regex.compile(r"(?<=\d)\p{Ll}{2,7}(?!\p{L})")
# no part of a number: "2193/BTP-ĐA4"
_WORD_FIGURE = regex.compile(r"(?<![\p{L}\d/\-.&])(?!\p{Lu}\p{Lu}\d)\p{L}{2,7}(?=\d)")


def joined_edits(text: str) -> Iterator[Edit]:
    """Where blanks were lost in a line: each edit puts one behind the letter it replaces."""
    if any(map(_cuts, _WORD.findall(text))):
        for match in _WORD.finditer(text):
            for cut in _cuts(match.group()):
                yield _blank(text, match.start() + cut)
    if _TOUCHING.search(text) is None:
        return
    for behind in _FIGURE_WORD.finditer(text):
        word = behind.group()
        if not word.isascii() and is_syllable(word):
            yield _blank(text, behind.start())
    for before in _WORD_FIGURE.finditer(text):
        # only words that figures follow: behind others "1" is the number of a footnote
        if fold_characters(before.group()) in slips().before_figures:
            yield _blank(text, before.end())


def _blank(text: str, at: int) -> Edit:
    return Edit(at - 1, at, text[at - 1] + " ")


@lru_cache(maxsize=16384)
def _cuts(word: str) -> tuple[int, ...]:
    """Where a word is to be cut; empty when it is one, or cannot be cut into syllables."""
    if word.isascii() or len(word) > _LONGEST_WORD:
        return ()
    if (len(word) <= _LONGEST and is_syllable(word)) or fold(word) in slips().whole:
        return ()
    cuts: list[int] = []
    at = 0
    for end in _case_cuts(word):
        part = word[at:end]
        if not (_CAPITALS.fullmatch(part) and not _marked(part)):
            pieces = _syllables(fold_characters(part))
            if not pieces:
                return ()
            for piece in pieces[:-1]:
                at += len(piece)
                cuts.append(at)
        cuts.append(end)
        at = end
    return tuple(cuts[:-1])


def _marked(part: str) -> bool:
    """Whether capitals are words ("HÀNHQUY") and no abbreviation ("UBND", "HĐND")."""
    return len(part) > 3 and bool(_syllables(fold_characters(part)))


def _case_cuts(word: str) -> list[int]:
    """Where letters change their case: "hiểm|Xã", "UBND|ngày", "TP|Hà"; the word's end at last."""
    found: list[int] = []
    for match in _PIECE.finditer(word):
        small = next((at for at, letter in enumerate(match.group()) if letter.islower()), 0)
        if small > 1:
            named = is_syllable(match.group()[small - 1 :])
            found.append(match.start() + small - named)
        found.append(match.end())
    return found


@lru_cache(maxsize=16384)
def _syllables(word: str) -> tuple[str, ...]:
    """The likeliest chain of syllables that a folded word is, of the fewest; empty for none."""
    best: list[tuple[int, float, tuple[str, ...]] | None] = [(0, 0.0, ())]
    for end in range(1, len(word) + 1):
        found: tuple[int, float, tuple[str, ...]] | None = None
        for start in range(max(0, end - _LONGEST), end - 1):
            before = best[start]
            piece = word[start:end]
            if before is None or not is_syllable(piece):
                continue
            known = bool(before[2]) and f"{before[2][-1]} {piece}" in known_phrases()
            if start and not known and _VOWEL.match(piece) and piece not in slips().common:
                continue  # "ĐOẦN" is "ĐOÀN" misread, not "đo ần"
            score = before[1] + _likely(piece) + (_KNOWN if known else 0.0)
            new = (before[0] + 1, score, (*before[2], piece))
            if found is None or (-new[0], new[1]) > (-found[0], found[1]):
                found = new
        best.append(found)
    last = best[-1]
    return last[2] if last is not None else ()


def _likely(syllable: str) -> float:
    """How common a syllable is among the words of the language, as the logarithm of its count."""
    return log(1 + _counts()[syllable])


@cache
def _counts() -> Counter[str]:
    counts: Counter[str] = Counter()
    for phrase in known_phrases():
        counts.update(phrase.split())
    for word in slips().common:
        counts[fold(word)] += 200
    return counts
