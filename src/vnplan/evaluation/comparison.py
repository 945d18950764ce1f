"""Scoring one kind of records: pair them with the annotations, then compare field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vnplan.evaluation.gold import Quoted
from vnplan.evaluation.matching import Agreement, Quotable, match
from vnplan.evaluation.quotes import QuoteFinder
from vnplan.evaluation.scores import Count, Finding, Kind, KindScore, Problem, Share, Tally

G = TypeVar("G", bound=Quoted)
P = TypeVar("P", bound=Quotable)


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field(Generic[G, P]):
    """A field with one value, as annotated and as read.

    `right` decides where equality would not do; `applies` leaves out annotations without the field.
    """

    name: str
    expected: Callable[[G], object]
    got: Callable[[P], object]
    right: Callable[[G, P], bool] | None = None
    applies: Callable[[G], bool] = _always

    def compare(self, pairs: Sequence[tuple[G, P]], kind: Kind) -> tuple[Share, list[Finding]]:
        """How many pairs agree, and the others."""
        compared = [(gold, record) for gold, record in pairs if self.applies(gold)]
        wrong = [
            _wrong(kind, self.name, gold, shown(self.expected(gold)), shown(self.got(record)))
            for gold, record in compared
            if not self._agree(gold, record)
        ]
        return Share(len(compared) - len(wrong), len(compared)), wrong

    def _agree(self, gold: G, record: P) -> bool:
        if self.right is None:
            return self.expected(gold) == self.got(record)
        return self.right(gold, record)


@dataclass(frozen=True, slots=True)
class SetField(Generic[G, P]):
    """A field that is a set: each side gives its members as {key to compare: words to show}."""

    name: str
    expected: Callable[[G], Mapping[str, str]]
    got: Callable[[P], Mapping[str, str]]

    def compare(self, pairs: Sequence[tuple[G, P]], kind: Kind) -> tuple[Tally, list[Finding]]:
        """The members over all pairs, and the pairs whose sets differ."""
        tally, wrong = Tally(), []
        for gold, record in pairs:
            expected, got = self.expected(gold), self.got(record)
            both = expected.keys() & got.keys()
            tally += Tally(len(both), len(expected), len(got))
            if expected.keys() != got.keys():
                wrong.append(_wrong(kind, self.name, gold, _members(expected), _members(got)))
        return tally, wrong

    def exact(self, pairs: Sequence[tuple[G, P]]) -> Share:
        """How many pairs have just the same set."""
        right = sum(self.expected(gold).keys() == self.got(record).keys() for gold, record in pairs)
        return Share(right, len(pairs))


def _wrong(kind: Kind, field: str, gold: Quoted, expected: str | None, got: str | None) -> Finding:
    return Finding(kind, Problem.WRONG, gold.quote, field, expected, got)


def _members(members: Mapping[str, str]) -> str | None:
    return "; ".join(members.values()) or None


def shown(value: object) -> str | None:
    """A value as a report prints it; None stays None."""
    if value is None:
        return None
    return str(value)


@dataclass(frozen=True, slots=True)
class KindRules(Generic[G, P]):
    """How one kind is compared.

    `agreement` counts agreeing key fields, or None where two records cannot be the same thing;
    `gold_words` and `record_words` say in the report what was expected and what stands there.
    """

    kind: Kind
    agreement: Agreement[G, P]
    gold_words: Callable[[G], str | None]
    record_words: Callable[[P], str | None]
    fields: tuple[Field[G, P], ...]
    sets: tuple[SetField[G, P], ...] = ()

    def score(self, golds: Sequence[G], records: Sequence[P], finder: QuoteFinder) -> KindScore:
        """Find, pair and compare; the findings are misses, then false alarms, then wrong fields."""
        matching = match(golds, records, finder, self.agreement)
        findings = [
            self._missed(missed.gold, missed.near, missed.quoted) for missed in matching.missed
        ]
        findings += [
            Finding(self.kind, Problem.EXTRA, record.text, got=self.record_words(record))
            for record in matching.extra
        ]
        counts: dict[str, Count] = {}
        for field in self.fields:
            counts[field.name], wrong = field.compare(matching.pairs, self.kind)
            findings += wrong
        for members in self.sets:
            counts[members.name], wrong = members.compare(matching.pairs, self.kind)
            counts[f"{members.name}_exact"] = members.exact(matching.pairs)
            findings += wrong
        found = Tally(len(matching.pairs), len(golds), len(records))
        return KindScore(self.kind, found, counts, tuple(findings))

    def _missed(self, gold: G, near: P | None, quoted: bool) -> Finding:
        got = None if near is None else self.record_words(near)
        if not quoted:
            got = "the quote does not stand in the document"
        return Finding(self.kind, Problem.MISSED, gold.quote, None, self.gold_words(gold), got)
