"""The plans that carry out one instrument, side by side."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import regex

from vnplan.graph.citers import citing
from vnplan.graph.documents import Document, documents, plan_node, province_of
from vnplan.graph.instruments import citations
from vnplan.graph.model import Evidence
from vnplan.records import Agency, Deadline, DocumentType, Plan, Quantity, Relation, Target, Task
from vnplan.text.fold import slug

NORMATIVE: Final = frozenset(
    {
        DocumentType.CONSTITUTION,
        DocumentType.CODE,
        DocumentType.LAW,
        DocumentType.ORDINANCE,
        DocumentType.ORDER,
        DocumentType.DECREE,
        DocumentType.CIRCULAR,
        DocumentType.JOINT_CIRCULAR,
        DocumentType.JOINT_RESOLUTION,
        DocumentType.CONSOLIDATED_TEXT,
    }
)
"""Types that are law wherever they are cited. Decisions and resolutions are law when their number
holds a year: 59/2020/QĐ-UBND, 41/2019/QH14."""

_YEAR = regex.compile(r"/(?:19|20)\d\d/")


class OwnerBasis(StrEnum):
    """Where it was read who answers for a target."""

    TARGET = "target"  # it says so itself
    TASK = "task"  # the task that aims at it
    SECTION = "section"  # the tasks of its section: a block with "Chủ trì: …" and "Chỉ tiêu: …"


@dataclass(frozen=True, slots=True)
class Told:
    """One place where a plan says that it carries out an instrument."""

    instrument: str | None
    """URN; None where the plan gives a number and nothing more."""
    relation: Relation
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ComparedTarget:
    """A target of one plan, with who answers for it and by when."""

    target: Target
    owners: tuple[Agency, ...]
    owner_basis: OwnerBasis | None
    """None where nobody is named."""
    deadline: Deadline | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ComparedOwner:
    """An agency and how many tasks of the plan it owns."""

    agency: Agency
    tasks: int


@dataclass(frozen=True, slots=True)
class ComparedPlan:
    """One plan that carries out the instrument."""

    document: str
    """URN."""
    source: str | None
    """Address of the text."""
    title: str
    """What the plan is called."""
    issuer: str | None
    province: str | None
    """Of the issuer; None for a central body."""
    issued_on: datetime.date | None
    instruments: tuple[str, ...]
    """URNs it carries out; several only where the name given means several, none where the plan
    gives a number and nothing more."""
    relations: tuple[Relation, ...]
    """How it says so."""
    evidence: tuple[Evidence, ...]
    """The words that say so."""
    targets: tuple[ComparedTarget, ...]
    owners: tuple[ComparedOwner, ...]
    """Agencies that own tasks, those with most first."""
    deadlines: tuple[Deadline, ...]
    """Times of its tasks and targets, each once, the earliest end first, open ones last."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One line of the table province × target; a plan without targets has one, with None."""

    province: str | None
    document: str
    issuer: str | None
    target: str | None
    quantity: Quantity | None
    owners: tuple[str, ...]
    deadline: str | None
    due: datetime.date | None


def compare(
    plans: Iterable[Plan], instrument: str, *, relations: Collection[Relation] | None = None
) -> tuple[ComparedPlan, ...]:
    """The plans that carry out an instrument, by province, then day of issue, then URN.

    `instrument` is what `find` takes. A plan carries it out that says so ("thực hiện", "triển
    khai"), or that has it among its grounds ("Căn cứ Nghị quyết số 57-NQ/TW"), the commoner form;
    but what is law (see `NORMATIVE`) is a ground of every plan, and carried out only by one that
    says so. `relations` counts exactly those instead. A plan that only names the instrument inside
    the title of another is not among them. Empty when there are none.
    """
    held = documents(plans)
    graph = citations(document.plan for document in held)
    told: dict[tuple[str, str], list[Told]] = {}
    for row in citing(graph, instrument, relations=relations):
        if row.nested or row.citer == row.instrument:
            continue
        node = graph.nodes[row.instrument]
        if relations is not None or carries_out(row.relation, node["type"], node["number"]):
            urn = row.instrument if row.resolved else None
            place = Told(urn, row.relation, row.evidence)
            told.setdefault((row.document, row.evidence["sha256"]), []).append(place)
    compared = [
        side(document, told[text])
        for document in held
        if (text := (document.urn, document.plan.source.sha256)) in told
    ]
    return tuple(sorted(compared, key=_rank))


