"""Articles that hold what they issue: "Điều 1. Ban hành Kế hoạch năm học … như sau: 1. Tựu trường".

The article promulgates; its clauses are the plan itself. "Phê duyệt dự án … với các nội dung sau:
1. Tên dự án: …" is a form, and holds nothing that somebody is to carry out.
"""

from __future__ import annotations

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind
from vnplan.text.fold import fold

_ISSUES = regex.compile(
    r"(?:ban hành|phê duyệt|thông qua|điều chỉnh)\s(?:kèm theo quyết định này\s)?(?:các\s|bản\s)?"
    r"(?:khung\s)?(?:kế hoạch|chương trình|đề án|phương án|lịch|nhiệm vụ|biện pháp)(?!\p{L})"
)
_ENDS = regex.compile(r"(?:như sau|sau đây|sau|cụ thể|gồm|dưới đây)\s*:?$")
_FEWEST_ORDERS = 2


def holds_plan(node: Node) -> bool:
    """Whether the clauses of an article are the parts of the plan that it issues."""
    if node.kind is not SectionKind.ARTICLE:
        return False
    words = fold(node.heading or node.body).strip(" .:;")
    if _ISSUES.match(words) is None or _ENDS.search(words[-20:]) is None:
        return False
    clauses = [child for child in node.children if child.numbered]
    return sum(map(_orders, clauses)) >= _FEWEST_ORDERS


def _orders(clause: Node) -> bool:
    return tasks.verb_at(fold((clause.heading or clause.body)[:120])) is not None
