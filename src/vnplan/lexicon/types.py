"""Names and codes of the types of documents (tên loại văn bản và chữ viết tắt).

Sources: Nghị định 30/2020/NĐ-CP Điều 7 and Phụ lục III mục I; Luật 64/2025/QH15 Điều 4; Quy định
399-QĐ/TW; and practice. The data is `document_types.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from vnplan.lexicon.rows import read_toml
from vnplan.records import DocumentType
from vnplan.text.fold import fold, strip_diacritics


class TypeFamily(StrEnum):
    """Which rule knows the name."""

    NORMATIVE = "normative"  # văn bản quy phạm pháp luật
    ADMINISTRATIVE = "administrative"  # văn bản hành chính
    PARTY = "party"  # văn bản của Đảng
    PRACTICE = "practice"  # seen in documents, in no list


class _When(StrEnum):
    """In which numbers a code has its meaning; the values are the keys of the data file."""

    ANY = "codes"
    WITH_YEAR = "year_codes"
    WITHOUT_YEAR = "plain_codes"
    PARTY = "party_codes"
    LEGACY = "legacy_codes"


@dataclass(frozen=True, slots=True)
class TypeName:
    """One name of a type of document: "Thông báo kết luận" of the type `notice`.

    `abbreviations` are its codes in State numbers, the standard one first, `party_abbreviations`
    those in Party numbers. `joint`: every code after that of the type is an issuer. `generic`:
    "Văn bản", of which the code in the number tells more.
    """

    type: DocumentType
    name: str
    family: TypeFamily
    abbreviations: tuple[str, ...]
    party_abbreviations: tuple[str, ...]
    variants: tuple[str, ...]
    joint: bool
    generic: bool
    sure: bool


def _type_name(row: Mapping[str, Any]) -> TypeName:
    state = (_When.ANY, _When.WITH_YEAR, _When.WITHOUT_YEAR, _When.LEGACY)
    return TypeName(
        type=DocumentType(row["type"]),
        name=row["name"],
        family=TypeFamily(row["family"]),
        abbreviations=tuple(code for key in state for code in row.get(key, ())),
        party_abbreviations=tuple(row.get(_When.PARTY, ())),
        variants=tuple(row.get("variants", ())),
        joint=row.get("joint", False),
        generic=row.get("generic", False),
        sure=row.get("sure", True),
    )


@cache
def _rows() -> tuple[tuple[TypeName, Mapping[str, Any]], ...]:
    return tuple((_type_name(row), row) for row in read_toml("document_types.toml")["types"])


@cache
def _by_name() -> Mapping[str, TypeName]:
    return {
        fold(spelling): entry for entry, _ in _rows() for spelling in (entry.name, *entry.variants)
    }


@cache
def _by_code() -> Mapping[tuple[_When, str], TypeName]:
    """Codes as written, then without case, then without marks: the first spelling to claim one.

    Two codes that differ only in a mark (ĐA and DA, HĐ and HD) stay apart, because each claims its
    own spelling before either can claim the other's.
    """
    table: dict[tuple[_When, str], TypeName] = {}
    for spell in (str, str.upper, _bare):
        for entry, row in _rows():
            for when in _When:
                for code in row.get(when, ()):
                    table.setdefault((when, spell(code)), entry)
    return table


def _bare(code: str) -> str:
    return strip_diacritics(code).upper()


def all_types() -> tuple[TypeName, ...]:
    """Every entry in the order of the data file."""
    return tuple(entry for entry, _ in _rows())


def by_name(text: str) -> TypeName | None:
    """The type called "Kế hoạch", "KẾ HOẠCH" or "Thông tư liên bộ"; the whole text is the name."""
    return _by_name().get(fold(text))


def by_code(code: str, *, party: bool = False, year: bool = False) -> TypeName | None:
    """The type of a code in a number: "KH", "QĐ", also "QD" and "TTR".

    `party`: the number has the Party form "12-NQ/TW". `year`: it holds a year, which makes "TT" a
    Thông tư and not a Tờ trình. The word before the number wins over the answer (in "296-QĐ/TW" it
    is Quy định). A code that only the other side uses is still answered, for State numbers of Party
    acts ("11/NQ-TW", "06/CT-TU").
    """
    state = (_When.WITH_YEAR if year else _When.WITHOUT_YEAR, _When.ANY)
    order = (_When.PARTY, *state) if party else (*state, _When.PARTY)
    for spelling in dict.fromkeys((code, code.upper(), _bare(code))):
        for when in order:
            if (found := _by_code().get((when, spelling))) is not None:
                return found
    return None


def legacy_type(code: str) -> TypeName | None:
    """The type of a number that has no issuer: "34/SL" is a Sắc lệnh."""
    return _by_code().get((_When.LEGACY, code.upper()))


@cache
def codes() -> Mapping[str, tuple[TypeName, ...]]:
    """Every code as written with the entries that use it; more than one for TT, SL and QyĐ."""
    table: defaultdict[str, list[TypeName]] = defaultdict(list)
    for entry, _ in _rows():
        for code in dict.fromkeys((*entry.abbreviations, *entry.party_abbreviations)):
            table[code].append(entry)
    return {code: tuple(entries) for code, entries in table.items()}


@cache
def names() -> tuple[str, ...]:
    """All names and variants as printed, longest first, for building patterns."""
    spelled = (form for entry, _ in _rows() for form in (entry.name, *entry.variants))
    return tuple(sorted(spelled, key=lambda name: (-len(name), name)))
