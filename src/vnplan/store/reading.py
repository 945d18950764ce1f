"""Rows of the tables back into answers, many at a time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from vnplan.records import (
    Agency,
    Citation,
    Deadline,
    DocumentType,
    Plan,
    PlanFormatError,
    Task,
)
from vnplan.store.answers import Cite, Document, Due, FoundTask, Part, Place
from vnplan.store.outline import agency_of
from vnplan.store.packing import unpacked
from vnplan.store.schema import UnreadableStore
from vnplan.store.slicing import joined

DOCUMENT = "p.urn, p.number, p.type, p.title, p.issuer, p.issued_on, p.province, p.uri, p.sha256"
_LISTED = "(SELECT value FROM json_each(?))"  # any number of values in one question

Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
"""A statement with its values, to rows of what the columns of the tables hold."""


def found_tasks(query: Query, ids: Sequence[int]) -> list[FoundTask]:
    """The tasks behind rows of `task`, in the order given."""
    wanted = json.dumps(list(dict.fromkeys(ids)))
    rows = query(
        f"SELECT id, plan, page, role, heading, json FROM task WHERE id IN {_LISTED}", [wanted]
    )
    documents = _documents(query, {plan for _, plan, *_ in rows})
    parts, deadlines = _parts(query, wanted), _deadlines(query, wanted)
    found: dict[int, FoundTask] = {}
    for row, plan, page, role, heading, data in rows:
        task = task_of(data)
        charged = task.responsibilities
        found[row] = FoundTask(
            documents[plan],
            Place(task.section_id, role, heading, page, task.span, task.text),
            task,
            tuple([Part(who, charged[at], owns) for at, who, owns in parts.get(row, ())]),
            tuple(deadlines.get(row, ())),
        )
    return [found[one] for one in ids if one in found]


def found_citations(rows: Sequence[tuple[Any, ...]]) -> list[Cite]:
    """Rows of page, role, heading, sentence, json and `DOCUMENT` of citations."""
    answers: list[Cite] = []
    for page, role, heading, sentence, data, *document in rows:
        cited = Citation.model_validate_json(data)
        place = Place(cited.section_id, role, heading, page, cited.span, sentence)
        answers.append(Cite(_document(tuple(document)), place, cited))
    return answers


def found_due(row: Sequence[Any], on: dt.date, task: FoundTask | None) -> Due:
    """A row of page, role, heading, sentence, json and `DOCUMENT` of a deadline."""
    page, role, heading, sentence, data, *document = row
    deadline = deadline_of(data)
    place = Place(deadline.section_id, role, heading, page, deadline.span, sentence)
    return Due(on, _document(tuple(document)), place, deadline, task)


def plan_at(query: Query, row: object) -> Plan | None:
    """The plan as it was indexed; None where it has left the index.

    Raises `UnreadableStore` for one with a fault in what no table holds (see `taken_apart`).
    """
    kinds = ("citation", "deadline", "task")
    lists = ", ".join(
        # In the order of the plan: rows of one plan are read by their keys.
        f"(SELECT coalesce(group_concat(json, ','), '') FROM"
        f" (SELECT json FROM {kind} WHERE plan = p.id ORDER BY id))"
        for kind in kinds
    )
    rows = query(
        f"SELECT p.urn, r.json, {lists} FROM plan p JOIN remainder r ON r.plan = p.id"
        " WHERE p.id = ?",
        (row,),
    )
    for urn, rest, *found in rows:
        records = {f"{kind}s": one for kind, one in zip(kinds, found, strict=True)}
        try:
            return Plan.from_json(joined(unpacked(rest), records))
        except PlanFormatError as error:
            raise UnreadableStore(f"{urn}: {error}") from error
    return None


@lru_cache(maxsize=20_000)
def deadline_of(data: str) -> Deadline:
    """A deadline from its JSON."""
    return Deadline.model_validate_json(data)


@lru_cache(maxsize=4096)
def task_of(data: str) -> Task:
    """A task from its JSON; the same list is asked for again, sorted or cut in another way."""
    return Task.model_validate_json(data)


def _documents(query: Query, plans: set[int]) -> dict[int, Document]:
    rows = query(
        f"SELECT p.id, {DOCUMENT} FROM plan p WHERE p.id IN {_LISTED}", [json.dumps(sorted(plans))]
    )
    return {row: _document(tuple(document)) for row, *document in rows}


def _parts(query: Query, tasks: str) -> dict[int, list[tuple[int, Agency, bool]]]:
    """Position, agency and whether it owns the task, by task; each agency is fetched once."""
    rows = query(
        "SELECT r.task, r.position, n.body, r.owns FROM part r JOIN naming n ON n.id = r.agency"
        f" WHERE r.task IN {_LISTED} ORDER BY r.task, r.position",
        [tasks],
    )
    named = json.dumps(sorted({body for _, _, body, _ in rows}))
    bodies = {
        body: agency_of(data)
        for body, data in query(f"SELECT id, json FROM body WHERE id IN {_LISTED}", [named])
    }
    found: dict[int, list[tuple[int, Agency, bool]]] = {}
    for task, position, body, owns in rows:
        found.setdefault(task, []).append((position, bodies[body], bool(owns)))
    return found


def _deadlines(query: Query, tasks: str) -> dict[int, list[Deadline]]:
    rows = query(
        "SELECT td.task, d.json FROM task_deadline td JOIN deadline d ON d.id = td.deadline"
        f" WHERE td.task IN {_LISTED} ORDER BY td.task, d.id",
        [tasks],
    )
    found: dict[int, list[Deadline]] = {}
    for task, data in rows:
        found.setdefault(task, []).append(deadline_of(data))
    return found


@lru_cache(maxsize=20_000)
def _document(row: tuple[Any, ...]) -> Document:
    urn, number, type_, title, issuer, issued_on, province, uri, sha256 = row
    return Document(
        urn,
        number,
        DocumentType(type_) if type_ else None,
        title,
        issuer,
        dt.date.fromisoformat(issued_on) if issued_on else None,
        province,
        uri,
        sha256,
    )
