"""How a number of a list is written (w:numFmt): 1, 01, IV, b, ①."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_LETTERS: Final = 780  # 30 times the alphabet; Word goes on, nobody reads it


def formatted(value: int, format_: str) -> str:
    """`value` in a format; one that is not known counts in Arabic figures, "none" is empty."""
    if format_.startswith("custom:"):
        # "001, 002, 003, ...": figures with leading zeros
        first = format_.removeprefix("custom:").partition(",")[0].strip()
        return str(value).zfill(len(first)) if first.isdecimal() and len(first) < 9 else str(value)
    write = _FORMATS.get(format_, str)
    return write(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    digits = ""
    for size, letters in _ROMAN:
        digits += letters * (value // size)
        value %= size
    return digits


def _letters(value: int) -> str:
    """a … z, then aa, bb: Word counts with the English alphabet in every language."""
    if not 0 < value <= _MOST_LETTERS:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 0 < value <= 20 else str(value)


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "decimalEnclosedParen": lambda value: f"({value})",
    "none": lambda _: "",
}
