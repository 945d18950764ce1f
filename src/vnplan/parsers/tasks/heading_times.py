"""Headings that are a time: "Tháng 9/2024:" ⏎ "- Tổ chức khai giảng.": it is that of the items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from vnplan.parsers.deadlines import Unit, find_times
from vnplan.records import Span

if TYPE_CHECKING:
    from vnplan.parsers.tasks.parts import Part

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


_LONGEST = 60
_EDGES = " :.;)*"


@lru_cache(maxsize=4096)
def says_when(folded: str) -> bool:
    """Whether words (folded) are a time and nothing else: "tháng 9/2024:", "tuần 2, 3 tháng 9:".

    Not a phase of years: its items end with it, but it is no time of their own.
    """
    if len(folded) > _LONGEST:
        return False
    if _TIME.fullmatch(folded) is not None:
        return True
    words = folded.strip(_EDGES)
    times = find_times(words) if words[-1:].isdigit() else []
    whole = len(times) == 1 and (times[0].start, times[0].end) == (0, len(words))
    return whole and times[0].unit is not Unit.YEAR


def heading_times(part: Part) -> Iterator[Span]:
    """Where the headings above a part, or its own, say nothing but when."""
    above: Part | None = part
    while above is not None:
        title = above.title or (above.body if above.leads_in and above is not part else None)
        if title is not None and says_when(title.folded[title.start : title.end]):
            yield title.span
            return
        above = above.parent
