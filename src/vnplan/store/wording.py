"""How a task is looked for by its words: the same question as `Plan.owners`, asked of FTS5.

Two columns: `folded` holds bare syllables ("dao tao"), `marked` each syllable with its marks
spelled out ("dao_111_300", where the tone stands does not matter).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from vnplan.records.ownership import Syllable, holds_phrase, syllables
from vnplan.store import segmentation


class Wanted(NamedTuple):
    """What to give FTS5: a `phrase` first, and where it finds nothing `every` syllable.

    `check`: some syllables have marks and some have none, which only `says` can tell apart.
    """

    phrase: str
    every: str
    check: bool


def spoken(text: str) -> tuple[str, str]:
    """The columns `folded` and `marked` of a text."""
    said = [_spoken(piece) for piece in text.split()]
    return " ".join([folded for folded, _ in said]), " ".join([marked for _, marked in said])


@lru_cache(maxsize=100_000)
def _spoken(piece: str) -> tuple[str, str]:
    """What stands between two blanks; cached, because plans repeat some thousands of them."""
    said = syllables(piece)
    return " ".join([bare for bare, _ in said]), " ".join(map(_token, said))


def wanted(query: str) -> Wanted | None:
    """The question a person typed; None for one without letters or digits."""
    asked = syllables(query)
    if not asked:
        return None
    with_marks = [one for one in asked if one[1]]
    bare = _column("folded", (one[0] for one in asked))
    if len(with_marks) == len(asked):
        phrase = _column("marked", map(_token, asked))
    else:
        phrase = " AND ".join((bare, *(_column("marked", (_token(one),)) for one in with_marks)))
    every = " AND ".join(
        _column("marked", (_token(one),)) if one[1] else _column("folded", (one[0],))
        for one in dict.fromkeys(asked)
    )
    return Wanted(phrase, every, check=len(asked) > 1 and 0 < len(with_marks) < len(asked))


def says(query: str, text: str) -> bool:
    """Whether `text` holds the phrase `query`, marks and all, as `Plan.owners` reads it."""
    return holds_phrase(_asked(query), syllables(text))


def says_whole(query: str, text: str) -> bool:
    """Whether `text` holds the phrase `query`, and it begins and ends there with whole words.

    "sinh viên" does in "sinh viên giỏi", not in "học sinh viên chức". Words are cut when they are
    asked for: of the few tasks that hold the phrase, and in every index.
    """
    asked = _asked(query)
    said: list[Syllable] = []
    starts, ends = [], set()
    for word in segmentation.words(text).split():
        starts.append(len(said))
        said += syllables(word)
        ends.add(len(said))
    return any(
        start + len(asked) in ends and holds_phrase(asked, said[start : start + len(asked)])
        for start in starts
    )


@lru_cache(maxsize=64)
def _asked(query: str) -> list[Syllable]:
    return syllables(query)


@lru_cache(maxsize=50_000)
def _token(syllable: Syllable) -> str:
    bare, marks = syllable
    return f"{bare}_{'_'.join(f'{ord(mark):x}' for mark in marks)}"


def _column(name: str, tokens: Iterable[str]) -> str:
    quoted = " ".join(tokens).replace('"', '""')
    return f'{name} : "{quoted}"'
