"""The place behind an organ: "tỉnh Sóc Trăng", "Thành phố" (the document's), "huyện Krông Nô"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.citation_words import any_of, title_words
from vnplan.parsers.citations.context import CitationContext


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: it ends at `end`; `name` is "tỉnh Sóc Trăng", or "tỉnh" when unnamed."""

    end: int
    name: str


_KINDS = r"tỉnh|thành\sphố|tp\.?|t\.p\.?|huyện|quận|thị\sxã|thị\strấn|xã|phường|đặc\skhu"
_PLACE = regex.compile(
    rf"\s(?:cấp\s)?(?P<kind>{_KINDS})(?!\p{{L}})\s?"
    r"(?P<name>(?-i:[\p{Lu}\d])[^\n]{0,60})?",
    regex.IGNORECASE,
)
_NAME_WORDS = regex.compile(
    r"(?P<first>\p{Lu}[\p{L}'’]*|\d{1,2})(?:(?:\s?[-–]\s?|\s)\p{Lu}[\p{L}'’]*){0,4}"
)


def place_at(text: str, position: int, context: CitationContext) -> Place | None:
    """The place that begins at `position`, the space before it included."""
    match = _PLACE.match(text, position)
    if match is None:
        return _bare_place(text, position, context)
    kind = _kind(match["kind"])
    if match["name"] and not _names_no_place(match["name"], kind):
        start = match.start("name")
        words = _NAME_WORDS.match(text, start)
        name, end = _longest_name(text, start, words.end() if words is not None else start)
        return Place(end, _named(kind, name, context))
    end = match.end("kind")
    own = context.province
    if own is not None and kind == own.period(context.day).kind:
        return Place(end, own.full_name(context.day))
    if context.district is not None and context.district.lower().startswith(kind):
        return Place(end, context.district)
    return Place(end, kind)


def _named(kind: str, name: str, context: CitationContext) -> str:
    """ "tỉnh Sóc Trăng"; but "thành phố Thái Nguyên" is the town, not the province."""
    province = provinces.find(name)
    if province is None or kind not in {str(period.kind) for period in province.periods}:
        return f"{kind} {name}"
    return province.full_name(context.day)


@cache
def _title_word() -> regex.Pattern[str]:
    openers = any_of(("về", "v/v", "kết luận", "phân", *title_words().openers))
    return regex.compile(rf"(?:{openers})(?!\p{{L}})", regex.IGNORECASE)


def _names_no_place(words: str, kind: str) -> bool:
    """Whether the words behind "tỉnh" are no name: those of a title, or of no province.

    "UBND tỉnh Sửa đổi, bổ sung …", "thành phố Quy định về …" open a title with a capital.
    """
    if _title_word().match(words) is not None:
        return True
    if kind != "tỉnh":
        return False
    name = _NAME_WORDS.match(words)
    return name is None or provinces.find(_longest_name(words, 0, name.end())[0]) is None


def _bare_place(text: str, position: int, context: CitationContext) -> Place | None:
    """A province without the word tỉnh: "Thành ủy Cần Thơ"."""
    words = _NAME_WORDS.match(text, position + 1) if text[position : position + 1] == " " else None
    if words is None or words["first"].isdigit():
        return None
    name, end = _longest_name(text, words.start(), words.end())
    province = provinces.find(name)
    return Place(end, province.full_name(context.day)) if province is not None else None


_ABOUT = regex.compile(r"\s+(?:Về|V/v)(?!\p{L})", regex.IGNORECASE)


def _longest_name(text: str, start: int, end: int) -> tuple[str, int]:
    """The longest beginning of the capitalised words that is a province, else all of them.

    "tỉnh Bà Rịa - Vũng Tàu Về việc", "xã Phố Bảng V/v": what opens a title is no part of a name,
    whatever its capital.
    """
    if (about := _ABOUT.search(text, start + 1, end + 2)) is not None:
        end = min(end, about.start())
    cut = end
    while cut > start:
        if provinces.find(text[start:cut]) is not None:
            return text[start:cut], cut
        cut = max(text.rfind(" ", start, cut), start)
    return in_case(text[start:end]), end


def _kind(word: str) -> str:
    low = word.lower().replace(".", "").strip()
    return "thành phố" if low == "tp" else " ".join(low.split())


def in_case(name: str) -> str:
    """A name printed in capitals, as in a title, with one capital a word."""
    return name.title() if name.isupper() and len(name) > 6 else name


def completed(name: str, context: CitationContext) -> str:
    """A name that ends in "tỉnh" or "thành phố" means the province of the document.

    Only when the document is of one of that kind: "Đảng bộ tỉnh", read in a document of a city,
    is that of another province.
    """
    province = context.province
    if province is None:
        return name
    kind = str(province.period(context.day).kind)
    if name.lower().endswith(f" {kind}"):
        return f"{name[: -len(kind)]}{province.full_name(context.day)}"
    return name
