"""The number of a document (số, ký hiệu): its grammar and its repair.

    number  = serial, [letter], sep, [year, sep], [register, "/"], groups
    state   = "1665/QĐ-TTg" · "30/2020/NĐ-CP" · "8726/VPCP-KGVX" (a letter has no type)
    party   = "12-NQ/TW": hyphen before the type, slash before the issuer
    law     = "41/2019/QH14": no type at all, its name tells it
    legacy  = "176-HĐBT", "41/CP": the organ alone (before the middle of the 1990s)

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and Phụ lục III; Luật 64/2025/QH15; Quy định
66-QĐ/TW and 399-QĐ/TW with their guides. What a group may be is knowledge (`vnplan.lexicon`); how
groups stand together is grammar, and lives here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex

from vnplan.lexicon import types
from vnplan.parsers.organ_codes import canonical_code, is_code, is_ministry
from vnplan.records import DocumentNumber


class NumberStyle(StrEnum):
    """The class of a number by its form."""

    NORMATIVE = "normative"  # holds a year: 30/2020/NĐ-CP
    ADMINISTRATIVE = "administrative"  # 1665/QĐ-TTg
    LEGISLATIVE = "legislative"  # 41/2019/QH14
    LETTER = "letter"  # công văn: 8726/VPCP-KGVX
    PARTY = "party"  # 12-NQ/TW
    LEGACY = "legacy"  # 176-HĐBT, 41/CP


@dataclass(frozen=True, slots=True)
class Reading:
    """A number taken apart. `canonical` is the repaired form of the whole."""

    canonical: str
    style: NumberStyle
    serial: str
    year: int | None
    register: str | None
    type_code: str | None
    issuer_codes: tuple[str, ...]
    unit_codes: tuple[str, ...]

    def record(self, raw: str) -> DocumentNumber:
        """The public record; `raw` is the number as it stood in the document."""
        return DocumentNumber(
            raw=raw,
            canonical=self.canonical,
            serial=self.serial,
            year=self.year,
            type_code=self.type_code,
            issuer_codes=self.issuer_codes,
            unit_codes=self.unit_codes,
            register_code=self.register,
        )

    @property
    def is_plain(self) -> bool:
        """Whether nothing but a document can bear it, so that it needs no "số" before it.

        "QĐ-TTg" is plain; "01.6/GĐN/KSYB", "12942/SXD" or "05/BCKK" might be a form or a ratio.
        """
        if self.style in (NumberStyle.LEGISLATIVE, NumberStyle.PARTY):
            return True
        known = any(is_code(code) for code in self.issuer_codes)
        if self.type_code is not None:
            return known or self.type_code in _SURE_TYPES
        return known and bool(self.unit_codes)


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－_"), "-")
_LOOKALIKES = {ord("Ð"): "Đ", ord("Ɖ"): "Đ", ord("ð"): "đ", ord("∕"): "/", ord("⁄"): "/"}
_REPAIR = {**_DASHES, **_LOOKALIKES, ord("­"): None, ord("\u200b"): None}

# "45 / KH-UBND", "9512/TTr- SNN-CCTL", "15972/SXD-QLN& TTBĐS", "BC- SNN.KHTC"
_GAP = regex.compile(r"\s*([/\-&])\s*|(?<=\p{Lu})\s*\.\s*(?=\p{Lu})")
# "84 QĐ/TWĐTN": a space where the Party writes a hyphen
_PARTY_GAP = regex.compile(
    r"^(\d+\w?)\s+(?=[A-ZĐ][A-Za-zĐđ]{0,4}/)"
    r"|^(\d+)(?=(?:NQ|CT|KL|QĐ|KH|CTr|TB|HD|BC|CV|QyĐ|QC)/(?:TW|TU|ĐU|HU)\b)"  # "27NQ/TW"
)
_CENTRE = regex.compile(r"T\.?Ư(?!\p{L})")  # "445-KL/TƯ": Trung ương, which codes write TW
_STATE_GAP = regex.compile(
    r"^(\d+(?:\w(?=\s))?)\s*(QĐ|NQ|KH|TB|BC|TTr|CT|CV)/(?=(?:UBND|UB|HĐND|TTg|CP|S[A-ZĐ]{2,9}|B[A-ZĐ]{2,9})\b)"
)
_SHAPE = regex.compile(
    r"""
    ^(?P<serial>\d{1,6}(?:\.\d{1,3})?[A-Za-zđĐ]?)(?P<sep>[/\-])
    (?:(?P<year>(?:19|20)\d\d)[/\-])?
    (?P<rest>[A-Za-zĐđ][A-Za-zĐđ0-9&.]*(?:[/\-][A-Za-zĐđ0-9&.]+){0,6})$
    """,
    regex.VERBOSE,
)
# Groups are parted by "-" or "/"; by "." only between codes of two letters and more, because
# "V.I" in "11554/VPCP-V.I" is one unit (Vụ I) and "QĐ.UBND.NN" is Nghệ An's three groups.
_GROUPS = regex.compile(r"([/\-]|(?<=\p{Lu}{2})\.(?=\p{Lu}{2}))")
_TERM = regex.compile(r"^(?:QH|UBTVQH)\d{1,2}$")

_SURE_TYPES = frozenset(("QĐ", "NQ", "NĐ", "KH", "TTr", "TTLT", "VBHN", "CTr", "KL", "HD", "TB"))
# Codes that are also issuers: Cục Thuế in "5387/CT-CS", Hội đồng, Ban …; a type only before a
# known organ ("38/CT-TTg").
_UNSURE_TYPES = frozenset(("CT", "BN", "ĐĐ", "GT", "NP", "UQ", "HĐ", "TC", "SL", "PC", "SY", "PA"))
# Party organs, which people also write in the form of the State: "11/NQ-TW" is 11-NQ/TW.
_PARTY_ORGANS = frozenset(("TW", "TU", "ĐU", "HU", "ThU", "BCHTW", "BCĐTW", "VPTW", "BTCTW"))
# Standing alone they are an issuer and no type: "34/SL" (Sắc lệnh), "41/CP".
_LEGACY_ORGANS = frozenset(("CP", "TTg", "HĐBT", "SL", "UB", "UBHC", "HĐCP"))
# Where a slash or a hyphen stands for the other, the code before it leaves no doubt.
_HYPHEN_AFTER = frozenset(("NĐ", "TT", "QĐ", "NQ", "CT"))


def parse_number(text: str) -> DocumentNumber | None:
    """The number that `text` is; None when it is none or its serial is blank.

    White space around and inside, a closing mark and a leading "Số:" are allowed:
    "Số: 45 / KH-UBND" is 45/KH-UBND.
    """
    raw = _LEAD.sub("", text.strip()).strip(" \t\n.,;:()")
    reading = read_number(raw)
    return reading.record(raw) if reading is not None else None


_LEAD = regex.compile(r"^(?:luật\s+)?số\s*[:.]?\s*", regex.IGNORECASE)


@lru_cache(maxsize=4096)
def read_number(raw: str) -> Reading | None:
    """Repair a number and take it apart; None when it does not follow the grammar."""
    if len(raw) > 80:
        return None
    text = _GAP.sub(lambda found: found[1] or ".", raw.strip().translate(_REPAIR))
    text = _CENTRE.sub("TW", text)
    text = _STATE_GAP.sub(r"\1/\2-", text)  # "1147 QĐ/UBND"
    text = _PARTY_GAP.sub(lambda found: f"{found[1] or found[2]}-", text)
    shape = _SHAPE.match(text)
    if shape is None:
        return None
    pieces = _GROUPS.split(shape["rest"])
    groups, joints = pieces[::2], pieces[1::2]
    if not all(groups) or len(groups[0]) > 20:
        return None
    return _interpret(_Parts(shape["serial"], shape["sep"], shape["year"], groups, joints))


@dataclass(slots=True)
class _Parts:
    """A number cut at its separators: `joints[i]` stands between `groups[i]` and the next."""

    serial: str
    sep: str
    year: str | None
    groups: list[str]
    joints: list[str]

    def canonical(self, register: str | None = None) -> str:
        code = "".join(
            piece for pair in zip(self.groups, [*self.joints, ""], strict=True) for piece in pair
        )
        year = f"{self.year}/" if self.year else ""
        return f"{self.serial}{self.sep}{year}{register + '/' if register else ''}{code}"


def _interpret(parts: _Parts) -> Reading | None:
    _part_glued(parts)
    parts.groups = [_repaired(group, bool(parts.year)) for group in parts.groups]
    if law := _law(parts):
        return law
    if joint := _joint_behind(parts):
        return joint
    register = None
    if len(parts.groups) > 2 and len(parts.groups[0]) == 1 and types.by_code(parts.groups[1]):
        register = parts.groups.pop(0)  # "175/T/KH-UBND": the T of the office's own register
        parts.joints.pop(0)
    if _is_party(parts):
        return _party(parts, register)
    if parts.year or (parts.sep == "-" and len(parts.groups) > 1):
        parts.sep = "/"  # "146/2025- NĐ-CP"
    return _state(parts, register)


_GLUED = regex.compile(r"(?P<type>NĐ|QĐ|NQ|KH|CT|TTLT|TT|NÐ|QÐ)(?P<organs>\p{Lu}[\w&]+)")
_ALWAYS_ORGANS = frozenset(("UBND", "UB", "HĐND", "TTg", "CP", "HĐBT"))


def _part_glued(parts: _Parts) -> None:
    """ "1961/QĐUBND", "61/2018/NĐCP": some portals drop the hyphens of a text altogether.

    Parted only where type and organ are both beyond doubt: "12/KHTC-TC" and "5/TTBVTV" are units.
    """
    if len(parts.groups) != 1 or parts.sep != "/":
        return
    glued = _GLUED.fullmatch(parts.groups[0])
    if glued is None or (glued["type"].startswith("TT") and not parts.year):
        return
    organ = glued["organs"]
    if organ in _ALWAYS_ORGANS or is_ministry(organ) or organ in _CENTRAL_OFFICES:
        parts.groups, parts.joints = [glued["type"], organ], ["-"]


_CENTRAL_OFFICES = frozenset(("VPCP", "TTCP", "TANDTC", "VKSNDTC", "KTNN", "NHNN"))


def _joint_behind(parts: _Parts) -> Reading | None:
    """ "01-TANDTC-VKSNDTC/TTLT", the old form of joint acts: the organs first, then the type."""
    *organs, last = parts.groups
    entry = types.by_code(last)
    if entry is None or not entry.joint or len(organs) < 2 or parts.joints[-1] != "/":
        return None
    if not all(map(is_code, organs)):
        return None
    year = int(parts.year) if parts.year else None
    style = NumberStyle.NORMATIVE if year else NumberStyle.ADMINISTRATIVE
    return Reading(parts.canonical(), style, parts.serial, year, None, last, tuple(organs), ())


_SCANNED_TERM = regex.compile(r"QH[Il](?=\d$)")  # "406/NQ-UBTVQHI5": a 1 read as a letter


def _repaired(group: str, year: bool) -> str:
    """One group in the spelling of the tables: "QD" is QĐ, "TTG" TTg, "TTR" TTr, "HDND" HĐND."""
    group = _SCANNED_TERM.sub("QH1", group)
    entry = types.by_code(group, year=year)
    if entry is not None and not is_code(group):
        for code in (*entry.abbreviations, *entry.party_abbreviations):
            if code.upper() == group.upper() or _plain(code) == group.upper():
                return code
    return canonical_code(group) or group


def _plain(code: str) -> str:
    return code.upper().replace("Đ", "D")


def _law(parts: _Parts) -> Reading | None:
    """ "41/2019/QH14", and with a stray hyphen "54/2014/QH-13"."""
    groups = parts.groups
    if len(groups) == 2 and groups[0] in ("QH", "UBTVQH") and groups[1].isdigit():
        groups[:] = ["".join(groups)]
        parts.joints.clear()
    if len(groups) != 1 or not _TERM.match(groups[0]):
        return None
    parts.sep = "/"
    year = int(parts.year) if parts.year else None
    return Reading(
        parts.canonical(), NumberStyle.LEGISLATIVE, parts.serial, year, None, None, (groups[0],), ()
    )


def _is_party(parts: _Parts) -> bool:
    if parts.year or len(parts.groups) < 2:
        return False
    if parts.sep == "-" and parts.joints[0] == "/":
        return types.by_code(parts.groups[0], party=True) is not None
    # "27/NQ- TW", "06/CT-TU", "216/QĐ-TW": a Party act in the form of the State
    return parts.groups[1] in _PARTY_ORGANS and types.by_code(parts.groups[0]) is not None


def _party(parts: _Parts, register: str | None) -> Reading:
    parts.sep, parts.joints[0] = "-", "/"
    tail = parts.groups[1:]
    # "06-HD/BTCTW-BTGTW" has two issuers, "287-QĐ/TWĐTN-CTTN" one and its unit
    issuing = 1
    while issuing < len(tail) and tail[issuing].endswith(("TW", "TU")):
        issuing += 1
    return Reading(
        parts.canonical(register),
        NumberStyle.PARTY,
        parts.serial,
        None,
        register,
        parts.groups[0],
        tuple(tail[:issuing]),
        tuple(tail[issuing:]),
    )


def _state(parts: _Parts, register: str | None) -> Reading:
    groups = parts.groups
    type_code = groups[0] if _has_type(parts) else None
    if type_code in _HYPHEN_AFTER and parts.joints and parts.joints[0] == "/":
        parts.joints[0] = "-"  # "14/2022/NĐ/CP", "63/2024/TT/BCA"
    if type_code is None:
        lone = len(groups) == 1 and groups[0] in _LEGACY_ORGANS
        style = NumberStyle.LEGACY if lone else NumberStyle.LETTER
        issuer_codes, unit_codes = tuple(groups[:1]), tuple(groups[1:])
    else:
        style = NumberStyle.NORMATIVE if parts.year else NumberStyle.ADMINISTRATIVE
        issuer_codes, unit_codes = _issuers(type_code, groups[1:])
    year = int(parts.year) if parts.year else None
    return Reading(
        parts.canonical(register),
        style,
        parts.serial,
        year,
        register,
        type_code,
        issuer_codes,
        unit_codes,
    )


def _has_type(parts: _Parts) -> bool:
    """Whether the first group is the type, and not already the issuer of a letter."""
    first = parts.groups[0]
    if len(parts.groups) == 1:
        if first in _LEGACY_ORGANS:
            return False
        return types.by_code(first) is not None and first not in _UNSURE_TYPES  # "54/2019/NĐ"
    if parts.year:
        return True  # also a slip: "08/2025/QN-HĐND"
    if types.by_code(first) is None:
        return False
    return first not in _UNSURE_TYPES or is_code(parts.groups[1])


def _issuers(type_code: str, tail: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Issuers and units among the groups after the type."""
    entry = types.by_code(type_code)
    if entry is not None and entry.joint:
        return tuple(tail), ()  # "29/2025/TTLT-BTP-BCA-BQP"
    if type_code == "VBHN" and len(tail) > 1 and types.by_code(tail[0], year=True):
        return tuple(tail[1:]), ()  # "10/2026/VBHN-NĐ-BNV": the consolidation of a Nghị định
    issuing = 1
    # "3667/KH-BTTTT-BGDĐT" is of two ministries; in "1602/QĐ-UBND-HC" HC is the field
    while issuing < len(tail) and is_ministry(tail[issuing]):
        issuing += 1
    return tuple(tail[:issuing]), tuple(tail[issuing:])
