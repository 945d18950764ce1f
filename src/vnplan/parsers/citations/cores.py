"""The cores of a line put together: numbers, laws by name, congresses, none overlapping.

A law may bear both ("Luật Điện lực số 61/2024/QH15"), and the name of an amending law holds others
("Luật Sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

import regex

from vnplan.parsers.citations.draft import Cited, Draft
from vnplan.parsers.citations.laws import (
    find_congresses,
    find_laws,
    find_plenums,
    is_amending,
    might_name_law,
)
from vnplan.parsers.citations.numbered import LAWS, find_numbered
from vnplan.parsers.citations.uncoded import find_uncoded, might_cite
from vnplan.records import Relation
from vnplan.text.lines import LogicalLine

# Without one of these a line cites nothing that can be recognised by itself.
_HINT = regex.compile(
    r"\d\p{L}?\s{0,8}[/\-–‑_]\s{0,2}(?:(?:19|20)\d\d|[A-ZĐÐ])|\d\s[A-ZĐÐ]\p{L}{0,4}/[A-ZĐÐ]"
    r"|Luật|LUẬT|luật\s\p{Lu}|[Pp]háp lệnh|PHÁP LỆNH|Hiến pháp|HIẾN PHÁP|[Đđ]ại hội|ĐẠI HỘI"
    r"|[Kk]hóa\s[IVX]|[Kk]hoá\s[IVX]|KHÓA\s[IVX]"
)


def find_cores(line: LogicalLine) -> list[Draft]:
    """The citations of a line that stand by themselves, from left to right, fields not yet read."""
    text = line.text
    if not (_HINT.search(text) or might_cite(text) or might_name_law(text)):
        return []
    cited = Cited(line)
    laws = list(find_laws(cited))
    numbered = find_numbered(cited)
    uncoded = tuple(find_uncoded(cited, numbered))
    numbered = _join_amended(laws, _join_numbers(laws, numbered))
    congresses = (*find_congresses(cited), *find_plenums(cited))
    drafts = sorted(
        (*numbered, *laws, *congresses, *uncoded), key=lambda draft: (draft.start, -draft.core_end)
    )
    return _disjoint(drafts)


_BEFORE_NUMBER = regex.compile(r"[\s,]*\(?(?:(?:luật\s)?số\s?:?)?\s*", regex.IGNORECASE)


def _join_numbers(laws: Sequence[Draft], numbered: list[Draft]) -> list[Draft]:
    """Give a law by name the number that stands behind the name; the numbers that are left."""
    left: list[Draft] = []
    place = 0
    for draft in numbered:
        while place < len(laws) and laws[place].core_end <= draft.start:
            place += 1  # the first law that ends behind the place where the citation begins
        law = next((law for law in laws[max(0, place - 1) : place + 1] if _bears(law, draft)), None)
        if law is None:
            left.append(draft)
        else:
            law.number, law.core_end, law.end = draft.number, draft.core_end, draft.core_end
    return left


def _bears(law: Draft, draft: Draft) -> bool:
    if law.number is not None or draft.core_end <= law.core_end:
        return False
    if draft.has_noun and draft.start == law.start:
        return True
    if draft.core_start < law.core_end or not _is_law_number(draft, law.core_end):
        return False
    return bool(_BEFORE_NUMBER.fullmatch(law.cited.text, law.core_end, draft.core_start))


def _is_law_number(draft: Draft, name_end: int) -> bool:
    """ "61/2024/QH15"; not the decree in "Luật Quy hoạch (Số 37/2019/NĐ-CP ngày …)".

    A type word before the number may be the last of the name: "… theo hợp đồng số 69/2020/QH14".
    """
    other = draft.has_noun and draft.type not in LAWS and draft.start >= name_end
    if draft.number is None or other:
        return False
    return any(code.startswith(("QH", "UBTVQH")) for code in draft.number.issuer_codes)


_CHAIN = regex.compile(r"[\s,;]*(?:và\s)?(?:của\s)?")
_END_OF_NAME = regex.compile(
    r"\s(?=ngày\s|số\s|năm\s\d)|[;.(:“”\"]|,\s(?=(?:Nghị|Quyết|Thông|Luật|ngày))|$"
)


def _join_amended(laws: Sequence[Draft], numbered: list[Draft]) -> list[Draft]:
    """Give an amending law its whole name, and those it amends their place in it."""
    inside: list[tuple[int, int]] = []
    for place, outer in enumerate(laws):
        if not is_amending(outer):
            continue
        text = outer.cited.text
        for inner in islice(laws, place + 1, None):
            if is_amending(inner) or _CHAIN.fullmatch(text, outer.core_end, inner.start) is None:
                break
            inner.parent, inner.relation, inner.is_amended = outer, Relation.AMENDS, True
            if inner.number is not None and outer.number is None:
                outer.number, inner.number = inner.number, None
            outer.core_end = inner.core_end
        if outer.core_end == outer.end:  # "… một số điều của 11 Luật có liên quan đến quy hoạch"
            stop = _END_OF_NAME.search(text, outer.core_end, outer.core_end + 160)
            if stop is not None:
                outer.core_end += len(text[outer.core_end : stop.start()].rstrip())
        outer.end = outer.core_end
        outer.title = _without_number(text[outer.start : outer.core_end])
        inside.append((outer.start, outer.core_end))
    for law in laws:  # an inner law ends where its name does; what follows belongs to the outer one
        if law.is_amended:
            law.core_end = law.end = law.name_end
    if not inside:
        return numbered
    starts = [start for start, _ in inside]
    return [draft for draft in numbered if not _lies_in(draft.start, starts, inside)]


def _lies_in(position: int, starts: list[int], ranges: list[tuple[int, int]]) -> bool:
    place = bisect_left(starts, position) - 1
    return place >= 0 and position < ranges[place][1]


_NUMBER_TAIL = regex.compile(r"(?<![\s,])[\s,]*+\(?số\s\S++$")


def _without_number(name: str) -> str:
    return _NUMBER_TAIL.sub("", name.rstrip())


def _disjoint(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop what overlaps a citation before it, unless it stands in its name."""
    kept: list[Draft] = []
    reaching: list[Draft] = []  # those of `kept` that reach beyond the place looked at
    for draft in drafts:
        reaching = [other for other in reaching if draft.start < other.core_end]
        if all(_inside(draft, other) for other in reaching):
            kept.append(draft)
            reaching.append(draft)
    return kept


def _inside(draft: Draft, other: Draft) -> bool:
    return draft.is_amended and draft.parent is other
