"""Figures and number words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.quantities import read_figure, read_words

FIGURES = [
    ("02", "2"),
    ("1.200", "1200"),
    ("9,5", "9.5"),
    ("27,31", "27.31"),
    ("660.085", "660085"),
    ("21.049,188", "21049.188"),
    ("1.500.000.000", "1500000000"),
    ("4.758,5", "4758.5"),
    ("22,480", "22.480"),  # "22,480 tỷ đồng": a comma is decimal, also before three digits
    ("3,483", "3.483"),  # "3,483 triệu USD"
    ("4.2", "4.2"),  # "tăng 4.2% so với năm 2019": a dot before one digit is decimal
    ("0.125", "0.125"),
    ("2000", "2000"),
    ("1,234.5", "1234.5"),  # English style gives itself away by having both marks
    ("1,500,000", "1500000"),
]


@pytest.mark.parametrize(("text", "value"), FIGURES)
def test_figure(text: str, value: str) -> None:
    assert read_figure(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "1.2.3", "1,2,3", "12.34.567", "²", "١٢", "1.", "a", "9" * 40]
)
def test_no_figure(text: str) -> None:
    assert read_figure(text) is None


WORDS = [
    ("một", 1),
    ("mười", 10),
    ("mười lăm", 15),
    ("hai mươi", 20),
    ("hai mươi mốt", 21),
    ("năm mươi tư", 54),
    ("một trăm", 100),
    ("một trăm linh hai", 102),
    ("ba trăm sáu mươi lăm", 365),
    ("hai nghìn", 2000),
    ("một triệu hai trăm nghìn", 1_200_000),
]


@pytest.mark.parametrize(("text", "value"), WORDS)
def test_number_words(text: str, value: int) -> None:
    assert read_words(text) == value


@pytest.mark.parametrize("text", ["", "hai ba", "mươi", "trăm", "linh", "hội nghị", "triệu"])
def test_no_number(text: str) -> None:
    assert read_words(text) is None


@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=999))
def test_vietnamese_print_is_read_back(whole: int, part: int) -> None:
    grouped = f"{whole:,}".replace(",", ".")
    assert read_figure(grouped) == whole
    assert read_figure(f"{grouped},{part}") == Decimal(f"{whole}.{part}")


@given(st.text(max_size=40))
def test_any_text_is_taken(text: str) -> None:
    value = read_figure(text)
    assert value is None or value >= 0
