"""Codes that a narrow cell cuts where it ends: "93/2025/Q ⏎ H15", "PCTT&TKC ⏎ N".

A word processor cuts a word only where it stands alone on its line and the cell has no room for one
more letter. A syllable is never so long; the code of a document or an office is.
"""

from __future__ import annotations

from typing import Final

import regex

from vnplan.readers.pages.lines import Line
from vnplan.readers.pages.paragraphs import Measure

_CODE = regex.compile(r"(?=[\p{Lu}\d]*[&/\-])[\p{Lu}\d][\p{Lu}\d&/\-.]{2,40}(?<=[\p{Lu}\d])")
_REST = regex.compile(r"\p{Lu}{1,4}\d{0,2}(?:[&/\-][\p{Lu}\d&/\-]{1,20})?[.,;:)]{0,2}")
_ROOM: Final = 1.2  # letters


def cuts_code(line: Line, following: Line, column: Measure) -> bool:
    """Whether the first word of `following` is the rest of the one word of `line`."""
    if len(line.words) > 1 or _CODE.fullmatch(line.text) is None:
        return False
    letter = (line.right - line.left) / len(line.text)
    if column.right - line.right >= _ROOM * letter:
        return False
    return _REST.fullmatch(following.words[0].text) is not None
