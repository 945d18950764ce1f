"""Whose a body is: the province or the territory below it, from its words or from the document."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vnplan.lexicon import provinces
from vnplan.lexicon.provinces import Province, ProvinceKind
from vnplan.parsers.agencies.body import Territory
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.records import AgencyLevel

_NO_TOWNS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương 72/2025/QH15
_LEVEL_OF = {
    "tỉnh": AgencyLevel.PROVINCE,
    "thành phố": AgencyLevel.DISTRICT,
    "huyện": AgencyLevel.DISTRICT,
    "quận": AgencyLevel.DISTRICT,
    "thị xã": AgencyLevel.DISTRICT,
    "xã": AgencyLevel.COMMUNE,
    "phường": AgencyLevel.COMMUNE,
    "thị trấn": AgencyLevel.COMMUNE,
    "đặc khu": AgencyLevel.COMMUNE,
}


@dataclass(frozen=True, slots=True)
class Seat:
    """`local` is the territory below the province ("huyện Krông Nô"), None for the province itself.

    `named`: it is one territory; "xã" alone is any. `stated`: words of the mention say it.
    """

    province: Province | None
    local: str | None
    level: AgencyLevel | None
    named: bool = True
    stated: bool = False

    def jurisdiction(self, on: dt.date | None) -> str | None:
        """ "tỉnh Thái Nguyên", "huyện Krông Nô"; None where nobody knows."""
        if self.local is not None:
            return self.local if self.named else None
        return self.province.full_name(on) if self.province is not None else None


def seat_of(territory: Territory | None, context: AgencyContext) -> Seat:
    """The seat that a territory behind a name means; without one, that of the document."""
    province = context.province
    if territory is None:
        return _own_seat(context)
    if territory.name is None:
        return _kind_of_seat(territory.kind, context)
    named = provinces.find(territory.name)
    local = f"{territory.kind} {territory.name}"
    if named is not None and territory.kind in ("tỉnh", "thành phố"):
        if territory.kind == "tỉnh" or named.period(context.day).kind is ProvinceKind.CITY:
            return Seat(named, None, AgencyLevel.PROVINCE, stated=True)
        # "UBND thành phố Thái Nguyên": the town from which the tỉnh has its name
        return Seat(named, local, AgencyLevel.DISTRICT, stated=True)
    return Seat(province, local, _LEVEL_OF.get(territory.kind), stated=True)


def _own_seat(context: AgencyContext) -> Seat:
    """The seat of the body that issues the document."""
    if context.district is not None:
        kind = context.district.rpartition(" ")[0]
        level = next((v for k, v in _LEVEL_OF.items() if kind.startswith(k)), None)
        return Seat(context.province, context.district, level)
    level = AgencyLevel.PROVINCE if context.province is not None else None
    return Seat(context.province, None, level)


def _kind_of_seat(kind: str, context: AgencyContext) -> Seat:
    """ "tỉnh", "huyện" without a name: the document's own where it has one of the kind."""
    own = _own_seat(context)
    if own.local is not None and own.local.startswith(f"{kind} "):
        return Seat(own.province, own.local, own.level, stated=True)
    if kind == "tỉnh" or (kind == "thành phố" and not _is_town(context)):
        return Seat(context.province, None, AgencyLevel.PROVINCE, stated=True)
    return Seat(context.province, kind, _LEVEL_OF.get(kind), named=False, stated=True)


def _is_town(context: AgencyContext) -> bool:
    """Whether "thành phố" in a document of a tỉnh means a town of it (until 30/6/2025)."""
    province, day = context.province, context.day
    if province is None or (day is not None and day >= _NO_TOWNS):
        return False
    return province.period(day).kind is ProvinceKind.PROVINCE
