"""The Vietnamese lunar calendar against the published dates of Tết and other days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.deadlines.lunar import solar_date

# Year of Tết: 23 Chạp before it, mùng 1 Tết, Giỗ Tổ 10/3, rằm tháng 8.
YEARS = """
2018 08/02/2018 16/02/2018 25/04/2018 24/09/2018
2019 28/01/2019 05/02/2019 14/04/2019 13/09/2019
2020 17/01/2020 25/01/2020 02/04/2020 01/10/2020
2021 04/02/2021 12/02/2021 21/04/2021 21/09/2021
2022 25/01/2022 01/02/2022 10/04/2022 10/09/2022
2023 14/01/2023 22/01/2023 29/04/2023 29/09/2023
2024 02/02/2024 10/02/2024 18/04/2024 17/09/2024
2025 22/01/2025 29/01/2025 07/04/2025 06/10/2025
2026 10/02/2026 17/02/2026 26/04/2026 25/09/2026
2027 30/01/2027 06/02/2027 16/04/2027 15/09/2027
2028 19/01/2028 26/01/2028 04/04/2028 03/10/2028
2029 06/02/2029 13/02/2029 23/04/2029 22/09/2029
2030 26/01/2030 02/02/2030 12/04/2030 12/09/2030
"""


@pytest.mark.parametrize("row", YEARS.split("\n")[1:-1])
def test_the_days_of_a_year(row: str) -> None:
    year, *days = row.split()
    tet = int(year)
    found = [solar_date(tet - 1, 12, 23), solar_date(tet, 1, 1), solar_date(tet, 3, 10), solar_date(tet, 8, 15)]  # fmt: skip
    assert found == [dt.datetime.strptime(day, "%d/%m/%Y").date() for day in days]


@pytest.mark.parametrize(
    ("year", "tet"),
    [(1968, "1968-01-29"), (1985, "1985-01-21"), (2007, "2007-02-17")],  # not on the Chinese day
)
def test_tet_where_the_zone_made_a_difference(year: int, tet: str) -> None:
    assert solar_date(year, 1, 1) == dt.date.fromisoformat(tet)


def test_days_that_no_month_has() -> None:
    assert solar_date(2025, 13, 1) is None
    assert solar_date(2025, 1, 31) is None
    assert [solar_date(year, 12, 30) for year in (2023, 2024)] == [dt.date(2024, 2, 9), None]


@given(st.integers(1901, 2198), st.integers(1, 12), st.integers(1, 29))
def test_days_follow_each_other(year: int, month: int, day: int) -> None:
    here, following = solar_date(year, month, day), solar_date(year, month, day + 1)
    assert here is not None
    assert following is None or following == here + dt.timedelta(days=1)
