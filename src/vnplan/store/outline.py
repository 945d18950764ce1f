"""A plan as far as an index holds it, read from JSON without the rest.

The tables hold a third of the records of a plan. Making objects of the others would take as long as
writing all the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict, Field

from vnplan.records import Agency, Citation, Deadline, SectionRole, Span, Task
from vnplan.records.header import Header
from vnplan.records.plan import Abbreviation, Source, Version
from vnplan.records.record import NonEmpty
from vnplan.store import mirror


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Heading(_Part):
    """Of a `Section`, what it is called and is for."""

    id: NonEmpty
    parent_id: NonEmpty | None = None
    heading: NonEmpty | None = None
    role: SectionRole = SectionRole.OTHER


class Outline(_Part):
    """Of a `Plan`, all that rows are made of but its agencies; the fields are the contract's."""

    schema_version: Version
    id: NonEmpty
    source: Source
    text: str
    pages: tuple[Span, ...] = ()
    header: Header = Field(default_factory=Header)
    abbreviations: tuple[Abbreviation, ...] = ()
    sections: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()


def outline_of(data: bytes) -> Outline:
    """An outline from its JSON; raises a `ValueError`. Its records are no pydantic models."""
    return _reader()(data)


@lru_cache(maxsize=20_000)
def named_of(data: bytes) -> Agency:
    """An agency from its JSON, as `outline_of` makes records; raises a `ValueError`.

    Apart because the same few stand in thousands of plans.
    """
    return _agency_reader()(data)


@lru_cache(maxsize=20_000)
def agency_of(data: str) -> Agency:
    """An agency as answers hold it, from its JSON."""
    return Agency.model_validate_json(data)


@cache
def _reader() -> Callable[[bytes], Outline]:
    return mirror.reader(Outline)


@cache
def _agency_reader() -> Callable[[bytes], Agency]:
    return mirror.reader(Agency)
