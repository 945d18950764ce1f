"""Text of documents as one line that harms no office program.

A text can hold marks that turn its direction around, controls that end a file early, halves of
characters that no encoding can write, and cells that a spreadsheet would compute.
"""

from __future__ import annotations

import unicodedata
from typing import Final

import regex

from vnplan.graph.writers.attributes import clean
from vnplan.graph.writers.tables import cell as neutral

LONGEST: Final = 16_000
"""Characters of one cell; Excel takes 32,767 of UTF-16, and nobody reads more."""

_SPACES = regex.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# "- Báo cáo" in a cell of a table: the bullet says nothing, and a spreadsheet would compute it.
_BULLET = regex.compile(r"\A(?:[-–—+*•·▪●○◦]\s+)+")


def line(text: str | None, most: int = LONGEST) -> str:
    """`text` in one line of at most `most` characters, without anything that is not seen."""
    if text is None:
        return ""
    spaced = _SPACES.sub(" ", text)
    if not spaced.isprintable():
        spaced = "".join(char for char in clean(spaced) if not _hidden(char))
    spaced = spaced.strip()
    return spaced if len(spaced) <= most else f"{spaced[: most - 1].rstrip()}…"


def cell(text: str | None) -> str:
    """`line`, without a bullet before it, that no spreadsheet computes.

    What begins like a formula ("=HYPERLINK(…)") gets an apostrophe before it, as in CSV: sheets
    are saved as CSV by their users.
    """
    return neutral(_BULLET.sub("", line(text)))


def capital(text: str) -> str:
    """ "Các sở, ban, ngành": a cell begins with a capital letter."""
    return text[:1].upper() + text[1:]


def _hidden(char: str) -> bool:
    """Zero-width and direction marks, controls, surrogates, characters of nobody."""
    return char != " " and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")
