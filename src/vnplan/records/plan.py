"""The document as a whole: what every reader, store and export agrees on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Annotated, Final, Self

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from vnplan.records.agency import Agency, AgencyMention
from vnplan.records.citation import Citation
from vnplan.records.deadline import Deadline
from vnplan.records.diagnostic import Diagnostic
from vnplan.records.funding import Funding
from vnplan.records.header import Header
from vnplan.records.ownership import Ownership, owners
from vnplan.records.record import Grounded, NonEmpty, Record
from vnplan.records.section import Section
from vnplan.records.span import Span
from vnplan.records.target import Target
from vnplan.records.task import Task

SCHEMA_VERSION: Final = "1.0"
"""Version of the contract, `major.minor`.

The minor number grows when fields or enumeration values are added, the major one when any is
renamed, removed or changes its meaning.
"""


_MAJOR, _MINOR = SCHEMA_VERSION.split(".")


class PlanFormatError(ValueError):
    """The JSON is not a Plan this version can read; the message is one line."""


def _readable_version(version: str) -> str:
    match = re.fullmatch(r"([0-9]{1,4})\.([0-9]{1,4})", version)
    if match is None:
        raise ValueError(f"schema_version {version[:20]!r} is not of the form major.minor")
    if match[1] != _MAJOR or int(match[2]) > int(_MINOR):
        raise ValueError(
            f"the plan follows contract version {version}, "
            f"this vnplan reads {_MAJOR}.0 to {SCHEMA_VERSION}"
        )
    return version


Version = Annotated[
    str,
    AfterValidator(_readable_version),
    WithJsonSchema({"type": "string", "pattern": rf"^{_MAJOR}\.[0-9]+$"}),
]


class Source(Record):
    """Where the document came from and how it was read."""

    uri: NonEmpty | None = Field(
        default=None,
        description="Address or file name of the document; null for text given as a string.",
    )
    media_type: NonEmpty = Field(description='By content, not by name: "application/pdf".')
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the bytes (of the UTF-8 form for a string), hexadecimal."
    )
    encoding: NonEmpty | None = Field(
        default=None, description='Encoding of the characters: "utf-8", "TCVN3"; null if unknown.'
    )
    reader: NonEmpty = Field(description='The reader that made the text: "docx".')


class Abbreviation(Record):
    """A short form the document itself defines ("sau đây viết tắt là HSSV")."""

    short: NonEmpty = Field(description='"HSSV".')
    long: NonEmpty = Field(description='"học sinh, sinh viên".')
    span: Span = Field(description="The definition in `Plan.text`.")


class Plan(Record):
    """An administrative document as typed records, each grounded in `text`.

    Immutable; `from_json(plan.to_json()) == plan`.
    """

    schema_version: Version = Field(
        default=SCHEMA_VERSION, description="Version of this contract, major.minor."
    )
    id: NonEmpty = Field(
        description="URN:LEX (RFC 9676), jurisdiction vn: "
        '"urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2021-12-22;232-kh-ubnd".'
    )
    source: Source = Field(description="Where it came from.")
    text: str = Field(
        description="The whole document: NFC, line feeds only, otherwise its own characters. Every "
        "span counts its Unicode code points."
    )
    pages: tuple[Span, ...] = Field(
        default=(), description="Span of each page in order; empty when the source has none."
    )
    header: Header = Field(default_factory=Header, description="Thể thức văn bản.")
    abbreviations: tuple[Abbreviation, ...] = Field(
        default=(), description="Short forms the document defines."
    )
    sections: tuple[Section, ...] = Field(
        default=(), description="Parts in reading order; a tree through `parent_id`."
    )
    agencies: tuple[Agency, ...] = Field(
        default=(), description="Distinct organisations named in the document."
    )
    mentions: tuple[AgencyMention, ...] = Field(
        default=(), description="Every place where one of them is named."
    )
    citations: tuple[Citation, ...] = Field(default=(), description="Văn bản viện dẫn.")
    targets: tuple[Target, ...] = Field(default=(), description="Mục tiêu, chỉ tiêu.")
    deadlines: tuple[Deadline, ...] = Field(default=(), description="Thời hạn.")
    tasks: tuple[Task, ...] = Field(default=(), description="Nhiệm vụ.")
    funding: tuple[Funding, ...] = Field(default=(), description="Kinh phí.")
    diagnostics: tuple[Diagnostic, ...] = Field(
        default=(), description="What could not be read or decided."
    )

    def slice(self, evidence: Grounded | Span) -> str:
        """The words of the document behind a record or a span, exactly as they stand."""
        return _span(evidence).of(self.text)

    def page_of(self, evidence: Grounded | Span) -> int | None:
        """The page, from 1, on which a record or a span begins; None when pages are unknown.

        What begins between two pages, on the characters a reader put there, is on the later one.
        """
        return page_at(self.pages, _span(evidence).start)

    def owners(self, query: str) -> tuple[Ownership, ...]:
        """The tasks that speak of `query`, each with the agencies that own it (see `ownership`).

        `plan.owners("dao tao")` finds all that `plan.owners("đào tạo")` does.
        """
        return owners(self.tasks, self.agencies, query)

    def to_json(self, indent: int | None = None) -> str:
        """JSON with every field, in the order of the contract; the same plan gives the same text.

        Dates are ISO 8601 strings and amounts strings of plain digits ("9.5").
        """
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """The plan behind `to_json`.

        Raises `PlanFormatError`, with one line, for anything else: other JSON, a file of another
        major or of a later minor version.
        """
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            raise PlanFormatError(_one_line(error)) from error


def page_at(pages: Sequence[Span], position: int) -> int | None:
    """The page of a code point (see `Plan.page_of`)."""
    if not pages:
        return None
    page = bisect_right(pages, position, key=lambda span: span.start)
    if page and position < pages[page - 1].end:
        return page
    return min(page + 1, len(pages))


def _span(evidence: Grounded | Span) -> Span:
    return evidence if isinstance(evidence, Span) else evidence.span


def _one_line(error: ValidationError) -> str:
    """The first fault, preferring the version: it explains all the others."""
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    first = min(faults, key=lambda fault: fault["loc"] != ("schema_version",))
    where = ".".join(str(step)[:60] for step in first["loc"])
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    place = f"{where}: " if where else ""
    return f"not a plan of contract {SCHEMA_VERSION}: {place}{first['msg']}{more}"
