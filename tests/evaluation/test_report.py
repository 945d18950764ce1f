"""The report: tables, lines, JSON."""

from __future__ import annotations

import json

import pytest

from vnplan.evaluation import (
    DocumentScore,
    Evaluation,
    Finding,
    Kind,
    KindScore,
    Problem,
    Share,
    Tally,
)
from vnplan.evaluation.report import ReportTable, as_data, finding_line, finding_lines, tables

MISS = Finding(Kind.CITATIONS, Problem.MISSED, "Quyết định số\n86", expected="86/KH", got="8/KH")
EVALUATION = Evaluation(
    (
        DocumentScore(
            "a",
            (
                KindScore(Kind.HEADER, None, {"issuer": Share(1, 1), "number": Share(0, 1)}),
                KindScore(Kind.CITATIONS, Tally(1, 2, 1), {"date": Share(1, 1)}, (MISS,)),
            ),
        ),
        DocumentScore("b", (KindScore(Kind.CITATIONS, Tally(0, 0, 0), {"date": Share(0, 0)}),)),
        DocumentScore("c", (), failure="c.yaml: line 1: not YAML"),
    )
)


def test_a_table_for_each_kind_then_the_means() -> None:
    assert tables(EVALUATION) == [
        ReportTable(
            "header",
            ("document", "share", "issuer", "number"),
            (
                ("a", "0.500", "1.000", "0.000"),
                ("mean", "0.500", "1.000", "0.000"),
                ("together", "0.500", "1.000", "0.000"),
            ),
            sums=2,
        ),
        ReportTable(
            "citations",
            ("document", "gold", "read", "P", "R", "F1", "date"),
            (
                ("a", "2", "1", "1.000", "0.500", "0.667", "1.000"),
                ("b", "0", "0", "–", "–", "–", "–"),
                ("mean", "", "", "1.000", "0.500", "0.667", "1.000"),
                ("together", "2", "1", "1.000", "0.500", "0.667", "1.000"),
            ),
            sums=2,
        ),
        ReportTable(
            "means over 2 of 3 documents",
            ("kind", "score", "fields", "failed as missed"),
            (
                ("header", "0.500", "", "0.500"),
                ("citations", "0.667", "date 1.000", "0.667"),
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (MISS, "citations missed: “Quyết định số 86” expected 86/KH, there is 8/KH"),
        (Finding(Kind.TASKS, Problem.MISSED, "Chủ trì"), "tasks missed: “Chủ trì”"),
        (Finding(Kind.SECTIONS, Problem.EXTRA, "II.1", got="Mục tiêu"), "sections extra: “II.1” read as Mục tiêu"),
        (Finding(Kind.TARGETS, Problem.EXTRA, "100% hộ"), "targets extra: “100% hộ”"),
        (Finding(Kind.TARGETS, Problem.WRONG, "100% hộ", "end", "2025-12-31", None), "targets end wrong: “100% hộ” expected 2025-12-31, got nothing"),
    ],
)  # fmt: skip
def test_a_line_for_each_finding(finding: Finding, line: str) -> None:
    assert finding_line(finding) == line


def test_json_holds_figures_counts_and_findings() -> None:
    data = json.loads(json.dumps(as_data(EVALUATION)))

    assert data["means"]["citations"] == 0.666667
    assert data["together"]["header"] == 0.5
    assert data["failures"] == {"c": "c.yaml: line 1: not YAML"}
    first, second, _ = data["documents"]
    assert first["counts"]["citations"] == {
        "overall": {"matched": 1, "gold": 2, "read": 1},
        "date": {"right": 1, "total": 1},
    }
    assert first["findings"] == [
        {
            "kind": "citations",
            "problem": "missed",
            "field": None,
            "quote": "Quyết định số\n86",
            "expected": "86/KH",
            "got": "8/KH",
        }
    ]
    assert second["values"]["citations"] is None


def test_lines_come_kind_by_kind() -> None:
    assert list(finding_lines(EVALUATION.documents[0])) == [finding_line(MISS)]
