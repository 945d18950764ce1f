"""Words of several syllables."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from vnplan.text.segmentation import words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("đào tạo cán bộ", "đào_tạo cán_bộ"),
        ("Ðào tạo", "đào_tạo"),
        ("vì hoà bình thế giới", "vì hoà_bình thế_giới"),
        ("vì hòa bình thế giới", "vì hòa_bình thế_giới"),
        ("Học sinh viên chức", "học_sinh viên_chức"),
        ("Ủy ban nhân dân tỉnh", "ủy_ban_nhân_dân tỉnh"),
        ("Đào, tạo", "đào, tạo"),
        ("đào\ntạo", "đào tạo"),
        ("“Học sinh” (cán bộ)", "“ học_sinh” ( cán_bộ)"),
        ("", ""),
    ],
)
def test_words(text: str, cut: str) -> None:
    assert words(text) == cut


def test_from_many_threads() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(words, [f"đào tạo {n}" for n in range(20)])) == {
            f"đào_tạo {n}" for n in range(20)
        }
