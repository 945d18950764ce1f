"""What may follow the moments of a calendar time: an open end, or words that make it recur.

năm 2025 và các năm tiếp theo · từ tháng 10/2025 đến khi … · trước ngày 15/12 hằng năm · chậm nhất
ngày 25 của tháng cuối quý
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import regex

from vnplan.parsers.deadlines import rules
from vnplan.parsers.deadlines.expression import Day, TimeExpression, Unit, after
from vnplan.parsers.deadlines.moment import MONTH
from vnplan.parsers.deadlines.moments import read_moment
from vnplan.parsers.deadlines.reading import (
    DURATION_UNIT,
    EACH,
    ITS_DAY,
    ONWARD,
    TO,
    UNTIL_EVENT,
    Lead,
    Reading,
)
from vnplan.records import DeadlineKind

_UNTIL_NOW = regex.compile(r"\s*(?:cho\s+)?(?:đến|tới)\s+(?:nay|hiện\s+nay|thời\s+điểm\s+hiện)")
# "trước ngày 15/01 năm sau", "ngày 14 tháng 12 của năm báo cáo": of every year
_REPORT_YEAR = regex.compile(
    r"\s+(?:của\s+)?(?:năm\s+(?:sau|kế\s+tiếp|liền\s+kề|tiếp\s+theo|báo\s+cáo|kế\s+hoạch"
    r"|trước(?:\s+kỳ\s+báo\s+cáo|\s+liền\s+kề)?)|kỳ\s+báo\s+cáo)(?:\s+liền\s+kề)?"
)
# "ngày 25 của tháng cuối quý", "ngày 05 tháng đầu quý sau", "ngày 20 của tháng báo cáo"
_OF_QUARTER = regex.compile(
    r"\s+(?:của\s+)?tháng\s+(?P<month>đầu|giữa|thứ\s+hai|thứ\s+ba|cuối)(?:\s+(?:tiên|cùng))?"
    r"(?:\s+(?:của|mỗi|hằng|hàng)){0,2}"
    r"\s+quý(?:\s+(?:sau|tiếp\s+theo|kế\s+tiếp|báo\s+cáo))?"
)
_OF_MONTH = regex.compile(
    r"\s+(?:của\s+)?tháng\s+(?:báo\s+cáo|liền\s+(?:kề\s+)?sau|(?:tiếp\s+)?sau|(?:liền\s+)?kế\s+tiếp|tiếp\s+theo)"
    r"(?:\s+(?:của\s+)?tháng\s+(?:kết\s+thúc\s+(?:kỳ\s+)?)?báo\s+cáo)?"
    r"|\s+(?:của\s+)?tháng\s+(?P<varies>cuối\s+kỳ\s+báo\s+cáo)"
    r"|\s+của\s+tháng(?=\s*(?:[,.;:)]|$|và\s|gửi\s|về\s))"
)
# "trước ngày 05 các tháng 3, 6, 9, 12": of every year, unless it says of which
_OF_MONTHS = regex.compile(
    rf"\s+(?:của\s+)?các\s+tháng\s+(?P<in>{MONTH})(?:\s*(?:,|và|,\s*và)\s*(?:tháng\s+)?(?P<in>{MONTH})(?![\d/]))++"
    r"(?:\s*,?\s*(?:hằng|hàng|mỗi)\s+năm)?(?!\d|\s?/|\s+(?:của\s+)?năm\s+\d)"
)
# "báo cáo tháng (trước ngày 25), báo cáo quý …"
_MONTH_REPORT = regex.compile(
    r"báo\s+cáo\s+(?:định\s+kỳ\s+)?(?:hằng\s+|hàng\s+)?tháng(?!\s+\d)\s*[:(,]?\s*(?:\p{L}+\s+){0,4}$"
)
_NOTHING = regex.compile(r"")
_DURATION_BEFORE = regex.compile(
    r"(?P<n>\d{1,3})(?:,\d)?\s+(?P<unit>ngày|tuần|tháng)\s*[,(]\s*(?:được\s+)?(?:bắt\s+đầu\s+)?$"
)


def recurring_tail(folded: str, reading: Reading) -> TimeExpression | None:
    """The expression with a tail that makes it recur."""
    first, last = reading.moments
    days = (first.first, last.last)
    alone = last.unit is Unit.DAY and last.month is None
    tail = EACH.match(folded, reading.end) if last.year is None else None
    rule: str | None = None
    if tail is not None:  # not "sơ kết vào năm 2025, định kỳ hằng năm báo cáo": those are two
        if alone and days[1] is not None and tail["unit"] != "năm":
            listed = [item.last.day for item in reading.listed if item.last is not None]
            rule = rules.on_month_day(tail["unit"], days[1].day, *listed)
        elif alone:
            return None
        elif tail["unit"] == "năm":
            rule = _yearly(reading)
        else:
            rule = rules.every(tail["unit"])
    elif alone and days[1] is not None and (months := _OF_MONTHS.match(folded, reading.end)):
        tail, rule = months, rules.on_day_of(map(int, months.captures("in")), days[1].day)
    elif alone and days[1] is not None:
        tail = _OF_QUARTER.match(folded, reading.end)
        if tail is not None:
            month = {"thứ hai": "giữa", "thứ ba": "cuối"}.get(tail["month"], tail["month"])
            rule = rules.in_each_quarter(days[1].day, month)
        else:
            tail = _OF_MONTH.match(folded, reading.end)
            varies = tail is not None and tail["varies"] is not None  # of whichever period
            rule = None if varies else rules.on_month_day("tháng", days[1].day)
            reported = _MONTH_REPORT.search(folded, max(0, reading.start - 60), reading.start)
            tail = tail or (_NOTHING.match(folded, reading.end) if reported else None)
    elif last.year is None:
        tail = _REPORT_YEAR.match(folded, reading.end)
        rule = rules.yearly_on(days, last.unit)
        if tail is not None:
            return _recurring_window(folded, reading, tail)
    if tail is None:
        return None
    end = tail.end()
    if tail[0].rstrip().endswith(")") and "(" not in tail[0]:
        end = tail.start() + len(tail[0].rstrip()) - 1
    return TimeExpression(
        reading.start, end, DeadlineKind.RECURRING, recurrence=rule, unit=last.unit
    )


def _yearly(reading: Reading) -> str | None:
    """ "tháng 3 đến tháng 9 hằng năm" holds the months between, "tháng 3 và tháng 9" does not."""
    first, last = reading.moments
    if last.unit in (Unit.MONTH, Unit.QUARTER) and len(reading.listed) > 1:
        return rules.yearly_in([(item.first, item.last) for item in reading.listed])
    return rules.yearly_on((first.first, last.last), last.unit)


def _recurring_window(folded: str, reading: Reading, tail: regex.Match[str]) -> TimeExpression:
    """ "tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của năm báo cáo"."""
    last, end = reading.last, tail.end()
    to = TO.match(folded, end)
    further = read_moment(folded, to.end()) if to is not None else None
    if further is not None and further.year is None:
        closing = _REPORT_YEAR.match(folded, further.end) or EACH.match(folded, further.end)
        last, end = further, closing.end() if closing is not None else further.end
    # "từ tháng 11 năm trước đến tháng 4 năm sau" holds the months between, a window ends on a day
    first = reading.first if last.unit is Unit.MONTH else last
    rule = rules.yearly_on((first.first, last.last), last.unit)
    return TimeExpression(
        reading.start, end, DeadlineKind.RECURRING, recurrence=rule, unit=last.unit
    )


def open_tail(folded: str, reading: Reading) -> TimeExpression | None:
    """An open end: "năm 2025 và các năm tiếp theo", "từ tháng 10/2025 đến khi …", "… đến nay"."""
    moment = reading.first
    period = TimeExpression(
        reading.start,
        reading.end,
        DeadlineKind.PERIOD,
        first=moment.first,
        approximate=reading.approximate,
        bare=reading.bare,
        unit=moment.unit,
    )
    onward = ONWARD.match(folded, reading.end)
    if onward is not None:
        return replace(period, end=onward.end(), bare=False)
    if reading.lead is Lead.FROM and reading.first is reading.last:
        now = _UNTIL_NOW.match(folded, reading.end)
        if now is not None:
            return replace(period, end=now.end(), until_issue=True)
        event = UNTIL_EVENT.match(folded, reading.end)
        if event is not None:
            return _until_event(folded, event, reading, period)
        return _with_duration(folded, period)
    return None


def _until_event(
    folded: str, event: regex.Match[str], reading: Reading, period: TimeExpression
) -> TimeExpression:
    """ "từ tháng 01 đến ngày bầu cử 15/3/2026": to its day, where it is told, in whose year."""
    day = ITS_DAY.search(folded, event.start(), event.end())
    moment = read_moment(folded, day.end()) if day is not None else None
    if moment is None or moment.year is None:
        return replace(period, end=event.end(), anchor=event["anchor"])
    first = reading.first
    if first.year is None:
        late = (first.month or 1) > (moment.month or 12)
        first = first.in_year(moment.year - 1 if late else moment.year)
    return replace(period, end=event.end(), first=first.first, last=moment.last, unit=moment.unit)


def _with_duration(folded: str, period: TimeExpression) -> TimeExpression:
    """The end that a duration before it gives: "1,5 ngày (bắt đầu từ 13h30 … ngày 06/7/2026)"."""
    before = _DURATION_BEFORE.search(folded, max(0, period.start - 40), period.start)
    start = period.first.date() if period.first is not None else None
    if before is None or start is None:
        return period
    count = int(before["n"]) + ("," in before[0].split(before["unit"])[0])
    last = after(start, f"P{count}{DURATION_UNIT[before['unit']]}")
    if last is None:
        return period
    last -= dt.timedelta(days=1)
    return replace(period, last=Day(last.year, last.month, last.day))
