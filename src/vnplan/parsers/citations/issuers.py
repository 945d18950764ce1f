"""Issuers as citations name them ("của UBND tỉnh"), and their canonical names.

    issuer = post? organ place? term?

The organ is one the lexicon knows, or a run of words that opens with the head of a name ("Tổ công
tác …", "Đoàn kiểm tra …") and ends before the first word that opens a title.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.agencies import AgencyEntry
from vnplan.lexicon.citation_words import any_of, issuer_words, title_words
from vnplan.lexicon.heads import opens_with_agency
from vnplan.parsers.citations.agency_names import known_at
from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.places import completed, in_case, place_at
from vnplan.records import AgencyKind, AgencyLevel


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer in a text: it ends at `end`, `name` is canonical and in full."""

    end: int
    name: str


# Posts whose acts are acts of the person: "của Bộ trưởng Bộ Y tế", "của Chủ tịch UBND tỉnh",
# "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ".
_POST = regex.compile(
    r"""
    (?P<post>Bộ\strưởng|Thứ\strưởng|Phó\sChủ\stịch|Chủ\stịch|Giám\sđốc|Phó\sGiám\sđốc|Chủ\snhiệm|
       Thống\sđốc|Tổng\sThanh\stra|Chánh\sThanh\stra|Tổng\sKiểm\stoán|Chánh\sán|Viện\strưởng|
       Cục\strưởng|Tổng\scục\strưởng|Chánh\sVăn\sphòng|Trưởng\s[Bb]an|Hiệu\strưởng|
       Tổng\sGiám\sđốc|Chi\scục\strưởng|Trưởng\sphòng|Trưởng\sđoàn)
    (?P<also>,\s(?:Chủ\snhiệm|Trưởng\sban))?\s
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# A post that shares a word with its organ: "Trưởng Ban Chỉ đạo 934".
_HALF_POST = regex.compile(r"trưởng\s(?=(?:ban|đoàn|tiểu ban|phòng)\s)", regex.IGNORECASE)
# The Central Committee and what speaks for it: "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng
# khóa XII", "Hội nghị Trung ương 8 khóa XI", "BCH Trung ương", "Ban Chấp hành TW Đảng".
_CENTRAL_COMMITTEE = regex.compile(
    r"""
    (?: hội\snghị\s(?:lần\sthứ\s[\p{L}\d]{1,6}(?:,?\s(?:của\s)?)?)?
          (?:(?:ban\schấp\shành|bch)\s)?(?:trung\sương|tw)(?:\s\d{1,2}(?!\d))?
      | (?:ban\schấp\shành|bch)\s(?:trung\sương|tw) )
    (?:\sđảng(?:\scộng\ssản\sviệt\snam)?)?
    (?!\s(?:đoàn|hội)(?!\p{L}))  # "… Trung ương Đoàn TNCS Hồ Chí Minh" is that of the Youth Union
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# "(khóa XII)", "khóa XIII", "nhiệm kỳ 2021 - 2026", "khóa X, kỳ họp thứ 5": after a body that sits
# for a term; no part of its name.
_TERM = regex.compile(
    r",?\s*\(?(?:khóa|khoá|nhiệm kỳ)\s(?:thứ\s)?[\dIVXivx]{1,6}(?:\s?[-–]\s?\d{4})?"
    r"(?:,?\s?(?:tại\s)?kỳ họp (?:bất thường )?(?:lần\s)?(?:thứ\s)?[\dIVX]{1,4})?\)?",
    regex.IGNORECASE,
)
# What may follow a name that is complete without it: "Ban Bí thư Trung ương Đảng", "Thủ tướng CP"
_TAILS = {
    "Ban Bí thư": regex.compile(r"\s(?:trung\sương(?:\sđảng)?|đảng)(?!\p{L})", regex.IGNORECASE),
    "Bộ Chính trị": regex.compile(r"\s(?:trung\sương|đảng)(?!\p{L})", regex.IGNORECASE),
    "Thủ tướng Chính phủ": regex.compile(r"\s(?:CP|chính\sphủ)(?!\p{L})", regex.IGNORECASE),
}
# "Kho bạc Nhà nước khu vực XI", "Quân khu 1"
_ORDINAL = regex.compile(r"\s(?P<ordinal>\d{1,2}|[IVXL]{1,5})(?![\p{L}\d/])")
_MATTER = regex.compile(r"\svề\sviệc(?!\p{L})", regex.IGNORECASE)
_STEERING = regex.compile(r"ban\s(?:chỉ\sđạo|chỉ\shuy)", regex.IGNORECASE)
_HELPING = regex.compile(r"tổ\s(?:giúp\sviệc|công\stác|thư\ský)\s(?:của\s)?", regex.IGNORECASE)
_ABOUT = regex.compile(r"\svề(?!\p{L})", regex.IGNORECASE)
_LONGEST = 130  # characters; "Ban Chỉ đạo về phát triển khoa học, công nghệ, …" has 90


def issuer_at(text: str, position: int, limit: int, context: CitationContext) -> Issuer | None:
    """The issuer whose name begins at `position` and ends before `limit`; None: no issuer."""
    window = text[position : min(limit, position + _LONGEST * 3)]
    found = _issuer(window, context)
    return Issuer(position + found.end, found.name) if found is not None else None


def _issuer(text: str, context: CitationContext) -> Issuer | None:
    committee = _CENTRAL_COMMITTEE.match(text)
    if committee is not None:
        return Issuer(_past_term(text, committee.end()), "Ban Chấp hành Trung ương Đảng")
    half = _HALF_POST.match(text)
    post = half or _POST.match(text)
    organ = _organ(text, post.end(), context) if post is not None else None
    if post is None or organ is None:
        return _head_of_office(text, context) or _organ(text, 0, context)
    if half is not None:
        return Issuer(organ.end, f"Trưởng {organ.name}")
    return Issuer(organ.end, f"{_in_sentence(post['post'])}{post['also'] or ''} {organ.name}")


# "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "BCH Trung ương Đoàn": what acts between two meetings
# of a body
_STANDING = regex.compile(
    r"(?:(?P<whole>ban\s(?:thường\strực|thường\svụ|chấp\shành|bí\sthư)|đoàn\schủ\stịch)"
    r"|(?P<short>BTT|BTV|BCH))\s(?:của\s)?",
    regex.IGNORECASE,
)
# "Ban Chấp hành Trung ương | Hội Nông dân Việt Nam": not that of the Party
_OF_ANOTHER = regex.compile(
    r"(?<=(?:ban\schấp\shành|bch)\s(?:trung\sương|tw))(?=\s(?:đoàn|hội)\s)", regex.IGNORECASE
)
_STANDING_NAMES = {"btt": "Ban Thường trực", "btv": "Ban Thường vụ", "bch": "Ban Chấp hành"}


def _standing(text: str, start: int, context: CitationContext) -> Issuer | None:
    """The board of a known body, by the name of both; None: it has a name of its own, or no body.

    The lexicon counts the board as the body itself, which does its work; but it is the board that
    signed.
    """
    head = _STANDING.match(text, start)
    body = known_at(text, head.end(), context.agencies, context.day) if head is not None else None
    if head is None or body is None:
        return None
    known = known_at(text, start, context.agencies, context.day)
    short = head["short"]
    name = _STANDING_NAMES[short.lower()] if short else _spelled(head["whole"])
    if known is not None and (known[0] > body[0] or known[1].name.startswith(name)):
        return None
    if body[1].kind is not AgencyKind.MASS_ORGANIZATION:
        return None
    placed = _placed(text, *body, context)
    return Issuer(placed.end, f"{name} {placed.name}")


def _spelled(board: str) -> str:
    """ "Ban Thường trực" as names write it, whatever its capitals."""
    first, _, rest = " ".join(board.lower().split()).partition(" ")
    return f"{first.capitalize()} {rest.capitalize()}"


# "Chánh Thanh tra tỉnh", "Chánh Văn phòng Tỉnh ủy": the post takes its second word from the office
_CHIEF = regex.compile(r"chánh\s(?=(?:thanh\stra|văn\sphòng)\s)", regex.IGNORECASE)


def _head_of_office(text: str, context: CitationContext) -> Issuer | None:
    chief = _CHIEF.match(text)
    office = _organ(text, chief.end(), context) if chief is not None else None
    return Issuer(office.end, f"Chánh {office.name}") if office is not None else None


def _organ(text: str, start: int, context: CitationContext) -> Issuer | None:
    board = _standing(text, start, context)
    if board is not None:
        return board
    known = known_at(text, start, context.agencies, context.day)
    if known is None or _OF_ANOTHER.match(text, known[0]) is not None:
        return _unknown(text, start, context)
    end, entry = known
    if entry.level is None and _STEERING.match(text, start) is not None:
        longer = _unknown(text, start, context)  # "Ban Chỉ đạo 389 quốc gia", "Ban Chỉ đạo về …"
        if longer is not None and longer.end > end:
            return longer
    return _placed(text, end, entry, context)


# ---------------------------------------------------------------------------- organs that are known


def _placed(text: str, end: int, entry: AgencyEntry, context: CitationContext) -> Issuer:
    """A known organ with the place that its name still lacks."""
    tail = _TAILS[entry.name].match(text, end) if entry.name in _TAILS else None
    end = tail.end() if tail is not None else end
    ordinal = _ORDINAL.match(text, end) if entry.name.endswith(("khu vực", "khu")) else None
    if ordinal is not None:
        return Issuer(ordinal.end(), f"{entry.name} {ordinal['ordinal']}")
    if entry.level is AgencyLevel.CENTRAL:
        return Issuer(_past_term(text, end), entry.name)
    place = place_at(text, end, context)
    if place is None:
        end = _past_term(text, end)
        place = place_at(text, end, context)
    if place is not None:
        return Issuer(_past_term(text, place.end), _with_place(entry, place.name, context))
    return Issuer(_past_term(text, end), _of_document(entry, context))


def _of_document(entry: AgencyEntry, context: CitationContext) -> str:
    """The name of an organ named without a place: that of the document's own."""
    if entry.level is AgencyLevel.PROVINCE and context.province is not None:
        return entry.full_name(context.province, context.day)
    if entry.level is None and not _has_seat(entry):
        return entry.name
    if entry.level is None and context.district is not None:
        return f"{entry.name} {context.district}"
    if entry.level is None and context.province is not None:
        return f"{entry.name} {context.province.full_name(context.day)}"
    return entry.name


_UNITS = frozenset((AgencyKind.ENTERPRISE, AgencyKind.PUBLIC_UNIT, AgencyKind.SCHOOL))


def _has_seat(entry: AgencyEntry) -> bool:
    """Whether a body of any level is that of the document's own level, and no team or company."""
    if entry.kind is AgencyKind.OTHER:
        return entry.name.startswith(("Ban ", "Hội đồng", "Ủy ban", "Thường trực"))
    return entry.kind not in _UNITS


def _with_place(entry: AgencyEntry, place: str, context: CitationContext) -> str:
    province = provinces.find(place)
    if province is not None and entry.level is AgencyLevel.PROVINCE:
        return entry.full_name(province, context.day)
    return entry.name if entry.name.endswith(f" {place}") else f"{entry.name} {place}"


def _past_term(text: str, position: int) -> int:
    match = _TERM.match(text, position)
    return match.end() if match is not None else position


# -------------------------------------------------------------------------- organs that are unknown


@cache
def _head() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{any_of(issuer_words().heads)})\s", regex.IGNORECASE)


