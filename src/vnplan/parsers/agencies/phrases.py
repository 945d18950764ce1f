"""Names of the lexicon in a text: one pass of an Aho-Corasick automaton over the folded text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from vnplan.lexicon.agencies import AgencyEntry, Lexicon, Phrase
from vnplan.records import AgencyKind

# Bodies whose names are also printed small ("giao sở tài chính"); others mean things then.
_IN_SMALL_LETTERS = (
    AgencyKind.MINISTRY,
    AgencyKind.DEPARTMENT,
    AgencyKind.PEOPLES_COMMITTEE,
    AgencyKind.PEOPLES_COUNCIL,
    AgencyKind.PARTY,
    AgencyKind.MASS_ORGANIZATION,
    AgencyKind.POLICE_MILITARY,
    AgencyKind.COURT_PROCURACY,
    AgencyKind.CENTRAL_BRANCH,
)


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
        self._entries: dict[tuple[str, dt.date | None], AgencyEntry] = {}

    def find(self, text: str, folded: str, on: dt.date | None = None) -> Iterator[Found]:
        """Every name that stands in `text` as whole words; they may overlap.

        `folded` is `text` folded character by character. In reading order, of one place the longest
        first.
        """
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for start, minus_end, number in sorted(
            (start, -end, number) for number, start, end in hits
        ):
            end = -minus_end
            if folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum():
                continue
            phrase = self._phrases[self._forms[number]]
            capital = text[start].isupper()
            if not capital and phrase.entry.kind not in _IN_SMALL_LETTERS:
                continue  # "các quỹ đầu tư mạo hiểm", "trang, cổng thông tin điện tử"
            if phrase.abbreviation:
                if not _in_capitals(text[start:end], phrase.written):
                    continue
                if " " not in phrase.written and is_part_of_number(text, start, end):
                    continue
            elif not _stands_out(text, start, end) and not name_may_begin(folded, start):
                continue
            yield Found(start, end, self._entry(phrase, on), capital)

    def _entry(self, phrase: Phrase, on: dt.date | None) -> AgencyEntry:
        """Of entries that share the spelling, the one that held on the day."""
        key = (phrase.folded, on)
        known = self._entries.get(key)
        if known is None:
            candidates = self.lexicon.candidates(phrase.written, on)
            known = self._entries[key] = candidates[0] if candidates else phrase.entry
        return known


def _stands_out(text: str, start: int, end: int) -> bool:
    """Whether a capital shows a name; among capitals it does not: "MẠNG LƯỚI CƠ SỞ VĂN HÓA"."""
    return text[start].isupper() and (end - start <= 3 or not text[start:end].isupper())


def _in_capitals(printed: str, written: str) -> bool:
    """Whether an abbreviation is printed as one: "CDC", "SNgV"."""
    return printed == printed.upper() if written == written.upper() else printed == written


# "232/KH-", "QĐ-", "TT- ": a code behind it belongs to the number of a document.
_NUMBER_BEFORE = regex.compile(r"(?:\d\S{0,30}[/-]|(?<![\p{L}])\p{Lu}{2,6}-) ?$")


def is_part_of_number(text: str, start: int, end: int) -> bool:
    """Whether a code stands in a document's number: "TTg" of "Quyết định 1665/QĐ-TTg"."""
    if _NUMBER_BEFORE.search(text[max(0, start - 40) : start]) is not None:
        return True
    return text[end : end + 1] in ("-", "/") and text[start - 1 : start] in ("-", "/")


# Words and marks that a name in small letters may follow. Everywhere else its first word is the
# second half of another: "cơ sở y tế", "cán bộ y tế", "đảng bộ Công an".
_BEFORE_NAME = regex.compile(
    r"""(?:^|[,;:(\[“"/\-–+•*.…]\s?|\b(?:và|với|giao|cho|của|do|gửi|về|là|tại|cùng|tới|đến|hợp|nghị|cầu|
        đạo|từ|thuộc|qua|mưu|trình|giữa|gồm|hoặc|báo\scáo|trưởng|đốc|tịch|phòng|trực|dẫn|giúp)\s)$""",
    regex.VERBOSE,
)


def name_may_begin(folded: str, start: int) -> bool:
    """Whether the words before `start` allow a name there whose capital proves nothing."""
    return _BEFORE_NAME.search(folded[max(0, start - 12) : start]) is not None


@lru_cache(maxsize=4)
def phrase_index(lexicon: Lexicon) -> PhraseIndex:
    """The index of a lexicon, built once."""
    return PhraseIndex(lexicon)
