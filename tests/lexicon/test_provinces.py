"""The table of provinces: 63 before 01/7/2025, 34 after, and who became whom."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from vnplan.lexicon import provinces
from vnplan.text.fold import fold, slug

BEFORE = dt.date(2025, 6, 30)
AFTER = dt.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("on", "count", "cities"),
    [
        (dt.date(2008, 7, 31), 64, 5),
        (dt.date(2008, 8, 1), 63, 5),
        (dt.date(2024, 12, 31), 63, 5),
        (dt.date(2025, 1, 1), 63, 6),
        (BEFORE, 63, 6),
        (AFTER, 34, 6),
        (dt.date(2026, 4, 30), 34, 7),
        (dt.date(2026, 9, 1), 34, 8),
        (dt.date(2026, 9, 20), 34, 9),
    ],
)
def test_how_many_there_were(on: dt.date, count: int, cities: int) -> None:
    found = provinces.provinces(on)
    assert len(found) == count
    assert sum(p.period(on).kind is provinces.ProvinceKind.CITY for p in found) == cities
    assert len({p.period(on).code for p in found if p.period(on).code}) == len(
        [p for p in found if p.period(on).code]
    )


@pytest.mark.parametrize("province", provinces.provinces(), ids=lambda p: p.id)
def test_each_row(province: provinces.Province) -> None:
    assert province.id == slug(province.name)
    assert province.urn == slug(province.name, ".")
    for one, following in pairwise(province.periods):
        assert one.valid_to is not None
        assert following.valid_from == one.valid_to + dt.timedelta(days=1)
        assert one.successor == province.id
    for period in province.periods:
        if period.valid_from and period.valid_to:
            assert period.valid_from < period.valid_to
        assert (period.valid_to is None) == (period.successor is None)
        if period.successor:
            assert period.valid_to is not None
            heir = provinces.by_id(period.successor)
            assert heir is not None
            assert heir.exists(period.valid_to + dt.timedelta(days=1))
    assert provinces.find(province.name) is province
    for alias in province.aliases:
        assert provinces.find(alias) is province


def test_spellings_are_unique() -> None:
    forms = [fold(form) for p in provinces.provinces() for form in (p.name, *p.aliases)]
    assert len(forms) == len(set(forms)) == len(provinces.spelled_forms())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Thái Nguyên", "thai-nguyen"),
        ("tỉnh Thái Nguyên", "thai-nguyen"),
        ("TỈNH THÁI NGUYÊN", "thai-nguyen"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("TP Hồ Chí Minh", "ho-chi-minh"),
        ("TP.HCM", "ho-chi-minh"),
        ("TPHCM", "ho-chi-minh"),
        ("Tp HCM", "ho-chi-minh"),
        ("T.P Hồ Chí Minh", "ho-chi-minh"),
        ("Thành phố Hồ Chí Minh", "ho-chi-minh"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "ho-chi-minh"),
        ("Đăk Lăk", "dak-lak"),
        ("Đắc Lắc", "dak-lak"),
        ("Dak Lak", "dak-lak"),
        ("tỉnh Đắklắk", "dak-lak"),
        ("Đăk Nông", "dak-nong"),
        ("Hoà Bình", "hoa-binh"),
        ("Thanh Hoá", "thanh-hoa"),
        ("Khánh Hoà", "khanh-hoa"),
        ("Bà Rịa-Vũng Tàu", "ba-ria-vung-tau"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("BR-VT", "ba-ria-vung-tau"),
        ("Thừa Thiên - Huế", "thua-thien-hue"),
        ("tỉnh Thừa Thiên Huế", "thua-thien-hue"),
        ("thành phố Huế", "hue"),
        ("Kontum", "kon-tum"),
        ("Bắc Cạn", "bac-kan"),
        ("Sở Tài chính", None),
        ("Hạ Long", None),
        ("tỉnh", None),
        ("", None),
    ],
)
def test_find(written: str, expected: str | None) -> None:
    found = provinces.find(written)
    assert (found.id if found else None) == expected


def test_find_on_a_day() -> None:
    assert provinces.find("Bắc Kạn", BEFORE) is not None
    assert provinces.find("Bắc Kạn", AFTER) is None
    assert provinces.find("thành phố Huế", dt.date(2024, 12, 31)) is None
    assert provinces.find("Hà Tây", dt.date(2010, 1, 1)) is None


@pytest.mark.parametrize(
    ("name", "on", "heir"),
    [
        ("Bắc Kạn", AFTER, "thai-nguyen"),
        ("Bắc Kạn", BEFORE, "bac-kan"),
        ("Thái Nguyên", AFTER, "thai-nguyen"),
        ("Tiền Giang", AFTER, "dong-thap"),
        ("Long An", AFTER, "tay-ninh"),
        ("Phú Yên", None, "dak-lak"),
        ("Thừa Thiên Huế", dt.date(2025, 1, 1), "hue"),
        ("Bình Phước", dt.date(2026, 11, 1), "dong-nai"),
        ("Bắc Giang", None, "bac-ninh"),
        ("Hà Tây", None, "ha-noi"),
        ("Huế", dt.date(2020, 1, 1), None),
    ],
)
def test_successor(name: str, on: dt.date | None, heir: str | None) -> None:
    province = provinces.find(name)
    assert province is not None
    found = provinces.successor(province, on)
    assert (found.id if found else None) == heir


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Cần Thơ", {"hau-giang", "soc-trang"}),
        ("Vĩnh Long", {"ben-tre", "tra-vinh"}),
        ("Lâm Đồng", {"binh-thuan", "dak-nong"}),
        ("Hà Nội", {"ha-tay"}),
        ("Nghệ An", set()),
    ],
)
def test_predecessors(name: str, others: set[str]) -> None:
    province = provinces.find(name)
    assert province is not None
    assert {other.id for other in provinces.predecessors(province)} == others


@pytest.mark.parametrize(
    ("name", "on", "full"),
    [
        ("Thái Nguyên", dt.date(2021, 12, 22), "tỉnh Thái Nguyên"),
        ("Cần Thơ", dt.date(2025, 11, 1), "thành phố Cần Thơ"),
        ("Cần Thơ", dt.date(2002, 1, 1), "tỉnh Cần Thơ"),
        ("TP.HCM", None, "Thành phố Hồ Chí Minh"),
        ("Đồng Nai", dt.date(2026, 4, 29), "tỉnh Đồng Nai"),
        ("Đồng Nai", dt.date(2026, 4, 30), "thành phố Đồng Nai"),
        ("Quảng Ninh", dt.date(2026, 8, 31), "tỉnh Quảng Ninh"),
        ("Bắc Ninh", dt.date(2026, 9, 20), "thành phố Bắc Ninh"),
        ("Bắc Kạn", dt.date(2026, 1, 1), "tỉnh Bắc Kạn"),
        ("Huế", dt.date(2020, 1, 1), "thành phố Huế"),
    ],
)
def test_full_name(name: str, on: dt.date | None, full: str) -> None:
    province = provinces.find(name)
    assert province is not None
    assert province.full_name(on) == full
