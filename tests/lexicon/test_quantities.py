"""Words around figures, targets and funding: the data files as they are loaded."""

from __future__ import annotations

import pytest

from vnplan.lexicon.funding import funding_words
from vnplan.lexicon.quantities import CueKind, OrdinalForce, UnitFamily, quantity_words
from vnplan.lexicon.rows import read_toml
from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import find_quantities
from vnplan.records import Comparator, FundingSource
from vnplan.text.fold import fold

DATA = read_toml("quantity_words.toml")


def test_every_unit_is_known_in_its_family() -> None:
    units = quantity_words().units
    assert units["lớp"] is UnitFamily.SINGLE
    assert units["doanh nghiệp"] is UnitFamily.COUNTING
    assert units["tỷ"] is UnitFamily.SCALE
    assert units["cấp"] is UnitFamily.STRUCTURAL
    assert all(unit == fold(unit) for unit in units)


@pytest.mark.parametrize("name", ["ge", "gt", "le", "lt", "approx"])
def test_every_comparator_is_read_before_a_figure(name: str) -> None:
    for word in DATA["comparators"][name]:
        (found,) = find_quantities(f"đạt {word} 50% số xã")
        assert found.quantity.comparator is Comparator(name), word


@pytest.mark.parametrize("name", ["ge", "le"])
def test_every_comparator_is_read_behind_a_figure(name: str) -> None:
    for word in DATA["after"][name]:
        (found,) = find_quantities(f"đạt 50% {word}")
        assert found.quantity.comparator is Comparator(name), word


def test_every_direction_is_read() -> None:
    for change, words in DATA["change"].items():
        if change == "not_followed_by":
            continue
        for word in words:
            (found,) = find_quantities(f"{word} 5%")
            assert found.quantity.change == change, word


def test_every_counting_noun_is_a_unit() -> None:
    for noun in DATA["counting"]["nouns"]:
        found = find_quantities(f"Tổ chức 12 {noun}")
        assert len(found) == 1, noun
        assert found[0].quantity.unit == noun, noun


def test_every_strong_ordinal_makes_a_label() -> None:
    for noun in DATA["ordinals"]["strong"]:
        assert find_quantities(f"theo {noun} 12 của tỉnh") == [], noun


def test_cues_and_ordinals() -> None:
    words = quantity_words()
    assert words.cues["từ"].kind is CueKind.FROM
    assert words.cues["đạt"].kind is CueKind.LEVEL
    assert words.ordinals["top"] is OrdinalForce.TOP
    assert words.ordinals["dự án"] is OrdinalForce.WEAK


def test_target_cues() -> None:
    cues = target_cues()
    assert cues.state_opening.match("hiện nay, tổng số trạm")
    assert cues.aim.search("phấn đấu đạt")
    assert cues.producing.closing(["sẽ", "tổ", "chức"]) == 2
    assert cues.measured.match("tỷ lệ hộ nghèo")
    assert not cues.measured.match("sống tốt")


def test_every_source_of_money_has_words() -> None:
    assert {source for source, _ in funding_words().sources} == set(FundingSource)
    for row in read_toml("funding_sources.toml")["sources"]:
        for word in row["words"]:
            patterns = [p for source, p in funding_words().sources if source == row["source"]]
            assert any(pattern.search(fold(word)) for pattern in patterns), word
