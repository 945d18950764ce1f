"""Citations, targets, deadlines and tasks: what is found, and what the found ones say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from vnplan.evaluation import Kind, KindScore, Problem, Share, Tally, evaluate, parse_gold
from vnplan.records import Plan, Span

MakePlan = Callable[..., Plan]


class Page:
    """A text, an annotation of one kind in YAML, and records by the words they cover."""

    def __init__(self, make_plan: MakePlan, text: str) -> None:
        self.text = text
        self._make_plan = make_plan

    def record(self, words: str, nth: int = 1, **fields: Any) -> dict[str, Any]:
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        span = Span(start=at, end=at + len(words))
        return {"id": f"{words}-{at}", "text": " ".join(words.split()), "span": span, **fields}

    def score(self, gold: str, kind: Kind, **records: Any) -> KindScore:
        plan = self._make_plan(self.text, **records)
        score = evaluate(parse_gold(f"document: a\n{gold}", "a.yaml"), plan).kind(kind)
        assert score is not None
        return score


def number(text: str) -> dict[str, str]:
    return {"raw": text, "canonical": text}


def wrong(score: KindScore) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (finding.field, finding.expected, finding.got)
        for finding in score.findings
        if finding.problem is Problem.WRONG
    ]


LAWS = (
    "Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ quy định chi tiết Luật Sửa đổi, "
    "bổ sung một số điều của Luật Đê điều; theo Nghị định số 66/2021/NĐ-CP."
)
LAWS_GOLD = """
citations:
  - {quote: "Nghị định số 66/2021/NĐ-CP ngày", number: 66/2021/NĐ-CP, issued_on: 2021-07-06, issuer: Chính phủ, relation: implements}
  - {quote: "Luật Sửa đổi, bổ sung một số điều", number: null, title: Luật Sửa đổi bổ sung một số điều của Luật Đê điều, relation: guides}
  - {quote: "Luật Đê điều", number: null, title: Luật Đê điều, issued_on: null, issuer: Quốc hội, relation: amends}
  - {quote: "Nghị định số 66/2021/NĐ-CP", nth: 2, number: 66/2021/NĐ-CP, issued_on: 2021-07-06, issuer: Chính phủ, relation: refers}
"""


def test_citations_are_found_by_place_and_number(make_plan: MakePlan) -> None:
    page = Page(make_plan, LAWS)
    day = dt.date(2021, 7, 6)
    outer = "Luật Sửa đổi, bổ sung một số điều của Luật Đê điều"
    score = page.score(
        LAWS_GOLD,
        Kind.CITATIONS,
        citations=[
            page.record("Nghị định số 66/2021/NĐ-CP", 2, number=number("66/2021/NĐ-CP"), issuer="Chính phủ"),
            page.record("Luật Đê điều", title="Luật Đê điều", issuer="Quốc hội", relation="amends"),
            page.record(outer, title=outer, type_name="Luật", relation="refers"),
            page.record(
                LAWS[: LAWS.index(" quy định")],
                number=number("66/2021/NĐ-CP"), issued_on=day, issuer="Chính phủ", relation="implements",
            ),
        ],
    )  # fmt: skip

    assert score.found == Tally(4, 4, 4)
    assert score.fields == {"date": Share(2, 3), "issuer": Share(3, 3), "relation": Share(3, 4)}
    assert wrong(score) == [("date", "2021-07-06", None), ("relation", "guides", "refers")]


def test_another_number_at_the_place_is_no_find(make_plan: MakePlan) -> None:
    page = Page(make_plan, "theo Kế hoạch số 86/KH-UBND của tỉnh")
    gold = 'citations:\n  - {quote: "Kế hoạch số 86/KH-UBND", number: 86/KH-UBND}\n'
    score = page.score(
        gold,
        Kind.CITATIONS,
        citations=[page.record("Kế hoạch số 86/KH-UBND", number=number("8/KH-UBND"))],
    )

    assert score.found == Tally(0, 1, 1)
    assert [(finding.problem, finding.expected, finding.got) for finding in score.findings] == [
        (Problem.MISSED, "86/KH-UBND", "8/KH-UBND"),
        (Problem.EXTRA, None, "8/KH-UBND"),
    ]


def test_the_law_inside_is_not_the_law_around_it(make_plan: MakePlan) -> None:
    page = Page(make_plan, LAWS)
    score = page.score(
        LAWS_GOLD,
        Kind.CITATIONS,
        citations=[page.record("Luật Đê điều", title="Luật Đê điều", relation="amends")],
    )

    assert score.found == Tally(1, 4, 1)


def test_a_record_read_twice_is_one_find_and_one_false_alarm(make_plan: MakePlan) -> None:
    page = Page(make_plan, "theo Kế hoạch số 86/KH-UBND của tỉnh")
    cited = page.record("Kế hoạch số 86/KH-UBND", number=number("86/KH-UBND"))
    score = page.score(
        'citations:\n  - {quote: "Kế hoạch số 86", number: 86/KH-UBND}\n',
        Kind.CITATIONS,
        citations=[cited, {**cited, "id": "again"}],
    )

    assert score.found == Tally(1, 1, 2)


def test_a_slip_of_the_annotator_is_told(make_plan: MakePlan) -> None:
    page = Page(make_plan, "theo Kế hoạch số 86/KH-UBND")
    score = page.score(
        'citations:\n  - {quote: "Kế hoạch số 68/KH-UBND", number: 68/KH-UBND}\n', Kind.CITATIONS
    )

    assert score.findings[0].got == "the quote does not stand in the document"


SHARES = "Phấn đấu 70% các trường có ít nhất 05 ý tưởng; tổ chức 5 - 10 lớp; nâng cao nhận thức"
SHARES_GOLD = """
targets:
  - {quote: "Phấn đấu 70% các trường", value: 70, unit: "%", end: 2025-12-31}
  - {quote: "ít nhất 05 ý tưởng", value: 5, unit: ý tưởng, comparator: ge, end: null}
  - {quote: "tổ chức 5 - 10 lớp", value: 5, upper: 10, unit: lớp}
  - {quote: "nâng cao nhận thức", value: null, end: null}
