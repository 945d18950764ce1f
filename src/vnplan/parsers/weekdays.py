"""Days of the calendar beside the day of the week they are said to be: which of them contradict.

thứ Hai ngày 06/7/2026 · 02/01/2011 (thứ 2) · ngày 15 tháng 7 năm 2026, thứ Tư
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import regex

from vnplan.records import Diagnostic, Severity
from vnplan.text.lines import LogicalLine

_NUMBERS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3,
    "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5, "nhật": 6,
}  # fmt: skip
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE = (
    r"(?P<d>\d{1,2})(?:\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?|\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+)"
    r"(?P<y>(?:19|20)\d\d)(?![\d/])"
)
_WEEKDAY = r"(?:thứ\s+(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+(?P<w>nhật))(?!\p{L}|\d)"
# a weekday stands behind a mark or one of these; "kỳ họp thứ hai, ngày …" counts sessions
_BEFORE = (
    r"(?<=^|[(:;,.\-–+•*\s])(?<!(?:lần|họp|phiên|kỳ|tuần|đợt|khóa|vòng|buổi|hội nghị|đại hội)\s)"
)
_FIRST = regex.compile(rf"{_BEFORE}{_WEEKDAY}\)?\s*,?\s*\(?\s*(?:ngày\s+)?{_DATE}")
_BEHIND = regex.compile(
    rf"(?<![\d/.\-]){_DATE}(?:\s*\(\s*(?:(?:sáng|chiều|tối|nhằm|tức|là)\s+)*+{_WEEKDAY}\s*\)"
    rf"|\s*,\s*{_WEEKDAY}(?=\s*(?:[.;)]|$)))"
)


def check_weekdays(lines: Sequence[LogicalLine]) -> Iterator[Diagnostic]:
    """A date that falls on another day of the week than the one beside it: one of the two slipped.

    A plan of 2010 invites to "02/01/2011 (thứ 2)", which was a Sunday.
    """
    for line in lines:
        if "thứ" not in line.folded and "chủ nhật" not in line.folded:
            continue
        for pattern in (_FIRST, _BEHIND):
            for match in pattern.finditer(line.folded):
                day = _day(match)
                if day is not None and day.weekday() != _NUMBERS[match["w"]]:
                    yield Diagnostic(
                        code="weekday-conflict",
                        severity=Severity.WARNING,
                        message=f"“{line.text[match.start() : match.end()].strip()}”: {day} is a "
                        f"{_ENGLISH[day.weekday()]}",
                        span=line.source_span(match.start(), match.end()),
                    )


def _day(match: regex.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
