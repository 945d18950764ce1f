"""What is no quantity: days and years, numbers of documents, labels, codes such as "5G".

The first pass covers stretches of the text; the second looks at what touches a figure. What names
something ("lớp 12", "Điều 5", "bão số 13") is told by the noun before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

import regex

from vnplan.lexicon.quantities import OrdinalForce, quantity_words
from vnplan.parsers.quantities.words import words_before

_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
_NEXT = r"(?=\s?(?:,|và|/|năm|hằng|hàng|;|\.|\)|$))"
# Folded text. "ngày 22/12/2024", "tháng 3, 6, 9 hằng năm", "năm 2022 và 2024", "giai đoạn
# 2021 - 2025", "quý II", "14 giờ 00 phút", "13h30", "24/7", "tăng trưởng hai con số";
# "12/2020/NĐ-CP", "18-NQ/TW".
_COVERED = rf"""
    (?<!hằng\s|hàng\s|mỗi\s)(?:ngày|mùng|mồng)\s+\d{{1,2}}(?!\d|[.,]\d|\s?%)
        (?:\s?(?:-|đến|và|,)\s?\d{{1,2}}{_NEXT})?
        (?:\s?(?:tháng|/|-|\.)\s?\d{{1,2}}(?:\s?(?:năm|/|-|\.)\s?\d{{4}})?)?
  | (?<!hằng\s|hàng\s|mỗi\s)tháng\s+\d{{1,2}}(?!\d|[.,]\d|\s?%)
        (?:\s?(?:,|và|-|đến)\s?\d{{1,2}}{_NEXT}){{0,11}}
        (?:\s?(?:năm|/|-)\s?\d{{4}})?
  | năm\s+(?:học\s+)?{_YEAR}(?:\s?(?:-|,|và|đến|đến\s+năm|/)\s?{_YEAR}){{0,9}}
  | quý\s+(?:[ivx]{{1,3}}|\d)(?!\w)(?:\s?(?:năm|/)\s?\d{{4}})?
  | (?<![\d/.,])\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?{_YEAR}
  | (?<![\d/.,])\d{{1,2}}\s?/\s?{_YEAR}
  | (?<![\d.,]){_YEAR}\s?-\s?{_YEAR}
  | (?<![\d.,])(?<!(?:quá|thiểu|đa|nhất|dưới|khoảng|trong|vòng)\s)
        \d{{1,2}}\s?giờ(?:\s?\d{{1,2}}(?:\s?phút)?)?(?!\s(?:làm|học))
  | (?<![\d.,])\d{{1,2}}h(?:\d{{2}})?(?!\p{{L}}|\d) | 24h?/7(?!\d)
  | 24h?/24h?(?!\d|\s(?:xã|huyện|quận|phường|thôn|đơn\svị|trường)(?!\p{{L}}))
  | (?<![\w.,])\d{{1,5}}[a-zđ]?(?:/\d{{4}})?\s?[/-]\s?
        (?:qđ|nq|nđ|ct|tt|kh|ttr|cv|tb|bc|hd|cđ|kl|qh|tw|tu|vp|ub|sy|ttlt|pl|dđ|gm|th|vbhn|btc|bnn)[\p{{L}}\d&\-/]*
  | (?:\d|một|hai|ba)\s+con\s+số(?!\p{{L}})
  | \[\d{{1,3}}\] | \d{{1,9}}+:\d{{1,9}}+ | https?://\S{{1,300}} | www\.\S{{1,300}}
"""
_PLAIN = regex.compile(_COVERED, regex.VERBOSE)
# With addresses, which may begin at any sign.
_WITH_ADDRESSES = regex.compile(rf"{_COVERED} | \S{{1,80}}@\S{{1,80}}", regex.VERBOSE)
_HINT = re.compile(r"ng[àá]y|mùng|mồng|tháng|năm|quý|[/:\[@]|giờ|\dh|-|www|con số")

_YEAR_ALONE = regex.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = frozenset(
    (
        "đến",
        "từ",
        "năm",
        "đoạn",
        "trước",
        "sau",
        "tới",
        "hết",
        "cuối",
        "đầu",
        "kỳ",
        "vào",
        "đán",
        "tết",
    )
)

_EVERY = frozenset(("hằng", "hàng", "mỗi", "cả", "từng"))


class Covered:
    """Stretches of a text in which no quantity begins; looked up by offset."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def holds(self, offset: int) -> bool:
        run = bisect_right(self._starts, offset) - 1
        return run >= 0 and offset < self._ends[run]


def covered(folded: str) -> Covered:
    """Days, years, hours, document numbers, footnote marks and addresses of a folded text."""
    if _HINT.search(folded) is None:
        return Covered(())
    pattern = _WITH_ADDRESSES if "@" in folded else _PLAIN
    return Covered(match.span() for match in pattern.finditer(folded))


def touches_word(text: str, start: int, end: int) -> bool:
    """Whether letters or joints make the figure part of a code: "5G" (not "10ha"), "COVID-19"."""
    before = text[start - 1 : start]
    if before.isalpha() or before in ("_", "+", "#", "@"):
        return True
    if before in ("-", "–", "‑") and text[start - 2 : start - 1].isalpha():
        return True
    if before == "/" and text[start - 2 : start - 1].isupper():
        return True  # "VR/360" is a code; "bé trai/100 bé gái" a rate
    after = text[end : end + 1]
    if after in ("+", "_", "#"):
        return True
    return after in ("-", "‑") and text[end + 1 : end + 2].isalpha()


def is_label(text: str, start: int, end: int) -> bool:
    """A number that opens the text and is closed like a label: "2.1. Đến năm", "3) "."""
    if text[:start].strip(" (-–+•*"):
        return False
    return text[end : end + 1] in (".", ")") and text[end + 1 : end + 2] in ("", " ")


def is_year(folded: str, start: int, end: int, *, has_unit: bool) -> bool:
    """A bare figure of the sort of a year, unless it counts something: "2000 tỷ đồng"."""
    if _YEAR_ALONE.fullmatch(folded, start, end) is None:
        return False
    words = words_before(folded, start, 1)
    return not has_unit or bool(words and words[-1] in _BEFORE_YEAR)


def ordinal_force(folded: str, start: int) -> tuple[OrdinalForce, str] | None:
    """How firmly the noun before `start` makes the figure a label, with that noun."""
    words = words_before(folded, start, 4)
    known = quantity_words()
    size = known.ordinal_phrases.closing(words)
    if not size or (len(words) > size and words[-size - 1] in _EVERY):
        return None  # "hằng năm 500 thanh niên"
    phrase = " ".join(words[-size:])
    return known.ordinals[phrase], phrase
