"""The founding documents say the same in other words; `fuzz.rewordings` asks any folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fuzz.rewordings import REWORDINGS, Rewording, differences, paragraphs, reworded

import vnplan

DOCUMENTS = ("thai-nguyen-232-2021.txt", "binh-duong-175-2019.md")


@pytest.fixture(scope="module")
def texts(corpus_dir: Path) -> list[str]:
    return [vnplan.parse(paragraphs(corpus_dir / name)).text for name in DOCUMENTS]


@pytest.mark.parametrize("rewording", REWORDINGS, ids=lambda one: one.name)
def test_records_stay_the_same(texts: list[str], rewording: Rewording) -> None:
    assert [line for text in texts for line in differences(text, rewording)] == []


def test_a_place_is_led_back() -> None:
    one = next(one for one in REWORDINGS if one.name == "Ủy ban nhân dân")
    text = "Giao UBND huyện báo cáo UBND tỉnh."
    other = reworded(text, one)
    assert other.text == "Giao Ủy ban nhân dân huyện báo cáo Ủy ban nhân dân tỉnh."
    for word in ("Giao", "huyện", "báo", "tỉnh"):
        assert other.back(other.text.index(word)) == text.index(word)


def test_what_changes_is_told() -> None:
    text = "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Y tế chủ trì xây dựng Đề án trước ngày 31/12/2025.\n"
    later = Rewording("later", re.compile("2025"), "2026")
    assert any("deadline changed" in line for line in differences(text, later))
