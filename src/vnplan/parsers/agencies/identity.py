"""Which body a name means: one id and one canonical name however it is written.

`Agency.id` is jurisdiction and name: "thai-nguyen/so-tai-chinh", "viet-nam/bo-tai-chinh"; it does
not depend on the document beyond its province, so the same body has it in all of them.
"""

from __future__ import annotations

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.agencies import AgencyEntry
from vnplan.lexicon.provinces import Province
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.records import Agency, AgencyKind, AgencyLevel
from vnplan.text.fold import fold, slug

_CENTRE = "viet-nam"
# Units inside another body: their name means nothing without it.
_INSIDE = regex.compile(
    r"(?:Phòng|Vụ|Khoa|Tổ|Văn phòng (?:Sở|Bộ)|Thanh tra (?:Sở|Bộ)|Ban Giám|Công đoàn|Đoàn trường"
    r"|Bộ môn|Bộ phận)(?!\p{L})"
)
_PLURAL = regex.compile(r"^(?:các|tất cả các|toàn thể các|toàn bộ các|những)\s+", regex.IGNORECASE)
_OPEN_PROPER = (
    "UBND",
    "Ủy ban",
    "HĐND",
    "Hội đồng",
    "Công an",
    "Phòng ",
    "Ban Chỉ",
    "Mặt trận",
    "Sở ",
    "Tòa án",
    "Viện ",
)
# Bodies that mean something only with a name of their own: "Ban Chỉ đạo …", "Đoàn kiểm tra …"
_NAMED_IN_FULL = (AgencyKind.OTHER, AgencyKind.PARTY)
_OF_EVERY_PLACE = (
    AgencyKind.PEOPLES_COMMITTEE,
    AgencyKind.PEOPLES_COUNCIL,
    AgencyKind.MASS_ORGANIZATION,
    AgencyKind.POLICE_MILITARY,
)
_LEVEL_OF = {
    "tỉnh": AgencyLevel.PROVINCE,
    "thành phố": AgencyLevel.PROVINCE,
    "huyện": AgencyLevel.DISTRICT,
    "quận": AgencyLevel.DISTRICT,
    "thị xã": AgencyLevel.DISTRICT,
    "xã": AgencyLevel.COMMUNE,
    "phường": AgencyLevel.COMMUNE,
    "thị trấn": AgencyLevel.COMMUNE,
    "đặc khu": AgencyLevel.COMMUNE,
}


