"""Words that came apart: "Đ ế n năm 2020", "k ế hoạch", "tài chí nh", "liên q uan".

Word files of old fonts, saved as a page, have each letter that no font held in a run of its own,
and some pages part the runs with blanks. An "ế" alone, consonants alone are no words: with their
neighbours they are one syllable, or they stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from vnplan.text.edits import Edit
from vnplan.text.syllable import is_syllable

_ONSET: Final = (
    r"(?i:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])"  # those that open syllables
)
# "Đ ế n", but not "K Ế H O Ạ C H", a line spaced out; "chí nh"; "ng hệ", "q uan"
_PARTED = regex.compile(
    rf"""(?<![\p{{L}}\d.])
    (?: {_ONSET}\x20[ếềểễệ](?:\x20(?:ch|ng|nh|[cmnptu]))?+
      | \p{{L}}{{1,5}}+(?<=[^\W\dbcdđghklmnpqrstvx_])\x20(?:nh|ng)
      | (?i:ng\x20h|q\x20u)\p{{Ll}}{{1,5}}+
    )(?![\p{{L}}\d.)/-])""",
    regex.VERBOSE,
)


def parted_edits(text: str) -> Iterator[Edit]:
    """Where blanks stand inside a word of a line: each edit puts its pieces together."""
    for match in _PARTED.finditer(text):
        word = match.group().replace(" ", "")
        if is_syllable(word):
            yield Edit(match.start(), match.end(), word)
