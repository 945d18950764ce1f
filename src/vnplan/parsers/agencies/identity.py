"""Which body a name means: one id and one canonical name however it is written.

`Agency.id` is jurisdiction and name: "thai-nguyen/so-tai-chinh", "viet-nam/bo-tai-chinh"; it does
not depend on the document beyond its province, so the same body has it in all of them. A unit that
means nothing without its body has that body before it ("…/so-cong-thuong/van-phong-so"); where
nobody knows whose a body is, its name stands alone.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.lexicon import letterhead, provinces
from vnplan.lexicon.agencies import AgencyEntry
from vnplan.lexicon.provinces import Province
from vnplan.parsers.agencies.body import Basis, NamedBody, Territory
from vnplan.parsers.agencies.class_names import class_key, class_name, known_class
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.search import find_mentions
from vnplan.parsers.agencies.seats import Seat, seat_of
from vnplan.parsers.agencies.spelling import by_initials, misspelt
from vnplan.parsers.agencies.territory import named_in_full
from vnplan.records import Agency, AgencyKind, AgencyLevel
from vnplan.text.fold import fold, slug

_CENTRE = "viet-nam"
# Heads that tell the level of a body which the lexicon does not know.
_CENTRAL_HEADS = regex.compile(
    r"(?:Bộ(?! phận)|Tổng cục|Cục|Vụ|Tập đoàn|Tổng [Cc]ông ty)(?!\p{L})|.* Việt Nam$"
)
_PROVINCIAL_HEADS = regex.compile(r"(?:Sở|Chi cục)(?!\p{L})")
# Units inside another body: their name means nothing without it.
_INSIDE = regex.compile(
    r"(?:Phòng|Vụ|Khoa|Tổ|Văn phòng(?: Sở| Bộ|$)|Thanh tra (?:Sở|Bộ)|Ban Giám|Công đoàn|Đoàn trường"
    r"|Đoàn Thanh niên - Hội Sinh viên|Bộ môn|Bộ phận)(?!\p{L})"
)
_UNION = "Đoàn Thanh niên"
_WITH_UNION = regex.compile(
    r"(?i:trường|bệnh viện|đại học|học viện|công ty|tổng công ty|tập đoàn|trung tâm)(?!\p{L})"
)
# Bodies that mean something only with a name of their own: "Ban Chỉ đạo …", "Đoàn kiểm tra …"
_NAMED_IN_FULL = (AgencyKind.OTHER, AgencyKind.PARTY)
_OF_EVERY_PLACE = (
    AgencyKind.PEOPLES_COMMITTEE,
    AgencyKind.PEOPLES_COUNCIL,
    AgencyKind.MASS_ORGANIZATION,
    AgencyKind.POLICE_MILITARY,
)
_BELOW = (AgencyLevel.DISTRICT, AgencyLevel.COMMUNE)


class Identifier:
    """Turns named bodies of one document into agencies."""

    def __init__(self, context: AgencyContext) -> None:
        self.context = context
        self._known_bodies: dict[tuple[object, ...], Agency] = {}

    def agency(self, body: NamedBody) -> Agency:
        """The agency a body is; the same words give the same agency whatever stood before."""
        place = (body.territory.kind, body.territory.name) if body.territory else None
        key = (
            *(body.name, body.basis, body.entry, place, body.post, body.person, body.kind),
            body.union,
        )
        agency = self._known_bodies.get(key)
        if agency is None:
            agency = self._known_bodies[key] = self._agency(body)
        return agency

    def _agency(self, body: NamedBody) -> Agency:
        if body.is_group:
            return self._group(body)
        if body.person is not None or body.basis is Basis.PERSON:
            return self._person(body)
        return self._single(body)

    def issuer(self) -> Agency | None:
        """The body that issues the document, by the name in its header."""
        name = self.context.issuer
        if name is None:
            return None
        found = find_mentions(name, self.context.names, on=self.context.day)
        if found and found[0].start == 0 and name[found[0].end :].split(",")[0] == "":
            return self.agency(found[0])  # "Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông"
        return self._unknown(named_in_full(name))

    def _single(self, body: NamedBody) -> Agency:
        return self._unknown(body) if body.entry is None else self._known(body.entry, body)

    # ------------------------------------------------------------------ bodies of the lexicon

    def _known(self, entry: AgencyEntry, body: NamedBody) -> Agency:
        """The agency of a lexicon entry, with the territory of the words or of the document."""
        bare = body.name
        if body.union and (own := self._union()) is not None:
            return own
        inside = _INSIDE.match(bare) is not None and entry.level not in _BELOW
        owner = self._owner(bare) if inside and body.territory is None else None
        if entry.level is AgencyLevel.CENTRAL or (entry.numbered and bare != entry.name):
            return self._entry(f"{owner or _CENTRE}/{slug(bare)}", bare, entry, entry.level, None)
        seat = self._seat(entry, body)
        jurisdiction = seat.jurisdiction(self.context.day)
        if owner is not None:
            return self._entry(f"{owner}/{slug(bare)}", bare, entry, entry.level, jurisdiction)
        if seat.province is None and seat.local is None and self.context.is_central:
            return self._everywhere(entry, bare, body.territory)
        if seat.local is not None:
            name = f"{entry.local_name if bare == entry.name else bare} {seat.local}"
            agency = self._entry(
                self._id(seat.province, name), name, entry, seat.level, jurisdiction
            )
            return agency if seat.named else _as_class(agency)
        nobody = entry.common and entry.kind in _NAMED_IN_FULL and not seat.stated
        if seat.province is None or nobody or (entry.level in _BELOW and not seat.stated):
            return self._entry(self._id(seat.province, bare), bare, entry, seat.level, None)
        name = self._full_name(entry, bare, seat.province)
        return self._entry(self._id(seat.province, bare), name, entry, seat.level, jurisdiction)

    def _union(self) -> Agency | None:
        """The youth union of the school, hospital or company that issues the document."""
        issuer = self.context.issuer
        if issuer is None or _WITH_UNION.match(issuer) is None:
            return None
        owner = self._owner(_UNION)
        key = f"{owner}/{slug(_UNION)}" if owner else self._id(self.context.province, _UNION)
        return Agency(id=key, name=_UNION, kind=AgencyKind.MASS_ORGANIZATION, known=True)

    def _seat(self, entry: AgencyEntry, body: NamedBody) -> Seat:
        """The seat of a known body: one of the province stays there in a document of a district."""
        if body.territory is None and entry.level is AgencyLevel.PROVINCE:
            return Seat(self.context.province, None, entry.level)
        seat = seat_of(body.territory, self.context)
        if seat.local is None and entry.level is not None:
            return replace(seat, level=entry.level)
        return seat

    def _full_name(self, entry: AgencyEntry, bare: str, province: Province) -> str:
        """ "Sở Tài chính tỉnh Thái Nguyên", "Thành ủy Cần Thơ"."""
        if bare == entry.name and "{" in entry.template:
            return entry.full_name(province, self.context.day)
        return f"{bare} {province.full_name(self.context.day)}"

    def _everywhere(self, entry: AgencyEntry, bare: str, at: Territory | None) -> Agency:
        """A class in a document of the centre ("Sở Y tế"), or a body of the centre.

        "UBND tỉnh", "UBND cấp tỉnh" are those of all provinces, and not those of every level.
        """
        key = f"{_CENTRE}/{slug(bare)}"
        if entry.level is None and entry.kind not in _OF_EVERY_PLACE:
            return self._entry(key, bare, entry, AgencyLevel.CENTRAL, None)
        if entry.level is None and at is not None and at.kind == "tỉnh":
            name = f"{bare} cấp tỉnh"
            found = self._entry(f"{_CENTRE}/{slug(name)}", name, entry, AgencyLevel.PROVINCE, None)
            return _as_class(found.model_copy(update={"short": None}))  # "UBND" is any of them
        return _as_class(self._entry(key, bare, entry, entry.level, None))

    def _entry(
        self,
        key: str,
        name: str,
        entry: AgencyEntry,
        level: AgencyLevel | None,
        jurisdiction: str | None,
    ) -> Agency:
        heirs = self.context.names.successors(entry)
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
            successor_ids=tuple(self._heir(heir, key) for heir in heirs),
        )

    def _heir(self, heir: AgencyEntry, key: str) -> str:
        """The id of a successor: in the province that holds the territory today."""
        if heir.level is AgencyLevel.CENTRAL:
            return f"{_CENTRE}/{heir.id}"
        owner = key.rpartition("/")[0]
        if not owner:
            return heir.id
        province = provinces.by_id(owner)
        after = provinces.successor(province) if province is not None else None
        return f"{after.id if after is not None else owner}/{heir.id}"

    # ------------------------------------------------------------------ other bodies

    def _id(self, province: Province | None, name: str, *, central: bool = False) -> str:
        """Jurisdiction and name; the name alone where nobody knows whose body it is."""
        key = slug(_in_full(name)) or "x"
        if province is not None:
            return f"{province.id}/{key}"
        return f"{_CENTRE}/{key}" if central or self.context.is_central else key

    def _owner(self, unit: str) -> str | None:
        """The id of the body a unit belongs to: the issuer, or its parent ("Văn phòng Sở").

        None when a people's committee issued.
        """
        head = unit.rpartition(" ")[2].lower()
        named = [name for name in self.context.issuers if fold(name).startswith(head)]
        own = named if head in ("sở", "bộ") and named else self.context.issuers
        issuer = own[0] if own else None
        if issuer is None or fold(issuer).startswith(("ủy ban nhân dân", "hội đồng nhân dân")):
            return None
        entry = self.context.names.find(issuer, self.context.day)
        if entry is not None and entry.level is AgencyLevel.CENTRAL:
            return f"{_CENTRE}/{entry.id}"
        name = entry.name if entry is not None else issuer
        return self._id(self.context.province, name)

    def _group(self, body: NamedBody) -> Agency:
        name = class_name(body)
        province = self.context.province
        known = known_class(name)
        return Agency(
            id=self._id(province, class_key(name)),
            name=name,
            kind=AgencyKind.GROUP,
            level=known.level if known is not None else None,
            jurisdiction=province.full_name(self.context.day) if province is not None else None,
            is_group=True,
            known=body.entry is not None or known is not None,
        )

    def _person(self, body: NamedBody) -> Agency:
        """A deputy, a post with the name of the person, or a person alone."""
        if body.person in (body.name, None) and body.entry is None and body.post is None:
            owner = self._owner(body.name) if body.person is None else None
            key = f"{owner}/{slug(body.name)}" if owner else ""
            key = key or self._id(self.context.province, body.name)
            return Agency(id=key, name=body.name, kind=AgencyKind.PERSON)
        whole = self._single(body)
        title = _titled(body.post, whole.name) if body.post else whole.name
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

    def _unknown(self, body: NamedBody) -> Agency:
        """A body that the lexicon does not hold, or holds under another spelling."""
        bare = " ".join(body.name.split())
        names = self.context.names
        meant = misspelt(bare, names) or by_initials(bare, names)
        if meant is not None:
            return self._known(meant, replace(body, name=meant.name, entry=meant))
        seat = Seat(self.context.province, None, None)
        if body.territory is not None or _PROVINCIAL_HEADS.match(bare):
            seat = seat_of(body.territory, self.context)
        elif _CENTRAL_HEADS.match(bare):
            seat = Seat(None, None, AgencyLevel.CENTRAL)
        jurisdiction = seat.jurisdiction(self.context.day) if seat.level is not None else None
        name = f"{bare} {jurisdiction or seat.local or ''}".strip()
        owner = self._owner(bare) if _INSIDE.match(bare) and body.territory is None else None
        central = seat.level is AgencyLevel.CENTRAL
        local = f"{bare} {seat.local or ''}".strip()
        agency = Agency(
            id=f"{owner}/{slug(bare)}"
            if owner
            else self._id(seat.province, local, central=central),
            name=name,
            kind=body.kind or AgencyKind.OTHER,
            level=seat.level,
            jurisdiction=jurisdiction,
        )
        any_place = not seat.named or (seat.stated and seat.province is None and not seat.local)
        return _as_class(agency) if any_place else agency


def _titled(post: str, name: str) -> str:
    """A post with its body; a word that both have stands once ("Phó Trưởng | phòng Văn hóa")."""
    before, _, last = post.rpartition(" ")
    shared = before and fold(name).startswith(fold(last) + " ")
    return f"{before} {name}" if shared else f"{post} {name}"


def _as_class(agency: Agency) -> Agency:
    """The class of all bodies of a name: "Sở Y tế" in a decree, "Ủy ban nhân dân xã"."""
    return agency.model_copy(update={"kind": AgencyKind.GROUP, "is_group": True})


def _in_full(name: str) -> str:
    """A name with the abbreviations that letterheads write out: "Trường THPT Cao Lãnh 2"."""
    full = letterhead.abbreviations()
    return " ".join(full.get(word, word) for word in name.split())


def _without(name: str, jurisdiction: str | None) -> str:
    return name.replace(f" {jurisdiction}", "") if jurisdiction else name
