"""How the tables of this folder write down what a time expression says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.parsers.deadlines import Day, TimeExpression, find_times
from vnplan.parsers.deadlines.expression import MONTH_END

Meaning = Callable[[str], list[str]]


def _day(day: Day | None) -> str:
    """2026-06-30; a year the text leaves out is "*", the last day of an unknown month "end"."""
    if day is None:
        return ""
    known = day.date()
    if known is not None:
        return known.isoformat()
    number = "end" if day.day == MONTH_END else f"{day.day:02}"
    shift = f"{day.shift:+}" if day.shift else ""
    return f"{day.year or '*'}-{day.month or 0:02}-{number}{'âl' if day.lunar else ''}{shift}"


def _meaning(item: TimeExpression) -> str:
    parts = [item.kind.value]
    first = "issue" if item.from_issue else _day(item.first)
    last = "issue" if item.until_issue else _day(item.last)
    if item.within:
        last = f"+{item.within}"
    if first or last:
        parts.append(f"{first}..{last}")
    parts += filter(None, (item.recurrence, item.offset))
    if item.anchor:
        parts.append(f"[{item.anchor}]")
    if item.approximate:
        parts.append("~")
    if item.bare:
        parts.append("bare")
    return " ".join(parts)


@pytest.fixture(scope="session")
def meaning() -> Meaning:
    """From a text to its expressions, each as "words = kind first..last rule offset [anchor]"."""

    def read(text: str) -> list[str]:
        return [f"{text[item.start : item.end]} = {_meaning(item)}" for item in find_times(text)]

    return read
