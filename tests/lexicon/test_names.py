"""Words that a dash joins."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vnplan.lexicon.agencies import Lexicon
from vnplan.lexicon.names import dashed_names, joined_by_dash
from vnplan.lexicon.provinces import provinces
from vnplan.text.fold import fold


@pytest.mark.parametrize("pair", sorted(dashed_names()), ids="-".join)
def test_each_row(pair: tuple[str, str]) -> None:
    left, right = pair
    assert left == fold(left) != ""
    assert right == fold(right) != ""
    assert "-" not in left + right
    assert joined_by_dash(f"theo {left}", f"{right} của")
    assert joined_by_dash(f"THEO {left.upper()}", f"{right.upper()} CỦA")
    assert not joined_by_dash(f"theo {left}", f"{right.capitalize()} của")


def test_every_dashed_name_of_the_other_tables_is_covered() -> None:
    names = [entry.name for entry in Lexicon.load().entries]
    names += [province.name for province in provinces()]
    dashed = [name for name in names if " - " in name]
    assert len(dashed) > 15
    for name in dashed:
        parts = name.split(" - ")
        for before, after in pairwise(parts):
            assert joined_by_dash(before, after), name


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        # hard wraps of real documents
        ("xét đề nghị của Sở Lao động", "Thương binh và Xã hội tại Tờ trình", True),
        ("của Bộ Lao động", "Thương binh và Xã hội", True),
        ("phát triển kinh tế", "xã hội của tỉnh", True),
        ("các tổ chức chính trị", "xã hội vận động", True),
        ("Hội đồng Thi đua", "Khen thưởng các cấp", True),
        ("Tập đoàn Công nghiệp", "Viễn thông Quân đội", True),
        ("Ngân hàng Nhà nước Việt Nam", "Chi nhánh Khu vực 9", True),
        ("tỉnh Bà Rịa", "Vũng Tàu", True),
        ("ĐỘC LẬP", "TỰ DO", True),
        ("Sở LĐ", "TBXH chủ trì", True),
        ("Đài Phát thanh", "Truyền hình tỉnh", True),
        # bullets
        ("với các nội dung sau:", "Chủ trì, phối hợp", False),
        ("Sở Lao động - Thương binh và Xã hội", "Chủ trì, phối hợp", False),
        ("Sở Tài chính", "Phối hợp với các đơn vị", False),
        ("phát triển kinh tế", "Xã hội hóa công tác", False),
        ("của tỉnh.", "Xã hội hóa", False),
        ("kinh tế", "xãhội", False),
        ("", "Thương binh", False),
        ("Lao động", "", False),
    ],
)
def test_joined_by_dash(before: str, after: str, joined: bool) -> None:
    assert joined_by_dash(before, after) is joined
