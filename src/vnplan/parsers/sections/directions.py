"""Articles of a resolution that tell bodies what to do: "Điều 1. … thống nhất …, cụ thể như sau:".

A council does not only rule. After questions or an inspection it agrees on what it found and asks
its committee for things, item by item: "- Ủy ban nhân dân tỉnh rà soát …", "- Đề nghị Thường trực
Hội đồng nhân dân …". An article that gives powers ("1. Ủy ban nhân dân tỉnh quyết định …") asks
nobody for anything.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.lexicon.heads import opens_with_agency, opens_with_charge
from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind

_BODIES = (
    r"(?:các|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Thường trực|Chủ tịch|Thủ trưởng|Giám đốc|Chính phủ"
    r"|Bộ|Sở|Ban|Đoàn|Mặt trận|Văn phòng|Công an|Tòa án|Viện|Phòng|Thanh tra|Cục)(?!\p{L})"
)
# "… Hội đồng nhân dân tỉnh yêu cầu Ủy ban nhân dân tỉnh tổ chức thực hiện …"
_ASKS = regex.compile(
    r"(?:Hội đồng nhân dân|HĐND|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội)[\p{L}\s]{0,40}?\s"
    rf"(?:yêu cầu|đề nghị|giao)(?:\scho)?\s{_BODIES}"
)
_OPENING = 300
"""Characters of an item within which somebody is asked."""
_FEWEST = 2


def asks_bodies(article: Node) -> bool:
    """Whether an article's own words ask a body for what its clauses say."""
    words = (article.heading or "", article.body)
    return any(_ASKS.search(text[:_OPENING]) is not None for text in words)


def directs_bodies(article: Node) -> bool:
    """Whether most items of an article tell a body what to do, and some of them ask in words.

    One with a heading of its own rules on what that names ("Điều 5. Nguồn vốn thực hiện").
    """
    if article.heading is not None:
        return False
    items = list(_items(article))
    asked = sum(opens_with_charge(words) or _asks(words) for words in items)
    named = sum(opens_with_agency(words) for words in items)
    return asked >= _FEWEST and 2 * max(asked, named) >= len(items)


def _asks(words: str) -> bool:
    return _ASKS.search(words[:_OPENING]) is not None


def _items(node: Node) -> Iterator[str]:
    """The words of the innermost parts: bullets, clauses and points without parts of their own."""
    for child in node.children:
        if child.kind is SectionKind.TABLE:
            continue
        if child.children:
            yield from _items(child)
        elif child.heading is None and child.body.strip():
            yield child.body.strip()
