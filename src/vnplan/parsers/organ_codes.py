"""Codes of organs in document numbers (chữ viết tắt tên cơ quan): which ones can be one at all.

Nghị định 30/2020/NĐ-CP (Phụ lục I, II.3.b) leaves organ codes to each organ, so no table is ever
complete; but they are built alike: B + initials a ministry, S + initials a department, UB, HĐ, VP,
BCĐ, BQL + what they are for. The shape answers for the codes the lexicon does not hold.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from vnplan.lexicon import issuers
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import strip_diacritics

_SHAPE = regex.compile(
    r"""
    ^(?:TW|TU|ĐU|HU|ThU|CP|TTg|CTN|KTNN|CT|
        (?:QH|UBTVQH|UBPLTP)\d{0,2}|
        (?:CT)?(?:UBND|UBMT\w{0,8}|UBT?)|HĐND|HĐBT|ĐĐBQH\w{0,8}|
        (?:VP|BCĐ|BCH|BQL|BĐD|BVĐ|BTV|BTG|BTC|BNC|BDV|UBKT|QU|BCS|HĐ|UB|TLĐ|LĐLĐ|LMHTX|
           TCT|TCĐ|KBNN|BHXH|NHNN|NHCSXH|CTK|TAND|VKSND|THADS|CAT|CATP|BCHQS|TTr|TTT|TWĐ|ĐTN|
           HND|HPN|LHPN|HLHPN|HCCB|HCTĐ|LHH|MTTQ|MTTW)[\w&]{0,12}|
        B(?=[A-ZĐ])[A-ZĐ&]{2,9}|S(?=[A-ZĐ])[A-ZĐ&]{1,9}|So[A-ZĐ&]{1,9}|SN[gG]V|
        [A-ZĐ]{1,8}(?:TW|TU|ĐU))$
    """,
    regex.VERBOSE,
)


@lru_cache(maxsize=2048)
def is_code(code: str) -> bool:
    """Whether `code` is the code of an organ, by the table or by its shape."""
    return issuers.find(code) is not None or _SHAPE.match(code) is not None


@lru_cache(maxsize=2048)
def is_ministry(code: str) -> bool:
    """Whether `code` is that of a ministry: "BNN&MT" as well as "BNNMT", never the field "GTVT".

    Ministries without their B ("LĐTBXH") are left out: as third group of a number they are a field.
    """
    row = issuers.find(code)
    if row is None or (row.kind, row.level) != (AgencyKind.MINISTRY, AgencyLevel.CENTRAL):
        return False
    return code.startswith("B") or code == row.codes[0]


@lru_cache(maxsize=2048)
def canonical_code(code: str) -> str | None:
    """The right spelling of a code that lost marks or case ("TTG" is TTg, "BGDDT" BGDĐT).

    None when `code` needs no repair or none is known. Another code is never put in its place:
    "Tg" stays, whatever it is a slip of.
    """
    repaired = None
    for row in issuers.by_code(code):
        for known in row.codes:
            if known == code:
                return None
            if code.upper() in (known.upper(), strip_diacritics(known).upper()):
                repaired = repaired or known
    return repaired
