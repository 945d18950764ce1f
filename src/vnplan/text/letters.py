"""Letters in patterns of the standard library's `re`, which knows no `\\p{L}`.

`re` is two to three times as fast as `regex` where a pattern is tried at one place or is a long
list of words, and is used there; look-behinds of many widths, groups named twice and partial
matches need `regex`.
"""

from __future__ import annotations

import re
from unicodedata import category

# Latin with the letters of Vietnamese, Greek and Cyrillic: what documents hold.
_RANGES = (
    ("A", "Z"),
    ("a", "z"),
    ("µ", "µ"),
    ("À", "Ö"),
    ("Ø", "ö"),
    ("ø", "ʯ"),
    ("Ͱ", "ӿ"),
    ("Ḁ", "ỿ"),
)
_LETTERS = [
    char
    for first, last in _RANGES
    for char in map(chr, range(ord(first), ord(last) + 1))
    if char.isalpha()
]


def _class(chars: list[str]) -> str:
    """The characters as ranges, fit for the inside of brackets."""
    runs: list[tuple[str, str]] = []
    for char in chars:
        if runs and ord(char) == ord(runs[-1][1]) + 1:
            runs[-1] = (runs[-1][0], char)
        else:
            runs.append((char, char))
    return "".join(first if first == last else f"{first}-{last}" for first, last in runs)


_IN_BRACKETS = {
    "L": _class(_LETTERS),
    "Lu": _class([char for char in _LETTERS if category(char) == "Lu"]),
    "Ll": _class([char for char in _LETTERS if category(char) == "Ll"]),
    "M": "\u0300-\u036f",
}
_ALONE = {"L": r"[^\W\d_]", **{name: f"[{_IN_BRACKETS[name]}]" for name in ("Lu", "Ll", "M")}}

# Brackets are told from the rest of a pattern; an escaped one is none.
_PARTS = re.compile(r"\\p\{(\w+)\}|\\.|\[(?:\\.|[^\]\\])++\]?", re.DOTALL)
_PROPERTY = re.compile(r"\\p\{(\w+)\}")


def spelled_out(pattern: str) -> str:
    r"""`pattern` with `\p{L}`, `\p{Lu}`, `\p{Ll}` and `\p{M}` as classes that `re` knows.

    `re.compile(spelled_out(r"(?<!\p{L})Sở \p{Lu}"))`. A `]` inside brackets has to be escaped.
    """
    return _PARTS.sub(_spelled, pattern)


def _spelled(part: re.Match[str]) -> str:
    if part[1] is not None:
        return _ALONE[part[1]]
    if part[0].startswith("["):
        return _PROPERTY.sub(lambda found: _IN_BRACKETS[found[1]], part[0])
    return part[0]
