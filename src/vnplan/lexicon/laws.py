"""Names of codes, laws and ordinances (bộ luật, luật, pháp lệnh): `laws.csv`.

Law and ordinance are cited by name (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6), and where the name
ends in a running sentence only a list can say for sure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon.rows import read_csv, spellings
from vnplan.records import DocumentType
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class LawName:
    """One name: `name` is "Phòng, chống ma túy", without the type word."""

    type: DocumentType
    name: str
    aliases: tuple[str, ...]


@cache
def all_laws() -> tuple[LawName, ...]:
    """Every row in the order of the data file."""
    return tuple(
        LawName(DocumentType(row["type"]), row["name"], spellings(row["aliases"]))
        for row in read_csv("laws.csv")
    )


_MARKS = regex.compile(r"[,\s]+")


def _key(words: str) -> str:
    return _MARKS.sub(" ", fold(words)).strip()


@cache
def _by_key() -> Mapping[tuple[DocumentType, str], LawName]:
    return {
        (law.type, _key(spelling)): law
        for law in reversed(all_laws())
        for spelling in (law.name, *law.aliases)
    }


@cache
def _longest() -> int:
    return max(key.count(" ") + 1 for _, key in _by_key())


_WORD = regex.compile(r"[^\s,;:.()“”\"]+")


def match_start(text: str, kind: DocumentType) -> tuple[int, LawName] | None:
    """The longest known name with which `text` begins: how many characters it takes, and its row.

    Commas and case do not count: "Thi đua khen thưởng và Luật …" begins with Thi đua, khen thưởng.
    """
    words: list[str] = []
    best: tuple[int, LawName] | None = None
    last = 0
    for word in _WORD.finditer(text):
        if len(words) == _longest() or text[last : word.start()].strip() not in ("", ","):
            break
        words.append(fold(word[0]))
        last = word.end()
        law = _by_key().get((kind, " ".join(words)))
        if law is not None:
            best = (last, law)
    return best
