"""Every citation of a document, in reading order.

First the cores (numbers, names of laws), each line by itself; then what stands around them, bounded
by their neighbours; then the document as a whole, where one place completes another and short names
point to full citations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import regex

from vnplan.parsers.citations.capitals import with_joined_titles
from vnplan.parsers.citations.context import CitationContext, province_named
from vnplan.parsers.citations.cores import find_cores
from vnplan.parsers.citations.draft import Cited, Draft, Found
from vnplan.parsers.citations.fields import date_before, issuer_before, read_fields
from vnplan.parsers.citations.laws import drafted_laws, is_drafted
from vnplan.parsers.citations.lists import share_backwards, share_days, share_forwards, share_heads
from vnplan.parsers.citations.nesting import list_relation, opens_line, relate
from vnplan.parsers.citations.pinpoints import pinpoint_before
from vnplan.parsers.citations.references import Backward, ShortNames
from vnplan.parsers.citations.relations import act_over_list, relation_before
from vnplan.parsers.citations.results import citations_of
from vnplan.parsers.citations.same import identify
from vnplan.parsers.citations.spelled_out import spell_out
from vnplan.parsers.citations.titles import open_title, settle_titles
from vnplan.parsers.citations.uncoded import is_told, settle_uncoded
from vnplan.parsers.columns import cells_below
from vnplan.records import Citation, Relation, SectionRole, Span
from vnplan.text.fold import fold_characters
from vnplan.text.lines import LogicalLine


@dataclass(frozen=True, slots=True)
class CitationReading:
    """The citations of a document, and where the titles (trích yếu) stand that it cites with them.

    A year inside a cited title ("… đến năm 2025") is no deadline of the citing document.
    """

    citations: tuple[Citation, ...]
    titles: tuple[Span, ...]


def find_citations(
    lines: Sequence[LogicalLine], context: CitationContext | None = None
) -> tuple[Citation, ...]:
    """All citations in `lines`, every place one record.

    The document's own number is none, nor are the words of a definition ("sau đây gọi tắt là Nghị
    quyết số 57-NQ/TW"). `span` runs from pinpoint or type word to the end of number, date and
    issuer; the cited title is `title`. Never raises on content.
    """
    return read_citations(lines, context).citations


def read_citations(
    lines: Sequence[LogicalLine], context: CitationContext | None = None
) -> CitationReading:
    """`find_citations`, and the places of the cited titles."""
    context = context if context is not None else CitationContext()
    lines = tuple(with_joined_titles(lines))
    if context.district is not None and context.province is None:
        context = replace(context, named=province_named(line.text for line in lines))
    drafted = drafted_laws(lines)
    by_line = {
        line.index: [found for found in _full(line, context) if not is_drafted(found, drafted)]
        for line in lines
    }
    full = [draft for drafts in by_line.values() for draft in drafts]
    spell_out(full, context.abbreviations)
    identify(full, context)
    settle_uncoded(full)
    names, backward = ShortNames(full, context), Backward(full, context)
    for line in lines:
        drafts = by_line[line.index]
        cited = drafts[0].cited if drafts else Cited(line)
        found = (*names.find(cited), *backward.find(cited))
        short = [draft for draft in found if not _is_defining(draft, context)]
        if drafts or short:
            by_line[line.index] = _in_order(drafts, short)
    _relate(lines, by_line, context)
    ordered = (draft for line in lines for draft in by_line[line.index])
    kept = [draft for draft in ordered if not _is_own(draft, context)]
    return CitationReading(citations_of(kept, context), tuple(_titles(kept)))


def _titles(drafts: Sequence[Draft]) -> Iterator[Span]:
    for draft in drafts:
        start, end = draft.title_start, draft.title_end
        if draft.title is not None and start is not None and end is not None and end > start:
            yield draft.line.source_span(start, end)


def _full(line: LogicalLine, context: CitationContext) -> list[Draft]:
    """The citations in full of one line, with their fields."""
    drafts = [draft for draft in find_cores(line) if not _is_defining(draft, context)]
    if not drafts:
        return drafts
    for place, draft in enumerate(drafts):
        behind = (other.start for other in islice(drafts, place + 1, None))
        limit = next((start for start in behind if start >= draft.core_end), len(line.text))
        if not draft.is_amended:
            read_fields(draft, limit, context)
        floor = drafts[place - 1].core_end if place else 0
        issuer_before(draft, floor, context)
        date_before(draft, floor)
        open_title(draft)
    drafts = [draft for draft in drafts if is_told(draft) and not _is_number_line(draft)]
    relate(drafts, None)
    share_heads(drafts, context)
    share_days(drafts)
    share_backwards(drafts)
    share_forwards(drafts)
    settle_titles(drafts)
    return drafts


def _is_defining(draft: Draft, context: CitationContext) -> bool:
    """Whether it stands in the words that define a short name."""
    start, end = draft.line.map.source(draft.core_start), draft.line.map.source(draft.core_end - 1)
    place = bisect_right(context.definitions, (start, _FAR)) - 1
    return place >= 0 and end < context.definitions[place][1]


_FAR = 1 << 62


# "Số: 232/KH-UBND", with or without place and date: the number of this or another letterhead.
_NUMBER_LINE = regex.compile(r"\s*(?:luật\s)?s[ốo]\s?[:.]?\s*$", regex.IGNORECASE)
_LETTERHEADS = 20  # lines from the top in which a letterhead may stand


def _is_number_line(draft: Draft) -> bool:
    if draft.found is not Found.NUMBER or draft.has_noun or draft.line.index > _LETTERHEADS:
        return False
    before = draft.cited.text[: draft.core_start]
    return _NUMBER_LINE.fullmatch(before) is not None


def _is_own(draft: Draft, context: CitationContext) -> bool:
    """Whether it names the document itself ("Kèm theo Kế hoạch số …" over an appendix)."""
    header = context.header
    if header is None or draft.number is None:
        return False
    if header.number is None:
        return draft.type is header.type and _is_attachment_note(draft)
    if draft.uncoded:
        same = draft.type is header.type and draft.number.serial == header.number.serial
    else:
        same = draft.number.canonical.casefold() == header.number.canonical.casefold()
    if not same:
        return False
    return draft.day is None or header.issued_on is None or draft.day == header.issued_on


# "(Ban hành kèm theo Quyết định số … ngày … của …)": the line under the title of what is attached
_NOTE_LEAD = regex.compile(r"\s*\(\s*(?:được\s)?(?:ban hành\s)?kèm theo\s", regex.IGNORECASE)


def _is_attachment_note(draft: Draft) -> bool:
    text = draft.cited.text
    lead = _NOTE_LEAD.fullmatch(text, 0, draft.start)
    return lead is not None and not text[draft.end :].strip(" ).")


def _in_order(drafts: list[Draft], short: list[Draft]) -> list[Draft]:
    """Full citations and short names of a line together, pinpoints read, none overlapping."""
    kept: list[Draft] = []
    reach = 0
    for draft in sorted((*drafts, *short), key=lambda draft: (draft.start, -draft.end)):
        if draft.found is Found.NAME and draft.start < reach:
            continue
        if kept and kept[-1].found is Found.NAME and draft.start < kept[-1].end:
            kept.pop()  # the citation in full says more
        kept.append(draft)
        reach = max(reach, draft.end)
    ends = [0, *(draft.end for draft in kept)]
    for place, draft in enumerate(kept):
        if draft.is_amended:
            continue
        found = pinpoint_before(draft.cited.text, draft.start, ends[place])
        if found is not None:
            draft.start, draft.pinpoint = found
    return kept


# ------------------------------------------------------------------------------------ relations

# A head over a list: "Căn cứ:", "Căn cứ các văn bản sau đây:", "Bãi bỏ các Quyết định sau:"
_HEADS = frozenset(
    (
        Relation.LEGAL_BASIS,
        Relation.IMPLEMENTS,
        Relation.REPEALS,
        Relation.REPLACES,
        Relation.AMENDS,
    )
)
# "Căn cứ pháp lý": the column of a list of procedures
_GROUNDS = regex.compile(
    r"(?:các\s)?(?:căn cứ|cơ sở)(?:\s(?:pháp lý|ban hành|thực hiện))*|văn bản(?:\s\p{L}+)? quy định"
)


def _grounds(headers: Mapping[int, str]) -> Iterator[int]:
    return (cell for cell, header in headers.items() if _GROUNDS.fullmatch(header))


def _relate(
    lines: Sequence[LogicalLine], by_line: dict[int, list[Draft]], context: CitationContext
) -> None:
    carried: Relation | None = None
    _, grounds = cells_below(context.tables, lines, _grounds)
    listed: Relation | None = None  # what the head of a numbered list says of all its items
    for line in lines:
        drafts = by_line[line.index]
        if not drafts:
            listed = act_over_list(line.folded) or (listed if not line.text.strip() else None)
            carried = _head(line.text) or (carried if not line.text.strip("-+•* ") else None)
            continue
        listed = listed if opens_line(drafts[0]) else None
        column = Relation.LEGAL_BASIS if line.cell in grounds else None
        relate(drafts, carried or listed or column or _by_section(drafts[0], context))
        settle_titles(drafts)
        carried = list_relation(drafts) if line.text.endswith((";", ",", ":")) else None


def _head(text: str) -> Relation | None:
    if len(text) > 120 or not (text.endswith(":") or text.lower() == "căn cứ"):
        return None
    folded = fold_characters(text.rstrip(": "))
    found = relation_before(folded, 0, len(folded))
    return found if found in _HEADS else None


def _by_section(draft: Draft, context: CitationContext) -> Relation | None:
    if not opens_line(draft):
        return None
    section = context.section_of(draft.line.start)
    if section is not None and section.role is SectionRole.LEGAL_BASIS:
        return Relation.LEGAL_BASIS
    return None
