"""Finding time expressions in a text: where to look, and how neighbours make one expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import regex

from vnplan.parsers.deadlines import rules
from vnplan.parsers.deadlines.absolute import may_be_absolute, read_absolute
from vnplan.parsers.deadlines.expression import Day, TimeExpression, Unit
from vnplan.parsers.deadlines.onward import same_day_of, since_then, starts_with, year_lent
from vnplan.parsers.deadlines.recurrence import (
    may_recur,
    read_continuity,
    read_recurrence,
    with_demand,
)
from vnplan.parsers.deadlines.relative import (
    may_be_relative,
    may_be_vague,
    read_relative,
    read_vague,
)
from vnplan.parsers.deadlines.triggers import Trigger, Triggers
from vnplan.records import DeadlineKind
from vnplan.text.fold import fold_characters
from vnplan.text.offsets import TextBuilder

_Reader = Callable[[str, int], TimeExpression | None]

# The words any expression begins with; the first reader that takes one wins.
_BY_WORD: dict[str, tuple[_Reader, ...]] = {
    "năm ngày tháng tết tuần thượng trung hạ quí nửa đầu giữa cuối hè học giai thời nhiệm niên"
    " nhân dịp cả tới hết sáng chiều trưa buổi kết hạn tầm định_hướng bắt cho ngay suốt khoảng"
    " thứ chủ": (
        read_recurrence,
        read_relative,
        read_vague,
        read_absolute,
    ),
    "hằng hàng mỗi từng qua báo định cứ": (read_recurrence, read_absolute),
    "ít": (read_recurrence, read_relative, read_absolute),
    "quý các những": (read_recurrence, read_vague, read_absolute),
    "thường liên": (read_continuity,),
    "đột khi tại mùa kỳ phiên": (read_relative,),
    "theo": (read_recurrence, read_vague),
    "trước sau từ kể tính đến trong vào chậm muộn trễ không tối quá": (
        read_recurrence,
        read_relative,
        read_vague,
        read_absolute,
    ),
    "một hai ba bốn sáu bảy tám chín mười": (read_recurrence, read_relative, read_absolute),
    "#": (read_recurrence, read_relative, read_absolute),
}
_READERS: dict[str, tuple[_Reader, ...]] = {
    word: readers for words, readers in _BY_WORD.items() for word in words.split()
}
_MAY_OPEN: dict[_Reader, Callable[[str], bool]] = {
    read_recurrence: may_recur,
    read_relative: may_be_relative,
    read_vague: may_be_vague,
    read_absolute: may_be_absolute,
}
_TRIGGERS = Triggers(word for word in _READERS if word.isalpha())
_BEFORE, _AFTER = 64, 900
_WIDE = re.compile(r"\s{4,}")
# By first letters: each line is searched, and most characters begin none of them.
_HINT = re.compile(
    r"n(?:ăm|gày|ay|hiệm\s+kỳ)|t(?:háng|uần|hường|hời|ết|rước|rong|\.?\s?\d)|q(?:u[ýí]|\.?\s?[\di])"
    r"|gi(?:ờ|ai\s+đoạn)|dịp|sau|h(?:[ằà]ng|ọc\s+kỳ)|\d(?:h|\d\d\d|/)|đ(?:ịnh\s+kỳ|ột\s+xuất|ợt)"
    r"|từ\s\d{1,2}[-.]\d|mùa|suốt|l(?:iên\s+tục|ộ\s+trình)|k(?:hi|ỳ\s+họp|ế\s+hoạch\s+riêng)|phiên\s+họp"
)
# The trigger and the word behind it: "trong quá", "15 tháng", "12/"
_OPENING = re.compile(r"\w+\W{0,3}[^\W\d]*")
_LONGEST_OPENING = 40


def find_times(text: str, folded: str | None = None) -> list[TimeExpression]:
    """Every time expression in `text` (NFC), from left to right, none overlapping another.

    Also those that bound nothing (the day of a cited law, a bare year): whether one is a deadline
    depends on where it stands. `folded` is the text folded, for those that have it. Cost is linear
    in the length of the text.
    """
    if folded is None:
        folded = fold_characters(text)
    if _HINT.search(folded) is None:
        return []
    if _WIDE.search(text) is not None:
        return _in_squeezed(text)
    found: list[TimeExpression] = []
    position = 0
    for trigger in _TRIGGERS.find(folded):
        if trigger.start < position:
            continue
        expression = _read(folded, trigger)
        if expression is not None:
            found.append(expression)
        position = trigger.end if expression is None else expression.end
    whole = [item for item in _joined(folded, found) if _is_dated(item)]
    return [_in_own_words(text, folded, item) for item in whole]


def _in_squeezed(text: str) -> list[TimeExpression]:
    """The same in a text with its wide white space narrowed, which patterns would try anew."""
    builder = TextBuilder()
    position = 0
    for gap in _WIDE.finditer(text):
        builder.add(text[position : gap.start() + 1], position)
        position = gap.end()
    builder.add(text[position:], position)
    narrow, offsets = builder.build()
    return [
        replace(
            item,
            start=offsets.source(item.start),
            end=offsets.source_span(item.start, item.end).end,
        )
        for item in find_times(narrow)
    ]


def _read(folded: str, trigger: Trigger) -> TimeExpression | None:
    """The expression that begins with a trigger word, read in a window of the text around it.

    The window bounds the cost: before a match the engine looks for the letters a pattern needs, to
    the end of what it is given.
    """
    opening = _OPENING.match(folded, trigger.start, trigger.start + _LONGEST_OPENING)
    readers = _readers(trigger.word or "#", opening[0] if opening is not None else "")
    if not readers:
        return None
    start = max(0, trigger.start - _BEFORE)
    window = folded[start : trigger.start + _AFTER]
    for reader in readers:
        found = reader(window, trigger.start - start)
        if found is not None:
            return replace(found, start=found.start + start, end=found.end + start)
    return None


@lru_cache(maxsize=20_000)
def _readers(word: str, opening: str) -> tuple[_Reader, ...]:
    """The readers that may take what begins with `opening`: of most places, none."""
    return tuple(
        reader for reader in _READERS[word] if reader not in _MAY_OPEN or _MAY_OPEN[reader](opening)
    )


def _in_own_words(text: str, folded: str, item: TimeExpression) -> TimeExpression:
    """The anchor as the text writes it."""
    if item.anchor is None:
        return item
    start = folded.find(item.anchor, item.start, item.end)
    if start < 0:
        return item
    return replace(item, anchor=text[start : start + len(item.anchor)])


def _is_dated(item: TimeExpression) -> bool:
    """Not a day whose month nothing told ("chậm nhất ngày 25")."""
    return all(day is None or day.month is not None for day in (item.first, item.last))


_ADJOINING = regex.compile(r"\s*[,(:]?\s*(?:(?:là|vào|và)\s+)?(?:\(\s*)?")
_SENTENCE_END = regex.compile(r"[.;:!?\n]")
_FREQUENCY = regex.compile(r"FREQ=(?P<frequency>[A-Z]+)(?:;INTERVAL=(?P<step>\d+))?$")
_FAR = 120
_HALF_YEAR = 6  # months


def _joined(folded: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Expressions that are one: "Định kỳ hằng năm (trước ngày 30 tháng 11)"."""
    joined: list[TimeExpression] = []
    for item in found:
        if not joined:
            joined.append(item)
            continue
        whole = (
            starts_with(folded, joined[-1], item)
            or since_then(folded, joined[-1], item)
            or _join(folded, joined[-1], item)
        )
        if whole is not None:
            joined[-1] = whole
        else:
            joined[-1:] = _of_one_sentence(folded, joined[-1], item)
    return joined


