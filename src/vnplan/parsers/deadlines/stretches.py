"""Parts of a year, quarter or month: "6 tháng đầu năm", "nửa cuối tháng 5", "tuần 2 tháng 3".

Each pattern stands beside what makes a moment of it; `moments` looks them up by their first letter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import regex

from vnplan.parsers.deadlines import calendar
from vnplan.parsers.deadlines.expression import Unit
from vnplan.parsers.deadlines.moment import MONTH, QUARTER, YEAR, YEAR_TAIL, Moment, year_of

Reader = tuple[regex.Pattern[str], Callable[[regex.Match[str]], Moment | None]]

# "6 tháng đầu năm 2025", "sáu tháng cuối năm", "những tháng cuối năm"
_MONTHS_OF_YEAR = regex.compile(
    rf"(?:(?P<n>{calendar.NUMBER})|các|những)\s+tháng\s+(?P<edge>đầu|cuối)\s+(?:của\s+)?năm"
    rf"(?!\s+học)(?:\s+(?P<y>{YEAR}))?"
)
# "10 ngày đầu tháng 6", "05 ngày cuối tháng 12/2026"
_DAYS_OF_MONTH = regex.compile(
    rf"(?P<n>\d{{1,2}})\s+(?P<unit>ngày|tuần)\s+(?P<edge>đầu|cuối)\s+(?:của\s+)?tháng\s+(?P<m>{MONTH}){YEAR_TAIL}"
)
# "quý đầu năm 2026", "quý cuối năm"
_QUARTER_OF_YEAR = regex.compile(
    rf"qu[ýí]\s+(?P<edge>đầu|cuối)\s+(?:tiên\s+|cùng\s+)?(?:của\s+)?năm(?!\s+học)(?:\s+(?P<y>{YEAR}))?"
)
_HALF = regex.compile(rf"nửa\s+(?P<edge>đầu|cuối)\s+năm(?!\s+học)(?:\s+(?P<y>{YEAR}))?")
_HALF_MONTH = regex.compile(rf"nửa\s+(?P<edge>đầu|cuối)\s+tháng\s+(?P<m>{MONTH}){YEAR_TAIL}")
# "cuối năm 2025", "đầu tháng 5/2021", "giữa quý II/2026"
_EDGE = regex.compile(
    rf"""
    (?P<edge>đầu|giữa|cuối)\s+
    (?: năm(?!\s+học)(?:\s+(?P<y>{YEAR}))? | tháng\s+(?P<m>{MONTH}){YEAR_TAIL}
      | qu[ýí]\s+(?P<q>{QUARTER}){YEAR_TAIL} )
    """,
    regex.VERBOSE,
)
_THIRD = regex.compile(rf"(?P<third>thượng|trung|hạ)\s+tuần\s+tháng\s+(?P<m>{MONTH}){YEAR_TAIL}")
_WEEK = regex.compile(
    rf"tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<n>đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|nhất|{calendar.NUMBER})"
    r"(?:\s*(?:,|và|-)\s*(?:tuần\s+)?(?P<n>[1-5])){0,4}\s+"
    rf"(?:của\s+)?tháng\s+(?P<m>{MONTH}){YEAR_TAIL}"
)


def _months_of_year(match: regex.Match[str]) -> Moment | None:
    year = year_of(match)
    if match["n"] is None:  # "những tháng cuối năm": no telling where they begin or end
        january, december = calendar.year_days(year)
        first = january if match["edge"] == "đầu" else None
        last = december if first is None else None
        return Moment(match.start(), match.end(), Unit.PART, first, last, approximate=True)
    months = calendar.number(match["n"])
    if not 1 <= months <= 12:
        return None
    part = calendar.first_months if match["edge"] == "đầu" else calendar.last_months
    return Moment(match.start(), match.end(), Unit.PART, *part(year, months))


def _half(match: regex.Match[str]) -> Moment:
    part = calendar.first_months if match["edge"] == "đầu" else calendar.last_months
    return Moment(match.start(), match.end(), Unit.PART, *part(year_of(match), 6))


def _days_of_month(match: regex.Match[str]) -> Moment | None:
    first, last = calendar.month_days(year_of(match), int(match["m"]))
    days = int(match["n"]) * (7 if match["unit"] == "tuần" else 1)
    if not 1 <= days <= 28:
        return None
    if match["edge"] == "đầu":
        last = replace(first, day=days)
    else:
        first = replace(last, shift=1 - days)
    return Moment(match.start(), match.end(), Unit.PART, first, last)


def _quarter_of_year(match: regex.Match[str]) -> Moment:
    days = calendar.quarter_days(year_of(match), 1 if match["edge"] == "đầu" else 4)
    return Moment(match.start(), match.end(), Unit.QUARTER, *days)


def _half_month(match: regex.Match[str]) -> Moment:
    first, last = calendar.month_days(year_of(match), int(match["m"]))
    if match["edge"] == "đầu":
        last = replace(first, day=15)
    else:
        first = replace(first, day=16)
    return Moment(match.start(), match.end(), Unit.PART, first, last)


def _edge(match: regex.Match[str]) -> Moment:
    if match["m"]:
        months = int(match["m"]), int(match["m"])
    elif match["q"]:
        quarter = calendar.quarter(match["q"])
        months = quarter * 3 - 2, quarter * 3
    else:
        months = 1, 12
    day = calendar.edge_day(match["edge"], year_of(match), *months)
    approximate = match["edge"] != "cuối"
    return Moment(match.start(), match.end(), Unit.PART, day, day, approximate=approximate)


def _third(match: regex.Match[str]) -> Moment:
    first, last = calendar.third_days(year_of(match), int(match["m"]), match["third"])
    return Moment(match.start(), match.end(), Unit.MONTH, first, last)


_WEEKS = {"đầu": 1, "nhất": 1, "cuối": 5}


def _week(match: regex.Match[str]) -> Moment | None:
    named = match.captures("n")
    weeks = [_WEEKS.get(one.split()[0]) or calendar.number(one) for one in (named[0], named[-1])]
    if not all(1 <= week <= 5 for week in weeks):
        return None
    year, month = year_of(match), int(match["m"])
    first = calendar.week_days(year, month, weeks[0])[0]
    last = calendar.week_days(year, month, weeks[1])[1]
    return Moment(match.start(), match.end(), Unit.MONTH, first, last, approximate=True)


YEAR_PARTS: Reader = (_MONTHS_OF_YEAR, _months_of_year)
STRETCHES: dict[str, tuple[Reader, ...]] = {
    "n": (YEAR_PARTS, (_HALF, _half), (_HALF_MONTH, _half_month)),
    "q": ((_QUARTER_OF_YEAR, _quarter_of_year),),
    "t": ((_THIRD, _third), (_WEEK, _week)),
    "h": ((_THIRD, _third),),
    "đ": ((_EDGE, _edge),),
    "g": ((_EDGE, _edge),),
    "c": ((_EDGE, _edge), YEAR_PARTS),
    "0": ((_DAYS_OF_MONTH, _days_of_month), YEAR_PARTS),
}
"""The readers by the first letter of what they read, "0" for a figure."""
