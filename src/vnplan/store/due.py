"""What falls due on which day: one answer a task and day, what recurs on each of its days."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from vnplan.store.answers import Due
from vnplan.store.reading import DOCUMENT, Query, deadline_of, found_due, found_tasks
from vnplan.store.recurrence import counts_from_its_start, due_days
from vnplan.store.search import first_plans
from vnplan.store.selection import ORDER, Selection, limited

Window = tuple[dt.date, dt.date]
_Rule = tuple[object, object]
"""A rule, and the day on which it begins where that makes a difference."""

_MANY = 3000  # deadlines of one rule
_ANY = "any"  # day to begin on, of a rule to which it makes no difference
_ORDER = f"{ORDER}, d.id, td.task"
"""Of the times of a day. Thousands are sorted for the first few: no more of them is read for it."""


class _Time(NamedTuple):
    """A deadline on one of its days, with one task or none; sorted as the answers are."""

    day: str
    urn: str
    sha256: str
    deadline: int
    task: int | None

    @property
    def document(self) -> tuple[str, str, str]:
        """The day and the document: what one page of the answers is about."""
        return self[:3]


def falling_due(query: Query, window: Window, chosen: Selection, limit: int | None) -> list[Due]:
    """What is due in a window, both days included, by day and then in the order of documents.

    `chosen`: conditions on `deadline d`, its `plan p` and `task_deadline td`.
    """
    route = _route(query, chosen, limit)

    def first(size: int) -> _Page:
        page = _once(query, window, route, f"d.last, {_ORDER}", size)
        end = dt.date.fromisoformat(page.times[-1].day) if page.more else window[1]
        again = _recurring(query, (window[0], end), route, size)
        if not again.more:
            return _Page(sorted((*page.times, *again.times), key=_place), page.more, page.last)
        until = again.times[-1].day
        once = (time for time in page.times if time.day <= until)
        # What is missing of either, behind the same day.
        cuts = [one for one in (again.last, page.last) if one is not None and one[0] == until]
        last = min(cuts, default=None)
        return _Page(sorted((*once, *again.times), key=_place), more=True, last=last)

    return _answers(query, _first(query, first, limit))


def overdue(query: Query, on: dt.date, chosen: Selection, limit: int | None) -> list[Due]:
    """What was due before a day and does not come back, the latest first; `chosen` as above."""
    if on == dt.date.min:
        return []
    window = (dt.date.min, on - dt.timedelta(days=1))
    route = _route(query, chosen, limit)

    def first(size: int) -> _Page:
        return _once(query, window, route, f"d.last DESC, {_ORDER}", size)

    return _answers(query, _first(query, first, limit))


class _Route(NamedTuple):
    """Where times are looked for: tables, conditions for what recurs not and does, their values."""

    tables: str
    once: str
    again: str
    each: str
    values: list[object]
    in_order: bool = False
    """Whether documents may be gone through in their order: many come into question."""


def _route(query: Query, chosen: Selection, limit: int | None) -> _Route:
    """The way to the times chosen that meets fewest others."""
    tasks = "LEFT JOIN task_deadline td ON td.deadline = d.id"
    of_plans, others = chosen.apart()
    if of_plans.values:
        plans = first_plans(query, of_plans)
        if not plans.more:
            others.add("p.id IN (SELECT value FROM json_each(?))", plans.ids)
            tables = f"plan p CROSS JOIN deadline d ON d.plan = p.id {tasks}"
            each = others.where_each
            return _Route(tables, each, each, each, others.values)
    if chosen.of_owner:
        tables = (
            "task_deadline td CROSS JOIN deadline d ON d.id = td.deadline"
            " CROSS JOIN plan p ON p.id = d.plan"
        )
        return _Route(tables, others.where, others.where, others.where_each, others.values)
    tables = f"deadline d JOIN plan p ON p.id = d.plan {tasks}"
    # By their last day, which has an index: it ends with the last that is wanted.
    once = chosen.where if limit is None else chosen.where_each
    return _Route(
        tables, once, chosen.where, chosen.where_each, chosen.values, in_order=limit is not None
    )


class _Page(NamedTuple):
    """Times in the order of the answers, and whether there are more.

    Of the document `last` some may be missing; without one, what is missing is due on later days.
    """

    times: list[_Time]
    more: bool
    last: tuple[str, str, str] | None


def _first(query: Query, page: Callable[[int], _Page], limit: int | None) -> list[list[_Time]]:
    """The times of the first answers, those of one answer together."""
    wanted = limited(limit)
    size = wanted if limit is None else 2 * wanted + 32  # a task may have several
    while True:
        found = page(size)
        times = list(_whole(found))
        groups = _grouped(times, _words(query, times))
        if not found.more or len(groups) >= wanted:
            return groups[:limit]
        size *= 4


def _whole(page: _Page) -> Iterable[_Time]:
    """Without the last document, which may have times that were not fetched."""
    return takewhile(lambda time: time.document != page.last, page.times)


def _once(query: Query, window: Window, route: _Route, order: str, size: int) -> _Page:
    """What does not recur."""
    rows = query(
        f"SELECT d.last, {_ORDER} FROM {route.tables} WHERE d.rule IS NULL"
        f" AND d.last BETWEEN ? AND ? AND {route.once} ORDER BY {order} LIMIT ?",
        [*(day.isoformat() for day in window), *route.values, size],
    )
    found = [_Time(*row) for row in rows]
    more = len(found) == size and size > 0
    return _Page(found, more, found[-1].document if more else None)


def _recurring(query: Query, window: Window, route: _Route, size: int) -> _Page:
    """What comes back, on each of its days, day by day till there is enough."""
    calendar = _calendar(query, window)
    rules = sorted({str(rule) for rule, _ in calendar})
    common = [rule for rule in rules if route.in_order and size > 0 and _is_common(query, rule)]
    rare = _rare(query, calendar, [rule for rule in rules if rule not in common], route)
    days: dict[str, list[_Rule]] = {}
    for key, on in calendar.items():
        for day in on:
            days.setdefault(day, []).append(key)
    taken: list[_Time] = []
    for day in sorted(days):
        if 0 < size <= len(taken):
            # What is due every day for ten years must not all be drawn for the first few answers.
            return _Page(taken, more=True, last=None)
        keys = days[day]
        for key in keys:
            for begin, end, row in rare.get(key, ()):
                if begin <= day <= end:
                    taken.append(_Time(day, *row))
        often = [key for key in keys if key[0] in common]
        found = _common(query, day, often, route, size) if often else []
        taken += found
        if found and len(found) == size:
            taken.sort(key=_place)
            behind = [time for time in taken if time.document <= found[-1].document]
            return _Page(behind, more=True, last=found[-1].document)
    return _Page(taken, more=False, last=None)


def _is_common(query: Query, rule: str) -> bool:
    """Whether too many deadlines have a rule to gather them for the first few answers."""
    rows = query("SELECT 1 FROM deadline WHERE rule = ? LIMIT ?", [rule, _MANY + 1])
    return len(rows) > _MANY


def _rare(
    query: Query, calendar: dict[_Rule, list[str]], rules: Sequence[str], route: _Route
) -> dict[_Rule, list[tuple[str, str, list[Any]]]]:
    """Deadlines by rule, each with the days between which it comes back."""
    rows = query(
        f"SELECT d.rule, d.first, d.last, {_ORDER} FROM {route.tables}"
        f" WHERE d.rule IN (SELECT value FROM json_each(?)) AND {route.again}",
        [json.dumps(rules), *route.values],
    )
    found: dict[_Rule, list[tuple[str, str, list[Any]]]] = {}
    for rule, first, last, *row in rows:
        key = (rule, _ANY) if (rule, _ANY) in calendar else (rule, first)
        bounded = (str(first or ""), str(last or "9999-12-31"), row)
        found.setdefault(key, []).append(bounded)
    return found


def _common(query: Query, day: str, keys: Sequence[_Rule], route: _Route, size: int) -> list[_Time]:
    """The first times of a day, document by document."""
    which = " OR ".join(
        "d.rule = ?" if start == _ANY else "d.rule = ? AND d.first IS ?" for _, start in keys
    )
    rows = query(
        f"SELECT {_ORDER} FROM plan p CROSS JOIN deadline d ON d.plan = p.id"
        " LEFT JOIN task_deadline td ON td.deadline = d.id"
        f" WHERE ({which}) AND ifnull(d.first, '') <= ? AND ifnull(d.last, ?) >= ?"
        f" AND {route.each} ORDER BY {_ORDER} LIMIT ?",
        [
            *(one for rule, start in keys for one in ((rule,) if start == _ANY else (rule, start))),
            *(day, day, day),
            *route.values,
            size,
        ],
    )
    return [_Time(day, *row) for row in rows]


def _calendar(query: Query, window: Window) -> dict[_Rule, list[str]]:
    """The days of every rule in a window; those of some rules depend on the day they begin."""
    calendar: dict[_Rule, list[str]] = {}
    for (rule,) in query("SELECT DISTINCT rule FROM deadline WHERE rule IS NOT NULL", ()):
        starts: list[tuple[object, ...]] = [(_ANY,)]
        if counts_from_its_start(str(rule), window):
            starts = query("SELECT DISTINCT first FROM deadline WHERE rule = ?", (rule,))
        for (start,) in starts:
            first = None if start in (None, _ANY) else dt.date.fromisoformat(str(start))
            days = due_days(str(rule), first, None, window)
            if days:
                calendar[rule, start] = [day.isoformat() for day in days]
    return calendar


def _words(query: Query, times: Iterable[_Time]) -> dict[int, tuple[int, int]]:
    """Where the words of deadlines begin and end, of those that no task tells apart."""
    rows = query(
        "SELECT id, json_extract(json, '$.span.start'), json_extract(json, '$.span.end')"
        " FROM deadline WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted({time.deadline for time in times if time.task is None}))],
    )
    return {row: (start, end) for row, start, end in rows}


def _grouped(times: Iterable[_Time], words: Mapping[int, tuple[int, int]]) -> list[list[_Time]]:
    """Those of one answer together: of one task on one day, or, of no task, in the same words."""
    groups: dict[object, list[_Time]] = {}
    latest: dict[object, _Time] = {}  # of no task, by day and document
    for time in times:
        key: object = (time.day, time.task)
        if time.task is None:
            # "trong dịp hè 2019" and "dịp hè 2019" are one time.
            before = latest.get(time.document)
            if before is None or not _overlap(words[time.deadline], words[before.deadline]):
                before = latest[time.document] = time
            key = (time.day, None, before.deadline)
        groups.setdefault(key, []).append(time)
    return list(groups.values())


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _answers(query: Query, groups: list[list[_Time]]) -> list[Due]:
    """An answer a group, with the longest of its evidence."""
    rows = {
        row: values
        for row, *values in query(
            f"SELECT d.id, d.page, d.role, d.heading, d.sentence, d.json, {DOCUMENT}"
            " FROM deadline d JOIN plan p ON p.id = d.plan"
            " WHERE d.id IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted({time.deadline for group in groups for time in group}))],
        )
    }
    ids = list(dict.fromkeys(group[0].task for group in groups if group[0].task is not None))
    tasks = dict(zip(ids, found_tasks(query, ids), strict=True))

    def length(time: _Time) -> int:
        return len(deadline_of(rows[time.deadline][4]).span)

    return [
        found_due(
            rows[max(group, key=length).deadline],
            dt.date.fromisoformat(group[0].day),
            tasks[group[0].task] if group[0].task is not None else None,
        )
        for group in groups
    ]


def _place(time: _Time) -> tuple[str, str, str, int, int]:
    return *time.document, time.deadline, time.task or 0
