"""What a corpus answers: records with the document they stand in and the words that prove them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vnplan.graph.documents import named
from vnplan.records import (
    Agency,
    Citation,
    Deadline,
    DocumentType,
    Relation,
    Responsibility,
    ResponsibilityRole,
    Span,
    Task,
)

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Document:
    """The document an answer comes from; `id` is `Plan.id`, `province` an id ("thai-nguyen")."""

    id: str
    number: str | None
    type: DocumentType | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None
    province: str | None
    uri: str | None
    sha256: str

    def row(self) -> Row:
        """Plain values under names that do not clash with those of a record."""
        return {
            "document_id": self.id,
            "document_number": self.number,
            "document_type": str(self.type) if self.type else None,
            "document_title": self.title,
            "issuer": self.issuer,
            "issued_on": self.issued_on,
            "province": self.province,
            "uri": self.uri,
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document: section with its role and the nearest heading, page from 1, span.

    `sentence` is the evidence as a person would quote it.
    """

    section_id: str | None
    section_role: str | None
    heading: str | None
    page: int | None
    span: Span
    sentence: str

    def row(self) -> Row:
        """Plain values."""
        return {
            "section_id": self.section_id,
            "section_role": self.section_role,
            "heading": self.heading,
            "page": self.page,
            "start": self.span.start,
            "end": self.span.end,
            "sentence": self.sentence,
        }


@dataclass(frozen=True, slots=True)
class Part:
    """An agency with its responsibility in a task; `owns` marks the owners."""

    agency: Agency
    responsibility: Responsibility
    owns: bool

    @property
    def role(self) -> ResponsibilityRole:
        """What the agency has to do with the task."""
        return self.responsibility.role


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task with all who have a part in it and its deadlines."""

    document: Document
    place: Place
    task: Task
    parts: tuple[Part, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The owners, each once, as `Ownership.agencies`: its leads, or else its implementers."""
        return tuple({part.agency.id: part.agency for part in self.parts if part.owns}.values())

    def row(self) -> Row:
        """Plain values; lists of names are joined by "; "."""
        others = [part for part in self.parts if not part.owns]
        return {
            **self.document.row(),
            **self.place.row(),
            "id": self.task.id,
            "form": str(self.task.form),
            "action": self.task.action,
            "owners": "; ".join(agency.name for agency in self.agencies),
            "owner_ids": "; ".join(agency.id for agency in self.agencies),
            "others": "; ".join(f"{part.agency.name} ({part.role})" for part in others),
            "deadlines": "; ".join(deadline.text for deadline in self.deadlines),
            "due": max((one.end for one in self.deadlines if one.end), default=None),
            "deliverable": self.task.deliverable,
        }


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something falls due: a deadline, one day of it when it recurs, one task.

    `task` is None for a deadline of a target or of the plan itself.
    """

    on: dt.date
    document: Document
    place: Place
    deadline: Deadline
    task: FoundTask | None

    def row(self) -> Row:
        """Plain values; those of the task stand under their own names."""
        task = self.task
        return {
            "on": self.on,
            **self.document.row(),
            **self.place.row(),
            "deadline": self.deadline.text,
            "kind": str(self.deadline.kind),
            "recurrence": self.deadline.recurrence,
            "task_id": task.task.id if task else None,
            "task": task.task.text if task else None,
            "owners": "; ".join(agency.name for agency in task.agencies) if task else None,
        }


@dataclass(frozen=True, slots=True)
class Cite:
    """One place where an instrument is cited."""

    document: Document
    place: Place
    citation: Citation

    def row(self) -> Row:
        """Plain values."""
        cited = self.citation
        return {
            **self.document.row(),
            **self.place.row(),
            "id": cited.id,
            "relation": str(cited.relation),
            "cited_id": cited.target_id,
            "cited_number": cited.number.canonical if cited.number else None,
            "cited_title": cited.title,
            "cited_on": cited.issued_on,
            "text": cited.text,
            "within": cited.within,
        }


@dataclass(frozen=True, slots=True)
class AgencyLoad:
    """An agency with the number of tasks it has a part in, by role, and of documents."""

    agency: Agency
    tasks: int
    owned: int
    documents: int
    by_role: Mapping[ResponsibilityRole, int]

    def row(self) -> Row:
        """Plain values, a column a role."""
        counts = {str(role): self.by_role.get(role, 0) for role in ResponsibilityRole}
        return {
            "id": self.agency.id,
            "name": self.agency.name,
            "kind": str(self.agency.kind),
            "level": str(self.agency.level) if self.agency.level else None,
            "tasks": self.tasks,
            "owned": self.owned,
            "documents": self.documents,
            **counts,
        }


@dataclass(frozen=True, slots=True)
class Partners:
    """Two agencies that work on the same tasks (see `graph.WORKING_ROLES`).

    `first` is the one asked for; where none was, the one whose id sorts first.
    """

    first: Agency
    second: Agency
    tasks: int
    """Tasks both work on."""
    documents: int
    """Documents those stand in."""
    first_leads: int
    """Of them, tasks the first owns and the second does not."""
    second_leads: int

    def row(self) -> Row:
        """Plain values."""
        return {
            "first_id": self.first.id,
            "first": self.first.name,
            "second_id": self.second.id,
            "second": self.second.name,
            "tasks": self.tasks,
            "documents": self.documents,
            "first_leads": self.first_leads,
            "second_leads": self.second_leads,
        }


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document that was read or is only cited, by what its letterhead or most citers say.

    `id` is its URN, None where a citation says too little to tell; `held`: it was read itself.
    """

    id: str | None
    type: DocumentType | None
    number: str | None
    type_name: str | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None
    held: bool

    @property
    def name(self) -> str:
        """What a person calls it: "Quyết định 844/QĐ-TTg", "Luật Đầu tư công"."""
        return named(self.type_name, self.number, self.title) or self.id or ""

    def row(self) -> Row:
        """Plain values."""
        return {
            "instrument_id": self.id,
            "instrument": self.name,
            "instrument_number": self.number,
            "instrument_title": self.title,
            "instrument_issuer": self.issuer,
            "instrument_on": self.issued_on,
            "held": self.held,
        }


@dataclass(frozen=True, slots=True)
class CitedInstrument:
    """An instrument with its weight: the score of PageRank (see `graph.ranking`)."""

    instrument: Instrument
    score: float
    """Share of all attention, between 0 and 1."""
    documents: int
    """Documents that name it."""
    citations: int
    """Places where they do."""

    def row(self) -> Row:
        """Plain values."""
        return {
            **self.instrument.row(),
            "score": self.score,
            "documents": self.documents,
            "citations": self.citations,
        }


@dataclass(frozen=True, slots=True)
class Ground:
    """An instrument a document rests on, by the shortest way there."""

    instrument: Instrument
    depth: int
    """1 for one the document itself names."""
    path: tuple[Instrument, ...]
    """From the document to the instrument, both included."""
    relations: tuple[Relation, ...]
    """How the last step was told: several where the text says several."""
    cite: Cite
    """The first place that says so."""

    def row(self) -> Row:
        """Plain values; the document and the place are those of `cite`."""
        return {
            **self.instrument.row(),
            "depth": self.depth,
            "path": " > ".join(one.name for one in self.path),
            "relation": "; ".join(map(str, self.relations)),
            **self.cite.document.row(),
            **self.cite.place.row(),
        }
