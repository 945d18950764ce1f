"""From drafts to the public records."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.draft import Draft, Found
from vnplan.parsers.urn import instrument_urn
from vnplan.records import Citation, Relation


def citations_of(drafts: Sequence[Draft], context: CitationContext) -> tuple[Citation, ...]:
    """One record a draft, in reading order."""
    ids = {id(draft): f"citation-{number}" for number, draft in enumerate(drafts, 1)}
    return tuple(_citation(draft, ids, context) for draft in drafts)


def _citation(draft: Draft, ids: dict[int, str], context: CitationContext) -> Citation:
    source = draft.target if draft.target is not None else draft
    span = draft.line.source_span(draft.start, draft.end)
    section = context.section_of(span.start)
    named = source.found in (Found.LAW, Found.CONGRESS)
    return Citation(
        id=ids[id(draft)],
        text=draft.cited.text[draft.start : draft.end],
        span=span,
        # "Luật Đất đai" names no number, though elsewhere one stands beside the name
        number=draft.number if draft.found is Found.LAW else source.number,
        type=source.type,
        type_name=source.type_name,
        issued_on=source.day,
        issuer=source.issuer,
        title=draft.title or source.title,
        relation=draft.relation or Relation.REFERS,
        pinpoint=draft.pinpoint,
        target_id=instrument_urn(
            issuer=source.issuer,
            type_name=source.type_name,
            issued_on=source.day,
            number=source.number,
            title=source.title if named else None,
            year=source.year,
        ),
        within=ids.get(id(draft.parent)) if draft.parent is not None else None,
        section_id=section.id if section is not None else None,
    )
