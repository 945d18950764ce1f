"""What a reader is told about the records taken together."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from vnplan.parsers.checks import check_deadlines, check_targets, check_titles
from vnplan.records import (
    Citation,
    Deadline,
    DeadlineKind,
    DocumentNumber,
    Header,
    Quantity,
    Relation,
    Span,
    Target,
)

HERE = Span(start=0, end=10)


def citation(title: str | None, number: str = "844/QĐ-TTg") -> Citation:
    return Citation(
        id=f"citation-{title}",
        number=DocumentNumber(raw=number, canonical=number),
        title=title,
        relation=Relation.REFERS,
        target_id=f"urn:lex:vn:;{number}",
        text=number,
        span=HERE,
    )


TITLES = [
    ("phê duyệt Đề án “Hỗ trợ hệ sinh thái quốc gia đến năm 2020", "về việc phê duyệt Đề án"
     " “Hỗ trợ hệ sinh thái quốc gia đến năm 2025”", True),
    ("về việc phê duyệt Đề án “Hỗ trợ hệ sinh thái khởi nghiệp”", "phê duyệt Đề án Hỗ trợ hệ sinh"
     " thái khởi nghiệp", False),
    ("phê duyệt Đề án Hỗ trợ hệ sinh thái khởi nghiệp quốc gia", "phê duyệt Đề án Hỗ trợ hệ sinh"
     " thái khởi nghiệp", False),  # cut short
    ("phê duyệt Đề án 844", "ban hành Quy chế", False),  # too short to tell
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "told"), TITLES)
def test_one_instrument_under_two_titles(first: str, second: str, told: bool) -> None:
    codes = [d.code for d in check_titles([citation(first), citation(None), citation(second)])]
    assert codes == (["citation-title-conflict"] if told else [])


def test_two_instruments_have_two_titles() -> None:
    long = "phê duyệt Đề án Hỗ trợ hệ sinh thái khởi nghiệp"
    other = "phê duyệt Đề án Hỗ trợ học sinh, sinh viên khởi nghiệp"
    assert not list(check_titles([citation(long), citation(other, "1665/QĐ-TTg")]))


@pytest.mark.parametrize(
    ("kind", "end", "told"),
    [
        (DeadlineKind.POINT, dt.date(2020, 12, 31), True),
        (DeadlineKind.POINT, dt.date(2022, 12, 31), False),
        (DeadlineKind.PERIOD, dt.date(2020, 12, 31), False),  # a stage of a programme that is over
    ],
)
def test_deadline_that_was_over(kind: DeadlineKind, end: dt.date, told: bool) -> None:
    deadline = Deadline(id="deadline-I-1", text="đến năm 2020", kind=kind, end=end, span=HERE)
    header = Header(issued_on=dt.date(2021, 12, 22))
    assert bool(list(check_deadlines([deadline], header))) is told
    assert not list(check_deadlines([deadline], Header()))


def test_target_without_a_time() -> None:
    target = Target(id="t", text="100%", quantity=Quantity(value=Decimal(100), unit="%"), span=HERE)
    unquantified = Target(id="u", text="Nâng cao nhận thức", span=HERE)
    timed = target.model_copy(update={"deadline_id": "deadline-I-1"})
    found = list(check_targets([target, unquantified, timed]))
    assert [d.code for d in found] == ["target-without-deadline"]
