"""The cases: each a number, from which its document follows."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from fuzz.files import FILES
from fuzz.sources import Sources
from fuzz.texts import TEXTS

_OFTEN: Final = {"salad": 14, "mutated": 22, "spliced": 10, "odd_characters": 10, "tables": 8}
_WEIGHTS: Final = {
    **{name: _OFTEN.get(name, 6) for name in TEXTS},
    "encoded": 5,
    "flipped": 5,
    "page": 5,
    "rtf": 3,
    "docx": 3,
    "xlsx": 2,
    "pdf": 0.3,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A document that nobody would write: a text, or the bytes of a file."""

    number: int
    kind: str
    document: str | bytes


def case(seed: int, number: int, sources: Sources) -> Case:
    """The case of a number: always the same for the same seed and sources."""
    chance = Random(f"{seed}/{number}")
    (kind,) = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
    make = TEXTS.get(kind) or FILES[kind]
    return Case(number, kind, make(chance, sources))
