"""The year that a time leaves out: from its sentence, a heading, the table, the title or the date.

"báo cáo trước ngày 15/12", "Quý III" in a table "Nhiệm vụ năm 2026", "từ nay đến cuối năm".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import regex

from vnplan.parsers.deadlines.expression import TimeExpression, Unit
from vnplan.parsers.deadlines.search import find_times
from vnplan.records import DeadlineKind

_MONTH_AND_DAY = (Unit.DAY, Unit.MONTH, Unit.QUARTER)
_FIRST_MONTH, _BEFORE_SCHOOL = 9, 8  # schools gather in August, the year begins in September
_SENTENCE = 6  # expressions of one sentence, at most
_CITED = regex.compile(r"(?:số\s+\d|/\s?\d{4}\s?/|ngày\s+\d)", regex.IGNORECASE)


def year_named(text: str) -> int | None:
    """The one year that a heading, caption or title is about; None where it names none or many."""
    if _CITED.search(text):
        return None
    years = {
        day.year
        for item in find_times(text)
        if item.kind in (DeadlineKind.PERIOD, DeadlineKind.POINT) and not item.bare
        for day in (item.first, item.last)
        if day is not None and day.year is not None
    }
    return years.pop() if len(years) == 1 else None


def first_year_named(text: str) -> int | None:
    """The year in which the period of a title begins ("giai đoạn 2026 - 2030")."""
    for item in find_times(text):
        if item.kind is DeadlineKind.PERIOD and item.first is not None:
            return item.first.year
    return None


def school_year_named(text: str) -> tuple[int, int] | None:
    """The two years of the school year that a title is about ("năm học 2025-2026")."""
    for item in find_times(text):
        if item.unit is Unit.SCHOOL_YEAR and item.first is not None and item.first.year is not None:
            autumn = item.first.year if item.first.month == _FIRST_MONTH else item.first.year - 1
            return autumn, autumn + 1
    return None


class Years:
    """Finds missing years in one document, and says whether they were missing."""

    def __init__(self, issued_on: dt.date | None, title: str | None) -> None:
        self._issued_on = issued_on
        self._title_year = year_named(title) if title else None
        self._plan_start = first_year_named(title) if title else None
        self._school = school_year_named(title) if title else None
        self._known: dict[str, int | None] = {}
        self._phase: tuple[dt.date, dt.date] | None = None
        for item in find_times(title) if title else ():
            self.note(item)

    def note(self, item: TimeExpression) -> None:
        """Takes in a period of several years: "giai đoạn này" looks back to the last of them."""
        if item.kind is not DeadlineKind.PERIOD or item.unit is not Unit.YEAR:
            return
        first, last = item.days()
        if first is not None and last is not None and last.year > first.year:
            self._phase = first, last

    @property
    def single(self) -> int | None:
        """The one year that the plan is for ("Kế hoạch … năm 2026"); None for any other."""
        return self._title_year

    def resolve(
        self,
        item: TimeExpression,
        earlier: Sequence[TimeExpression],
        headings: Iterable[str],
    ) -> tuple[dt.date | None, dt.date | None, bool]:
        """First and last day of `item`, and whether anything in them was inferred.

        `earlier`: the expressions before it in its line; `headings`: nearest first.
        """
        if item.this_phase:
            return (*self._phase, True) if self._phase is not None else (None, None, False)
        inferred = item.needs_year or item.from_issue or item.until_issue
        if not item.needs_year:
            first, last = item.days(None, self._issued_on)
            return first, last, inferred and (first, last) != (None, None)
        year = self._from_sentence(earlier)
        if year is None and not item.from_issue:
            year = self._from_headings(headings)
        if year is not None:
            first, last = item.days(year, self._issued_on)
        else:
            first, last = self._from_document(item)
        return first, last, (first, last) != (None, None)

    @staticmethod
    def _from_sentence(earlier: Sequence[TimeExpression]) -> int | None:
        """ "Riêng năm 2020 hoàn thành trong quý II"."""
        for item in reversed(earlier[-_SENTENCE:]):
            if item.unit is Unit.YEAR and item.first is not None and item.last is not None:
                return item.first.year if item.first.year == item.last.year else None
        return None

    def _from_headings(self, headings: Iterable[str]) -> int | None:
        for heading in headings:
            if heading not in self._known:
                self._known[heading] = year_named(heading)
            year = self._known[heading]
            if year is not None:
                return year
        return None

    def _from_document(self, item: TimeExpression) -> tuple[dt.date | None, dt.date | None]:
        """The plan's own year; else the year of the document, or the next one if that is past.

        In a plan for a school year the months from August on are those of its first year.
        """
        issued = self._issued_on
        day = item.first or item.last
        if self._school is not None and day is not None and day.month and not item.from_issue:
            return item.days(self._school[day.month < _BEFORE_SCHOOL], issued)
        if issued is None:
            return item.days(self._title_year or self._plan_start)
        year = issued.year
        for of_plan in (self._title_year, self._plan_start):
            if of_plan is not None and of_plan > year:
                return item.days(of_plan, issued)
        first, last = item.days(year, issued)
        end = last or first
        coming = item.unit in _MONTH_AND_DAY or item.approximate  # not "6 tháng đầu năm"
        if end is not None and end < issued and coming:
            return item.days(year + 1, issued)
        return first, last
