"""Headings that are a time: "Tháng 9/2024:" ⏎ "- Tổ chức khai giảng.": it is that of the items.

So is a caption over a table: "NGÀY 1: THỨ HAI, NGÀY 24/8/2026", then a table of hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.parsers.tasks.bare_times import says_when
from vnplan.parsers.tasks.parts import Part
from vnplan.records import SectionKind, Span


def heading_times(part: Part) -> Iterator[Span]:
    """Where the headings above a part, or its own, say nothing but when."""
    above: Part | None = part
    while above is not None:
        title = above.title or (above.body if above.leads_in and above is not part else None)
        if title is not None and says_when(title):
            yield title.span
            return
        above = above.parent


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
