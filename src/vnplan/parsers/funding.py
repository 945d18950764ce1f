"""Funding (kinh phí thực hiện): the sources of money a document names, with their amounts.

Looked for in parts on funding and in fields of activity blocks ("+ Kinh phí: …"); a duty to provide
money somewhere else is a task. A sentence is cut into pieces where a new source begins ("ngân sách
nhà nước; nguồn tài trợ và các nguồn hợp pháp khác"), and each piece has one source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.funding import funding_words
from vnplan.lexicon.roles import field_kind
from vnplan.parsers.deadlines.context import Masks
from vnplan.parsers.quantities import QuantityKind, QuantityMention, find_quantities
from vnplan.parsers.sections import SectionIndex
from vnplan.records import Funding, FundingSource, Section, SectionKind, SectionRole, Span
from vnplan.text.fold import fold_characters
from vnplan.text.labels import read_label
from vnplan.text.lines import LogicalLine
from vnplan.text.quotes import curled

# "Ngân sách tỉnh: 15 tỷ đồng" is one piece.
_STRONG = regex.compile(r"[;.](?=\s|$)|:(?=\s(?!\d)|$)")
_WEAK = regex.compile(r",\s|\s(?:và|hoặc|cùng|với)\s")
_HINT = re.compile(
    r"kinh phí|ngân sách|vốn|nguồn|tài trợ|xã hội hó?a|xã hội hoá|quỹ|đồng|doanh nghiệp|đóng góp"
    r"|dự toán|lồng ghép|nhà đầu tư|nsnn|nsđp|nstw"
)
_FIELD_NAME = regex.compile(r"[\p{Lu}][\p{L}\s,/()]{2,60}?\s?:\s?")
_QUOTED = regex.compile(r"“[^”]*+(?P<closed>”)?+")
_NOT_SAID = regex.compile(r"(?<!\p{L})(?:không|chưa)\s(?:sử dụng|có|phát sinh)(?!\p{L})")
_LEADING = " ,;:.–-+•*"
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class FundingContext:
    """`sections` are all sections; `section_of` leads from an offset to the one a record names
    (without it, the innermost with a label); nothing in `masked` (citations, header, tail) counts.
    `index`: the sections for look-up, for those that have it.
    """

    sections: Sequence[Section] = ()
    index: SectionIndex | None = None
    section_of: Callable[[int], Section | None] | None = None
    masked: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    source: FundingSource
    money: QuantityMention | None


def find_funding(lines: Sequence[LogicalLine], context: FundingContext) -> tuple[Funding, ...]:
    """The sources of money of a document in reading order; nothing is raised on any content."""
    return tuple(_records(lines, context))


def _records(lines: Sequence[LogicalLine], context: FundingContext) -> Iterator[Funding]:
    index = context.index or SectionIndex(context.sections)
    named = context.section_of or index.numbered
    masks = Masks(context.masked)
    counts: Counter[str] = Counter()
    for line in lines:
        body = _body(line, index)
        if body is None:
            continue
        for piece in _pieces(line, body, masks):
            section = named(line.start)
            home = section.id if section is not None else "0"
            counts[home] += 1
            yield Funding(
                id=f"funding-{home}-{counts[home]}",
                text=line.text[piece.start : piece.end],
                span=line.source_span(piece.start, piece.end),
                source=piece.source,
                amount=piece.money.quantity if piece.money is not None else None,
                section_id=section.id if section is not None else None,
            )


def _body(line: LogicalLine, index: SectionIndex) -> int | None:
    """Where the words on money begin in a line; None in a line that is not about it."""
    section = index.innermost(line.start)
    if section is None or not _HINT.search(line.folded):
        return None
    label = read_label(line.text)
    start = label.end if label is not None else 0
    if _in_funding_field(section, index):
        name = _FIELD_NAME.match(line.text, start)
        return name.end() if name is not None else start
    if section.role is not SectionRole.FUNDING:
        return None
    heading = section.heading if section.span.start == line.start else None
    if heading is not None:
        at = line.text.find(heading[:40], 0, start + 80)
        rest = line.text[at + len(heading) :].strip(_LEADING) if at >= 0 else ""
        if not rest:
            return None  # "IV. KINH PHÍ THỰC HIỆN"
    return start


def _in_funding_field(section: Section, index: SectionIndex) -> bool:
    above: Section | None = section
    for _ in range(4):
        if above is None:
            return False
        if above.kind is SectionKind.FIELD and above.heading:
            return field_kind(above.heading) == "funding"
        above = index.by_id.get(above.parent_id) if above.parent_id else None
    return False


def _blank(quoted: regex.Match[str]) -> str:
    """Blanks for what stands in quotation marks; what one opens and none closes stays."""
    return " " * len(quoted[0]) if quoted["closed"] else quoted[0]


def _pieces(line: LogicalLine, body: int, masks: Masks) -> Iterator[_Piece]:
    """The pieces of a line that name a source or an amount; a source said again is one."""
    text = line.text
    folded = _QUOTED.sub(_blank, fold_characters(curled(text)))
    money = [found for found in find_quantities(text) if found.kind is QuantityKind.MONEY]
    seen: set[FundingSource] = set()
    carried: int | None = None
    for begin, end, closed in _cuts(folded, body):
        start = begin if carried is None else carried
        amount = next((m for m in money if start <= m.figure < end), None)
        source = None
        if not _NOT_SAID.search(folded, start, end):
            source = _source(line, folded, start, end, masks)
        if source is None and amount is not None:
            source = FundingSource.OTHER  # a total, its sources named elsewhere
        carried = None if source is not None or closed else start
        if source is None or (source in seen and amount is None):
            continue  # "Nguồn vốn hỗ trợ, | tài trợ từ các tổ chức quốc tế": one piece
        seen.add(source)
        first = start + len(text[start:end]) - len(text[start:end].lstrip(_LEADING))
        yield _Piece(first, first + len(text[first:end].rstrip(" ,;:")), source, amount)


def _cuts(folded: str, body: int) -> Iterator[tuple[int, int, bool]]:
    """Pieces: sentences and parts between semicolons, cut again where a new source opens.

    The flag tells that a stop closes the piece, not a comma.
    """
    words = funding_words()
    breaks = [(match.end(), match.end(), True) for match in _STRONG.finditer(folded, body)]
    breaks += [
        (match.start(), match.end(), False)
        for match in _WEAK.finditer(folded, body)
        if words.opening.match(folded, match.end())
    ]
    start = body
    for end, following, closed in [*sorted(breaks), (len(folded), len(folded), True)]:
        if end > start and folded[start:end].strip(_LEADING):
            yield start, end, closed
        start = max(start, following)


def _source(
    line: LogicalLine, folded: str, start: int, end: int, masks: Masks
) -> FundingSource | None:
    """The source of a piece: the first in the order of the lexicon that it names."""
    words = funding_words()
    for source, pattern in words.sources:
        for match in pattern.finditer(folded, start, end):
            before = folded[max(start, match.start() - _LOOK_BACK) : match.start()]
            masked = masks.covers(line.map.source(match.start()))
            if not masked and words.not_behind.search(before) is None:
                return source
    return None
