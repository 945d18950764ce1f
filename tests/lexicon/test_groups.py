"""Classes of bodies."""

from __future__ import annotations

import pytest

from vnplan.lexicon import groups
from vnplan.lexicon.agencies import Lexicon
from vnplan.records import AgencyLevel

LEXICON = Lexicon.load()


@pytest.mark.parametrize("group", groups.all_groups(), ids=lambda g: g.id)
def test_each_row(group: groups.GroupEntry) -> None:
    assert groups.find(group.name) is group
    for form in group.forms:
        assert groups.find(form) is group
        assert groups.find(f"Các {form} có liên quan") is group
    for form in group.plural:
        assert groups.find(form) is not group
        assert groups.find(f"các {form}") is group


def test_words_around_a_group() -> None:
    assert {"các", "tất cả các"} <= set(groups.determiners())
    assert groups.determiners()[-1] != "tất cả các"
    assert {"có liên quan", "cấp tỉnh", "trên địa bàn"} <= set(groups.tails())
    lengths = [len(tail) for tail in groups.tails()]
    assert lengths == sorted(lengths, reverse=True)


DEPARTMENTS = "các sở, ban, ngành"
MINISTRIES = "các bộ, ngành"
DISTRICTS = "UBND các huyện, thành phố, thị xã"
COMMUNES = "UBND các xã, phường"
PROVINCES = "UBND các tỉnh, thành phố trực thuộc trung ương"
MASS = "các tổ chức chính trị - xã hội"
SCHOOLS = "các cơ sở giáo dục"
FIRMS = "các doanh nghiệp"
WHOEVER = "các cơ quan, đơn vị liên quan"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("các sở, ban, ngành tỉnh", DEPARTMENTS),
        ("sở, ban, ngành", DEPARTMENTS),
        ("các sở ban ngành", DEPARTMENTS),
        ("Các Sở, ngành, đơn vị", DEPARTMENTS),
        ("các ban, sở, ngành, đoàn thể cấp tỉnh", DEPARTMENTS),
        ("các sở, ban, ngành, địa phương có liên quan", DEPARTMENTS),
        ("Các Sở, ban, ngành của Thành phố", DEPARTMENTS),
        ("các Sở, Ban ngành", DEPARTMENTS),
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", MINISTRIES),
        ("các bộ ngành, địa phương liên quan", MINISTRIES),
        ("các cơ quan, đơn vị, địa phương (liên quan)", WHOEVER),
        ("các tổ chức, cá nhân có liên quan", WHOEVER),
        ("Cơ quan có liên quan", WHOEVER),
        ("UBND các huyện, thành phố, thị xã", DISTRICTS),
        ("UBND các huyện, thị xã, thành phố", DISTRICTS),
        ("UBND huyện, thị, thành", DISTRICTS),
        ("UBND huyện- thị- thành", DISTRICTS),
        ("UBND quận-huyện, xã, phường, thị trấn", DISTRICTS),
        ("các huyện, thành phố, thị xã", DISTRICTS),
        ("UBND các xã, phường", COMMUNES),
        ("UBND xã, phường, đặc khu", COMMUNES),
        ("UBND cấp xã", COMMUNES),
        ("Uỷ ban nhân dân các phường, xã, đặc khu", COMMUNES),
        ("Ủy ban nhân dân cấp xã", COMMUNES),
        ("các xã, phường, thị trấn", COMMUNES),
        ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương", PROVINCES),
        ("các ngành, các cấp", "các cấp, các ngành"),
        ("các cấp, các ngành và Nhân dân", "các cấp, các ngành"),
        ("cấp ủy, chính quyền các cấp", "các cấp, các ngành"),
        ("các tổ chức chính trị - xã hội tỉnh", MASS),
        ("các tổ chức chính trị-xã hội", MASS),
        ("Mặt trận Tổ quốc và các đoàn thể", MASS),
        ("các hội, đoàn thể", MASS),
        ("các tổ chức thành viên", MASS),
        ("các trường đại học, cao đẳng", SCHOOLS),
        ("các cơ sở giáo dục nghề nghiệp", SCHOOLS),
        ("các cơ sở GDNN", SCHOOLS),
        ("các viện, trường", SCHOOLS),
        ("các doanh nghiệp viễn thông", FIRMS),
        ("các đơn vị trực thuộc Sở", "các phòng, đơn vị trực thuộc"),
        ("các phòng, đơn vị thuộc Sở", "các phòng, đơn vị trực thuộc"),
        ("các địa phương", "các địa phương"),
        ("lực lượng chức năng", "các lực lượng chức năng"),
        ("Các cơ quan thông tấn báo chí", "các cơ quan báo chí"),
        # one body
        ("Sở Y tế", None),
        ("UBND tỉnh", None),
        ("UBND xã Tân Lập", None),
        ("Ủy ban nhân dân tỉnh", None),
        ("Bộ Công an", None),
        ("Hội Nông dân", None),
        ("Trường Đại học", None),
        ("sở hữu trí tuệ", None),
        ("", None),
    ],
)
def test_find(written: str, name: str | None) -> None:
    found = groups.find(written)
    assert (found.name if found else None) == name


def test_levels() -> None:
    levels = {group.name: group.level for group in groups.all_groups()}
    assert levels[DISTRICTS] is AgencyLevel.DISTRICT
    assert levels[COMMUNES] is AgencyLevel.COMMUNE
    assert levels[WHOEVER] is None
    assert {g.name for g in groups.all_groups() if g.open} == {WHOEVER, "người dân"}


def test_no_single_body_is_taken_for_a_group() -> None:
    assert [e.name for e in LEXICON.entries if groups.find(e.name) is not None] == []
