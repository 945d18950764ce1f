"""When two wordings say the same: what an annotator wrote and what was read from the document."""

from __future__ import annotations

from collections import Counter

import regex

from vnplan.text.fold import fold

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}%]+")
_TRAILING = regex.compile(r"(?<![\s.,:;…\-])[\s.,:;…\-]++$")
_BLANK = regex.compile(r"\s+")

# A law is cited as "Luật Tài nguyên nước năm 2023" or "Luật An ninh mạng 2025" and annotated
# without the year; "Nghị quyết Đại hội lần thứ XIII của Đảng" is the Nghị quyết Đại hội đại biểu
# toàn quốc lần thứ XIII của Đảng. Luật Đê điều is not the law that amends it, nor Luật Nhà ở the
# Luật Nhà giáo.
_ALIKE = 0.75


def words(text: str | None) -> tuple[str, ...]:
    """The words of a text in one spelling: case, tone placement and punctuation do not count."""
    return tuple(_WORD.findall(fold(text))) if text else ()


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts hold the same words in the same order; nothing is only like nothing."""
    return words(one) == words(other)


def same_heading(one: str | None, other: str | None) -> bool:
    """Whether two headings are one: case, white space and closing punctuation do not count."""
    return heading_key(one) == heading_key(other)


def heading_key(heading: str | None) -> str | None:
    """The form under which headings compare; None for a part without a heading."""
    return None if heading is None else _TRAILING.sub("", fold(heading))


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two numbers (số, ký hiệu) are one; a title in capitals writes "27/CT-TTG"."""
    return _number(one) == _number(other)


def _number(number: str | None) -> str | None:
    return None if number is None else _BLANK.sub("", fold(number))


def likeness(one: str, other: str) -> float:
    """Share of words two titles have in common, 0 to 1 (Dice)."""
    first, second = Counter(words(one)), Counter(words(other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def same_title(gold: str, title: str | None, type_name: str | None) -> bool:
    """Whether a title read from a citation is the annotated one, its type word there or not."""
    if title is None:
        return False
    return any(likeness(gold, form) >= _ALIKE for form in (title, f"{type_name or ''} {title}"))
