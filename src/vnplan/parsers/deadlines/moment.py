"""A moment: one stretch of the calendar that a text names; the figures they all are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vnplan.parsers.deadlines.expression import Day, Unit


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar named at `text[start:end]`.

    `bare`: figures without their unit ("12/2025", "2026"). Both days are None where the text leaves
    a blank ("ngày … tháng 12 năm 2025").
    """

    start: int
    end: int
    unit: Unit
    first: Day | None
    last: Day | None
    approximate: bool = False
    bare: bool = False

    @property
    def year(self) -> int | None:
        day = self.last or self.first
        return day.year if day is not None else None

    @property
    def month(self) -> int | None:
        return self.last.month if self.last is not None else None

    def in_year(self, year: int | None) -> Moment:
        """The same with `year` where none is named."""
        return replace(self, first=_in_year(self.first, year), last=_in_year(self.last, year))

    def in_month(self, month: int | None) -> Moment:
        """The same with `month` where none is named ("ngày 08" of "08 đến 10 tháng 12")."""
        if self.month is not None or self.first is None or self.last is None:
            return self
        return replace(
            self, first=replace(self.first, month=month), last=replace(self.last, month=month)
        )


def _in_year(day: Day | None, year: int | None) -> Day | None:
    return replace(day, year=year) if day is not None and day.year is None else day


YEAR = r"(?:19[4-9]\d|20\d\d|21[0-4]\d)(?!\d|/\s?[\da-zđ]|[.,]\d)"
YEAR_TAIL = (
    rf"(?:\s?[/.\-]\s?(?P<y>{YEAR})|\s*,?\s*(?:của\s+)?năm\s+(?P<y>{YEAR})|\s+(?P<y>{YEAR}))?"
)
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
DAY_OF_MONTH = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
QUARTER = r"(?:[il]v|[il]{1,3}|[1-4]|một|hai|ba|bốn|tư)(?![\p{L}\d])"  # "Quý l/2026" of a scan


def year_of(match: regex.Match[str]) -> int | None:
    """The year in the group `y`, if there is one."""
    return int(match["y"]) if match["y"] else None
