"""Training files for spaCy: read by its own corpus reader, and by a component that learns."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus
from tests.exports.any_plans import plans
from tests.exports.conftest import DOCUMENT

import vnplan
from vnplan.exports import training
from vnplan.exports.labels import Label, Sheet, sheet
from vnplan.exports.training import TooManyPlans, labelled_doc, training_pipeline, write_training
from vnplan.pipes import GROUPS, annotate
from vnplan.pipes.groups import labelled
from vnplan.records import Plan


@pytest.fixture(scope="module")
def train(founding: tuple[Plan, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("training") / "train.spacy"
    assert write_training(founding, target, ents=True) == 2
    return target


def docs(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("vi", config=_PLAIN).vocab))


_PLAIN = {"nlp": {"tokenizer": {"use_pyvi": False}}}


def test_records_come_back(train: Path, founding: tuple[Plan, ...]) -> None:
    for plan, doc in zip(founding, docs(train), strict=True):
        assert doc.text == plan.text
        for group in GROUPS:
            assert [(s.start_char, s.end_char, s.label_, s.id_) for s in doc.spans[group]] == [
                (one.span.start, one.span.end, one.label, one.id) for one in labelled(plan, group)
            ]
        assert {ent.label_ for ent in doc.ents} == {"AGENCY", "CITATION", "DEADLINE"}


def test_spacy_learns_from_it(tmp_path: Path) -> None:
    train = tmp_path / "train.spacy"
    write_training([vnplan.parse(DOCUMENT)], train)
    nlp = training_pipeline()
    nlp.add_pipe("spancat", config={"spans_key": "deadlines"})
    examples = list(Corpus(train)(nlp))
    optimizer = nlp.initialize(lambda: examples)
    assert "point" in nlp.pipe_labels["spancat"]
    assert nlp.update(examples, sgd=optimizer)["spancat"] > 0


def test_many_plans_go_into_a_folder(
    founding: tuple[Plan, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "A_FILE", 2)
    three = [*founding, founding[0]]
    assert write_training(three, tmp_path / "train", kinds=["targets"]) == 3
    assert [path.name for path in sorted((tmp_path / "train").iterdir())] == [
        "00000.spacy",
        "00001.spacy",
    ]
    examples = list(Corpus(tmp_path / "train")(training_pipeline()))
    assert sorted(one.text for one in examples) == sorted(plan.text for plan in three)
    assert {tuple(one.reference.spans) for one in examples} == {("targets",)}
    with pytest.raises(TooManyPlans, match="name a folder"):
        write_training(three, tmp_path / "train.spacy")
    assert not (tmp_path / "train.spacy").exists()


_NLP = training_pipeline()


@given(plans())
def test_any_plan_can_be_written(plan: Plan) -> None:
    nlp = _NLP
    made = annotate(nlp, plan, ents=True)
    (doc,) = DocBin(docs=[made]).get_docs(nlp.vocab)
    assert doc.text == plan.text
    for group in GROUPS:
        assert [span.text for span in doc.spans[group]] == [
            one.span.of(plan.text) for one in labelled(plan, group)
        ]


def test_what_a_person_labelled(founding: tuple[Plan, ...]) -> None:
    nlp = training_pipeline()
    doc = labelled_doc(nlp, sheet(founding[0]))
    for group in ("agencies", "citations", "deadlines", "targets", "tasks"):
        assert [span.text for span in doc.spans[group]] == [
            founding[0].slice(one.span) for one in labelled(founding[0], group)
        ]
    own = Sheet("Sở Tài chính ", (Label("1", 3, 5, "WORD"), Label("2", 12, 13, "WORD")))
    doc = labelled_doc(nlp, own)
    assert [(s.text, s.label_) for s in doc.spans["others"]] == [("Tài", "WORD")]
