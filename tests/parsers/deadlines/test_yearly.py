"""Days without a year: those that come back every year, and those of the plan's own year."""

from __future__ import annotations

import pytest

from vnplan.parsers.deadlines.search import find_times
from vnplan.parsers.deadlines.yearly import every_year
from vnplan.text.fold import fold_characters

REPORT = "kết quả thực hiện 6 tháng (trước ngày 10/6) và cả năm (trước ngày 10/12)."
JUNE, DECEMBER = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"


@pytest.mark.parametrize(
    ("text", "one_year", "rules"),
    [
        (REPORT, False, [JUNE, None, DECEMBER]),
        (REPORT, True, [None, None, None]),
        ("báo cáo trước ngày 10/6.", False, [None]),
        ("Báo cáo 6 tháng trước ngày 10/6, cả năm trước ngày 10/12.", False, [JUNE, DECEMBER]),
        (
            "bố trí dự toán hằng năm; lập dự toán trước ngày 20 tháng 7",
            False,
            ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=20"],
        ),
        (
            "hàng năm gồm: Ngày Đại dương thế giới (08/6)",
            True,
            ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=8"],
        ),
        (
            "Tổ chức Tháng hành động vì trẻ em (01/6 - 03/6) hằng năm.",
            False,
            ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,2,3", "FREQ=YEARLY"],
        ),
        ("hưởng ứng Ngày Đại dương thế giới (08/6)", False, [None]),
    ],
)
def test_every_year(text: str, one_year: bool, rules: list[str | None]) -> None:
    folded = fold_characters(text)
    found = [every_year(folded, item, one_year=one_year) for item in find_times(text)]
    assert [item.recurrence for item in found] == rules
