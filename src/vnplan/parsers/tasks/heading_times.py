"""Headings that are a time: "Tháng 9/2024:" ⏎ "- Tổ chức khai giảng.": it is that of the items."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.parsers.tasks.bare_times import says_when
from vnplan.parsers.tasks.parts import Part
from vnplan.records import Span


def heading_times(part: Part) -> Iterator[Span]:
    """Where the headings above a part, or its own, say nothing but when."""
    above: Part | None = part
    while above is not None:
        title = above.title or (above.body if above.leads_in and above is not part else None)
        if title is not None and says_when(title):
            yield title.span
            return
        above = above.parent
