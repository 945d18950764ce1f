"""What the API is asked and what it answers, as far as the records do not say it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from vnplan.graph import ComparedPlan
from vnplan.graph.model import Evidence
from vnplan.lexicon.provinces import find as find_province
from vnplan.records import (
    Agency,
    Citation,
    Deadline,
    DocumentType,
    Relation,
    ResponsibilityRole,
    Target,
    Task,
)
from vnplan.store import AgencyLoad, Cite, Document, FoundTask, Ground, Instrument, Place
from vnplan.web.corrections import MAX_NAME, MAX_NAMES, MAX_TEXT
from vnplan.web.entry import Entry, Key
from vnplan.web.shelf import key_of

Item = TypeVar("Item")


class Model(BaseModel):
    """Base of what is answered."""

    model_config = ConfigDict(frozen=True)


class Asked(BaseModel):
    """Base of what is asked: a parameter nobody knows is refused, not passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ---------------------------------------------------------------------- questions


def _province(name: str) -> str:
    if find_province(name) is None:
        raise ValueError("there is no province of this name")
    return name


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Province = Annotated[Words, Field(description='Name of a province: "Thái Nguyên", "tp hcm".')]


class Paging(Asked):
    """Which of many answers."""

    offset: int = Field(default=0, ge=0, le=100_000, description="Answers to pass over.")
    limit: int = Field(default=50, ge=1, le=500, description="The most to answer.")


class InProvince(Paging):
    """Questions that can be about one province."""

    province: Province | None = None

    def model_post_init(self, _context: Any) -> None:
        """Refuses a province nobody knows."""
        if self.province is not None:
            _province(self.province)


class TaskQuestion(InProvince):
    """Conditions on tasks; all of them have to be met."""

    text: Words | None = Field(default=None, description="Words of it; marks may be left out.")
    agency: Words | None = Field(
        default=None, description='An agency by any name or id: "Sở KH&CN".'
    )
    role: ResponsibilityRole | None = Field(default=None, description="Its role in the task.")
    owner: bool = Field(default=False, description="Only tasks that agency (or any) owns.")
    due_after: dt.date | None = Field(default=None, description="Due on this day or later.")
    due_before: dt.date | None = Field(default=None, description="Due on this day or before.")


class AgencyQuestion(InProvince):
    """Conditions on agencies."""

    agency: Words | None = Field(default=None, description="Any name or id of it.")
    groups: bool = Field(default=True, description='Also classes: "các sở, ban, ngành".')


class CiteQuestion(InProvince):
    """Which places."""

    number: Words = Field(description="A number in any spelling, a URN, or the name of a law.")
    relation: Relation | None = Field(default=None, description="Only in this relation.")


class GroundQuestion(Asked):
    """Which document."""

    number: Words = Field(description="Number, URN or name of a document.")
    limit: int = Field(default=100, ge=1, le=500, description="The most to answer.")


class CompareQuestion(InProvince):
    """Which instrument."""

    number: Words = Field(description="The instrument that plans carry out.")


class PlanQuestion(Asked):
    """Which state of a plan."""

    corrected: bool = Field(default=True, description="With corrections, or as extracted.")


class FileQuestion(Asked):
    """How a file is written."""

    lang: Annotated[str, StringConstraints(pattern="^(vi|en)$")] = Field(
        default="vi", description="Language of headings and labels."
    )


class NewName(Asked):
    """What a document that is sent is called."""

    name: Annotated[str, StringConstraints(max_length=300)] = Field(
        default="", description="Its file name; the ending breaks ties between formats."
    )


class TextToRead(Asked):
    """A document as text."""

    text: str = Field(min_length=1, description="Plain text, Markdown or HTML.")
    name: str = Field(default="", max_length=300, description="What it is called.")


Name = Annotated[str, StringConstraints(max_length=MAX_NAME)]


class Wanted(Asked):
    """What a task should say; a field that is left out stays as it is."""

    task_id: str = Field(description="`Task.id`.")
    lead: tuple[Name, ...] | None = Field(
        default=None, max_length=MAX_NAMES, description="Chủ trì, by name."
    )
    implement: tuple[Name, ...] | None = Field(
        default=None, max_length=MAX_NAMES, description="Thực hiện, by name."
    )
    coordinate: tuple[Name, ...] | None = Field(
        default=None, max_length=MAX_NAMES, description="Phối hợp, by name."
    )
    deadline: str | None = Field(
        default=None, max_length=MAX_TEXT, description='"30/6/2026", "quý II/2026"; null for none.'
    )
    text: str | None = Field(default=None, max_length=MAX_TEXT, description="Nội dung.")
    rejected: bool | None = Field(default=None, description="It is no task.")


# ---------------------------------------------------------------------- answers


class Page(Model, Generic[Item]):
    """Some of the answers; `next` is the offset of those after them, null at the end."""

    items: tuple[Item, ...]
    next: int | None = None


