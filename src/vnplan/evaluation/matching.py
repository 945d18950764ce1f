"""Which record answers which annotation: by place in the text, one to one.

A record answers a quote when it holds the quote, when one of the two starts inside the other, or
when they share half of the shorter. In a text where both stand somewhere, all of these say that
they overlap; what differs is how well. A quote may run on past the end of its record ("Luật. - Xác
định trách nhiệm"), and a record may be the paragraph around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from vnplan.evaluation.gold import Quoted
from vnplan.evaluation.quotes import QuoteFinder
from vnplan.records import Span
from vnplan.text.fold import fold
from vnplan.text.labels import read_label

G = TypeVar("G", bound=Quoted)


class Quotable(Protocol):
    """A record with its words and their place."""

    @property
    def text(self) -> str: ...

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Quotable)

Agreement = Callable[[G, P], int | None]
"""How many key fields of a record agree with the annotation; None: not the same thing at all."""


@dataclass(frozen=True, slots=True)
class Missed(Generic[G, P]):
    """An annotation nothing answers.

    `near` is the unused record that stands at its place, with other key fields: what a reader of
    the report wants to see beside the miss. `quoted` is False when the quote does not stand in the
    text (so often as `nth` says).
    """

    gold: G
    near: P | None
    quoted: bool


@dataclass(frozen=True, slots=True)
class Matching(Generic[G, P]):
    """Pairs in the order of the annotation, and what is left over on either side."""

    pairs: tuple[tuple[G, P], ...]
    missed: tuple[Missed[G, P], ...]
    extra: tuple[P, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    """A possible pair; the least is taken first.

    A record that shares less than half of the shorter side may be the neighbour of the right one:
    such pairs come after all others, however well their key fields agree.
    """

    marginal: bool
    disagreement: int
    uncovered: float
    distance: int
    length: int
    gold: int
    start: int
    record: int


def match(
    golds: Sequence[G], records: Sequence[P], finder: QuoteFinder, agreement: Agreement[G, P]
) -> Matching[G, P]:
    """Pair annotations with records, each used once.

    Taken in turn is the pair whose key fields agree most, then the one that covers its shorter side
    best, then the one whose two sides start nearest to each other, then the shorter record; equal
    ones in reading order. Only a quote that does not stand in the text is compared by words alone.
    """
    places = [finder.find(gold.quote, gold.nth) for gold in golds]
    edges: list[_Edge] = []
    standing: dict[int, list[tuple[float, int, int]]] = {}
    for at, (gold, place) in enumerate(zip(golds, places, strict=True)):
        for number, record in enumerate(records):
            fit = _by_place(place, record) if place else _by_words(gold.quote, record.text)
            if fit is None:
                continue
            uncovered, distance = fit
            standing.setdefault(at, []).append((uncovered, distance, number))
            agreed = agreement(gold, record)
            if agreed is not None:
                start, length = record.span.start, len(record.span)
                marginal = uncovered > 0.5
                edges.append(
                    _Edge(marginal, -agreed, uncovered, distance, length, at, start, number)
                )
    chosen = _each_once(edges)
    used = set(chosen.values())
    missed = []
    for at, gold in enumerate(golds):
        if at not in chosen:
            near = min((fit for fit in standing.get(at, ()) if fit[2] not in used), default=None)
            missed.append(Missed(gold, near and records[near[2]], places[at] is not None))
    return Matching(
        pairs=tuple((golds[at], records[chosen[at]]) for at in sorted(chosen)),
        missed=tuple(missed),
        extra=tuple(record for number, record in enumerate(records) if number not in used),
    )


def _each_once(edges: Sequence[_Edge]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for edge in sorted(edges):
        if edge.gold not in chosen and edge.record not in used:
            chosen[edge.gold] = edge.record
            used.add(edge.record)
    return chosen


def _by_place(place: Span, record: Quotable) -> tuple[float, int] | None:
    """Uncovered share of the shorter of quote and record, and distance of their starts."""
    shared = min(place.end, record.span.end) - max(place.start, record.span.start)
    if shared <= 0:
        return None
    shorter = min(len(place), len(record.span))
    return 1 - shared / shorter, abs(place.start - record.span.start)


def _by_words(quote: str, text: str) -> tuple[float, int] | None:
    """The same by words alone: one holds the other, or half of the shorter runs on in the other.

    There is no place to tell equal words apart, so these pairs come after all others.
    """
    wanted, said = _unlabelled(quote), _unlabelled(text)
    if not wanted or not said:
        return None
    whole_wanted, whole_said = f" {wanted} ", f" {said} "
    if whole_wanted in whole_said:
        return 1.0, whole_said.index(whole_wanted)
    if whole_said in whole_wanted:
        return 1.0, 0
    shorter = min(len(wanted), len(said))
    runs_on = any(whole_said.startswith(f" {tail} ") for tail in _tails(wanted, shorter))
    runs_out = any(whole_wanted.startswith(f" {tail} ") for tail in _tails(said, shorter))
    return (1.0, len(said)) if runs_on or runs_out else None


def _tails(text: str, most: int) -> Iterator[str]:
    """The ends of a text that begin with a word, at most and at least half so long as `most`."""
    at = text.find(" ", max(0, len(text) - most - 1))
    while at >= 0 and 2 * (len(text) - at - 1) >= most:
        yield text[at + 1 :]
        at = text.find(" ", at + 1)


def _unlabelled(text: str) -> str:
    """Folded words without the bullets and labels before them: "- a) Chủ trì" is "chủ trì"."""
    rest = " ".join(text.split())
    while (label := read_label(rest)) is not None and 0 < label.end < len(rest):
        rest = rest[label.end :]
    return fold(rest)
