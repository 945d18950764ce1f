"""The subject of a letter (trích yếu công văn): "V/v rà soát dữ liệu số nhà", below its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.parsers.dates import find_dates
from vnplan.parsers.header.body_start import is_loud, opens_body
from vnplan.parsers.header.motto import has_motto
from vnplan.parsers.number_search import find_numbers
from vnplan.text.fold import fold_characters
from vnplan.text.line_ends import ends_open, is_terminated
from vnplan.text.lines import LogicalLine

# "… hàng giả Hà Nội, ngày 25": what a flattened line sets behind the subject
_DAY_BEHIND = regex.compile(
    r"""\s(?:(?i:thành\ phố|tỉnh|huyện|xã|phường|thị\ xã)\s)?
        (?:\p{Lu}[\p{L}.]*+\s?+){1,6},\s{0,3}ngày\b""",
    regex.VERBOSE,
)
_ADDRESSED = regex.compile(r"\sKính gửi\s?:", regex.IGNORECASE)
_MOTTO_BEHIND = regex.compile(r"\sCỘNG\sH\w{1,3}\sXÃ")
_COLUMN_LINES = 5
"""The two lines of the motto, a rule, place and day, and what follows them."""
_SUBJECT = regex.compile(r"(?<!\w)v\s?/\s?v\s*[:.]?\s*", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """`parts` are (position in the lines, start, end) of the words behind "V/v"; `lead` is where
    "V/v" itself begins in the first of them."""

    text: str
    parts: tuple[tuple[int, int, int], ...]
    lead: int


def find_subject(lines: Sequence[LogicalLine]) -> Subject | None:
    """The subject of a letter behind "V/v", over its lines; None where there is none."""
    for position, line in enumerate(lines):
        lead = _SUBJECT.search(line.text)
        if lead is None or (lead.start() > 0 and not _after_number(line.text, lead.start())):
            continue
        parts = _parts(lines, position, lead.end())
        words = " ".join(lines[place].text[start:end] for place, start, end in parts)
        text = " ".join(words.split()).strip(" .;:*_-–")
        return Subject(text, tuple(parts), lead.start()) if text else None
    return None


def _parts(lines: Sequence[LogicalLine], position: int, start: int) -> list[tuple[int, int, int]]:
    """The lines of a subject, from the one that holds "V/v" on."""
    parts = [(position, start, _subject_end(lines[position].text, start))]
    for place in range(position + 1, len(lines)):
        line, following = lines[place - 1], lines[place]
        last = place + 1 == len(lines)  # the body begins behind it, at "Kính gửi"
        if parts[-1][2] < len(line.text) or not _subject_goes_on(line, following, last=last):
            break
        parts.append((place, 0, _subject_end(following.text, 0)))
    behind = _behind_column(lines, parts[-1])
    return parts if behind is None else [*parts, (behind, 0, len(lines[behind].text))]


def _behind_column(lines: Sequence[LogicalLine], last: tuple[int, int, int]) -> int | None:
    """The rest of a subject that motto and day part in two, as the right column was read between.

    "V/v … phát thải khí nhà kính," ⏎ "CỘNG HÒA …" ⏎ "Hà Nội, ngày …" ⏎ "thị trường các-bon": it
    breaks off, and goes on in small letters.
    """
    place, _, end = last
    if end < len(lines[place].text) or not ends_open(lines[place].text):
        return None
    first = place + 1
    for at in range(first, min(len(lines), first + _COLUMN_LINES)):
        text = lines[at].text
        if has_motto(fold_characters(text), text) or _DAY_BEHIND.match(f" {text[:80]}"):
            continue
        small = text[0].islower() and not is_terminated(text) and not opens_body(text)
        return at if at > first and small else None
    return None


def _after_number(text: str, position: int) -> bool:
    """ "Số: 4085/UBND-ĐT V/v rà soát …" in one line, the day perhaps between."""
    number = next(find_numbers(text[: min(position, 400)]), None)
    if number is None:
        return False
    day = next(find_dates(text, number.end, position), None)
    return position - (day.end if day is not None else number.end) < 8


def _subject_end(text: str, start: int) -> int:
    """A subject ends before the motto or the day that a flattened line sets behind it."""
    day = _DAY_BEHIND.search(text, start)
    motto = _MOTTO_BEHIND.search(text, start)
    addressed = _ADDRESSED.search(text, start)
    ends = [found.start() for found in (day, motto, addressed) if found is not None]
    return min(ends) if ends else len(text)


def _subject_goes_on(line: LogicalLine, following: LogicalLine, *, last: bool) -> bool:
    """Behind a blank line too, where one line alone stands between "V/v …" and the body."""
    text = following.text
    if following.cell != line.cell or following.column != line.column:
        return False
    if opens_body(text) or has_motto(fold_characters(text), text):
        return False
    if _DAY_BEHIND.match(f" {text[:80]}") or (is_loud(text) and " " in text):
        return False  # one word in capitals may end a subject: "chính sách thuế" ⏎ "GTGT"
    if following.after_blank and last and _SUBJECT.match(line.text) is not None:
        return text[0].isalpha() and not is_terminated(line.text) and not is_terminated(text)
    return not following.after_blank or text[0].islower() or ends_open(line.text)
