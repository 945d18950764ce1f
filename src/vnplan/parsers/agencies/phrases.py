"""When words that spell a name of the lexicon are that name, and when they only look like it."""

from __future__ import annotations

from typing import NamedTuple

import regex

from vnplan.lexicon.agencies import AgencyEntry, Phrase
from vnplan.records import AgencyKind

# Bodies whose names are also printed small ("giao sở tài chính"); others mean things then.
_IN_SMALL_LETTERS = (
    AgencyKind.MINISTRY,
    AgencyKind.DEPARTMENT,
    AgencyKind.PEOPLES_COMMITTEE,
    AgencyKind.PEOPLES_COUNCIL,
    AgencyKind.PARTY,
    AgencyKind.MASS_ORGANIZATION,
    AgencyKind.POLICE_MILITARY,
    AgencyKind.COURT_PROCURACY,
    AgencyKind.CENTRAL_BRANCH,
)


class Found(NamedTuple):
    """A name of the lexicon at `text[start:end]`, and whether it opens with a capital."""

    start: int
    end: int
    entry: AgencyEntry
    capital: bool


def name_at(text: str, folded: str, start: int, end: int, phrase: Phrase) -> bool:
    """Whether `text[start:end]`, which spells a name of the lexicon, is that name."""
    capital = text[start].isupper()
    if not capital and phrase.entry.kind not in _IN_SMALL_LETTERS:
        return False  # "các quỹ đầu tư mạo hiểm", "trang, cổng thông tin điện tử"
    if phrase.abbreviation:
        if not _in_capitals(text[start:end], phrase.written):
            return False
        return " " in phrase.written or not is_part_of_number(text, start, end)
    return _stands_out(text, start, end) or name_may_begin(folded, start)


def _stands_out(text: str, start: int, end: int) -> bool:
    """Whether a capital shows a name; among capitals it does not: "MẠNG LƯỚI CƠ SỞ VĂN HÓA"."""
    return text[start].isupper() and (end - start <= 3 or not text[start:end].isupper())


def _in_capitals(printed: str, written: str) -> bool:
    """Whether an abbreviation is printed as one: "CDC", "SNgV"."""
    return printed == printed.upper() if written == written.upper() else printed == written


# "232/KH-", "QĐ-", "TT- ": a code behind it belongs to the number of a document.
_NUMBER_BEFORE = regex.compile(r"(?:\d\S{0,30}[/-]|(?<![\p{L}])\p{Lu}{2,6}-) ?$")
# "2- UBND các huyện", "8/ UBND các huyện": the number of an item.
_ITEM_BEFORE = regex.compile(r"\s*\d{1,2}\s?[-/]\s")
_NEAR_START = 8


def is_part_of_number(text: str, start: int, end: int) -> bool:
    """Whether a code stands in a document's number: "TTg" of "Quyết định 1665/QĐ-TTg"."""
    if start <= _NEAR_START and _ITEM_BEFORE.fullmatch(text[:start]) is not None:
        return False
    if _NUMBER_BEFORE.search(text[max(0, start - 40) : start]) is not None:
        return True
    return text[end : end + 1] in ("-", "/") and text[start - 1 : start] in ("-", "/")


# Words and marks that a name in small letters may follow. Everywhere else its first word is the
# second half of another: "cơ sở y tế", "cán bộ y tế", "đảng bộ Công an".
_BEFORE_NAME = regex.compile(
    r"""(?:^|[,;:(\[“"/\-–+•*.…]\s?|\b(?:và|với|giao|cho|của|do|gửi|về|là|tại|cùng|tới|đến|hợp|nghị|cầu|
        đạo|từ|thuộc|qua|mưu|trình|giữa|gồm|hoặc|báo\scáo|trưởng|đốc|tịch|chánh|phòng|trực|dẫn|giúp)\s)$""",
    regex.VERBOSE,
)


def name_may_begin(folded: str, start: int) -> bool:
    """Whether the words before `start` allow a name there whose capital proves nothing."""
    return _BEFORE_NAME.search(folded[max(0, start - 12) : start]) is not None
