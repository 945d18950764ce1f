"""Calendar words: one day, month, quarter, year … at a place of a folded text.

A *moment* is what stands between the prepositions: in "từ ngày 15/11 đến ngày 20/11/2025" there are
two. All patterns here match folded text (`vnplan.text.fold.fold_characters`): lower case, one
hyphen, offsets as in the original.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import regex

from vnplan.parsers.dates import DAY, date_at
from vnplan.parsers.deadlines import calendar, holidays
from vnplan.parsers.deadlines.expression import Day, Unit
from vnplan.parsers.deadlines.holidays import SCHOOL_YEAR


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
_YEAR_TAIL = (
    rf"(?:\s?[/.\-]\s?(?P<y>{YEAR})|\s*,?\s*(?:của\s+)?năm\s+(?P<y>{YEAR})|\s+(?P<y>{YEAR}))?"
)
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_QUARTER = r"(?:iv|i{1,3}|[1-4])(?![\p{L}\d])"
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
# "ngày 15/12", "ngày 15-12", "ngày 22 tháng 12", "ngày mùng 6 tháng Giêng", "30/10 hằng năm"
_SHORT_DAY = regex.compile(
    rf"""
    (?: ngày\s+(?:mùng\s+|mồng\s+)?(?P<d>{_DAY})\s?[/.\-]\s?(?P<m>{_MONTH})(?![/.\-]?\d)
      | (?:ngày\s+)?(?:mùng\s+|mồng\s+)?(?P<d>{_DAY})\s+tháng\s+(?P<m>{_MONTH}|giêng|chạp)
      | (?<![\d/.,\-])(?!24/7)(?P<d>{_DAY})/(?P<m>{_MONTH})
          (?![/.]?\d|-\d(?!\d?/\d))(?=\s*(?:[,.;:)\]/“”"\n]|$|
            (?:hằng|hàng|mỗi|của|và|hoặc|đến|để|gửi|về|báo|các|phải|năm)\s|-)) )
    (?P<lunar>\s*\(?(?:âm\s+lịch|âl)\)?)?
    """,
    regex.VERBOSE,
)
# "ngày 08" of "từ ngày 08 đến ngày 10 tháng 12", "ngày 25 của tháng cuối quý"
_DAY_ALONE = regex.compile(rf"ngày\s+(?:mùng\s+|mồng\s+)?(?P<d>{_DAY})(?!\s?[/.]\s?\d)")
# "20" of "từ 20-21/3/2019"
_DAY_OF_RANGE = regex.compile(
    rf"(?<![\d/.,\-])(?P<d>{_DAY})(?=\s?-\s?{_DAY}/{_MONTH}"
    rf"|\s(?:đến|tới)\s(?:hết\s)?{_DAY}(?:/{_MONTH}/{YEAR}|\s+tháng\s+{_MONTH}))"
)
# "24" of "24, 25 và 26 tháng 8 năm 2026", "27" of "27 và 28/6/2024"
_DAY_OF_LIST = regex.compile(
    rf"(?<![\d/.,\-])(?P<d>{_DAY})(?=(?:\s*,\s*{_DAY}){{0,6}}\s*(?:,|và)\s*{_DAY}"
    rf"(?:\s+tháng\s+{_MONTH}|/{_MONTH}/{YEAR}))"
)
# "tháng 12 năm 2025", "tháng 12/2025", "tháng 3"
_MONTH_NAMED = regex.compile(rf"tháng\s+(?P<m>{_MONTH}(?!%)){_YEAR_TAIL}")
# "T10-T12/2025"
_MONTH_SHORT = regex.compile(
    rf"t\.?\s?(?P<m>{_MONTH})(?:\s?[/.]\s?(?P<y>{YEAR})|(?=\s?-\s?t\d|\s*(?:[,;)]|$)))"
)
# "12/2025", "T12/2025", "12.2025"
_MONTH_BARE = regex.compile(rf"t?\s?(?P<m>{_MONTH})\s?[/.]\s?(?P<y>{YEAR})")
# "quý IV/2025", "Quý III Năm 2026", "quí 4 năm 2025"
_QUARTER_NAMED = regex.compile(rf"qu[ýí]\s*(?:thứ\s+)?(?P<q>{_QUARTER}){_YEAR_TAIL}")
# "Q4/2025", "Q.IV/2025"
_QUARTER_SHORT = regex.compile(rf"q\.?\s?(?P<q>{_QUARTER})\s?[/.\-]\s?(?P<y>{YEAR})")
# "Q.III" in a column of times; elsewhere it is a district of a town
_QUARTER_LETTER = regex.compile(rf"q\.?\s?(?P<q>{_QUARTER})(?P<y>)(?=\s*(?:[,;)]|-|$))")
_QUARTER_BARE = regex.compile(rf"(?P<q>{_QUARTER}){_YEAR_TAIL}")
# "6 tháng đầu năm 2025", "sáu tháng cuối năm", "những tháng cuối năm"
_MONTHS_OF_YEAR = regex.compile(
    rf"(?:(?P<n>{calendar.NUMBER})|các|những)\s+tháng\s+(?P<edge>đầu|cuối)\s+(?:của\s+)?năm"
    rf"(?!\s+học)(?:\s+(?P<y>{YEAR}))?"
)
# "10 ngày đầu tháng 6", "05 ngày cuối tháng 12/2026"
_DAYS_OF_MONTH = regex.compile(
    rf"(?P<n>\d{{1,2}})\s+ngày\s+(?P<edge>đầu|cuối)\s+(?:của\s+)?tháng\s+(?P<m>{_MONTH}){_YEAR_TAIL}"
)
_HALF = regex.compile(rf"nửa\s+(?P<edge>đầu|cuối)\s+năm(?!\s+học)(?:\s+(?P<y>{YEAR}))?")
_HALF_MONTH = regex.compile(rf"nửa\s+(?P<edge>đầu|cuối)\s+tháng\s+(?P<m>{_MONTH}){_YEAR_TAIL}")
# "cuối năm 2025", "đầu tháng 5/2021", "giữa quý II/2026"
_EDGE = regex.compile(
    rf"""
    (?P<edge>đầu|giữa|cuối)\s+
    (?: năm(?!\s+học)(?:\s+(?P<y>{YEAR}))? | tháng\s+(?P<m>{_MONTH}){_YEAR_TAIL}
      | qu[ýí]\s+(?P<q>{_QUARTER}){_YEAR_TAIL} )
    """,
    regex.VERBOSE,
)
_THIRD = regex.compile(rf"(?P<third>thượng|trung|hạ)\s+tuần\s+tháng\s+(?P<m>{_MONTH}){_YEAR_TAIL}")
_WEEK = regex.compile(
    rf"tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<n>đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|nhất|{calendar.NUMBER})\s+"
    rf"(?:của\s+)?tháng\s+(?P<m>{_MONTH}){_YEAR_TAIL}"
)
_YEAR_NAMED = regex.compile(rf"năm\s+(?P<y>{YEAR})")
YEAR_BARE = regex.compile(rf"(?P<y>{YEAR})")
# "(tức từ ngày 23 tháng Chạp năm Mậu Tuất …)": a gloss of the day before it
_GLOSS = regex.compile(r"\s*\((?:tức|nhằm|âm\s+lịch)[^()\n]{0,140}\)")


def _year(match: regex.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None


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
    first, last = calendar.month_days(_year(match), int(match["m"]))
    bare = not match[0].startswith("tháng")
    return Moment(match.start(), match.end(), Unit.MONTH, first, last, bare=bare)


def _quarter(match: regex.Match[str]) -> Moment:
    first, last = calendar.quarter_days(_year(match), calendar.QUARTERS[match["q"]])
    bare = not match[0].startswith("q") or match.re is _QUARTER_LETTER
    return Moment(match.start(), match.end(), Unit.QUARTER, first, last, bare=bare)


def _months_of_year(match: regex.Match[str]) -> Moment | None:
    year = _year(match)
    if match["n"] is None:  # "những tháng cuối năm": no telling where they begin
        if match["edge"] == "đầu":
            return None
        last = calendar.year_days(year)[1]
        return Moment(match.start(), match.end(), Unit.PART, None, last, approximate=True)
    months = calendar.number(match["n"])
    if not 1 <= months <= 12:
        return None
    part = calendar.first_months if match["edge"] == "đầu" else calendar.last_months
    return Moment(match.start(), match.end(), Unit.PART, *part(year, months))


def _half(match: regex.Match[str]) -> Moment:
    part = calendar.first_months if match["edge"] == "đầu" else calendar.last_months
    return Moment(match.start(), match.end(), Unit.PART, *part(_year(match), 6))


def _days_of_month(match: regex.Match[str]) -> Moment | None:
    first, last = calendar.month_days(_year(match), int(match["m"]))
    days = int(match["n"])
    if not 1 <= days <= 28:
        return None
    if match["edge"] == "đầu":
        last = replace(first, day=days)
    else:
        first = replace(last, shift=1 - days)
    return Moment(match.start(), match.end(), Unit.PART, first, last)


def _half_month(match: regex.Match[str]) -> Moment:
    first, last = calendar.month_days(_year(match), int(match["m"]))
    if match["edge"] == "đầu":
        last = replace(first, day=15)
    else:
        first = replace(first, day=16)
    return Moment(match.start(), match.end(), Unit.PART, first, last)


def _edge(match: regex.Match[str]) -> Moment:
    if match["m"]:
        months = int(match["m"]), int(match["m"])
    elif match["q"]:
        quarter = calendar.QUARTERS[match["q"]]
        months = quarter * 3 - 2, quarter * 3
    else:
        months = 1, 12
    day = calendar.edge_day(match["edge"], _year(match), *months)
    approximate = match["edge"] != "cuối"
    return Moment(match.start(), match.end(), Unit.PART, day, day, approximate=approximate)


def _third(match: regex.Match[str]) -> Moment:
    first, last = calendar.third_days(_year(match), int(match["m"]), match["third"])
    return Moment(match.start(), match.end(), Unit.MONTH, first, last)


_WEEKS = {"đầu": 1, "nhất": 1, "cuối": 5}


def _week(match: regex.Match[str]) -> Moment | None:
    word = match["n"].split()[0]
    week = _WEEKS.get(word) or calendar.number(match["n"])
    if not 1 <= week <= 5:
        return None
    first, last = calendar.week_days(_year(match), int(match["m"]), week)
    return Moment(match.start(), match.end(), Unit.MONTH, first, last, approximate=True)


def _whole_year(match: regex.Match[str]) -> Moment:
    first, last = calendar.year_days(_year(match))
    bare = not match[0].startswith("năm")
    return Moment(match.start(), match.end(), Unit.YEAR, first, last, bare=bare)


def _school_year(match: regex.Match[str]) -> Moment | None:
    days = holidays.school_year(match)
    if days is None:
        return None
    return Moment(match.start(), match.end(), Unit.SCHOOL_YEAR, *days, approximate=True)


def _holiday(match: regex.Match[str]) -> Moment:
    first, last = _HOLIDAYS[match.re](match)
    bare = match.re in holidays.BARE
    return Moment(match.start(), match.end(), Unit.PART, first, last, approximate=True, bare=bare)


_HOLIDAYS = dict(holidays.HOLIDAYS)
_HOLIDAY_READERS = tuple((pattern, _holiday) for pattern in _HOLIDAYS)
_Reader = tuple[regex.Pattern[str], Callable[[regex.Match[str]], Moment | None]]
# By the first letter, so that most places of a text cost one look-up.
_READERS: dict[str, tuple[_Reader, ...]] = {
    "n": (
        (SCHOOL_YEAR, _school_year),
        (_YEAR_NAMED, _whole_year),
        (_MONTHS_OF_YEAR, _months_of_year),
        (_HALF, _half),
        (_HALF_MONTH, _half_month),
        *_HOLIDAY_READERS,
    ),
    "t": (
        (_MONTH_NAMED, _month),
        *_HOLIDAY_READERS,
        (_THIRD, _third),
        (_WEEK, _week),
        (_MONTH_SHORT, _month),
        (_MONTH_BARE, _month),
    ),
    "q": ((_QUARTER_NAMED, _quarter), (_QUARTER_SHORT, _quarter), (_QUARTER_LETTER, _quarter)),
    "h": ((SCHOOL_YEAR, _school_year), *_HOLIDAY_READERS, (_THIRD, _third)),
    "k": ((SCHOOL_YEAR, _school_year), *_HOLIDAY_READERS),
    "đ": ((SCHOOL_YEAR, _school_year), (_EDGE, _edge)),
    "g": ((_EDGE, _edge),),
    "c": ((SCHOOL_YEAR, _school_year), (_EDGE, _edge), (_MONTHS_OF_YEAR, _months_of_year)),
    "0": (
        (_DAYS_OF_MONTH, _days_of_month),
        (_MONTHS_OF_YEAR, _months_of_year),
        (_MONTH_BARE, _month),
        (YEAR_BARE, _whole_year),
    ),
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
        match = _MONTHS_OF_YEAR.match(folded, position)
        return _months_of_year(match) if match is not None else None
    return None


_BARE_MONTH_NUMBER = regex.compile(
    rf"(?P<m>{_MONTH}){_YEAR_TAIL}(?![\d/.%]|\s*(?!và\s|đến\s)\p{{L}}{{2,}})"
)
_LOOSE_DAY = regex.compile(
    rf"(?P<d>{_DAY})(?:\s?[-.]\s?(?P<m>{_MONTH})(?![/.\-]?\d)"
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
