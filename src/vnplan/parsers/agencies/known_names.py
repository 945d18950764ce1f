"""A name of the lexicon in a line, with what stands behind it: a number, levels, a territory."""

from __future__ import annotations

import re

import regex

from vnplan.lexicon.agencies import AgencyEntry
from vnplan.parsers.agencies.body import Basis, NamedBody, Territory
from vnplan.parsers.agencies.groups import Manner, group_at
from vnplan.parsers.agencies.levels import levels_at
from vnplan.parsers.agencies.line import Line
from vnplan.parsers.agencies.places import end_of_mixed
from vnplan.parsers.agencies.territory import bare_province, territory_at
from vnplan.records import AgencyKind, AgencyLevel

_NUMBER = regex.compile(r" (?:số )?(?P<number>[IVXLC]{1,6}|\d{1,2})(?![\p{L}\d/.,]*\d)(?!\p{L})")
_REGION = regex.compile(
    r" khu vực(?P<name> (?:số )?(?:\d{1,2}|[IVX]{1,4}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}))?"
    r"(?!\p{L})"
)
_SEAT = regex.compile(r" [-–] (?=\p{Lu})")
_AND_COMMITTEE = regex.compile(
    r"(?: ?[,&/] ?| và | ?[-–] ?)(?:chủ tịch )?(?:ubnd|ủy ban nhân dân)(?!\p{L})"
)
_CHAIR = re.compile("(?<=[ ,-])[Cc]hủ tịch (?=U|Ủ)")
_SHORT_FORM = regex.compile(r" ?\([\p{Lu}\d&/ -]{2,24}\)(?= )")
_BRANCH = regex.compile(r" (?:- )?chi nhánh(?: tại)?(?= )")
_BASE = regex.compile(
    r" (?:các )?(?:bộ phận|cơ sở(?! (?:xã hội|giáo dục|vật chất|dữ liệu|chính trị)))(?!\p{L})"
)
_WITH_BASE = (AgencyKind.MASS_ORGANIZATION, AgencyKind.PARTY)
_UNIONS = frozenset({
    "đoàn thanh niên", "đoàn tn", "đoàn thanh niên cộng sản hồ chí minh", "đoàn tncs hồ chí minh",
    "đoàn tncs hcm", "đoàn tncshcm", "đtncshcm", "đtn",
})  # fmt: skip
_OFFICES = ("Thanh tra",)
_ORGANS = ("sở", "bộ", "huyện", "quận", "tỉnh", "cục")
# "Đoàn Thanh niên bệnh viện": the one of the body that issues
_OF_ISSUER = regex.compile(
    r" (?:của )?(?:bệnh viện|nhà trường|trường|học viện|trung tâm|cơ quan|tổng công ty|công ty"
    r"|tập đoàn)(?!\p{L})"
)
_LAST_WORD = regex.compile(r" (?:tỉnh|thành phố|TP)$", regex.IGNORECASE)


