"""Names of the lexicon in a text: one pass of an Aho-Corasick automaton over the folded text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from vnplan.lexicon.agencies import AgencyEntry, Lexicon, Phrase
from vnplan.text.fold import fold_characters


class Found(NamedTuple):
    """A name of the lexicon at `text[start:end]`, and whether it opens with a capital."""

    start: int
    end: int
    entry: AgencyEntry
    capital: bool


class PhraseIndex:
    """All spellings of all names of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._phrases: dict[str, Phrase] = {}
        for phrase in lexicon.phrases():
            self._phrases.setdefault(phrase.folded, phrase)
        self._forms = list(self._phrases)
        self._automaton = AhoCorasick(self._forms, matchkind=MatchKind.Standard)

    def find(self, text: str, on: dt.date | None = None) -> Iterator[Found]:
        """Every name that stands in `text` as whole words; they may overlap.

        `text` is in normal form C. In reading order, of one place the longest first.
        """
        folded = fold_characters(text)
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        places = sorted((start, -end, number) for number, start, end in hits)
        for start, minus_end, number in places:
            end = -minus_end
            if folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum():
                continue
            phrase = self._phrases[self._forms[number]]
            capital = text[start].isupper()
            if phrase.abbreviation and not _in_capitals(text[start:end], phrase.written):
                continue
            if not capital and not _name_may_begin(folded, start):
                continue
            yield Found(start, end, self._entry(phrase, on), capital)

    def _entry(self, phrase: Phrase, on: dt.date | None) -> AgencyEntry:
        """Of entries that share the spelling, the one that held on the day."""
        candidates = self.lexicon.candidates(phrase.written, on)
        return candidates[0] if candidates else phrase.entry


def _in_capitals(printed: str, written: str) -> bool:
    """Whether an abbreviation is printed as one: "CDC", "SNgV"."""
    return printed == printed.upper() if written == written.upper() else printed == written


# Words and marks that a name in small letters may follow. Everywhere else its first word is the
# second half of another: "cơ sở y tế", "cán bộ y tế", "đảng bộ Công an".
_BEFORE_NAME = regex.compile(
    r"""(?:^|[,;:(\[“"/\-–+•*]\s?|\b(?:và|với|giao|cho|của|do|gửi|về|là|tại|cùng|tới|đến|hợp|nghị|cầu|
        đạo|từ|thuộc|qua|mưu|trình|giữa|các|gồm|hoặc|báo cáo|trưởng|đốc|tịch)\s)$""",
    regex.VERBOSE,
)


def _name_may_begin(folded: str, start: int) -> bool:
    return _BEFORE_NAME.search(folded[max(0, start - 12) : start]) is not None


@lru_cache(maxsize=4)
def phrase_index(lexicon: Lexicon) -> PhraseIndex:
    """The index of a lexicon, built once."""
    return PhraseIndex(lexicon)
