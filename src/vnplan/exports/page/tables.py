"""The tables of a review page: tasks, citations, deadlines, findings, a row each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from vnplan.exports.page.citation_graph import instrument_name
from vnplan.exports.page.days import day, when
from vnplan.exports.page.items import Items, reference
from vnplan.exports.page.labels import Language, marked
from vnplan.exports.page.visible import one_line, plain
from vnplan.records import Citation, ResponsibilityRole, Severity, Task

_EXCERPT = 180


class TaskRow(NamedTuple):
    """A task: names of agencies as buttons, and the keys the filters look at."""

    number: int
    key: str
    record_id: str
    text: str
    owners: Markup
    partners: Markup
    when: Markup
    end: str
    """The last day, 2025-12-31; empty without one."""
    where: str
    order: int
    deliverable: str
    owning: str
    """Keys of the agencies that own it, with blanks between."""
    charged: str
    """Keys of all that have a part in it."""


def task_rows(items: Items) -> list[TaskRow]:
    """Every task of a plan in its order."""
    return [_task_row(items, at, task) for at, task in enumerate(items.plan.tasks, 1)]


def _task_row(items: Items, number: int, task: Task) -> TaskRow:
    owners = task.owner_ids
    roles = others(task)
    partners = (with_role(items.agency(one), role, items.lang) for one, role in roles.items())
    times = items.times(task.deadline_ids)
    keys = [items.key("agency", one) or "" for one in (*owners, *roles)]
    said = Markup("; ").join(dict.fromkeys(when(one, items.lang) for one in times))
    return TaskRow(
        number,
        items.key("task", task.id) or "",
        task.id,
        plain(one_line(task.text)),
        Markup("<br>").join(map(items.agency, owners)),
        Markup("<br>").join(partners),
        said,
        _last(one.end for one in times if one.recurrence is None),
        items.places.name(task.section_id),
        items.places.order(task.section_id),
        plain(one_line(task.deliverable or "")),
        " ".join(keys[: len(owners)]),
        " ".join(keys),
    )


def others(task: Task) -> dict[str, ResponsibilityRole]:
    """Who has a part in a task and does not own it, by the first part of each."""
    roles: dict[str, ResponsibilityRole] = {}
    for part in task.responsibilities:
        if part.agency_id not in task.owner_ids:
            roles.setdefault(part.agency_id, part.role)
    return roles


def with_role(name: Markup, role: ResponsibilityRole, lang: Language) -> Markup:
    """A name in the column of those who cooperate; what else it is stands in brackets."""
    if role is ResponsibilityRole.COORDINATE:
        return name
    return Markup("{} ({})").format(name, marked(f"role.{role}", lang))


def _last(days: Iterable[dt.date | None]) -> str:
    found = [one for one in days if one is not None]
    return max(found).isoformat() if found else ""


def owning(items: Items) -> list[tuple[str, str, int]]:
    """Key, name and number of tasks of every agency with a part in one, for the filter."""
    counts = Counter(
        one
        for task in items.plan.tasks
        for one in {part.agency_id for part in task.responsibilities}
    )
    named = ((items.key("agency", one), items.name(one), count) for one, count in counts.items())
    held = [(key, name, count) for key, name, count in named if key]
    return sorted(held, key=lambda one: (-one[2], one[1]))


class CitedRow(NamedTuple):
    """An instrument, with all places where it is cited."""

    name: Markup
    relations: Markup
    issued: str
    issued_on: str
    issuer: str
    title: str
    places: int


def cited_rows(items: Items) -> list[CitedRow]:
    """The instruments of a plan in the order of their first places."""
    groups: dict[str, list[Citation]] = {}
    for citation in items.plan.citations:
        groups.setdefault(citation.target_id or f"place:{citation.id}", []).append(citation)
    return [_cited_row(items, held) for held in groups.values()]


def _cited_row(items: Items, held: list[Citation]) -> CitedRow:
    first = held[0]
    titled = next((one for one in held if one.title), first)
    issued = next((one.issued_on for one in held if one.issued_on), None)
    issuer = next((one.issuer for one in held if one.issuer), None)
    relations = dict.fromkeys(one.relation for one in held)
    return CitedRow(
        reference(items.key("citation", first.id) or "", instrument_name(first)),
        Markup(", ").join(marked(f"relation.{one}", items.lang) for one in relations),
        day(issued) if issued else "",
        issued.isoformat() if issued else "",
        plain(one_line(issuer or "")),
        plain(one_line(titled.title or "", _EXCERPT)),
        len(held),
    )


class TimeRow(NamedTuple):
    """A deadline, with the number of its tasks."""

    key: str
    words: str
    kind: Markup
    when: Markup
    end: str
    tasks: int
    where: str
    order: int


def time_rows(items: Items) -> Iterator[TimeRow]:
    """Every deadline of a plan in its order."""
    for deadline in items.plan.deadlines:
        dated = deadline.start or deadline.end or deadline.recurrence
        yield TimeRow(
            items.key("deadline", deadline.id) or "",
            plain(one_line(deadline.text, _EXCERPT)),
            marked(f"time.{deadline.kind}", items.lang),
            when(deadline, items.lang) if dated else Markup(),
            deadline.end.isoformat() if deadline.end and not deadline.recurrence else "",
            len(items.due(deadline.id)),
            items.places.name(deadline.section_id),
            items.places.order(deadline.section_id),
        )


class NoteRow(NamedTuple):
    """A diagnostic; `key` leads to its place, empty where it is about the whole document."""

    key: str
    severity: str
    rank: int
    finding: Markup
    words: str
    message: str
    page: int | None


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def note_rows(items: Items) -> list[NoteRow]:
    """Every diagnostic of a plan, the gravest first."""
    plan = items.plan
    rows = [
        NoteRow(
            f"n{at}" if note.span is not None else "",
            str(note.severity),
            _RANK[note.severity],
            marked(f"code.{note.code}", items.lang),
            plain(one_line(plan.slice(note.span), _EXCERPT)) if note.span is not None else "",
            plain(one_line(note.message)),
            plan.page_of(note.span) if note.span is not None else None,
        )
        for at, note in enumerate(plan.diagnostics)
    ]
    return sorted(rows, key=lambda row: row.rank)
