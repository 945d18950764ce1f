"""The days a question is about: from and to, a number of days, a quarter."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import regex

from vnplan.cli.source import day
from vnplan.cli.terminal import wrong

_AHEAD = 92
"""A quarter: what a body plans and reports by."""

# 2025-Q2, Q2/2025, 2/2025, Quý II/2025
_QUARTER = regex.compile(
    r"(?:quý|quy|q)?\s*(?P<quarter>[1-4]|i{1,3}|iv)(?:\s*+[/-]\s*+|\s++)(?P<year>\d{4})"
    r"|(?P<year>\d{4})(?:\s*+[/-]\s*+|\s++)q?(?P<quarter>[1-4]|i{1,3}|iv)",
    regex.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

Window = tuple[dt.date, dt.date]


def window(
    after: str | None, before: str | None, days: int | None, quarter: str | None, today: dt.date
) -> Window:
    """First and last day; a quarter ahead when nothing is said. More than one way is a wrong call.

    Up to a day that is over and nothing else: the quarter before it.
    """
    if quarter is not None and (after or before or days is not None):
        raise wrong("a quarter is a time of its own", of="--quarter")
    if days is not None and before:
        raise wrong("a number of days, or a last one, not both", of="--next")
    if quarter is not None:
        return _quarter(quarter, today)
    first, last = day(after, "--after"), day(before, "--before")
    ahead = _AHEAD if days is None else days
    if first is None:
        first = _later(last, -_AHEAD) if last is not None and last < today else today
    if last is None:
        last = _later(first, ahead)
    if last < first:
        raise wrong(f"{last} is before {first}", of="--before")
    return first, last


def _later(first: dt.date, days: int) -> dt.date:
    """A day so much later, or earlier; as far as the calendar goes."""
    try:
        return first + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


def _quarter(asked: str, today: dt.date) -> Window:
    """The quarter of "this", "next", "last", or of a number and a year."""
    turn = {"last": -1, "this": 0, "next": 1}.get(asked.strip().lower())
    if turn is not None:
        count = today.year * 4 + (today.month - 1) // 3 + turn
    elif (said := _QUARTER.fullmatch(asked.strip())) is not None:
        number = said["quarter"].lower()
        count = int(said["year"]) * 4 + (_ROMAN.get(number) or int(number)) - 1
    else:
        raise wrong(
            f"{asked!r} is no quarter: this, next, last, 2025-Q2 or II/2025", of="--quarter"
        )
    year, month = count // 4, count % 4 * 3 + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise wrong(f"{asked!r} is beyond the calendar", of="--quarter")
    last = month + 2
    return dt.date(year, month, 1), dt.date(year, last, monthrange(year, last)[1])
