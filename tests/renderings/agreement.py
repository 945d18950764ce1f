"""How far two plans of one document say the same: records paired by place, whatever the format.

The words of the two texts are aligned first; so a record is looked for where its words stand in the
other text, also when a scan has a letter wrong or another line end in every sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain, islice

import pytest
import regex

from vnplan.evaluation.sections import is_numbered, path_of
from vnplan.records import Citation, Header, Plan, Section, Span, Task
from vnplan.text.fold import fold, fold_characters

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_HEAD = 5  # words by which a section is found
_LEAST = 0.5  # of the words of two records together, that both must hold


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records of a kind both plans have, and each of them alone."""

    both: int
    got: int
    wanted: int

    @property
    def f1(self) -> float:
        """1 when neither plan has any."""
        return 2 * self.both / (self.got + self.wanted) if self.got + self.wanted else 1.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """`header`: fields that differ, {name: (got, wanted)}; `differences`: the records, in words."""

    header: dict[str, tuple[object, object]]
    kinds: dict[str, Tally]
    differences: tuple[str, ...] = field(repr=False, default=())

    def f1(self, kind: str) -> float:
        """Of "sections", "citations", "tasks", "owners", "deadlines" or "targets"."""
        return self.kinds[kind].f1

    def __str__(self) -> str:
        figures = "  ".join(f"{kind} {tally.f1:.3f}" for kind, tally in self.kinds.items())
        header = "".join(
            f"\n  header.{name}: {got!r}, not {want!r}" for name, (got, want) in self.header.items()
        )
        return f"{figures}{header}" + "".join(f"\n  {line}" for line in self.differences)


@dataclass(frozen=True, slots=True)
class _Place:
    """A record as the words it covers (of the reference's text) and what it must agree in."""

    first: int
    last: int
    key: object
    shown: str


def agreement(plan: Plan, reference: Plan) -> Agreement:
    """Compares `plan` with `reference`, which is taken for right.

    A section is the same when its path is and its words begin in the same place; a citation by
    number, type and day; a task, deadline or target by its words; an owner by task and agency.
    """
    aligned = _Aligned(plan.text, reference.text)
    kinds: dict[str, Tally] = {}
    lines: list[str] = []
    for kind, places in _KINDS.items():
        got = [place for place in places(plan, aligned.moved) if place is not None]
        wanted = [place for place in places(reference, aligned.own) if place is not None]
        kinds[kind], found = _tally(kind, got, wanted)
        lines += found
    return Agreement(_header(plan.header, reference.header), kinds, tuple(lines))


class _Aligned:
    """The words of two texts, and for each word of the one its number in the other."""

    def __init__(self, text: str, reference: str) -> None:
        distance = pytest.importorskip(
            "rapidfuzz.distance", reason="needs the extra fuzzy (pip install 'vnplan[fuzzy]')"
        )
        self._here, here = _words(text)
        self._there, there = _words(reference)
        self._number: dict[int, int] = {}
        for step in distance.Indel.opcodes(here, there):
            if step.tag == "equal":
                self._number.update(
                    zip(
                        range(step.src_start, step.src_end),
                        range(step.dest_start, step.dest_end),
                        strict=True,
                    )
                )

    def own(self, span: Span) -> tuple[int, int] | None:
        """First and last word of a span of the reference."""
        first, last = _inside(self._there, span)
        return (first, last) if first <= last else None

    def moved(self, span: Span) -> tuple[int, int] | None:
        """First and last word of the reference that stand in a span of the other text."""
        first, last = _inside(self._here, span)
        found = [self._number[at] for at in range(first, last + 1) if at in self._number]
        return (found[0], found[-1]) if found else None


def _words(text: str) -> tuple[list[int], list[str]]:
    found = list(_WORD.finditer(fold_characters(text)))
    return [match.start() for match in found], [match.group() for match in found]


def _inside(starts: list[int], span: Span) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end) - 1


