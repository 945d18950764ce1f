"""What a person means by the name of an agency, of a province, of an instrument."""

from __future__ import annotations

import pytest

from vnplan.graph.lookup import typed_keys
from vnplan.lexicon import provinces
from vnplan.store.agency_names import meaning
from vnplan.store.numbers import named_province


@pytest.mark.parametrize(
    ("asked", "owner", "tail"),
    [
        ("Sở KH&CN", None, "so-khoa-hoc-va-cong-nghe"),
        ("so khcn", None, "so-khoa-hoc-va-cong-nghe"),
        ("Sở KHCN Thái Nguyên", "thai-nguyen", "so-khoa-hoc-va-cong-nghe"),
        ("sở lđtbxh tỉnh bình dương", "binh-duong", "so-lao-dong-thuong-binh-va-xa-hoi"),
        ("Bộ KH&ĐT", None, "bo-ke-hoach-va-dau-tu"),
        ("UBND tỉnh Thái Nguyên", "thai-nguyen", "uy-ban-nhan-dan"),
        ("UBND huyện Phú Lương", None, "uy-ban-nhan-dan-huyen-phu-luong"),
        ("Trường Đại học Thủ Dầu Một", None, "truong-dai-hoc-thu-dau-mot"),
        ("Sở Y tế TP Hồ Chí Minh", "ho-chi-minh", "so-y-te"),
        ("…", None, None),
    ],
)
def test_names_of_agencies(asked: str, owner: str | None, tail: str | None) -> None:
    found = meaning(asked)
    assert found.owner == owner
    assert tail is None or tail in found.tails


def test_an_id_is_itself() -> None:
    assert meaning("thai-nguyen/so-tai-chinh").ids == ("thai-nguyen/so-tai-chinh",)


@pytest.mark.parametrize("spell", ["{0.name}", "{0.id}", "tỉnh {0.name}", "TỈNH {0.name}"])
def test_every_province_is_found(spell: str) -> None:
    for province in provinces.provinces():
        assert named_province(spell.format(province)) == province.id


@pytest.mark.parametrize(
    ("asked", "found"),
    [("thai nguyen", "thai-nguyen"), ("dak lak", "dak-lak"), ("TP.HCM", "ho-chi-minh"), ("X", "x")],
)
def test_names_of_provinces(asked: str, found: str) -> None:
    assert named_province(asked) == found


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("844/QĐ-TTg", "844-qd-ttg"),
        ("1665/QÐ - TTg", "1665-qd-ttg"),
        ("quyết định số 844/qd-ttg", "844-qd-ttg"),
        ("Luật Đầu tư công", "dau-tu-cong"),
        ("59/2020/QĐ-UBND", "59-2020-qd-ubnd"),
    ],
)
def test_names_of_instruments(asked: str, key: str) -> None:
    assert key in typed_keys(asked)
