"""What a page says of a document that has lost its letterhead, in one line above its text.

"Kết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết …": number,
day, issuer and title at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import letterhead, types
from vnplan.parsers.dates import date_at
from vnplan.parsers.number_search import find_numbers
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_LINES = 6
_LONGEST_LEAD = 40
_GAP = regex.compile(r",?\s{0,3}")
_OF = regex.compile(r",?\scủa\s(?P<issuer>[^\n\d:;]{3,80}?),?\s(?=(?:về|v/v)\s)")


@dataclass(frozen=True, slots=True)
class PageLine:
    """`issuer`, `day` and `title` are stretches of the text of `lines[at]`."""

    at: int
    issued_on: dt.date
    day: tuple[int, int]
    issuer: tuple[int, int]
    title: tuple[int, int]


def find_page_line(lines: Sequence[LogicalLine], canonical: str) -> PageLine | None:
    """The line above the text that tells of the document numbered `canonical`; None without it."""
    for at, line in enumerate(lines[:_LINES]):
        found = _read(at, line, canonical)
        if found is not None:
            return found
    return None


def _read(at: int, line: LogicalLine, canonical: str) -> PageLine | None:
    number = next(find_numbers(line.text[:200]), None)
    if number is None or number.start > _LONGEST_LEAD or number.reading is None:
        return None
    noun = fold(line.text[: number.start]).strip(" :#*").removesuffix("số").strip(" :")
    if types.by_name(noun) is None or number.reading.record(number.raw).canonical != canonical:
        return None
    gap = _GAP.match(line.text, number.end)
    day = date_at(line.text, gap.end()) if gap is not None else None
    if day is None or day.value is None:
        return None
    of = _OF.match(line.folded, day.end)
    if of is None or not _is_body(line.text[slice(*of.span("issuer"))]):
        return None
    title = (of.end(), len(line.text.rstrip(" .:;*")))
    return PageLine(at, day.value, (day.start, day.end), of.span("issuer"), title)


def _is_body(name: str) -> bool:
    words = letterhead.words_of(fold(name))
    opens = (letterhead.heads(), letterhead.issuing(), letterhead.deciding())
    return any(form.opens(words) > 0 for form in opens)
