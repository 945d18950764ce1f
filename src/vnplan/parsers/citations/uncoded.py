"""Citations whose number bears no code of the rules: "Văn bản số 02 ngày 21/4/2026".

    TYPE số SERIAL [hồi HOUR] ngày DATE      Công văn số 1234 ngày 12/5/2018
    TYPE [số] SERIAL của ISSUER              Nghị quyết 57 của Bộ Chính trị
    TYPE số MARKS ngày DATE                  Văn bản số 01-GCN-MT ngày 21/4/2026

Companies number as they please, and in speech the code is left out. Only with a day or an issuer
behind it is such a number that of a document; "Đề án 06", "dự án số 2" are names of programmes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from vnplan.parsers.citations.draft import Cited, Draft, Found
from vnplan.parsers.citations.nouns import name_pattern, noun_named
from vnplan.parsers.citations.numbered import LAWS
from vnplan.records import DocumentNumber, DocumentType

_PROGRAMMES = frozenset(
    (
        DocumentType.SCHEME,
        DocumentType.PROJECT,
        DocumentType.PROGRAM,
        DocumentType.OPTION,
        DocumentType.STRATEGY,
        DocumentType.MASTER_PLAN,
    )
)
"""Called by number without being cited: only a day makes one of them a document."""

_HINT = re.compile(r"\d\S{0,32},?\s(?:ngày|của|hồi)\s")
_SERIAL = r"(?P<serial>\d{1,5}[^\W\d_]?)"
_MARKS = r"(?P<marks>(?=[^\s,;]{0,32}\d)(?=[^\s,;]{0,32}[/-])[^\W_](?:[^\W_]|[./&-]){1,30}[^\W_])"
_BEHIND = r"(?=,?\s(?:hoi\s[^;.]{1,24}?\s)?ngay\s+\d)"
_OF = r"(?=,?\scua\s)"


_GROUPS = ("marks", "serial", "spoken", "member")
_MEMBER_REACH = 120


def might_cite(text: str) -> bool:
    """A cheap test that passes over most lines."""
    told = "ngày " in text or "của " in text or "hồi " in text
    return told and _HINT.search(text) is not None


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(
        rf"""
        (?<!\w)(?P<noun>{name_pattern()})
        (?: \s+s[o0]\s?:?\s{{0,3}}(?:{_MARKS}{_BEHIND}|{_SERIAL}(?:{_BEHIND}|{_OF}))
          | \s(?P<spoken>\d{{1,4}})(?:{_BEHIND}|{_OF}) )
      | (?<=[,;]\s|\sva\s)so\s(?P<member>\d{{1,5}}){_BEHIND}
        """,
        regex.VERBOSE,
    )


def find_uncoded(cited: Cited, numbered: Sequence[Draft]) -> Iterator[Draft]:
    """The citations of a line whose number has no code, beside those of `numbered`.

    A day or an issuer must be read behind them before they count: see `is_told`.
    """
    if not might_cite(cited.text):
        return
    taken = [(draft.core_start, draft.core_end) for draft in numbered]
    before: regex.Match[str] | None = None
    for match in _pattern().finditer(cited.bare):
        group = next(name for name in _GROUPS if match[name])
        start, end = match.span(group)
        if any(first < end and start < last for first, last in taken):
            continue
        head = before if group == "member" else match
        before = match if group != "member" else before
        if head is None or start - head.end() > _MEMBER_REACH:
            continue  # "…, số 15 ngày 09/01/2026" shares the type word of the member before
        entry = noun_named(head["noun"])
        if entry.type in LAWS or not _may_be_called(cited.text, match, group, entry.type):
            continue
        letter = DocumentType.OFFICIAL_LETTER
        yield Draft(
            cited=cited,
            found=Found.NUMBER,
            start=match.start(),
            core_start=start,
            core_end=end,
            end=end,
            type=letter if entry.generic else entry.type,
            type_name="Công văn" if entry.generic else entry.name,
            number=_number(cited.text[start:end]),
            uncoded=True,
        )


def _may_be_called(text: str, match: regex.Match[str], group: str, kind: DocumentType) -> bool:
    """Without a day behind the number, names of programmes and small letters cite nothing."""
    if group != "spoken" and text[match.end() :].lstrip(", ").startswith(("ngày", "hồi")):
        return True
    if kind in _PROGRAMMES:
        return False
    return group != "spoken" or text[match.start()].isupper()


def _number(raw: str) -> DocumentNumber:
    serial = regex.match(r"\d+(?:\.\d+)?[^\W\d_]?(?![^\W_])", raw)
    return DocumentNumber(raw=raw, canonical=raw, serial=serial[0] if serial else None)


def is_told(draft: Draft) -> bool:
    """Whether what stands around the number makes it that of a document: its day, its issuer."""
    return not draft.uncoded or draft.day is not None or draft.own_issuer


def settle_uncoded(drafts: Iterable[Draft]) -> None:
    """Let "Nghị quyết 57 của Bộ Chính trị" mean the "Nghị quyết số 57-NQ/TW" of the document."""
    coded: defaultdict[tuple[DocumentType | None, str], list[Draft]] = defaultdict(list)
    drafts = tuple(drafts)
    for draft in drafts:
        if draft.number is not None and draft.number.serial and not draft.uncoded:
            coded[draft.type, draft.number.serial.lstrip("0")].append(draft)
    for draft in drafts:
        if not draft.uncoded or draft.number is None or draft.number.serial != draft.number.raw:
            continue
        whole = [
            other
            for other in coded[draft.type, draft.number.serial.lstrip("0")]
            if _agree(draft.day, other.day) and _agree(draft.issuer, other.issuer)
        ]
        if len({other.number.canonical for other in whole if other.number is not None}) == 1:
            draft.target = whole[0]


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other