Placed = Callable[[Span], tuple[int, int] | None]


def _place(span: Span, placed: Placed, key: object, shown: str) -> _Place | None:
    found = placed(span)
    return None if found is None else _Place(*found, key, shown)


def _sections(plan: Plan, placed: Placed) -> Iterable[_Place | None]:
    """By the place of its first words: how far it goes is that of the parts below it."""

    def head(section: Section) -> Span:
        words = list(islice(_WORD.finditer(plan.text, section.span.start), _HEAD))
        return Span(start=section.span.start, end=words[-1].end() if words else section.span.end)

    return (
        _place(head(each), placed, path_of(each), f"{path_of(each)} {each.heading or ''}")
        for each in plan.sections
        if is_numbered(each)
    )


def _citations(plan: Plan, placed: Placed) -> Iterable[_Place | None]:
    def key(each: Citation) -> object:
        return (each.number and each.number.canonical, each.type, each.issued_on)

    return (_place(each.span, placed, key(each), each.text) for each in plan.citations)


def _tasks(plan: Plan, placed: Placed) -> Iterable[_Place | None]:
    return (_place(each.span, placed, None, each.text) for each in plan.tasks)


def _owners(plan: Plan, placed: Placed) -> Iterable[_Place | None]:
    def each_owner(task: Task) -> Iterable[_Place | None]:
        return (
            _place(task.span, placed, owner, f"{owner}: {task.text}") for owner in task.owner_ids
        )

    return chain.from_iterable(each_owner(task) for task in plan.tasks)


def _deadlines(plan: Plan, placed: Placed) -> Iterable[_Place | None]:
    return (
        _place(each.span, placed, (each.kind, each.start, each.end), each.text)
        for each in plan.deadlines
    )


def _targets(plan: Plan, placed: Placed) -> Iterable[_Place | None]:
    return (
        _place(each.span, placed, each.quantity and each.quantity.value, each.text)
        for each in plan.targets
    )


_KINDS: dict[str, Callable[[Plan, Placed], Iterable[_Place | None]]] = {
    "sections": _sections,
    "citations": _citations,
    "tasks": _tasks,
    "owners": _owners,
    "deadlines": _deadlines,
    "targets": _targets,
}


def _tally(kind: str, got: list[_Place], wanted: list[_Place]) -> tuple[Tally, list[str]]:
    """Pairs each record once, those that share most words first."""
    edges = sorted(
        (-shared, at, number)
        for at, one in enumerate(got)
        for number, other in enumerate(wanted)
        if one.key == other.key and (shared := _shared(one, other)) >= _LEAST
    )
    used: set[int] = set()
    answered: set[int] = set()
    for _, at, number in edges:
        if at not in used and number not in answered:
            used.add(at)
            answered.add(number)
    lines = [f"{kind} -: {each.shown[:110]}" for n, each in enumerate(wanted) if n not in answered]
    lines += [f"{kind} +: {each.shown[:110]}" for n, each in enumerate(got) if n not in used]
    return Tally(len(used), len(got), len(wanted)), lines


def _shared(one: _Place, other: _Place) -> float:
    both = min(one.last, other.last) - max(one.first, other.first) + 1
    return both / (max(one.last, other.last) - min(one.first, other.first) + 1)


def _header(got: Header, wanted: Header) -> dict[str, tuple[object, object]]:
    """The fields that differ; letter case, spaces and tone placement do not count."""
    fields: dict[str, tuple[object, object]] = {}
    one, other = (each.model_dump(mode="json") for each in (got, wanted))
    for name in other.keys() - {"span"}:
        if _folded(one[name]) != _folded(other[name]):
            fields[name] = one[name], other[name]
    return fields


def _folded(value: object) -> object:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, dict):
        return {key: _folded(each) for key, each in value.items() if key not in ("span", "raw")}
    if isinstance(value, list):
        return [_folded(each) for each in value]
    return value
