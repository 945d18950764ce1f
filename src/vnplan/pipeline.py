"""The walk of a document: reader, lines, header, sections, mentions, records, Plan.

No logic of its own: each step is a plain function of the document and of what the steps before it
found.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from vnplan import garbage
from vnplan.lexicon.agencies import Lexicon
from vnplan.lexicon.names import dashed_names
from vnplan.parsers.abbreviations import find_abbreviations
from vnplan.parsers.agencies import AgencyContext, AgencyReading, find_agencies
from vnplan.parsers.checks import (
    check_deadlines,
    check_programmes,
    check_targets,
    check_titles,
)
from vnplan.parsers.citations import (
    CitationContext,
    CitationReading,
    citation_findings,
    read_citations,
)
from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.parsers.doubts import check_confidence
from vnplan.parsers.funding import FundingContext, find_funding
from vnplan.parsers.header import HeaderReading, parse_header
from vnplan.parsers.sections import SectionIndex, SectionReading, find_sections
from vnplan.parsers.slips import mend
from vnplan.parsers.targets import TargetContext, find_targets
from vnplan.parsers.tasks import TaskContext, TaskReading, find_tasks
from vnplan.parsers.urn import document_urn
from vnplan.parsers.weekdays import check_weekdays
from vnplan.readers import read_bytes, read_file, read_text
from vnplan.records import (
    Abbreviation,
    Deadline,
    Diagnostic,
    DocumentType,
    Funding,
    Header,
    Plan,
    Span,
    Target,
)
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines


def parse(text: str, *, name: str | None = None, lexicon: Lexicon | None = None) -> Plan:
    """The Plan of a document given as a string: plain text, Markdown or HTML, told by content.

    `lexicon` holds the agencies the program knows (`Lexicon.load` adds a user's own names). Raises
    `vnplan.readers.UnreadableDocument` when there is nothing to read.
    """
    return build_plan(read_text(text, name=name), lexicon)


def parse_bytes(data: bytes, *, name: str | None = None, lexicon: Lexicon | None = None) -> Plan:
    """The Plan of a document given as bytes in any encoding and format that has a reader.

    Raises `vnplan.readers.UnreadableDocument` for empty, binary, unsupported or oversized input.
    """
    return build_plan(read_bytes(data, name=name), lexicon)


def parse_file(path: str | Path, *, lexicon: Lexicon | None = None) -> Plan:
    """The Plan of the document in a file; raises as `parse_bytes`."""
    return build_plan(read_file(path), lexicon)


@garbage.kept()
def build_plan(document: Document, lexicon: Lexicon | None = None) -> Plan:
    """What all parsers find in a document."""
    return _Walk(document, lexicon).plan()


class _Walk:
    """One document on its way: each step is worked out once, when a later one asks for it."""

    def __init__(self, document: Document, lexicon: Lexicon | None) -> None:
        self.document = document
        self.lexicon = lexicon
        self.mending = mend(document, logical_lines(document, dashed_names()))
        self.lines = self.mending.lines

    @cached_property
    def head(self) -> HeaderReading:
        return parse_header(self.document, self.lines)

    @cached_property
    def parts(self) -> SectionReading:
        tells = self.head.header.type is DocumentType.REPORT
        return find_sections(self.document, self.lines, self.head.frame, tells=tells)

    @cached_property
    def index(self) -> SectionIndex:
        return SectionIndex(self.parts.sections)

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        return find_abbreviations(self.lines)

    @cached_property
    def cited(self) -> CitationReading:
        context = CitationContext(
            header=self.head.header,
            section_of=self.index.numbered,
            abbreviations=self.abbreviations,
            lexicon=self.lexicon,
            tables=self.document.tables,
        )
        return read_citations(self.lines, context)

    @cached_property
    def bodies(self) -> AgencyReading:
        context = AgencyContext(
            header=self.head.header,
            sections=self.parts.sections,
            unnumbered=self.parts.unnumbered,
            abbreviations=self.abbreviations,
            frame=self.head.frame,
            tables=self.document.tables,
            lexicon=self.lexicon,
        )
        return find_agencies(self.lines, context)

    @cached_property
    def header(self) -> Header:
        """The header, its issuer among the agencies."""
        issuer = self.bodies.issuer
        if issuer is None:
            return self.head.header
        return self.head.header.model_copy(update={"issuer_id": issuer.id})

    @cached_property
    def masked(self) -> tuple[Span, ...]:
        """Where no time or quantity binds anybody: the frame, citations and cited titles."""
        frame = self.head.frame.masks(self.lines)
        return (*frame, *(one.span for one in self.cited.citations), *self.cited.titles)

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        context = DeadlineContext(
            issued_on=self.header.issued_on,
            title=self.header.title,
            masked=self.masked,
            sections=self.parts.sections,
            index=self.index,
            tables=self.document.tables,
        )
        return find_deadlines(self.lines, context)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        context = TargetContext(
            sections=self.parts.sections,
            index=self.index,
            deadlines=self.deadlines,
            masked=self.masked,
            tables=self.document.tables,
            mentions=self.bodies.mentions,
            issued_in=issued.year if (issued := self.header.issued_on) is not None else None,
        )
        return find_targets(self.lines, context)

    @cached_property
    def funding(self) -> tuple[Funding, ...]:
        context = FundingContext(sections=self.parts.sections, index=self.index, masked=self.masked)
        return find_funding(self.lines, context)

    @cached_property
    def duties(self) -> TaskReading:
        context = TaskContext(
            reading=self.parts,
            agencies=self.bodies,
            header=self.header,
            deadlines=self.deadlines,
            targets=self.targets,
            citations=self.cited.citations,
        )
        return find_tasks(self.document, self.lines, context)

    def notes(self) -> tuple[Diagnostic, ...]:
        """What could not be read or decided, step by step, then what a careful reader notes."""
        citations = self.cited.citations
        return (
            *self.document.diagnostics,
            *self.mending.diagnostics,
            *self.head.diagnostics,
            *self.parts.diagnostics,
            *citation_findings(citations),
            *check_titles(citations),
            *check_programmes(self.lines),
            *check_deadlines(self.deadlines, self.header),
            *check_weekdays(self.lines),
            *check_targets(self.targets),
            *self.duties.diagnostics,
            *check_confidence(
                self.document,
                (*citations, *self.targets, *self.deadlines, *self.duties.tasks, *self.funding),
            ),
        )

    def plan(self) -> Plan:
        """All of it, its quotations in the words of the document."""
        document = self.document
        plan = Plan(
            id=document_urn(self.header, document.source.sha256),
            source=document.source,
            text=document.text,
            pages=document.pages,
            header=self.header,
            abbreviations=self.abbreviations,
            sections=self.parts.sections,
            agencies=self.bodies.agencies,
            mentions=self.bodies.mentions,
            citations=self.cited.citations,
            targets=self.targets,
            deadlines=self.deadlines,
            tasks=self.duties.tasks,
            funding=self.funding,
            diagnostics=self.notes(),
        )
        return self.mending.as_written(plan)