"""


def test_targets_of_one_sentence_are_told_apart_by_their_value(make_plan: MakePlan) -> None:
    page = Page(make_plan, SHARES)
    sentence = SHARES.split(";", maxsplit=1)[0]
    score = page.score(
        SHARES_GOLD,
        Kind.TARGETS,
        deadlines=[page.record("lớp", kind="point", end=dt.date(2025, 12, 31))],
        targets=[
            page.record(sentence, quantity={"value": "5", "unit": "Ý tưởng", "comparator": "ge"}),
            page.record(sentence, quantity={"value": "70.0", "unit": "%"}) | {"id": "b"},
            page.record("tổ chức 5 - 10 lớp", quantity={"value": "5", "unit": "khóa"}),
            page.record("nâng cao nhận thức", deadline_id=f"lớp-{SHARES.index('lớp')}"),
        ],
    )

    assert score.found == Tally(4, 4, 4)
    assert score.fields == {
        "value": Share(3, 4),
        "unit": Share(2, 3),
        "comparator": Share(3, 3),
        "end": Share(1, 3),
    }
    assert wrong(score) == [
        ("value", "5 - 10", "5"),
        ("unit", "lớp", "khóa"),
        ("end", "2025-12-31", None),
        ("end", None, "2025-12-31"),
    ]


VALUES = [
    # annotation, record, is the kind right, is the value right
    ("kind: point, end: 2025-12-31", {"kind": "point", "end": "2025-12-31"}, True, True),
    ("kind: point, end: 2025-12-31", {"kind": "period", "start": "2025-01-01", "end": "2025-12-31"}, False, True),
    ("kind: point, end: 2025-12-31", {"kind": "point", "end": "2025-12-30"}, True, False),
    ("kind: period, start: 2021-01-01, end: 2025-12-31", {"kind": "period", "start": "2021-01-01", "end": "2025-12-31"}, True, True),
    ("kind: period, start: 2021-01-01, end: 2025-12-31", {"kind": "period", "end": "2025-12-31"}, True, False),
    ("kind: period, start: 2025-01-01, end: null", {"kind": "period", "start": "2025-01-01", "end": "2030-12-31"}, True, False),
    ('kind: recurring, rrule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"', {"kind": "recurring", "recurrence": "FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=12"}, True, True),
    ("kind: recurring, rrule: FREQ=YEARLY", {"kind": "recurring", "recurrence": "FREQ=MONTHLY"}, True, False),
    ("kind: recurring, rrule: FREQ=YEARLY", {"kind": "recurring", "recurrence": "FREQ=YEARLY", "end": "2025-12-31"}, True, True),
    ("kind: recurring, rrule: null", {"kind": "recurring", "recurrence": "FREQ=YEARLY"}, True, False),
    ("kind: continuous", {"kind": "continuous"}, True, True),
    ("kind: relative, start: null, end: null", {"kind": "relative", "end": "2025-12-31"}, True, False),
    ("kind: vague", {"kind": "continuous"}, False, True),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "fields", "kind_right", "value_right"), VALUES)
def test_deadlines(
    make_plan: MakePlan, gold: str, fields: dict[str, Any], kind_right: bool, value_right: bool
) -> None:
    page = Page(make_plan, "hoàn thành đến năm 2025")
    score = page.score(
        f'deadlines:\n  - {{quote: "đến năm 2025", {gold}}}\n',
        Kind.DEADLINES,
        deadlines=[page.record("năm 2025", **fields)],
    )

    assert score.found == Tally(1, 1, 1)
    assert score.fields == {"kind": Share(kind_right, 1), "value": Share(value_right, 1)}


def test_two_expressions_side_by_side_find_their_own(make_plan: MakePlan) -> None:
    page = Page(make_plan, "Thường xuyên, hằng năm tổ chức")
    score = page.score(
        """
