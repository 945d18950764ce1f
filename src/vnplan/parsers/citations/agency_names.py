"""Names of organs of the lexicon at a place in a text, the longest first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import lru_cache

from vnplan.lexicon.agencies import AgencyEntry, Lexicon, Phrase
from vnplan.text.fold import fold_characters

_PLACES = (" tỉnh", " thành phố", " huyện", " xã", " phường")
_Index = dict[str, tuple[Phrase, ...]]


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Index:
    """Phrases by their first word, the longest first."""
    table: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in lexicon.phrases():
        table[phrase.folded.split(" ", 1)[0]].append(phrase)
    return {
        word: tuple(sorted(found, key=lambda phrase: -len(phrase.folded)))
        for word, found in table.items()
    }


def known_at(
    text: str, position: int, lexicon: Lexicon, on: dt.date | None
) -> tuple[int, AgencyEntry] | None:
    """The longest known name that begins at `position`, where it ends, and its entry.

    A word of place at its end is left to be read as one ("Công an | tỉnh Sóc Trăng").

    Of entries that share the name, the one that held on the day.
    """
    folded = fold_characters(text[position : position + 140])
    first = folded.split(" ", 1)[0].rstrip(",;.")
    for phrase in _index(lexicon).get(first, ()):
        size = len(phrase.folded)
        if not folded.startswith(phrase.folded) or folded[size : size + 1].isalnum():
            continue
        if phrase.abbreviation and not text[position : position + 1].isupper():
            continue
        entries = lexicon.candidates(phrase.written, on)
        for tail in _PLACES:  # an alias may hold the place: "Ban Chấp hành Đảng bộ tỉnh"
            size -= len(tail) if phrase.folded.endswith(tail) else 0
        return position + size, (entries[0] if entries else phrase.entry)
    return None
