"""Number and day of a document that were written by hand, which OCR cannot read.

A letterhead is printed with room for them ("Số:      /KH-UBND", "ngày     tháng 6 năm 2019").
What is read there without confidence is no number: it is left open, as in a draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from vnplan.parsers.confidence import Confidence
from vnplan.text.edits import Edit
from vnplan.text.lines import LogicalLine

_SURE: Final = 0.7
"""Printed numbers are read with 0.85 and more, numbers by hand mostly with less than 0.5."""
_ONE_WORD: Final = 0.5
"""A number in one word with its code ("224/CĐ-TTg", 0.65) is as doubtful as the code is rare."""
_LETTERHEAD: Final = 16  # lines
_NUMBER = regex.compile(r"(?i:số)\s*[:.]\s*(?P<hand>[^/]{0,10}?)\s*(?=/\s?\p{Lu})")
# … also beside the number: "Số:      /TCT-TTKT Hà Nội, ngày AF-thang 3 năm 2022"
_DAY = regex.compile(
    r"(?:.{0,60}?/\p{Lu}\S{1,30}\s)?\p{Lu}[\p{L}\s.-]{2,40},?\s*ngày(?P<hand>.{0,8}?)"
    r"(?=(?P<join>\s*-?\s*)(?P<month>th[aá]ng)\s.{1,8}năm\s)",
    regex.IGNORECASE,
)
_PRINTED = regex.compile(r"\s*\d{1,5}[a-zđ]?\s*")


def hand_edits(line: LogicalLine, confidence: Confidence) -> Iterator[Edit]:
    """The number or day in a line of the letterhead that is to be left open."""
    if line.index >= _LETTERHEAD:
        return
    for pattern in (_NUMBER, _DAY):
        match = pattern.match(line.text)
        if match is None or not match["hand"].strip():
            continue
        start, end = match.span("hand")
        words = confidence.words(line.source_span(start, end))
        one_word = (
            pattern is _NUMBER and len(words) == 1 and words[0].span.end > line.map.source(end)
        )
        sure = all(word.confidence >= (_ONE_WORD if one_word else _SURE) for word in words)
        if not sure or _PRINTED.fullmatch(match["hand"]) is None:
            yield Edit(start, end, " ")
            if pattern is _DAY and match["month"].lower() != "tháng":
                yield Edit(end, match.end("month"), "tháng")
