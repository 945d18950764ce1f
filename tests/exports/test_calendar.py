"""The calendar, read again by icalendar, and its rules unrolled against our own days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnplan
from vnplan import Deadline, DeadlineKind, Plan, Span
from vnplan.exports.assignments import Assignment, assignments
from vnplan.exports.calendar import entries, render
from vnplan.exports.calendar_rule import rules
from vnplan.store.recurrence import due_days

rrulestr = pytest.importorskip("dateutil.rrule").rrulestr  # icalendar brings it

DOCUMENT = """\
UBND TỈNH THÁI NGUYÊN
Số: 17/KH-UBND
Thái Nguyên, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
- Chủ trì, phối hợp với Sở Tư pháp bố trí kinh phí trước ngày 30/6/2024.
- Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.
- Thường xuyên kiểm tra các vườn.
- Lắp đặt hệ thống tưới trong Quý III/2024.
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return vnplan.parse(DOCUMENT)


@pytest.fixture(scope="module")
def rows(plan: Plan) -> tuple[Assignment, ...]:
    return assignments(plan)


def _read(rows: Sequence[Assignment], *, events: bool = False) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(render(rows, events=events))
    return list(calendar.walk("VEVENT" if events else "VTODO"))


def test_a_todo_says_what_by_when_and_where_it_stands(rows: tuple[Assignment, ...]) -> None:
    todo = _read(rows)[0]
    assert todo.decoded("due") == dt.date(2024, 6, 30)
    assert "dtstart" not in todo
    assert str(todo["summary"]).startswith("Chủ trì, phối hợp với Sở Tư pháp bố trí kinh phí")
    assert [str(one) for one in todo["categories"].cats] == ["Sở Tài chính"]
    assert str(todo["description"]).splitlines()[1:] == [
        "Cơ quan chủ trì: Sở Tài chính",
        "Cơ quan phối hợp: Sở Tư pháp",
        "Thời hạn: trước ngày 30/6/2024",
        "Căn cứ: Kế hoạch số 17/KH-UBND ngày 02/3/2024, mục II.1",
    ]
    assert str(todo["x-vnplan-task"]) == rows[0].task_id
    start, end = map(int, str(todo["x-vnplan-span"]).split("-"))
    assert "bố trí kinh phí" in DOCUMENT[start:end]
    assert todo.decoded("dtstamp") == dt.datetime(2024, 3, 2, tzinfo=dt.UTC)


def test_a_period_begins_and_ends(rows: tuple[Assignment, ...]) -> None:
    todo = _read(rows)[2]
    assert (todo.decoded("dtstart"), todo.decoded("due")) == (
        dt.date(2024, 7, 1),
        dt.date(2024, 9, 30),
    )


def test_what_recurs_has_a_rule(rows: tuple[Assignment, ...]) -> None:
    todo = _read(rows)[1]
    assert todo["rrule"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=12"
    assert todo.decoded("dtstart") == dt.datetime(2024, 12, 15)
    # RFC 5545, 3.8.2.3: later than the start, and of its type
    assert todo.decoded("due") == dt.datetime(2024, 12, 15, 23, 59, 59)


def test_what_has_no_day_is_not_in_it(rows: tuple[Assignment, ...]) -> None:
    assert (len(rows), len(_read(rows))) == (4, 3)


def test_events_fill_the_day(rows: tuple[Assignment, ...]) -> None:
    event = _read(rows, events=True)[2]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        dt.date(2024, 9, 30),
        dt.date(2024, 10, 1),
    )


def test_uids_stay(plan: Plan, rows: tuple[Assignment, ...]) -> None:
    """Of another file of the plan, read later, with other lines: importing it gives no doubles."""
    source = plan.source.model_copy(update={"uri": "khac.pdf", "sha256": "1" * 64})
    again = assignments(plan.model_copy(update={"source": source}), on=dt.date(2026, 1, 1))
    told = [str(one["uid"]) for one in _read(rows)]
    assert told == [str(one["uid"]) for one in _read(again)]
    assert told == [str(one["uid"]) for one in _read(rows, events=True)]
    assert len(set(told)) == len(told)


