"""Tasks by conditions and by their words: which rows, in the order of the answers."""

from __future__ import annotations

from typing import NamedTuple

from vnplan.store.reading import Query
from vnplan.store.selection import ORDER, Selection, limited
from vnplan.store.wording import wanted


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
    narrowed.add("t.id IN (SELECT rowid FROM wording WHERE wording MATCH ?)", question)
    return narrowed


def _rows(query: Query, chosen: Selection, limit: int | None) -> list[int]:
    rows = query(
        f"SELECT t.id FROM task t JOIN plan p ON p.id = t.plan WHERE {chosen.where}"
        f" ORDER BY {ORDER}, t.id LIMIT ?",
        [*chosen.values, limited(limit)],
    )
    return [int(str(row)) for (row,) in rows]
