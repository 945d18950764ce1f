"""The parties that annotators named: are they found where they stand?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from vnplan.evaluation.agency_names import AgencyNames
from vnplan.lexicon.names import dashed_names
from vnplan.parsers.abbreviations import find_abbreviations
from vnplan.parsers.agencies import AgencyContext, find_agencies
from vnplan.parsers.header import parse_header
from vnplan.parsers.sections import find_sections
from vnplan.readers import read_file
from vnplan.readers.errors import UnreadableDocument
from vnplan.text.lines import logical_lines

_ENOUGH = 0.97


def _found(gold: Path, corpus: Path) -> tuple[int, int]:
    """How many distinct parties of the tasks of a document are among its agencies, and of how many."""
    annotated = yaml.safe_load(gold.read_text(encoding="utf-8"))
    source = next(corpus.glob(f"{annotated['document']}.*"))
    try:
        document = read_file(source)
    except UnreadableDocument:
        return 0, 0
    lines = logical_lines(document, dashed_names())
    head = parse_header(document, lines)
    parts = find_sections(document, lines, head.frame)
    abbreviations = find_abbreviations(lines)
    reading = find_agencies(
        lines,
        AgencyContext(
            header=head.header,
            sections=parts.sections,
            unnumbered=parts.unnumbered,
            abbreviations=abbreviations,
            frame=head.frame,
            tables=document.tables,
        ),
    )
    territories = {agency.jurisdiction for agency in reading.agencies if agency.jurisdiction}
    defined = {entry.short: entry.long for entry in abbreviations}
    names = AgencyNames(
        sorted(territories), defined | (annotated.get("abbreviations") or {}), head.header.issued_on
    )
    keys = {names.key(agency.name) for agency in reading.agencies}
    wanted = {
        names.key(party)
        for task in annotated["tasks"]
        for role in ("lead", "implement", "coordinate")
        for party in task.get(role) or ()
    }
    return len(wanted & keys), len(wanted)


@pytest.mark.slow
def test_parties_of_annotated_tasks_are_found(shared_gold: Path, shared_corpus: Path) -> None:
    counts = [_found(path, shared_corpus) for path in sorted(shared_gold.glob("*.yaml"))]
    found, wanted = (sum(column) for column in zip(*counts, strict=True))
    assert wanted > 100
    assert found / wanted >= _ENOUGH
