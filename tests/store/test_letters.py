"""What is found by a pattern is what is found syllable by syllable."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnplan.records.ownership import holds_phrase, syllables
from vnplan.store.wording import says, says_all

_WORDS = st.lists(
    st.sampled_from(
        [
            "tạo",
            "tao",
            "TẠO",
            "táo",
            "tạ",
            "o",
            "hòa",
            "hoà",
            "đ",
            "Ð",
            "d",
            "x",
            "Straße",
            "ﬁ",
            "α",
        ]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
_LETTERS = st.text("taoạáđðĐdòaàAE\u0301\u0323ßﬁ-_., 2²\n", max_size=12)


@given(_WORDS | _LETTERS, _WORDS | _LETTERS)
@example("tạo tạo", "tao tạo tạo")
@example("tạo tạo", "xtạo tạo tạo")
@example("fi", "ﬁ")
@example("tạo", "ta\u0323o")
def test_a_phrase_and_its_syllables(query: str, text: str) -> None:
    asked, said = syllables(query), syllables(text)
    if asked:
        assert says(query, text) is holds_phrase(asked, said)
        assert says_all(query, text) is all(holds_phrase([one], said) for one in asked)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("đào tạo", "Đào-tạo nghề", True),
        ("đào tạo", "đào tạ o", False),
        ("dao tao", "ĐÀO\nTẠO", True),
        ("hoà", "hòa giải", True),
        ("tạo", "tạọ", False),
    ],
)
def test_phrases(query: str, text: str, found: bool) -> None:
    assert says(query, text) is found
