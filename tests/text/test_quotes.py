"""Straight quotation marks, told open from closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.quotes import curled


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('thi đua "500 ngày đêm; 3.000 km" và', "thi đua “500 ngày đêm; 3.000 km” và"),
        ('"A" và "B"', "“A” và “B”"),
        ('màn hình 55"', 'màn hình 55"'),
        ('"A"\n"', '“A”\n"'),
        ("“A”", "“A”"),
    ],
)
def test_pairs(typed: str, read: str) -> None:
    assert curled(typed) == read


@given(st.text('a"\n“”'))
def test_every_character_stays_in_its_place(text: str) -> None:
    assert len(curled(text)) == len(text)
    assert curled(text).replace("“", '"').replace("”", '"') == text.replace("“", '"').replace(
        "”", '"'
    )