def test_one_deadline_is_one_entry(rows: tuple[Assignment, ...]) -> None:
    assert len(_read([*rows, *rows])) == len(_read(rows))


def test_documents_without_a_number_are_not_taken_for_one(rows: tuple[Assignment, ...]) -> None:
    papers = [replace(rows[0].paper, number=None, sha256=digit * 64) for digit in "01"]
    assert len(_read([replace(rows[0], paper=paper) for paper in papers])) == 2


def test_the_founding_documents(founding_rows: tuple[Assignment, ...]) -> None:
    found = list(entries(founding_rows))
    assert len(found) >= 15
    todos = _read(founding_rows)
    assert [str(one["uid"]) for one in todos] == [entry.uid for entry in found]
    assert render(founding_rows) == render(founding_rows)


def test_lines_are_folded_by_bytes(founding_rows: tuple[Assignment, ...]) -> None:
    data = render(founding_rows)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        (
            "https://example.vn/ke-hoach?id=3",
            "https://example.vn/ke-hoach?id=3#:~:text=T%C6%B0%E1%BB%9Bi%20c%C3%A2y%2C%20%2D%20x",
        ),
        (
            "http://example.vn/a#b",
            "http://example.vn/a#b:~:text=T%C6%B0%E1%BB%9Bi%20c%C3%A2y%2C%20%2D%20x",
        ),
        ("javascript:alert(1)", None),
        ("https://example.vn/\r\nX:1", None),
        ("file:///etc/passwd", None),
        ("ke-hoach.pdf", None),
        (None, None),
    ],
)
def test_the_way_back_to_a_web_page(
    rows: tuple[Assignment, ...], uri: str | None, address: str | None
) -> None:
    row = replace(rows[0], task="Tưới cây, - x", paper=replace(rows[0].paper, uri=uri))
    (todo,) = _read([row])
    assert (str(todo["url"]) if "url" in todo else None) == address


def test_of_a_file_only_its_name_is_told(rows: tuple[Assignment, ...]) -> None:
    row = replace(rows[0], paper=replace(rows[0].paper, uri="/mật/của An/ke-hoach.pdf"))
    assert str(_read([row])[0]["x-vnplan-source"]) == "ke-hoach.pdf"


# ------------------------------------------------------------------------------------- rules


def _unrolled(recurrence: str, first: dt.date, last: dt.date) -> set[dt.date]:
    """The days of all rules as a calendar finds them, each from its own first day."""
    days: set[dt.date] = set()
    for rule in rules(recurrence):
        due = due_days(rule.meant, first, None, (first, dt.date(first.year + 70, 12, 31)))
        if due:
            start = dt.datetime.combine(due[0], dt.time())
            found = rrulestr(rule.said, dtstart=start).between(
                start, dt.datetime.combine(last, dt.time()), inc=True
            )
            days |= {day.date() for day in found}
    return days


@pytest.mark.parametrize(
    "recurrence",
    [
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=12",
        "FREQ=YEARLY;BYMONTH=3,9",
        "FREQ=YEARLY;BYMONTH=1,11,12",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",
        "FREQ=YEARLY;BYMONTH=2,6;BYMONTHDAY=15,30",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=YEARLY;INTERVAL=5;BYMONTH=6,12;BYMONTHDAY=31",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=16",
        "FREQ=MONTHLY;BYMONTHDAY=15,30",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=20",
        "FREQ=MONTHLY;INTERVAL=9;BYMONTHDAY=29",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=SA,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=10",
        "FREQ=MONTHLY;BYMONTHDAY=25;BYHOUR=8;BYMINUTE=0",
    ],
)
def test_a_calendar_finds_the_days_that_are_due(recurrence: str) -> None:
    for first in (dt.date(2024, 2, 29), dt.date(2021, 12, 22)):
        last = dt.date(2030, 12, 31)
        assert _unrolled(recurrence, first, last) == set(
            due_days(recurrence, first, None, (first, last))
        )


