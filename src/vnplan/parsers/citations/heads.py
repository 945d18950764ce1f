"""The head of a list whose members stand in parentheses.

    các TYPE [của ISSUER] [what they are about] (Số NUMBER …, số NUMBER … và số NUMBER …)

"Căn cứ các Nghị định của Chính phủ quy định chi tiết một số điều của Luật Quy hoạch (Số
37/2019/NĐ-CP ngày 07/5/2019, số 58/2023/NĐ-CP …)": what is said of the head holds for each member.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vnplan.parsers.citations.draft import Cited
from vnplan.parsers.citations.nouns import name_pattern, type_named
from vnplan.records import DocumentType

_REACH = 400
"""How far before the parenthesis its head may begin; 190 characters in a real decision."""

_OPENING = regex.compile(r"\(\s?(?:s[o0]\s?[:.]?\s?)?$")
_ENDED = regex.compile(r"[;()]|[.:]\s")


@dataclass(frozen=True, slots=True)
class Head:
    """Where "các TYPE" begins, and the words between it and the parenthesis."""

    start: int
    between: tuple[int, int]


@cache
def _plural() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w)(?:cac|nhung)\s+(?P<noun>{name_pattern()})(?!\w)")


def head_before(cited: Cited, position: int, kind: DocumentType | None) -> Head | None:
    """The head of the list that opens with the number at `position`; None: it opens none."""
    opening = _OPENING.search(cited.bare, max(0, position - 8), position)
    if opening is None or kind is None:
        return None
    floor, end = max(0, opening.start() - _REACH), opening.start()
    found = None
    for match in _plural().finditer(cited.bare, floor, end):
        found = match if type_named(match["noun"]) is kind else found
    if found is None or _ENDED.search(cited.text, found.end(), end) is not None:
        return None
    return Head(found.start("noun"), (found.end(), end))
