"""However many tasks and documents there are, the same rows are found in the same order."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from vnplan import Corpus
from vnplan.store import due, search

QUESTIONS: list[dict[str, Any]] = [
    {},
    {"agency": "Sở KH&CN"},
    {"agency": "Sở KH&CN", "role": "owner"},
    {"agency": "Sở KH&CN", "partner": "Sở Tài chính"},
    {"province": "Thái Nguyên"},
    {"agency": "Sở KH&CN", "province": "bình dương", "role": "lead"},
    {"role": "coordinate", "section_role": "organization"},
    {"due_after": "2019-06-01", "due_before": "2025-12-31"},
    {"section_role": ["task", "organization"], "due_before": "2021-12-31"},
]
TEXTS = [None, "đào tạo", "dao tao", "đào tao", "Tạo", "hỗ trợ khởi nghiệp", "tạo hỗ trợ", "xyz"]


def _ask(corpus: Corpus, asked: dict[str, Any], limit: int | None) -> list[tuple[str, str]]:
    return [(one.document.id, one.task.id) for one in corpus.tasks(**asked, limit=limit)]


@pytest.mark.parametrize(("few", "many"), [(512, 0), (1, 3000), (1, 0), (2, 5), (3, 0)])
def test_few_or_many(corpus: Corpus, monkeypatch: pytest.MonkeyPatch, few: int, many: int) -> None:
    questions = [
        {**filters, **({"text": text} if text else {}), **({"whole_words": True} if whole else {})}
        for filters, text, whole in product(QUESTIONS, TEXTS, (False, True))
        if text or not whole
    ]
    every = [_ask(corpus, asked, None) for asked in questions]
    assert sum(map(bool, every)) > len(questions) / 2
    monkeypatch.setattr(search, "_FEW", few)
    monkeypatch.setattr(search, "_MANY", many)
    for asked, found in zip(questions, every, strict=True):
        for limit in (None, 0, 1, 4, 40):
            assert _ask(corpus, asked, limit) == found[:limit], (asked, limit)


WINDOWS = [("2019-01-01", "2019-12-31"), ("2022-01-01", "2026-12-31"), ("2010-01-01", "2040-01-01")]
WHOSE: list[dict[str, Any]] = [{}, {"province": "Thái Nguyên"}, {"agency": "Sở KH&CN"}]


@pytest.mark.parametrize(("few", "many"), [(512, 0), (1, 0), (512, 5), (3, 20)])
def test_few_or_many_times(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, few: int, many: int
) -> None:
    questions = list(product(WINDOWS, WHOSE))
    every = [corpus.due(*window, **whose) for window, whose in questions]
    assert any(len(found) > 200 for found in every)
    monkeypatch.setattr(search, "_FEW", few)
    monkeypatch.setattr(due, "_MANY", many)
    for (window, whose), found in zip(questions, every, strict=True):
        for limit in (None, 0, 1, 2, 7, 30, 100, 5000):
            assert corpus.due(*window, **whose, limit=limit) == found[:limit], (window, limit)
