"""Parts that charge a body: "3. Giao Sở Tài chính …", "5. Ủy ban nhân dân các xã …".

Items of a directive that have no heading are of one kind: where its opening charges everybody ("yêu
cầu Chủ tịch Ủy ban nhân dân các tỉnh: 1. Xây dựng kế hoạch …"), the one that names a body of its
own is a task among tasks.
"""

from __future__ import annotations

from vnplan.lexicon import tasks
from vnplan.lexicon.heads import opens_with_agency, opens_with_charge
from vnplan.parsers.sections.node import Node
from vnplan.text.fold import fold


def mark_addressed(root: Node) -> None:
    """Sets `addressed` of every numbered part."""
    for node in root.walk():
        bare: list[Node] = []
        for child in node.children:
            if not child.numbered:
                continue
            child.addressed = _charges(child.heading or child.body)
            if child.heading is None:
                bare.append(child)
        if 2 * sum(child.addressed for child in bare) < len(bare):
            for child in bare:
                child.addressed = False


def _charges(words: str) -> bool:
    """Who is told "Chỉ đạo các cấp …" stands above, the others below it."""
    opening = fold(words[:60])
    if opening.startswith("chỉ đạo ") or tasks.matter().match(opening):
        return False
    return opens_with_charge(words) or opens_with_agency(words)
