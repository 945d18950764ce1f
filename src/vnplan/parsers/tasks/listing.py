"""Clauses that hold lists of parties: a semicolon inside a list parts nothing."""

from __future__ import annotations

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.subjects import opening
from vnplan.parsers.tasks.words import Words, clauses

_LONGEST = 2000


def party_clauses(words: Words, naming: Naming) -> list[Words]:
    """The clauses of an item; a list of parties that runs on behind a semicolon stays whole.

    "… phối hợp Ban Quản lý …; các doanh nghiệp viễn thông và các đơn vị liên quan rà soát …".
    """
    found: list[Words] = []
    for clause in clauses(words):
        if found and _joins(found[-1]) and _lists(found[-1], naming):
            found[-1] = found[-1].cut(found[-1].start, clause.end)
        else:
            found.append(clause)
    return found


def _joins(clause: Words) -> bool:
    """Whether a semicolon follows a clause that is not longer than any list of parties."""
    end = clause.end
    return clause.line.text[end : end + 1] == ";" and end - clause.start < _LONGEST


# "phối hợp với các Sở: Nội vụ, …": the head word of several names, too
_LISTING = regex.compile(
    r"(?:(?<!\p{L})(?:phối hợp|với|cùng|hướng dẫn|đôn đốc|chỉ đạo|kiểm tra|vận động|gồm|sở"
    r"|đề nghị|yêu cầu|giao)|:)\s?$"
)


def _lists(clause: Words, naming: Naming) -> bool:
    """Whether a clause ends inside a list of those who act, or with whom something is done."""
    acting = naming.listed(clause.line, opening(clause), clause.end)
    if acting and not clause.cut(acting[-1].body.end):
        return True  # "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND cấp xã căn cứ …"
    if _lists_behind_preface(clause, naming):
        return True
    places = naming.places(clause.line, max(clause.start, clause.end - 400), clause.end)
    for place in reversed(places):
        listed = naming.listed(clause.line, place.body.start, clause.end)
        if listed and clause.line.text[listed[-1].body.end : clause.end].strip(" ,"):
            return False
        before = clause.folded[max(clause.start, place.body.start - 16) : place.body.start]
        if _LISTING.search(before):
            return True
    return False


def _lists_behind_preface(clause: Words, naming: Naming) -> bool:
    """ "Trong năm 2022, các bộ, ngành; các cấp chính quyền … hoàn thành …": who acts then."""
    at = opening(clause)
    if tasks.preface().match(clause.folded, at, clause.end) is None:
        return False
    first = next(iter(naming.places(clause.line, at, clause.end)), None)
    if first is None or not clause.folded.endswith(", ", at, first.body.start):
        return False
    listed = naming.listed(clause.line, first.body.start, clause.end)
    return bool(listed) and not clause.cut(listed[-1].body.end)
