"""The deadlines of a plan on an axis of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from vnplan.exports.page.days import when
from vnplan.exports.page.drawing import WIDTH
from vnplan.exports.page.items import Items
from vnplan.exports.page.visible import one_line, plain
from vnplan.records import Deadline

MOST: Final = 60
_LEFT: Final = 300
_RIGHT: Final = 20
_TOP: Final = 30
_ROW: Final = 24
_TICKS: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """All deadlines of the same days: the first of them, and how many there are."""

    go: str
    label: Markup
    words: str
    count: int
    tasks: int
    y: int
    x1: float
    x2: float
    point: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows with the years below them; `first` and `last` are days as numbers."""

    width: int
    height: int
    left: int
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    first: int
    last: int
    capped: bool


def timeline(items: Items) -> Timeline | None:
    """The deadlines with a last day, the earliest first; None where no deadline has one."""
    groups: dict[tuple[dt.date | None, dt.date], list[Deadline]] = {}
    for deadline in items.plan.deadlines:
        if deadline.end is not None and deadline.recurrence is None:
            groups.setdefault((deadline.start, deadline.end), []).append(deadline)
    if not groups:
        return None
    ordered = sorted(groups, key=lambda days: (days[1], days[0] or days[1]))
    kept = ordered[:MOST]
    scale = _Scale(day for days in kept for day in days if day is not None)
    rows = []
    for at, (start, end) in enumerate(kept):
        held = groups[start, end]
        tasks = {task.id for deadline in held for task in items.due(deadline.id)}
        rows.append(
            Row(
                items.key("deadline", held[0].id) or "",
                when(held[0], items.lang),
                plain(one_line(held[0].text, 26)),
                len(held),
                len(tasks),
                _TOP + at * _ROW,
                scale.x((start or end).toordinal()),
                scale.x(end.toordinal() + 1),
                start is None or start == end,
            )
        )
    height = _TOP + len(rows) * _ROW + 10
    return Timeline(
        WIDTH,
        height,
        _LEFT,
        tuple(rows),
        scale.ticks(),
        scale.first,
        scale.last,
        len(ordered) > len(kept),
    )


class _Scale:
    """Days to the right; whole years at both ends."""

    def __init__(self, days: Iterable[dt.date]) -> None:
        years = [day.year for day in days]
        self._years = min(years), max(years) + 1
        self.first = dt.date(min(years), 1, 1).toordinal()
        self.last = _new_year(max(years) + 1)

    def x(self, day: int) -> float:
        share = (day - self.first) / max(self.last - self.first, 1)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        first, last = self._years
        step = max(1, -(-(last - first) // _TICKS))
        return tuple((self.x(_new_year(year)), str(year)) for year in range(first, last, step))


def _new_year(year: int) -> int:
    """The first day of a year as a number, also of the one after the last that dates have."""
    return dt.date(year - 1, 12, 31).toordinal() + 1 if year > 1 else 1
