"""Rows of the tables back into answers, many at a time."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from vnplan.records import Agency, Citation, Deadline, DocumentType, Plan, Task
from vnplan.store.answers import Cite, Document, Due, FoundTask, Part, Place
from vnplan.store.slicing import joined

DOCUMENT = "p.urn, p.number, p.type, p.title, p.issuer, p.issued_on, p.province, p.uri, p.sha256"
_BATCH = 500  # values SQLite takes in one question

Query = Callable[[str, Sequence[object]], list[tuple[object, ...]]]


def found_tasks(query: Query, ids: Sequence[int]) -> list[FoundTask]:
    """The tasks behind rows of `task`, in the order given."""
    found: dict[int, FoundTask] = {}
    for batch in _batches(ids):
        marks = ",".join("?" * len(batch))
        parts = _parts(query, batch, marks)
        deadlines = _deadlines(query, batch, marks)
        rows = query(
            f"SELECT t.id, t.page, t.role, t.heading, t.json, {DOCUMENT}"
            f" FROM task t JOIN plan p ON p.id = t.plan WHERE t.id IN ({marks})",
            batch,
        )
        for row, page, role, heading, json, *document in rows:
            task = Task.model_validate_json(_text(json))
            key = _number(row)
            charged = task.responsibilities
            found[key] = FoundTask(
                _document(tuple(document)),
                Place(
                    task.section_id, _maybe(role), _maybe(heading), _count(page), task.span,
                    task.text,
                ),
                task,
                tuple(
                    Part(agency, charged[position], owns)
                    for position, agency, owns in parts.get(key, ())
                ),
                tuple(deadlines.get(key, ())),
            )  # fmt: skip
    return [found[one] for one in ids if one in found]


def found_citations(rows: Sequence[tuple[object, ...]]) -> list[Cite]:
    """Rows of page, role, heading, sentence, json and `DOCUMENT` of citations."""
    answers: list[Cite] = []
    for page, role, heading, sentence, json, *document in rows:
        citation = Citation.model_validate_json(_text(json))
        place = Place(
            citation.section_id,
            _maybe(role),
            _maybe(heading),
            _count(page),
            citation.span,
            _text(sentence),
        )
        answers.append(Cite(_document(tuple(document)), place, citation))
    return answers


def found_due(row: Sequence[object], on: dt.date, task: FoundTask | None) -> Due:
    """A row of page, role, heading, sentence, json and `DOCUMENT` of a deadline."""
    page, role, heading, sentence, json, *document = row
    deadline = deadline_of(_text(json))
    place = Place(
        deadline.section_id,
        _maybe(role),
        _maybe(heading),
        _count(page),
        deadline.span,
        _text(sentence),
    )
    return Due(on, _document(tuple(document)), place, deadline, task)


def plan_at(query: Query, row: object) -> Plan | None:
    """The plan as it was indexed; None where it has left the index."""
    kinds = ("citation", "deadline", "task")
    lists = ", ".join(
        # In the order of the plan: rows of one plan are read by their keys.
        f"(SELECT coalesce(group_concat(json, ','), '') FROM"
        f" (SELECT json FROM {kind} WHERE plan = p.id ORDER BY id))"
        for kind in kinds
    )
    for rest, *found in query(f"SELECT json, {lists} FROM plan p WHERE id = ?", (row,)):
        records = {f"{kind}s": _text(one) for kind, one in zip(kinds, found, strict=True)}
        assert isinstance(rest, bytes)
        return Plan.from_json(joined(zlib.decompress(rest), records))
    return None


@lru_cache(maxsize=20_000)
def agency_of(json: str) -> Agency:
    """An agency from its JSON; the same few stand in thousands of answers."""
    return Agency.model_validate_json(json)


@lru_cache(maxsize=20_000)
def deadline_of(json: str) -> Deadline:
    """A deadline from its JSON."""
    return Deadline.model_validate_json(json)


def _parts(
    query: Query, batch: Sequence[int], marks: str
) -> dict[int, list[tuple[int, Agency, bool]]]:
    rows = query(
        "SELECT r.task, r.position, a.json, r.owns FROM part r JOIN agency a ON a.id = r.agency"
        f" WHERE r.task IN ({marks}) ORDER BY r.task, r.position",
        batch,
    )
    found: dict[int, list[tuple[int, Agency, bool]]] = {}
    for task, position, json, owns in rows:
        part = (_number(position), agency_of(_text(json)), bool(owns))
        found.setdefault(_number(task), []).append(part)
    return found


def _deadlines(query: Query, batch: Sequence[int], marks: str) -> dict[int, list[Deadline]]:
    rows = query(
        "SELECT td.task, d.json FROM task_deadline td JOIN deadline d ON d.id = td.deadline"
        f" WHERE td.task IN ({marks}) ORDER BY td.task, d.id",
        batch,
    )
    found: dict[int, list[Deadline]] = {}
    for task, json in rows:
        found.setdefault(_number(task), []).append(deadline_of(_text(json)))
    return found


@lru_cache(maxsize=20_000)
def _document(row: tuple[object, ...]) -> Document:
    urn, number, type_, title, issuer, issued_on, province, uri, sha256 = row
    return Document(
        _text(urn),
        _maybe(number),
        DocumentType(_text(type_)) if type_ else None,
        _maybe(title),
        _maybe(issuer),
        dt.date.fromisoformat(_text(issued_on)) if issued_on else None,
        _maybe(province),
        _maybe(uri),
        _text(sha256),
    )


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _BATCH):
        yield ids[at : at + _BATCH]


def _text(value: object) -> str:
    assert isinstance(value, str)
    return value


def _maybe(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None
