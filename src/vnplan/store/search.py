"""Tasks by conditions and by their words: which rows, in the order of the answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from vnplan.store.reading import Query
from vnplan.store.selection import ORDER, Selection, limited
from vnplan.store.wording import wanted

_FEW = 512  # documents, gone through one by one
_MANY = 3000  # tasks that say it: gathered and sorted faster than looked for


class Words(NamedTuple):
    """What tasks must speak of; `whole`: beginning and ending with whole words."""

    text: str
    whole: bool = False


class _Question(NamedTuple):
    """Words as FTS5 is asked for them, and the condition that tells the same of one task.

    `told`: FTS5 finds more than is asked for, and the condition must tell.
    """

    match: str
    condition: str
    text: str
    told: bool

    def narrowing(self, chosen: Selection) -> Selection:
        """Tasks chosen that FTS5 has found too."""
        return self.telling(chosen) if self.told else chosen

    def telling(self, chosen: Selection) -> Selection:
        """Tasks chosen that hold the words."""
        narrowed = Selection(chosen)
        narrowed.add(self.condition, self.text)
        return narrowed


def task_rows(query: Query, chosen: Selection, words: Words | None, limit: int | None) -> list[int]:
    """The tasks chosen as `task t` of `plan p` that hold the phrase; else every syllable of it."""
    if words is None:
        return _rows(query, chosen, limit)
    asked = wanted(words.text)
    if asked is None:
        return []
    says = "says_whole(?, t.said)" if words.whole else "says(?, t.said)"
    phrase = _Question(asked.phrase, says, words.text, words.whole or asked.marked)
    found = _matching(query, chosen, phrase, limit)
    if found or words.whole:
        return found
    every = _Question(asked.every, "says_all(?, t.said)", words.text, asked.marked)
    return _matching(query, chosen, every, limit)


def _matching(query: Query, chosen: Selection, asked: _Question, limit: int | None) -> list[int]:
    """The rows whose bare syllables are asked for; their marks are told last."""
    some = query(
        "SELECT rowid FROM wording WHERE wording MATCH ? LIMIT ?", [asked.match, _MANY + 1]
    )
    if len(some) > _MANY:
        return _rows(query, chosen, limit, asked)
    narrowed = Selection(chosen)
    rows = json.dumps([row for (row,) in some])
    narrowed.add("t.id IN (SELECT value FROM json_each(?))", rows)
    return _all_rows(query, asked.narrowing(narrowed), limit)


def _rows(
    query: Query, chosen: Selection, limit: int | None, asked: _Question | None = None
) -> list[int]:
    """The rows in the order of the answers; `asked`: of them, those that hold the words."""
    of_plans, others = chosen.apart()
    if limit is not None:
        found = _first_rows(query, of_plans.without_implied(), others, limit, asked)
        if found is not None:
            return found
    if of_plans.values and (limit is None or of_plans.implied):
        plans = first_plans(query, of_plans)
        if limit is not None or not plans.more:
            found = _rows_of(query, plans, others, limit, asked)
            if not plans.more or len(found) == limit:
                return found
    if asked is None:
        return _all_rows(query, chosen, limit)
    saying = Selection()
    rows = "IN (SELECT rowid FROM wording WHERE wording MATCH ?)"
    saying.add(f"t.id {rows}", asked.match, each=f"+t.id {rows}")
    narrowed = asked.narrowing(Selection(saying, chosen))
    if limit is None:
        return _all_rows(query, narrowed, limit)
    # Document by document, so that marks are told of no more tasks than are wanted.
    return _walked(query, "plan p CROSS JOIN task t ON t.plan = p.id", narrowed, limit)


def _first_rows(
    query: Query, of_plans: Selection, others: Selection, limit: int, asked: _Question | None
) -> list[int] | None:
    """The first few of very many, looked for in the first documents that come into question.

    So the others are not gathered and sorted for nothing. None where they do not seem to be many.
    """
    found: list[int] = []
    seen = 0
    for times in (1, 4):
        plans = first_plans(query, of_plans, times)
        found += _rows_of(query, plans.behind(seen), others, limit - len(found), asked)
        if len(found) == limit or not plans.more:
            return found
        if 4 * len(found) < limit:
            break
        seen = len(plans.rows)
    return None


def _all_rows(query: Query, chosen: Selection, limit: int | None) -> list[int]:
    rows = query(
        f"SELECT t.id FROM task t JOIN plan p ON p.id = t.plan WHERE {chosen.where}"
        f" ORDER BY {ORDER}, t.id LIMIT ?",
        [*chosen.values, limited(limit)],
    )
    return [int(str(row)) for (row,) in rows]


class Plans(NamedTuple):
    """The first documents that come into question, row and URN; whether there are `more`."""

    rows: list[tuple[int, str]]
    more: bool

    @property
    def ids(self) -> str:
        """Their rows as JSON."""
        return json.dumps([row for row, _ in self.rows])

    def behind(self, seen: int) -> Plans:
        """Without the first ones."""
        return self._replace(rows=self.rows[seen:])


def first_plans(query: Query, chosen: Selection, times: int = 1) -> Plans:
    """The first few of the plans chosen as `plan p`, or some times as many."""
    most = times * _FEW
    rows = query(
        f"SELECT p.id, p.urn FROM plan p WHERE {chosen.where} ORDER BY {ORDER} LIMIT ?",
        [*chosen.values, most + 1],
    )
    return Plans([(row, urn) for row, urn in rows[:most]], len(rows) > most)


def _rows_of(
    query: Query, plans: Plans, chosen: Selection, limit: int | None, asked: _Question | None
) -> list[int]:
    """The rows in some plans: documents in their order, and the tasks of each in theirs."""
    if not plans.rows:
        return []
    tables = "plan p CROSS JOIN task t ON t.plan = p.id"
    values: Sequence[object] = ()
    if (found := chosen.found_by()) is not None:
        condition, values, chosen = found
        tables = f"plan p CROSS JOIN task t ON {condition}"
        chosen = asked.telling(chosen) if asked is not None else chosen
    elif asked is not None:
        # The tasks of a plan have keys in a row: FTS5 looks at no others. A plan without tasks
        # must have bounds too; without, it would look at those of all plans.
        tables = (
            "plan p CROSS JOIN wording w ON w.wording MATCH ?"
            " AND w.rowid >= (SELECT coalesce(min(id), 1) FROM task WHERE plan = p.id)"
            " AND w.rowid <= (SELECT coalesce(max(id), 0) FROM task WHERE plan = p.id)"
            " CROSS JOIN task t ON t.id = w.rowid"
        )
        values, chosen = [asked.match], asked.narrowing(chosen)
    narrowed = Selection()
    narrowed.add("p.urn BETWEEN ? AND ?", plans.rows[0][1], plans.rows[-1][1])
    narrowed.add_of_plan("p.id IN (SELECT value FROM json_each(?))", plans.ids)
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
