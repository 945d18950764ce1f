"""How high a row must be for its text: not every program that opens a sheet finds out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LINE: Final = 16.0  # points, of Times New Roman 12
_HIGHEST: Final = 409.0  # points; Excel takes no more
_PER_UNIT: Final = 1.15  # characters of Vietnamese text in a unit of width


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Points for a row of texts, each with the width of its column."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(lines * _LINE + 3, _HIGHEST)


def _lines(text: str, width: float) -> int:
    """Lines that a text takes when it is broken between words."""
    room = max(int(width * _PER_UNIT), 1)
    if len(text) <= room:
        return 1
    lines, at = 1, 0
    for word in text.split(" "):
        if at and at + 1 + len(word) > room:
            lines, at = lines + 1, 0
        at += len(word) + (1 if at else 0)
        lines += (at - 1) // room if at > room else 0
        at = at % room or room if at > room else at
    return lines
