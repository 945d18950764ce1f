"""Which agency owns which task: a question asked in the user's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from vnplan.records.agency import Agency
from vnplan.records.task import Task


class Ownership(NamedTuple):
    """A task with its owners: its lead agencies, or else those that implement it.

    `agencies` is empty for a task nobody is charged with.
    """

    task: Task
    agencies: tuple[Agency, ...]


def owners(tasks: Iterable[Task], agencies: Iterable[Agency], query: str) -> tuple[Ownership, ...]:
    """The tasks whose words hold `query`, in the order of `tasks`.

    The query is a phrase of whole syllables, case ignored. A syllable with marks stands for itself
    wherever its tone is placed ("hoà" is "hòa"); one typed without marks stands for any ("dao" is
    "đào"). Where no task holds the phrase, those that hold all its syllables are taken. A query
    without letters or digits finds nothing.
    """
    wanted = syllables(query)
    if not wanted:
        return ()
    by_id = {agency.id: agency for agency in agencies}
    spoken = [(task, syllables(words_of(task))) for task in tasks]
    found = _holding(spoken, wanted, holds_phrase) or _holding(spoken, wanted, _all)
    return tuple(
        Ownership(task, tuple(by_id[owner] for owner in task.owner_ids if owner in by_id))
        for task in found
    )


Syllable = tuple[str, str]
"""Bare letters, and the marks over them in sorted order: ("dao", "đ + grave")."""


_WORD = re.compile(r"[^\W_]+")


def words_of(task: Task) -> str:
    """The words a task is found by: its text, and its action and deliverable if not part of it."""
    text = task.text
    others = (task.action, task.deliverable)
    return "\n".join([text, *(one for one in others if one and not _is_part(one, text))])


def _is_part(words: str, text: str) -> bool:
    """Whether whole words of `text`; "an" is no part of "toàn"."""
    at = text.find(words)
    before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
    cut = (before.isalnum() and words[0].isalnum()) or (after.isalnum() and words[-1].isalnum())
    return at >= 0 and not cut


def syllables(text: str) -> list[Syllable]:
    """Text to syllables; the Icelandic ð of old fonts and scans ("Ðào tạo") is a đ."""
    return list(map(_syllable, _WORD.findall(unicodedata.normalize("NFC", text))))


@lru_cache(maxsize=50_000)
def _syllable(word: str) -> Syllable:
    """Cached: Vietnamese has some seven thousand syllables, and plans use few of them."""
    letters = unicodedata.normalize("NFD", word.casefold().replace("ð", "đ"))
    marks = sorted(char for char in letters if char == "đ" or unicodedata.combining(char))
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return bare.replace("đ", "d"), "".join(marks)


def _means(wanted: Syllable, spoken: Syllable) -> bool:
    return wanted[0] == spoken[0] and wanted[1] in ("", spoken[1])


def holds_phrase(wanted: list[Syllable], spoken: list[Syllable]) -> bool:
    """Whether the wanted syllables stand in a row among the spoken ones."""
    return any(
        all(map(_means, wanted, spoken[at : at + len(wanted)]))
        for at in range(len(spoken) - len(wanted) + 1)
    )


def _all(wanted: list[Syllable], spoken: list[Syllable]) -> bool:
    return all(any(_means(one, other) for other in spoken) for one in wanted)


def _holding(
    spoken: list[tuple[Task, list[Syllable]]],
    wanted: list[Syllable],
    holds: Callable[[list[Syllable], list[Syllable]], bool],
) -> list[Task]:
    return [task for task, words in spoken if holds(wanted, words)]
