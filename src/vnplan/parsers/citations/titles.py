"""The cited title (trích yếu): where it opens, how far it reaches, and what of it is its own.

`open_title` bounds it by what ends any title; `settle_titles` by the citations that turned out to
stand beside it and not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

import regex

from vnplan.lexicon.citation_words import any_of, title_words
from vnplan.parsers.citations.draft import Draft, Found

_LONGEST = 1000  # characters; the longest seen in a real plan has 420
_LONGEST_QUOTE = 400
_SHORTEST = 3


@cache
def _opening() -> regex.Pattern[str]:
    # "về việc phê duyệt …", "ban hành …", "Quy định …", "“Hỗ trợ học sinh …”"
    return regex.compile(
        rf"""
        [\s,:]*(?P<title>
            (?i:về|v/v)(?:\s(?i:việc))?(?!\p{{L}})
          | (?i:{any_of(title_words().openers)})(?!\p{{L}})
          | [“"‘'] )
        """,
        regex.VERBOSE,
    )


@cache
def _ending() -> regex.Pattern[str]:
    # the end of the sentence or item, a footnote mark, a definition or another citation in
    # parentheses, and the words with which the sentence goes on: "…, UBND tỉnh ban hành Kế hoạch"
    words = title_words()
    return regex.compile(
        rf"""
        ; | \.(?=\s|$) | \s?\[\d | \s?\)(?!\p{{L}})
        | ,\s(?=trong\sđó\scó\s)
        | ,\s(?=(?i:đảm\sbảo|bảo\sđảm|phấn\sđấu|trong\sđó)\s[^;.]{{0,80}}?\d\s?%)
        | ,?\s(?=(?:đều|cũng|sẽ)\s(?:hết\shiệu\slực|bị\sbãi\sbỏ)(?!\p{{L}})
            |hết\shiệu\slực\s(?:thi\shành\s)?(?:kể\s)?từ\s)
        | ,\s(?=(?:Xét|Theo\sđề\snghị|Căn\scứ|Thực\shiện)\s)
        | \s?\((?=(?:{any_of(words.parentheses)})(?!\p{{L}}))
        | ,\s(?=(?:{any_of(words.subjects)})[^;.]{{0,90}}?\s(?:{any_of(words.acts)})(?!\p{{L}}))
        """,
        regex.VERBOSE,
    )


_QUOTES = {"“": "”", '"': '"', "‘": "’"}


def open_title(draft: Draft) -> None:
    """Find where the cited title behind the fields begins and how far it can reach.

    Other citations inside the title are its own affair: they are nested, see `nesting`.
    """
    text = draft.cited.text
    limit = min(len(text), draft.end + _LONGEST)
    match = _opening().match(text, draft.end, limit)
    if match is None:
        return
    draft.title_start = match.start("title")
    draft.title_end = _end(text, match.start("title"), limit)


def _end(text: str, start: int, limit: int) -> int:
    """The first end that does not stand inside quotation marks or parentheses of the title."""
    position = start
    while position < limit:
        match = _ending().search(text, position, limit)
        if match is None:
            return limit
        here = match.start()
        if match[0].strip() == ")":
            if text.count("(", start, here) <= text.count(")", start, here):
                return here
            position = match.end()  # "Quy hoạch tỉnh Phú Yên (cũ) thời kỳ 2021 - 2030"
            continue
        quote = _open_quote(text, start, here)
        if quote is None:
            return here
        closing = text.find(_QUOTES[text[quote]], here, min(limit, quote + _LONGEST_QUOTE))
        if closing < 0:
            return here  # a mark that was never closed
        position = closing + 1
    return limit


def _open_quote(text: str, start: int, end: int) -> int | None:
    """Where the quotation begins that is open at `end`."""
    opened: int | None = None
    for place in range(start, end):
        sign = text[place]
        if opened is not None:
            if sign == _QUOTES[text[opened]]:
                opened = None
        elif sign in _QUOTES:
            opened = place
    return opened


# What stands between the end of a title and the next citation: "; và các", " tại", " [2"; read
# from the end, so that dots in the middle are not followed from each of them.
_TRAILING = regex.compile(
    r"(?r)(?:[\s,;:.\-–+•(]|\[\d{0,3}|(?<!\p{L})(?:và|VÀ|cùng|cùng với|hoặc|các|tại|theo))+$"
)


def settle_titles(drafts: Sequence[Draft]) -> None:
    """End each title before the first citation that does not stand in it, and keep its words."""
    for place, draft in enumerate(drafts):
        if draft.title_start is None or draft.title_end is None or draft.found is not Found.NUMBER:
            continue
        end = draft.title_end
        for following in islice(drafts, place + 1, None):
            if following.lead >= end:
                break
            if not _within(following, draft):
                end = following.lead
                break
        draft.title_end = end
        words = _TRAILING.sub("", draft.cited.text[draft.title_start : end])
        if words.count("(") > words.count(")"):
            words = _TRAILING.sub("", words[: words.rindex("(")])
        if len(words) > _SHORTEST and words.lower() not in title_words().openers:
            draft.title = words


def _within(draft: Draft, outer: Draft) -> bool:
    parent = draft.parent
    while parent is not None and parent.start > outer.start:
        parent = parent.parent
    return parent is outer
