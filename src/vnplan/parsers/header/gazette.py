"""The form of the gazette (Công báo), in which number and day stand between type and title.

QUYẾT ĐỊNH
CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 138/1998/QĐ-TTg NGÀY 31 THÁNG 7 NĂM 1998
PHÊ DUYỆT CHƯƠNG TRÌNH …
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import regex

from vnplan.parsers.dates import date_at
from vnplan.parsers.number_search import NumberMatch, find_numbers
from vnplan.parsers.numbers import Reading


@dataclass(frozen=True, slots=True)
class Gazette:
    """What stands between type and title in the form of the gazette (Công báo):
    "QUYẾT ĐỊNH" ⏎ "CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 115/2004/QĐ-TTg NGÀY 25 THÁNG 6 NĂM 2004"."""

    issuer: str | None
    number: Reading | None
    raw: str
    day: int | None
    issued_on: dt.date | None
    end: int


_OF = regex.compile(r"\s*của\s+(?P<issuer>[^\n\d]{3,80}?(?:\n[^\n\d]{3,60}?)?)\s+số\s*:?\s*(?=\d)")
_BARE_NUMBER = regex.compile(r"\s*số\s*:?\s*(?=\d)")


# The heading of a page: "KẾT LUẬN 127-KL/TW NGÀY … CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ …"
_PARTY_NUMBER = regex.compile(r"\s+(?=\d{1,4}-\p{L}{2,4}/\p{L})")
_OF_BEHIND = regex.compile(r"[\s,]{1,3}của\s+(?P<issuer>[^\n\d]{3,60}?)(?=\s(?:về|v/v)\s)")


def read_gazette(text: str, folded: str, start: int) -> Gazette | None:
    """The number and day behind the name of the type, at `text[start:]`."""
    lead = _OF.match(folded, start) or _BARE_NUMBER.match(folded, start)
    party = _PARTY_NUMBER.match(folded, start) if lead is None else None
    lead = lead or party
    if lead is None:
        return None
    number = next(find_numbers(text[lead.end() : lead.end() + 120]), None)
    if number is None or number.start > 0:
        return None
    found = _with_day(text, lead, number)
    return found if party is None else _with_issuer_behind(found, text, folded)


def _with_day(text: str, lead: regex.Match[str], number: NumberMatch) -> Gazette:
    issuer = lead.groupdict().get("issuer")
    if issuer is not None:
        issuer = " ".join(text[lead.start("issuer") : lead.end("issuer")].split())
    end = lead.end() + number.end
    gap = regex.compile(r"[\s,]{0,4}").match(text, end)
    day_start = gap.end() if gap is not None else end
    day = date_at(text, day_start)
    return Gazette(
        issuer,
        number.reading,
        " ".join(number.raw.split()),
        day_start if day is not None else None,
        day.value if day is not None else None,
        day.end if day is not None else end,
    )


def _with_issuer_behind(found: Gazette, text: str, folded: str) -> Gazette | None:
    """None where nobody is named: "KẾT LUẬN 12-KL/TW …" of something else."""
    behind = _OF_BEHIND.match(folded, found.end)
    if behind is None:
        return None
    issuer = " ".join(text[behind.start("issuer") : behind.end("issuer")].split())
    return replace(found, issuer=issuer, end=behind.end())
