"""What is offered where nothing matches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan import Corpus
from vnplan.store.near import slip


@pytest.mark.parametrize(
    ("asked", "offer"),
    [
        ("Sở Tài chín", "Sở Tài chính"),
        ("Sở Khoa học", "Sở Khoa học và Công nghệ"),
        ("so giao duc dao ta", "Sở Giáo dục và Đào tạo"),
    ],
)
def test_agencies(corpus: Corpus, asked: str, offer: str) -> None:
    assert corpus.tasks(agency=asked) == []
    assert offer in corpus.near(agency=asked)


def test_words(corpus: Corpus) -> None:
    assert corpus.owners("ươmm tạo") == []
    assert corpus.near(text="ươmm tạo") == ["ươm tạo"]
    assert corpus.owners("ươm tạo") != []
    assert corpus.near(text="đào tạo") == []


def test_numbers(corpus: Corpus) -> None:
    assert corpus.cites("845/QĐ-TTg") == []
    assert corpus.near(instrument="845/QĐ-TTg")[0] == "844/QĐ-TTg"


@pytest.mark.parametrize(
    ("asked", "offer"),
    [
        ("Sở KH&CM", "Sở Khoa học và Công nghệ"),  # a letter of the abbreviation
        ("Sở KHCM", "Sở Khoa học và Công nghệ"),
        ("sở công nghệ", "Sở Khoa học và Công nghệ"),
    ],
)
def test_a_slip_in_a_name(corpus: Corpus, asked: str, offer: str) -> None:
    assert offer in corpus.near(agency=asked)


@pytest.mark.parametrize(
    ("asked", "offer"),
    [
        ("đào tạp", "đào tạo"),  # both syllables are words of their own
        ("đạo tạo", "đào tạo"),
        ("uơm tạo", "ươm tạo"),
        ("khởi ngiệp", "khởi nghiệp"),
        ("hổ trợ khởi nghiệp", "hỗ trợ khởi nghiệp"),
        ("sinh viem", "sinh viên"),
    ],
)
def test_a_slip_in_a_syllable(corpus: Corpus, asked: str, offer: str) -> None:
    assert corpus.owners(asked) == []
    assert corpus.near(text=asked)[0] == offer
    assert corpus.owners(offer)


def test_what_is_known_is_not_offered(corpus: Corpus) -> None:
    assert corpus.near(agency="Sở KH&CN", instrument="844/qd-ttg", document="232/KH-UBND") == []
    assert corpus.near(document="233/KH-UBND")[0] == "232/KH-UBND"


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("tao", "tap", True),
        ("tao", "toa", True),
        ("tao", "ta", True),
        ("tao", "taoo", True),
        ("tao", "xtao", True),
        ("tao", "xao", True),
        ("tao", "tao", False),
        ("tao", "xap", False),
        ("tao", "taoxx", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_slips(one: str, other: str, is_slip: bool) -> None:
    assert slip(one, other) is is_slip
    assert slip(other, one) is is_slip


@given(st.text("abc-", max_size=6), st.data())
def test_every_slip_is_one(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word)))
    letter = data.draw(st.sampled_from(["", *"abc-"]))
    made = word[:at] + letter + word[at + data.draw(st.integers(0, 1)) :]
    assert slip(word, made) is (word != made)


def test_nothing_like_it(corpus: Corpus) -> None:
    assert corpus.near(agency="zzzzqqqq", text="…", instrument="xx") == []
