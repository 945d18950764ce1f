"""Chapters (I., II., III.) whose numbers OCR misread, mended by their sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from vnplan.lexicon import signing
from vnplan.lexicon.slips import slips
from vnplan.parsers.slips.romans import Roman, sequence
from vnplan.text.edits import Edit
from vnplan.text.labels import LabelKind, read_label, to_roman

_HEADING: Final = 400  # characters
_INNER = regex.compile(r"\p{L}{2}")
_DIVIDING: Final = (LabelKind.APPENDIX, LabelKind.PART)
_RECIPIENTS: Final = "Nơi nhận"


@dataclass(frozen=True, slots=True)
class _Head:
    """A line with its number; `torn`: to be written anew, also where it was read rightly.

    A speck stands before it, its stop was read as a comma or got lost: "__ II, DANH MỤC".
    """

    at: int
    roman: Roman
    mark: str
    end: int
    torn: bool


def chapter_edits(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Edit]]:
    """What is to be read otherwise, each with the place of its line."""
    heads = list(_heads(lines))
    if not any(map(_tells, heads)):
        return
    if any(regex.match(r"2\s?[.)/]\s*\p{Lu}{2}", text) and _in_capitals(text) for _, text in lines):
        heads = [head for head in heads if not head.roman.read.isdigit()]
    for head, value in zip(heads, sequence([head.roman for head in heads]), strict=True):
        if value is not None and (value != head.roman.exact or head.torn):
            mark = head.mark if head.mark in (")", "/", "-", "–") else "."
            yield head.at, Edit(0, head.end, f"{to_roman(value)}{mark} ")


def _tells(head: _Head) -> bool:
    """Whether chapters are counted so: "IV.", or "HI." where OCR left no other."""
    roman = head.roman
    drawn = roman.drawn if len(roman.read) > 1 and head.mark == "." else None
    return max(roman.exact or 0, drawn or 0) > 1


def _heads(lines: Sequence[tuple[int, str]]) -> Iterator[_Head]:
    divided = False
    for at, text in lines:
        head = _head(at, text, divided=divided)
        if head is not None:
            yield head
        divided = head is None and (divided or _divides(text))


def _divides(text: str) -> bool:
    label = read_label(text)
    return (label is not None and label.kind in _DIVIDING) or text.startswith(_RECIPIENTS)


@cache
def _number() -> regex.Pattern[str]:
    strokes = regex.escape("".join(slips().strokes))
    return regex.compile(
        rf"(?:[_~`´^]{{1,3}}\s?)?"  # a rule of the page before it: "__ II, DANH MỤC"
        rf"(?P<read>[{strokes}]{{1,6}})(?P<mark>\s?[.,:;)/]|\s[-–]|(?=\s))\s*(?=[\p{{Lu}}“])"
    )


def _head(at: int, text: str, *, divided: bool) -> _Head | None:
    match = _number().match(text)
    if match is None or len(text) > _HEADING or signing.formula().match(text) is not None:
        return None
    read, mark, end = match["read"], match["mark"].strip(), match.end()
    roman = Roman(read, bool(mark), divided)
    head = _Head(at, roman, mark, end, match.start("read") > 0 or mark in ("", ","))
    if not mark:  # "VL GIẢI PHÁP"; "L MỤC ĐÍCH, YÊU CẦU": the stop of "I." was read as its foot
        whole = len(read) > 1 or read in ("I", "L")
        return head if whole and roman.drawn is not None and _in_capitals(text) else None
    if _in_capitals(text[end:]) or roman.exact is not None:
        return head
    # "Il. Nội dung": as good as Roman where a large figure stands in it; "l. Mục đích" is 1.
    return head if len(read) > 1 and mark == "." and regex.search("[IHVX]", read) else None


def _in_capitals(text: str) -> bool:
    return text.upper() == text and _INNER.search(text) is not None and len(text) > 4
