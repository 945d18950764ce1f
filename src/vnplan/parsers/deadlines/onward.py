"""A second time that only adds a year to the first: from which on it recurs, in which it is again.

trước ngày 30 tháng 6 hằng năm kể từ năm 2027 · (ngày 25/12 năm 2026, năm 2027)
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.deadlines.expression import Day, TimeExpression, Unit
from vnplan.records import DeadlineKind

_SINCE = regex.compile(r"(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s")
_DATED = (Unit.YEAR, Unit.MONTH, Unit.DAY)
_BESIDE = regex.compile(r"\s*(?:,|và)\s*(?:ngày\s+này\s+)?")
_YEAR_ALONE = regex.compile(r"năm\s+20\d\d")
_CLOSED = regex.compile(r"\s*(?:[.;)]|$)")


def starts_with(folded: str, before: TimeExpression, item: TimeExpression) -> TimeExpression | None:
    """ "hằng năm kể từ năm 2027": one time that recurs, with its first day; else None.

    Behind a comma another clause may begin: "hằng năm, từ năm 2027 mở rộng ra các xã".
    """
    if before.kind is not DeadlineKind.RECURRING or item.kind is not DeadlineKind.PERIOD:
        return None
    opened = item.first is not None and item.first.year is not None and item.last is None
    if not opened or item.unit not in _DATED or item.from_issue or item.anchor is not None:
        return None
    gap = folded[before.end : item.start].strip()
    if gap not in ("", "(") or _SINCE.match(folded, item.start) is None:
        return None
    closed = gap == "(" and folded.startswith(")", item.end)
    if gap and not closed:
        return None
    return replace(before, end=item.end + closed, since=item.first)


def same_day_of(folded: str, before: TimeExpression, item: TimeExpression) -> TimeExpression | None:
    """ "(ngày 25/12 năm 2026, năm 2027)": the same day of the next year; else None."""
    day = before.last
    if before.kind is not DeadlineKind.POINT or before.unit is not Unit.DAY or day is None:
        return None
    if item.unit is not Unit.YEAR or item.first is None or day.year is None or day.lunar:
        return None
    alone = _YEAR_ALONE.fullmatch(folded, item.start, item.end) is not None
    beside = _BESIDE.fullmatch(folded, before.end, item.start) is not None
    later = item.first.year is not None and item.first.year > day.year
    if not (alone and beside and later and _CLOSED.match(folded, item.end)):
        return None
    again = Day(item.first.year, day.month, day.day)
    return replace(item, kind=DeadlineKind.POINT, first=None, last=again, unit=Unit.DAY)
