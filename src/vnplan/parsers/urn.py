"""URN:LEX names of instruments (RFC 9676), jurisdiction `vn`.

    urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2021-12-22;232-kh-ubnd
    urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2017-10-30;1665-qd-ttg
    urn:lex:vn:quoc.hoi:luat:2025-06-26;bao.ve.du.lieu.ca.nhan
    urn:lex:vn:bo.cong.an+bo.nong.nghiep.va.moi.truong:ke.hoach:2025-08-31;515-kh-bca-bnn-mt

    jurisdiction ":" authority { "+" authority } ":" type ":" [ date ] [ ";" number or title ]

A part that is not known is left empty, never made up: two names are the same only when the same
things are known of both. The place of every part stays fixed.
"""

from __future__ import annotations

import datetime as dt

import regex

from vnplan.lexicon import provinces
from vnplan.records import DocumentNumber, Header
from vnplan.text.fold import fold, slug

_ROOT = "urn:lex:vn"

# "Ủy ban nhân dân tỉnh Thái Nguyên", "… huyện Krông Nô, tỉnh Đắk Nông": a word of territory and
# the name up to the end or the next comma.
_TERRITORY = regex.compile(
    r",?\s+(?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+"
    r"(?P<name>[\p{Lu}\d][^,]{0,40})$"
)
# "Tỉnh ủy Đắk Lắk", "Ban Thường vụ Thành ủy Cần Thơ", "Tỉnh đoàn Nghệ An": the name alone
_PARTY_SEAT = regex.compile(
    r"^(?P<organ>.{0,60}?\b(?i:(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|đoàn)))\s+"
    r"(?P<name>\p{Lu}[^,]{1,40})$"
)
# "Bộ Công an và Bộ Nông nghiệp và Môi trường": a new authority begins with a new kind of organ
_JOINT = regex.compile(
    r"\s*(?:,|;|\bvà\b)\s+"
    r"(?=(?:Bộ|Sở|Ủy ban|Ban|Hội|Liên đoàn|Tòa án|Viện|Ngân hàng|Mặt trận)\s\p{Lu})"
)


def instrument_urn(
    *,
    issuer: str | None,
    type_name: str | None,
    issued_on: dt.date | None,
    number: DocumentNumber | None,
    title: str | None = None,
    year: int | None = None,
) -> str:
    """The name of an instrument from what is known of it.

    `title` names an instrument without a number (a law: "Luật Đầu tư công"; its type word is left
    out). `year` stands for a date of which only the year is known.
    """
    jurisdiction, authority = _authority(issuer)
    date = issued_on.isoformat() if issued_on else str(year) if year else ""
    name = slug(number.canonical) if number else _title_slug(title, type_name)
    details = f"{date};{name}" if name else date
    return f"{_ROOT}{jurisdiction}:{authority}:{slug(type_name or '', '.')}:{details}"


def document_urn(header: Header, fingerprint: str) -> str:
    """The name of the document itself, `Plan.id`.

    `fingerprint` (the SHA-256 of its bytes) stands in only where it has neither number nor title,
    so that two unnamed documents of one day and one issuer differ.
    """
    named = header.number is not None or header.title is not None
    urn = instrument_urn(
        issuer=header.issuer,
        type_name=header.type_name,
        issued_on=header.issued_on,
        number=header.number,
        title=header.title,
    )
    return urn if named else f"{urn};sha256-{fingerprint[:16]}"


_MAX_TITLE = 80


def _title_slug(title: str | None, type_name: str | None) -> str:
    """Title words joined by dots, at most 80 characters, cut between words."""
    if title is None:
        return ""
    words = fold(title)
    if type_name is not None:
        words = words.removeprefix(fold(type_name)).strip()
    name = slug(words, ".")
    return name if len(name) <= _MAX_TITLE else name[:_MAX_TITLE].rpartition(".")[0]


def _authority(issuer: str | None) -> tuple[str, str]:
    """`;thai.nguyen` and `uy.ban.nhan.dan`; joint issuers are joined by "+"."""
    if issuer is None:
        return "", ""
    parts = [_split_territory(part) for part in _JOINT.split(issuer) if part.strip()]
    if not parts:
        return "", ""
    places = parts[-1][0] or parts[0][0]
    return places, "+".join(dict.fromkeys(organ for _, organ in parts))


def _split_territory(name: str) -> tuple[str, str]:
    """The organ and its territories, the widest first, taken from the end of the name."""
    places: list[str] = []
    rest = name.strip()
    while (match := _TERRITORY.search(rest)) is not None and len(places) < 3:
        places.append(_place(match["name"]))
        rest = rest[: match.start()]
    if not places and (seat := _PARTY_SEAT.match(rest)) is not None:
        places.append(_place(seat["name"]))
        rest = seat["organ"]
    return "".join(f";{place}" for place in places), slug(rest, ".")


def _place(name: str) -> str:
    province = provinces.find(name)
    return province.urn if province is not None else slug(name, ".")
