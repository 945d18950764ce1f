"""The walk of a document: reader, lines, header, sections, mentions, records, Plan.

No logic of its own: each step is a plain function of the document and of what the steps before it
found.
"""

from __future__ import annotations

from pathlib import Path

from vnplan.lexicon.agencies import Lexicon
from vnplan.lexicon.names import dashed_names
from vnplan.parsers.abbreviations import find_abbreviations
from vnplan.parsers.agencies import AgencyContext, find_agencies
from vnplan.parsers.checks import (
    check_deadlines,
    check_programmes,
    check_targets,
    check_titles,
)
from vnplan.parsers.citations import CitationContext, citation_findings, read_citations
from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.parsers.doubts import check_confidence
from vnplan.parsers.funding import FundingContext, find_funding
from vnplan.parsers.header import parse_header
from vnplan.parsers.sections import SectionIndex, find_sections
from vnplan.parsers.slips import mend
from vnplan.parsers.targets import TargetContext, find_targets
from vnplan.parsers.tasks import TaskContext, find_tasks
from vnplan.parsers.urn import document_urn
from vnplan.readers import read_bytes, read_file, read_text
from vnplan.records import Plan
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


def build_plan(document: Document, lexicon: Lexicon | None = None) -> Plan:
    """What all parsers find in a document."""
    mending = mend(document, logical_lines(document, dashed_names()))
    lines = mending.lines
    head = parse_header(document, lines)
    header, frame = head.header, head.frame
    parts = find_sections(document, lines, frame)
    index = SectionIndex(parts.sections)
    abbreviations = find_abbreviations(lines)
    cited = read_citations(
        lines,
        CitationContext(
            header=header,
            section_of=index.numbered,
            abbreviations=abbreviations,
            lexicon=lexicon,
        ),
    )
    bodies = find_agencies(
        lines,
        AgencyContext(
            header=header,
            sections=parts.sections,
            abbreviations=abbreviations,
            frame=frame,
            tables=document.tables,
            lexicon=lexicon,
        ),
    )
    if bodies.issuer is not None:
        header = header.model_copy(update={"issuer_id": bodies.issuer.id})
    citations = cited.citations
    masked = (*frame.masks(lines), *(c.span for c in citations), *cited.titles)
    deadlines = find_deadlines(
        lines,
        DeadlineContext(
            issued_on=header.issued_on,
            title=header.title,
            masked=masked,
            sections=parts.sections,
            index=index,
            tables=document.tables,
        ),
    )
    targets = find_targets(
        lines,
        TargetContext(
            sections=parts.sections,
            index=index,
            deadlines=deadlines,
            masked=masked,
            tables=document.tables,
            mentions=bodies.mentions,
        ),
    )
    funding = find_funding(
        lines, FundingContext(sections=parts.sections, index=index, masked=masked)
    )
    duties = find_tasks(
        document,
        lines,
        TaskContext(
            reading=parts,
            agencies=bodies,
            header=header,
            deadlines=deadlines,
            targets=targets,
            citations=citations,
        ),
    )
    plan = Plan(
        id=document_urn(header, document.source.sha256),
        source=document.source,
        text=document.text,
        pages=document.pages,
        header=header,
        abbreviations=abbreviations,
        sections=parts.sections,
        agencies=bodies.agencies,
        mentions=bodies.mentions,
        citations=citations,
        targets=targets,
        deadlines=deadlines,
        tasks=duties.tasks,
        funding=funding,
        diagnostics=(
            *document.diagnostics,
            *mending.diagnostics,
            *head.diagnostics,
            *parts.diagnostics,
            *citation_findings(citations),
            *check_titles(citations),
            *check_programmes(lines),
            *check_deadlines(deadlines, header),
            *check_targets(targets),
            *duties.diagnostics,
            *check_confidence(
                document, (*citations, *targets, *deadlines, *duties.tasks, *funding)
            ),
        ),
    )
    return mending.as_written(plan)
