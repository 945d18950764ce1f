"""Which names mean one body."""

from __future__ import annotations

import pytest

from vnplan.evaluation.agency_names import AgencyNames, same_body

TERRITORIES = ("Thái Nguyên", "tỉnh Thái Nguyên", "huyện Krông Nô", "Thành phố Hồ Chí Minh")
DEFINED = {
    "cơ sở GDNN": "cơ sở giáo dục nghề nghiệp",
    "GDNN": "giáo dục nghề nghiệp",
    "cơ quan, đơn vị": "các sở, ban, ngành, các xã, phường",
}

SAME = [
    # the province dropped, with its word and alone
    ("Sở Tài chính", "Sở Tài chính tỉnh Thái Nguyên"),
    ("Tỉnh đoàn", "Tỉnh đoàn Thái Nguyên"),
    ("Ngân hàng Nhà nước Việt Nam chi nhánh", "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Thái Nguyên"),
    ("Sở Y tế", "Sở Y tế tỉnh Bà Rịa - Vũng Tàu"),
    ("Bộ Tư lệnh", "Bộ Tư lệnh Thành phố Hồ Chí Minh"),
    ("Sở Y tế", "Sở Y tế TP.HCM"),
    ("Phòng Nội vụ", "Phòng Nội vụ huyện Krông Nô"),
    # a trailing level dropped
    ("Công an Thành phố", "Công an Thành phố Hồ Chí Minh"),
    ("Công an tỉnh", "Công an Tỉnh"),
    ("các Sở, ban, ngành của Thành phố", "Các sở, ban, ngành Thành phố"),
    ("các cơ quan, đơn vị, địa phương thuộc tỉnh", "Các cơ quan, đơn vị, địa phương"),
    # abbreviations expanded, the document's own too
    ("UBND các huyện, thành phố, thị xã", "Ủy ban nhân dân các huyện, thành phố, thị xã"),
    ("Uỷ ban nhân dân cấp xã", "UBND cấp xã"),
    ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
    ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("các cơ sở GDNN", "Các cơ sở giáo dục nghề nghiệp"),
    ("Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
    ("Ủy ban Mặt trận Tổ quốc tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thái Nguyên"),
    ("UBMTTQ Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
    # names the lexicon knows under others
    ("Hội phụ nữ", "Hội Liên hiệp Phụ nữ tỉnh Thái Nguyên"),
    ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Thái Nguyên"),
    ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ"),
    # a leading "các" dropped, case and punctuation do not count
    ("các Sở, Ban ngành", "Sở, ban, ngành"),
    ("Sở Lao động – Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
    # the head is the body
    ("Giám đốc Sở Y tế", "Sở Y tế"),
    ("Thủ trưởng các sở, ban, ngành", "các sở, ban, ngành"),
    ("Chánh Văn phòng Ủy ban nhân dân Thành phố", "Văn phòng UBND"),
    ("Bộ trưởng Bộ Công an", "Bộ Công an"),
]  # fmt: skip

DIFFERENT = [
    ("Sở Y tế", "Bộ Y tế"),
    ("Sở Tài chính", "Sở Tài nguyên và Môi trường"),
    ("UBND các huyện, thành phố", "UBND các huyện"),
    ("Ban Chỉ huy Phòng thủ dân sự cấp tỉnh", "Ban Chỉ huy Phòng thủ dân sự cấp xã"),
    ("Chính phủ", "Thủ tướng Chính phủ"),
    ("Chủ tịch nước", "Nước"),
    ("Văn phòng Ủy ban nhân dân", "Ủy ban nhân dân"),
    ("các cơ quan, đơn vị", "các sở, ban, ngành, các xã, phường"),
    ("Hội đồng nhân dân", "Ủy ban nhân dân"),
    ("Phó Thủ tướng Chính phủ Trần Hồng Hà", "Thủ tướng Chính phủ"),
    ("Phó Giám đốc Sở Y tế", "Sở Y tế"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_body(one: str, other: str) -> None:
    names = AgencyNames(TERRITORIES, DEFINED)

    assert names.key(one) == names.key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_bodies(one: str, other: str) -> None:
    names = AgencyNames(TERRITORIES, DEFINED)

    assert names.key(one) != names.key(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh Thái Nguyên", "Ủy ban nhân dân tỉnh Thái Nguyên", True),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND TP. Hồ Chí Minh", True),
        (None, None, True),
        # an issuer keeps its province and its rank
        ("Ủy ban nhân dân tỉnh Bình Dương", "Ủy ban nhân dân tỉnh Sóc Trăng", False),
        ("Bộ trưởng Bộ Y tế", "Bộ Y tế", False),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Đắk Lắk", False),
        ("Quốc hội", None, False),
    ],
)
def test_issuers(one: str | None, other: str | None, same: bool) -> None:
    assert same_body(one, other) is same


def test_the_territory_of_the_issuer_may_be_left_out() -> None:
    """ "Hội Nông dân huyện" in a plan of a district."""
    names = AgencyNames(["huyện Hòn Đất"], {}, home="huyện Hòn Đất")

    assert names.key("Hội Nông dân huyện") == names.key("Hội Nông dân huyện Hòn Đất")
    assert names.key("UBND cấp xã") != names.key("UBND huyện")


def test_a_name_is_never_dropped_whole() -> None:
    names = AgencyNames(["Thái Nguyên"], {})

    assert names.key("các tỉnh") == "tỉnh"
    assert names.key("Thái Nguyên") == "thái nguyên"
    assert list(names.keyed(["Sở Y tế", "Sở Y tế tỉnh Thái Nguyên"]).values()) == ["Sở Y tế"]
