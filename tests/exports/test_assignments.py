"""Tasks as rows: who, with whom, by when, and where it says so."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
import regex

import vnplan
from vnplan import Corpus, Deadline, DeadlineKind, Plan, Span
from vnplan.exports.assignment_table import COLUMNS, render
from vnplan.exports.assignments import (
    Assignment,
    Status,
    assignments,
    assignments_of,
    next_due,
    section_label,
)
from vnplan.exports.office_words import LANGUAGES, office_words

DOCUMENT = """\
UBND TỈNH THÁI NGUYÊN
Số: 17/KH-UBND
Thái Nguyên, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

I. MỤC ĐÍCH
Tưới đủ nước.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
- Chủ trì, phối hợp với Sở Tư pháp bố trí kinh phí theo Quyết định số 844/QĐ-TTg trước ngày 30/6/2024.
- Hằng năm, báo cáo kết quả gửi Ủy ban nhân dân tỉnh.
2. Ủy ban nhân dân huyện Phú Bình
- Thường xuyên kiểm tra các vườn.
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return vnplan.parse(DOCUMENT)


@pytest.fixture(scope="module")
def rows(plan: Plan) -> tuple[Assignment, ...]:
    return assignments(plan)


def test_a_row_says_what_a_sheet_needs(rows: tuple[Assignment, ...]) -> None:
    row = rows[0]
    assert row.task.startswith("Chủ trì, phối hợp với Sở Tư pháp bố trí kinh phí")
    assert row.names(row.leads) == "Sở Tài chính"
    assert row.names(row.coordinators) == "Sở Tư pháp"
    assert (row.time, row.due, row.recurs) == ("trước ngày 30/6/2024", dt.date(2024, 6, 30), False)
    assert row.grounds() == (
        "Kế hoạch số 17/KH-UBND ngày 02/3/2024, mục II.1; Quyết định 844/QĐ-TTg"
    )
    assert row.grounds(own=False) == "mục II.1; Quyết định 844/QĐ-TTg"
    assert (row.heading, row.part) == ("Sở Tài chính", "TỔ CHỨC THỰC HIỆN")
    assert row.status.label() == "Chưa bắt đầu"


def test_the_evidence_is_in_the_text(plan: Plan, rows: tuple[Assignment, ...]) -> None:
    assert len(rows) == len(plan.tasks)
    for row, task in zip(rows, plan.tasks, strict=True):
        assert " ".join(row.span.of(plan.text).split()) in (task.text, row.task)


def test_what_recurs_has_its_first_day_and_the_next_one(plan: Plan) -> None:
    first, later = assignments(plan)[1], assignments(plan, on=dt.date(2026, 11, 22))[1]
    assert (first.time, first.due, first.recurs) == ("Hằng năm", dt.date(2024, 12, 31), True)
    assert (later.due, later.recurs) == (dt.date(2026, 12, 31), True)


def test_who_receives_a_report_is_a_note(rows: tuple[Assignment, ...]) -> None:
    assert rows[1].coordinators == ()
    assert rows[1].notes() == "Nhận báo cáo: Ủy ban nhân dân tỉnh Thái Nguyên"


def test_the_territory_of_the_document_is_not_told_again(rows: tuple[Assignment, ...]) -> None:
    assert rows[0].leads[0].name == "Sở Tài chính tỉnh Thái Nguyên"
    assert rows[2].names(rows[2].leads).startswith("Ủy ban nhân dân huyện Phú Bình")


def test_a_time_said_twice_is_one(founding_rows: tuple[Assignment, ...]) -> None:
    (row,) = [row for row in founding_rows if row.task_id == "task-II.2.3-1"]
    assert row.time == "trong dịp hè 2019"


def test_only_some_tasks(plan: Plan) -> None:
    wanted = plan.tasks[1].id
    assert [row.task_id for row in assignments(plan, only={wanted})] == [wanted]


def test_rows_of_what_a_corpus_found(founding: tuple[Plan, ...]) -> None:
    with vnplan.open(founding) as corpus:
        found = corpus.tasks(agency="Sở KH&CN", role="lead")
        rows = assignments_of(corpus, found)
        assert [(row.paper.id, row.task_id) for row in rows] == [
            (one.document.id, one.task.id) for one in found
        ]
        by_plan = {row for plan in founding for row in assignments(plan)}
        assert set(rows) <= by_plan
        _left(corpus)


def _left(corpus: Corpus) -> None:
    """A document that is not in the index has no rows."""
    found = corpus.tasks(limit=1)
    with vnplan.open([vnplan.parse("KẾ HOẠCH\nTưới")]) as other:
        assert assignments_of(other, found) == ()


