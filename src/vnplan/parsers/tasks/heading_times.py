"""Headings that are a time: "Tháng 9/2024:" ⏎ "- Tổ chức khai giảng.": it is that of the items."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.parsers.tasks.parts import Part
from vnplan.records import Span

_ONE = r"""
    (?:(?:chậm\snhất|hoàn\sthành|từ|trước|hết|trong|vào|đến|kể\stừ)\s){0,3}
    (?:ngày\s\d[\d/.\-]{0,9}|(?:đầu\s|cuối\s)?(?:tháng|quý|tuần)\s(?:\d{1,2}|[ivx]{1,3})(?:[/.\-]20\d\d)?
      |năm\s(?:học\s)?20\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]20\d\d)?)
    (?:\snăm\s(?:học\s)?20\d\d)?(?:\s?[-–]\s?(?:tháng\s)?\d[\d/.]{0,9})?
"""
_TIME = regex.compile(
    rf"(?:(?:thời\sgian|đợt\s\d{{1,2}})\s?[:(]?\s?)?{_ONE}(?:(?:,|\svà|\sđến|\s?[-–])\s{_ONE}){{0,3}}[\s:.;)*]*",
    regex.VERBOSE,
)


def heading_times(part: Part) -> Iterator[Span]:
    """Where the headings above a part, or its own, say nothing but when."""
    above: Part | None = part
    while above is not None:
        title = above.title or (above.body if above.leads_in and above is not part else None)
        if title is not None and _TIME.fullmatch(title.folded, title.start, title.end):
            yield title.span
            return
        above = above.parent
