"""Orders that a page break cut: what stands below belongs to them."""

from __future__ import annotations

import regex

from vnplan.parsers.tasks.openings import ends
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.words import Words
from vnplan.records import SectionKind

# "…, báo cáo Thủ tướng" and, on the next page, "Chính phủ trong tháng 3 năm 2019."
_WAITS = regex.compile(
    r"(?<!\p{L})(?:thủ tướng|[uủ][yỷ] ban(?: nhân dân| thường vụ)?|hội đồng(?: nhân dân)?"
    r"|(?:bộ|thứ) trưởng)$"
)
_LONGEST_NAME = 40
_FEWEST_WORDS = 6
"""A line of fewer names somebody or heads a list: "- Các Thứ trưởng"."""
_FEWEST_OF_LIST = 13
"""A line of fewer may be a heading: "1. Đoàn Thanh niên, Hội Phụ nữ,"."""


def breaks_off(part: Part) -> bool:
    """Whether an order goes on below, so that it names nobody for what stands there.

    "1. Các Bộ trưởng, … nâng cao tinh thần trách nhiệm" ⏎ "để hoàn thành các dự án …".
    """
    rest, body = part.children[0], part.body
    if rest.kind is not SectionKind.PARAGRAPH or rest.body is None or body is None:
        return False
    goes_on = rest.body.text[:1] == "“" or rest.body.text[:1].islower() or _cuts_list(body)
    return goes_on and not ends(body) and _has_words(body.text, _FEWEST_OF_LIST)


def is_page_number(part: Part) -> bool:
    """A number alone in its line: the item before it may go on behind it."""
    body = part.body
    return part.kind is SectionKind.PARAGRAPH and body is not None and body.text.strip().isdigit()


def cuts_inside(words: Words) -> bool:
    """Whether words break off within a name or a list: whom the rest opens with does not act."""
    return cuts_name(words) or _cuts_list(words)


def cuts_name(words: Words) -> bool:
    """Whether words break off within the name of a body: what follows is the rest of it."""
    text = words.folded[words.start : words.end].rstrip()
    if not _has_words(text, _FEWEST_WORDS):
        return False
    return _WAITS.search(text, max(0, len(text) - _LONGEST_NAME)) is not None


def _cuts_list(words: Words) -> bool:
    """ "… vận động các đoàn thể như Hội Phụ nữ," ⏎ "Đoàn Thanh niên giúp đỡ các hộ …"."""
    text = words.text.rstrip()
    return text.endswith(",") and _has_words(text, _FEWEST_OF_LIST)


def _has_words(text: str, fewest: int) -> bool:
    return len(text.split(maxsplit=fewest - 1)) >= fewest
