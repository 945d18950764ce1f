"""Members of one list share what only one of them, or the head of the list, says.

"số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": the date stands for both. "các Quyết định của
Thủ tướng Chính phủ: số A …; số B …": so does the issuer in the head.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.draft import Draft
from vnplan.parsers.citations.issuers import issuer_at

# Nothing but a joint between two members: ", số", " và ", " và các Quyết định số"
_ONLY_JOINT = regex.compile(r"\s*(?:,|;|\bvà\b|&|,\s*và\b)\s*(?:các\s)?\s*")
# "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII số 18-NQ/TW": without "của"
_OF = regex.compile(r"\s*của\s+|\s*(?=(?i:hội nghị|ban chấp hành|bch)\s)")


def share_heads(drafts: Sequence[Draft], context: CitationContext) -> None:
    """Read the issuer in the head of a list, for its first member and those after it."""
    head: Draft | None = None
    for draft in drafts:
        if draft.between is not None:
            _read_between(draft, context)
            head = draft if draft.issuer is not None else None
        elif draft.has_noun or draft.number is None:
            head = None
        elif head is not None and draft.issuer is None and _same_codes(head, draft):
            draft.issuer, draft.own_issuer = head.issuer, True


def _read_between(draft: Draft, context: CitationContext) -> None:
    assert draft.between is not None
    start, end = draft.between
    lead = _OF.match(draft.cited.text, start)
    if lead is None or draft.own_issuer:
        return
    found = issuer_at(draft.cited.text, lead.end(), end, context)
    if found is not None:
        draft.issuer, draft.own_issuer = found.name, True


def share_forwards(drafts: Sequence[Draft]) -> None:
    """Give a member the issuer named before its list.

    "đề nghị của Sở X tại Tờ trình A và Tờ trình B": both are of Sở X.
    """
    for previous, draft in pairwise(drafts):
        text = draft.cited.text
        gap = _ONLY_JOINT.fullmatch(text, previous.end, max(previous.end, draft.start))
        if gap is None or draft.issuer is not None or not _issuer_stands_before(previous):
            continue
        if _same_codes(previous, draft):
            draft.issuer, draft.own_issuer = previous.issuer, True


def share_days(drafts: Sequence[Draft]) -> None:
    """Give a member "cùng ngày" the day of the one before it."""
    for previous, draft in pairwise(drafts):
        if draft.day is None and draft.year is None and _on_the_same_day(draft):
            draft.day, draft.own_date = previous.day, previous.own_date


def _on_the_same_day(draft: Draft) -> bool:
    return "cùng ngày" in draft.cited.folded[draft.core_end : draft.end]


def _issuer_stands_before(draft: Draft) -> bool:
    words = draft.cited.text[draft.core_end : draft.end]
    return draft.own_issuer and " của " not in f"{words} ".lower()


def share_backwards(drafts: Sequence[Draft]) -> None:
    """Give a member what the one right behind it says for both."""
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        text = draft.cited.text
        gap = _ONLY_JOINT.fullmatch(text, draft.end, max(draft.end, following.start))
        if gap is None or draft.number is None or following.number is None:
            continue
        if draft.parent is not following.parent:
            continue  # "… của Nghị định số 37/2019/NĐ-CP và số 22/2025/NĐ-CP ngày …" of two titles
        if draft.day is None and draft.year is None and not following.has_noun:
            draft.day, draft.own_date = following.day, following.own_date
        # "Quyết định số 1/QĐ-UBND và Kế hoạch số 2/KH-UBND cùng ngày 05/01/2024"
        if draft.day is None and draft.year is None and _on_the_same_day(following):
            draft.day, draft.own_date = following.day, following.own_date
        if draft.issuer is None and following.own_issuer and _same_codes(draft, following):
            draft.issuer, draft.own_issuer = following.issuer, True


def _same_codes(one: Draft, other: Draft) -> bool:
    if one.number is None or other.number is None:
        return False
    return one.number.issuer_codes == other.number.issuer_codes
