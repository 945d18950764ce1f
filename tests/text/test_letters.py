"""Patterns of `re` with the letters of `regex`."""

from __future__ import annotations

import re

import pytest
import regex

from vnplan.text.letters import spelled_out

LETTERS = [
    chr(code) for first, last in ((0, 0x500), (0x1E00, 0x1F00)) for code in range(first, last)
]
WITHOUT_NUMBERS = [sign for sign in LETTERS if not (sign.isnumeric() and not sign.isdecimal())]


@pytest.mark.parametrize("name", ["Lu", "Ll"])
@pytest.mark.parametrize("form", [r"\p{{{}}}", r"[\p{{{}}}]", r"[^\p{{{}}}]", r"(?<!\p{{{}}})x"])
def test_capitals_and_small_letters_are_those_of_unicode(name: str, form: str) -> None:
    """Of the alphabets that documents hold; of `ʕ` the versions of Unicode say two things."""
    pattern = form.format(name)
    own, theirs = re.compile(spelled_out(pattern)), regex.compile(pattern)
    for sign in set(LETTERS) - {"\u0295"}:
        for text in (sign, sign + "x"):
            assert bool(own.search(text)) == bool(theirs.search(text)), (pattern, text)


@pytest.mark.parametrize("pattern", [r"\p{L}", r"(?!\p{L})."])
def test_letters_are_those_of_unicode(pattern: str) -> None:
    """A raised or broken figure ("m²", "½") counts as a letter with `re`, and no other sign."""
    own, theirs = re.compile(spelled_out(pattern)), regex.compile(pattern)
    for sign in WITHOUT_NUMBERS:
        assert bool(own.match(sign)) == bool(theirs.match(sign)), (pattern, sign)


@pytest.mark.parametrize(
    "pattern",
    [r"Sở \[\d\]", r"[\[\]]", r"\\p", r"(?:\.\s[“\"(])", r"\p{L}[\p{L}\d]*(?![\p{L}\d])"],
)
def test_what_is_no_property_stays(pattern: str) -> None:
    own, theirs = re.compile(spelled_out(pattern)), regex.compile(pattern)
    for text in ("Sở [1]", "[", "]", "\\p", ". “", "Nghị định 13", "p", "L"):
        assert (own.search(text) is None) == (theirs.search(text) is None), (pattern, text)


def test_a_pattern_without_an_end_costs_no_more() -> None:
    assert spelled_out("[\\a" * 4) == "[\\a" * 4