def _join(folded: str, before: TimeExpression, item: TimeExpression) -> TimeExpression | None:
    """`before` and `item` as one expression, or None.

    A period that recurs and the day it falls on are one, side by side or with the action between
    them: "định kỳ hàng năm báo cáo kết quả … chậm nhất ngày 17 tháng 12".
    """
    if item.start - before.end > _FAR:
        return None
    gap = folded[before.end : item.start]
    if before.kind is DeadlineKind.RELATIVE:
        return _spelled_out(folded, before, item, gap)
    if before.kind is DeadlineKind.CONTINUOUS and not gap.strip() and item.bare:
        return replace(before, end=item.end)  # "thường xuyên trong năm"
    if _is_gloss(folded, before, item, gap):
        return replace(before, end=item.end + 1)
    if before.kind is not DeadlineKind.RECURRING:
        return None
    near = _ADJOINING.fullmatch(gap) is not None
    if not near and _SENTENCE_END.search(gap) is not None:
        return None
    if item.kind is DeadlineKind.RECURRING:
        rule = item.recurrence
        same = before.recurrence in (None, rule and rule.partition(";BY")[0])
        quarterly = before.recurrence == rules.every("quý") and "MONTH=" in (rule or "")
        if rule is None or not (same or quarterly):
            return None  # "Định kỳ 6 tháng, hàng năm" are two
        if "BY" not in rule and (before.recurrence is not None or not near):
            return None
    else:
        rule = _dated_rule(before, item)
        if rule is None or (item.kind is DeadlineKind.PERIOD and not near):
            return None
    end = item.end
    if "(" in gap and ")" not in gap and folded.startswith(")", end):
        end += 1
    end = with_demand(folded, end)
    return replace(before, end=end, recurrence=rule, unit=item.unit)


