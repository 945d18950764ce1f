"""Days written the Vietnamese way (ngày … tháng … năm …), in headers, citations and deadlines.

Only whole days: "năm 2025", "quý II" and the like are time expressions, the business of deadlines.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import regex

# A two-digit year above this one is of the last century: "15/6/99" is 1999, "5/9/25" is 2025.
_LAST_TWO_DIGIT_YEAR = 69
_OLDEST, _LATEST = 1900, 2199


@dataclass(frozen=True, slots=True)
class DayDate:
    """A day as it stands in a text: `text[start:end]`, the word "ngày" included.

    `value` is None where a part is left blank ("ngày … tháng 12 năm 2021") or no calendar has the
    day ("31/02/2024"); the place counts all the same.
    """

    start: int
    end: int
    value: dt.date | None


# "ngày 22 tháng 12 năm 2021", "NGÀY 15 THÁNG 8 NĂM 2024", "ngày 04 tháng 09 năm 2025",
# "ngày 8 tháng 5/2025", and with blanks "ngày     tháng 12 năm 2021", "ngày … tháng … năm 20…".
# After a wrap was undone, one space may stand anywhere between the words; a flattened letterhead
# parts the figures themselves: "ngày 2 6 tháng 0 6 năm 2018".
_BLANK = r"(?:[.…_]{1,12}[ ]?){0,4}"
_IN_WORDS = rf"""
    (?:ngày\s{{0,8}}(?P<day>(?:(?:mùng|mồng)\s)?\d(?:\s?\d)?|{_BLANK})
      |(?<![\w/.\-])(?P<bare>\d{{1,2}}))
    \s{{0,8}}tháng\s{{0,8}}(?P<month>\d(?:\s?\d)?|{_BLANK})
    \s{{0,8}}(?:,\s?)?(?:(?:năm|/|-)\s{{0,8}}(?P<year>\d{{4}}(?!\d)|(?:\d{{2}}(?!\d))?{_BLANK}))?
"""
# "22/12/2024", "30-10-2017", "30.10.2017", "7/8/2019", "02/02/ 2024" (a wrap after the bar),
# "03-9/2019", "08/11/2011của" (a lost space), "ngày 25/12 năm 2026".
# "21/12/2024/NĐ-CP" goes on and is no day.
_IN_FIGURES = r"""
    (?:(?<word>ngày)\s{0,8}(?:(?:mùng|mồng)\s)?|(?<![\w/.,\-]))
    (?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})
    (?:\s?[/.\-]\s?|(?(word),?\snăm\s(?=(?:19|20)\d\d)|(?!)))
    (?P<y>\d{4}(?![\d/]|[.\-,]\d)|\d{2}(?![\w/]|[.\-,]\d))
"""
# Blanks between bars: "ngày    /    /2025", "ngày …/…/2024", "ngày  /12/2021".
_BLANK_FIGURES = r"""
    ngày\s{0,8}(?:\d{1,2}|[.…_]{1,12})?\s{0,8}/\s{0,8}(?:\d{1,2}|[.…_]{1,12})?\s{0,8}
    /\s{0,8}(?:\d{4}|\d{2}|[.…_]{1,12})(?![\w/])
"""
DAY = regex.compile(
    rf"(?P<words>{_IN_WORDS})|(?P<figures>{_IN_FIGURES})|(?P<blank>{_BLANK_FIGURES})",
    regex.VERBOSE | regex.IGNORECASE,
)
# What every form has; a line without it is passed over in one scan.
_HINT = regex.compile(r"\d\s?[/.\-]\s?\d|\bng[àá]y\b|\btháng\b", regex.IGNORECASE)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DayDate]:
    """Every day in `text[start:end]`, from left to right, none overlapping."""
    stop = len(text) if end is None else end
    if _HINT.search(text, start, stop) is None:
        return
    for match in DAY.finditer(text, start, stop):
        found = _read(match)
        if found is not None:
            yield found


def date_at(text: str, position: int) -> DayDate | None:
    """The day that begins exactly at `position`."""
    match = DAY.match(text, position)
    return _read(match) if match is not None else None


def parse_date(text: str) -> dt.date | None:
    """The first day in `text`; None when there is none, a part is blank or it cannot be.

    A place and a comma may stand before it: "Thái Nguyên, ngày 22 tháng 12 năm 2021".
    """
    found = next(find_dates(text), None)
    return found.value if found is not None else None


def _read(match: regex.Match[str]) -> DayDate | None:
    if match["words"] is not None:
        return _read_words(match)
    end = match.end()
    if match["blank"] is not None:
        return DayDate(match.start(), end, None)
    day, month = int(match["d"]), int(match["m"])
    if match["word"] is None and (len(match["y"]) == 2 or day > 31 or month > 12):
        return None  # "1.2.10" is a label, "12.05.20" a version; "ngày 5/9/25" is a day
    if len(match["y"]) == 2 and _marks_differ(match):
        return None  # "từ ngày 1 - 10/12": two days of December, and no day of 2012
    return DayDate(match.start(), end, _date(day, month, match["y"]))


def _marks_differ(match: regex.Match[str]) -> bool:
    """Whether day and month are parted by another mark than month and year: "1 - 10/12"."""
    first = match.string[match.end("d") : match.start("m")].strip()
    return first != match.string[match.end("m") : match.start("y")].strip()


def _read_words(match: regex.Match[str]) -> DayDate | None:
    day, month, year = match["day"] or match["bare"] or "", match["month"] or "", match["year"]
    if year is None:
        # "ngày 22 tháng 12" names a day of some year: the business of deadlines.
        return None
    if match["bare"] is not None and not (month + year).strip():
        return None  # "6 tháng, năm" are periods
    figures = [_figure(day), _figure(month)]
    value = None
    if figures[0] is not None and figures[1] is not None and len(year) == 4 and year.isdigit():
        value = _date(figures[0], figures[1], year)
    return DayDate(match.start(), match.start() + len(match[0].rstrip()), value)


def _figure(text: str) -> int | None:
    if not text.strip():
        return None
    words = text.split()
    last = "".join(words[-2:]) if all(len(word) == 1 for word in words[-2:]) else words[-1]
    return int(last) if last.isdigit() else None


def _date(day: int, month: int, year: str) -> dt.date | None:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number > _LAST_TWO_DIGIT_YEAR else 2000
    if not _OLDEST <= number <= _LATEST:
        return None
    try:
        return dt.date(number, month, day)
    except ValueError:
        return None
