"""Folding: the one spelling under which two ways of writing the same words compare equal.

Vietnamese documents write one word in several ways: `hoà` and `hòa`, `Uỷ` and `Ủy`, `Ð` (Icelandic
eth, typed for `Đ`), a dash for a hyphen, composed or decomposed marks. Everything that looks names
up folds both sides first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex

# Hyphens, figure dash, en and em dash, bar, minus, and the small and full-width
# forms: "Lao động – Thương binh" and "Lao động - Thương binh" are one name.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
# Eth and the African D look like Đ and come from old keyboards: "QÐ-TTg".
_D_WITH_STROKE = {"\u00d0": "đ", "\u00f0": "đ", "\u0189": "đ", "\u0256": "đ"}
# Hwair stands for "ỳ" where a font of old was converted badly: "định kǶ", "thời kǶ".
_Y_FALLING = {"\u0195": "ỳ", "\u01f6": "ỳ"}
_ONE_TO_ONE = {
    **dict.fromkeys(_DASHES, "-"),
    **_D_WITH_STROKE,
    **_Y_FALLING,
    "\u00a0": " ",
    "\u202f": " ",
}
_ODD = regex.compile(f"[{''.join(_ONE_TO_ONE)}]")

_INVISIBLE = regex.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]+")

_TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # huyền, sắc, hỏi, ngã, nặng


def _toned(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


# "oà" -> "òa" and back. The tone stands on the first letter when the pair ends the syllable
# (hòa, khỏe, ủy), on the second when a letter follows (hoàn, khuỷu) or when u belongs to q (quý).
_TO_FIRST: dict[str, str] = {}
_TO_SECOND: dict[str, str] = {}
for _pair in ("oa", "oe", "uy"):
    for _tone in _TONES:
        _on_first = _toned(_pair[0], _tone) + _pair[1]
        _on_second = _pair[0] + _toned(_pair[1], _tone)
        _TO_FIRST[_on_second] = _on_first
        _TO_SECOND[_on_first] = _on_second

# hoà, khoẻ, uỷ (not quý, hoàn)
_ON_SECOND = regex.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])")
# hòan, khủyu, qúy
_ON_FIRST = regex.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?=\p{L})|(?<=q)[ùúủũụ]y(?!\p{M})")


# One pass for the three; what is found stands for itself in one of the tables.
_ANY = regex.compile(f"{_ODD.pattern}|{_ON_SECOND.pattern}|{_ON_FIRST.pattern}")
_FOLDED = {**_ONE_TO_ONE, **_TO_FIRST, **_TO_SECOND}
_KEPT = 2_000
"""Longer texts are folded each time: what is kept must not grow with what is read."""


def fold_characters(text: str) -> str:
    """Fold character by character: the result has the length of `text`, offsets stay valid.

    For finding a name inside a longer NFC text. White space and invisible characters are kept (a
    no-break space becomes a space, a line end stays a line end). The same line is asked for by one
    parser after another: the last few thousand are remembered.
    """
    return _remembered(text) if len(text) <= _KEPT else _folded(text)


def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # only "İ" grows; a foreign name must not shift every offset
        lowered = "İ".join(part.lower() for part in text.split("İ"))
    return _ANY.sub(lambda found: _FOLDED[found[0]], lowered)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> str:
    return _folded(text)


def fold(text: str) -> str:
    """Fold a name or phrase for comparison: lower case, one hyphen, one tone placement, one space.

    `fold("UỶ BAN  NHÂN DÂN") == fold("Ủy ban nhân dân") == "ủy ban nhân dân"`. Diacritics stay:
    "Hà Nam" and "Hạ Nam" differ. Tones are placed as Nghị định 30/2020/NĐ-CP prints them (hòa, ủy).
    """
    return _name(text) if len(text) <= _KEPT else _folded_name(text)


def _folded_name(text: str) -> str:
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(fold_characters(composed).split())


@lru_cache(maxsize=4096)
def _name(text: str) -> str:
    return _folded_name(text)


def fold_all(names: Iterable[str]) -> list[str]:
    """`fold` of many names in one pass, for tables of thousands; no name may hold a line end."""
    listed = list(names)
    if not listed:
        return []
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", "\n".join(listed)))
    return [" ".join(line.split()) for line in fold_characters(text).split("\n")]


class _Bare(dict[int, str]):
    """Characters without their tones and marks, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(char for char in decomposed if not unicodedata.combining(char))
        return self[code]


_BARE = _Bare({ord("đ"): "d", ord("Đ"): "D", ord("ð"): "d", ord("Ð"): "D"})


def strip_diacritics(text: str) -> str:
    """Drop tones and marks, keeping case: "Đắk Lắk" becomes "Dak Lak"."""
    return text.translate(_BARE)


_SLUG_WORD = re.compile(r"[a-z0-9]+")


def slug(text: str, sep: str = "-") -> str:
    """An identifier of ASCII words: "Sở Lao động - Thương binh" becomes "so-lao-dong-thuong-binh".

    URN:LEX takes `sep="."`. Characters outside Latin letters and digits separate words.
    """
    return sep.join(_SLUG_WORD.findall(strip_diacritics(fold(text))))
