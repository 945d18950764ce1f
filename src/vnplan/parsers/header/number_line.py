"""The line of the number (số, ký hiệu): "Số: 232/KH-UBND", "Số 14-KH/TU", "Số:      /KH-UBND".

The number of the document itself is never one that it cites: those stand behind the name of a type
("theo Quyết định số …") or further down than the head.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vnplan.lexicon import types
from vnplan.parsers.header.window import Window
from vnplan.parsers.number_search import find_numbers
from vnplan.parsers.numbers import Reading, read_number
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class NumberLine:
    """`window.text[start:end]` is the line; `reading` is None when the serial is left blank.

    `symbol` reads what follows a blank ("/KH-SCT") as if a serial stood before it: its type and
    issuer hold, its serial does not.
    """

    start: int
    end: int
    raw: str
    reading: Reading | None
    symbol: Reading | None


# "Số: 232", "Số 14-KH/TU", "SỐ :", with a slip of scanning "Sô:"; "Luật số: 64/2025/QH15"
_LEAD = regex.compile(
    r"""(?<![\w/])
        (?P<noun>(?:luật|bộ\ luật|pháp\ lệnh|nghị\ quyết|nghị\ định|thông\ tư|quyết\ định
            |lệnh|sắc\ lệnh)\s)?
        (?:s[ốôộồ]|so(?=\s?:))\s{0,3}(?P<colon>[:;]|\.(?!\d))?\s{0,3}""",
    regex.VERBOSE,
)
_BLANK = regex.compile(
    r"""[\s._…]{0,30}(?P<symbol>[/\-–]\s{0,2}[A-ZĐÐ][\w&.]{0,18}
        (?:\s?[/\-–]\s?[A-ZĐÐ0-9][\w&.]{0,18}){0,5})""",
    regex.VERBOSE,
)
# A stamp of the register may set the figures apart: "Số: 1 1 0 5 /KH-ĐKT"
_SPACED = regex.compile(r"\d(?:[ ]\d){1,5}(?=\s*/)")
# "Lương Minh, ngày 25 tháng 11 năm 2025 Số: 16/KH-…": two columns flattened
_DAY_BEFORE = regex.compile(r"(?r)(?<!\w)ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}$")
_REACH = 120
"""How far behind "Số:" its number may end (characters)."""


def find_number_line(window: Window, stop: int) -> NumberLine | None:
    """The number of the document in `window.text[:stop]`.

    The first line that holds a whole number; a blank one only where there is none. Figures alone
    are no number (a stamp "CÔNG VĂN ĐẾN Số: 4567").
    """
    blank: NumberLine | None = None
    for lead in _LEAD.finditer(window.folded, 0, stop):
        if not _opens(window, lead):
            continue
        found = _number_at(window, lead) or _blank_at(window, lead)
        if found is not None and found.reading is not None:
            return found
        blank = blank or found
    return blank or _bare_line(window, stop)


def _opens(window: Window, lead: regex.Match[str]) -> bool:
    """Whether "Số" opens a line of its own, or a part of a flattened one, and cites nothing."""
    begin = window.text.rfind("\n", 0, lead.start()) + 1
    before = window.text[begin : lead.start()].strip(" |*_-–")
    if lead["noun"] is not None:  # "Nghị quyết số: 123/2016/QH13" as a line
        return not before and lead["colon"] is not None
    if not before:
        return lead["colon"] is not None or not _cites(window.folded[:begin].rstrip())
    parted = lead["colon"] is not None or _party_opens(window.text[begin : lead.end()])
    return parted and not _cites(fold(before)) and _is_printed_name(before)


# The Party writes "Số" without a colon, below its star or, flattened, behind the day
_PARTY = regex.compile(r"(?:\*|\snăm\s\d{4})[\s|]{1,3}(?:Số|SỐ)\s{1,3}$")


def _party_opens(text: str) -> bool:
    return _PARTY.search(text) is not None


def _is_printed_name(before: str) -> bool:
    """What may stand before "Số:" in one line: the issuer, the motto, the country, the day."""
    if _DAY_BEFORE.search(before) is not None:
        return True
    return before.isupper() or before.casefold().endswith(("phúc", "phuc"))


def _cites(before: str) -> bool:
    """Whether the text breaks off behind the name of a type: "… THEO QUYẾT ĐỊNH" ⏎ "SỐ 1050"."""
    return before.endswith(_type_words())


def _type_words() -> tuple[str, ...]:
    return tuple(fold(name) for name in types.names())


def _number_at(window: Window, lead: regex.Match[str]) -> NumberLine | None:
    text = window.text[lead.end() : lead.end() + _REACH]
    bare = text.lstrip()
    offset = lead.end() + len(text) - len(bare)
    if (spaced := _SPACED.match(bare)) is not None:
        glued = spaced[0].replace(" ", "") + bare[spaced.end() :]
        first = next(find_numbers(glued), None)
        if first is not None and first.start == 0:
            end = offset + first.end + len(spaced[0]) - len(spaced[0].replace(" ", ""))
            return NumberLine(lead.start(), end, window.text[offset:end], first.reading, None)
    first = next(find_numbers(bare), None)
    if first is None or first.start > 0:
        return None
    end = offset + first.end
    raw = " ".join(first.raw.split())
    return NumberLine(lead.start(), end, raw, first.reading, None)


def _blank_at(window: Window, lead: regex.Match[str]) -> NumberLine | None:
    """ "Số:       /KH-UBND" and "Số: ……" of a draft."""
    blank = _BLANK.match(window.text, lead.end())
    if blank is not None:
        raw = " ".join(blank["symbol"].split())
        symbol = read_number(f"0{raw}")
        return NumberLine(lead.start(), blank.end(), raw, None, symbol)
    end = lead.start() + len(lead[0].rstrip())
    if lead["colon"] is not None and not window.text[end : window.line_end(end)].strip(" .…_-/"):
        return NumberLine(lead.start(), end, "", None, None)
    return None


def _bare_line(window: Window, stop: int) -> NumberLine | None:
    """A line that is nothing but a number: "232/KH-UBND" without its "Số:"."""
    for piece in window.pieces(0, stop, ()):
        if len(piece.text) > 60 or not piece.text[0].isdigit() or "/" not in piece.text:
            continue  # the slug of a file name, "980-kh-ubnd-nghe-an", is no number
        reading = read_number(piece.text)
        if reading is not None and reading.is_plain:
            return NumberLine(piece.start, piece.end, piece.text, reading, None)
    return None
