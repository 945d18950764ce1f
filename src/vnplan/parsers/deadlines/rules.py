"""Recurrence rules (RFC 5545 RRULE, without their name) for what Vietnamese periods mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnplan.parsers.deadlines.expression import MONTH_END, Day, Unit

_LEAP_YEAR = 2024  # has every day of any year

_FREQUENCY = {
    "ngày": ("DAILY", 1),
    "tuần": ("WEEKLY", 1),
    "tháng": ("MONTHLY", 1),
    "quý": ("MONTHLY", 3),
    "năm": ("YEARLY", 1),
}

QUARTER_MONTHS = {"đầu": (1, 4, 7, 10), "giữa": (2, 5, 8, 11), "cuối": (3, 6, 9, 12)}
"""Tháng đầu, giữa, cuối quý."""

MONTH_END_DAY = -1
"""The last day of a month as BYMONTHDAY tells it."""

_WEEKDAYS = {
    "hai": "MO",
    "2": "MO",
    "ba": "TU",
    "3": "TU",
    "tư": "WE",
    "4": "WE",
    "năm": "TH",
    "5": "TH",
    "sáu": "FR",
    "6": "FR",
    "bảy": "SA",
    "bẩy": "SA",
    "7": "SA",
    "nhật": "SU",
}  # fmt: skip


def every(unit: str, count: int = 1) -> str | None:
    """Every `count` units of "ngày", "tuần", "tháng", "quý" or "năm"; None for a count of none."""
    frequency, step = _FREQUENCY[unit]
    interval = step * count
    if not 1 <= interval <= 600:
        return None
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def yearly_on(days: Sequence[Day | None], unit: Unit) -> str | None:
    """Every year by the last of `days`, or through the months they span.

    None where no year has such a day ("31/11 hằng năm").
    """
    first, last = days[0], days[-1]
    if last is None or last.month is None or last.lunar:
        return "FREQ=YEARLY"
    on_a_day = unit is Unit.DAY or first == last
    if on_a_day:
        if last.day != MONTH_END and last.date(_LEAP_YEAR) is None:
            return None
        day = -1 if last.day == MONTH_END else last.day
        return f"FREQ=YEARLY;BYMONTH={last.month};BYMONTHDAY={day}"
    start = first.month if first is not None and first.month is not None else last.month
    if (start, last.month) == (1, 12):
        return "FREQ=YEARLY"
    span = (last.month - start) % 12 + 1
    months = sorted((start + step - 1) % 12 + 1 for step in range(span))
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}"


def on_days_of_month(first: Day | None, last: Day | None) -> str | None:
    """Every year on each day from `first` to `last` of one month: "Tuần lễ Biển (01 - 08/6)"."""
    if first is None or last is None or first.month is None or first.month != last.month:
        return None
    if not 1 <= first.day < last.day:
        return None
    days = ",".join(map(str, range(first.day, last.day + 1)))
    return f"FREQ=YEARLY;BYMONTH={first.month};BYMONTHDAY={days}"


def yearly_in(days: Sequence[tuple[Day | None, Day | None]]) -> str | None:
    """Every year in the months of each stretch alone: "tháng 3 và tháng 9", "quý I và quý III"."""
    months: set[int] = set()
    for first, last in days:
        if first is None or last is None or not first.month or not last.month:
            return None
        months.update(range(first.month, last.month + 1))
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, sorted(months)))}"


def in_each_quarter(day: int | None, month: str) -> str:
    """In the first, middle or last month of every quarter, on a day of it where one is told."""
    months = ",".join(map(str, QUARTER_MONTHS[month]))
    return f"FREQ=YEARLY;BYMONTH={months}" + (f";BYMONTHDAY={day}" if day is not None else "")


def on_last_day(unit: str) -> str:
    """On the last day of every "tháng", "quý" or "năm"."""
    if unit == "quý":
        return in_each_quarter(MONTH_END_DAY, "cuối")
    return f"{every(unit)}{';BYMONTH=12' if unit == 'năm' else ''};BYMONTHDAY={MONTH_END_DAY}"


def on_day_of(months: Iterable[int], day: int) -> str:
    """Every year on one day of several months: "ngày 05 các tháng 3, 6, 9, 12"."""
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, sorted(set(months))))};BYMONTHDAY={day}"


def on_month_day(unit: str, *days: int) -> str:
    """On days of every month ("ngày 15 và 25 hằng tháng"), of every third ("ngày 25 hằng quý")."""
    return f"{every(unit)};BYMONTHDAY={','.join(map(str, sorted(set(days))))}"


def in_month_week(week: int, word: str | None) -> str:
    """Every month in its n-th week, -1 for the last, on the weekday named by `word`, if any."""
    return "FREQ=MONTHLY" + (f";BYDAY={week}{_WEEKDAYS[word]}" if word else "")


def weekly_on(words: Sequence[str]) -> str:
    """Every week on the weekdays named by the last word of each: "sáu", "nhật"."""
    codes = sorted({_WEEKDAYS[word] for word in words}, key="MOTUWETHFRSASU".index)
    return f"FREQ=WEEKLY;BYDAY={','.join(codes)}"


def daily_at(clock: Sequence[tuple[int, int]]) -> str:
    """Every day at the given times, where RFC 5545 can say so: all at the same minute."""
    hours = ",".join(str(hour) for hour in sorted({hour for hour, _ in clock}))
    minutes = {minute for _, minute in clock}
    if len(minutes) != 1:
        return "FREQ=DAILY"
    return f"FREQ=DAILY;BYHOUR={hours};BYMINUTE={minutes.pop()}"
