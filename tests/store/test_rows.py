"""Rows that a table takes as they are."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from vnplan import Corpus
from vnplan.store.answers import Row
from vnplan.store.rows import KINDS

_PLAIN = (str, int, bool, dt.date, Decimal, type(None))


def _check(rows: list[Row]) -> None:
    assert rows
    assert len({tuple(row) for row in rows}) == 1, "rows with other columns"
    assert all(isinstance(value, _PLAIN) for row in rows for value in row.values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind(corpus: Corpus, kind: str) -> None:
    rows = corpus.to_rows(kind)
    _check(rows)
    counts = {
        "plans": 4,
        "responsibilities": sum(len(t.responsibilities) for p in corpus.plans() for t in p.tasks),
    }
    wanted = counts.get(kind) or sum(len(getattr(plan, kind)) for plan in corpus.plans())
    assert len(rows) == wanted


def test_another_kind(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="'task' is none of plans, sections"):
        corpus.to_rows("task")


def test_answers_are_rows_too(corpus: Corpus) -> None:
    _check([one.row() for one in corpus.tasks()])
    _check([one.row() for one in corpus.due("2019-01-01", "2025-12-31")])
    _check([one.row() for one in corpus.cites("1665/QĐ-TTg")])
    _check([one.row() for one in corpus.agencies()])


def test_a_figure_stays_exact(corpus: Corpus) -> None:
    values = [row["quantity_value"] for row in corpus.to_rows("targets")]
    assert any(isinstance(value, Decimal) for value in values)


def test_the_days_of_a_deadline_are_not_its_place(corpus: Corpus) -> None:
    known = {one.id: one for plan in corpus.plans() for one in plan.deadlines}
    for row in corpus.to_rows("deadlines"):
        one = known[str(row["id"])]
        assert (row["start"], row["end"]) == (one.start, one.end)
        assert isinstance(row["span_start"], int)
