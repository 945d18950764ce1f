"""Figures from counts."""

from __future__ import annotations

import pytest

from vnplan.evaluation.scores import DocumentScore, Evaluation, Kind, KindScore, Share, Tally


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(3, 4, 6), 0.5, 0.75, 0.6),
        (Tally(0, 4, 0), None, 0.0, 0.0),
        # nothing to find: silence is no figure, a false alarm is a bad one
        (Tally(0, 0, 0), None, None, None),
        (Tally(0, 0, 2), 0.0, None, 0.0),
    ],
)
def test_tally(
    tally: Tally, precision: float | None, recall: float | None, f1: float | None
) -> None:
    assert (tally.precision, tally.recall, tally.f1) == (precision, recall, f1)


def test_share() -> None:
    assert Share(3, 4).value == 0.75
    assert Share(0, 0).value is None


def document(name: str, found: Tally, role: Share, failure: str | None = None) -> DocumentScore:
    return DocumentScore(name, (KindScore(Kind.SECTIONS, found, {"role": role}),), failure)


def test_means_are_over_documents_and_totals_over_records() -> None:
    evaluation = Evaluation(
        (
            document("a", Tally(1, 1, 1), Share(1, 1)),
            document("b", Tally(0, 9, 9), Share(0, 0)),
        )
    )

    assert evaluation.means() == {
        "sections": 0.5,
        "sections.precision": 0.5,
        "sections.recall": 0.5,
        "sections.role": 1.0,
    }
    assert evaluation.together()["sections"] == 0.1
    assert evaluation.failures == ()


def test_failures_are_told_apart_and_can_be_counted() -> None:
    evaluation = Evaluation(
        (
            document("a", Tally(1, 1, 1), Share(1, 1)),
            document("b", Tally(0, 9, 0), Share(0, 0), failure="not a document"),
            DocumentScore("c", (), failure="c.yaml: line 1: not YAML"),
        )
    )

    assert evaluation.means()["sections"] == 1
    assert evaluation.means(failed_as_missed=True)["sections"] == 0.5
    assert evaluation.together()["sections"] == 1
    assert [failure.document for failure in evaluation.failures] == ["b", "c"]


def test_the_header_is_the_share_of_its_fields() -> None:
    score = KindScore(Kind.HEADER, None, {"issuer": Share(1, 1), "number": Share(0, 1)})

    assert score.overall == Share(1, 2)
    assert DocumentScore("a", (score,)).values() == {
        "header": 0.5,
        "header.issuer": 1.0,
        "header.number": 0.0,
    }
