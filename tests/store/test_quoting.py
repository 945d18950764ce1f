"""The sentence around a few words, as a person would quote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.records import Span
from vnplan.store.quoting import sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Việc khác. Báo cáo [hằng năm] gửi Sở. Hết.", "Báo cáo hằng năm gửi Sở."),
        ("- Một việc;\n- Báo cáo\n[hằng năm] gửi Sở;\n- Ba.", "Báo cáo hằng năm gửi Sở;"),
        ("1. Mục\n2. Nộp [15/12]\n3. Khác", "2. Nộp 15/12"),
        ("a) Nộp [quý II]\nb) Khác", "a) Nộp quý II"),
        ("Theo số [1.200] và TP. vẫn vậy", "Theo số 1.200 và TP. vẫn vậy"),
        ("Việc 1. Tại [2025] TP. Huế và TS. An dự.", "Tại 2025 TP. Huế và TS. An dự."),
        ("Việc khác. [Báo cáo hằng năm] gửi Sở. Hết.", "Báo cáo hằng năm gửi Sở."),
        ("Việc khác. Nộp [năm 2025.] Hết.", "Nộp năm 2025."),
        ("[đầu]", "đầu"),
        ("[]", "…"),
    ],
)
def test_sentences(text: str, said: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert sentence(plain, Span(start=start, end=end)) == said


def test_what_is_cut_says_so() -> None:
    text = "chữ " * 1000
    said = sentence(text, Span(start=2000, end=2003))
    assert said.startswith("…")
    assert said.endswith("…")
    assert len(said) < 1300


@given(st.text("ab .\n-1)", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_the_words_are_in_it(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    said = sentence(text, Span(start=start, end=end))
    assert "\n" not in said
    assert set(text[start:end].split()) - {"-"} <= set("".join(said).split()) | {
        word for word in text[start:end].split() if word in said
    }
