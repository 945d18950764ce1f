"""Inspections: an order to look into something, with what is looked into below it.

"Kiểm tra việc lấy ý kiến cử tri. Cụ thể:" ⏎ "- Thành phần cử tri;" ⏎ "- Việc lập biên bản …":
one order; nobody is to do what the bullets name, it is what the inspectors ask about.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.parsers.tasks.subjects import opening
from vnplan.parsers.tasks.words import Words

_LOOKING = r"(?:kiểm tra|giám sát|thanh tra|phúc tra|kiểm toán|khảo sát)"
_INSPECTS = regex.compile(
    rf"(?:[^,;:.]{{0,80}}?\s)?{_LOOKING}(?:(?:,| và) {_LOOKING}){{0,2}}"
    r" (?:việc|công tác|tình hình|kết quả|hoạt động|các nội dung|nội dung|những nội dung)(?!\p{L})"
)
_INTRODUCES = regex.compile(
    r"(?:cụ thể|như sau|sau đây|nội dung sau|nội dung|vấn đề sau|gồm|tập trung vào)\s*:\s*$"
)
# What an inspection asks about: a noun of doing, or what a thing has
_MATTER = regex.compile(
    r"(?:việc|về|công tác|tình hình|kết quả|cơ cấu|thành phần|số lượng|chất lượng|tiêu chuẩn"
    r"|trình tự|quy trình|thời gian|thời hạn|hồ sơ|những trường hợp)(?!\p{L})"
)


def inspects(words: Words) -> bool:
    """Whether a lead-in orders to look into what the bullets behind its colon name."""
    if _INSPECTS.match(words.folded, opening(words), words.end) is None:
        return False
    end = words.through_colon()
    return _INTRODUCES.search(words.folded, max(words.start, end - 40), end) is not None


def is_matter(bodies: Sequence[Words]) -> bool:
    """Whether bullets name what is looked into: most of them, some after the first may turn it."""
    about = sum(_MATTER.match(body.folded, opening(body)) is not None for body in bodies)
    return about > 1 and 2 * about >= len(bodies)
