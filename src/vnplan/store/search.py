"""Tasks by conditions and by their words: which rows, in the order of the answers."""

from __future__ import annotations

import json
from typing import NamedTuple

from vnplan.store.reading import Query
from vnplan.store.selection import ORDER, Selection, limited
from vnplan.store.wording import wanted

_FEW = 512  # documents
_MANY = 3000  # tasks that say it: gathered and sorted faster than looked for


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
    phrase = Selection(chosen)
    if words.whole or asked.marked:
        phrase.add(f"says{'_whole' if words.whole else ''}(?, t.said)", words.text)
    found = _matching(query, phrase, asked.phrase, limit)
    if found or words.whole:
        return found
    every = Selection(chosen)
    if asked.marked:
        every.add("says_all(?, t.said)", words.text)
    return _matching(query, every, asked.every, limit)


def _matching(query: Query, chosen: Selection, question: str, limit: int | None) -> list[int]:
    """The rows whose bare syllables are asked for; their marks are told last."""
    some = query("SELECT rowid FROM wording WHERE wording MATCH ? LIMIT ?", [question, _MANY + 1])
    if len(some) > _MANY:
        return _rows(query, chosen, limit, question)
    narrowed = Selection(chosen)
    rows = json.dumps([row for (row,) in some])
    narrowed.add("t.id IN (SELECT value FROM json_each(?))", rows)
    return _all_rows(query, narrowed, limit)


def _rows(
    query: Query, chosen: Selection, limit: int | None, question: str | None = None
) -> list[int]:
    """The rows in the order of the answers; `question`: those that FTS5 finds for it.

    The first few of very many are looked for in the first documents that come into question, so
    that the others are not gathered and sorted for nothing.
    """
    of_plans, others = chosen.apart()
    if limit is not None or of_plans.values:
        plans = first_plans(query, of_plans)
        if limit is not None or not plans.more:
            found = _rows_of(query, plans.ids, others, limit, question)
            if not plans.more or len(found) == limit:
                return found
    if question is None:
        return _all_rows(query, chosen, limit)
    saying = Selection()
    rows = "IN (SELECT rowid FROM wording WHERE wording MATCH ?)"
    saying.add(f"t.id {rows}", question, each=f"+t.id {rows}")
    narrowed = Selection(saying, chosen)
    if limit is None:
        return _all_rows(query, narrowed, limit)
    # Document by document, so that marks are told of no more tasks than are wanted.
    return _walked(query, "plan p CROSS JOIN task t ON t.plan = p.id", narrowed, limit)


def _all_rows(query: Query, chosen: Selection, limit: int | None) -> list[int]:
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


def _rows_of(
    query: Query, plans: str, chosen: Selection, limit: int | None, question: str | None
) -> list[int]:
    """The rows in some plans: documents in their order, and the tasks of each in theirs."""
    tables = "plan p CROSS JOIN task t ON t.plan = p.id"
    narrowed = Selection()
    if question is not None:
        # The tasks of a plan have keys in a row: FTS5 looks at no others. A plan without tasks
        # must have bounds too; without, it would look at those of all plans.
        tables = (
            "plan p CROSS JOIN wording w ON w.wording MATCH ?"
            " AND w.rowid >= (SELECT coalesce(min(id), 1) FROM task WHERE plan = p.id)"
            " AND w.rowid <= (SELECT coalesce(max(id), 0) FROM task WHERE plan = p.id)"
            " CROSS JOIN task t ON t.id = w.rowid"
        )
    narrowed.add_of_plan("p.id IN (SELECT value FROM json_each(?))", plans)
    values = [question] if question is not None else []
    return _walked(query, tables, Selection(narrowed, chosen), limit, *values)


def _walked(
    query: Query, tables: str, chosen: Selection, limit: int | None, *values: object
) -> list[int]:
    """The rows of tables that are gone through in the order of the answers."""
    rows = query(
        f"SELECT t.id FROM {tables} WHERE {chosen.where_each} ORDER BY {ORDER}, t.id LIMIT ?",
        [*values, *chosen.values, limited(limit)],
    )
    return [int(str(row)) for (row,) in rows]
