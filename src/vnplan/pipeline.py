"""The walk of a document: reader, lines, header, sections, mentions, records, Plan.

No logic of its own: each step is a plain function of the document and of what the steps before it
found.
"""

from __future__ import annotations

from pathlib import Path

from vnplan.lexicon.names import dashed_names
from vnplan.parsers.abbreviations import find_abbreviations
from vnplan.parsers.citations import CitationContext, find_citations
from vnplan.parsers.header import parse_header
from vnplan.parsers.sections import SectionIndex, find_sections
from vnplan.parsers.urn import document_urn
from vnplan.readers import read_bytes, read_file, read_text
from vnplan.records import Plan
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines


def parse(text: str, *, name: str | None = None) -> Plan:
    """The Plan of a document given as a string: plain text, Markdown or HTML, told by content.

    Raises `vnplan.readers.UnreadableDocument` when there is nothing to read.
    """
    return build_plan(read_text(text, name=name))


def parse_bytes(data: bytes, *, name: str | None = None) -> Plan:
    """The Plan of a document given as bytes in any encoding and format that has a reader.

    Raises `vnplan.readers.UnreadableDocument` for empty, binary, unsupported or oversized input.
    """
    return build_plan(read_bytes(data, name=name))


def parse_file(path: str | Path) -> Plan:
    """The Plan of the document in a file; raises as `parse_bytes`."""
    return build_plan(read_file(path))


def build_plan(document: Document) -> Plan:
    """What all parsers find in a document."""
    lines = logical_lines(document, dashed_names())
    head = parse_header(document, lines)
    parts = find_sections(document, lines, head.frame)
    index = SectionIndex(parts.sections)
    abbreviations = find_abbreviations(lines)
    citations = find_citations(
        lines,
        CitationContext(header=head.header, section_of=index.numbered, abbreviations=abbreviations),
    )
    return Plan(
        id=document_urn(head.header, document.source.sha256),
        source=document.source,
        text=document.text,
        pages=document.pages,
        header=head.header,
        abbreviations=abbreviations,
        sections=parts.sections,
        citations=citations,
        diagnostics=(*document.diagnostics, *head.diagnostics, *parts.diagnostics),
    )