deadlines:
  - {quote: "Thường xuyên, hằng năm tổ chức", kind: continuous}
  - {quote: "hằng năm tổ chức", kind: recurring, rrule: FREQ=YEARLY}
""",
        Kind.DEADLINES,
        deadlines=[
            page.record("hằng năm", kind="recurring", recurrence="FREQ=YEARLY"),
            page.record("Thường xuyên", kind="continuous"),
        ],
    )

    assert score.found == Tally(2, 2, 2)
    assert score.fields == {"kind": Share(2, 2), "value": Share(2, 2)}


DUTIES = "6. Sở Y tế: - Chủ trì, phối hợp với Sở Nội vụ và UBND xã kiểm tra. - Báo cáo trước 30/11."
DUTIES_GOLD = """
abbreviations: {}
tasks:
  - {quote: "Chủ trì, phối hợp với Sở Nội vụ", section: V.6, lead: [Sở Y tế], coordinate: [Sở Nội vụ, UBND xã], end: null}
  - {quote: "Báo cáo trước 30/11", section: V.6, lead: [], implement: [Sở Y tế], coordinate: [], end: 2025-11-30}
"""


def test_tasks(make_plan: MakePlan) -> None:
    page = Page(make_plan, DUTIES)
    here = Span(start=3, end=10)

    def part(agency: str, role: str) -> dict[str, Any]:
        return {"agency_id": agency, "role": role, "basis": "heading", "span": here}

    score = page.score(
        DUTIES_GOLD,
        Kind.TASKS,
        agencies=[
            {"id": "yte", "name": "Sở Y tế tỉnh Thái Nguyên"},
            {"id": "noivu", "name": "Sở Nội vụ tỉnh Thái Nguyên"},
            {"id": "tinh", "name": "Ủy ban nhân dân tỉnh Thái Nguyên"},
        ],
        deadlines=[page.record("30/11", kind="point", end="2025-11-30")],
        sections=[
            {"id": "V.6", "kind": "heading", "label": "6", "heading": "Sở Y tế", "span": here},
            {"id": "V.6-1", "parent_id": "V.6", "kind": "bullet", "span": here},
        ],
        tasks=[
            page.record(
                "Báo cáo trước 30/11", form="bullet", section_id="V.6",
                responsibilities=[part("yte", "implement"), part("tinh", "receive_report")],
                deadline_ids=[f"30/11-{DUTIES.index('30/11')}"],
            ),
            page.record(
                "- Chủ trì, phối hợp với Sở Nội vụ và UBND xã kiểm tra.", form="bullet", section_id="V.6-1",
                responsibilities=[part("yte", "lead"), part("tinh", "implement"), part("noivu", "coordinate")],
            ),
        ],
    )  # fmt: skip

    assert score.found == Tally(2, 2, 2)
    assert score.fields == {
        "section": Share(2, 2),
        "end": Share(2, 2),
        "owners": Tally(matched=2, gold=2, predicted=2),
        "owners_exact": Share(2, 2),
        "coordinators": Tally(matched=1, gold=2, predicted=1),
        "coordinators_exact": Share(1, 2),
    }
    assert wrong(score) == [
        ("coordinators", "Sở Nội vụ; UBND xã", "Sở Nội vụ tỉnh Thái Nguyên"),
    ]


def test_a_plan_without_tasks_scores_nothing(make_plan: MakePlan) -> None:
    score = Page(make_plan, DUTIES).score(DUTIES_GOLD, Kind.TASKS)

    assert score.found == Tally(0, 2, 0)
    assert score.found.f1 == 0
    assert score.found.precision is None
