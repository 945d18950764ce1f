"""Deadlines in a few words: "by 2025-12-31", "2021 – 2025", "Quý II/2022" as written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

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
    text = deadline.text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _period(start: dt.date, end: dt.date) -> str:
    """ "2021 – 2025" for whole years, else both days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year} – {end.year}"
    return f"{start}" if start == end else f"{start} – {end}"
