"""Words that are a time and nothing else, as headings and lead-ins of calendars of work are."""

from __future__ import annotations

from functools import lru_cache

import regex

from vnplan.parsers.deadlines import Unit, find_times, is_counted_caption
from vnplan.parsers.tasks.words import Words

_ONE = r"""
    (?:(?:chậm\snhất|hoàn\sthành|từ|trước|hết|trong|vào|đến|kể\stừ)\s){0,3}
    (?:ngày\s\d[\d/.\-]{0,9}|(?:đầu\s|cuối\s)?(?:tháng|quý|tuần)\s(?:\d{1,2}|[ivx]{1,3})(?:[/.\-]20\d\d)?
      |năm\s(?:học\s)?20\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]20\d\d)?)
    (?:\snăm\s(?:học\s)?20\d\d)?(?:\s?[-–]\s?(?:tháng\s)?\d[\d/.]{0,9})?
"""
# "Đợt 2: Từ ngày … đến ngày … gồm các nội dung trọng tâm:": only that something follows
_WITH_WHAT = r"""
    (?:,?\s(?:bao\s)?gồm\s(?:các\s|những\s)?(?:nội\sdung|công\sviệc|nhiệm\svụ|hoạt\sđộng)
      (?:\s(?:trọng\stâm|chính|chủ\syếu|cụ\sthể|như\ssau|sau\sđây|sau)){0,3}+)?+
"""
_TIME = regex.compile(
    rf"(?:(?:thời\sgian|đợt\s\d{{1,2}})\s?[:(]?\s?)?{_ONE}(?:(?:,|\svà|\sđến|\s?[-–])\s{_ONE}){{0,3}}{_WITH_WHAT}[\s:.;)*]*",
    regex.VERBOSE,
)
_LONGEST = 100
_EDGES = " :.;)*"


def says_when(words: Words) -> bool:
    """Whether words are a time and nothing else: "Tháng 9/2024:", "Tuần 2, 3 tháng 9:".

    Not a phase of years: its items end with it, but it is no time of their own.
    """
    return _is_time(words.folded[words.start : words.end])


@lru_cache(maxsize=4096)
def _is_time(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    if _TIME.fullmatch(folded) is not None or is_counted_caption(folded):
        return True
    words = folded.strip(_EDGES)
    times = find_times(words) if words[-1:].isdigit() else []
    whole = len(times) == 1 and (times[0].start, times[0].end) == (0, len(words))
    return whole and times[0].unit is not Unit.YEAR
