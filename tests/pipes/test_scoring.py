"""Precision, recall and F1 in `nlp.evaluate`."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from tests.pipes.conftest import SHORT, TOKENIZER

from vnplan.pipes import score_groups


def examples(nlp: Language, *, dropped: int = 0, label: str | None = None) -> list[Example]:
    """The pipe's own spans of a document as its annotation, some left out or named otherwise."""
    gold = nlp(SHORT)
    kept = list(gold.spans["agencies"])[dropped:]
    if label is not None:
        kept = [gold.char_span(s.start_char, s.end_char, label) for s in kept]
    gold.spans["agencies"] = kept
    del gold.spans["tasks"]
    return [Example(nlp.make_doc(SHORT), gold)]


def test_what_is_equal_is_right(nlp: Language) -> None:
    scores = nlp.evaluate(examples(nlp))
    assert scores["spans_agencies_f"] == scores["spans_citations_f"] == 1.0
    assert scores["spans_citations_per_type"]["implements"]["f"] == 1.0
    assert scores["spans_tasks_f"] is None  # not annotated


def test_what_is_too_much(nlp: Language) -> None:
    scores = nlp.evaluate(examples(nlp, dropped=1))
    assert scores["spans_agencies_r"] == 1.0
    assert 0 < scores["spans_agencies_p"] < 1


def test_labels_count_unless_told(nlp: Language) -> None:
    told = examples(nlp, label="school")
    assert nlp.evaluate(told)["spans_agencies_f"] == 0.0
    for example in told:
        example.predicted = nlp(example.predicted.text)
    assert score_groups(told, ["agencies"], labeled=False)["spans_agencies_f"] == 1.0


def test_tokens_of_the_annotation_may_be_others(nlp: Language) -> None:
    other = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    other.add_pipe("vnplan")
    scores = nlp.evaluate([Example(nlp.make_doc(SHORT), other(SHORT))])
    assert scores["spans_tasks_f"] == scores["spans_deadlines_f"] == 1.0


@pytest.mark.parametrize("kinds", [["deadlines"], ["agencies", "targets"]])
def test_only_the_kinds_of_the_pipe_are_scored(kinds: list[str]) -> None:
    nlp = spacy.blank("vi", config=TOKENIZER)
    nlp.add_pipe("vnplan", config={"kinds": kinds})
    scores = nlp.evaluate([Example(nlp.make_doc(SHORT), nlp(SHORT))])
    assert {name for name in scores if name.startswith("spans_") and name.endswith("_f")} == {
        f"spans_{kind}_f" for kind in kinds
    }
