"""The line under the title of an attachment that names the document it goes with.

"(Kèm theo Nghị quyết số 394/NQ-CP ngày 03 tháng 12 năm 2025 của Chính phủ)": in a copy without
its letterhead the only place that tells number and day (Nghị định 30/2020/NĐ-CP, Phụ lục I, III).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.parsers.dates import DayDate, date_at
from vnplan.parsers.number_search import NumberMatch, find_numbers
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_LEAD = regex.compile(
    r"[\s*]*[(\[][\s*]*(?:được\s)?(?:ban hành\s)?(?:đính\s)?kèm(?:\stheo)?\s+"
    r"(?P<noun>\p{L}+(?:\s\p{L}+){1,3}?)\s+số\s*:?\s*(?=\d)",
    regex.IGNORECASE,
)
_DAY = regex.compile(r"[\s,]{1,3}(?=ngày\s)", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """A line, the number it names and the day behind it; `day` is None where none is printed."""

    line: LogicalLine
    number: NumberMatch
    day: DayDate | None


def find_note(lines: Sequence[LogicalLine], after: int, type_name: str) -> Note | None:
    """The first note behind line `after` that names a document of the type."""
    for line in lines[after:]:
        lead = _LEAD.match(line.text)
        if lead is None or fold(lead["noun"]) != fold(type_name):
            continue
        number = next(find_numbers(line.text[lead.end() :]), None)
        if number is None or number.start > 0:
            continue
        end = lead.end() + number.end
        found = NumberMatch(lead.end(), end, number.raw, number.reading)
        gap = _DAY.match(line.text, end)
        return Note(line, found, date_at(line.text, gap.end()) if gap is not None else None)
    return None