_DAYS = st.lists(st.integers(1, 31) | st.integers(-28, -1), min_size=1, max_size=3, unique=True)
_MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)


def _joined(name: str, numbers: list[int]) -> str:
    return f";{name}={','.join(map(str, sorted(numbers)))}" if numbers else ""


@st.composite
def _recurrences(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY"]))
    step = draw(st.integers(1, 13))
    months = draw(_MONTHS | st.just([])) if frequency == "YEARLY" else []
    days = draw(_DAYS | st.just([]))
    return (
        f"FREQ={frequency};INTERVAL={step}{_joined('BYMONTH', months)}{_joined('BYMONTHDAY', days)}"
    )


@given(_recurrences(), st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)))
def test_whatever_recurs_falls_on_the_same_days(recurrence: str, first: dt.date) -> None:
    last = dt.date(first.year + 14, 12, 31)
    assert _unrolled(recurrence, first, last) == set(
        due_days(recurrence, first, None, (first, last))
    )


@pytest.mark.parametrize(
    "recurrence",
    [
        "",
        "FREQ=SOMETIMES",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=x",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=²",
    ],
)
def test_what_is_no_rule(recurrence: str) -> None:
    assert rules(recurrence) == ()


def _recurring(rule: str, start: dt.date | None, end: dt.date | None) -> Deadline:
    return Deadline(
        id="d",
        text="hằng năm",
        span=Span(start=0, end=1),
        kind=DeadlineKind.RECURRING,
        start=start,
        end=end,
        recurrence=rule,
    )


@pytest.mark.parametrize("events", [False, True])
def test_a_rule_ends_with_its_time(rows: tuple[Assignment, ...], events: bool) -> None:
    deadline = _recurring("FREQ=YEARLY", dt.date(2021, 1, 1), dt.date(2025, 12, 31))
    (found,) = _read([replace(rows[0], deadlines=(deadline,))], events=events)
    until = b"20251231" if events else b"20251231T235959"
    assert found["rrule"].to_ical().split(b";")[1] == b"UNTIL=" + until
    start = found.decoded("dtstart")
    days = [
        day.date()
        for day in rrulestr(found["rrule"].to_ical().decode(), dtstart=dt.datetime(2024, 12, 31))
    ]
    assert (start.isoformat()[:10], days) == (
        "2024-12-31",
        [dt.date(2024, 12, 31), dt.date(2025, 12, 31)],
    )


def test_of_an_unknown_year_nothing_recurs(rows: tuple[Assignment, ...]) -> None:
    deadline = _recurring("FREQ=YEARLY", None, None)
    paper = replace(rows[0].paper, issued_on=None)
    assert _read([replace(rows[0], deadlines=(deadline,), paper=paper)]) == []


@pytest.mark.parametrize("events", [False, True])
@pytest.mark.parametrize("day", [dt.date.min, dt.date(987, 6, 5), dt.date.max])
def test_days_at_the_ends_of_the_calendar(
    rows: tuple[Assignment, ...], day: dt.date, events: bool
) -> None:
    point = rows[0].deadlines[0].model_copy(update={"start": day, "end": day})
    again = _recurring("FREQ=YEARLY", day, day)
    for deadline in (point, again):
        paper = replace(rows[0].paper, issued_on=day)
        found = _read([replace(rows[0], deadlines=(deadline,), paper=paper)], events=events)
        for one in found:
            due = one.decoded("dtstart" if events else "due")
            assert due.isoformat()[:10] == day.isoformat()
    assert len(_read([replace(rows[0], deadlines=(point,))], events=events)) == 1
