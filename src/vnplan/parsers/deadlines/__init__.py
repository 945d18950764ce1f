"""Deadlines (thời hạn): time expressions, and which of them bound what a plan orders."""

from __future__ import annotations

from vnplan.parsers.deadlines.captions import is_counted_caption
from vnplan.parsers.deadlines.context import DeadlineContext
from vnplan.parsers.deadlines.expression import Day, TimeExpression, Unit
from vnplan.parsers.deadlines.find import find_deadlines
from vnplan.parsers.deadlines.search import find_times

__all__ = [
    "Day",
    "DeadlineContext",
    "TimeExpression",
    "Unit",
    "find_deadlines",
    "find_times",
    "is_counted_caption",
]
