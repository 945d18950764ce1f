"""A second time that only adds a year to the first: from which on it recurs, in which it is again.

trước ngày 30 tháng 6 hằng năm kể từ năm 2027 · từ năm 2027, trước ngày 30/6 hằng năm · (ngày
25/12 năm 2026, năm 2027)
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.deadlines.expression import Day, TimeExpression, Unit
from vnplan.records import DeadlineKind

_SINCE = regex.compile(r"(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s")
_DATED = (Unit.YEAR, Unit.MONTH, Unit.DAY)
_NEXT = regex.compile(r"\s*,?\s*")
_AND = regex.compile(r"\s*(?:,|;|và|,\s*và)\s*")
_BESIDE = regex.compile(r"\s*(?:,|và)\s*(?:ngày\s+này\s+)?")
_YEAR_ALONE = regex.compile(r"năm\s+20\d\d")
_CLOSED = regex.compile(r"\s*(?:[.;)]|$)")


def starts_with(folded: str, before: TimeExpression, item: TimeExpression) -> TimeExpression | None:
    """ "hằng năm kể từ năm 2027": one time that recurs, with its first day; else None.

    Behind a comma another clause may begin: "hằng năm, từ năm 2027 mở rộng ra các xã".
    """
    if before.kind is not DeadlineKind.RECURRING:
        return None
    gap = folded[before.end : item.start].strip()
    if gap not in ("", "(") or not _opens(folded, item):
        return None
    closed = gap == "(" and folded.startswith(")", item.end)
    if gap and not closed:
        return None
    return replace(before, end=item.end + closed, since=item.first)


def since_then(folded: str, before: TimeExpression, item: TimeExpression) -> TimeExpression | None:
    """ "Từ năm 2027, trước ngày 30/6 hằng năm": one time that recurs, its first year before it."""
    if item.kind is not DeadlineKind.RECURRING or not _opens(folded, before):
        return None
    if _NEXT.fullmatch(folded, before.end, item.start) is None:
        return None
    return replace(item, start=before.start, since=before.first)


def year_lent(folded: str, before: TimeExpression, item: TimeExpression) -> TimeExpression:
    """ "từ ngày 01 đến ngày 07 tháng 9 và từ ngày 10 đến ngày 15 tháng 10 năm 2025": one year."""
    days = [day for day in (before.first, before.last) if day is not None]
    other = item.first or item.last
    if not days or other is None or other.year is None or not before.unit is item.unit is Unit.DAY:
        return before
    if _AND.fullmatch(folded, before.end, item.start) is None or not before.needs_year:
        return before
    if any(day.year is not None or day.lunar or not day.month for day in days) or other.lunar:
        return before
    if max((day.month or 0, day.day) for day in days) > (other.month or 0, other.day):
        return before  # "ngày 28/12 và ngày 05/01/2026": of the year before, or of none
    first, last = (
        replace(day, year=other.year) if day is not None else None
        for day in (before.first, before.last)
    )
    return replace(before, first=first, last=last)


def _opens(folded: str, item: TimeExpression) -> bool:
    """Whether a time only says from when on: "kể từ năm 2027", "từ tháng 01/2026"."""
    opened = item.first is not None and item.first.year is not None and item.last is None
    told = item.kind is DeadlineKind.PERIOD and item.unit in _DATED and item.anchor is None
    return opened and told and not item.from_issue and bool(_SINCE.match(folded, item.start))


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
