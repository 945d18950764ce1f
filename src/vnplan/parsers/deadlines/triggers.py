"""Where a time expression may begin: one pass of an Aho-Corasick automaton over a line.

A pattern of the eighty words tries each of them at every letter and takes a dozen times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

# "T12", "t. 1", "Q.II", "q 4": a month or quarter that is a letter and a figure
_FIGURES = (
    *(f"t{dot}{gap}{digit}" for dot, gap, digit in product(("", "."), ("", " "), "0123456789")),
    *(f"q{dot}{gap}{digit}" for dot, gap, digit in product(("", "."), ("", " "), "i1234")),
    *"0123456789",
)
_BEFORE_FIGURE = frozenset("/.,-")
_START = itemgetter(1)


class Trigger(NamedTuple):
    """`folded[start:end]`: one of the words, or a figure (`word` is None)."""

    start: int
    end: int
    word: str | None


class Triggers:
    """The places where one of `words` stands as a whole word, or a figure begins."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = sorted(words)
        self._words: list[str | None] = [*listed, *(None for _ in _FIGURES)]
        self._automaton = AhoCorasick([*listed, *_FIGURES], matchkind=MatchKind.Standard)

    def find(self, folded: str) -> Iterator[Trigger]:
        """In folded text, by place; of one place the longest."""
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        hits.reverse()  # they come by their ends
        hits.sort(key=_START)
        last = -1
        for number, start, end in hits:
            if start == last:
                continue
            word = self._words[number]
            before = folded[start - 1] if start else " "
            if before.isalnum():
                continue
            if word is None:
                if before in _BEFORE_FIGURE:
                    continue
            elif end < len(folded) and folded[end].isalpha():
                continue
            last = start
            yield Trigger(start, end, word)
