"""Headings that are a time: "Tháng 9/2024:" ⏎ "- Tổ chức khai giảng.": it is that of the items.

So is a caption over a table: "NGÀY 1: THỨ HAI, NGÀY 24/8/2026", then a table of hours. And a
lead-in that opens with one: "- Trong năm 2022 hoàn thành các nhiệm vụ:" ⏎ "+ Số hóa hồ sơ …".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from vnplan.parsers.deadlines import TimeExpression, Unit, find_times
from vnplan.parsers.tasks.bare_times import says_when
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.words import Words
from vnplan.records import DeadlineKind, SectionKind, Span

_LONGEST_LEAD = 600
# "…, hoàn thành trước ngày 30/6/2025:", "… các nhiệm vụ sau (xong trong quý II/2025):"
_DONE_BY = regex.compile(r"(?<!\p{L})(?:hoàn\s+thành|xong|thực\s+hiện)\s+(?:xong\s+)?$")
_NOTHING_MORE = regex.compile(
    r"[\s:;,.)*]*(?:(?:cụ\s+thể|bao\s+gồm|như\s+sau|gồm)[\s:;,.)*]*){0,2}"
)


def heading_times(part: Part) -> Iterator[Span]:
    """Where the headings and lead-ins above a part, or its own heading, say when."""
    above: Part | None = part
    while above is not None:
        title = above.title or (above.body if above.leads_in and above is not part else None)
        if title is not None and says_when(title):
            yield title.span
            return
        led = _lead_in(above, part)
        span = _time_of_lead_in(led) if led is not None else None
        if span is not None:
            yield span
            return
        above = above.parent


def _lead_in(above: Part, part: Part) -> Words | None:
    """What introduces a part: words of one above it, or a paragraph first among those beside it."""
    if above is not part and above.leads_in:
        return above.body or above.title
    first = above.parent.children[0] if above.parent is not None else None
    if first is None or first is above or first.kind is not SectionKind.PARAGRAPH:
        return None
    return first.body if first.leads_in and not first.children else None


def _time_of_lead_in(words: Words) -> Span | None:
    """Where a lead-in says when all it introduces is to be done: first of all, or last."""
    place = _placed(words.folded[words.start : words.end])
    if place is None:
        return None
    return words.cut(words.start + place[0], words.start + place[1]).span


@lru_cache(maxsize=4096)
def _placed(folded: str) -> tuple[int, int] | None:
    """From where to where the time of a lead-in stands; it is asked for with each of its items."""
    for item in find_times(folded) if len(folded) <= _LONGEST_LEAD else ():
        opens = not folded[: item.start].strip(" -–+•*(")
        closes = _DONE_BY.search(folded[: item.start]) and _NOTHING_MORE.fullmatch(folded, item.end)
        if (opens or closes) and not _is_phase(item):
            return item.start, item.end
    return None


def _is_phase(item: TimeExpression) -> bool:
    """ "Giai đoạn 2026 - 2030": its items end with it, but it is no time of their own."""
    if item.kind is not DeadlineKind.PERIOD or item.unit is not Unit.YEAR:
        return False
    first, last = item.first, item.last
    return first is None or last is None or first.year != last.year


def caption_times(table: Part) -> Iterator[Span]:
    """Where the line right over a table says nothing but when; else the headings above."""
    beside = table.parent.children if table.parent is not None else []
    place = next((number for number, part in enumerate(beside) if part is table), 0)
    above = beside[place - 1] if place else None
    if above is not None and above.kind is SectionKind.PARAGRAPH and not above.children:
        words = above.body or above.title
        if words is not None and says_when(words):
            yield words.span
            return
    yield from heading_times(table)
