"""The days a question is about."""

from __future__ import annotations

import datetime as dt

import pytest
import typer

from vnplan.cli.window import window

TODAY = dt.date(2025, 11, 22)


@pytest.mark.parametrize(
    ("after", "before", "days", "quarter", "first", "last"),
    [
        (None, None, None, None, "2025-11-22", "2026-02-22"),
        ("2026-01-01", None, None, None, "2026-01-01", "2026-04-03"),
        (None, "2026-01-31", None, None, "2025-11-22", "2026-01-31"),
        (None, "2025-06-30", None, None, "2025-03-30", "2025-06-30"),
        ("2025-01-01", "2025-06-30", None, None, "2025-01-01", "2025-06-30"),
        (None, None, 30, None, "2025-11-22", "2025-12-22"),
        (None, None, 0, None, "2025-11-22", "2025-11-22"),
        ("2025-01-01", None, 30, None, "2025-01-01", "2025-01-31"),
        (None, None, None, "this", "2025-10-01", "2025-12-31"),
        (None, None, None, "next", "2026-01-01", "2026-03-31"),
        (None, None, None, "LAST", "2025-07-01", "2025-09-30"),
        (None, None, None, "2025-Q2", "2025-04-01", "2025-06-30"),
        (None, None, None, "Q2/2025", "2025-04-01", "2025-06-30"),
        (None, None, None, "4/2024", "2024-10-01", "2024-12-31"),
        (None, None, None, "Quý II/2022", "2022-04-01", "2022-06-30"),
        (None, None, None, "quy iv 2022", "2022-10-01", "2022-12-31"),
        ("9999-12-01", None, None, None, "9999-12-01", "9999-12-31"),
        (None, "0001-01-02", None, None, "0001-01-01", "0001-01-02"),
    ],
)
def test_windows(
    after: str | None,
    before: str | None,
    days: int | None,
    quarter: str | None,
    first: str,
    last: str,
) -> None:
    found = window(after, before, days, quarter, TODAY)
    assert tuple(map(str, found)) == (first, last)


@pytest.mark.parametrize(
    ("after", "before", "days", "quarter", "reason"),
    [
        ("2025-02-01", "2025-01-01", None, None, "2025-01-01 is before 2025-02-01"),
        (None, "2025-01-01", 3, None, "a number of days, or a last one, not both"),
        ("2025-01-01", None, None, "next", "a quarter is a time of its own"),
        (None, None, 3, "next", "a quarter is a time of its own"),
        (None, None, None, "5/2025", "'5/2025' is no quarter: this, next"),
        (None, None, None, "0000-Q1", "is beyond the calendar"),
        (None, None, None, "\x1b[31m", "is no quarter"),
    ],
)
def test_no_window(
    after: str | None, before: str | None, days: int | None, quarter: str | None, reason: str
) -> None:
    with pytest.raises(typer.BadParameter, match=reason) as refused:
        window(after, before, days, quarter, TODAY)
    assert "\x1b" not in str(refused.value)
