"""Tasks, targets, deadlines and funding as nodes of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vnplan.exports.iris import agency_iri, document_iri, record_iri
from vnplan.exports.linked_data.node import Node, node
from vnplan.records import Deadline, Funding, Plan, Quantity, Responsibility, Target, Task


def tasks(plan: Plan) -> Iterator[Node]:
    """Every task, with who has which part in it."""
    for task in plan.tasks:
        yield _record(
            plan,
            task,
            "vnplan:Task",
            action=task.action,
            form=task.form,
            owner=list(map(agency_iri, task.owner_ids)),
            responsibility=[
                _responsibility(plan, task, number, duty)
                for number, duty in enumerate(task.responsibilities, start=1)
            ],
            deadline=[record_iri(plan, one) for one in task.deadline_ids],
            target=[record_iri(plan, one) for one in task.target_ids],
            citation=[record_iri(plan, one) for one in task.citation_ids],
            deliverable=task.deliverable,
            beneficiaries=task.beneficiaries,
            place=task.place,
        )


def _responsibility(plan: Plan, task: Task, number: int, duty: Responsibility) -> Node:
    return node(
        record_iri(plan, f"{task.id}/{number}"),
        "vnplan:Responsibility",
        span=duty.span,
        agency=agency_iri(duty.agency_id),
        role=duty.role,
        basis=duty.basis,
    )


def targets(plan: Plan) -> Iterator[Node]:
    """Every target, with its figure."""
    for target in plan.targets:
        yield _record(
            plan,
            target,
            "vnplan:Target",
            subject=target.subject,
            indicator=target.indicator,
            quantity=_quantity(target.quantity),
            deadline=record_iri(plan, target.deadline_id) if target.deadline_id else None,
            owner=list(map(agency_iri, target.owner_ids)),
        )


def deadlines(plan: Plan) -> Iterator[Node]:
    """Every time expression."""
    for deadline in plan.deadlines:
        yield _record(
            plan,
            deadline,
            "vnplan:Deadline",
            kind=deadline.kind,
            startDate=deadline.start,
            endDate=deadline.end,
            recurrence=deadline.recurrence,
            anchor=deadline.anchor,
            offset=deadline.offset,
            approximate=deadline.approximate,
            inferred=deadline.inferred,
        )


def funding(plan: Plan) -> Iterator[Node]:
    """Every source of money."""
    for source in plan.funding:
        quantity = _quantity(source.amount)
        yield _record(plan, source, "vnplan:Funding", source=source.source, quantity=quantity)


def _record(
    plan: Plan, record: Task | Target | Deadline | Funding, type_: str, **known: Any
) -> Node:
    return node(
        record_iri(plan, record.id),
        type_,
        span=record.span,
        partOf=document_iri(plan),
        section=record.section_id,
        text=record.text,
        **known,
    )


def _quantity(quantity: Quantity | None) -> Node | None:
    """A figure; a range has its two ends instead of a value."""
    if quantity is None:
        return None
    ranged = quantity.upper is not None
    return node(
        None,
        "schema:QuantitativeValue",
        value=None if ranged else quantity.value,
        minValue=quantity.value if ranged else None,
        maxValue=quantity.upper,
        unitText=quantity.unit,
        comparator=quantity.comparator,
        change=quantity.change,
        per=quantity.per,
    )
