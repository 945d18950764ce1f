"""Records as flat rows of plain values, for tables of any sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from vnplan.records import Plan
from vnplan.store.answers import Row
from vnplan.store.numbers import province_of

KINDS = (
    *("plans", "sections", "agencies", "mentions", "citations", "targets", "deadlines"),
    *("tasks", "responsibilities", "funding"),
)
"""What there are rows of."""


def rows(plans: Iterable[Plan], kind: str) -> list[Row]:
    """One row a record, every row with the same columns; raises `ValueError` for another kind.

    A record inside a record has its fields as "number_canonical", "span_start"; lists are joined by
    "; ".
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is none of {', '.join(KINDS)}")
    found = [row for plan in plans for row in _rows(plan, kind)]
    columns = dict.fromkeys(name for row in found for name in row)
    return [{name: row.get(name) for name in columns} for row in found]


def _rows(plan: Plan, kind: str) -> Iterator[Row]:
    document = _document(plan)
    if kind == "plans":
        counts = {f"{name}s": len(getattr(plan, f"{name}s")) for name in ("task", "target")}
        yield {**document, **_flat("", plan.header), "province": province_of(plan), **counts}
        return
    if kind == "responsibilities":
        names = {agency.id: agency.name for agency in plan.agencies}
        for task in plan.tasks:
            for part in task.responsibilities:
                name = {"task_id": task.id, "agency_name": names.get(part.agency_id)}
                yield {**document, **name, **_flat("", part)}
        return
    for record in getattr(plan, kind):
        yield {**document, **_flat("", record), **_more(plan, record)}


def _document(plan: Plan) -> Row:
    head = plan.header
    return {
        "document_id": plan.id,
        "document_number": head.number.canonical if head.number else None,
        "document_issuer": head.issuer,
        "document_issued_on": head.issued_on,
    }


def _more(plan: Plan, record: BaseModel) -> Row:
    """The page, and for a task or target the names of those who own it."""
    more: Row = {}
    if (span := getattr(record, "span", None)) is not None:
        more["page"] = plan.page_of(span)
    owners = getattr(record, "owner_ids", None)
    if owners is not None:
        names = {agency.id: agency.name for agency in plan.agencies}
        more["owner_ids"] = "; ".join(owners)
        more["owners"] = "; ".join(names.get(owner, owner) for owner in owners)
    return more


def _flat(prefix: str, record: BaseModel) -> Row:
    row: Row = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            row.update(_flat(f"{prefix}{name}_", value))
        elif isinstance(value, tuple):
            if not any(isinstance(one, BaseModel | Mapping) for one in value):
                row[f"{prefix}{name}"] = "; ".join(map(str, value))
        else:
            row[f"{prefix}{name}"] = value
    return row
