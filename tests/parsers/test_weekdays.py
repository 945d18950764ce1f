"""A date that does not fall on the day of the week it is said to be."""

from __future__ import annotations

import pytest

from vnplan.parsers.weekdays import check_weekdays
from vnplan.readers import read_text
from vnplan.text.lines import logical_lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gặp mặt vào ngày 02/01/2011 (thứ 2).", ["2011-01-02 is a Sunday"]),
        ("sáng thứ Bảy, ngày 15/3/2026", ["2026-03-15 is a Sunday"]),
        ("8 giờ 30, ngày 15 tháng 7 năm 2025 (Thứ Tư)", ["2025-07-15 is a Tuesday"]),
        ("NGÀY 1: THỨ BA, NGÀY 24/8/2026", ["2026-08-24 is a Monday"]),
        ("Chủ nhật, ngày 15/3/2026", []),
        ("thứ Hai ngày 06/7/2026, ngày 15 tháng 7 năm 2025 (Thứ Ba)", []),
        # what is counted is no day of the week; nor is a day that no calendar has
        ("kỳ họp thứ hai, ngày 15/3/2026", []),
        ("họp lần thứ 2 ngày 15/3/2026", []),
        ("ngày 31/4/2026 (thứ 2)", []),
        ("ngày 24/8/2026, thứ ba là rà soát hồ sơ", []),
    ],
)
def test_a_date_and_its_day_of_the_week(text: str, told: list[str]) -> None:
    found = list(check_weekdays(logical_lines(read_text(text))))
    assert [note.message.partition(": ")[2] for note in found] == told
    assert {note.code for note in found} <= {"weekday-conflict"}