class Identifier:
    """Turns named bodies of one document into agencies."""

    def __init__(self, context: AgencyContext) -> None:
        self.context = context

    def agency(self, body: NamedBody) -> Agency:
        """The agency a body is; the same words give the same agency whatever stood before."""
        if body.is_group:
            return self._group(body)
        if body.person is not None or body.basis is Basis.PERSON:
            return self._person(body)
        if body.entry is not None:
            return self.entry_agency(body.entry, body)
        return self._unknown(body)

    # ------------------------------------------------------------------ bodies of the lexicon

    def entry_agency(self, entry: AgencyEntry, body: NamedBody | None = None) -> Agency:
        """The agency of a lexicon entry, with the territory of the words or of the document."""
        bare = body.name if body is not None else entry.name
        owner = self._inside(bare) if _INSIDE.match(bare) else None
        if entry.level is AgencyLevel.CENTRAL or (entry.numbered and bare != entry.name):
            return self._agency(f"{owner or _CENTRE}/{slug(bare)}", bare, entry, entry.level, None)
        province, local, level = self._territory(entry, body)
        if owner is not None and local is None:
            jurisdiction = province.full_name(self.context.day) if province else None
            return self._agency(f"{owner}/{slug(bare)}", bare, entry, level, jurisdiction)
        if province is None and local is None and self.context.is_central:
            return self._everywhere(entry, bare)
        if local is not None:
            return self._agency(
                self._id(province, f"{bare} {local}"), f"{bare} {local}", entry, level, local
            )
        if province is None:
            return self._agency(slug(bare), bare, entry, level, None)
        day = self.context.day
        name = entry.full_name(province, day)
        if entry.common and entry.kind in _NAMED_IN_FULL and not (body and body.territory):
            return self._agency(f"{province.id}/{slug(bare)}", bare, entry, level, None)
        if bare != entry.name:
            name = f"{bare} {province.full_name(day)}"
        elif entry.level is None:
            name = f"{bare} {province.full_name(day)}" if "{" not in entry.template else name
        return self._agency(
            f"{province.id}/{slug(bare)}", name, entry, level, province.full_name(day)
        )

    def _everywhere(self, entry: AgencyEntry, bare: str) -> Agency:
        """A class in a document of the centre ("Sở Y tế"), or a body of the centre."""
        local = entry.level is not None or entry.kind in _OF_EVERY_PLACE
        agency = self._agency(
            f"{_CENTRE}/{slug(bare)}", bare, entry, entry.level or AgencyLevel.CENTRAL, None
        )
        if not local:
            return agency
        return agency.model_copy(
            update={"kind": AgencyKind.GROUP, "is_group": True, "level": entry.level}
        )

    def _territory(
        self, entry: AgencyEntry, body: NamedBody | None
    ) -> tuple[Province | None, str | None, AgencyLevel | None]:
        """The province, the territory below it, and the level."""
        context = self.context
        place = body.territory if body is not None else None
        if place is None:
            if entry.level is None and context.district is not None:
                return context.province, context.district, _level(context.district)
            level = entry.level or (AgencyLevel.PROVINCE if context.province else None)
            return context.province, None, level
        if place.name is None:
            if context.district is not None and context.district.startswith(place.kind + " "):
                return context.province, context.district, _level(context.district)
            if place.kind in ("tỉnh", "thành phố"):
                return context.province, None, AgencyLevel.PROVINCE
            return context.province, place.kind, _LEVEL_OF.get(place.kind)
        named = provinces.find(place.name)
        if named is not None and place.kind in ("tỉnh", "thành phố"):
            return named, None, entry.level or AgencyLevel.PROVINCE
        below = AgencyLevel.DISTRICT if place.kind == "thành phố" else _LEVEL_OF.get(place.kind)
        return context.province, f"{place.kind} {place.name}", below

    def _agency(
        self,
        key: str,
        name: str,
        entry: AgencyEntry,
        level: AgencyLevel | None,
        jurisdiction: str | None,
    ) -> Agency:
        return Agency(
            id=key,
            name=name,
            short=entry.short,
            kind=entry.kind,
            level=level,
            jurisdiction=jurisdiction,
            known=True,
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
            successor_ids=tuple(self._heir(heir, key) for heir in self._heirs(entry)),
        )

    def _heirs(self, entry: AgencyEntry) -> tuple[AgencyEntry, ...]:
        return self.context.names.successors(entry)

    def _heir(self, heir: AgencyEntry, key: str) -> str:
        """The id of a successor: in the province of the body it follows."""
        if heir.level is AgencyLevel.CENTRAL:
            return f"{_CENTRE}/{heir.id}"
        owner = key.rpartition("/")[0]
        if not owner:
            return heir.id
        province = provinces.by_id(owner)
        after = provinces.successor(province) if province is not None else None
        return f"{after.id if after is not None else owner}/{heir.id}"

    def _inside(self, unit: str) -> str | None:
        """The id of the body a unit belongs to: the issuer, or its parent ("Văn phòng Sở").

        None when a people's committee issued.
        """
        head = unit.rpartition(" ")[2].lower()
        issuer = self.context.issuer
        parent = self.context.header.parent_authority if self.context.header else None
        if head in ("sở", "bộ"):
            named = (name for name in (issuer, parent) if name and fold(name).startswith(head))
            issuer = next(named, issuer)
        if issuer is None or fold(issuer).startswith(("ủy ban nhân dân", "hội đồng nhân dân")):
            return None
        entry = self.context.names.find(issuer, self.context.day)
        if entry is not None and entry.level is AgencyLevel.CENTRAL:
            return f"{_CENTRE}/{entry.id}"
        if entry is not None and self.context.province is not None:
            return f"{self.context.province.id}/{entry.id}"
        return self._id(self.context.province, issuer)

    # ------------------------------------------------------------------ others

    def _id(self, province: Province | None, name: str) -> str:
        return f"{province.id if province is not None else _CENTRE}/{slug(name) or 'x'}"

    def _group(self, body: NamedBody) -> Agency:
        name = " ".join(body.name.split())
        for short, long in (
            ("UBND", "Ủy ban nhân dân"),
            ("HĐND", "Hội đồng nhân dân"),
            ("Uỷ", "Ủy"),
        ):
            name = regex.sub(rf"(?<!\p{{L}}){short}(?!\p{{L}})", long, name)
        small = _PLURAL.match(name) or not (name.startswith(_OPEN_PROPER) or body.post)
        if small and not name[:2].isupper():
            name = name[0].lower() + name[1:]
        bare = _PLURAL.sub("", name)
        key = bare if " các " in f" {bare} " or bare.startswith(_OPEN_PROPER) else f"các {bare}"
        province = self.context.province
        jurisdiction = province.full_name(self.context.day) if province is not None else None
        return Agency(
            id=self._id(province, key),
            name=name,
            kind=AgencyKind.GROUP,
            jurisdiction=jurisdiction,
            is_group=True,
            known=body.entry is not None,
        )

    def _person(self, body: NamedBody) -> Agency:
        """A deputy, or a post with the name of the person."""
        if body.entry is not None and body.entry.kind is AgencyKind.PERSON and body.post is None:
            whole = self.entry_agency(body.entry, body)
            title = body.entry.name
        else:
            whole = self._unposted(body)
            title = f"{body.post} {whole.name}" if body.post else whole.name
        name = f"{title} {body.person}" if body.person else title
        owner = whole.id.rpartition("/")[0] or _CENTRE
        return Agency(
            id=f"{owner}/{slug(_without(name, whole.jurisdiction))}",
            name=name,
            kind=AgencyKind.PERSON,
            level=whole.level,
            jurisdiction=whole.jurisdiction,
            known=body.known,
        )

    def _unposted(self, body: NamedBody) -> Agency:
        if body.entry is not None:
            return self.entry_agency(body.entry, body)
        return self._unknown(body)

    def _unknown(self, body: NamedBody) -> Agency:
        name = " ".join(body.name.split())
        province, jurisdiction, level = self.context.province, None, None
        territory = body.territory
        if territory is not None and territory.name is not None:
            named = provinces.find(territory.name)
            if named is not None and territory.kind in ("tỉnh", "thành phố"):
                province = named
                jurisdiction = named.full_name(self.context.day)
                level = AgencyLevel.PROVINCE
            else:
                jurisdiction = f"{territory.kind} {territory.name}"
                level = _LEVEL_OF.get(territory.kind)
            name = f"{name} {jurisdiction}"
        elif territory is not None and province is not None:
            jurisdiction, level = province.full_name(self.context.day), AgencyLevel.PROVINCE
            name = f"{name} {jurisdiction}"
        inside = self._inside(name) if _INSIDE.match(name) else None
        bare = _without(
            name, jurisdiction if province is not None and level is AgencyLevel.PROVINCE else None
        )
        return Agency(
            id=f"{inside}/{slug(bare)}" if inside else self._id(province, bare),
            name=name,
            kind=body.kind or AgencyKind.OTHER,
            level=level,
            jurisdiction=jurisdiction,
        )


def _level(territory: str) -> AgencyLevel | None:
    for kind, level in _LEVEL_OF.items():
        if territory.startswith(kind + " "):
            return AgencyLevel.DISTRICT if kind == "thành phố" else level
    return None


def _without(name: str, jurisdiction: str | None) -> str:
    return name.replace(f" {jurisdiction}", "") if jurisdiction else name
