"""Times of the calendar: prepositions, days, months, years, their ranges and lists.

    [giai đoạn] [từ | đến | trước | trong …] MOMENT [(đến | - | và | ,) MOMENT]* [tail]

where a tail opens the span ("trở đi", "và các năm tiếp theo") or makes it recur ("hằng năm").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import regex

from vnplan.parsers.deadlines import calendar
from vnplan.parsers.deadlines.expression import Day, TimeExpression, Unit
from vnplan.parsers.deadlines.moment import Moment
from vnplan.parsers.deadlines.moments import (
    HOUR,
    YEAR_BARE,
    may_be_moment,
    read_further,
    read_moment,
)
from vnplan.parsers.deadlines.reading import (
    DURATION_UNIT,
    EACH,
    ONWARD,
    TO,
    UNTIL_EVENT,
    Lead,
    Reading,
)
from vnplan.parsers.deadlines.tails import open_tail, recurring_tail
from vnplan.records import DeadlineKind

_LEAD = regex.compile(
    r"""
    (?P<by> (?: (?:cho\s+)?đến | tới | (?:chậm|muộn|trễ)\s+nhất | hạn\s+(?:cuối|chót)
          | không\s+(?:muộn|chậm|trễ|quá)(?:\s+hơn)? | tầm\s+nhìn | định\s+hướng
          | (?:hết|kết\s+thúc)(?=\s+(?:năm|quý|quí|tháng)\s+[\div]) )
        (?:\s+(?:là|vào|đến|tới|hết|trong|thời\s+điểm|mốc|cuối(?=\s+ngày))){0,3}
        (?P<also>\s+trước)? )
  | (?P<before> trước(?:\s+(?:thời\s+điểm|hết))? )(?!\s*,)
  | (?P<from> (?:(?:kể|tính|bắt\s+đầu)\s+)?từ(?:\s+(?:thời\s+điểm|sau))? | bắt\s+đầu(?:\s+vào)? )
  | (?P<after> sau )
  | (?P<in> (?: trước\s*,\s*trong\s+và\s+sau
          | (?:ngay\s+)?(?:trong|vào|suốt|(?<!(?:công|cá|bệnh|nạn|nguyên|tư|pháp)\s)nhân|dịp|cả
              |khoảng)
            (?:\s+\d{1,2}(?=\s+ngày\s+\d{1,2}\s*(?:,|và|-|/)\s*\d))?
            (?:\s+(?:cả|suốt|khoảng|dịp|thời\s+gian|thời\s+điểm|các|những)){0,3}
            (?:\s+(?:(?:nghỉ\s+)?(?:các\s+ngày\s+)?lễ|quốc\s+khánh|giỗ\s+tổ(?:\s+hùng\s+vương)?)
               (?=\s+(?:ngày\s+)?\(?\d))? ) )
    """,
    regex.VERBOSE,
)
# "từ 8h00 đến 10h00 ngày 28/12/2026": hours of one day, not a day from which
_HOURS = regex.compile(rf"từ\s+(?={HOUR}\s*(?:-|đến|tới)\s*{HOUR})")
_LEAD_END = regex.compile(r"\s*[:,]?\s*(?=\S)")
_GAP = regex.compile(r"\s*[:,]?\s*")
_PERIOD = regex.compile(
    r"""
    (?:(?:trong|suốt|cả|vào|cho)\s+){0,3}
    (?: giai\s+đoạn(?!\s*,\s*bắt) | thời\s+kỳ | nhiệm\s+kỳ | niên\s+khóa
      | (?<=trong\s+)(?:vòng\s+)?\d{1,2}\s+năm(?=\s*\(\s*20\d\d)
      | (?:các|những)\s+(?:năm|quý|tháng)(?=\s+\d|\s+i) | thời\s+gian(?=\s+từ) )
    (?:\s+\d{1,2}\s+năm(?=\s+20\d\d))?
    (?:\s+(?:[1-9]|i{1,3}|iv|đầu|cuối|một|hai|ba|thứ\s+\p{L}+)(?=\s*[:,(]|\s+(?:từ|\()))?
    \s*[:,(]?\s*
    """,
    regex.VERBOSE,
)
_LISTED = regex.compile(r"(?:trong\s+|vào\s+)?(?:các|những)\s+(?=(?:năm|quý|tháng|ngày)\s+[\di])")
# "đến hết nhiệm kỳ 2025 - 2030", "đến cuối giai đoạn 2026 - 2030": its last day
_TERM = regex.compile(
    r"(?<=(?:hết|cuối)\s)(?:nhiệm\s+kỳ|giai\s+đoạn|thời\s+kỳ)\s+(?=20\d\d\s?-\s?20)"
)
_YEAR_OUT = regex.compile(r"\s*(?:cho\s+)?(?:đến|tới)\s+hết\s+năm(?!\s+(?:\d|học)|\p{L})")
_NOW = regex.compile(r"(?:(?:kể|tính)\s+)?từ\s+(?:nay|bây\s+giờ|hiện\s+nay)(?!\p{L})")
_AND = regex.compile(r"\s*(?:,|;|và|&|\+|hoặc|/)\s*(?:(?:trong|vào|dịp)\s+)?")
_AND_ALL = regex.compile(r"\s*(?:,|và|,\s*và)\s*(?:cả\s+)?")
_ANY_YEAR, _ONE_DAY = 2024, dt.timedelta(days=1)
_LIST_END = regex.compile(r"\s*(?:[,.;:)\]/“”\"]|$|và\s|đến\s|-|hoặc\s|\n)")
_BRACKET = regex.compile(r"\s*\(")
_OR = regex.compile(r"\s*,?\s*hoặc\s+(?:đến\s+)?(?:hết\s+)?")
_IS_REACHED = regex.compile(
    r"\s+(?:đạt|là\s+(?:khoảng\s+|trên\s+)?\d|có\s+(?:\d|ít|trên|khoảng|tối|hơn)|phấn\s+đấu|hoàn\s+thành|phải|sẽ|tỷ\s+lệ|\d{1,3}(?:,\d+)?\s?%)"
)
# Only where a time is expected: "Cả năm", "Trong năm" in a column of times
_ALL_YEAR = regex.compile(
    r"(?:(?:trong\s+)?cả|trong)\s+năm(?!\s+(?:\d|học|qua|nay|tới|trước|sau))(?!\p{L})"
)
# "hoàn thành trong tháng này", "trong quý tới", "trong năm nay": told from the day of the document
_OF_ISSUE = regex.compile(r"trong\s+(?P<unit>tháng|quý|năm)\s+(?P<which>này|nay|tới|sau)(?!\p{L})")
_UNITS = {"tháng": Unit.MONTH, "quý": Unit.QUARTER, "năm": Unit.YEAR}
# "đến hết năm hoàn thành toàn bộ": of the year in question
_OUT_OF_YEAR = regex.compile(
    r"(?:(?:cho\s+)?(?:đến|tới)|trước|chậm\s+nhất(?:\s+đến)?)\s+hết\s+năm"
    r"(?!\s+(?:\d|học|qua|nay|tài|ngân|kế|thứ|này|sau|trước))(?!\p{L})"
)
_THIS_PHASE = regex.compile(r"trong\s+(?:giai\s+đoạn|thời\s+kỳ)\s+này(?!\p{L})")
_ALL_PERIOD = regex.compile(r"(?:trong\s+|suốt\s+)?cả\s+giai\s+đoạn(?!\s+\d)(?!\p{L})")
_YEARS_TO_COME = regex.compile(
    r"(?:trong\s+)?(?:vòng\s+)?(?P<n>\d{1,2})\s+(?P<unit>năm|tháng)\s+(?:tới|tiếp\s+theo)"
)

_OPENINGS = (
    _OF_ISSUE,
    _OUT_OF_YEAR,
    _THIS_PHASE,
    _YEARS_TO_COME,
    _ALL_YEAR,
    _ALL_PERIOD,
    _PERIOD,
    _LISTED,
    _NOW,
)


def may_be_absolute(opening: str) -> bool:
    """Whether a text that begins with `opening` may begin with a time of the calendar."""
    if any(pattern.match(opening, partial=True) for pattern in _OPENINGS):
        return True
    if _LEAD.fullmatch(opening, partial=True):
        return True
    lead = _LEAD.match(opening)
    if lead is None:
        return may_be_moment(opening)
    at = _GAP.match(opening, lead.end()).end()  # type: ignore[union-attr]
    return (
        at == len(opening)
        or may_be_moment(opening, at)
        or _LISTED.match(opening, at, partial=True) is not None
    )


def read_absolute(folded: str, position: int) -> TimeExpression | None:
    """The calendar time that begins exactly at `position` of a folded text."""
    coming = _YEARS_TO_COME.match(folded, position)
    if coming is not None:
        within = f"P{int(coming['n'])}{DURATION_UNIT[coming['unit']]}"
        return TimeExpression(
            position, coming.end(), DeadlineKind.PERIOD, from_issue=True, within=within
        )
    whole = _whole(folded, position)
    if whole is not None:
        return whole
    period = _PERIOD.match(folded, position) or _LISTED.match(folded, position)
    cursor = period.end() if period is not None else position
    now = _NOW.match(folded, cursor)
    found: TimeExpression | None
    if now is not None:
        found = _since_now(folded, position, now.end())
    else:
        reading = _read_lead_and_moment(folded, position, cursor, in_period=period is not None)
        found = _completed(folded, reading) if reading is not None else None
    if (
        found is None
        or period is None
        or "(" not in period[0]
        or ")" in folded[position : found.end]
    ):
        return found
    closed = folded.startswith(")", found.end)  # "cuối giai đoạn (năm 2025)"
    return replace(found, end=found.end + closed)


def _whole(folded: str, position: int) -> TimeExpression | None:
    """ "cả năm", "trong năm": of the year in question; "cả giai đoạn": all of the plan, no days."""
    issue = _OF_ISSUE.match(folded, position)
    if issue is not None:
        unit = _UNITS[issue["unit"]]
        told = unit, int(issue["which"] in ("tới", "sau"))
        kind, end = DeadlineKind.PERIOD, issue.end()
        return TimeExpression(position, end, kind, from_issue=True, of_issue=told, unit=unit)
    year = _ALL_YEAR.match(folded, position)
    if year is not None:
        first, last = calendar.year_days(None)
        kind, end = DeadlineKind.PERIOD, year.end()
        return TimeExpression(position, end, kind, first, last, bare=True, unit=Unit.YEAR)
    out = _OUT_OF_YEAR.match(folded, position)
    if out is not None:
        last = calendar.year_days(None)[1]
        return TimeExpression(position, out.end(), DeadlineKind.POINT, last=last, unit=Unit.PART)
    phase = _THIS_PHASE.match(folded, position)
    if phase is not None:
        kind, end = DeadlineKind.PERIOD, phase.end()
        return TimeExpression(position, end, kind, this_phase=True, unit=Unit.YEAR)
    period = _ALL_PERIOD.match(folded, position)
    if period is None:
        return None
    return TimeExpression(position, period.end(), DeadlineKind.PERIOD, bare=True, unit=Unit.YEAR)


def _since_now(folded: str, start: int, end: int) -> TimeExpression:
    """ "từ nay đến cuối năm 2025", "từ nay trở đi"."""
    expression = TimeExpression(start, end, DeadlineKind.PERIOD, from_issue=True)
    to = TO.match(folded, end)
    if to is not None:
        last = read_moment(folded, to.end()) or _bare_year(folded, to.end())
        if last is not None:
            onward = ONWARD.match(folded, last.end)
            if onward is not None:  # "từ nay đến năm 2020 và những năm tiếp theo"
                return replace(expression, end=onward.end(), unit=last.unit)
            before = "trước" in to[0] and last.first != last.last  # "đến trước Tết"
            return replace(
                expression,
                end=last.end,
                last=_day_before(last.first) if before else last.last,
                unit=last.unit,
                approximate=last.approximate,
            )
    out = _YEAR_OUT.match(folded, end)
    if out is not None:
        last_day = calendar.year_days(None)[1]
        return replace(expression, end=out.end(), last=last_day, unit=Unit.PART)
    event = UNTIL_EVENT.match(folded, end)
    if event is not None:
        return replace(expression, end=event.end(), anchor=event["anchor"])
    onward = ONWARD.match(folded, end)
    return replace(expression, end=onward.end()) if onward is not None else expression


def _bare_year(folded: str, position: int) -> Moment | None:
    match = YEAR_BARE.match(folded, position)
    if match is None or _LIST_END.match(folded, match.end()) is None:
        return None
    return read_moment(folded, position)


def _lead_of(match: regex.Match[str]) -> Lead:
    if match["by"]:
        return Lead.BEFORE if match["also"] else Lead.BY
    if match["before"]:
        return Lead.BEFORE
    if match["from"]:
        return Lead.FROM
    return Lead.AFTER if match["after"] else Lead.IN


def _read_lead_and_moment(
    folded: str, start: int, cursor: int, *, in_period: bool
) -> Reading | None:
    hours = _HOURS.match(folded, cursor)
    cursor = hours.end() if hours is not None else cursor
    match = _LEAD.match(folded, cursor) if hours is None else None
    lead = Lead.NONE
    if match is not None:
        lead = _lead_of(match)
        gap = _LEAD_END.match(folded, match.end())
        if gap is None:
            return None
        cursor = gap.end()
        listed = _LISTED.match(folded, cursor) or _TERM.match(folded, cursor)
        cursor = listed.end() if listed is not None else cursor
    moment = read_moment(folded, cursor)
    if moment is None:
        return None
    free = in_period or lead in (Lead.FROM, Lead.BEFORE) or moment.unit is not Unit.YEAR
    free = free or (lead is Lead.BY and _IS_REACHED.match(folded, moment.end) is not None)
    if moment.bare and lead is not Lead.NONE and not free and not _ends(folded, moment):
        return None  # "đến 2030, tầm nhìn 2050", "đến 2025 đạt" are years, "đến 2030 người" none
    edge = moment.unit is Unit.PART and moment.first == moment.last
    approximate = moment.approximate and not (edge and lead is Lead.FROM)  # "từ đầu tháng 5/2021"
    approximate = approximate or (match is not None and "khoảng" in match[0])
    bare = moment.bare and lead is Lead.NONE and not in_period
    if bare and not _ends(folded, moment) and not _followed(folded, moment):
        return None  # "năm 2025, 2000 người"
    return Reading(start, lead, moment, moment, moment.end, approximate, bare)


def _completed(folded: str, reading: Reading) -> TimeExpression | None:
    """Goes on with ranges, lists and tails, and says what the whole means."""
    if reading.lead is not Lead.AFTER and _read_range(folded, reading) is False:
        _read_list(folded, reading)
    recurring = recurring_tail(folded, reading)
    if recurring is not None:
        return recurring
    if reading.lead in (Lead.FROM, Lead.NONE, Lead.IN):
        opened = open_tail(folded, reading)
        if opened is not None:
            return opened
    return _closed(reading)


def _read_range(folded: str, reading: Reading) -> bool:
    """ "… đến ngày 20/11/2025", "- 2030"; says whether there was one."""
    to = TO.match(folded, reading.end)
    if to is None or ((to["comma"] or to["within"]) and reading.lead is not Lead.FROM):
        return False  # "20% năm 2025, đến năm 2030 đạt 50%" are two times
    further = read_further(folded, to.end(), reading.last)
    if further is None:
        return False
    if further.bare and further.unit is Unit.YEAR and reading.last.unit is not Unit.YEAR:
        return False
    if _is_of_noun(reading) and further.unit is not Unit.YEAR:
        return False  # "ủng hộ Quỹ năm 2022 đến ngày 12/10/2022": the fund of 2022
    reading.first, reading.last = _lend(reading.first, further)
    reading.end = further.end
    reading.approximate = reading.approximate or further.approximate
    return True


def _is_of_noun(reading: Reading) -> bool:
    """Whether a year stands without any word that would open a span."""
    alone = reading.lead is Lead.NONE and reading.start == reading.first.start
    return alone and reading.first.unit is Unit.YEAR


def _lend(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Month and year that only one end of a range names, for the other: 15/11 – 20/11/2025."""
    if first.month is None:
        first = first.in_month(last.month)
    early, late = first.month or 1, last.month or 12
    if first.year is None and last.year is not None:
        first = first.in_year(last.year - (1 if early > late else 0))
    elif last.year is None and first.year is not None:
        last = last.in_year(first.year + (1 if early > late else 0))
    return first, last


def _read_list(folded: str, reading: Reading) -> None:
    """ "năm 2022 và 2024", "quý II, III/2015", "ngày 30, 31-12"; not "15/6 và 15/12"."""
    items = [reading.first]
    if items[0].unit is Unit.DAY and items[0].month is not None:
        _read_next_day(folded, reading)
        return
    if reading.lead in (Lead.BY, Lead.BEFORE, Lead.AFTER) and items[0].unit is not Unit.DAY:
        _read_choice(folded, reading)
        return
    year_after: Moment | None = None
    while len(items) < 24:
        joint = _AND.match(folded, items[-1].end)
        if joint is None:
            break
        item = read_further(folded, joint.end(), items[-1])
        if item is not None and item.unit is Unit.YEAR and items[0].unit is not Unit.YEAR:
            year_after = item  # "Quý III, IV/2026, 2027"
            break
        if item is None or item.unit is not items[0].unit:
            break
        whole = item.unit is Unit.DAY and item.year is not None  # "15 và 16/8/2024 tổ chức …"
        if not (whole or _ends(folded, item) or _followed(folded, item)):
            break
        items.append(item)
    if len(items) == 1 and year_after is None:
        return
    year, month = items[-1].year, items[-1].month
    named = [item.in_month(month).in_year(year) for item in items]
    if year_after is not None:
        named.append(year_after)
    reading.first, reading.last, reading.end = named[0], named[-1], named[-1].end
    if not _read_range(folded, reading):  # "2025; 2026 - 2030"
        reading.listed = tuple(named)


def _read_choice(folded: str, reading: Reading) -> None:
    """ "đến hết tháng 6 hoặc tháng 12": one time, by the later of the two at the latest."""
    either = _OR.match(folded, reading.end)
    other = read_further(folded, either.end(), reading.last) if either is not None else None
    if reading.lead is Lead.BY and other is not None and other.unit is reading.last.unit:
        reading.first = reading.last = other
        reading.end = other.end


def _read_next_day(folded: str, reading: Reading) -> None:
    """ "chiều ngày 28/12 và cả ngày 29/12/2026": a day and the one after it are one period."""
    joint = _AND_ALL.match(folded, reading.end)
    following = read_moment(folded, joint.end()) if joint is not None else None
    if reading.lead not in (Lead.NONE, Lead.IN) or following is None:
        return
    if following.unit is not Unit.DAY or following.month is None:
        return
    first, last = _lend(reading.first, following)
    early = first.last.date(_ANY_YEAR) if first.last is not None else None
    late = last.first.date(_ANY_YEAR) if last.first is not None else None
    if early is not None and late is not None and late - early == _ONE_DAY:
        reading.first, reading.last, reading.end = first, last, last.end


def _followed(folded: str, moment: Moment) -> bool:
    """Whether a tail makes bare figures a time: "2025 và các năm tiếp theo", "30/10 hằng năm"."""
    return any(tail.match(folded, moment.end) for tail in (ONWARD, EACH))


def _ends(folded: str, item: Moment) -> bool:
    """A bare figure is a time only where its clause ends: not in "năm 2025, 2000 người"."""
    if not item.bare or _LIST_END.match(folded, item.end) is not None:
        return True
    if item.unit is Unit.DAY and item.year is not None and _BRACKET.match(folded, item.end):
        return True  # "07/02/2021 (105 ngày trước ngày bầu cử)"
    return TO.match(folded, item.end) is not None


def _closed(reading: Reading) -> TimeExpression | None:
    first, last = reading.moments
    start, end = first.first, last.last
    kind = DeadlineKind.PERIOD
    if reading.lead is Lead.AFTER:
        start, end = (replace(end, shift=end.shift + 1) if end is not None else None), None
    elif reading.lead is Lead.BEFORE and last.first != last.last:
        kind, end = DeadlineKind.POINT, last.first
        start = None
        end = _day_before(end)
    elif reading.lead in (Lead.BY, Lead.BEFORE) or (first is last and start == end):
        kind, start = DeadlineKind.POINT, None
    return TimeExpression(
        reading.start,
        reading.end,
        kind,
        first=start,
        last=end,
        approximate=reading.approximate,
        bare=reading.bare,
        unit=last.unit,
        listed=tuple((item.first, item.last) for item in reading.listed),
    )


def _day_before(day: Day | None) -> Day | None:
    """ "trước tháng 6/2026" ends on 31 May; "trước Tết" on the day before mùng 1."""
    if day is None:
        return None
    return replace(day, shift=-1)
