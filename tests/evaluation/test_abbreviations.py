"""Abbreviations a document defines."""

from __future__ import annotations

from vnplan.evaluation.abbreviations import score_abbreviations
from vnplan.evaluation.scores import Problem, Share, Tally
from vnplan.records import Abbreviation, Span


def short(short: str, long: str) -> Abbreviation:
    return Abbreviation(short=short, long=long, span=Span(start=0, end=0))


def test_short_forms_are_found_then_their_meaning() -> None:
    score = score_abbreviations(
        {
            "HSSV": "học sinh, sinh viên",
            "GIS": "hệ thống thông tin địa lý",
            "AI": "trí tuệ nhân tạo",
        },
        [short("HSSV", "Học sinh, sinh viên"), short("GIS", "địa lý"), short("PL", "Phụ lục")],
    )

    assert score.found == Tally(matched=2, gold=3, predicted=3)
    assert score.fields == {"long": Share(1, 2)}
    assert [(finding.problem, finding.quote) for finding in score.findings] == [
        (Problem.WRONG, "GIS"),
        (Problem.MISSED, "AI"),
        (Problem.EXTRA, "PL"),
    ]


def test_a_form_defined_twice_counts_once() -> None:
    twice = [short("HSSV", "học sinh, sinh viên")] * 2

    assert score_abbreviations({"HSSV": "học sinh, sinh viên"}, twice).found == Tally(1, 1, 1)
