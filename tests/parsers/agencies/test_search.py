"""Bodies named in one line."""

from __future__ import annotations

import pytest

from vnplan.parsers.agencies import find_mentions, split_party_list

NAMED = [
    ("Sở Giáo dục và Đào tạo và Sở Y tế chủ trì", ["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
    ("Sở Y tế, Công an tỉnh chịu trách nhiệm", ["Sở Y tế", "Công an"]),
    ("các Sở: Khoa học và Công nghệ, Tài chính", ["Sở Khoa học và Công nghệ", "Sở Tài chính"]),
    (
        "Các Sở: KHCN, KHĐT, CT, TNMT;",
        [
            "Sở Khoa học và Công nghệ",
            "Sở Kế hoạch và Đầu tư",
            "Sở Công Thương",
            "Sở Tài nguyên và Môi trường",
        ],
    ),
    ("triển khai Chính phủ điện tử và Bộ tiêu chí; cơ sở y tế, cán bộ y tế; Ban hành văn bản", []),
]


@pytest.mark.parametrize("text, names", NAMED)
def test_names(text: str, names: list[str]) -> None:
    assert [body.name for body in find_mentions(text)] == names


PARTIES = [
    (
        "các sở, ban, ngành, đoàn thể liên quan, UBND các huyện, thành phố, thị xã và các cơ sở GDNN triển khai",
        [
            "các sở, ban, ngành, đoàn thể liên quan",
            "UBND các huyện, thành phố, thị xã",
            "các cơ sở GDNN",
        ],
    ),
    ("các đơn vị liên quan tham mưu cho UBND Thành phố ban hành", ["các đơn vị liên quan"]),
    (
        "các đơn vị cấp nước thuộc phạm vi quản lý xây dựng",
        ["các đơn vị cấp nước thuộc phạm vi quản lý"],
    ),
]


@pytest.mark.parametrize("text, parties", PARTIES)
def test_party_list(text: str, parties: list[str]) -> None:
    assert [text[body.start : body.end] for body in split_party_list(text)] == parties
