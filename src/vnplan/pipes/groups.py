"""Which records of a Plan stand in `doc.spans`, under which name, label and ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from vnplan.records import Plan, Span


class Labelled(NamedTuple):
    """A place in `Plan.text` with what spaCy is told of it.

    `id` leads back to the record (`records`), `kb_id` to what it names outside the document: the
    agency, the cited instrument; "" when that is nothing.
    """

    span: Span
    label: str
    id: str
    kb_id: str = ""


def _abbreviations(plan: Plan) -> Iterator[Labelled]:
    for number, one in enumerate(plan.abbreviations, 1):
        yield Labelled(one.span, "definition", f"abbreviation-{number}")


def _agencies(plan: Plan) -> Iterator[Labelled]:
    kinds = {agency.id: agency.kind.value for agency in plan.agencies}
    for number, mention in enumerate(plan.mentions, 1):
        label = kinds.get(mention.agency_id, "other")
        yield Labelled(mention.span, label, f"mention-{number}", mention.agency_id)


def _citations(plan: Plan) -> Iterator[Labelled]:
    for one in plan.citations:
        yield Labelled(one.span, one.relation.value, one.id, one.target_id or "")


def _deadlines(plan: Plan) -> Iterator[Labelled]:
    return (Labelled(one.span, one.kind.value, one.id) for one in plan.deadlines)


def _funding(plan: Plan) -> Iterator[Labelled]:
    return (Labelled(one.span, one.source.value, one.id) for one in plan.funding)


def _sections(plan: Plan) -> Iterator[Labelled]:
    return (Labelled(one.span, one.kind.value, one.id) for one in plan.sections)


def _targets(plan: Plan) -> Iterator[Labelled]:
    for one in plan.targets:
        label = "unquantified" if one.quantity is None else "quantified"
        yield Labelled(one.span, label, one.id)


def _tasks(plan: Plan) -> Iterator[Labelled]:
    return (Labelled(one.span, one.form.value, one.id) for one in plan.tasks)


_GROUPS: Final[dict[str, Callable[[Plan], Iterator[Labelled]]]] = {
    "abbreviations": _abbreviations,
    "agencies": _agencies,
    "citations": _citations,
    "deadlines": _deadlines,
    "funding": _funding,
    "sections": _sections,
    "targets": _targets,
    "tasks": _tasks,
}

GROUPS: Final = tuple(_GROUPS)
"""The names in `doc.spans`."""

NAMES: Final = {
    "abbreviations": "ABBREVIATION",
    "agencies": "AGENCY",
    "citations": "CITATION",
    "deadlines": "DEADLINE",
    "funding": "FUNDING",
    "sections": "SECTION",
    "targets": "TARGET",
    "tasks": "TASK",
}
"""What one record of a group is called where all groups stand side by side."""

ENTITIES: Final = ("agencies", "citations", "deadlines")
"""The groups of short spans that rarely overlap: those fit for `doc.ents`."""


def labelled(plan: Plan, group: str) -> tuple[Labelled, ...]:
    """The records of a group in reading order; raises a `KeyError` for a group there is none of.

    A blank at the edge of a span is left out, since no token could begin or end there, and so is
    a span of nothing else.
    """
    found = ((one, _trimmed(plan.text, one.span)) for one in _GROUPS[group](plan))
    return tuple(one._replace(span=span) for one, span in found if len(span))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return (
        span if (start, end) == (span.start, span.end) else Span(start=start, end=max(start, end))
    )


def records(plan: Plan) -> dict[str, object]:
    """The record behind each `Labelled.id`; of an agency it is the mention."""
    found: dict[str, object] = {
        f"mention-{number}": mention for number, mention in enumerate(plan.mentions, 1)
    }
    found |= {f"abbreviation-{number}": one for number, one in enumerate(plan.abbreviations, 1)}
    for kind in (
        *(plan.citations, plan.deadlines, plan.funding, plan.sections, plan.targets, plan.tasks),
    ):
        found.update((one.id, one) for one in kind)
    return found


def known_groups(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The names, each once; raises a `ValueError` with the names there are for any other."""
    for name in names:
        if name not in _GROUPS:
            there = ", ".join(GROUPS)
            raise ValueError(f"no group of records is called {name!r}; there are {there}")
    return tuple(dict.fromkeys(names))
