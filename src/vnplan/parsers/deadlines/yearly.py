"""Days without a year that come back every year, though nothing beside them says so.

báo cáo 6 tháng (trước ngày 10/6) và cả năm (trước ngày 10/12) · chiến dịch hằng năm: Ngày Môi
trường thế giới (05/6) · bố trí dự toán hằng năm; … lập dự toán trước ngày 20 tháng 7
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.deadlines import rules
from vnplan.parsers.deadlines.expression import TimeExpression, Unit
from vnplan.records import DeadlineKind

_REACH = 240
_EACH_YEAR = regex.compile(r"(?<!\p{L})(?:hằng|hàng)\s+năm(?!\p{L})")
# "Ngày Môi trường thế giới (", "Tuần lễ Biển và Hải đảo Việt Nam (", "Tháng Thanh niên ("
_NAMED_DAY = regex.compile(
    r"(?<!\p{L})(?:ngày|tuần\s+lễ|tháng)\s+(?!\d)[^().;:]{3,70}\(\s*(?:từ\s+)?(?:ngày\s+)?$"
)
_HALF_YEAR = regex.compile(
    r"(?:báo\s+cáo|sơ\s+kết|kết\s+quả)[^;.]{0,90}(?:6|06|sáu)\s+tháng(?:\s+đầu\s+năm)?\s*[(:]?\s*$"
)
_WHOLE_YEAR = regex.compile(
    r"(?:báo\s+cáo|sơ\s+kết|kết\s+quả)[^;.]{0,90}(?:6|06|sáu)\s+tháng[^;.]{0,60}(?<!\p{L})năm\s*[(:]?\s*$"
)
_BUDGET = regex.compile(r"(?:lập|xây\s+dựng|thảo\s+luận|gửi)\s+dự\s+toán[^;.]{0,40}$")


def every_year(folded: str, item: TimeExpression, *, one_year: bool) -> TimeExpression:
    """`item` as one of every year where its line means that; else `item` itself.

    `one_year`: the plan is for a single year, in which reports and estimates have their one day.
    """
    day = item.last
    if item.unit is not Unit.DAY or day is None or day.year is not None or day.month is None:
        return item
    if day.lunar or item.from_issue or item.kind is DeadlineKind.RECURRING:
        return item
    left = folded[max(0, item.start - _REACH) : item.start]
    yearly = _EACH_YEAR.search(left) or _EACH_YEAR.match(folded, item.end + 2)
    if yearly and folded.startswith(")", item.end) and _NAMED_DAY.search(left):
        return _recurring(item)
    if one_year or item.kind is not DeadlineKind.POINT:
        return item
    if _HALF_YEAR.search(left) or _WHOLE_YEAR.search(left):
        return _recurring(item)
    if _EACH_YEAR.search(left) and _BUDGET.search(left):
        return _recurring(item)
    return item


def _recurring(item: TimeExpression) -> TimeExpression:
    kind = DeadlineKind.RECURRING
    rule = rules.on_days_of_month(item.first, item.last) or rules.yearly_on(
        (item.first, item.last), Unit.DAY
    )
    return replace(item, kind=kind, first=None, last=None, recurrence=rule, bare=False)
