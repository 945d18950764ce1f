"""Words around figures: units, comparators, directions (`quantity_words.toml`), folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from vnplan.lexicon.rows import read_toml
from vnplan.records import Change, Comparator
from vnplan.text.fold import fold


class UnitFamily(StrEnum):
    """What sort of thing a unit counts."""

    PERCENT = "percent"
    SCALE = "scale"  # triệu, tỷ: another unit may follow
    CURRENCY = "currency"
    MEASURE = "measure"  # ha, km, MW
    SCORE = "score"  # điểm, bậc
    TIME = "time"
    AGE = "age"
    MULTIPLE = "multiple"  # lần
    STRUCTURAL = "structural"  # "02 cấp": how something is built
    COUNTING = "counting"  # compound counting nouns: doanh nghiệp, ý tưởng
    SINGLE = "single"  # counting nouns of one word: lớp, xã


class CueKind(StrEnum):
    """What a word in the chain before a figure says."""

    COMPARATOR = "comparator"
    LEVEL = "level"
    PLAIN = "plain"
    CHANGE = "change"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase that may stand before a figure."""

    phrase: str
    kind: CueKind
    comparator: Comparator | None = None
    change: Change | None = None


class OrdinalForce(StrEnum):
    """How firmly a noun before a figure makes it a label."""

    STRONG = "strong"
    WEAK = "weak"  # unless a unit follows the figure
    RANK = "rank"
    TOP = "top"


class Phrases:
    """Phrases of several words, looked up at the start or at the end of a run of words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.known = frozenset(fold(phrase) for phrase in phrases)
        self.longest = max((len(phrase.split()) for phrase in self.known), default=0)

    def opening(self, words: list[str]) -> int:
        """How many of `words` make the longest phrase that they open with; 0 for none."""
        for size in range(min(self.longest, len(words)), 0, -1):
            if " ".join(words[:size]) in self.known:
                return size
        return 0

    def closing(self, words: list[str]) -> int:
        """How many of `words` make the longest phrase that they end in; 0 for none."""
        for size in range(min(self.longest, len(words)), 0, -1):
            if " ".join(words[-size:]) in self.known:
                return size
        return 0


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The lexicon as the parser asks for it; every phrase is folded."""

    units: Mapping[str, UnitFamily]
    unit_phrases: Phrases
    named: Phrases
    cues: Mapping[str, Cue]
    cue_phrases: Phrases
    after: Mapping[str, Comparator]
    soft: frozenset[str]
    stop: frozenset[str]
    not_change: frozenset[str]
    ordinals: Mapping[str, OrdinalForce]
    ordinal_phrases: Phrases
    per_nouns: Phrases


def _cues(data: Mapping[str, Any]) -> dict[str, Cue]:
    cues = [
        *(Cue(fold(word), CueKind.PLAIN) for word in data["level"]["plain"]),
        *(Cue(fold(word), CueKind.LEVEL) for word in data["level"]["words"]),
        Cue("từ", CueKind.FROM),
    ]
    for change in (Change.INCREASE, Change.DECREASE, Change.MAINTAIN):
        cues += [Cue(fold(word), CueKind.CHANGE, change=change) for word in data["change"][change]]
    for name, words in data["comparators"].items():
        comparator = Comparator(name)
        cues += [Cue(fold(word), CueKind.COMPARATOR, comparator) for word in words]
    return {cue.phrase: cue for cue in cues}


def _units(data: Mapping[str, Any]) -> dict[str, UnitFamily]:
    """A word of two families belongs to the later one here."""
    units: dict[str, UnitFamily] = {}
    for family, words in (
        (UnitFamily.SINGLE, data["counting"]["single"]),
        (UnitFamily.COUNTING, data["counting"]["nouns"]),
        (UnitFamily.STRUCTURAL, data["units"]["structural"]),
        (UnitFamily.MEASURE, data["units"]["measure"]),
        (UnitFamily.SCORE, data["units"]["score"]),
        (UnitFamily.MULTIPLE, data["units"]["multiple"]),
        (UnitFamily.TIME, data["units"]["time"]),
        (UnitFamily.AGE, data["units"]["age"]),
        (UnitFamily.CURRENCY, data["units"]["currency"]),
        (UnitFamily.SCALE, data["units"]["scale"]),
        (UnitFamily.PERCENT, data["units"]["percent"]),
    ):
        units.update({fold(word): family for word in words})
    return units


@cache
def quantity_words() -> QuantityWords:
    """The words as shipped."""
    data = read_toml("quantity_words.toml")
    units = _units(data)
    cues = _cues(data)
    ordinals = {fold(word): force for force in OrdinalForce for word in data["ordinals"][force]}
    after = {
        fold(word): Comparator(name) for name, words in data["after"].items() for word in words
    }
    return QuantityWords(
        units=units,
        unit_phrases=Phrases(units),
        named=Phrases(data["counting"]["named"]),
        cues=cues,
        cue_phrases=Phrases(cues),
        after=after,
        soft=frozenset(fold(word) for word in data["level"]["soft"]),
        stop=frozenset(fold(word) for word in data["counting"]["stop"]),
        not_change=frozenset(fold(word) for word in data["change"]["not_followed_by"]),
        ordinals=ordinals,
        ordinal_phrases=Phrases(ordinals),
        per_nouns=Phrases(data["units"]["per_nouns"]),
    )
