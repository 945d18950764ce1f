"""Calendar words: one day, month, quarter, year … at a place of a folded text.

A *moment* is what stands between the prepositions: in "từ ngày 15/11 đến ngày 20/11/2025" there are
two. All patterns here match folded text (`vnplan.text.fold.fold_characters`): lower case, one
hyphen, offsets as in the original.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.dates import DAY, date_at
from vnplan.parsers.deadlines import calendar, holidays
from vnplan.parsers.deadlines.expression import Day, Unit
from vnplan.parsers.deadlines.holidays import SCHOOL_YEAR
from vnplan.parsers.deadlines.moment import (
    DAY_OF_MONTH,
    MONTH,
    QUARTER,
    YEAR,
    YEAR_TAIL,
    Moment,
    year_of,
)
from vnplan.parsers.deadlines.stretches import STRETCHES, YEAR_PARTS, Reader

_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)"
HOUR = (
    r"\d{1,2}\s?(?:giờ(?!\p{L})|h(?!\p{L})|g(?=\d)|:(?=\d\d))(?:\s?\d{1,2})?(?:\s?phút|\s?['’′])?"
)

_PART_OF_DAY = (
    r"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+(?=\d|ngày|thứ|chủ|các)(?:các\s+(?=ngày))?)"
)
# "16h ngày 22/7/2026", "17 giờ 00 phút, ngày …", "13h30 thứ Hai ngày 06/7/2026",
# "chiều ngày 28/12", "8h00-10h00 ngày 28/12"
_CLOCK = regex.compile(
    rf"{_PART_OF_DAY}?(?:(?:{HOUR}\s*(?:-|đến|tới)\s*)?{HOUR}\s*,?\s*(?:(?:của|trong)\s+)?{_PART_OF_DAY}?)?"
    rf"(?:ngày\s+(?=thứ|chủ))?(?:{_WEEKDAY}\s*,?\s*(?:\(\s*)?)?"
)
# "ngày 15/12", "ngày 15-12", "ngày 22 tháng 12", "ngày mùng 6 tháng Giêng", "30/10 hằng năm",
# "từ 10.9 - 10.10", "xong trước 30-4;"
_SHORT_DAY = regex.compile(
    rf"""
    (?: ngày\s+(?:mùng\s+|mồng\s+)?(?P<d>{DAY_OF_MONTH})\s?[/.\-]\s?(?P<m>{MONTH})(?![/.\-]?\d)
      | (?:ngày\s+)?(?:mùng\s+|mồng\s+)?(?P<d>{DAY_OF_MONTH})\s+tháng\s+(?P<m>{MONTH}|giêng|chạp)
      | (?<![\d/.,\-])(?!24/7)(?P<d>{DAY_OF_MONTH})/(?P<m>{MONTH})
          (?![/.]?\d|-\d(?!\d?/\d))(?=\s*(?:[,.;:)\]/“”"\n]|$|
            (?:hằng|hàng|mỗi|của|và|hoặc|đến|để|gửi|về|báo|các|phải|năm)\s|-))
      | (?:ngày\s+)?(?:mùng|mồng)\s+(?P<d>{DAY_OF_MONTH})\s+(?P<m>tết)(?!\p{{L}})
      | (?<=từ\s)(?P<d>{DAY_OF_MONTH})-(?P<m>{MONTH})
          (?=\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:ngày\s+|tháng\s+)?\d{{1,2}}\s?[\-/]\s?\d)
      | (?<=(?<!(?:điểm|mục|khoản|tiết|chí|số|biểu|lục|tiêu)\s)từ\s)
          (?P<d>{DAY_OF_MONTH})\.(?P<m>{MONTH})(?=\s*-\s*{DAY_OF_MONTH}\.{MONTH}
          (?!\s?[%‰\d]|[.,]\d|\s?(?:triệu|tỷ|nghìn|điểm|ha|tấn|km|m\d?)(?!\p{{L}})))
      | (?<=trước\s)(?P<d>{DAY_OF_MONTH})-(?P<m>{MONTH})(?=\s*(?:[,;)]|\.?$|\.\s)) )
    (?P<lunar>\s*\(?(?:âm\s+lịch|âl)\)?)?
    """,
    regex.VERBOSE,
)
# "ngày 08" of "từ ngày 08 đến ngày 10 tháng 12", "ngày 25 của tháng cuối quý"
_DAY_ALONE = regex.compile(rf"ngày\s+(?:mùng\s+|mồng\s+)?(?P<d>{DAY_OF_MONTH})(?!\s?[/.]\s?\d)")
# "20" of "từ 20-21/3/2019"
_DAY_OF_RANGE = regex.compile(
    rf"(?<![\d/.,\-])(?P<d>{DAY_OF_MONTH})(?=\s?-\s?{DAY_OF_MONTH}/{MONTH}"
    rf"|\s(?:đến|tới)\s(?:hết\s)?{DAY_OF_MONTH}(?:/{MONTH}/{YEAR}|\s+tháng\s+{MONTH}))"
)
# "24" of "24, 25 và 26 tháng 8 năm 2026", "27" of "27 và 28/6/2024"
_DAY_OF_LIST = regex.compile(
    rf"(?<![\d/.,\-])(?P<d>{DAY_OF_MONTH})(?=(?:\s*,\s*{DAY_OF_MONTH}){{0,6}}\s*(?:,|và)\s*{DAY_OF_MONTH}"
    rf"(?:\s+tháng\s+{MONTH}|/{MONTH}/{YEAR}))"
)
# "tháng 12 năm 2025", "tháng 12/2025", "tháng 3"
_MONTH_NAMED = regex.compile(rf"tháng\s*(?P<m>{MONTH}(?!%)){YEAR_TAIL}")
# "T10-T12/2025"
_MONTH_SHORT = regex.compile(
    rf"t\.?\s?(?P<m>{MONTH})(?:\s?[/.]\s?(?P<y>{YEAR})|(?=\s?-\s?t\d|\s*(?:[,;)]|$)))"
)
# "12/2025", "T12/2025", "12.2025"
_MONTH_BARE = regex.compile(rf"t?\s?(?P<m>{MONTH})\s?[/.]\s?(?P<y>{YEAR})")
# "10-11/2019": months as "12/2019" beside it in a column of times; "ngày 03-9/2019" is a day
_MONTHS = regex.compile(
    rf"(?<![\d/.,\-]|ngày\s)(?P<a>{MONTH})\s?[-–]\s?(?P<m>{MONTH})\s?/\s?(?P<y>{YEAR})(?![\d/])"
)
# "2027" of "Quý III, IV/2026, 2027"
_NEXT_YEAR = regex.compile(rf"(?:năm\s+)?(?P<y>{YEAR})(?=\s*(?:[,;.)]|$))")
# "quý IV/2025", "Quý III Năm 2026", "quí 4 năm 2025"
_QUARTER_NAMED = regex.compile(rf"qu[ýí]\s*(?:thứ\s+)?(?P<q>{QUARTER}){YEAR_TAIL}")
# "Q4/2025", "Q.IV/2025"
_QUARTER_SHORT = regex.compile(rf"q\.?\s?(?P<q>{QUARTER})\s?[/.\-]\s?(?P<y>{YEAR})")
# "Q.III" in a column of times; elsewhere it is a district of a town
_QUARTER_LETTER = regex.compile(rf"q\.?\s?(?P<q>{QUARTER})(?P<y>)(?=\s*(?:[,;)]|-|$))")
_QUARTER_BARE = regex.compile(rf"(?P<q>{QUARTER}){YEAR_TAIL}")
_YEAR_NAMED = regex.compile(rf"năm\s+(?P<y>{YEAR})")
YEAR_BARE = regex.compile(rf"(?P<y>{YEAR})")
# "(tức từ ngày 23 tháng Chạp năm Mậu Tuất …)": a gloss of the day before it
_GLOSS = regex.compile(r"\s*\((?:tức|nhằm|âm\s+lịch)[^()\n]{0,140}\)")


# What an hour or weekday before a day begins with.
_CLOCK_OPENS = regex.compile(rf"{HOUR}|{_PART_OF_DAY}|ngày\s+(?=thứ|chủ)|{_WEEKDAY}")
_DAYS = (_CLOCK_OPENS, DAY, _SHORT_DAY, _DAY_ALONE, _DAY_OF_RANGE, _DAY_OF_LIST)


def read_day(folded: str, position: int) -> Moment | None:
    """A day, with the hour before it and the lunar gloss behind it: "16h ngày 22/7/2026"."""
    clock = _CLOCK.match(folded, position)
    start = clock.end() if clock is not None else position
    whole = date_at(folded, start)
    short = _SHORT_DAY.match(folded, start)
    # "ngày 14 tháng 12 năm báo cáo" has no year, though it has the word.
    if whole is not None and (whole.value is not None or short is None):
        value = whole.value
        day = Day(value.year, value.month, value.day) if value is not None else None
        bare = not folded.startswith("ngày", whole.start) and start == position
        moment = Moment(position, whole.end, Unit.DAY, day, day, bare=bare)
        gloss = _GLOSS.match(folded, whole.end)
        return replace(moment, end=gloss.end()) if gloss is not None else moment
    if short is not None:
        month = short["m"]
        number = calendar.LUNAR_MONTHS.get(month) or int(month)
        lunar = month in calendar.LUNAR_MONTHS or short["lunar"] is not None
        day = Day(None, number, int(short["d"]), lunar=lunar)
        bare = "/" in short[0] and "ngày" not in short[0] and start == position
        return Moment(position, short.end(), Unit.DAY, day, day, bare=bare)
    alone = _DAY_ALONE.match(folded, start)
    ranged = _DAY_OF_RANGE.match(folded, start) if alone is None else None
    listed = _DAY_OF_LIST.match(folded, start) if alone is None and ranged is None else None
    if (found := alone or ranged or listed) is not None:
        day = Day(None, None, int(found["d"]))
        return Moment(position, found.end(), Unit.DAY, day, day, bare=ranged is not None)
    return None


def _month(match: regex.Match[str]) -> Moment:
    first, last = calendar.month_days(year_of(match), int(match["m"]))
    bare = not match[0].startswith("tháng")
    return Moment(match.start(), match.end(), Unit.MONTH, first, last, bare=bare)


def _months(folded: str, position: int) -> Moment | None:
    """The months from one to another of a year, that stand without their word."""
    match = _MONTHS.match(folded, position)
    if match is None or int(match["a"]) >= int(match["m"]):
        return None
    year = year_of(match)
    first, _ = calendar.month_days(year, int(match["a"]))
    _, last = calendar.month_days(year, int(match["m"]))
    return Moment(position, match.end(), Unit.MONTH, first, last, bare=True)


def _year_after(folded: str, position: int, previous: Moment) -> Moment | None:
    """A whole year that a list of quarters or months goes on with."""
    match = _NEXT_YEAR.match(folded, position)
    year = previous.year
    if match is None or year is None or year_of(match) is None or int(match["y"]) <= year:
        return None
    return replace(_whole_year(match), bare=True)


def _quarter(match: regex.Match[str]) -> Moment:
    first, last = calendar.quarter_days(year_of(match), calendar.quarter(match["q"]))
    bare = not match[0].startswith("q") or match.re is _QUARTER_LETTER
    return Moment(match.start(), match.end(), Unit.QUARTER, first, last, bare=bare)


def _whole_year(match: regex.Match[str]) -> Moment:
    first, last = calendar.year_days(year_of(match))
    bare = not match[0].startswith("năm")
    return Moment(match.start(), match.end(), Unit.YEAR, first, last, bare=bare)


def _school_year(match: regex.Match[str]) -> Moment | None:
    days = holidays.school_year(match)
    if days is None:
        return None
    return Moment(match.start(), match.end(), Unit.SCHOOL_YEAR, *days, approximate=True)


def _holiday(match: regex.Match[str]) -> Moment:
    first, last = _HOLIDAYS[match.re](match)
    bare = match.re in holidays.BARE or match[0] == "hè"  # "tổng kết hè", "hoạt động hè"
    return Moment(match.start(), match.end(), Unit.PART, first, last, approximate=True, bare=bare)


_HOLIDAYS = dict(holidays.HOLIDAYS)
_HOLIDAY_READERS = tuple((pattern, _holiday) for pattern in _HOLIDAYS)
# By the first letter, so that most places of a text cost one look-up.
_READERS: dict[str, tuple[Reader, ...]] = {
    "n": (
        (SCHOOL_YEAR, _school_year),
        (_YEAR_NAMED, _whole_year),
        *STRETCHES["n"],
        *_HOLIDAY_READERS,
    ),
    "t": (
        (_MONTH_NAMED, _month),
        *_HOLIDAY_READERS,
        *STRETCHES["t"],
        (_MONTH_SHORT, _month),
        (_MONTH_BARE, _month),
    ),
    "q": (
        *STRETCHES["q"],
        (_QUARTER_NAMED, _quarter),
        (_QUARTER_SHORT, _quarter),
        (_QUARTER_LETTER, _quarter),
    ),
    "h": ((SCHOOL_YEAR, _school_year), *_HOLIDAY_READERS, *STRETCHES["h"]),
    "k": ((SCHOOL_YEAR, _school_year), *_HOLIDAY_READERS),
    "đ": ((SCHOOL_YEAR, _school_year), *STRETCHES["đ"]),
    "g": STRETCHES["g"],
    "c": ((SCHOOL_YEAR, _school_year), *STRETCHES["c"]),
    "0": (*STRETCHES["0"], (_MONTH_BARE, _month), (YEAR_BARE, _whole_year)),
}
_NUMBER_WORD_STARTS = "mhbsc"  # "sáu tháng đầu năm"

_OPENINGS = (*_DAYS, *{pattern: None for row in _READERS.values() for pattern, _ in row})


def may_be_moment(opening: str, position: int = 0) -> bool:
    """Whether a text that begins with `opening` may name a moment at `position`."""
    return any(pattern.match(opening, position, partial=True) for pattern in _OPENINGS)


def read_moment(folded: str, position: int) -> Moment | None:
    """The moment that begins exactly at `position`; None where there is none."""
    if position >= len(folded):
        return None
    letter = folded[position]
    if letter.isdigit() and (months := _months(folded, position)) is not None:
        return months
    if letter.isdigit() or letter in "nmtcsb":
        day = read_day(folded, position)
        if day is not None:
            return day
    key = "0" if letter.isdigit() else letter
    for pattern, build in _READERS.get(key, ()):
        match = pattern.match(folded, position)
        if match is not None:
            moment = build(match)
            if moment is not None:
                return moment
    if letter in _NUMBER_WORD_STARTS:
        pattern, build = YEAR_PARTS
        match = pattern.match(folded, position)
        return build(match) if match is not None else None
    return None


_BARE_MONTH_NUMBER = regex.compile(
    rf"(?P<m>{MONTH}){YEAR_TAIL}(?![\d/%]|\.\d|\s*(?!và\s|đến\s)\p{{L}}{{2,}})"
)
_LOOSE_DAY = regex.compile(
    rf"(?P<d>{DAY_OF_MONTH})(?:\s?[-./]\s?(?P<m>{MONTH})(?![/.\-]?\d)"
    r"|(?=\s*(?:-|,|và\s|đến\s|(?:hằng|hàng|mỗi|của)\s+(?:tháng|quý))))"
)


def read_further(folded: str, position: int, previous: Moment) -> Moment | None:
    """The next moment of a list or range, which may leave its unit to the one before.

    "quý II, III/2026", "tháng 11 - 12/2025", "năm 2026 - 2027", "ngày 30, 31-12".
    """
    moment = read_moment(folded, position)
    if moment is not None:
        dated = moment.unit is Unit.DAY and moment.year is not None
        if dated or not moment.bare or moment.unit is previous.unit:
            return moment
    if previous.unit in (Unit.QUARTER, Unit.MONTH):
        year = _year_after(folded, position, previous)
        if year is not None:
            return year
    if previous.unit is Unit.QUARTER:
        match = _QUARTER_BARE.match(folded, position)
        return _quarter(match) if match is not None else None
    if previous.unit is Unit.MONTH:
        match = _BARE_MONTH_NUMBER.match(folded, position)
        return replace(_month(match), bare=True) if match is not None else None
    if previous.unit is Unit.DAY:
        return _day_after_hyphen(folded, position) or _loose_day(folded, position)
    return None


def _day_after_hyphen(folded: str, position: int) -> Moment | None:
    """ "ngày 20-22/11/2025": a day alone would not begin at a hyphen."""
    day = date_at(folded[position : position + 48], 0)
    if day is None or day.value is None:
        return None
    found = Day(day.value.year, day.value.month, day.value.day)
    return Moment(position, position + day.end, Unit.DAY, found, found, bare=True)


def _loose_day(folded: str, position: int) -> Moment | None:
    match = _LOOSE_DAY.match(folded, position)
    if match is None:
        return None
    day = Day(None, int(match["m"]) if match["m"] else None, int(match["d"]))
    return Moment(position, match.end(), Unit.DAY, day, day, bare=True)
