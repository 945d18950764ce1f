"""Figures of an evaluation: counts first, shares from the counts, a value only where one exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """What is scored, in the order of a report."""

    HEADER = "header"
    ABBREVIATIONS = "abbreviations"
    SECTIONS = "sections"
    CITATIONS = "citations"
    TARGETS = "targets"
    DEADLINES = "deadlines"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Tally:
    """Two sets compared: how many were annotated, how many read, how many of these are the same.

    A share of nothing is None: a document without targets in which none was read says nothing about
    targets; one false alarm in it makes the F1 0.
    """

    matched: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float | None:
        return _share(self.matched, self.predicted)

    @property
    def recall(self) -> float | None:
        return _share(self.matched, self.gold)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.matched, self.gold + self.predicted)

    @property
    def value(self) -> float | None:
        """The figure that stands for the whole: F1."""
        return self.f1

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.matched + other.matched, self.gold + other.gold, self.predicted + other.predicted
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the things compared are right."""

    right: int = 0
    total: int = 0

    @property
    def value(self) -> float | None:
        return _share(self.right, self.total)

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.total + other.total)


Count: TypeAlias = Tally | Share


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


class Problem(StrEnum):
    """What is wrong with one record or field."""

    MISSED = "missed"  # annotated, not read
    EXTRA = "extra"  # read, not annotated
    WRONG = "wrong"  # found, with another value in a field


@dataclass(frozen=True, slots=True)
class Finding:
    """One miss, false alarm or wrong field, in the words of the document.

    `quote` is the annotator's (of a section its path, of the header nothing); for a false alarm the
    text of the record. `field` is None when the record as a whole is missed or extra.
    """

    kind: Kind
    problem: Problem
    quote: str
    field: str | None = None
    expected: str | None = None
    got: str | None = None


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind in one document.

    `found` counts the records (None for the header, which is one); `fields` what the found ones
    say. Fields that compare sets (owners, coordinators) are tallies.
    """

    kind: Kind
    found: Tally | None = None
    fields: Mapping[str, Count] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def overall(self) -> Count:
        """What stands for the kind: the records found, or the share of fields right."""
        if self.found is not None:
            return self.found
        shares = [count for count in self.fields.values() if isinstance(count, Share)]
        return sum(shares, Share())

    def counts(self) -> dict[str, Count]:
        """Every count under the name of its field; the kind as a whole under ""."""
        return {"": self.overall, **self.fields}


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document.

    `failure` says in one line why it could not be scored; what was annotated is then all missed.
    """

    document: str
    kinds: tuple[KindScore, ...]
    failure: str | None = None

    def kind(self, kind: Kind) -> KindScore | None:
        """The score of a kind; None when it was not annotated or not asked for."""
        return next((score for score in self.kinds if score.kind is kind), None)

    def values(self) -> dict[str, float | None]:
        """Every figure by name: "header", "sections", "sections.precision", "sections.role" …"""
        return _values({score.kind: score.counts() for score in self.kinds})


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All documents of a folder, those that failed included."""

    documents: tuple[DocumentScore, ...]

    @property
    def failures(self) -> tuple[DocumentScore, ...]:
        """The documents that could not be scored."""
        return tuple(document for document in self.documents if document.failure is not None)

    @property
    def read(self) -> tuple[DocumentScore, ...]:
        """The documents that could be scored."""
        return tuple(document for document in self.documents if document.failure is None)

    def means(self, *, failed_as_missed: bool = False) -> dict[str, float]:
        """The mean of every figure over the documents read that have it.

        `failed_as_missed` takes in the failures too, with all that was annotated in them missed.
        """
        collected: dict[str, list[float]] = {}
        for document in self.documents if failed_as_missed else self.read:
            for name, value in document.values().items():
                if value is not None:
                    collected.setdefault(name, []).append(value)
        return {name: sum(values) / len(values) for name, values in collected.items()}

    def together(self) -> dict[str, float | None]:
        """Every figure over all records read at once, so that a long document counts for more."""
        return _values(self.totals())

    def totals(self) -> dict[Kind, dict[str, Count]]:
        """The counts of every kind and field over the documents read."""
        totals: dict[Kind, dict[str, Count]] = {}
        for score in (score for document in self.read for score in document.kinds):
            into = totals.setdefault(score.kind, {})
            for name, count in score.counts().items():
                into[name] = _add(into[name], count) if name in into else count
        return totals


def _add(one: Count, other: Count) -> Count:
    if isinstance(one, Tally) and isinstance(other, Tally):
        return one + other
    if isinstance(one, Share) and isinstance(other, Share):
        return one + other
    raise TypeError("a tally and a share have no sum")


def _values(counts: Mapping[Kind, Mapping[str, Count]]) -> dict[str, float | None]:
    values: dict[str, float | None] = {}
    for kind, named in counts.items():
        for name, count in named.items():
            full = f"{kind}.{name}" if name else str(kind)
            values[full] = count.value
            if isinstance(count, Tally):
                values[f"{full}.precision"] = count.precision
                values[f"{full}.recall"] = count.recall
    return values
