"""The day a council or an assembly passed a document (thông qua), as its last sentence tells it.

"Nghị quyết này đã được Hội đồng nhân dân tỉnh X khóa VI, kỳ họp thứ năm thông qua ngày 13 tháng 7
năm 2017": for resolutions and laws it is the day of issue, where the letterhead is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import regex

from vnplan.parsers.dates import find_dates
from vnplan.records import Span
from vnplan.text.lines import LogicalLine

_PASSED = regex.compile(
    r"(?<!\p{L})(?:nghị quyết|luật|bộ luật|pháp lệnh)\s(?:này\s)?(?:đã\s)?được\s"
    r"(?:hội đồng nhân dân|hđnd|quốc hội|[ủu][ỷy] ban thường vụ quốc hội|đại hội|hội nghị)"
    r"[^.;]{0,160}?\sthông qua\s(?:vào\s)?(?=ngày\s)"
)
_LAST = 60
"""Lines of a document among which its last sentence stands, appendices aside."""


def find_passing(lines: Sequence[LogicalLine], body: int) -> tuple[dt.date, Span] | None:
    """The day of the last sentence behind line `body` that tells it, and where it stands."""
    for line in reversed(lines[max(body, len(lines) - _LAST) :]):
        passed = _PASSED.search(line.folded)
        day = next(find_dates(line.text, passed.end(), len(line.text)), None) if passed else None
        if passed and day and day.start - passed.end() < 8 and day.value is not None:
            return day.value, line.source_span(day.start, day.end)
    return None
