"""Where a text may say some syllables: a pattern over their letters, whatever marks these bear.

Cutting a text into all its syllables takes five times as long as looking for the few asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from vnplan.records.ownership import Syllable, syllables

_LATIN = (range(0x250), range(0x1E00, 0x1F00), range(0xFB00, 0xFB07))


def spoken_places(asked: Sequence[Syllable], text: str) -> Iterator[list[Syllable]]:
    """The places of a text that have the bare syllables of a phrase, each as its syllables."""
    folded = unicodedata.normalize("NFC", text)
    pattern = _pattern(tuple(bare for bare, _ in asked))
    if pattern is None or _odd().search(folded):
        said = syllables(text)
        yield from (said[at : at + len(asked)] for at in range(len(said) - len(asked) + 1))
        return
    for found in pattern.finditer(folded):
        if found.start() == 0 or not folded[found.start() - 1].isalnum():
            yield syllables(found[0] + found[1])


@lru_cache(maxsize=256)
def _pattern(bare: tuple[str, ...]) -> re.Pattern[str] | None:
    """The first letter, and the others behind it; None for letters of another script.

    The others are looked ahead to, because places may overlap: "xtạo tạo tạo".
    """
    letters = _letters()
    if not all(letter in letters for word in bare for letter in word):
        return None
    phrase = [[f"[{re.escape(letters[letter])}]" for letter in word] for word in bare]
    first = phrase[0].pop(0)
    others = r"[\W_]+".join("".join(word) for word in phrase)
    return re.compile(rf"{first}(?=({others})(?![^\W_]))")


@cache
def _letters() -> dict[str, str]:
    """For a bare letter all letters that are one with marks, small and capital."""
    table: dict[str, str] = {}
    for char, bare in _bared():
        if len(bare) == 1:
            table[bare] = table.get(bare, "") + char
    return table


@cache
def _odd() -> re.Pattern[str]:
    """Letters that stand for several: ß, ﬁ."""
    return re.compile(f"[{''.join(char for char, bare in _bared() if len(bare) != 1)}]")


def _bared() -> Iterator[tuple[str, str]]:
    for char in map(chr, chain(*_LATIN)):
        if char.isalnum():
            yield char, syllables(char)[0][0]
