"""Whole documents: the perfect plan, a shuffled one, one with parts missing."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vnplan.evaluation import GoldDocument, Kind, Tally, evaluate, load_gold
from vnplan.records import Plan

PlanOf = Callable[..., Plan]
MakePlan = Callable[..., Plan]


def annotated(gold: Path, documents: Path) -> Iterator[tuple[GoldDocument, str]]:
    """Annotations whose document is plain text, with that text."""
    for file in sorted(gold.glob("*.yaml")):
        for suffix in (".txt", ".md"):
            document = documents / f"{file.stem}{suffix}"
            if document.is_file():
                text = document.read_text(encoding="utf-8-sig")
                yield load_gold(file), unicodedata.normalize("NFC", text)


@pytest.fixture(scope="module")
def own(corpus_dir: Path) -> list[tuple[GoldDocument, str]]:
    return list(annotated(corpus_dir / "gold", corpus_dir))


def not_right(plan: Plan, gold: GoldDocument) -> dict[str, float | None]:
    """Every figure that is neither 1 nor missing for want of anything to compare."""
    values = evaluate(gold, plan).values()
    return {name: value for name, value in values.items() if value not in (None, 1.0)}


def test_a_perfect_plan_has_only_ones(own: list[tuple[GoldDocument, str]], plan_of: PlanOf) -> None:
    assert len(own) == 2
    for gold, text in own:
        wrong = not_right(plan_of(gold, text), gold)
        # the last days of targets and tasks stand in deadlines that the text does not word
        assert set(wrong) <= {"targets.end", "tasks.end"}
        dated = evaluate(gold, plan_of(gold, text, days=True), [Kind.TARGETS, Kind.TASKS])
        assert {value for value in dated.values().values() if value is not None} == {1.0}


def test_every_shared_annotation_is_found_where_it_points(
    shared_gold: Path, shared_corpus: Path, plan_of: PlanOf
) -> None:
    documents = list(annotated(shared_gold, shared_corpus))

    assert documents
    for gold, text in documents:
        assert set(not_right(plan_of(gold, text), gold)) <= {"targets.end", "tasks.end"}, gold


def test_the_order_of_records_does_not_matter(
    own: list[tuple[GoldDocument, str]], plan_of: PlanOf
) -> None:
    for gold, text in own:
        plan = plan_of(gold, text)
        order = random.Random(7)
        mixed = plan.model_copy(
            update={
                kind: tuple(order.sample(records, len(records)))
                for kind in ("sections", "citations", "targets", "deadlines", "tasks")
                if (records := getattr(plan, kind)) is not None
            }
        )

        assert evaluate(gold, mixed).values() == evaluate(gold, plan).values()


def test_fields_of_other_records_are_wrong(
    own: list[tuple[GoldDocument, str]], plan_of: PlanOf
) -> None:
    """The same records, each with the place of the next: the fields no longer fit the quotes."""
    for gold, text in own:
        plan = plan_of(gold, text)
        places = [task.span for task in plan.tasks]
        turned = tuple(
            task.model_copy(update={"span": span})
            for task, span in zip(plan.tasks, places[1:] + places[:1], strict=True)
        )
        score = evaluate(gold, plan.model_copy(update={"tasks": turned})).kind(Kind.TASKS)

        assert score is not None
        assert score.found is not None
        assert score.found.f1 == 1
        owners = score.fields["owners"]
        assert isinstance(owners, Tally)
        assert owners.f1 is not None
        assert owners.f1 < 0.9


def test_what_is_missing_costs_recall_and_what_is_false_precision(
    own: list[tuple[GoldDocument, str]], plan_of: PlanOf
) -> None:
    for gold, text in own:
        plan = plan_of(gold, text)
        kept = plan.tasks[: len(plan.tasks) // 2]
        score = evaluate(gold, plan.model_copy(update={"tasks": kept})).kind(Kind.TASKS)
        assert score is not None
        assert score.found == Tally(len(kept), len(plan.tasks), len(kept))

        doubled = plan.tasks + tuple(
            task.model_copy(update={"id": f"again-{task.id}"}) for task in plan.tasks
        )
        score = evaluate(gold, plan.model_copy(update={"tasks": doubled})).kind(Kind.TASKS)
        assert score is not None
        assert score.found == Tally(len(plan.tasks), len(plan.tasks), len(doubled))


def test_an_empty_plan_gets_nothing(
    own: list[tuple[GoldDocument, str]], make_plan: MakePlan
) -> None:
    for gold, text in own:
        values = evaluate(gold, make_plan(text)).values()

        assert {values[kind] for kind in ("sections", "citations", "deadlines", "tasks")} == {0.0}
        # a document without parent authority has that one field right
        assert values["header"] == pytest.approx(1 / 9)


def test_only_the_kinds_asked_for(own: list[tuple[GoldDocument, str]], plan_of: PlanOf) -> None:
    gold, text = own[0]
    score = evaluate(gold, plan_of(gold, text), [Kind.CITATIONS, Kind.HEADER])

    assert [kind.kind for kind in score.kinds] == [Kind.HEADER, Kind.CITATIONS]
