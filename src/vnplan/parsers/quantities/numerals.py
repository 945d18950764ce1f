"""Figures and numerals: "1.200" is 1200, "9,5" is 9.5, "02" is 2, "hai mươi lăm" is 25.

Vietnamese print has a decimal comma and a dot between thousands; English style is met in tables and
older plans ("4.2%", "1,234.5") and told apart by the lengths of the groups.
"""

from __future__ import annotations

import re
from decimal import Decimal

import regex

from vnplan.text.letters import spelled_out

_LONGEST = 30
"""Digits of the longest figure that is read; money in đồng has up to 18."""

_THOUSANDS = regex.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_ENGLISH_THOUSANDS = regex.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}")
_BOTH_VIETNAMESE = regex.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_BOTH_ENGLISH = regex.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_ONE_MARK = regex.compile(r"\d+[.,]\d+")


def read_figure(text: str) -> Decimal | None:
    """The value of a figure of digits, dots and commas; None where the marks make no sense.

    A dot before exactly three digits parts thousands ("660.085"), unless a zero stands before it
    ("0.125"); a comma is decimal, also before three digits ("22,480 tỷ đồng" is 22.48 tỷ).
    """
    if len(text) > _LONGEST or not text[:1].isdigit() or not text.isascii():
        return None
    if text.isdigit():
        return Decimal(text)
    if _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(".", ""))
    if _BOTH_VIETNAMESE.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _BOTH_ENGLISH.fullmatch(text) or _ENGLISH_THOUSANDS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _ONE_MARK.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {
    "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9,
    "tỉ": 10**9,
}  # fmt: skip
_JOINTS = ("linh", "lẻ")
_WORDS = (*_DIGITS, *_SCALES, "mười", "mươi", *_JOINTS)

# "hai mươi lăm", "một trăm linh hai"; the first word decides whether it is worth reading.
NUMERAL = re.compile(
    spelled_out(
        rf"""(?<![\p{{L}}\d])
    (?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)
    (?:\s(?:{"|".join(_WORDS)})){{0,12}}
    (?![\p{{L}}\d])"""
    ),
    re.VERBOSE,
)


def read_words(text: str) -> int | None:
    """The value of folded number words ("hai mươi lăm" is 25); None where they make no number."""
    total, group, digit = 0, 0, None
    for word in text.split():
        if word in _DIGITS:
            if digit is not None:
                return None  # "hai ba": no number
            digit = _DIGITS[word]
        elif word == "mười":
            if digit is not None:
                return None
            group += 10
        elif word == "mươi":
            if digit is None:
                return None
            group, digit = group + digit * 10, None
        elif word == "trăm":
            if digit is None:
                return None
            group, digit = group + digit * 100, None
        elif word in _SCALES:
            if digit is None and group == 0:
                return None
            total += (group + (digit or 0)) * _SCALES[word]
            group, digit = 0, None
        elif word not in _JOINTS or digit is not None:
            return None
    if digit is None and group == 0 and total == 0:
        return None
    return total + group + (digit or 0)
