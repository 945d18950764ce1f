"""What is offered where nothing matches."""

from __future__ import annotations

import pytest

from vnplan import Corpus


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


def test_nothing_like_it(corpus: Corpus) -> None:
    assert corpus.near(agency="zzzzqqqq", text="…", instrument="xx") == []
