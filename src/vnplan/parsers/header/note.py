"""The line under the title of an attachment that names the document it goes with.

"(Kèm theo Nghị quyết số 394/NQ-CP ngày 03 tháng 12 năm 2025 của Chính phủ)": in a copy without
its letterhead the only place that tells number and day (Nghị định 30/2020/NĐ-CP, Phụ lục I, III).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import types
from vnplan.lexicon.types import TypeName
from vnplan.parsers.dates import DayDate, date_at
from vnplan.parsers.number_search import NumberMatch, find_numbers
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_LEAD = regex.compile(
    r"[\s*]*[(\[][\s*]*(?:được\s)?(?:ban hành\s)?(?:đính\s)?kèm(?:\stheo)?\s+"
    r"(?P<noun>\p{L}+(?:\s\p{L}+){1,3}?)\s+(?:số\s*:?\s*)?(?=\d)",
    regex.IGNORECASE,
)
_OF = regex.compile(r",?\scủa\s(?P<issuer>[^\n\d:;()]{3,80})[)\]*\s.]*$", regex.IGNORECASE)
_DAY = regex.compile(r"[\s,]{1,3}(?=ngày\s)", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """A line, the document it names: number, day and issuer, where they are printed, and type."""

    line: LogicalLine
    number: NumberMatch
    day: DayDate | None
    type: TypeName
    issuer: str | None


def find_note(lines: Sequence[LogicalLine], after: int, type_name: str) -> Note | None:
    """The first note behind line `after` that names a document of the type."""
    wanted = fold(type_name)
    notes = (note for line in lines[after:] if (note := _read(line)) is not None)
    return next((note for note in notes if fold(note.type.name) == wanted), None)


def find_own_note(lines: Sequence[LogicalLine]) -> Note | None:
    """The note over the appendix of a document of which only the last part is left.

    That the note names this document, the part above it says: "… triển khai Nghị quyết này". An
    appendix that stands alone is none: "PHỤ LỤC" ⏎ "(Ban hành kèm theo Quyết định số …)".
    """
    for at, line in enumerate(lines):
        note = _read(line)
        if note is not None:
            itself = f"{fold(note.type.name)} này"
            return note if any(itself in above.folded for above in lines[:at]) else None
    return None


def _read(line: LogicalLine) -> Note | None:
    lead = _LEAD.match(line.text)
    entry = types.by_name(lead["noun"]) if lead is not None else None
    if lead is None or entry is None:
        return None
    number = next(find_numbers(line.text[lead.end() :]), None)
    if number is None or number.start > 0:
        return None
    end = lead.end() + number.end
    found = NumberMatch(lead.end(), end, number.raw, number.reading)
    gap = _DAY.match(line.text, end)
    day = date_at(line.text, gap.end()) if gap is not None else None
    of = _OF.match(line.text, day.end if day is not None else end)
    return Note(line, found, day, entry, of["issuer"].strip() if of is not None else None)
