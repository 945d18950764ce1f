"""Words without their marks: enough to tell the parts of a page, also where OCR got marks wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

import regex

from vnplan.readers.page import Word


def _letters() -> dict[int, str]:
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)):
        letter = chr(code).lower()
        table[code] = {"đ": "d", "ð": "d"}.get(letter, unicodedata.normalize("NFD", letter)[0])
    return table


_LETTERS: Final = _letters()
_MARKS = regex.compile(r"[\u0300-\u036f]+")


def bare(text: str) -> str:
    """`text` in small letters without marks: "CỘNG HÒA" is "cong hoa"."""
    plain = text.translate(_LETTERS).lower()
    return plain if plain.isascii() else _MARKS.sub("", plain)


# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_MOTTO = regex.compile(
    r"c[o0]ng ?h[o0]a ?x[a4] ?h[o0][il1]|dang cong san viet nam|doc lap.{1,5}tu do"
)


def has_motto(text: str) -> bool:
    """Whether the motto of the State or of the Party stands in `text`, which is `bare`."""
    return _MOTTO.search(text) is not None


def motto_at(words: Sequence[Word]) -> int:
    """Which word of a line the motto begins with; 0 where the words hold none."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += bare(word.text) + " "
    match = _MOTTO.search(text)
    return sum(start <= match.start() for start in starts) - 1 if match is not None else 0
