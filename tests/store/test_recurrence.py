"""What recurs is due on the last day of its period."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.store.recurrence import due_days, first_due


@pytest.mark.parametrize(
    ("said", "rule", "days"),
    [
        ("hằng năm", "FREQ=YEARLY", "2022-12-31"),
        ("trước ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "2022-12-15"),
        ("hằng quý", "FREQ=MONTHLY;INTERVAL=3", "2022-03-31 2022-06-30 2022-09-30 2022-12-31"),
        ("định kỳ 6 tháng", "FREQ=MONTHLY;INTERVAL=6", "2022-06-30 2022-12-31"),
        (
            "ngày 25 hằng quý",
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25",
            "2022-03-25 2022-06-25 2022-09-25 2022-12-25",
        ),
        ("tháng 3 và tháng 9 hằng năm", "FREQ=YEARLY;BYMONTH=3,9", "2022-03-31 2022-09-30"),
        ("quý I và quý III", "FREQ=YEARLY;BYMONTH=1,2,3,7,8,9", "2022-03-31 2022-09-30"),
        ("tháng 11 đến tháng 01 năm sau", "FREQ=YEARLY;BYMONTH=1,11,12", "2022-01-31"),
        ("cả năm", "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12", "2022-12-31"),
        ("cuối tháng 2 hằng năm", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2022-02-28"),
        ("29/02 hằng năm", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2022-02-28"),
        (
            "ngày 15 tháng cuối quý",
            "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15",
            "2022-03-15 2022-06-15 2022-09-15 2022-12-15",
        ),
        ("02 năm một lần", "FREQ=YEARLY;INTERVAL=2", "2022-12-31"),
        ("5 năm một lần", "FREQ=YEARLY;INTERVAL=5", ""),
        ("not one of ours", "FREQ=YEARLY;BYSETPOS=1", ""),
        ("not a rule", "yearly;;", ""),
        ("no month", "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1", ""),
    ],
)
def test_in_a_year(said: str, rule: str, days: str) -> None:
    year = (dt.date(2022, 1, 1), dt.date(2022, 12, 31))
    found = due_days(rule, dt.date(2021, 12, 22), None, year)
    assert " ".join(map(str, found)) == days, said


def test_weeks_and_days() -> None:
    window = (dt.date(2022, 5, 2), dt.date(2022, 5, 15))
    assert [day.day for day in due_days("FREQ=WEEKLY;BYDAY=FR", None, None, window)] == [6, 13]
    assert [day.day for day in due_days("FREQ=WEEKLY", None, None, window)] == [8, 15]
    every_other = due_days("FREQ=WEEKLY;INTERVAL=2", dt.date(2022, 5, 4), None, window)
    assert [day.day for day in every_other] == [15]
    assert len(due_days("FREQ=DAILY;BYHOUR=9,16;BYMINUTE=0", None, None, window)) == 14
    assert [day.day for day in due_days("FREQ=DAILY;INTERVAL=10", window[0], None, window)] == [11]


@pytest.mark.parametrize(
    ("first", "last", "after", "before", "day"),
    [
        (None, None, "0001-01-01", "9999-12-31", "2000-12-31"),
        (None, None, "2022-01-01", "9999-12-31", "2022-12-31"),
        (None, None, "0001-01-01", "2019-06-30", "1959-12-31"),
        ("2021-12-22", None, "0001-01-01", "2021-12-30", None),
        ("2021-12-22", None, "0001-01-01", "2022-06-30", "2021-12-31"),
        ("2021-01-01", "2025-12-31", "2026-01-01", "9999-12-31", None),
    ],
)
def test_the_first_day_in_an_open_window(
    first: str | None, last: str | None, after: str, before: str, day: str | None
) -> None:
    assert first_due("FREQ=YEARLY", first, last, after, before) == day


@given(
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]),
    st.integers(-2, 700),
    st.lists(st.integers(-1, 14), max_size=3),
    st.none() | st.dates(),
    st.tuples(st.dates(), st.integers(0, 900)),
)
def test_days_are_in_order_and_in_bounds(
    frequency: str,
    step: int,
    months: list[int],
    first: dt.date | None,
    stretch: tuple[dt.date, int],
) -> None:
    begin = stretch[0]
    end = dt.date.fromordinal(min(begin.toordinal() + stretch[1], dt.date.max.toordinal()))
    rule = f"FREQ={frequency};INTERVAL={step}"
    rule += f";BYMONTH={','.join(map(str, months))}" if months else ""
    found = due_days(rule, first, None, (begin, end))
    assert list(found) == sorted(set(found))
    assert all(begin <= day <= end and (first is None or first <= day) for day in found)
