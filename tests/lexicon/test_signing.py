"""The words of signatures and stamps."""

from __future__ import annotations

import pytest

from vnplan.lexicon import signing
from vnplan.records import Secrecy, Urgency


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("tm. ủy ban nhân dân", "authority"),
        ("t/m ban thường vụ", "authority"),
        ("t/m. đoàn kiểm tra", "authority"),
        ("kt. chủ tịch", "capacity"),
        ("kt.chủ tịch", "capacity"),
        ("k/t chánh văn phòng", "capacity"),
        ("tl. chủ tịch", "capacity"),
        ("tuq. giám đốc", "capacity"),
        ("q. cục trưởng", "capacity"),
    ],
)
def test_formula(text: str, group: str) -> None:
    match = signing.formula().match(text)
    assert match is not None
    assert match[group] is not None


@pytest.mark.parametrize("text", ["ktt. trưởng", "kt chủ tịch", "atm. máy", "q chủ tịch"])
def test_no_formula(text: str) -> None:
    assert signing.formula().match(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "chủ tịch",
        "phó chủ tịch thường trực",
        "bộ trưởng, chủ nhiệm",
        "phó tổng giám đốc",
        "quyền giám đốc",
        "q. giám đốc",
        "phó giám đốc phụ trách",
        "phó chánh văn phòng",
        "trưởng ban",
        "chính ủy",
        "chi cục trưởng",
    ],
)
def test_post(text: str) -> None:
    assert signing.post().fullmatch(text) is not None


def test_ranks_and_marks() -> None:
    assert signing.is_rank("BS.CKII.")
    assert not signing.is_rank("CN")  # without a dot a field or a name
    assert signing.rank().match("thiếu tướng nguyễn văn a") is not None
    assert signing.mark().search("(đã ký)") is not None
    assert signing.mark().search("đăng ký") is None


def test_stamps() -> None:
    assert signing.urgency()["hỏa tốc"] is Urgency.EXPRESS
    assert set(signing.urgency().values()) == set(Urgency)
    assert set(signing.secrecy().values()) == set(Secrecy)


def test_families() -> None:
    assert {"nguyễn", "giàng", "y"} <= signing.family_names()
