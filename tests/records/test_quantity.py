from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vnplan.records import Quantity

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("given_value", "written"),
    [
        (Decimal("1200"), "1200"),
        (Decimal("1.2E+3"), "1200"),
        (Decimal("9.50"), "9.5"),
        (Decimal("100.0"), "100"),
        (Decimal("-0.0"), "0"),
        (Decimal("0.10000000000000000000000000000000000001"), "0.10000000000000000000000000000000000001"),
        (2, "2"),
        ("9.5", "9.5"),
    ],
)  # fmt: skip
def test_amounts_have_one_exact_form(given_value: object, written: str) -> None:
    quantity = Quantity.model_validate({"value": given_value})
    assert isinstance(quantity.value, Decimal)
    assert quantity.model_dump(mode="json")["value"] == written


@pytest.mark.parametrize(
    "value", [9.5, float("nan"), "NaN", "Infinity", "1E+999999", "", "9,5", None]
)
def test_what_is_no_exact_figure_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Quantity.model_validate({"value": value})


def test_a_json_float_is_refused_a_json_integer_is_not() -> None:
    assert Quantity.model_validate_json('{"value": 12}').value == 12
    with pytest.raises(ValidationError, match="not exact"):
        Quantity.model_validate_json('{"value": 1.2}')


@given(decimals)
def test_amounts_survive_json(value: Decimal) -> None:
    quantity = Quantity(value=value)
    again = Quantity.model_validate_json(quantity.model_dump_json())
    assert again == quantity
    assert again.value == value
    assert again.model_dump_json() == quantity.model_dump_json()