@cache
def _stop() -> regex.Pattern[str]:
    """What no name goes on with."""
    stops = any_of((*title_words().openers, *issuer_words().stops))
    return regex.compile(
        rf"""
        [;:.()\[\]“”"…] | \s(?=[-–]\s)
        | ,\s*(?=(?:ngày|về|v/v|số|{any_of(title_words().openers)})(?!\p{{L}}))
        | ,\s(?=(?-i:{any_of(title_words().subjects)})\s)
        | \s(?P<word>(?:năm|số)(?=\s?[\d:])|(?:{stops})(?!\p{{L}}))
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )


@cache
def _kept() -> regex.Pattern[str]:
    """Words of names that hold a stop: "Ban chỉ đạo", "An toàn giao thông"."""
    phrases = any_of(issuer_words().but)
    return regex.compile(rf"(?<!\p{{L}})(?:{phrases})(?!\p{{L}})", regex.IGNORECASE)


@cache
def _opens_title() -> regex.Pattern[str]:
    openers = any_of(("về", "v/v", "tại", "theo", "ngày", "thông báo", *title_words().openers))
    return regex.compile(rf"\s(?:{openers})(?!\p{{L}})", regex.IGNORECASE)


def _unknown(text: str, start: int, context: CitationContext) -> Issuer | None:
    """An organ that no list holds, up to the first word that cannot be part of a name."""
    if _head().match(text, start) is None:
        return None
    end = _name_end(text, start)
    matter = _MATTER.search(text, start, end)
    end = matter.start() if matter is not None else end
    about = _ABOUT.search(text, start, end)
    if about is not None and not _is_about(text, start, end):
        end = about.start()
    name = text[start:end].rstrip(" ,")
    if len(name.split()) < 2:
        return None
    return Issuer(start + len(name), completed(in_case(name), context))


def _name_end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    kept = [match.span() for match in _kept().finditer(text, start, limit)]
    for match in _stop().finditer(text, start + 1, limit):
        word = max(match.start("word"), match.start() + 1)
        if not any(first <= word < last for first, last in kept):
            return match.start()
    return limit


def _is_about(text: str, start: int, end: int) -> bool:
    """Whether "về" belongs to the name of a steering board, because a title still follows.

    "Ban Chỉ đạo về phát triển khoa học, công nghệ … ban hành Kế hoạch" against "Ban Chỉ đạo Trung
    ương về thúc đẩy chuyển đổi số liên thông;".
    """
    helping = _HELPING.match(text, start)
    if _STEERING.match(text, helping.end() if helping is not None else start) is None:
        return False
    return _opens_title().match(text, end) is not None


@cache
def _private() -> regex.Pattern[str]:
    heads = any_of(issuer_words().private)
    return regex.compile(rf"(?:{heads})\s[^;:]{{2,{_LONGEST}}}", regex.IGNORECASE)


def is_private(words: str) -> bool:
    """Whether `words` are the name of a company, school …, which number their papers themselves."""
    if not words[:1].isupper() or _private().fullmatch(words) is None:
        return False
    # "Chi nhánh Mỏ tuyển đồng Sin Quyền, Lào Cai - VIMICO"; not one body beside another
    return not any(opens_with_agency(part.strip()) for part in words.split(",")[1:])


_COMPOUND_POSTS = ("Phó Chủ tịch", "Phó Giám đốc", "Tổng Thanh tra", "Chánh Thanh tra")


def _in_sentence(post: str) -> str:
    """A post as it stands in a sentence: "BỘ TRƯỞNG" is Bộ trưởng."""
    low = post.lower()
    for known in _COMPOUND_POSTS:
        if low == known.lower():
            return known
    return post[0].upper() + low[1:]
