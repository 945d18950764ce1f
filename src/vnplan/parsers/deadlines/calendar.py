"""Named stretches of the calendar as first and last days; a year of None stays open.

Where the edges of a year or month mean a day, it is the one of Bộ luật Dân sự 2015, Điều 146:
đầu năm 1 January, giữa năm 30 June, cuối năm 31 December; đầu tháng the 1st, giữa tháng the 15th,
cuối tháng the last day.
"""

from __future__ import annotations

import regex

from vnplan.parsers.deadlines.expression import MONTH_END, Day

Days = tuple[Day, Day]
"""First and last day of a stretch."""

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
LUNAR_MONTHS = {"giêng": 1, "chạp": 12, "tết": 1}
_NUMBER_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "sáu mươi": 60,
    "chín mươi": 90,
}  # fmt: skip
NUMBER = (
    r"(?:\d{1,4}|mười(?:\s+(?:một|hai|lăm))?|(?:hai|ba|sáu|chín)\s+mươi"
    r"|một|hai|ba|bốn|tư|năm(?!\s+\d)|sáu|bảy|bẩy|tám|chín)"
)
"""A whole number in digits or words, in folded text."""

_BLANK = regex.compile(r"\s+")


def number(text: str) -> int:
    """The value of what `NUMBER` matched."""
    return int(text) if text.isdigit() else _NUMBER_WORDS[_BLANK.sub(" ", text)]


def quarter(text: str) -> int:
    """The number of a quarter: "III", "3", "ba"; the letter l of a scan stands for I."""
    return int(text) if text.isdigit() else _QUARTERS[text.replace("l", "i")]


def year_days(year: int | None) -> Days:
    return Day(year, 1, 1), Day(year, 12, 31)


def month_days(year: int | None, month: int) -> Days:
    return Day(year, month, 1), Day(year, month, MONTH_END)


def quarter_days(year: int | None, quarter: int) -> Days:
    return Day(year, quarter * 3 - 2, 1), Day(year, quarter * 3, MONTH_END)


def first_months(year: int | None, months: int) -> Days:
    """ "6 tháng đầu năm": from January on."""
    return Day(year, 1, 1), Day(year, months, MONTH_END)


def last_months(year: int | None, months: int) -> Days:
    """ "6 tháng cuối năm": up to December."""
    return Day(year, 13 - months, 1), Day(year, 12, 31)


def school_year_days(start: int, end: int) -> Days:
    """Năm học: September to May; the exact days are set anew each year."""
    return Day(start, 9, 1), Day(end, 5, 31)


def term_days(start: int, end: int, term: int) -> Days:
    """Học kỳ I ends about the middle of January."""
    if term == 1:
        return Day(start, 9, 1), Day(end, 1, 15)
    return Day(end, 1, 16), Day(end, 5, 31)


def summer_days(year: int | None) -> Days:
    """Dịp hè: the school holidays, June to August."""
    return Day(year, 6, 1), Day(year, 8, 31)


def new_year_days(year: int | None) -> Days:
    """Dịp Tết Nguyên đán: from the week before to mùng 6, the holidays officials keep."""
    return Day(year, 1, 1, lunar=True, shift=-7), Day(year, 1, 6, lunar=True)


def third_days(year: int | None, month: int, third: str) -> Days:
    """Thượng, trung, hạ tuần: the first, second and last ten days of a month."""
    edges = {"thượng": (1, 10), "trung": (11, 20), "hạ": (21, MONTH_END)}[third]
    return Day(year, month, edges[0]), Day(year, month, edges[1])


def week_days(year: int | None, month: int, week: int) -> Days:
    """The n-th week of a month, counted in sevens; 5 and more is the last."""
    if week > 4:
        return Day(year, month, MONTH_END, shift=-6), Day(year, month, MONTH_END)
    return Day(year, month, week * 7 - 6), Day(year, month, week * 7)


def edge_day(edge: str, year: int | None, first_month: int, last_month: int) -> Day:
    """The day that "đầu", "giữa" or "cuối" of a year, quarter or month means."""
    if edge == "đầu":
        return Day(year, first_month, 1)
    if edge == "cuối":
        return Day(year, last_month, MONTH_END)
    if first_month == last_month:
        return Day(year, first_month, 15)
    middle = (first_month + last_month) // 2
    return Day(year, middle, MONTH_END if last_month - first_month > 2 else 15)
