"""What the nodes and edges of the graphs hold: closed kinds, typed attributes, evidence.

A graph is a `networkx.MultiDiGraph` whose nodes are strings and whose attributes are the typed
dictionaries below: Python values (dates, tuples, None), which the writers flatten. Every node has
`kind` and `label`, every edge `relation`; an edge that was read from a document has its `evidence`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.MultiDiGraph[str]


class NodeKind(StrEnum):
    """What a node stands for."""

    AGENCY = "agency"  # cơ quan, đơn vị
    TASK = "task"  # nhiệm vụ
    TARGET = "target"  # chỉ tiêu
    DEADLINE = "deadline"  # thời hạn
    SECTION = "section"  # mục
    PLAN = "plan"  # a document that was read
    INSTRUMENT = "instrument"  # văn bản viện dẫn: one that is only cited
    UNRESOLVED = "unresolved"  # a citation that names no instrument that could be told


class Link(StrEnum):
    """Relations the graph itself draws; all others are `ResponsibilityRole` or `Relation`."""

    DUE = "due"  # task or target → deadline
    AIMS_AT = "aims_at"  # task → target
    OWNS = "owns"  # agency → target
    IN_SECTION = "in_section"  # task or target → section
    IN_PLAN = "in_plan"  # task or target → plan
    PART_OF = "part_of"  # section → the section above it, or the plan
    ISSUED = "issued"  # agency → plan
    COOPERATES = "cooperates"  # agency – agency, drawn from the smaller id to the greater


class Evidence(TypedDict):
    """The words an edge was read from: `plan.text[start:end]` of the document."""

    document: str  # the URN, `Plan.id`
    sha256: str  # which text of it, `Source.sha256`
    start: int
    end: int
    page: int | None  # from 1; None when pages are unknown
    text: str  # wraps undone


class AgencyNode(TypedDict):
    """Key `agency:` and `Agency.id`: one node over all documents."""

    kind: NodeKind
    label: str
    agency_id: str
    name: str
    short: str | None
    agency_kind: str | None
    level: str | None
    jurisdiction: str | None
    is_group: bool
    known: bool


class PlanNode(TypedDict):
    """Key: the URN, with a mark of the content where several texts bear one URN."""

    kind: NodeKind
    label: str
    urn: str
    number: str | None
    type: str | None
    type_name: str | None
    issued_on: datetime.date | None
    issuer: str | None
    title: str | None
    province: str | None
    sources: tuple[str, ...]  # addresses of the texts, where known


class InstrumentNode(TypedDict):
    """Key: the URN; of an unresolved citation, its place. `urn` is None for the latter."""

    kind: NodeKind
    label: str
    urn: str | None
    number: str | None
    type: str | None
    type_name: str | None
    issued_on: datetime.date | None
    issuer: str | None
    title: str | None


class RecordNode(TypedDict):
    """What every node inside a document has. Key: document, `#`, kind, `/`, id of the record."""

    kind: NodeKind
    label: str
    document: str  # key of the plan node
    record_id: str
    span_start: int  # offsets into the text of the document
    span_end: int
    page: int | None


class TaskNode(RecordNode):
    text: str
    action: str | None
    form: str
    section_id: str | None


class TargetNode(RecordNode):
    text: str
    subject: str | None
    indicator: str | None
    value: str | None  # exact digits
    upper: str | None
    unit: str | None
    comparator: str | None
    change: str | None
    per: str | None
    section_id: str | None


class DeadlineNode(RecordNode):
    text: str
    deadline_kind: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    recurrence: str | None
    approximate: bool
    inferred: bool


class SectionNode(RecordNode):
    heading: str | None
    section_kind: str
    role: str


class RoleEdge(TypedDict):
    """agency → task; `relation` is a `ResponsibilityRole`."""

    relation: str
    basis: str
    owner: bool  # this role makes the agency an owner of the task (`Task.owner_ids`)
    evidence: Evidence


class LinkEdge(TypedDict):
    """One of `Link`, except `COOPERATES`."""

    relation: str
    evidence: Evidence | None  # None: `ISSUED` is told by the letterhead as a whole


class CooperationEdge(TypedDict):
    """Two agencies with shared tasks; the evidence stands on the edges to those tasks."""

    relation: str
    weight: int  # number of shared tasks
    tasks: tuple[str, ...]  # keys of their nodes


class CitationEdge(TypedDict):
    """plan → instrument, or (`nested`) instrument → instrument; `relation` is a `Relation`."""

    relation: str
    nested: bool  # stands in the title of the cited instrument the edge starts from
    citation_id: str
    pinpoint: str | None
    section_id: str | None
    evidence: Evidence


Attributes: TypeAlias = dict[str, Any]
"""Attributes of a node or an edge as networkx holds them; their types are those above."""


def agency_key(agency_id: str) -> str:
    """The node of an agency."""
    return f"agency:{agency_id}"


def record_key(document: str, kind: NodeKind, record_id: str) -> str:
    """The node of a record inside a document, given the key of that document."""
    return f"{document}#{kind}/{record_id}"


def of_kind(graph: Graph, *kinds: NodeKind) -> Iterator[tuple[str, Attributes]]:
    """The nodes of some kinds with their attributes, in the order of the graph."""
    for key, attributes in graph.nodes(data=True):
        if attributes["kind"] in kinds:
            yield key, attributes
