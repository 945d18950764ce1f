"""Whom a heading addresses in words that no list holds: "Trách nhiệm của đối tượng được kiểm tra".

Behind "Trách nhiệm của" stands who has the duties below, whatever the noun: a class of its own.
"""

from __future__ import annotations

import regex

from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.groups import party_end
from vnplan.parsers.agencies.line import Line

_MOST_WORDS = 16
# What has parts, but nobody who acts: "Trách nhiệm của công tác …", "… của mình"
_NOBODY = regex.compile(
    r"(?:các |từng |mỗi )?(?:công tác|việc|kế hoạch|chương trình|đề án|dự án|mình|hoạt động"
    r"|nhiệm vụ|nội dung|năm|giai đoạn|quyết định|nghị quyết|mục|khoản|điều)(?!\p{L})"
)
# What the duties are about: "Trách nhiệm của thí sinh trong phòng thi"
_ABOUT = regex.compile(
    r" (?:trong|đối với|về|khi|theo|tại|nhằm|để|như|khi|quy định|được quy định)(?!\p{L})"
)
_MARKS = " .:;,*"


def addressee(line: Line, found: list[NamedBody]) -> NamedBody | None:
    """The class a heading addresses; None where a body is found there, or nobody can be meant."""
    setting = line.setting
    start = setting.start
    if not setting.addresses or any(body.start == start for body in found):
        return None
    if _NOBODY.match(line.folded, start) or not line.text[start : start + 1].isalpha():
        return None
    end = party_end(line.text, line.folded, start, line, setting.end)
    about = _ABOUT.search(line.folded, start, end)
    end = about.start() if about is not None else end
    words = line.text[start:end].rstrip(_MARKS)
    if not words or len(words.split()) > _MOST_WORDS or "." in words:
        return None
    name = words.lower() if words.isupper() else words
    return NamedBody(start, start + len(words), name, Basis.GROUP)
