"""Time expressions as a text has them, before the document tells the years they leave out."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vnplan.parsers.deadlines.lunar import solar_date
from vnplan.records import DeadlineKind

MONTH_END = 0
"""As the day of a `Day`: the last of its month, whichever that is in its year."""

_OLDEST, _LATEST = 1900, 2199


class Unit(StrEnum):
    """How fine the calendar words of an expression are."""

    DAY = "day"
    MONTH = "month"  # also a part of one: "trung tuần tháng 5"
    QUARTER = "quarter"
    PART = "part"  # of a year: "6 tháng đầu năm", "dịp hè"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    NONE = "none"  # no calendar words: "thường xuyên", "sau khi …"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, perhaps without its year or month: "15/12", "ngày 25"; `lunar` counts âm lịch.

    `year` of a lunar day is the lunar one: 23 Chạp before Tết 2025 is (2024, 12, 23).
    """

    year: int | None
    month: int | None
    day: int
    lunar: bool = False
    shift: int = 0  # days added at the end: "a week before Tết"

    def date(self, year: int | None = None) -> dt.date | None:
        """The date, in `year` where the text names none; None where no calendar has such a day."""
        in_year = self.year if self.year is not None else year
        if in_year is None or self.month is None or not _OLDEST <= in_year <= _LATEST:
            return None
        if self.lunar:
            found = solar_date(in_year, self.month, self.day)
            return found + dt.timedelta(days=self.shift) if found is not None else None
        last = calendar.monthrange(in_year, self.month)[1]
        day = last if self.day == MONTH_END else self.day
        if not 1 <= day <= last:
            return None
        return dt.date(in_year, self.month, day) + dt.timedelta(days=self.shift)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression: `text[start:end]` and what it says.

    `first` and `last` are its days, None where it is open or names none. `from_issue` counts from
    the day of the document ("từ nay", "kể từ ngày ký"), `until_issue` up to it ("đến nay");
    `within` is then the ISO 8601 duration to the end ("trong 5 năm tới": P5Y). `this_phase` is the
    period named last before it ("trong giai đoạn này"). `listed` are the stretches of a list
    ("tháng 4 và tháng 10"), between which nothing lies. `of_issue` is the month, quarter or year of
    the day of the document, or one so many later ("trong tháng này", "trong quý tới"). `since` is
    the day from which something recurs ("hằng năm kể từ năm 2027"). `bare` has neither
    a unit nor a preposition ("2026", "2026-2030", "30/11/2025"): a time only where one is expected.
    """

    start: int
    end: int
    kind: DeadlineKind
    first: Day | None = None
    last: Day | None = None
    recurrence: str | None = None
    anchor: str | None = None
    offset: str | None = None
    approximate: bool = False
    from_issue: bool = False
    until_issue: bool = False
    within: str | None = None
    this_phase: bool = False
    bare: bool = False
    unit: Unit = Unit.NONE
    listed: tuple[tuple[Day | None, Day | None], ...] = ()
    of_issue: tuple[Unit, int] | None = None
    since: Day | None = None

    @property
    def needs_year(self) -> bool:
        """Whether the text leaves a year to be found elsewhere."""
        return any(day is not None and day.year is None for day in (self.first, self.last))

    def days(
        self, year: int | None = None, issued_on: dt.date | None = None
    ) -> tuple[dt.date | None, dt.date | None]:
        """First and last day, with `year` for a missing one and `issued_on` for "nay".

        A span that would end before it starts runs into the next year: "tháng 11 đến tháng 3".
        """
        if self.of_issue is not None:
            return _stretch(issued_on, *self.of_issue) if issued_on is not None else (None, None)
        first = self.first.date(year) if self.first is not None else None
        last = self.last.date(year) if self.last is not None else None
        if self.from_issue:
            first = issued_on
            if self.within is not None and issued_on is not None:
                last = after(issued_on, self.within)
        if self.until_issue:
            last = issued_on
        if first is not None and last is not None and last < first:
            if self.last is None or self.last.year is not None or year is None:
                return None, last
            last = self.last.date(year + 1)
        return first, last


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def _stretch(day: dt.date, unit: Unit, shift: int) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the month, quarter or year of `day`, or of one `shift` later."""
    size = _MONTHS[unit]
    begin = (day.year * 12 + day.month - 1) // size * size + size * shift
    days = []
    for month in (begin, begin + size - 1):
        year, of_year = divmod(month, 12)
        if not _OLDEST <= year <= _LATEST:
            return None, None
        days.append((year, of_year + 1))
    last = dt.date(*days[1], calendar.monthrange(*days[1])[1])
    return dt.date(*days[0], 1), last


def after(day: dt.date, duration: str) -> dt.date | None:
    """`day` plus an ISO 8601 duration of years, months, weeks or days; None beyond the calendar.

    The day of the event is not counted and the last day is (Bộ luật Dân sự 2015, Điều 147, 148);
    months and years end on the day of the same number, or the last of a shorter month.
    """
    number, unit = int(duration[1:-1]), duration[-1]
    try:
        if unit in "DW":
            return day + dt.timedelta(days=number * (7 if unit == "W" else 1))
        months = day.year * 12 + day.month - 1 + number * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None
