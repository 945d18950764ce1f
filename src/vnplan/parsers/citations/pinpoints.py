"""Pinpoints: the place inside the cited instrument (điểm a khoản 2 Điều 9 …), before its type word.

Several places in one instrument are one pinpoint: "khoản 2 Điều 11, khoản 2 Điều 12 Nghị định".
"""

from __future__ import annotations

import regex

from vnplan.records import Pinpoint

# "điểm a", "điểm đ, e", "khoản 2", "Điều 7, 8", "mục 1", "Phần III", "Phụ lục I", "tiết b"
_LETTERS = r"[a-zđ](?:\.\d{1,2})?(?![\p{L}])(?:(?:,|\svà)\s[a-zđ](?:\.\d{1,2})?(?![\p{L}])){0,8}"
_FIGURES = r"\d{1,3}[a-zđ]?(?![\p{L}\d/])(?:(?:,|\svà)\s\d{1,3}[a-zđ]?(?![\p{L}\d/])){0,12}"
_ROMAN_OR_FIGURE = r"(?:[IVX]{1,6}(?!\p{L})|\d{1,3}(?:\.\d{1,2}){0,3}(?![\d/])|[A-H](?!\p{L}))"
_PLACE = regex.compile(
    rf"""
    (?<!\p{{L}})(?:
      (?P<point>(?i:điểm|tiết)\s(?P<point_of>{_LETTERS}|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?![\d/])|{_FIGURES}))
    | (?P<clause>(?i:khoản)\s(?P<clause_of>{_FIGURES}))
    | (?P<article>(?i:điều)\s(?P<article_of>{_FIGURES}))
    | (?P<section>(?i:tiểu\smục|mục)\s\(?(?P<section_of>{_ROMAN_OR_FIGURE})\)?)
    | (?P<part>(?i:phần)\s(?:thứ\s)?(?P<part_of>{_ROMAN_OR_FIGURE}|nhất|hai|ba|tư|năm))
    | (?P<chapter>(?i:chương)\s(?P<chapter_of>{_ROMAN_OR_FIGURE}))
    | (?P<appendix>(?i:phụ\slục|biểu|bảng)\s(?:số\s)?(?P<appendix_of>{_ROMAN_OR_FIGURE}))
    )
    """,
    regex.VERBOSE,
)
_KINDS = ("point", "clause", "article", "section", "part", "chapter", "appendix")
# Between two places, and between the last of them and the instrument.
_BETWEEN = regex.compile(r"[\s,;]*(?:(?:và|của|tại|thuộc|đến)\s)?\s*")
_BEFORE_NOUN = regex.compile(
    r"\s*,?\s*(?:(?:(?i:phụ\slục)\s)?(?:ban hành\s)?kèm theo\s|(?:của|tại|thuộc|trong|,)\s)?"
    r"(?:các\s)?\s*"
)
_REACH = 600


def pinpoint_before(text: str, position: int, floor: int = 0) -> tuple[int, Pinpoint] | None:
    """The places named right before the citation that begins at `position`, and where they begin.

    Nothing before `floor` (the citation before) is taken.
    """
    start = max(floor, position - _REACH)
    places = list(_PLACE.finditer(text, start, position))
    if not places or _BEFORE_NOUN.fullmatch(text, places[-1].end(), position) is None:
        return None
    first = len(places) - 1
    while first > 0 and _BETWEEN.fullmatch(text, places[first - 1].end(), places[first].start()):
        first -= 1
    chosen = places[first:]
    begin, end = chosen[0].start(), chosen[-1].end()
    values = {
        kind: ", ".join(
            dict.fromkeys(place[f"{kind}_of"] for place in chosen if place[kind] is not None)
        )
        for kind in _KINDS
    }
    named = {kind: value for kind, value in values.items() if value}
    return begin, Pinpoint(text=text[begin:end], **named)
