"""Whether a clause orders to lead: "Chủ trì, phối hợp với …", "Tiếp tục chủ trì …"."""

from __future__ import annotations

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.words import Words

_LEAD = regex.compile(r"(?<!\p{L})(?:đồng )?chủ trì(?!\p{L})")
_BY = regex.compile(r"(?<!\p{L})(?:do|bởi)\s")
_STANDING = regex.compile(r"(?:cơ quan|đơn vị)\s(?:thường trực|đầu mối)\s$")
_IS = regex.compile(r"\s*là\s(?:cơ quan|đơn vị)\s")
_GIVEN = regex.compile(r"(?:được giao|được phân công|phân công|được cử|giao)\s$")
_CHARGES = regex.compile(r"(?<!\p{L})(?:giao|giao cho|phân công)\s$")
_REACH = 160


def leads(clause: Words, naming: Naming) -> bool:
    """Whether the body that acts in `clause` leads what is done.

    Not "các dự án do Sở chủ trì", "cơ quan chủ trì", "nhiệm vụ được giao chủ trì": there the word
    tells which one is meant.
    """
    folded = clause.folded
    return any(
        not _describes(clause, match.start(), naming)
        for match in _LEAD.finditer(folded, clause.start, clause.end)
    )


def _describes(clause: Words, at: int, naming: Naming) -> bool:
    if _led_by(clause, at, naming):
        return True
    before = clause.folded[max(clause.start, at - _REACH) : at]
    if _STANDING.search(before):
        return False  # "vai trò cơ quan Thường trực chủ trì, phối hợp …"
    if _IS.fullmatch(before):
        return False  # "Sở Tài chính | là cơ quan chủ trì, phối hợp với Sở Y tế …"
    if _GIVEN.search(before) or tasks.leading_noun().search(before):
        named = naming.ending_at(clause.line, at)
        return named is None or named.body.is_group
    return False


def _led_by(clause: Words, at: int, naming: Naming) -> bool:
    """ "do Sở chủ trì", "do Sở A và Sở B chủ trì" behind the thing that is led; "giao Sở A …"."""
    named = naming.ending_at(clause.line, at)
    start = named.body.start if named is not None else at
    folded = clause.folded
    found = list(_BY.finditer(folded, max(clause.start, start - _REACH), at))
    if named is not None and _CHARGES.search(folded, max(clause.start, start - _REACH), start):
        return True  # "đề xuất UBND tỉnh giao Sở Nội vụ chủ trì xây dựng quy chế"
    if not found:
        return False
    between = folded[found[-1].end() : at]
    return not any(mark in between for mark in ".;:(") and len(between) <= _REACH
