"""Days as real documents write them, and what they mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.dates import date_at, find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("ngày 22/12/2024", "2024-12-22"),
        ("ngày 30-10-2017", "2017-10-30"),
        ("ngày 30.10.2017", "2017-10-30"),
        ("ngày 10/1/2022", "2022-01-10"),
        ("ngày 7/8/2019", "2019-08-07"),
        ("ngày 21-02-2018 của Ban Thường vụ", "2018-02-21"),
        ("ngày 02/02/ 2024", "2024-02-02"),
        ("ngày 03-9/2019", "2019-09-03"),
        ("ngày 08/11/2011của Chính phủ", "2011-11-08"),  # a lost space
        ("trước ngày 25/12 năm 2026", "2026-12-25"),
        ("ngày 22 tháng 12 năm 2021", "2021-12-22"),
        ("ngày 04 tháng 09 năm 2025", "2025-09-04"),
        ("Thái Nguyên, ngày 22 tháng 12 năm 2021", "2021-12-22"),
        ("Thái Nguyên, ngày\n22 tháng 12 năm 2021", "2021-12-22"),
        ("ngày 22\ntháng 12\nnăm\n2021", "2021-12-22"),
        ("NGÀY 15 THÁNG 8 NĂM 2024", "2024-08-15"),
        ("Ngày 15 Tháng 8 Năm 2024", "2024-08-15"),
        ("ngày 8 tháng 5/2025", "2025-05-08"),
        ("ngày 18 tháng 12 năm 2019", "2019-12-18"),
        ("22 tháng 12 năm 2021", "2021-12-22"),
        ("ngày 2 6 tháng 0 6 năm 2018", "2018-06-26"),  # a flattened letterhead
        ("ngày mùng 3 tháng 2 năm 1930", "1930-02-03"),
        ("số 11/2014/TT-BGDĐT , ngày 18/4/2014", "2014-04-18"),
        ("ngày 5/9/25", "2025-09-05"),
        ("ngày 15/6/99", "1999-06-15"),
        # blanks and days no calendar has
        ("Thái Nguyên, ngày     tháng 12 năm 2021", None),
        ("ngày … tháng … năm 2025", None),
        ("ngày ..... tháng ..... năm 20....", None),
        ("ngày     tháng    năm 2026", None),
        ("ngày    /    /2025", None),
        ("ngày …/…/2024", None),
        ("ngày 31/02/2024", None),
        ("ngày 45/13/2024", None),
        # not days
        ("đạt 3/5 năm 2026", None),
        ("trước ngày 15/12 hằng năm", None),
        ("ngày 15 tháng 12 hằng năm", None),
        ("từ ngày 1 - 10/12", None),  # two days of one month
        ("từ ngày 01-10.12", None),
        ("tháng 12 năm 2021", None),
        ("Nghị định số 30/2020/NĐ-CP", None),
        ("số 21/12/2024/NĐ-CP", None),
        ("mục 1.2.10", None),
        ("", None),
    ],
)
def test_a_day_means(text: str, meaning: str | None) -> None:
    assert parse_date(text) == (dt.date.fromisoformat(meaning) if meaning else None)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("từ ngày 01/8/2025 đến ngày 15/8/2025", ["ngày 01/8/2025", "ngày 15/8/2025"]),
        ("ngày 22 tháng 12 năm 2021 của", ["ngày 22 tháng 12 năm 2021"]),
        ("Hà Nội, ngày … tháng 12 năm 2021", ["ngày … tháng 12 năm 2021"]),
        ("ngày 04\ntháng 9 năm 2025 và 9/9/2025.", ["ngày 04\ntháng 9 năm 2025", "9/9/2025"]),
    ],
)
def test_days_are_found_where_they_stand(text: str, spans: list[str]) -> None:
    assert [text[day.start : day.end] for day in find_dates(text)] == spans


def test_a_day_is_read_at_a_place() -> None:
    text = "của UBND tỉnh ngày 01/4/2025"
    assert date_at(text, 0) is None
    found = date_at(text, text.index("ngày"))
    assert found is not None
    assert found.value == dt.date(2025, 4, 1)


@given(st.text(alphabet="ngàythángăm 0123456789/.-…,(\n", max_size=80))
def test_never_raises_and_never_overlaps(text: str) -> None:
    last = 0
    for day in find_dates(text):
        assert last <= day.start < day.end <= len(text)
        last = day.end


@given(st.dates(min_value=dt.date(1945, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    for text in (
        f"ngày {day.day:02} tháng {day.month} năm {day.year}",
        f"ngày {day.day}/{day.month:02}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
    ):
        assert parse_date(text) == day