POINT, AGAIN, VAGUE = DeadlineKind.POINT, DeadlineKind.RECURRING, DeadlineKind.CONTINUOUS


def _time(kind: DeadlineKind, end: str | None = None, rule: str | None = None) -> Deadline:
    return Deadline(
        id="d",
        text="x",
        span=Span(start=0, end=1),
        kind=kind,
        end=dt.date.fromisoformat(end) if end else None,
        recurrence=rule,
    )


@pytest.mark.parametrize(
    ("times", "since", "due", "recurs"),
    [
        ([], "2024-01-01", None, False),
        ([_time(VAGUE)], "2024-01-01", None, False),
        (
            [_time(POINT, "2024-06-30"), _time(POINT, "2024-03-31")],
            "2024-01-01",
            "2024-03-31",
            False,
        ),
        (
            [_time(POINT, "2024-06-30"), _time(POINT, "2024-03-31")],
            "2024-04-01",
            "2024-06-30",
            False,
        ),
        (
            [_time(POINT, "2020-06-30"), _time(POINT, "2020-03-31")],
            "2024-01-01",
            "2020-06-30",
            False,
        ),
        (
            [_time(AGAIN, rule="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15")],
            "2024-11-16",
            "2025-11-15",
            True,
        ),
        ([_time(AGAIN, "2023-12-31", "FREQ=YEARLY")], "2024-01-01", "2023-12-31", True),
        ([_time(AGAIN, rule="FREQ=YEARLY")], None, None, False),
        ([_time(AGAIN, rule="FREQ=SOMETIMES")], "2024-01-01", None, False),
        (
            [_time(AGAIN, rule="FREQ=MONTHLY"), _time(POINT, "2024-01-15")],
            "2024-01-01",
            "2024-01-15",
            False,
        ),
        ([_time(POINT, "9999-12-31")], None, "9999-12-31", False),
    ],
)
def test_the_next_day(
    times: list[Deadline], since: str | None, due: str | None, recurs: bool
) -> None:
    start = dt.date.fromisoformat(since) if since else None
    found, again = next_due(times, start)
    assert (found.isoformat() if found else None, again) == (due, recurs)


@pytest.mark.parametrize(
    ("section", "vietnamese", "english"),
    [
        ("V.6", "mục V.6", "section V.6"),
        ("III.1.b#2", "mục III.1.b", "section III.1.b"),
        ("Điều 2.2", "Điều 2.2", "Điều 2.2"),
        ("PL", "Phụ lục", "Appendix"),
        ("PL.II", "Phụ lục II", "Appendix II"),
        ("PL1.2", "Phụ lục 1.2", "Appendix 1.2"),
    ],
)
def test_parts_are_called_as_people_do(section: str, vietnamese: str, english: str) -> None:
    assert (section_label(section), section_label(section, "en")) == (vietnamese, english)


def test_both_languages_have_every_word() -> None:
    vietnamese, english = map(office_words, LANGUAGES)
    assert set(vietnamese) == set(english)
    assert {*Status, *COLUMNS} <= set(vietnamese)
    with pytest.raises(ValueError, match="fr"):
        office_words("fr")


def test_a_document_of_which_little_is_known() -> None:
    plan = vnplan.parse("1. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.\n")
    row = assignments(plan)[0]
    assert row.paper.quoted() == row.paper.short == plan.id[:120]
    assert row.grounds()


def test_the_python_of_the_guide(founding: tuple[Plan, ...], project_dir: Path) -> None:
    """Every expression with a value behind it has that value."""
    page = (project_dir / "docs" / "exports.md").read_text(encoding="utf-8")
    (code,) = regex.findall(r"```python\n(.*?)```", page, regex.S)
    with vnplan.open(founding) as corpus:
        known: dict[str, object] = {"plan": founding[0], "corpus": corpus}
        for step in regex.split(r"\n+(?=\S)", code.strip()):
            expression, _, value = step.partition("  # ")
            try:
                found = eval(expression, known)
            except SyntaxError:
                exec(expression, known)
            else:
                assert repr(found) == value or value.startswith("the "), expression


def test_the_table_is_csv_for_excel(founding_rows: tuple[Assignment, ...]) -> None:
    data = render(founding_rows)
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert table[0][:4] == ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"]
    assert [row[-1] for row in table[1:]] == [row.task_id for row in founding_rows]
    assert {row[5] for row in table[1:]} >= {"2019-12-31", "2020-12-31", ""}
