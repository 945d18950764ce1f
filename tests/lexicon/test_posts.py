"""Heads of organs."""

from __future__ import annotations

import pytest

from vnplan.lexicon import posts
from vnplan.lexicon.agencies import Lexicon
from vnplan.records import AgencyKind
from vnplan.text.fold import fold


@pytest.mark.parametrize("post", posts.all_posts(), ids=lambda p: f"{p.title}-{p.of[0]}")
def test_each_row(post: posts.Post) -> None:
    assert post.of
    for opening in post.of:
        assert posts.head_of(f"{opening} X") is not None
    if post.shared:
        assert fold(post.title).endswith(fold(post.shared))


def test_no_opening_stands_twice() -> None:
    openings = [fold(opening) for post in posts.all_posts() for opening in post.of]
    assert len(openings) == len(set(openings)), sorted(openings)


def test_every_ministry_and_department_has_a_head() -> None:
    for entry in Lexicon.load().entries:
        if entry.kind in (AgencyKind.MINISTRY, AgencyKind.DEPARTMENT):
            assert posts.head_of(entry.name) is not None, entry.name


@pytest.mark.parametrize(
    ("organ", "head"),
    [
        ("Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        (
            "Bộ Lao động - Thương binh và Xã hội",
            "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        ),
        ("Ủy ban Dân tộc", "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"),
        ("Ngân hàng Nhà nước Việt Nam", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
        ("Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
        ("Kiểm toán nhà nước", "Tổng Kiểm toán nhà nước"),
        ("Tòa án nhân dân tối cao", "Chánh án Tòa án nhân dân tối cao"),
        ("Viện kiểm sát nhân dân tối cao", "Viện trưởng Viện kiểm sát nhân dân tối cao"),
        ("Sở Y tế", "Giám đốc Sở Y tế"),
        ("Thanh tra tỉnh", "Chánh Thanh tra tỉnh"),
        ("Văn phòng UBND tỉnh", "Chánh Văn phòng UBND tỉnh"),
        ("Bộ Chỉ huy Quân sự tỉnh", "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh"),
        ("Ban Dân tộc tỉnh", "Trưởng ban Dân tộc tỉnh"),
        ("Cục Thuế", "Cục trưởng Cục Thuế"),
        ("UBND tỉnh", "Chủ tịch UBND tỉnh"),
        ("Bộ Chính trị", None),
        ("Ban Bí thư", None),
        ("Ban Thường vụ Tỉnh ủy", None),
        ("Chính phủ", None),
        ("Bộ", "Bộ trưởng Bộ"),
        ("", None),
    ],
)
def test_head_name(organ: str, head: str | None) -> None:
    assert posts.head_name(organ) == head


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Giám đốc Sở Y tế", ("Giám đốc", "Sở Y tế")),
        ("Giám đốc  Sở\nY tế", ("Giám đốc", "Sở Y tế")),
        ("GIÁM ĐỐC SỞ Y TẾ", ("GIÁM ĐỐC", "SỞ Y TẾ")),
        ("Phó Chủ tịch UBND tỉnh", ("Phó Chủ tịch", "UBND tỉnh")),
        ("Chủ tịch UBND các xã, phường", ("Chủ tịch", "UBND các xã, phường")),
        ("Thủ trưởng các sở, ban, ngành", ("Thủ trưởng", "các sở, ban, ngành")),
        (
            "Giám đốc, Thủ trưởng các sở, ban ngành",
            ("Giám đốc, Thủ trưởng", "các sở, ban ngành"),
        ),
        ("Chánh Văn phòng UBND tỉnh", ("Chánh Văn phòng", "Văn phòng UBND tỉnh")),
        ("Chánh Thanh tra tỉnh", ("Chánh Thanh tra", "Thanh tra tỉnh")),
        ("Tổng Thanh tra Chính phủ", ("Tổng Thanh tra", "Thanh tra Chính phủ")),
        ("Trưởng ban Dân tộc", ("Trưởng ban", "Ban Dân tộc")),
        ("Trưởng Ban Ban Dân tộc", ("Trưởng Ban", "Ban Dân tộc")),
        (
            "Trưởng Ban Quản lý Khu kinh tế",
            ("Trưởng Ban", "Ban Quản lý Khu kinh tế"),
        ),
        (
            "Trưởng phòng Tài chính - Kế hoạch",
            ("Trưởng phòng", "Phòng Tài chính - Kế hoạch"),
        ),
        ("Trưởng Công an xã", ("Trưởng", "Công an xã")),
        ("Bộ trưởng Bộ Y tế", ("Bộ trưởng", "Bộ Y tế")),
        ("Hiệu trưởng các trường", ("Hiệu trưởng", "các trường")),
        ("Sở Y tế", None),
        ("Giám đốc", None),
        ("Chánh Văn phòng", None),
        ("Thủ tướng Chính phủ", None),
        ("Phó Thủ tướng Chính phủ", None),
        ("", None),
    ],
)
def test_split(written: str, parts: tuple[str, str] | None) -> None:
    assert posts.split(written) == parts
