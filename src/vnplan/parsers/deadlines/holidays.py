"""School years, holidays and feasts: what the calendar of a school or of the people names.

năm học 2025-2026 · cuối năm học 2025-2026 · dịp hè 2026 · Tết Nguyên đán Bính Ngọ · dịp Tết Trung
thu năm 2026 · trước, trong và sau Tết

Only the patterns and their days; `moments` makes moments of them. All of them are approximate: the
days of a school year and the holidays are set anew each year.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from vnplan.parsers.deadlines import calendar
from vnplan.parsers.deadlines.calendar import Days
from vnplan.parsers.deadlines.expression import Day

_YEAR = r"(?:19[4-9]\d|20\d\d)(?!\d|/\s?[\da-zđ]|[.,]\d)"
SCHOOL_YEAR = regex.compile(
    r"(?:học\s+kỳ\s+(?P<term>ii|i|2|1)\s*,?\s*(?:của\s+)?|(?P<edge>đầu|cuối|hết|kết\s+thúc)\s+)?năm\s+học\s+"
    r"(?P<from>20\d\d)\s?[-/]\s?(?P<to>20\d\d)(?!\d)"
)
# not "vụ Hè Thu 2022", a crop, nor "một mùa hè vui khỏe"
_SUMMER = regex.compile(
    r"(?<!một\smùa\s)(?:(?:kỳ\s+)?nghỉ\s+)?hè(?!\s?[-–]?\s?thu(?!\p{L}))"
    rf"(?:\s+(?:năm\s+)?(?P<y>{_YEAR}))?(?!\p{{L}})"
)
_STEMS = r"(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+\p{L}{2,4}"
# "Tết Nguyên đán Ất Tỵ năm 2025", "Tết Nguyên đán", "Tết 2026"
_NEW_YEAR = regex.compile(
    rf"(?:nghỉ\s+)?tết\s+(?:(?:nguyên\s+đán|âm\s+lịch|cổ\s+truyền)(?:\s+{_STEMS})?"
    rf"(?:\s*[,\-(]?\s*(?:năm\s+)?(?P<y>{_YEAR})\)?)?|(?:{_STEMS}\s*,?\s*)?(?:năm\s+)?(?P<y>{_YEAR}))"
)
# "trước, trong và sau Tết": with a small letter or before other words it is some feast
_TET = regex.compile(
    r"(?:nghỉ\s+)?tết(?=\s*(?:[,.;:)]|$|và\s|cho\s|theo\s|hằng\s|hàng\s|để\s|tại\s|trên\s))"
)
_FEAST = regex.compile(
    rf"tết\s+(?P<feast>trung\s+thu|dương\s+lịch|đoan\s+ngọ)(?:\s*,?\s*(?:năm\s+)?(?P<y>{_YEAR}))?(?!\p{{L}})"
)
_FEASTS = {"trung": (8, 15, True), "đoan": (5, 5, True), "dương": (1, 1, False)}


def school_year(match: regex.Match[str]) -> Days | None:
    """None where the second year is not the next one."""
    start, end = int(match["from"]), int(match["to"])
    if end != start + 1:
        return None
    if match["term"]:
        return calendar.term_days(start, end, 2 if match["term"] in ("ii", "2") else 1)
    first, last = calendar.school_year_days(start, end)
    if match["edge"]:
        first = last = first if match["edge"] == "đầu" else last
    return first, last


def _summer(match: regex.Match[str]) -> Days:
    return calendar.summer_days(_year(match))


def _new_year(match: regex.Match[str]) -> Days:
    return calendar.new_year_days(_year(match) if "y" in match.groupdict() else None)


def _feast(match: regex.Match[str]) -> Days:
    month, number, lunar = _FEASTS[match["feast"].split()[0]]
    day = Day(_year(match), month, number, lunar=lunar)
    return day, day


def _year(match: regex.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None


HOLIDAYS: tuple[tuple[regex.Pattern[str], Callable[[regex.Match[str]], Days]], ...] = (
    (_SUMMER, _summer),
    (_NEW_YEAR, _new_year),
    (_FEAST, _feast),
    (_TET, _new_year),
)
"""Patterns of a holiday, each with what reads its first and last day."""

BARE = frozenset({_TET})
"""Those that are a time only behind a word that says so ("dịp Tết", "trước Tết")."""
