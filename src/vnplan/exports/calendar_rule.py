"""Recurrences of deadlines as rules of RFC 5545 that fall on the same days in every calendar.

A plan that says "hằng năm" names no day; here that is the last one of the year, as everywhere in
vnplan (`store.recurrence`), but to a calendar it would be the day on which the rule begins. So each
rule gets its days said. A day that a month does not have ("ngày 30 hằng tháng") is the last one of
it; RFC 5545 would leave the month out.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from typing import Final, NamedTuple

from vnplan.store.recurrence import run_ends

_SURE: Final = 28
"""Every month has this day."""
_LONGEST: Final = 31
_COMMON: Final = 2025  # a year that is no leap year


class Rule(NamedTuple):
    """One rule: as calendars read it, and as `store.recurrence` does."""

    said: str
    meant: str


def rules(recurrence: str) -> tuple[Rule, ...]:
    """The rules that together fall on the days of a recurrence; none for one that is no such rule.

    A calendar counts steps of several years or weeks from its first day: that must be a due one.
    """
    said = (part.partition("=") for part in recurrence.upper().split(";"))
    parts = {name: value for name, _, value in said}
    step, frequency = parts.get("INTERVAL", "1"), parts.get("FREQ", "")
    if not (step.isascii() and step.isdigit()):
        return ()
    start = f"FREQ={frequency}" + (f";INTERVAL={step}" if step != "1" else "")
    try:
        months, days = _numbers(parts, "BYMONTH"), _numbers(parts, "BYMONTHDAY")
    except ValueError:
        return ()
    if any(not 1 <= month <= 12 for month in months):
        return ()
    if any(not (1 <= day <= _LONGEST or -_SURE <= day <= -1) for day in days):
        return ()
    if frequency == "YEARLY":
        return _yearly(start, months, days)
    if frequency == "MONTHLY":
        return _monthly(start, days)
    if frequency == "WEEKLY":
        weekly = f"{start};BYDAY={parts.get('BYDAY', 'SU')}"
        return (Rule(f"{weekly};WKST=MO", weekly),)
    return (Rule(start, start),) if frequency == "DAILY" else ()


def _numbers(parts: dict[str, str], name: str) -> list[int]:
    return sorted({int(value) for value in parts[name].split(",")}) if name in parts else []


def _yearly(start: str, months: list[int], days: list[int]) -> tuple[Rule, ...]:
    """Months in which the days are the same ones go together."""
    named = (months if days else run_ends(months)) or [12]
    groups: dict[tuple[int, ...], list[int]] = {}
    for month in named:
        last = monthrange(_COMMON, month)[1]
        real = {-1 if day > last else day for day in days or [-1]}
        groups.setdefault(tuple(sorted(real)), []).append(month)
    return tuple(
        Rule(said, said)
        for real, found in groups.items()
        for said in [f"{start};BYMONTH={_list(found)};BYMONTHDAY={_list(real)}"]
    )


def _monthly(start: str, days: list[int]) -> tuple[Rule, ...]:
    wanted = {-1 if day == _LONGEST else day for day in days or [-1]}
    sure = sorted(day for day in wanted if day <= _SURE)
    found = []
    if sure:
        said = f"{start};BYMONTHDAY={_list(sure)}"
        found.append(Rule(said, said))
    for day in sorted(wanted - set(sure)):
        # Of the 28th, 29th and 30th the last one that there is.
        either = _list(range(_SURE, day + 1))
        said = f"{start};BYMONTHDAY={either};BYSETPOS=-1"
        found.append(Rule(said, f"{start};BYMONTHDAY={day}"))
    return tuple(found)


def _list(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