class Paper(Model):
    """The document an answer comes from."""

    id: Key = Field(description="Its name here: /api/v1/documents/{id}.")
    urn: str = Field(description="`Plan.id`.")
    number: str | None
    type: DocumentType | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None
    province: str | None = Field(description='Id: "thai-nguyen".')

    @classmethod
    def of(cls, document: Document) -> Self:
        """The document of an answer of the store."""
        return cls(
            id=key_of(document.sha256),
            urn=document.id,
            number=document.number,
            type=document.type,
            title=document.title,
            issuer=document.issuer,
            issued_on=document.issued_on,
            province=document.province,
        )


class Role(Model):
    """An agency with its role in a task."""

    agency: Agency
    role: ResponsibilityRole
    owns: bool = Field(description="Whether it owns the task.")


class TaskAnswer(Model):
    """A task with all who have a part in it."""

    document: Paper
    place: Place
    task: Task
    parts: tuple[Role, ...]
    deadlines: tuple[Deadline, ...]

    @classmethod
    def of(cls, found: FoundTask) -> Self:
        """A task the store found."""
        return cls(
            document=Paper.of(found.document),
            place=found.place,
            task=found.task,
            parts=tuple(
                Role(agency=part.agency, role=part.role, owns=part.owns) for part in found.parts
            ),
            deadlines=found.deadlines,
        )


class AgencyAnswer(Model):
    """An agency with the number of its tasks."""

    agency: Agency
    tasks: int = Field(description="Tasks it has a part in.")
    owned: int = Field(description="Tasks it owns.")
    documents: int
    by_role: dict[ResponsibilityRole, int]

    @classmethod
    def of(cls, load: AgencyLoad) -> Self:
        """An agency the store found."""
        return cls(
            agency=load.agency,
            tasks=load.tasks,
            owned=load.owned,
            documents=load.documents,
            by_role=dict(load.by_role),
        )


class CiteAnswer(Model):
    """A place where an instrument is cited."""

    document: Paper
    place: Place
    citation: Citation

    @classmethod
    def of(cls, cite: Cite) -> Self:
        """A place the store found."""
        return cls(document=Paper.of(cite.document), place=cite.place, citation=cite.citation)


class GroundAnswer(Model):
    """An instrument a document rests on."""

    instrument: Instrument
    depth: int = Field(description="1 for one the document itself names.")
    path: tuple[Instrument, ...] = Field(description="The shortest way there.")
    relations: tuple[Relation, ...]
    cite: CiteAnswer = Field(description="The first place that says so.")

    @classmethod
    def of(cls, ground: Ground) -> Self:
        """A ground the store found."""
        return cls(
            instrument=ground.instrument,
            depth=ground.depth,
            path=ground.path,
            relations=ground.relations,
            cite=CiteAnswer.of(ground.cite),
        )


class Proof(Model):
    """The words that say so: `Plan.text[start:end]` of the document."""

    start: int
    end: int
    page: int | None
    text: str

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """Evidence of the graph."""
        return cls(
            start=evidence["start"],
            end=evidence["end"],
            page=evidence["page"],
            text=evidence["text"],
        )


class TargetAnswer(Model):
    """A target, with who answers for it and by when."""

    target: Target
    owners: tuple[Agency, ...]
    deadline: Deadline | None
    evidence: Proof


class OwnerAnswer(Model):
    """An agency and how many tasks of the plan it owns."""

    agency: Agency
    tasks: int


class ComparedAnswer(Model):
    """One plan that carries out the instrument."""

    id: Key = Field(description="Its name here.")
    urn: str
    title: str
    issuer: str | None
    province: str | None
    issued_on: dt.date | None
    relations: tuple[Relation, ...]
    evidence: tuple[Proof, ...]
    targets: tuple[TargetAnswer, ...]
    owners: tuple[OwnerAnswer, ...]
    deadlines: tuple[Deadline, ...]

    @classmethod
    def of(cls, plan: ComparedPlan) -> Self:
        """A plan the store compared."""
        return cls(
            id=plan.evidence[0]["sha256"],
            urn=plan.document,
            title=plan.title,
            issuer=plan.issuer,
            province=plan.province,
            issued_on=plan.issued_on,
            relations=plan.relations,
            evidence=tuple(map(Proof.of, plan.evidence)),
            targets=tuple(
                TargetAnswer(
                    target=one.target,
                    owners=one.owners,
                    deadline=one.deadline,
                    evidence=Proof.of(one.evidence),
                )
                for one in plan.targets
            ),
            owners=tuple(OwnerAnswer(agency=one.agency, tasks=one.tasks) for one in plan.owners),
            deadlines=plan.deadlines,
        )


class NotTaken(Model):
    """A file that was not taken."""

    name: str
    reason: str


class Taken(Model):
    """What became of what was sent."""

    documents: tuple[Entry, ...]
    refused: tuple[NotTaken, ...] = ()


class Problem(Model):
    """An error (RFC 9457)."""

    type: str = "about:blank"
    title: str = Field(description="What went wrong, in general.")
    status: int
    code: str = Field(description="A word that a program can tell it by.")
    detail: str | None = Field(default=None, description="What went wrong this time.")
