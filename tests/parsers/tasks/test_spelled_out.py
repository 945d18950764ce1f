"""A heading that names a class and spells its members out in brackets."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        (
            "Các cơ quan tham mưu về quản lý đầu tư (gồm các Sở: Xây dựng, Tài chính, Công Thương)",
            "implement Xây dựng, Tài chính, Công Thương",
        ),
        ("Các Sở, ngành (gồm: Sở Xây dựng, Sở Tài chính)", "implement Sở Xây dựng, Sở Tài chính"),
        (
            "Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban quản lý Khu Kinh tế Phú Yên)",
            "implement Sở Tài chính, Ban quản lý Khu Kinh tế Phú Yên",
        ),
        (
            "Các cơ quan chuyên môn (Sở Xây dựng và Sở Tài chính), UBND các xã",
            "implement Sở Xây dựng, Sở Tài chính, UBND các xã",
        ),
        (
            "Các cơ quan chuyên môn (Sở Xây dựng, Sở Tài chính,...)",
            "implement Các cơ quan chuyên môn",
        ),
        (
            "Ủy ban nhân dân các xã: Gia Thuận, Tân Điền",
            "implement Ủy ban nhân dân các xã: Gia Thuận, Tân Điền",
        ),
        ("Các sở, ban, ngành (gồm cả Sở Xây dựng)", "implement Các sở, ban, ngành"),
    ],
)
def test_members_spelled_out_own_the_items(read: Reader, heading: str, parts: str) -> None:
    found = read(f"V. TỔ CHỨC THỰC HIỆN\n\n1. {heading}\n\n- Rà soát các dự án chậm tiến độ.\n")
    assert found.all_parts == [parts]
