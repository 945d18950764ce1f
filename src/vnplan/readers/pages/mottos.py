"""The motto of the State or of the Party; with it the right half of a letterhead begins."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import regex

from vnplan.readers.page import Word

# Without marks: OCR reads them wrong, and the words say enough.
_MOTTO = regex.compile(
    r"(?:cong|c0ng) ?h[o0][aà] ?x[a4] ?h[o0o][il1]|dang cong san viet nam|doc lap.{1,5}tu do"
)


def bare(text: str) -> str:
    """`text` in small letters without marks: "CỘNG HÒA" is "cong hoa"."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return "".join([letter for letter in letters if not unicodedata.combining(letter)])


def has_motto(text: str) -> bool:
    return _MOTTO.search(bare(text)) is not None


def motto_at(words: Sequence[Word]) -> int | None:
    """Which word of a line the motto begins with; None for a line without it."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += bare(word.text) + " "
    match = _MOTTO.search(text)
    if match is None:
        return None
    return max(place for place, start in enumerate(starts) if start <= match.start())
