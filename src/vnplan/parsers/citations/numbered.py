"""Citations with a number: the number, its type word, and lists that share one.

Forms of lists: "các Quyết định: số A …; số B …", "các Quyết định của Thủ tướng Chính phủ: số A …",
"Các Công điện: số A …, số B và số C …", "Quyết định số A và B", "các văn bản số: A, B".
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.lexicon import types
from vnplan.parsers.citations.draft import Cited, Draft, Found
from vnplan.parsers.citations.heads import head_before
from vnplan.parsers.citations.nouns import (
    Noun,
    is_form_number,
    noun_before,
    short_noun_before,
    so_before,
)
from vnplan.parsers.number_search import NumberMatch, find_numbers
from vnplan.parsers.numbers import NumberStyle, Reading, read_number
from vnplan.records import DocumentType

LAWS = frozenset(
    (DocumentType.LAW, DocumentType.CODE, DocumentType.ORDINANCE, DocumentType.CONSTITUTION)
)

# Between two members of a list: "; ", ", ", " và ", ", và " with or without what was cited of the
# one before. Only the end of it counts.
_LIST_JOINT = regex.compile(r"(?:[;,]|(?<!\w)(?:và|cùng|hoặc|&)(?!\w))\s*$")


def find_numbered(cited: Cited) -> list[Draft]:
    """The citations with a number in a line, from left to right."""
    drafts: list[Draft] = []
    for match in find_numbers(cited.text):
        for member in (*_sharing(cited, match), match):
            draft = _draft(cited, member, drafts[-1] if drafts else None)
            if draft is not None:
                drafts.append(draft)
    return drafts


_SERIALS = regex.compile(r"(?<=\p{L}\s)(?:\d{1,4}(?:,\s|\s(?:và|&)\s)){1,8}$")
_REACH = 60


def _sharing(cited: Cited, match: NumberMatch) -> Iterator[NumberMatch]:
    """ "Nghị quyết số 18, 19-NQ/TW": the members before, whose code only the last one bears."""
    text = cited.text[max(0, match.start - _REACH) : match.start]
    serials = _SERIALS.search(text)
    if serials is None:
        return
    start = match.start - len(serials[0])
    if so_before(cited.bare, start) == start and noun_before(cited.bare, start, 0, None) is None:
        return
    code = match.raw[len(match.reading.serial) :].lstrip()
    for figures in regex.finditer(r"\d+", serials[0]):
        reading = read_number(f"{figures[0]}{code}")
        if reading is not None:
            yield NumberMatch(start + figures.start(), start + figures.end(), figures[0], reading)


def _draft(cited: Cited, match: NumberMatch, previous: Draft | None) -> Draft | None:
    floor = previous.core_end if previous is not None else 0
    kind, _ = type_of_number(match.reading)
    noun = noun_before(cited.bare, match.start, floor, kind)
    if noun is not None and noun.between is not None and not _agrees(cited, noun, match.reading):
        noun = None
    if noun is None:
        dated = match.reading.year is not None
        noun = short_noun_before(cited.text, match.start, floor, kind=kind, year=dated)
    head = None if noun is not None else _list_head(cited, match, previous)
    listed = head_before(cited, match.start, kind) if noun is None else None
    named = noun is not None or head is not None
    if not named and (not match.reading.is_plain or is_form_number(cited.bare, match.start)):
        return None
    start = noun.start if noun is not None else so_before(cited.bare, match.start)
    draft = Draft(
        cited=cited,
        found=Found.NUMBER,
        start=start,
        core_start=match.start,
        core_end=match.end,
        end=match.end,
        number=match.reading.record(match.raw),
        between=noun.between if noun is not None else listed.between if listed else None,
        head=listed.start if listed is not None else None,
        has_noun=noun is not None,
        is_plural=noun.is_plural if noun is not None else head is not None and head.is_plural,
    )
    _set_type(draft, match.reading, noun, head)
    return draft


def _agrees(cited: Cited, noun: Noun, reading: Reading) -> bool:
    """Whether a type word at a distance can be that of the number.

    "Kế hoạch kiểm tra số 1105/KH-ĐKT" is one instrument, "Báo cáo kết quả thực hiện số 12/QĐ-UBND"
    is not; only names of laws hold commas.
    """
    if noun.entry.type in LAWS:
        return reading.style is NumberStyle.LEGISLATIVE or reading.type_code in ("PL", "L", "LCT")
    assert noun.between is not None
    if "," in cited.text[noun.between[0] : noun.between[1]]:
        return False
    kind, _ = type_of_number(reading)
    if reading.style is NumberStyle.LETTER and reading.issuer_codes:
        # "Tờ trình liên sở số 99/TTrLS-TC-KHĐT": the code of the type with a word added
        codes = (*noun.entry.abbreviations, *noun.entry.party_abbreviations)
        if reading.issuer_codes[0].startswith(tuple(code for code in codes if len(code) > 2)):
            return True
    return kind is None or kind is noun.entry.type or noun.entry.generic


def _list_head(cited: Cited, match: NumberMatch, previous: Draft | None) -> Draft | None:
    """The member before in the same list, whose type word this number shares."""
    if previous is None or previous.number is None:
        return None
    between = cited.text[previous.core_end : so_before(cited.bare, match.start)]
    if _LIST_JOINT.search(between) is None or ". " in between:
        return None
    code = match.reading.type_code
    same_code = code == previous.number.type_code
    return previous if same_code or previous.generic else None


def _set_type(draft: Draft, reading: Reading, noun: Noun | None, head: Draft | None) -> None:
    """Type and its name: the word before the number wins over the code in it."""
    draft.generic = noun.entry.generic if noun is not None else head is not None and head.generic
    if noun is not None and not noun.entry.generic:
        draft.type, draft.type_name = noun.entry.type, noun.entry.name
    elif head is not None and not head.generic:
        draft.type, draft.type_name = head.type, head.type_name
    else:
        draft.type, draft.type_name = type_of_number(reading)


def type_of_number(reading: Reading) -> tuple[DocumentType | None, str | None]:
    """What the number alone says: "844/QĐ-TTg" is a Quyết định, "8726/VPCP-KGVX" a Công văn."""
    if reading.style is NumberStyle.LETTER:
        return DocumentType.OFFICIAL_LETTER, "Công văn"
    if reading.type_code is None:
        entry = types.legacy_type(reading.issuer_codes[0]) if reading.issuer_codes else None
    else:
        party = reading.style is NumberStyle.PARTY
        entry = types.by_code(reading.type_code, party=party, year=reading.year is not None)
    return (entry.type, entry.name) if entry is not None else (None, None)
