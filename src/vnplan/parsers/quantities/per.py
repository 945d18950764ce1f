"""What a figure is counted by when that stands before it: "mỗi năm phát triển từ 05 bộ dữ liệu"."""

from __future__ import annotations

import regex

from vnplan.lexicon.quantities import quantity_words
from vnplan.parsers.quantities.cues import clause_start
from vnplan.parsers.quantities.mention import QuantityKind
from vnplan.parsers.quantities.words import run_after

_EACH = regex.compile(
    r"(?<!\p{L})(?:mỗi|từng)\s(?=\p{L})|(?<!\p{L})(?:hằng|hàng)\s(?=(?:năm|tháng|quý|tuần)(?!\p{L}))"
)
_FARTHEST = 80
_COUNTED = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT)


def per_before(text: str, folded: str, position: int, kind: QuantityKind) -> str | None:
    """The noun of "mỗi …", "hằng năm" earlier in the clause, as written; None without one."""
    if kind not in _COUNTED:
        return None
    begin = max(clause_start(folded, position), position - _FARTHEST)
    found = None
    for match in _EACH.finditer(folded, begin, position):
        found = match
    between = folded[found.end() : position] if found else ""
    if found is None or any(char.isdigit() or char == "(" for char in between):
        return None
    words = run_after(folded, found.end(), 5)
    size = quantity_words().unit_phrases.opening([word.text for word in words])
    if not words or words[max(size, 1) - 1].end > position:
        return None
    return text[words[0].start : words[max(size, 1) - 1].end]
