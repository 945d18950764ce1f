"""The responsibility graph: who has which part in which task, until when, to what end.

agency –lead→ task –due→ deadline          agency –owns→ target –due→ deadline
              task –aims_at→ target        agency –issued→ plan
              task –in_section→ section –part_of→ section … → plan
              task –in_plan→ plan          (targets likewise)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vnplan.graph.documents import Document, documents, plan_node
from vnplan.graph.model import (
    AgencyNode,
    CooperationEdge,
    Evidence,
    Link,
    LinkEdge,
    NodeKind,
    RoleEdge,
    agency_key,
    record_key,
)
from vnplan.graph.partners import cooperation
from vnplan.graph.record_nodes import deadline_node, section_node, target_node, task_node
from vnplan.records import (
    Agency,
    Deadline,
    Plan,
    Responsibility,
    ResponsibilityRole,
    Section,
    Span,
    Target,
    Task,
)

if TYPE_CHECKING:
    from vnplan.graph.model import Graph


def responsibility(plans: Iterable[Plan], *, partners: bool = False) -> Graph:
    """The responsibility graph of some plans; the same graph in whatever order they come.

    `partners` draws one `cooperates` edge between any two agencies that share tasks (see
    `cooperation`). In it are the agencies with a part in something, not all that are named.
    A reference that leads to no record (`records.faults` finds them) draws no edge; an agency that
    a plan charges but does not describe is kept under its id.
    """
    import networkx as nx

    held = documents(plans)
    parts = [_Part(document) for document in held]
    graph: Graph = nx.MultiDiGraph(name="responsibility")
    for agency_id, attributes in _agencies(parts).items():
        graph.add_node(agency_key(agency_id), **attributes)
    for part in parts:
        _draw(graph, part)
    if partners:
        _draw_partners(graph)
    return graph


@dataclass(slots=True)
class _Part:
    """One document with its records by id."""

    document: Document
    sections: dict[str, Section] = field(init=False)
    targets: dict[str, Target] = field(init=False)
    deadlines: dict[str, Deadline] = field(init=False)

    def __post_init__(self) -> None:
        plan = self.document.plan
        self.sections = {section.id: section for section in plan.sections}
        self.targets = {target.id: target for target in plan.targets}
        self.deadlines = {deadline.id: deadline for deadline in plan.deadlines}

    def key(self, kind: NodeKind, record_id: str) -> str:
        return record_key(self.document.key, kind, record_id)

    def charged(self) -> set[str]:
        """Ids of the agencies with a part in anything."""
        plan = self.document.plan
        ids = {part.agency_id for task in plan.tasks for part in task.responsibilities}
        ids |= {owner for target in plan.targets for owner in target.owner_ids}
        return ids | ({plan.header.issuer_id} if plan.header.issuer_id is not None else set())


def _agencies(parts: Iterable[_Part]) -> dict[str, AgencyNode]:
    """One description an agency: what most documents say of it, those that know it first."""
    said: dict[str, Counter[Agency]] = {}
    for part in parts:
        charged = part.charged()
        for agency_id in charged:
            said.setdefault(agency_id, Counter())
        for agency in part.document.plan.agencies:
            if agency.id in charged:
                said[agency.id][agency] += 1
    return {agency_id: _agency_node(agency_id, said[agency_id]) for agency_id in sorted(said)}


def _agency_node(agency_id: str, said: Counter[Agency]) -> AgencyNode:
    best = min(
        said,
        key=lambda agency: (not agency.known, -said[agency], agency.model_dump_json()),
        default=None,
    )
    return {
        "kind": NodeKind.AGENCY,
        "label": best.name if best else agency_id,
        "agency_id": agency_id,
        "name": best.name if best else agency_id,
        "short": best.short if best else None,
        "agency_kind": best.kind if best else None,
        "level": best.level if best else None,
        "jurisdiction": best.jurisdiction if best else None,
        "is_group": best.is_group if best else False,
        "known": best.known if best else False,
    }


def _draw(graph: Graph, part: _Part) -> None:
    document = part.document
    plan = document.plan
    graph.add_node(document.key, **plan_node(document))
    if plan.header.issuer_id is not None:
        told = document.evidence(plan.header.span) if plan.header.span is not None else None
        _link(graph, agency_key(plan.header.issuer_id), document.key, Link.ISSUED, told)
    for deadline in plan.deadlines:
        graph.add_node(
            part.key(NodeKind.DEADLINE, deadline.id), **deadline_node(part.document, deadline)
        )
    for target in plan.targets:
        _draw_target(graph, part, target)
    for task in plan.tasks:
        _draw_task(graph, part, task)


def _draw_target(graph: Graph, part: _Part, target: Target) -> None:
    key = part.key(NodeKind.TARGET, target.id)
    graph.add_node(key, **target_node(part.document, target))
    here = part.document.evidence(target.span)
    for owner in dict.fromkeys(target.owner_ids):
        _link(graph, agency_key(owner), key, Link.OWNS, here)
    _draw_due(graph, part, key, (target.deadline_id,) if target.deadline_id else ())
    _draw_place(graph, part, key, target.section_id, here)


def _draw_task(graph: Graph, part: _Part, task: Task) -> None:
    key = part.key(NodeKind.TASK, task.id)
    graph.add_node(key, **task_node(part.document, task))
    for duty in task.responsibilities:
        name = f"{duty.role}@{duty.span.start}-{duty.span.end}"
        edge = _role_edge(part, task, duty)
        graph.add_edge(agency_key(duty.agency_id), key, key=name, **edge)
    for target_id in dict.fromkeys(task.target_ids):
        if (target := part.targets.get(target_id)) is not None:
            words = part.document.evidence(target.span)
            _link(graph, key, part.key(NodeKind.TARGET, target_id), Link.AIMS_AT, words)
    _draw_due(graph, part, key, task.deadline_ids)
    _draw_place(graph, part, key, task.section_id, part.document.evidence(task.span))


def _draw_due(graph: Graph, part: _Part, key: str, deadline_ids: Iterable[str]) -> None:
    for deadline_id in dict.fromkeys(deadline_ids):
        if (deadline := part.deadlines.get(deadline_id)) is not None:
            words = part.document.evidence(deadline.span)
            _link(graph, key, part.key(NodeKind.DEADLINE, deadline_id), Link.DUE, words)


def _draw_place(
    graph: Graph, part: _Part, key: str, section_id: str | None, here: Evidence
) -> None:
    """The plan a record stands in, and the chain of sections up to it."""
    document = part.document
    _link(graph, key, document.key, Link.IN_PLAN, here)
    below, relation = key, Link.IN_SECTION
    while section_id is not None and (section := part.sections.get(section_id)) is not None:
        above = part.key(NodeKind.SECTION, section.id)
        drawn = above in graph
        if not drawn:
            graph.add_node(above, **section_node(part.document, section))
        _link(graph, below, above, relation, here)
        if drawn:
            return
        below, relation, here = above, Link.PART_OF, _opening(document, section)
        section_id = section.parent_id
    if relation is Link.PART_OF:
        _link(graph, below, document.key, relation, here)


def _opening(document: Document, section: Section) -> Evidence:
    """The first line of a section: its whole span would repeat the document on every edge."""
    start, end = section.span.start, section.span.end
    line = document.plan.text.find("\n", start, end)
    return document.evidence(Span(start=start, end=line if line >= 0 else end))


def _role_edge(part: _Part, task: Task, duty: Responsibility) -> RoleEdge:
    led = any(other.role is ResponsibilityRole.LEAD for other in task.responsibilities)
    owning = ResponsibilityRole.LEAD if led else ResponsibilityRole.IMPLEMENT
    return {
        "relation": duty.role,
        "basis": duty.basis,
        "owner": duty.role is owning,
        "evidence": part.document.evidence(duty.span),
    }


def _draw_partners(graph: Graph) -> None:
    for pair in cooperation(graph):
        edge: CooperationEdge = {
            "relation": Link.COOPERATES,
            "weight": len(pair.tasks),
            "tasks": pair.tasks,
        }
        ends = (agency_key(pair.first_id), agency_key(pair.second_id))
        graph.add_edge(*ends, key=str(Link.COOPERATES), **edge)


def _link(graph: Graph, source: str, target: str, relation: Link, words: Evidence | None) -> None:
    edge: LinkEdge = {"relation": relation, "evidence": words}
    graph.add_edge(source, target, key=str(relation), **edge)
