"""How classes are called that a heading names in capitals."""

from __future__ import annotations

import pytest

from vnplan import parse


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ĐỐI VỚI CÁC SỞ, BAN, NGÀNH", "các sở, ban, ngành"),
        ("TRÁCH NHIỆM CỦA UBND CÁC HUYỆN, THÀNH PHỐ", "Ủy ban nhân dân các huyện, thành phố"),
        ("CÁC DOANH NGHIỆP, HTX", "các doanh nghiệp, HTX"),
        ("CÁC SỞ, NGÀNH TỈNH LÀO CAI", "các sở, ngành tỉnh Lào Cai"),
    ],
)
def test_classes_of_a_heading_in_capitals(heading: str, name: str) -> None:
    plan = parse(
        f"KẾ HOẠCH\n\nNăm 2024\n\nI. {heading}\n\n1. Rà soát.\n\nII. KHÁC\n\n1. Báo cáo.\n"
    )
    assert [agency.name for agency in plan.agencies] == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Cục Thuế các tỉnh, thành phố trực thuộc Trung ương",
        "Kho bạc Nhà nước các tỉnh",
        "Bảo hiểm xã hội các tỉnh, thành phố",
        "Viện kiểm sát nhân dân các tỉnh",
        "Cục Thi hành án dân sự các tỉnh, thành phố",
        "các Ban Quản lý rừng phòng hộ",
    ],
)
def test_those_of_a_service_in_the_provinces_keep_its_name(name: str) -> None:
    plan = parse(f"KẾ HOẠCH\n\nNăm 2024\n\nI. NHIỆM VỤ\n\n1. Giao {name} rà soát.\n")
    assert [agency.name for agency in plan.agencies] == [name]
