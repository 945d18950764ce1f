"""Lines over a table that say nothing but when: "NGÀY 1: THỨ HAI, NGÀY 24/8/2026".

They are titles by their capitals, but what stands below them is to be done then: "TUẦN 2 (từ 07/9
đến 12/9/2026)", "Đợt 1: từ ngày 01/9 đến ngày 06/9/2026".
"""

from __future__ import annotations

import regex

from vnplan.parsers.deadlines.expression import Unit
from vnplan.parsers.deadlines.search import find_times
from vnplan.records import DeadlineKind

_LONGEST = 100
_COUNTED = regex.compile(
    r"[\s*#]*(?:ngày|tuần|đợt|buổi|chặng|vòng|giai đoạn|tháng)\s"
    r"(?:thứ\s)?(?:\d{1,2}|[ivx]{1,4}|nhất|hai|ba|tư|năm|sáu|bảy|tám)\s?[:.(,–-]?\s?\(?"
)
_UNITS = (Unit.DAY, Unit.MONTH)
_EDGES = " :.;)*"


def is_counted_caption(folded: str) -> bool:
    """Whether a line counts a day, week or stage and says when that is, and nothing else."""
    if len(folded) > _LONGEST:
        return False
    opening = _COUNTED.match(folded)
    if opening is None:
        return False
    rest = folded[opening.end() :].strip(_EDGES)
    times = find_times(rest) if rest else []
    if len(times) != 1 or (times[0].start, times[0].end) != (0, len(rest)):
        return False
    dated = times[0].kind in (DeadlineKind.POINT, DeadlineKind.PERIOD)
    return dated and times[0].unit in _UNITS and times[0].last is not None
