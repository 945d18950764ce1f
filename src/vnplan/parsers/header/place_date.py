"""Place and day of issue (địa danh và thời gian ban hành): "Nghệ An, ngày 20 tháng 11 năm 2025".

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4. Drafts leave day and month blank; a day without a place
counts only where it stands alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import provinces
from vnplan.parsers.dates import find_dates
from vnplan.parsers.header.naming import canonical_spelling
from vnplan.parsers.header.window import Window
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class PlaceDate:
    """`window.text[start:end]`; `value` is None when a part of the day is blank or impossible.

    `day` is where the words of the day begin.
    """

    start: int
    end: int
    day: int
    place: str | None
    value: dt.date | None


# "Lào Cai", "Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh", "thành phố Cao Lãnh", "xã Tân Hưng Đông"
_PLACE = regex.compile(
    r"""(?:(?:TP|Tp|T\.P|tp|TX|Tx)\s?\.?\s?
          |(?i:tỉnh|thành\ phố|huyện|quận|thị\ xã|thị\ trấn|xã|phường|đặc\ khu)\s)?
        (?:\p{Lu}[\p{L}'’]{0,9}+\.?|\d{1,2})(?:\s?[-–]\s?|\s|$|(?=,))
        (?:(?:\p{Lu}[\p{L}'’]{0,9}+|\d{1,2})(?:\s?[-–]\s?|\s|$|(?=,))){0,6}
        \s?[,.;]?""",
    regex.VERBOSE,
)
# "ngày      tháng 6 năm 2026", "ngày … tháng … năm 20…", "ngày   tháng   năm"
_BLANK_DAY = regex.compile(
    r"""(?<!\w)ngày[\s.…_]{0,20}(?:\d{1,2})?[\s.…_]{0,20}tháng[\s.…_]{0,20}(?:\d{1,2})?[\s.…_]{0,20}
        (?:năm(?:[\s.…_]{0,20}\d{1,4})?[.…_]{0,20})?(?!\w)""",
    regex.VERBOSE,
)


# "BAN THƯỜNG TRỰC Lương Minh, ngày 25": a name of the left column before the place
_LOUD_NAME = regex.compile(r"(?:\p{Lu}{2,}\s){2,}(?=\p{Lu}\p{Ll})")


def find_place_date(window: Window, stop: int, used: Sequence[tuple[int, int]]) -> PlaceDate | None:
    """The first place and day in `window.text[:stop]`; `used` stretches hold something else."""
    alone: PlaceDate | None = None
    for start, end, value in _days(window, stop):
        if any(a < end and start < b for a, b in used):
            continue
        begin = max(
            window.text.rfind("\n", 0, start) + 1,
            max((b for _, b in used if b <= start), default=0),
        )
        rest = window.text[end : window.line_end(end)].strip(" .,;)|")
        if rest and not rest[0].isupper():
            continue
        lead = window.text[begin:start].strip(" |\t").lstrip("*_-– ")  # a rule of the letterhead
        lead = lead[lead.rfind("|") + 1 :].strip()  # "TỈNH UỶ HUẾ | Huế, ngày 12": the cell before
        place_start = begin + window.text[begin:start].rfind(lead) if lead else start
        above = _line_above(window, begin, lead, used) if len(lead) < 40 else None
        if above is not None:
            place_start, lead = above
        if (named := _LOUD_NAME.match(lead)) is not None:
            place_start, lead = place_start + named.end(), lead[named.end() :]
        if lead and not _is_place(lead):
            lead = _known_suffix(lead)
            place_start = start - 1 - len(lead)
        if lead and _is_place(lead):
            return PlaceDate(place_start, end, start, canonical_place(lead), value)
        if not lead and not rest and alone is None:
            alone = PlaceDate(start, end, start, None, value)
    return alone


def _is_place(lead: str) -> bool:
    """A name in capitals, or a province as it used to be printed: "Hà nội,"."""
    return _PLACE.fullmatch(lead) is not None or provinces.find(lead.strip(" ,.")) is not None


def _days(window: Window, stop: int) -> Iterator[tuple[int, int, dt.date | None]]:
    """Days and blank days, in reading order."""
    whole = {day.start: (day.start, day.end, day.value) for day in find_dates(window.text, 0, stop)}
    ends = [(start, end) for start, end, _ in whole.values()]
    for match in _BLANK_DAY.finditer(window.folded, 0, stop):
        if not any(a < match.end() and match.start() < b for a, b in ends):
            whole.setdefault(match.start(), (match.start(), match.end(), None))
    for start in sorted(whole):
        yield whole[start]


def _line_above(
    window: Window, begin: int, lead: str, used: Sequence[tuple[int, int]]
) -> tuple[int, str] | None:
    """A place on the line above, or its first words there: "Thành phố Hồ Chí" ⏎ "Minh, ngày 19"."""
    if begin == 0 or window.text[begin - 1] != "\n" or any(a < begin <= b for a, b in used):
        return None
    start = window.text.rfind("\n", 0, begin - 1) + 1
    line = window.text[start : begin - 1].strip()
    if not line or line.isupper() or len(line) > 60:
        return None
    here, above = (window.lines[window.place(offset)] for offset in (begin, start))
    if here.cell != above.cell or here.column != above.column:
        return None
    if not lead:
        return (start, line) if line.endswith(",") and _PLACE.fullmatch(line) else None
    whole = f"{line} {lead}"
    known = provinces.find(whole.strip(" ,.")) is not None
    if provinces.find(lead.strip(" ,.")) is not None:
        return None
    return (start, whole) if known or _is_half(line, lead) else None


_HALF = regex.compile(r"\p{Lu}\p{Ll}{1,6}")


def _is_half(line: str, lead: str) -> bool:
    """ "Tam" ⏎ "Kỳ, ngày 19 tháng 6": pages wrap the cells of a letterhead behind a first word."""
    return _HALF.fullmatch(line) is not None and _HALF.fullmatch(lead.strip(" ,.")) is not None


def _known_suffix(lead: str) -> str:
    """The province at the end of a flattened line: "V/v chống buôn lậu Hà Nội," is Hà Nội."""
    words = lead[-80:].split()
    if not lead.endswith(","):
        return ""
    for length in range(min(5, len(words)), 0, -1):
        suffix = " ".join(words[-length:])
        if suffix[0].isupper() and provinces.find(suffix.strip(" ,")) is not None:
            return suffix
    return ""


_CITY = regex.compile(r"^(?:T\.?P\.?\s?|thành phố\s)", regex.IGNORECASE)


def canonical_place(printed: str) -> str | None:
    """ "TP. Hồ Chí Minh" is Thành phố Hồ Chí Minh, "Đăk Lăk" Đắk Lắk; None for an empty one."""
    place = canonical_spelling(" ".join(printed.split()).strip(" ,.;-"))
    if not place:
        return None
    if place.isupper() and len(place) > 4:
        place = place.title()
    province = provinces.find(place)
    city = _CITY.match(place)
    if province is not None:
        if city is None:
            kind = "tỉnh " if fold(place).startswith("tỉnh ") else ""
            return f"{kind.capitalize()}{province.name}"
        return f"Thành phố {province.name}"
    if city is not None:
        return f"Thành phố {place[city.end() :]}"
    return place[:1].upper() + place[1:]
