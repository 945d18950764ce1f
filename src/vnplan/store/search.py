"""Tasks by conditions and by their words: which rows, in the order of the answers."""

from __future__ import annotations

import json
from typing import NamedTuple

from vnplan.store.reading import Query
from vnplan.store.selection import ORDER, Selection, limited
from vnplan.store.wording import wanted

_FEW = 512


class Words(NamedTuple):
    """What tasks must speak of; `whole`: beginning and ending with whole words."""

    text: str
    whole: bool = False


def task_rows(query: Query, chosen: Selection, words: Words | None, limit: int | None) -> list[int]:
    """The tasks chosen as `task t` of `plan p` that hold the phrase; else every syllable of it."""
    if words is None:
        return _rows(query, chosen, limit)
    asked = wanted(words.text)
    if asked is None:
        return []
    holding = _matching(chosen, asked.phrase)
    if words.whole:
        holding.add("says_whole(?, t.said)", words.text)
        return _rows(query, holding, limit)
    if asked.check:
        holding.add("says(?, t.said)", words.text)
    return _rows(query, holding, limit) or _rows(query, _matching(chosen, asked.every), limit)


def _matching(chosen: Selection, question: str) -> Selection:
    narrowed = Selection(chosen)
    rows = "IN (SELECT rowid FROM wording WHERE wording MATCH ?)"
    narrowed.add(f"t.id {rows}", question, each=f"+t.id {rows}")
    return narrowed


def _rows(query: Query, chosen: Selection, limit: int | None) -> list[int]:
    """The rows in the order of the answers.

    The first few of very many are looked for in the first documents that come into question, so
    that the others are not gathered and sorted for nothing.
    """
    if limit is not None:
        of_plans, others = chosen.apart()
        plans = first_plans(query, of_plans)
        found = _first_rows(query, plans.ids, others, limit)
        if len(found) == limit or not plans.more:
            return found
    rows = query(
        f"SELECT t.id FROM task t JOIN plan p ON p.id = t.plan WHERE {chosen.where}"
        f" ORDER BY {ORDER}, t.id LIMIT ?",
        [*chosen.values, limited(limit)],
    )
    return [int(str(row)) for (row,) in rows]


class Plans(NamedTuple):
    """The first few documents that come into question, as JSON; whether there are `more`."""

    ids: str
    more: bool


def first_plans(query: Query, chosen: Selection) -> Plans:
    """The first of the plans chosen as `plan p`."""
    rows = query(
        f"SELECT p.id FROM plan p WHERE {chosen.where} ORDER BY {ORDER} LIMIT ?",
        [*chosen.values, _FEW + 1],
    )
    return Plans(json.dumps([row for (row,) in rows[:_FEW]]), len(rows) > _FEW)


def _first_rows(query: Query, plans: str, chosen: Selection, limit: int) -> list[int]:
    rows = query(
        # Documents in their order, and the tasks of each: it ends with the last that is wanted.
        "SELECT t.id FROM plan p CROSS JOIN task t ON t.plan = p.id"
        f" WHERE +p.id IN (SELECT value FROM json_each(?)) AND {chosen.where_each}"
        f" ORDER BY {ORDER}, t.id LIMIT ?",
        [plans, *chosen.values, limited(limit)],
    )
    return [int(str(row)) for (row,) in rows]
