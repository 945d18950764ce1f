"""Targets of whole documents against annotations made by hand, with the real parsers around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from vnplan.evaluation.document import evaluate
from vnplan.evaluation.gold import load_gold
from vnplan.evaluation.scores import Kind
from vnplan.lexicon.names import dashed_names
from vnplan.parsers.citations import CitationContext, find_citations
from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.parsers.header import parse_header
from vnplan.parsers.sections import SectionIndex, find_sections
from vnplan.parsers.targets import TargetContext, find_targets
from vnplan.readers import UnreadableDocument, read_file
from vnplan.records import Plan, Span
from vnplan.text.lines import logical_lines

LEAST = {"": 0.90, "value": 0.97, "comparator": 0.95, "end": 0.92}


def plan_with_targets(path: Path) -> Plan:
    document = read_file(path)
    lines = logical_lines(document, dashed_names())
    head = parse_header(document, lines)
    sections = find_sections(document, lines, head.frame).sections
    named = SectionIndex(sections).numbered
    citations = find_citations(lines, CitationContext(header=head.header, section_of=named))
    frame = head.frame
    masked: list[Span] = [
        line.span for line in lines if line.index < frame.body or frame.in_tail(line.index)
    ]
    masked += [citation.span for citation in citations]
    deadlines = find_deadlines(
        lines,
        DeadlineContext(
            issued_on=head.header.issued_on,
            title=head.header.title,
            masked=masked,
            sections=sections,
            tables=document.tables,
        ),
    )
    targets = find_targets(
        lines,
        TargetContext(
            sections=sections,
            section_of=named,
            deadlines=deadlines,
            masked=masked,
            tables=document.tables,
        ),
    )
    return Plan(
        id="urn:lex:vn",
        source=document.source,
        text=document.text,
        sections=sections,
        deadlines=deadlines,
        targets=targets,
    )


def values(gold: Path, corpus: Path) -> Iterator[dict[str, float]]:
    for path in sorted(gold.glob("*.yaml")):
        annotation = load_gold(path)
        source = next(corpus.glob(f"{path.stem}.*"))
        try:
            plan = plan_with_targets(source)
        except UnreadableDocument:
            continue  # a format whose reader is not installed here
        score = evaluate(annotation, plan, [Kind.TARGETS]).kind(Kind.TARGETS)
        assert score is not None
        yield {
            name: count.value for name, count in score.counts().items() if count.value is not None
        }


@pytest.mark.slow
def test_the_annotated_documents(shared_gold: Path, shared_corpus: Path) -> None:
    found = list(values(shared_gold, shared_corpus))
    assert found
    for name, least in LEAST.items():
        measured = [value[name] for value in found if name in value]
        assert mean(measured) >= least, name
