"""Where anything stands in a line that a body may begin at: one pass of an Aho-Corasick automaton.

The automaton holds every spelling of every name of the lexicon, the head words of names, titles,
cues and determiners; what it finds as whole words is looked at more closely afterwards.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from vnplan.lexicon import parties
from vnplan.lexicon.agencies import AgencyEntry, Lexicon, Phrase
from vnplan.parsers.agencies.persons import address_words, post_words
from vnplan.parsers.agencies.posts import title_words
from vnplan.parsers.agencies.shapes import head_kinds
from vnplan.records import AgencyKind

_START = itemgetter(1)


class Mark(Enum):
    """What a literal is besides a name."""

    TITLE = "title"
    CUE = "cue"
    DETERMINER = "determiner"
    ADDRESS = "address"
    POST = "post"


class Anchor(NamedTuple):
    """A literal at `folded[start:end]`, as whole words, and what it may be."""

    start: int
    end: int
    meaning: Phrase | AgencyKind | Mark


class Anchors:
    """The literals of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        meanings: dict[str, list[Phrase | AgencyKind | Mark]] = {}
        for phrase in lexicon.phrases():
            known = meanings.setdefault(phrase.folded, [])
            if not known:
                known.append(phrase)
        for word, kind in head_kinds().items():
            meanings.setdefault(word, []).append(kind)
        for mark, words in (
            (Mark.TITLE, title_words()),
            (Mark.CUE, parties.cue_words()),
            (Mark.DETERMINER, parties.determiner_words()),
            (Mark.ADDRESS, address_words()),
            (Mark.POST, post_words()),
        ):
            for word in words:
                meanings.setdefault(word, []).append(mark)
        self._meanings = list(meanings.values())
        self._automaton = AhoCorasick(list(meanings), matchkind=MatchKind.Standard)
        self._entries: dict[tuple[str, dt.date | None], AgencyEntry] = {}

    def find(self, folded: str) -> Iterator[Anchor]:
        """The anchors in folded text, which may overlap; of one place the longest first."""
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        hits.reverse()  # they come by their ends
        hits.sort(key=_START)
        size = len(folded)
        for number, start, end in hits:
            if start and folded[start - 1].isalnum():
                continue
            if end < size and folded[end].isalnum():
                continue
            for meaning in self._meanings[number]:
                yield Anchor(start, end, meaning)

    def entry(self, phrase: Phrase, on: dt.date | None) -> AgencyEntry:
        """The entry a spelling means: of those that share it, the one that held on the day."""
        key = (phrase.folded, on)
        known = self._entries.get(key)
        if known is None:
            candidates = self.lexicon.candidates(phrase.written, on)
            known = self._entries[key] = candidates[0] if candidates else phrase.entry
        return known


@lru_cache(maxsize=4)
def anchors(lexicon: Lexicon) -> Anchors:
    """The literals of a lexicon, built once."""
    return Anchors(lexicon)
