"""A folder of annotations against a folder of documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vnplan.evaluation import GoldError, Kind, evaluate_folder
from vnplan.records import Plan

MakePlan = Callable[..., Plan]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("a", "b"):
        text = f"document: {name}\nheader: {{number: null}}\nabbreviations: {{UBND: Ủy ban}}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    (folder / "b.DOCX").write_text("b")
    (folder / "b.other.txt").write_text("another document")
    return folder


@pytest.fixture
def parse(make_plan: MakePlan) -> Callable[[Path], Plan]:
    def parse(path: Path) -> Plan:
        span = {"start": 0, "end": 0}
        return make_plan(
            path.read_text(), abbreviations=[{"short": "UBND", "long": "Ủy ban", "span": span}]
        )

    return parse


def test_documents_are_found_by_name(gold: Path, docs: Path, parse: Callable[[Path], Plan]) -> None:
    evaluation = evaluate_folder(gold, docs, parse)

    assert [document.document for document in evaluation.documents] == ["a", "b"]
    assert evaluation.failures == ()
    assert evaluation.means()["abbreviations"] == 1


def test_annotation_and_converted_plan_may_lie_beside_the_document(
    gold: Path, parse: Callable[[Path], Plan]
) -> None:
    for name in ("a.txt", "a.json", "b.md", "b.json"):
        (gold / name).write_text("{}")

    assert evaluate_folder(gold, gold, parse).failures == ()


def test_a_missing_document_is_told(gold: Path, docs: Path, parse: Callable[[Path], Plan]) -> None:
    (docs / "a.txt").unlink()

    evaluation = evaluate_folder(gold, docs, parse)

    (failure,) = evaluation.failures
    assert failure.failure == f"no document a.* in {docs}"
    assert evaluation.means()["abbreviations"] == 1
    assert evaluation.means(failed_as_missed=True)["abbreviations"] == 0.5
    assert evaluation.means(failed_as_missed=True)["header"] == 0.5


def test_two_documents_of_one_name_are_not_guessed_between(
    gold: Path, docs: Path, parse: Callable[[Path], Plan]
) -> None:
    (docs / "a.pdf").write_text("a")

    (failure,) = evaluate_folder(gold, docs, parse).failures

    assert failure.failure == "2 documents of this name: a.pdf, a.txt"


def test_a_document_that_breaks_the_parser_does_not_stop_the_others(
    gold: Path, docs: Path, parse: Callable[[Path], Plan]
) -> None:
    def breaks(path: Path) -> Plan:
        if path.stem == "a":
            raise RuntimeError("no text\nin it")
        return parse(path)

    evaluation = evaluate_folder(gold, docs, breaks)

    assert [failure.failure for failure in evaluation.failures] == ["a.txt: no text in it"]
    assert evaluation.documents[1].values()["abbreviations"] == 1


def test_a_bad_annotation_is_told(gold: Path, docs: Path, parse: Callable[[Path], Plan]) -> None:
    (gold / "a.yaml").write_text("document: [")

    evaluation = evaluate_folder(gold, docs, parse)

    (failure,) = evaluation.failures
    assert failure.document == "a"
    assert failure.failure is not None
    assert failure.failure.startswith("a.yaml: line 1: ")
    assert evaluation.means()["abbreviations"] == 1  # of b alone: what a holds is not known


def test_one_annotation_and_one_document(
    gold: Path, docs: Path, parse: Callable[[Path], Plan]
) -> None:
    evaluation = evaluate_folder(
        gold / "a.yaml", docs / "b.DOCX", parse, kinds=[Kind.ABBREVIATIONS]
    )

    assert evaluation.means()["abbreviations"] == 1
    assert "header" not in evaluation.means()


def test_no_annotations(tmp_path: Path, docs: Path) -> None:
    with pytest.raises(GoldError, match="no annotations"):
        evaluate_folder(tmp_path, docs)
    with pytest.raises(GoldError, match="no such file"):
        evaluate_folder(tmp_path / "nothing", docs)
