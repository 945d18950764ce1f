"""Times that come back (định kỳ), and those without end (thường xuyên).

hằng năm · hàng quý · mỗi tháng · định kỳ 6 tháng · 02 năm một lần · 01 lần/năm · trước 16h thứ
Sáu hằng tuần · báo cáo quý, 6 tháng, 9 tháng, năm
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.deadlines import rules
from vnplan.parsers.deadlines.calendar import NUMBER, number
from vnplan.parsers.deadlines.expression import TimeExpression
from vnplan.parsers.deadlines.moments import HOUR
from vnplan.records import DeadlineKind

_UNIT = r"(?:ngày|tuần|tuân(?!\s+thủ)|tháng|quý|quí|năm)"  # "hàng tuân": a slip of a real plan
_EVERY = r"(?:hằng|hàng|mỗi|(?:(?:qua|theo)\s+)?từng)"
_PERIODS = rf"(?:(?:{NUMBER}\s+)?(?:ngày|tuần|tháng|quý|quí)|(?:{NUMBER}\s+)?năm(?!\s+(?:\d|học)))"
_LIST_END = r"(?=\s*(?:[,.;:)(]|$|\n|và\s|hoặc\s|báo\s|gửi\s|tổng\s|theo\s|trước\s|về\s|có\s))"
# "hằng năm", "Định kỳ (hằng năm)", "hằng tháng, quý, 6 tháng, năm"
_EACH = regex.compile(
    rf"""
    (?:theo\s+)? (?:định\s+kỳ\s*[,(]?\s*)? (?:vào\s+)?
    {_EVERY}\s+(?P<unit>{_UNIT})(?!\p{{L}}|\s+học|\s+\d{{4}}|\s+(?:người|hộ|xã|đơn))
    (?P<more>(?:\s*(?:,|và|hoặc)\s*{_PERIODS}{_LIST_END}){{0,8}})
    """,
    regex.VERBOSE,
)
# "Định kỳ 06 tháng", "định kỳ quý, năm", "định kỳ 5 năm một lần", "cứ sáu tháng"
_PERIODIC = regex.compile(
    rf"""
    (?: (?:theo\s+)? định\s+kỳ\s*[,(]?\s* (?:(?:là|vào)\s+)?
      | cứ\s+(?:sau\s+)?(?={NUMBER}\s|mỗi\s)(?:mỗi\s+)? )
    (?:(?P<n>{NUMBER})\s+)? (?P<unit>ngày|tuần|tháng|quý|quí|năm(?!\s+học))
    (?!\p{{L}}|\s+(?:\d|i{{1,3}}\b|iv\b))
    (?:\s*(?:/|một|1|01)\s*lần)?
    (?P<more>(?:\s*(?:,|và|hoặc)\s*{_PERIODS}{_LIST_END}){{0,8}})
    """,
    regex.VERBOSE,
)
# … and terms of a school: no rule of a calendar says when they are
_PERIODIC_ALONE = regex.compile(
    r"(?:(?:theo\s+)?định\s+kỳ|(?:mỗi|hằng|hàng)\s+học\s+k[ỳì])(?!\p{L})"
)
# "06 tháng/lần", "01 quý/01 lần", "02 năm một lần", "6 tháng 1 lần"
_ONCE_IN = regex.compile(
    rf"(?P<n>{NUMBER})\s*(?P<unit>ngày|tuần|tháng|quý|quí|năm)\s*"
    r"(?:/\s*(?:0?1\s*|một\s+)?|\s(?:0?1|một)\s+)lần"
)
# "01 lần/năm", "ít nhất 02 lần trong năm", "10 đợt/năm", "mỗi năm 02 lần" (the unit before)
_TIMES_IN = regex.compile(
    rf"(?:(?:ít\s+nhất|tối\s+thiểu|không\s+quá|từ)\s+)?(?:{NUMBER}\s*-\s*)?{NUMBER}\s*(?:lần|đợt|kỳ|(?:phiên(?:\s+tòa)?|cuộc|buổi)(?=\s*/))\s*"
    r"(?:/|trong|mỗi|một|trên)\s*(?:0?1\s*|một\s+)?(?P<unit>ngày|tuần|tháng|quý|quí|năm)"
    r"(?!\p{L}|\s+\d{4})"
)
# "dạy học 2 buổi/ngày": how the school day is divided
_SCHOOL_DAY = regex.compile(r"(?<!\p{L})(?:học|dạy|ăn|trú)(?:\s+(?:đủ|trên|từ))?\s+$")
_TIMES_AFTER = regex.compile(rf"\s*,?\s*(?:ít\s+nhất\s+)?{NUMBER}\s+lần(?!\p{{L}})")
# "báo cáo Quý, 6 tháng, 9 tháng, năm": at least two, the last "năm"
_REPORTS = regex.compile(
    rf"(?:(?P<n>{NUMBER})\s+)?(?P<unit>ngày|tuần|tháng|quý|quí)\s*(?:,|và)\s*"
    rf"(?:{_PERIODS}\s*(?:,|và)\s*){{0,5}}(?:(?:hằng|hàng|cả|0?1|một)\s+)?năm(?:{_LIST_END}|(?=\s+(?:triển|thực)\s))"
)
_REPORT_BEFORE = regex.compile(
    r"(?:báo\s+cáo|định\s+kỳ|sơ\s+kết|kết\s+quả|thống\s+kê|thời\s+gian(?:\s+thực\s+hiện)?\s*:)\s*[:(]?\s*$"
)
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)"
# "trước 16h thứ Sáu hằng tuần", "vào ngày thứ Bảy hoặc Chủ nhật hàng tuần"
_WEEKLY = regex.compile(
    rf"""
    (?:(?:trước|vào|chậm\s+nhất(?:\s+vào)?|muộn\s+nhất)\s+)? (?:{HOUR}\s*,?\s*)?
    (?:(?:các\s+)?(?:buổi\s+)?(?:sáng|chiều)\s+|(?:các\s+)?ngày\s+)?
    (?P<day>{_WEEKDAY})(?:\s*(?:,|và|hoặc)\s*(?P<day>{_WEEKDAY})){{0,6}}
    \s*,?\s*(?:{_EVERY}|của)\s+tuần
    """,
    regex.VERBOSE,
)
# "báo cáo tuần gửi trước 10 giờ thứ Năm"
_OF_WEEK = regex.compile(
    rf"(?:trước|vào|chậm\s+nhất(?:\s+vào)?)\s+(?:{HOUR}\s*,?\s*)?(?:(?:sáng|chiều)\s+)?(?:ngày\s+)?"
    rf"(?P<day>{_WEEKDAY})(?!\p{{L}}|\s*,?\s*(?:ngày\s+)?\d)"
)
_WEEK_REPORT = regex.compile(
    r"báo\s+cáo\s+(?:định\s+kỳ\s+)?(?:hằng\s+|hàng\s+)?tuần\s*[:(,]?\s*(?:\p{L}+\s+){0,6}$"
)
# "vào thứ Hai tuần đầu tiên của tháng", "tuần cuối hằng tháng"
# "hằng tuần vào chiều thứ Năm"
_ON_WEEKDAY = regex.compile(
    rf"\s*,?\s*(?:vào|trong)\s+(?:(?:các\s+)?(?:buổi\s+)?(?:sáng|chiều)\s+|(?:các\s+)?ngày\s+)?"
    rf"(?P<day>{_WEEKDAY})(?:\s*(?:,|và|hoặc)\s*(?P<day>{_WEEKDAY})){{0,6}}(?!\p{{L}})"
)
_WEEK_OF_MONTH = regex.compile(
    rf"(?:vào\s+)?(?:(?:ngày\s+)?(?P<day>{_WEEKDAY})\s+(?:của\s+)?)?tuần\s+(?:lễ\s+)?"
    r"(?P<week>đầu(?:\s+tiên)?|thứ\s+(?:nhất|hai|ba|tư)|cuối(?:\s+cùng)?)\s+"
    rf"(?:(?:của\s+)?{_EVERY}\s+tháng|của\s+tháng(?=\s*(?:[,.;:)]|$|để\s|nhằm\s))"
    r"|(?:của\s+)?tháng\s+(?P<month>đầu|giữa|cuối)(?:\s+(?:của|mỗi|hằng|hàng)){0,2}\s+quý)"
)
# "chậm nhất là ngày cuối cùng của tháng", "ngày làm việc cuối cùng của mỗi quý"
_LAST_DAY = regex.compile(
    r"(?:(?:(?:chậm|muộn)\s+nhất|trước|vào|trong)\s+(?:(?:là|vào)\s+)?)?"
    rf"(?:các\s+)?ngày\s+(?:làm\s+việc\s+)?cuối(?:\s+cùng)?\s+(?:của\s+)?(?:{_EVERY}\s+)?"
    r"(?P<unit>tháng|quý|năm)(?!\p{L}|\s+(?:\d|i{1,3}\b|iv\b|đầu|giữa|cuối|thứ|tiếp|sau|này|đó|nay|học|trước|qua))"
)
_WEEKS = {"đầu": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "cuối": -1, "tiên": 1, "cùng": -1}
# "trước 19h00’ hằng ngày", "02 lần/ngày (trước 9h00’ và 16h00’)"
_DAILY = regex.compile(
    rf"(?:trước|vào|lúc)\s+(?P<clock>{HOUR})(?:\s*(?:,|và)\s*(?P<clock>{HOUR})){{0,5}}\s*,?\s*{_EVERY}\s+ngày"
)
_CLOCKS = regex.compile(
    rf"\s*[,(]\s*(?:trước|vào|lúc)\s+(?P<clock>{HOUR})(?:\s*(?:,|và)\s*(?:trước\s+)?(?P<clock>{HOUR})){{0,5}}\s*\)?"
)
_CLOCK_PARTS = regex.compile(r"(\d{1,2})\D+(\d{1,2})?")
_PLAN_YEARS = regex.compile(
    rf"(?:giai\s+đoạn|chu\s+kỳ|kỳ)\s+(?P<n>{NUMBER})\s+năm(?!\p{{L}}|\s+20\d\d)"
)
# bare "đột xuất" belongs to the period before it: "Hằng năm hoặc đột xuất"
_ON_DEMAND = regex.compile(
    r"\s*\)?\s*(?:,|/|và|hoặc|hay|,\s*và|,\s*hoặc)\s*(?:báo\s+cáo\s+)?đột\s+xuất"
    r"(?!\s*[,(]?\s*(?:khi|nếu|theo)\s)(?!\p{L})"
)
_ALWAYS = regex.compile(
    r"thường\s+xuyên(?:\s*(?:,|và|-|,\s*và)\s*liên\s+tục)?"
    r"|liên\s+tục(?:\s*(?:,|và)\s*thường\s+xuyên|(?=\s+trong\s+(?:năm|tháng|quý|cả|suốt)\s))"
)
_ALWAYS_BARE = regex.compile(r"liên\s+tục(?!\p{L})")

_OPENINGS = (
    *(_WEEKLY, _OF_WEEK, _LAST_DAY, _WEEK_OF_MONTH, _DAILY, _EACH, _PERIODIC),
    *(_ONCE_IN, _TIMES_IN, _PLAN_YEARS, _REPORTS, _PERIODIC_ALONE),
)


# "tổ chức ngày hội thường niên"
_ANNUAL = regex.compile(r"thường\s+niên(?!\p{L})")


def may_recur(opening: str) -> bool:
    """Whether a text that begins with `opening` may begin with a recurring time."""
    return any(pattern.match(opening, partial=True) for pattern in _OPENINGS)


def read_recurrence(folded: str, position: int) -> TimeExpression | None:
    """The recurring time that begins exactly at `position` of a folded text."""
    expression = _read(folded, position)
    if expression is None:
        return None
    return replace(expression, end=with_demand(folded, expression.end))


def with_demand(folded: str, end: int) -> int:
    """The end of a recurring time, with the "hoặc đột xuất" behind it that names no occasion."""
    demand = _ON_DEMAND.match(folded, end, end + 80)
    return demand.end() if demand is not None else end


def read_continuity(folded: str, position: int) -> TimeExpression | None:
    """ "thường xuyên", "thường xuyên, liên tục"; "liên tục" alone is one where one is expected."""
    annual = _ANNUAL.match(folded, position)
    if annual is not None:
        return _recurring(annual, rules.every("năm"))
    match, bare = _ALWAYS.match(folded, position), False
    if match is None:
        match, bare = _ALWAYS_BARE.match(folded, position), True
    if match is None:
        return None
    return TimeExpression(position, match.end(), DeadlineKind.CONTINUOUS, bare=bare)


def _read(folded: str, position: int) -> TimeExpression | None:
    weekly = _WEEKLY.match(folded, position)
    if weekly is not None:
        words = [day.split()[-1] for day in weekly.captures("day")]
        return _recurring(weekly, rules.weekly_on(words))
    of_week = _OF_WEEK.match(folded, position)
    if of_week is not None and _WEEK_REPORT.search(folded, max(0, position - 60), position):
        return _recurring(of_week, rules.weekly_on([of_week["day"].split()[-1]]))
    end = _LAST_DAY.match(folded, position)
    if end is not None:
        return _recurring(end, rules.on_last_day(end["unit"]))
    week = _WEEK_OF_MONTH.match(folded, position)
    if week is not None and week["month"]:
        return _recurring(week, rules.in_each_quarter(None, week["month"]))
    if week is not None:
        number_of, day = _WEEKS[week["week"].split()[-1]], week["day"]
        return _recurring(week, rules.in_month_week(number_of, day.split()[-1] if day else None))
    daily = _DAILY.match(folded, position)
    if daily is not None:
        return _recurring(daily, rules.daily_at(_clocks(daily)))
    for pattern in (_EACH, _PERIODIC):
        match = pattern.match(folded, position)
        if match is not None:
            return _every(folded, match)
    return _counted(folded, position)


def _counted(folded: str, position: int) -> TimeExpression | None:
    match = _ONCE_IN.match(folded, position)
    if match is not None:
        return _recurring(match, rules.every(_unit(match["unit"]), number(match["n"])))
    match = _TIMES_IN.match(folded, position)
    if match is not None and _is_school_day(folded, match):
        return None
    if match is not None:
        rule = rules.every(_unit(match["unit"]))
        clocks = _CLOCKS.match(folded, match.end()) if match["unit"] == "ngày" else None
        if clocks is not None:
            found = _recurring(match, rules.daily_at(_clocks(clocks)))
            return replace(found, end=clocks.end())
        return _recurring(match, rule)
    match = _PLAN_YEARS.match(folded, position)
    if match is not None:
        return _recurring(match, rules.every("năm", number(match["n"])))
    match = _REPORTS.match(folded, position)
    told = not folded[:position].strip() or _REPORT_BEFORE.search(  # or a cell: "6 tháng, năm"
        folded, max(0, position - 30), position
    )
    if match is not None and told:
        return _recurring(match, rules.every(_unit(match["unit"]), number(match["n"] or "1")))
    match = _PERIODIC_ALONE.match(folded, position)
    return _recurring(match, None) if match is not None else None


def _is_school_day(folded: str, match: regex.Match[str]) -> bool:
    if match["unit"] != "ngày" or "buổi" not in match[0]:
        return False
    return _SCHOOL_DAY.search(folded, max(0, match.start() - 24), match.start()) is not None


def _every(folded: str, match: regex.Match[str]) -> TimeExpression:
    groups = match.groupdict()
    count = number(groups["n"]) if groups.get("n") else 1
    found = _recurring(match, rules.every(_unit(match["unit"]), count))
    days = _ON_WEEKDAY.match(folded, match.end()) if found.recurrence == "FREQ=WEEKLY" else None
    if days is not None:
        rule = rules.weekly_on([day.split()[-1] for day in days.captures("day")])
        return replace(found, end=days.end(), recurrence=rule)
    if "(" in match[0] and ")" not in match[0] and folded.startswith(")", found.end):
        found = replace(found, end=found.end + 1)  # "định kỳ (hằng năm)"
    times = _TIMES_AFTER.match(folded, found.end)  # "mỗi năm 02 lần"
    return replace(found, end=times.end()) if times is not None else found


def _unit(word: str) -> str:
    return {"quí": "quý", "tuân": "tuần"}.get(word, word)


def _recurring(match: regex.Match[str], rule: str | None) -> TimeExpression:
    return TimeExpression(match.start(), match.end(), DeadlineKind.RECURRING, recurrence=rule)


def _clocks(match: regex.Match[str]) -> list[tuple[int, int]]:
    """Hours and minutes of "9h00’", "16 giờ 30"; what is no time of day is left out."""
    found = []
    for clock in match.captures("clock"):
        parts = _CLOCK_PARTS.match(clock)
        if parts is not None and int(parts[1]) < 24 and int(parts[2] or 0) < 60:
            found.append((int(parts[1]), int(parts[2] or 0)))
    return found
