"""When two names mean one body, as the guidelines of annotation say.

Annotators write an agency as the document names it, without the province; a plan holds canonical
names in full. Both sides are brought to one key: abbreviations expanded, the province and a
trailing "tỉnh" or "thành phố" dropped, a leading "các" dropped, and a head stands for its body
("Giám đốc Sở X" is Sở X).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache

import regex

from vnplan.evaluation.wording import words
from vnplan.lexicon import issuers, posts, provinces
from vnplan.lexicon.agencies import Lexicon
from vnplan.text.fold import fold

# Words inside longer names; whole names ("Sở KH&CN", "Hội LHPN") the lexicon knows.
_SHORT_WORDS: Mapping[str, str] = {
    "TP": "thành phố",
    "HCM": "Hồ Chí Minh",
    "TW": "trung ương",
    "TƯ": "trung ương",
    "PTNT": "phát triển nông thôn",
    "BQL": "ban quản lý",
    "BCĐ": "ban chỉ đạo",
}
_BODY_CODES = frozenset({"UBND", "HĐND"})

# "Sở KH&CN", "Sở LĐ-TB&XH", "Bộ GDĐT": the code of a document number without its first letter.
_SECTOR = regex.compile(r"\b(?P<head>Sở|Bộ)\s+(?P<code>\p{Lu}[\p{Lu}&,\-]*\p{Lu})(?![\p{L}&])")
# "TP.HCM", "Tp. Huế"
_CITY = regex.compile(r"\bT[Pp]\b\.?\s*")
_CODE = regex.compile(r"(?<![\p{L}\p{N}&/\-])\p{Lu}{2,9}(?![\p{L}\p{N}&/\-])")

_KINDS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"  # words before a territory
_OF = r"(?:(?:của|thuộc|tại|trên địa bàn)\s+)?"
_PROVINCIAL = "tỉnh|thành phố"
_GROUP = regex.compile(r"^các\s+")


def expand(name: str) -> str:
    """A name with its usual abbreviations written out: "UBND", "Sở KH&CN", "TP. Huế"."""
    return _CODE.sub(_code, _CITY.sub("thành phố ", _SECTOR.sub(_sector, name)))


def _sector(found: regex.Match[str]) -> str:
    code = found["head"][0] + found["code"].replace(",", "")
    issuer = issuers.find(code)
    return found[0] if issuer is None else issuer.name


def _code(found: regex.Match[str]) -> str:
    if found[0] in _BODY_CODES and (issuer := issuers.find(found[0])) is not None:
        return issuer.name
    return _SHORT_WORDS.get(found[0], found[0])


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two issuers are one, province included: Chính phủ is not Thủ tướng Chính phủ."""
    return _body(one) == _body(other)


def _body(name: str | None) -> tuple[str, ...]:
    return words(expand(name)) if name else ()


@cache
def _provinces() -> str:
    return _either(provinces.spelled_forms())


def _either(names: Iterable[str]) -> str:
    ordered = sorted(filter(None, names), key=lambda name: (-len(name), name))
    return "|".join(regex.escape(name) for name in ordered)


class AgencyNames:
    """Names of agencies in one document.

    `territories` are those the document is about ("Thái Nguyên", "huyện Krông Nô"): they are
    dropped also where no "tỉnh" stands before them ("Tỉnh đoàn Thái Nguyên"). `defined` holds its
    own abbreviations, short to long; only forms with capitals inside are written out ("cơ sở
    GDNN"): "cơ quan, đơn vị" defined as a list of bodies stays the group that it is. `day` is the
    document's date: a name is read as of then. `home` is the territory of its issuer ("huyện Hòn
    Đất"): in a plan of a district "Hội Nông dân huyện" is the one of that district.
    """

    def __init__(
        self,
        territories: Iterable[str],
        defined: Mapping[str, str],
        day: dt.date | None = None,
        home: str | None = None,
    ) -> None:
        self._day = day
        self._level = _level(home)
        self._defined = {short: long for short, long in defined.items() if _CODE.search(short)}
        shorts = _either(self._defined) or "(?!)"
        self._short = regex.compile(rf"(?<!\p{{L}})(?:{shorts})(?!\p{{L}})")
        own = _either({_bare(territory) for territory in territories})
        named = rf"(?:{_KINDS})\s+(?:{own})|{own}" if own else "(?!)"
        self._territory = regex.compile(
            rf"[\s,]+{_OF}(?:{named}|(?:tỉnh|thành phố)\s+(?:{_provinces()}))$"
        )

    def key(self, name: str) -> str:
        """What two names of one body have in common; never empty for a name with words."""
        written_out = self._short.sub(lambda short: self._defined[short[0]], name)
        folded = fold(expand(written_out))
        short = self._level.sub("", self._territory.sub("", folded))
        short = _GROUP.sub("", _without_head(_GROUP.sub("", short)))
        entry = Lexicon.load().find(short, self._day)
        return " ".join(words(short if entry is None else entry.name) or words(folded))

    def keyed(self, names: Iterable[str]) -> dict[str, str]:
        """{key: name} of a set of agencies, in their order."""
        keyed: dict[str, str] = {}
        for name in names:
            keyed.setdefault(self.key(name), name)
        return keyed


def _level(home: str | None) -> regex.Pattern[str]:
    """What a name that stands without its territory ends in.

    "các sở, ban, ngành Thành phố", "Các cơ quan, đơn vị, địa phương thuộc tỉnh"; but "UBND các
    huyện, thị xã, thành phố" and "Ban Chỉ huy Phòng thủ dân sự cấp tỉnh" name levels.
    """
    found = _KIND_WORD.match(fold(expand(home))) if home else None
    kinds = found[0].strip() if found else _PROVINCIAL
    if kinds in _PROVINCIAL.split("|"):
        kinds = _PROVINCIAL
    return regex.compile(rf"(?<!\bcấp)(?<!,)(?<!\bvà)(?<!\bcác)\s{{1,20}}{_OF}(?:{kinds})$")


def _without_head(name: str) -> str:
    """ "giám đốc sở y tế" is sở y tế; a deputy is a person, Chủ tịch nước an organ of his own."""
    found = posts.split(name)
    if found is None or found[0].startswith("phó") or found[1] == "nước":
        return name
    return found[1]


_KIND_WORD = regex.compile(rf"^(?:{_KINDS})\s+")


def _bare(territory: str) -> str:
    return _KIND_WORD.sub("", fold(expand(territory)))