class KnownNames:
    """Reads the names of the lexicon in one line."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text

    def single(self, start: int, end: int, entry: AgencyEntry) -> NamedBody:
        """A name of the lexicon with the number, the levels or the territory behind it."""
        name = entry.name
        if entry.numbered and (number := _NUMBER.match(self.text, end)) is not None:
            end, name = number.end(), f"{name} {number['number']}"
            seat = _SEAT.match(self.text, end)
            if seat is not None and (where := bare_province(self.text, seat.end())) is not None:
                end = where.end  # "Tòa án nhân dân khu vực 1 - Đồng Tháp"
        territory = None
        region = _REGION.match(self.text, end)
        whole = region is not None and (region["name"] or self._is_whole(region.end()))
        if region is not None and whole and self._is_local(entry):
            # "Trung tâm Y tế khu vực Lâm Thao": several communes
            return NamedBody(start, region.end(), name + region[0], Basis.LEXICON, entry=entry)
        if entry.level is not AgencyLevel.CENTRAL or self._has_branches(end, entry):
            end -= _territory_word(self.text[start:end], name)
            short = _SHORT_FORM.match(self.text, end)  # "… tìm kiếm cứu nạn (PCTT&TKCN) các cấp"
            behind = end if short is None else short.end()
            levels = levels_at(self.text, self.line.folded, behind)
            levels = (
                levels
                or self._at_the_base(behind, entry)
                or self._of_both(behind, entry)
                or self._of_bodies(behind, entry)
            )
            if levels is not None:
                levels = end_of_mixed(self.text, levels)
                words = entry.local_name + _CHAIR.sub("", self.text[behind:levels], 1)
                return NamedBody(start, levels, words, Basis.GROUP, entry=entry)
            territory = self._branch(end, entry)
        elif entry.kind is AgencyKind.ENTERPRISE and (branch := self._branch(end, entry)):
            end = branch.end  # "VNPT Thái Nguyên", "Viettel tỉnh", "Agribank chi nhánh huyện"
        reach = territory.end if territory is not None else end
        union = entry.kind is AgencyKind.MASS_ORGANIZATION and territory is None
        union = union and self.line.folded[start:reach] in _UNIONS
        own = self._of_issuer(reach, entry) if territory is None else None
        if own is not None and not union:
            words = entry.local_name.removesuffix(" Việt Nam") + self.text[reach:own]
            return NamedBody(start, own, words, Basis.SHAPE, kind=entry.kind)
        reach = reach if own is None else own
        return NamedBody(
            start, reach, name, Basis.LEXICON, entry=entry, territory=territory, union=union
        )

    def _of_issuer(self, end: int, entry: AgencyEntry) -> int | None:
        """ "Đoàn Thanh niên | nhà trường", "Hội LHTN | nhà trường": where those words end."""
        if entry.kind is not AgencyKind.MASS_ORGANIZATION:
            return None
        own = _OF_ISSUER.match(self.line.folded, end)
        if own is None or not (self.line.closes(own.end()) or self.line.acts(own.end())):
            return None
        return own.end()

    def _is_whole(self, end: int) -> bool:
        """Whether a name ends here: a mark follows, or what the body does."""
        line = self.line
        return line.closes(end) or line.predicate_follows(end) or line.duty_follows(end)

    @staticmethod
    def _is_local(entry: AgencyEntry) -> bool:
        return entry.level is not AgencyLevel.CENTRAL and not entry.numbered

    def _branch(self, end: int, entry: AgencyEntry) -> Territory | None:
        """The territory behind a name, or behind "chi nhánh" and that of a company."""
        company = entry.kind is AgencyKind.ENTERPRISE
        word = _BRANCH.match(self.line.folded, end) if company else None
        return territory_at(self.text, word.end() if word is not None else end)

    def _has_branches(self, end: int, entry: AgencyEntry) -> bool:
        """Whether those of a central service in the provinces are named by its name.

        "Cục Thuế các tỉnh, thành phố": since 2025 there is one Cục Thuế, in the centre.
        """
        if entry.kind is not AgencyKind.CENTRAL_BRANCH:
            return False
        return levels_at(self.text, self.line.folded, end) is not None

    def _at_the_base(self, end: int, entry: AgencyEntry) -> int | None:
        """ "Hội LHPN cơ sở", "Đảng ủy bộ phận" are many: those of every commune, of every part."""
        base = _BASE.match(self.line.folded, end)
        if base is None or entry.kind not in _WITH_BASE:
            return None
        of_one = self.line.begins(base.end() + 1)  # "Đảng ủy bộ phận Phòng Giáo dục"
        return None if of_one else base.end()

    def _of_both(self, end: int, entry: AgencyEntry) -> int | None:
        """ "HĐND, UBND các xã, phường": the levels stand once, behind the second of the two."""
        if entry.kind is not AgencyKind.PEOPLES_COUNCIL:
            return None
        committee = _AND_COMMITTEE.match(self.line.folded, end)
        if committee is None:
            return None
        return levels_at(self.text, self.line.folded, committee.end())

    def _of_bodies(self, end: int, entry: AgencyEntry) -> int | None:
        """ "Ban Chỉ đạo 389 các bộ, ngành, địa phương" are many."""
        offices = entry.name in _OFFICES  # "Thanh tra các Sở", "Văn phòng các huyện ủy"
        if not self.text.startswith(" các ", end) or (entry.level is not None and not offices):
            return None
        reach = group_at(self.text, self.line.folded, end + 1, self.line, Manner(inner=True))
        organs = offices and self.line.folded.startswith(_ORGANS, end + 5)
        if reach is None or not (organs if offices else reach.items > 1):
            return None
        acts = not offices or self.line.predicate_follows(reach.end) or self.line.ends(reach.end)
        return reach.end if acts else None


def _territory_word(written: str, name: str) -> int:
    """The length of a word of territory that belongs to a spelling and not to the name."""
    last = _LAST_WORD.search(written)
    return len(last[0]) if last is not None and _LAST_WORD.search(name) is None else 0
