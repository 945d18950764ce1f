"""Schedules that tick off months or quarters: "Nội dung | Chủ trì | Quý I | Quý II", an "x" below.

The heading of a ticked column says when; the tick only that it holds for the row.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

_TICK = regex.compile(r"[xX✓✔√●■◼*+]{1,2}")
_WHEN = regex.compile(
    r"(?:tháng|t|th)\.?\s?(?:0?[1-9]|1[0-2])(?:\s?[/.\-]\s?20\d\d)?"
    r"|(?:quý|q)\.?\s?(?:i{1,3}|iv|[1-4])(?:\s?[/.\-]\s?20\d\d|\snăm\s20\d\d)?"
    r"|năm\s20\d\d"
)


def is_tick(words: str) -> bool:
    """Whether a cell only ticks its column off."""
    return _TICK.fullmatch(words.strip()) is not None


def heads_ticks(words: str) -> bool:
    """Whether the folded words of a heading are a month, a quarter or a year and nothing else."""
    return _WHEN.fullmatch(words.strip(" .:")) is not None


def is_ticked(cells: Iterable[str]) -> bool:
    """Whether the cells of a column hold ticks and nothing else."""
    said = [words for words in cells if words.strip(" -–.")]
    return bool(said) and all(is_tick(words) for words in said)