def carries_out(relation: Relation, type: DocumentType | None, number: str | None) -> bool:
    """Whether a plan that cites an instrument of that type and number so carries it out."""
    if relation is Relation.LEGAL_BASIS:
        return type not in NORMATIVE and _YEAR.search(number or "") is None
    return relation is Relation.IMPLEMENTS


def comparison_rows(compared: Iterable[ComparedPlan]) -> tuple[ComparisonRow, ...]:
    """The same as a table, one row a target, for a spreadsheet or a data frame."""
    return tuple(row for plan in compared for row in _rows(plan))


def _rank(plan: ComparedPlan) -> tuple[bool, str, str, str]:
    """Provinces in the order of their unmarked names, central bodies last."""
    day = plan.issued_on.isoformat() if plan.issued_on is not None else ""
    return plan.province is None, slug(plan.province or ""), day, plan.document


def side(document: Document, told: Sequence[Told]) -> ComparedPlan:
    """One plan as it stands beside others; `told` are the places that say it carries it out."""
    plan = document.plan
    records = _Records(plan)
    return ComparedPlan(
        document=document.urn,
        source=plan.source.uri,
        title=plan_node(document)["label"],
        issuer=plan.header.issuer,
        province=province_of(plan),
        issued_on=plan.header.issued_on,
        instruments=tuple(dict.fromkeys(row.instrument for row in told if row.instrument)),
        relations=tuple(dict.fromkeys(row.relation for row in told)),
        evidence=tuple(row.evidence for row in told),
        targets=tuple(_target(document, target, records) for target in plan.targets),
        owners=_owners(plan, records.agencies),
        deadlines=_deadlines(plan, records.deadlines),
    )


class _Records:
    """The records of a plan by what leads to them."""

    def __init__(self, plan: Plan) -> None:
        self.agencies = {agency.id: agency for agency in plan.agencies}
        self.deadlines = {deadline.id: deadline for deadline in plan.deadlines}
        self.aiming: dict[str, list[Task]] = {}
        self.standing: dict[str | None, list[Task]] = {}
        for task in plan.tasks:
            self.standing.setdefault(task.section_id, []).append(task)
            for target_id in task.target_ids:
                self.aiming.setdefault(target_id, []).append(task)


def _target(document: Document, target: Target, records: _Records) -> ComparedTarget:
    owner_ids, basis = _answering(target, records)
    return ComparedTarget(
        target=target,
        owners=tuple(records.agencies[one] for one in owner_ids if one in records.agencies),
        owner_basis=basis,
        deadline=records.deadlines.get(target.deadline_id or ""),
        evidence=document.evidence(target.span),
    )


def _answering(target: Target, records: _Records) -> tuple[tuple[str, ...], OwnerBasis | None]:
    """Who answers for a target, by the nearest words that say so."""
    # What stands in no section has no neighbours.
    near = records.standing.get(target.section_id, []) if target.section_id is not None else []
    for ids, basis in (
        (target.owner_ids, OwnerBasis.TARGET),
        (_owner_ids(records.aiming.get(target.id, [])), OwnerBasis.TASK),
        (_owner_ids(near), OwnerBasis.SECTION),
    ):
        if ids:
            return ids, basis
    return (), None


def _owner_ids(tasks: Iterable[Task]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owner for task in tasks for owner in task.owner_ids))


def _owners(plan: Plan, agencies: dict[str, Agency]) -> tuple[ComparedOwner, ...]:
    counted = Counter(owner for task in plan.tasks for owner in task.owner_ids)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        ComparedOwner(agencies[owner], tasks) for owner, tasks in ranked if owner in agencies
    )


def _deadlines(plan: Plan, deadlines: dict[str, Deadline]) -> tuple[Deadline, ...]:
    used = [one for task in plan.tasks for one in task.deadline_ids]
    used += [target.deadline_id for target in plan.targets if target.deadline_id is not None]
    known = [deadlines[one] for one in dict.fromkeys(used) if one in deadlines]
    return tuple(
        sorted(known, key=lambda one: (one.end or datetime.date.max, one.span.start, one.id))
    )


def _rows(plan: ComparedPlan) -> Iterator[ComparisonRow]:
    for one in plan.targets or (None,):
        deadline = one.deadline if one is not None else None
        yield ComparisonRow(
            province=plan.province,
            document=plan.document,
            issuer=plan.issuer,
            target=one.target.text if one is not None else None,
            quantity=one.target.quantity if one is not None else None,
            owners=tuple(agency.name for agency in one.owners) if one is not None else (),
            deadline=deadline.text if deadline is not None else None,
            due=deadline.end if deadline is not None else None,
        )
