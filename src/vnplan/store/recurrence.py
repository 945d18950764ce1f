"""The days on which something recurring falls due (định kỳ, hằng năm, hằng quý).

A period named without a day is due on its last day, as its report is: "hằng năm" on 31/12, "hằng
quý" on the last day of the quarter, "tháng 3 và tháng 9 hằng năm" on 31/3 and 30/9. RFC 5545 would
take the day from the first occurrence, which no plan states. A day that a month does not have is
its last ("ngày 30 hằng tháng" in February).
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
_PARTS = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE"}
_MOST = 4000  # every day of eleven years


def due_days(
    rule: str, first: dt.date | None, last: dt.date | None, window: tuple[dt.date, dt.date]
) -> tuple[dt.date, ...]:
    """The days of a RRULE inside `window`, both ends included, in order.

    `first` and `last` bound the recurrence itself; rules of several years or weeks count from
    `first`. A rule outside the forms that plans state gives no day.
    """
    start = max(window[0], first) if first else window[0]
    end = min(window[1], last) if last else window[1]
    if start > end:
        return ()
    try:
        parts = _read(rule)
        days = (day for day in _days(parts, first, start, end) if start <= day <= end)
        # They come month by month: a few more, and the first ones are among them.
        found = sorted(set(islice(days, _MOST + 62)))
    except (ValueError, OverflowError):
        return ()
    return tuple(found[:_MOST])


@lru_cache(maxsize=4096)
def first_due(
    rule: str | None, first: str | None, last: str | None, after: str, before: str
) -> str | None:
    """The first such day as ISO text, for SQL; without a rule, `last` itself."""
    if rule is None:
        return last if last is not None and after <= last <= before else None
    begin, end = _day(first), _day(last)
    start = max(dt.date.fromisoformat(after), begin or dt.date.min)
    stop = min(dt.date.fromisoformat(before), end or dt.date.max)
    if start == dt.date.min:  # nobody says since when: for as long as anybody looks back
        start = max(start, _later(stop, -_HORIZON[-1])) if stop < dt.date.max else _OPEN
    for years in _HORIZON:
        found = due_days(rule, begin, end, (start, min(stop, _later(start, years))))
        if found:
            return found[0].isoformat()
    return None


def counts_from_its_start(rule: str, window: tuple[dt.date, dt.date]) -> bool:
    """Whether the days of a rule in a window are other ones when it begins on another day.

    So they are for "02 năm một lần", and for a rule with more days than `due_days` gives.
    """
    try:
        parts = _read(rule)
        step = int(parts.get("INTERVAL", "1"))
    except ValueError:
        return False
    if step > 1 and not (parts.get("FREQ") == "MONTHLY" and 12 % step == 0):
        return True
    return len(due_days(rule, None, None, window)) == _MOST


_OPEN = dt.date(2000, 1, 1)
_HORIZON = (1, 5, 60)  # years looked through, few of them first


def _later(day: dt.date, years: int) -> dt.date:
    if day.year + years > dt.MAXYEAR:
        return dt.date.max
    year = max(day.year + years, dt.MINYEAR)
    return day.replace(year=year, day=min(day.day, 28))


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _read(rule: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in filter(None, rule.upper().split(";")):
        name, _, value = part.partition("=")
        if name not in _PARTS or not value:
            raise ValueError(rule)
        parts[name] = value
    return parts


def _days(
    parts: dict[str, str], first: dt.date | None, start: dt.date, end: dt.date
) -> Iterator[dt.date]:
    step = int(parts.get("INTERVAL", "1"))
    if not 1 <= step <= 600:
        raise ValueError("interval")
    frequency = parts.get("FREQ")
    if frequency == "YEARLY":
        yield from _yearly(parts, step, first, start, end)
    elif frequency == "MONTHLY":
        yield from _monthly(parts, step, first, start, end)
    elif frequency in ("WEEKLY", "DAILY"):
        yield from _weekly(parts, step, first, start, end)


def _numbers(parts: dict[str, str], name: str) -> list[int]:
    return sorted({int(value) for value in parts[name].split(",")}) if name in parts else []


def _yearly(
    parts: dict[str, str], step: int, first: dt.date | None, start: dt.date, end: dt.date
) -> Iterator[dt.date]:
    months, days = _numbers(parts, "BYMONTH"), _numbers(parts, "BYMONTHDAY")
    # "02 năm một lần" from 2021 on: by the end of 2022, 2024 …
    phase = (first.year if first else 0) + step - 1
    for year in range(start.year, end.year + 1):
        if (year - phase) % step == 0:
            for month in (months if days else run_ends(months)) or [12]:
                yield from _in_month(year, month, days)


def run_ends(months: list[int]) -> list[int]:
    """The last month of each stretch: 3, 4, 5, 9 gives 5 and 9; 1, 11, 12 gives 1."""
    if len(months) == 12:
        return [12]
    return [month for month in months if month % 12 + 1 not in months]


def _monthly(
    parts: dict[str, str], step: int, first: dt.date | None, start: dt.date, end: dt.date
) -> Iterator[dt.date]:
    days = _numbers(parts, "BYMONTHDAY")
    # Quarters and halves are those of the calendar; other steps count from the first day.
    phase = -1 if 12 % step == 0 or first is None else first.year * 12 + first.month - 2
    for count in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        if (count - phase) % step == 0:
            yield from _in_month(count // 12, count % 12 + 1, days)


def _in_month(year: int, month: int, days: list[int]) -> Iterator[dt.date]:
    length = monthrange(year, month)[1]
    for day in days or [-1]:
        number = length + day + 1 if day < 0 else min(day, length)
        if number < 1:
            raise ValueError("day")
        yield dt.date(year, month, number)


def _weekly(
    parts: dict[str, str], step: int, first: dt.date | None, start: dt.date, end: dt.date
) -> Iterator[dt.date]:
    by_week = parts["FREQ"] == "WEEKLY"
    # A week without a day is due on its Sunday.
    named = parts.get("BYDAY", "SU").split(",") if by_week else _WEEKDAYS
    wanted = {_WEEKDAYS.index(day) for day in named}
    origin = first.toordinal() if first else 1
    if by_week:
        origin -= (origin - 1) % 7  # the Monday before: 0001-01-01 was one
    length = 7 if by_week else 1
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        turn = (ordinal - origin) // length
        if (ordinal - 1) % 7 in wanted and (turn + 1) % step == 0:
            yield dt.date.fromordinal(ordinal)