def _is_gloss(folded: str, before: TimeExpression, item: TimeExpression, gap: str) -> bool:
    """ "ngày 07/02/2021 (105 ngày trước ngày bầu cử)": a day, and how it was counted."""
    dated = before.unit is Unit.DAY and before.last is not None
    counted = item.kind is DeadlineKind.RELATIVE and item.offset is not None
    return dated and counted and gap.strip() == "(" and folded.startswith(")", item.end)


def _spelled_out(
    folded: str, before: TimeExpression, item: TimeExpression, gap: str
) -> TimeExpression | None:
    """ "trong 10 ngày làm việc (từ ngày 20/11 đến ngày 03/12/2025)": a length, and its days.

    "trước khi vào mùa mưa (tháng 8/2019)": an event, and the day it begins.
    """
    closed = "(" in gap and folded.startswith(")", item.end)
    opened = item.first is not None and item.last is None and item.unit is Unit.PART
    if before.offset is None and opened and closed and gap.strip() == "(":
        return replace(before, end=item.end + 1)  # "khi Hiệp định có hiệu lực (từ giữa năm 2020)"
    ahead = (before.anchor or "").startswith("trước ") and item.last is not None
    if ahead and before.offset is None and gap.strip() == "(" and closed:
        day = replace(item.first, shift=-1) if item.first is not None else item.last
        point = replace(item, kind=DeadlineKind.POINT, first=None, last=day, bare=False)
        return replace(point, start=before.start, end=item.end + 1)
    days = item.first is not None and item.last is not None and item.unit is Unit.DAY
    if not days:
        return None
    if before.offset is None and (before.anchor or "").startswith("trong ") and closed:
        # "trong thời gian diễn ra kỳ thi (từ ngày 24/6 đến ngày 27/6/2019)"
        return replace(item, start=before.start, end=item.end + 1)
    if before.offset is None or before.anchor or gap.strip() not in ("(", ",", ":"):
        return None
    return replace(item, start=before.start, end=item.end + closed, bare=False)


def _dated_rule(before: TimeExpression, item: TimeExpression) -> str | None:
    """The rule of a recurring time and the day without a year that follows it."""
    day = item.last or item.first
    frequency = _FREQUENCY.match(before.recurrence or "FREQ=YEARLY")
    if day is None or day.year is not None or frequency is None or item.from_issue:
        return None
    window = item.unit is Unit.DAY and item.kind is DeadlineKind.PERIOD and item.first is not None
    if item.kind is not DeadlineKind.POINT and item.unit is not Unit.MONTH and not window:
        return None
    name, step = frequency["frequency"], int(frequency["step"] or 1)
    if day.month is None:
        if name != "MONTHLY" or step > 3:
            return None
        return rules.on_month_day("quý" if step == 3 else "tháng", day.day)
    if before.recurrence is None and item.unit is not Unit.DAY:
        return None
    if item.unit is Unit.MONTH and len(item.listed) > 1 and name == "YEARLY" and step == 1:
        return rules.yearly_in(item.listed)  # "02 đợt/năm (tháng 4 và tháng 10)"
    if name == "MONTHLY" and step < _HALF_YEAR:
        return None  # "ít nhất mỗi quý một lần, kết thúc trước ngày 25 tháng 11": two times
    if name == "MONTHLY" or (name == "YEARLY" and step == 1):
        return rules.yearly_on((item.first or item.last, item.last), item.unit)
    return None


_LISTED = regex.compile(r"[^.:\n]{0,60}")


def _of_one_sentence(
    folded: str, before: TimeExpression, item: TimeExpression
) -> tuple[TimeExpression, TimeExpression]:
    """Days without a year that share a recurrence with a neighbour.

    "trước ngày 01/6 và 15/11 hằng năm": both yearly. "6 tháng (trước ngày 15/6), năm (trước ngày
    15/12)" after "định kỳ": the second is yearly too.
    """
    if _LISTED.fullmatch(folded[before.end : item.start]) is None:
        return before, item
    if (again := same_day_of(folded, before, item)) is not None:
        return before, again
    before = year_lent(folded, before, item)
    if _recurs_on_day(item):
        return _yearly(before), item
    if _recurs_on_day(before):
        return before, _yearly(item)
    return before, item


def _recurs_on_day(item: TimeExpression) -> bool:
    return item.unit is Unit.DAY and "BYMONTHDAY=" in (item.recurrence or "")


def _yearly(item: TimeExpression) -> TimeExpression:
    """A day without a year as one of every year; anything else as it is."""
    day: Day | None = item.last
    if item.kind is not DeadlineKind.POINT or item.unit is not Unit.DAY or item.from_issue:
        return item
    if day is None or day.year is not None or day.month is None:
        return item
    rule = rules.yearly_on((day,), Unit.DAY)
    kind = DeadlineKind.RECURRING
    return replace(item, kind=kind, first=None, last=None, recurrence=rule, bare=False)
