"""Figures with what they measure."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from vnplan.records.record import NonEmpty, Record

_MAX_EXPONENT = 1000
"""No written figure needs more; "1E+999999999" would fill the memory when written out."""


class Comparator(StrEnum):
    """How the measured figure is to stand to the value."""

    EQ = "eq"  # đạt; also where nothing is said
    GE = "ge"  # ít nhất, tối thiểu, trở lên
    GT = "gt"  # trên
    LE = "le"  # không quá, tối đa
    LT = "lt"  # dưới
    APPROX = "approx"  # khoảng


class Change(StrEnum):
    """What is to happen to the figure."""

    REACH = "reach"  # đạt
    INCREASE = "increase"  # tăng
    DECREASE = "decrease"  # giảm
    MAINTAIN = "maintain"  # duy trì, giữ


def _no_float(value: object) -> object:
    if isinstance(value, float):
        raise ValueError("a float is not exact: give a Decimal, an int or a string")
    return value


def _written_out(value: Decimal) -> Decimal:
    """Equal amounts get one form: 1.2E+3 is 1200 and 9.50 is 9.5."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _MAX_EXPONENT:
        raise ValueError("not a figure that can be written out")
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return abs(Decimal(digits)) if value == 0 else Decimal(digits)


def _digits(value: Decimal) -> str:
    return format(value, "f")


Amount = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    AfterValidator(_written_out),
    PlainSerializer(_digits, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]
"""An exact decimal. In JSON a string of plain digits ("1200", "9.5", "-3"), since readers of JSON
turn numbers into floats."""


class Quantity(Record):
    """A figure, or a range of two, with unit and sense."""

    value: Amount = Field(description='The figure, the lower one of a range: "9,5" is "9.5".')
    upper: Amount | None = Field(
        default=None, description='Upper figure of a range: "10" of "5 - 10 lớp".'
    )
    unit: NonEmpty | None = Field(
        default=None, description='As written: "%", "lớp", "tỷ đồng"; not folded into the value.'
    )
    comparator: Comparator = Field(default=Comparator.EQ, description='"ít nhất" is `ge`.')
    change: Change | None = Field(
        default=Change.REACH,
        description="What is to happen to it; null where nothing is to change.",
    )
    per: NonEmpty | None = Field(
        default=None, description='What it is counted by: "năm", "vạn dân", "lớp".'
    )
