"""Weeks and sessions that are counted, though they read like spans of time.

35 tuần thực học (học kỳ I có 18 tuần, học kỳ II có 17 tuần) · mỗi học kỳ tổ chức ít nhất 01 buổi
tuyên truyền · dự giờ ít nhất 04 tiết/học kỳ
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.quantities import QuantityKind, QuantityMention

_LESSONS = frozenset(("tiết", "buổi"))
_WEEKS = "tuần"
_TAUGHT = regex.compile(r"\s(?:thực học|thực dạy)(?!\p{L})")
_OF_TERM = regex.compile(
    r"(?<!\p{L})(?:học kỳ|học kì|hk)\s?(?:i{1,3}|[123])(?:\s?:|\s(?:có|gồm|là))?\s$"
)
_SESSION = "buổi"
# "tổ chức ít nhất 01 buổi tuyên truyền": held; "dạy học 02 buổi/ngày": how a day is divided
_HOLDS = regex.compile(
    r"(?<!\p{L})(?:tổ chức|mở|thực hiện|tham gia)(?:\s(?:được|thêm|trung bình|bình quân))?\s$"
)
_DAILY = frozenset(("ngày", "tuần"))
_NEAR = 40


def taught(mention: QuantityMention) -> bool:
    """ "dự giờ ít nhất 04 tiết/học kỳ": lessons are counted, not how long something lasts."""
    return (mention.quantity.unit or "").lower() in _LESSONS and mention.quantity.per is not None


def school_weeks(folded: str, mention: QuantityMention) -> bool:
    """ "35 tuần thực học", "học kỳ I có 18 tuần": how long a school year is to be taught."""
    if mention.kind is not QuantityKind.DURATION or mention.quantity.unit != _WEEKS:
        return False
    if _TAUGHT.match(folded, mention.figure_end) is not None:
        return True
    return _OF_TERM.search(folded, max(0, mention.figure - _NEAR), mention.figure) is not None


def as_session(folded: str, mention: QuantityMention) -> QuantityMention:
    """A session that is held, as a count: "tổ chức ít nhất 01 buổi tuyên truyền"."""
    quantity = mention.quantity
    if mention.kind is not QuantityKind.DURATION or quantity.unit != _SESSION:
        return mention
    if (quantity.per or "").lower() in _DAILY:
        return mention
    held = _HOLDS.search(folded, max(0, mention.start - _NEAR), mention.start)
    return mention if held is None else replace(mention, kind=QuantityKind.COUNT)
