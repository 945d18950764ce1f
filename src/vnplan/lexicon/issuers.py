"""Codes of issuing bodies in document numbers (chữ viết tắt tên cơ quan ban hành).

Nghị định 30/2020/NĐ-CP leaves them to each organ, so one organ has several codes (SGDĐT, SGD&ĐT)
and one code several organs (CT, BCT, KBNN): a look-up answers with candidates, likeliest first, and
the citation around the code chooses. The data is `issuer_codes.csv`.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from vnplan.lexicon.provinces import Province, ProvinceKind
from vnplan.lexicon.rows import day, holds, read_csv, spellings
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import strip_diacritics


class Clash(StrEnum):
    """With what a code may be confused."""

    TYPE = "type"  # a code of a type of document: CT is Chỉ thị and Cục Thuế
    ORGAN = "organ"  # another organ: BCT is Bộ Công Thương and Bộ Chính trị
    LEVEL = "level"  # the same kind of organ at another level: UBND of a province or a commune


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """One meaning of a code: "STC" is Sở Tài chính, of the province of the citing document.

    `party`: a code of Party numbers ("12-NQ/TW"). `level` is None for bodies of any level.
    `prefix`: the code opens a longer one ("BCĐTKNQ18"). For a decision of a ministry this is still
    the organ; that its minister signs is for the citation to say.
    """

    codes: tuple[str, ...]
    name: str
    template: str
    kind: AgencyKind
    level: AgencyLevel | None
    party: bool
    prefix: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    clash: Clash | None
    sure: bool
    note: str | None

    def full_name(self, province: Province | None = None, on: dt.date | None = None) -> str:
        """The name in full: "Sở Tài chính tỉnh Thái Nguyên", "Thành ủy Cần Thơ".

        Without a province, and for central bodies, the bare name.
        """
        if province is None or self.level is AgencyLevel.CENTRAL:
            return self.name
        return fill(self.template, province, on)

    def holds(self, on: dt.date) -> bool:
        """Whether the organ bore this name on a day."""
        return holds(on, self.valid_from, self.valid_to)


def fill(template: str, province: Province, on: dt.date | None = None) -> str:
    """Put a province into "{Tỉnh} ủy {name}" or "Sở Tài chính {province}"."""
    city = province.period(on).kind is ProvinceKind.CITY
    return (
        template.replace("{province}", province.full_name(on))
        .replace("{name}", province.name)
        .replace("{Tỉnh}", "Thành" if city else "Tỉnh")
    )


def _issuer(row: Mapping[str, str]) -> IssuerCode:
    codes = spellings(row["codes"])
    level = AgencyLevel(row["level"]) if row["level"] else None
    default = f"{row['name']} {{province}}" if level is AgencyLevel.PROVINCE else row["name"]
    return IssuerCode(
        codes=tuple(code.rstrip("*") for code in codes),
        name=row["name"],
        template=row["template"] or default,
        kind=AgencyKind(row["kind"]),
        level=level,
        party=row["side"] == "party",
        prefix=codes[0].endswith("*"),
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        clash=Clash(row["clash"]) if row["clash"] else None,
        sure=row["sure"] == "true",
        note=row["note"] or None,
    )


@cache
def all_issuers() -> tuple[IssuerCode, ...]:
    """Every row in the order of the data file."""
    return tuple(_issuer(row) for row in read_csv("issuer_codes.csv"))


# Joints inside a code: BGD&ĐT, BLĐ-TBXH, "SNN & MT"
_JOINTS = regex.compile(r"[&.\-\s]+")
# QH15, UBTVQH16, UBPLTP15, also QH-13: a committee of the National Assembly and its term
_TERM = regex.compile(r"^(QH|UBTVQH|UB[A-ZĐ]{2,6}|HĐDT)(\d{1,2})$")


def _key(code: str) -> str:
    return _JOINTS.sub("", code).upper()


@cache
def _by_key() -> Mapping[str, tuple[IssuerCode, ...]]:
    """Rows by their codes without joints and case, and by the same without marks (BGDDT)."""
    marked: defaultdict[str, list[IssuerCode]] = defaultdict(list)
    bare: defaultdict[str, list[IssuerCode]] = defaultdict(list)
    for row in all_issuers():
        if not row.prefix:
            for code in row.codes:
                marked[_key(code)].append(row)
                bare[strip_diacritics(_key(code))].append(row)
    return {key: tuple(rows) for key, rows in (bare | marked).items()}


@cache
def _prefixes() -> tuple[tuple[str, IssuerCode], ...]:
    rows = [(_key(row.codes[0]), row) for row in all_issuers() if row.prefix]
    return tuple(sorted(rows, key=lambda pair: -len(pair[0])))


def term(code: str) -> tuple[str, int] | None:
    """The organ and the term (khóa) of "QH15" or "UBTVQH16": ("QH", 15)."""
    found = _TERM.match(_key(code))
    return (found[1], int(found[2])) if found else None


def by_code(
    code: str,
    *,
    party: bool = False,
    on: dt.date | None = None,
    level: AgencyLevel | None = None,
) -> tuple[IssuerCode, ...]:
    """What a code of a number can mean, likeliest first; empty when it is in no table.

    `party` puts the meanings of Party numbers first, `on` those that held on the day of the
    document, `level` those of that level; none of them excludes, because real numbers break every
    rule ("11/NQ-TW", a sở that keeps its old code). Whole codes only: "SNV" is never "SNgV".
    """
    key = _key(code)
    parted = term(code)
    rows = _by_key().get(key) or (_by_key().get(parted[0]) if parted else None) or ()
    if not rows:
        rows = tuple(row for prefix, row in _prefixes() if key.startswith(prefix))
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                row.party is not party,
                level is not None and row.level is not level,
                on is not None and not row.holds(on),
            ),
        )
    )


def find(
    code: str,
    *,
    party: bool = False,
    on: dt.date | None = None,
    level: AgencyLevel | None = None,
) -> IssuerCode | None:
    """The likeliest meaning of a code, see `by_code`."""
    return next(iter(by_code(code, party=party, on=on, level=level)), None)
