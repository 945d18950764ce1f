"""Deadlines in a few words: "by 2025-12-31", "2021 – 2025", "Quý II/2022" as written."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING

from vnplan.cli.terminal import cut

if TYPE_CHECKING:
    from vnplan.records import Deadline

_LONGEST = 60


def when(deadline: Deadline) -> str:
    """The days where there are any, else the words of the document."""
    start, end = deadline.start, deadline.end
    about = "about " if deadline.approximate else ""
    if deadline.recurrence is None and deadline.offset is None:
        if start and end:
            return about + _period(start, end)
        if end:
            return f"{about}by {end}"
        if start:
            return f"{about}from {start}"
    return cut(deadline.text, _LONGEST)


def _period(start: dt.date, end: dt.date) -> str:
    """ "2021 – 2025" for whole years, "2022-04 – 2022-06" for whole months, else both days."""
    shown = 10
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        shown = 4 if (start.month, end.month) == (1, 12) else 7
    first, last = start.isoformat()[:shown], end.isoformat()[:shown]
    return first if first == last else f"{first} – {last}"
