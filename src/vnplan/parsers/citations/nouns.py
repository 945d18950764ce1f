"""The type word before a number: "Quyết định số", "các Công điện: số", "Tờ trinh" (a slip)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon import types
from vnplan.lexicon.types import TypeName
from vnplan.records import DocumentType
from vnplan.text.fold import fold, strip_diacritics

_REACH = 96
"""How far before the number its type word may begin: "Kết luận liên ngành Tư pháp … số"."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A type word in a line. `between` is what stands between it and "số": an issuer, a purpose."""

    start: int
    end: int
    entry: TypeName
    is_plural: bool
    between: tuple[int, int] | None = None


@cache
def _names() -> dict[str, TypeName]:
    found: dict[str, TypeName] = {}
    for name in types.names():
        entry = types.by_name(name)
        if entry is not None:
            found.setdefault(strip_diacritics(fold(name)), entry)
    return found


@cache
def name_pattern() -> str:
    """All type words as alternatives, in lower case without marks, the longest first."""
    return "|".join(regex.escape(name) for name in sorted(_names(), key=len, reverse=True))


def noun_named(noun: str) -> TypeName:
    """The row of the lexicon that a word of `name_pattern` names."""
    return _names()[noun]


def type_named(noun: str) -> DocumentType:
    """The type that a word of `name_pattern` names."""
    return _names()[noun].type


@cache
def _direct() -> re.Pattern[str]:
    # "các Quyết định số", "Chỉ thị so" (a slip), "Công văn", "các văn bản số:", "QUYẾT ĐỊNH SỐ"
    return re.compile(
        rf"""
        (?<!\w)(?P<plural>(?:cac|nhung|02|hai)\s+)?(?P<noun>{name_pattern()})
        (?:(?:(?<=cong\svan)|(?<=van\sban))\s(?:huong\sdan|chi\sdao))?  # "công văn hướng dẫn số"
        (?P<so>[\s:]+s[o0](?:\s?[:.])?)?[\s:]*$
        """,
        re.VERBOSE,
    )


@cache
def _distant() -> re.Pattern[str]:
    # "Kế hoạch kiểm tra số", "các Quyết định của Thủ tướng Chính phủ: số"
    return re.compile(
        rf"""
        (?<!\w)(?P<plural>(?:cac|nhung)\s+)?(?P<noun>{name_pattern()})(?!\w)
        (?P<between>[^;.:()\[\]“”"\d]{{1,70}}?)
        (?:\s*:)?\s+s[o0]\s?[:.]?\s*$
        """,
        re.VERBOSE,
    )


# A word that says the "số" belongs to something else: "Mẫu số 01/QTDA", "gói thầu số 23".
_NOT_A_DOCUMENT = regex.compile(
    r"(?<!\w)(?:mau|bieu|bieu mau|phu luc|bang|hinh|goi thau|lo|thua|to|tai khoan|qcvn|tcvn|phieu)"
    r"(?:\s+so)?\s?[:.]?\s*$"
)
_SO = regex.compile(r"(?<!\w)s[o0]\s?[:.]?\s*$")


def noun_before(
    bare: str, position: int, floor: int = 0, kind: DocumentType | None = None
) -> Noun | None:
    """The type word of the number that begins at `position`, not reaching before `floor`.

    `bare` is the line in lower case without marks. Of words at a distance that of type `kind`
    comes first, which the number names: "Quyết định phê duyệt Chương trình … số 1719/QĐ-TTg".
    """
    start = max(floor, position - _REACH)
    window = bare[start:position]
    match = _direct().search(window)
    if match is not None:
        return _noun(match, start)
    return _distant_noun(window, start, kind)


def _distant_noun(window: str, start: int, kind: DocumentType | None) -> Noun | None:
    """The last type word with something between it and "số"."""
    found = agreeing = None
    position = 0
    if _SO.search(window) is None:
        return None
    while (match := _distant().search(window, position)) is not None:
        found = match
        agreeing = match if type_named(match["noun"]) is kind else agreeing
        position = match.end("noun")
    found = agreeing or found
    if found is None:
        return None
    return _noun(found, start, (start + found.start("between"), start + found.end("between")))


def _noun(match: re.Match[str], offset: int, between: tuple[int, int] | None = None) -> Noun:
    return Noun(
        start=offset + match.start("noun"),
        end=offset + match.end("noun"),
        entry=_names()[match["noun"]],
        is_plural=match["plural"] is not None,
        between=between,
    )


# "QĐ số 1982/QĐ-TTg", "CV 4125/BGDĐT-GDCTHSSV", "NĐ số 81/2021/NĐ-CP"
_SHORT = regex.compile(r"(?<![\w/\-.])(?P<noun>[A-ZĐ]{2,4}r?)\.?\s+(?:[Ss]ố\s?[:.]?\s*)?$")


def short_noun_before(
    text: str, position: int, floor: int, *, kind: DocumentType | None, year: bool
) -> Noun | None:
    """The abbreviated type word before a number of type `kind`, with which it must agree."""
    match = _SHORT.search(text, max(floor, position - 14), position)
    if match is None or kind is None:
        return None
    entry = types.by_code(match["noun"], year=year)
    if entry is None or entry.type is not kind:
        return None
    return Noun(match.start("noun"), match.end("noun"), entry, is_plural=False)


def so_before(bare: str, position: int) -> int:
    """Where the "số" before a number begins; `position` itself when none stands there."""
    match = _SO.search(bare, max(0, position - 8), position)
    return match.start() if match is not None else position


def is_form_number(bare: str, position: int) -> bool:
    """Whether the number is that of a form, a table or a standard, not of a document."""
    return _NOT_A_DOCUMENT.search(bare, max(0, position - 24), position) is not None
