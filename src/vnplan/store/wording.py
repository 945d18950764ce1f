"""How a task is looked for by its words: the same question as `Plan.owners`, asked of FTS5.

The index holds bare syllables ("dao tao"). What their marks say is told by looking at the tasks it
finds: hardly one in a hundred says "đạo tao" where "đào tạo" was meant, and syllables with marks
would make the index twice as large.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from vnplan.records.ownership import Syllable, holds_phrase, syllables
from vnplan.store.letters import spoken_places
from vnplan.text import segmentation


class Wanted(NamedTuple):
    """What to give FTS5: a `phrase` first, and where it finds nothing `every` syllable.

    `marked`: some syllables have marks, which only `says` and `says_all` can tell.
    """

    phrase: str
    every: str
    marked: bool


# What FTS5 cuts and folds as `syllables` does once đ is a d: most of what is ever written.
_PLAIN = re.compile("[\t\n\r -~–—…•‘’“”àáâãèéêìíòóôõùúýăđĩũơưạ-ỹÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]*")


def spoken(text: str) -> str:
    """A text for FTS5, which makes the same bare syllables of it as `syllables` does."""
    if _PLAIN.fullmatch(text):
        return text.replace("đ", "d").replace("Đ", "D")
    return " ".join(map(_spoken, text.split()))


@lru_cache(maxsize=100_000)
def _spoken(piece: str) -> str:
    """What stands between two blanks; cached, because plans repeat some thousands of them."""
    return " ".join([bare for bare, _ in syllables(piece)])


def wanted(query: str) -> Wanted | None:
    """The question a person typed; None for one without letters or digits."""
    asked = syllables(query)
    if not asked:
        return None
    bare = [syllable for syllable, _ in asked]
    every = " AND ".join(map(_quoted, dict.fromkeys(bare)))
    return Wanted(_quoted(" ".join(bare)), every, any(marks for _, marks in asked))


def says(query: str, text: str) -> bool:
    """Whether `text` holds the phrase `query`, marks and all, as `Plan.owners` reads it."""
    asked = _asked(query)
    return any(holds_phrase(asked, said) for said in spoken_places(asked, text))


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


def says_all(query: str, text: str) -> bool:
    """Whether `text` holds every syllable of `query`, marks and all."""
    return all(
        any(holds_phrase([one], said) for said in spoken_places([one], text))
        for one in _asked(query)
    )


@lru_cache(maxsize=64)
def _asked(query: str) -> list[Syllable]:
    return syllables(query)


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', '""'))
