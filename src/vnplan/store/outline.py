"""A plan as far as an index holds it, read from JSON without the rest.

The tables hold a third of the records of a plan. Making objects of the others would take as long as
writing all the rows.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from vnplan.records import Agency, Citation, Deadline, SectionRole, Span, Task
from vnplan.records.header import Header
from vnplan.records.plan import Abbreviation, Source, Version
from vnplan.records.record import NonEmpty


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Heading(_Part):
    """Of a `Section`, what it is called and is for."""

    id: NonEmpty
    parent_id: NonEmpty | None = None
    heading: NonEmpty | None = None
    role: SectionRole = SectionRole.OTHER


class Outline(_Part):
    """Of a `Plan`, all that rows are made of; the fields are those of the contract."""

    schema_version: Version
    id: NonEmpty
    source: Source
    text: str
    pages: tuple[Span, ...] = ()
    header: Header = Field(default_factory=Header)
    abbreviations: tuple[Abbreviation, ...] = ()
    sections: tuple[Heading, ...] = ()
    agencies: tuple[Agency, ...] = ()
    citations: tuple[Citation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
