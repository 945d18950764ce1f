"""What a newspaper says of a document whose text it prints without letterhead.

"LTS: Ngày 14-11-2016, Ban Chấp hành Đảng bộ tỉnh khóa XIII đã ban hành Nghị quyết số 10-NQ/TU về
huy động nguồn lực …. Báo Ninh Thuận trân trọng giới thiệu toàn văn Nghị quyết."
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import types
from vnplan.lexicon.types import TypeName
from vnplan.parsers.dates import date_at
from vnplan.parsers.number_search import NumberMatch, find_numbers
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_LINES = 6
_LONGEST = 900
_DAY = regex.compile(r"(?:^|(?<=[.:]\s))Ngày\s(?=\d)")
_ISSUED = regex.compile(
    r",\s(?P<issuer>\p{Lu}[^\n.:;]{5,120}?)\s(?:vừa|đã)?+\s?(?:ký\s)?ban hành\s"
    r"(?P<type>\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3})\ssố\s?:?\s?"
)
_TITLE = regex.compile(r"\s(?P<title>(?:về|V/v)\s[^\n]{10,500}?)(?=\.\s|[.;]?$)")
# a plan may open so too ("Ngày …, Chính phủ ban hành Nghị quyết số …; UBND tỉnh xây dựng …"):
# only a page that says it prints the text tells of the text it prints
_PRINTS = regex.compile(
    r"(?:LTS|toàn văn|(?:xin|trân trọng)\s(?:trân trọng\s)?(?:giới thiệu|đăng))(?!\p{L})"
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """`place` (of the number), `issuer`, `day` and `title` are stretches of the text of `line`;
    `title` may be empty."""

    line: LogicalLine
    number: NumberMatch
    place: tuple[int, int]
    type: TypeName
    issued_on: dt.date
    day: tuple[int, int]
    issuer: tuple[int, int]
    title: tuple[int, int]


def find_announcement(lines: Sequence[LogicalLine]) -> Announcement | None:
    """The line above the text that says who issued what and when; None without it."""
    for line in lines[:_LINES]:
        if len(line.text) <= _LONGEST and _PRINTS.search(line.text) is not None:
            found = _read(line)
            if found is not None:
                return found
    return None


def _read(line: LogicalLine) -> Announcement | None:
    opening = _DAY.search(line.text)
    if opening is None:
        return None
    day = date_at(line.text, opening.start()) or date_at(line.text, opening.end())
    if day is None or day.value is None:
        return None
    issued = _ISSUED.match(line.text, day.end)
    if issued is None:
        return None
    entry = types.by_name(fold(issued["type"]))
    number = next(find_numbers(line.text[issued.end() :]), None)
    if entry is None or number is None or number.start > 0 or number.reading is None:
        return None
    title = _TITLE.match(line.text, issued.end() + number.end)
    end = issued.end() + number.end
    return Announcement(
        line=line,
        number=number,
        place=(issued.end(), end),
        type=entry,
        issued_on=day.value,
        day=(opening.start(), day.end),
        issuer=issued.span("issuer"),
        title=title.span("title") if title is not None else (end, end),
    )
