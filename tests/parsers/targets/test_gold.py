"""Targets of whole documents against annotations made by hand, with the real parsers around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest
from tests.shelf import Shelf

from vnplan.evaluation.document import evaluate
from vnplan.evaluation.gold import load_gold
from vnplan.evaluation.scores import Kind
from vnplan.readers import UnreadableDocument

LEAST = {"": 0.90, "value": 0.97, "comparator": 0.95, "end": 0.92}


def values(gold: Path, corpus: Path, plans: Shelf) -> Iterator[dict[str, float]]:
    for path in sorted(gold.glob("*.yaml")):
        annotation = load_gold(path)
        source = next(corpus.glob(f"{path.stem}.*"))
        try:
            plan = plans.plan(source)
        except UnreadableDocument:
            continue  # a format whose reader is not installed here
        score = evaluate(annotation, plan, [Kind.TARGETS]).kind(Kind.TARGETS)
        assert score is not None
        yield {
            name: count.value for name, count in score.counts().items() if count.value is not None
        }


@pytest.mark.slow
def test_the_annotated_documents(
    shared_gold: Path, shared_corpus: Path, shared_plans: Shelf
) -> None:
    found = list(values(shared_gold, shared_corpus, shared_plans))
    assert found
    for name, least in LEAST.items():
        measured = [value[name] for value in found if name in value]
        assert mean(measured) >= least, name
