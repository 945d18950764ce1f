"""Provinces and centrally-run cities (tỉnh, thành phố trực thuộc trung ương) through time.

63 of them until 30/6/2025, 34 from 01/7/2025 (Nghị quyết 202/2025/QH15). A name means one province
whatever its extent: "Thái Nguyên" before and after it took in Bắc Kạn has one id, because its
organs kept their names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from types import MappingProxyType

import regex

from vnplan.lexicon.rows import day, holds, read_csv, spellings
from vnplan.text.fold import fold


class ProvinceKind(StrEnum):
    """The word that stands before the name."""

    PROVINCE = "tỉnh"
    CITY = "thành phố"


@dataclass(frozen=True, slots=True)
class ProvincePeriod:
    """The time in which a province has one kind and one code; both end days belong to it.

    `successor` is the id that holds the territory on the day after `valid_to`, None while it lasts.
    `sure` is False where the date or the resolution was not read in the legal text.
    """

    kind: ProvinceKind
    code: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str | None
    legal_source: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Province:
    """A province: `id` is "thai-nguyen", `name` "Thái Nguyên" without the word tỉnh."""

    id: str
    name: str
    aliases: tuple[str, ...]
    periods: tuple[ProvincePeriod, ...]

    @property
    def urn(self) -> str:
        """The jurisdiction of a URN:LEX: "thai.nguyen"."""
        return self.id.replace("-", ".")

    def exists(self, on: dt.date) -> bool:
        """Whether a province of this name existed on that day."""
        return any(holds(on, period.valid_from, period.valid_to) for period in self.periods)

    def period(self, on: dt.date | None = None) -> ProvincePeriod:
        """The period that holds on a day, else the nearest one; None asks for the latest.

        The nearest, because a document of 2026 still names "tỉnh Bắc Kạn (cũ)".
        """
        if on is None:
            return self.periods[-1]
        begun = [
            period
            for period in self.periods
            if period.valid_from is None or period.valid_from <= on
        ]
        return begun[-1] if begun else self.periods[0]

    def full_name(self, on: dt.date | None = None) -> str:
        """ "tỉnh Thái Nguyên", "thành phố Cần Thơ", as it stands behind "Ủy ban nhân dân".

        Only Thành phố Hồ Chí Minh takes a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II).
        """
        kind = str(self.period(on).kind)
        return f"{kind.capitalize() if self.id == 'ho-chi-minh' else kind} {self.name}"


@cache
def _by_id() -> Mapping[str, Province]:
    table: dict[str, Province] = {}
    for key, group in groupby(read_csv("provinces.csv"), key=lambda row: row["id"]):
        rows = list(group)
        table[key] = Province(
            id=key,
            name=rows[0]["name"],
            aliases=spellings(rows[0]["aliases"]),
            periods=tuple(_period(row) for row in rows),
        )
    return MappingProxyType(table)


def _period(row: Mapping[str, str]) -> ProvincePeriod:
    return ProvincePeriod(
        kind=ProvinceKind(row["kind"]),
        code=row["code"],
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        successor=row["successor"] or None,
        legal_source=row["legal_source"] or None,
        sure=row["sure"] == "true",
    )


# "tỉnh Thái Nguyên", "Thành phố Huế", "TP. Huế", "T.P Huế", "Tp.HCM", "TPHCM"
_KIND_WORD = regex.compile(r"^(?:tỉnh\s|thành phố\s|t\.?\s?p\b[.\s]*+)\s*+")
_JOINTS = regex.compile(r"[\s.\-]+")


def _key(name: str) -> str:
    return _JOINTS.sub("", _KIND_WORD.sub("", fold(name)))


@cache
def _by_key() -> Mapping[str, Province]:
    return {
        _key(spelling): province
        for province in _by_id().values()
        for spelling in (province.name, *province.aliases)
    }


def provinces(on: dt.date | None = None) -> tuple[Province, ...]:
    """All provinces of the table, or those that existed on a day, in the order of the table."""
    return tuple(province for province in _by_id().values() if on is None or province.exists(on))


def by_id(province_id: str) -> Province | None:
    """The province with the id "thai-nguyen"."""
    return _by_id().get(province_id)


def find(name: str, on: dt.date | None = None) -> Province | None:
    """The province meant by "tỉnh Thái Nguyên", "TP.HCM", "Đăk Lăk", "Thanh Hoá".

    With `on`, only one that existed on that day; without, also provinces of the past, which later
    documents still name ("Bắc Kạn (cũ)"). The whole of `name` must be the name.
    """
    found = _by_key().get(_key(name))
    if found is None or (on is not None and not found.exists(on)):
        return None
    return found


def successor(province: Province, on: dt.date | None = None) -> Province | None:
    """The province that holds the territory on a day (None: at the end of the table).

    Itself while it lasts; None for a day before it existed.
    """
    current = province
    seen = {current.id}
    while on is None or not current.exists(on):
        following = current.period(on).successor
        if following is None or following in seen:
            return current if on is None else None
        current = _by_id()[following]
        seen.add(current.id)
    return current


def predecessors(province: Province) -> tuple[Province, ...]:
    """The other provinces whose territory it took in: Thái Nguyên gives Bắc Kạn."""
    return tuple(
        other
        for other in _by_id().values()
        if other is not province
        and any(period.successor == province.id for period in other.periods)
    )


def spelled_forms(among: Iterable[Province] | None = None) -> Mapping[str, Province]:
    """Every folded spelling, without the word tỉnh, for finding provinces inside a text."""
    return MappingProxyType(
        {
            fold(spelling): province
            for province in (among if among is not None else _by_id().values())
            for spelling in (province.name, *province.aliases)
        }
    )
