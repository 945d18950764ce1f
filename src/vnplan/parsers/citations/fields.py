"""Date, issuer and title around the core of a citation, never past the next one.

    [các] TYPE [số] NUMBER [,] [ngày DATE | năm YEAR] [của ISSUER] [ngày DATE] [TITLE]

Date and issuer come in either order, and either may be missing.
"""

from __future__ import annotations

import datetime as dt

import regex

from vnplan.lexicon import issuers
from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.draft import Draft, Found
from vnplan.parsers.citations.issuers import Issuer, is_private, issuer_at
from vnplan.parsers.dates import date_at
from vnplan.records import DocumentNumber, DocumentType

# "ngày 22/12/2024", ", ngày 5/9/2026" (the Party's comma), "(ngày …)", "ban hành ngày", "ký ngày"
_DATE_LEAD = regex.compile(
    r"[\s,]*\(?(?:(?:được\s)?(?:ban hành|thông qua|ký)(?:\svào)?\s)?"
    r"(?:(?:hồi|lúc)\s\d{1,2}\s?(?:giờ|h)(?:\s?\d{1,2})?(?:\s?phút)?,?\s)?"  # a Công điện
    r"(?:(?:đều|cùng)\s)?(?=ngày|NGÀY|Ngày|\d{1,2}[/.\-]\d)"
)
# "… ngày 05/01/2024 và Kế hoạch số 2/KH-UBND cùng ngày của UBND tỉnh": see `lists`
_SAME_DAY = regex.compile(r"[\s,]*\(?(?:ban hành\s)?cùng ngày(?!\s\d|\p{L})\)?")
# "năm 2017", "2025", "(năm 2023)"; not the first year of a period "2021 - 2025" nor of a date
_YEAR = regex.compile(
    r"[\s,]*\(?(?P<word>năm\s|NĂM\s)?(?P<year>(?:19|20)\d\d)\)?"
    r"(?![\d/\-.]\d|\d|\s?[-–]\s?\d)"
)
_OF = regex.compile(
    r"[\s,]*(?:c[ủùúũ]a|do|giữa|cuả|CỦA|DO|GIỮA)(?:\scác)?\s+"
    r"(?:(?i:liên)\s(?:(?i:bộ|ngành):?\s(?=Bộ|Sở)|(?=Bộ|Sở|các)))?"
)
# "Nghị quyết số 29-NQ/TW Hội nghị Trung ương 8 khóa XI": an issuer without "của"
_BARE_ISSUER = regex.compile(r"[\s,]*\(?(?=Hội nghị|HỘI NGHỊ|Ban Chấp hành Trung ương)")
# "Nghị quyết số 29-NQ/TW (khóa XI)": the term of the body, before or without its name
_TERM = regex.compile(r"[\s,]*\(?(?:[Kk]hóa|[Kk]hoá|KHÓA)\s[IVX\d]{1,5}\)?(?!\p{L})")
# A second issuer begins with the head of a name, so that "và Công nghệ" is none.
_AND = regex.compile(
    r"""
    \s*(?:,|;|-|–|\bvà|\bvới)\s+(?:của\s)?
    (?=(?:Bộ|Viện|Tòa\sán|Toà\sán|Ban|Ủy\sban|Thanh\stra|Văn\sphòng|Ngân\shàng|Sở|Hội|Liên\sđoàn|
          Công\san|Tổng|Kiểm\stoán|Đoàn|Trung\sương|UBND|HĐND|Phòng|Cục|Chính\sphủ|Chi\scục|Trường|
          (?:Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường)\sđoàn)(?!\p{L}))
    """,
    regex.VERBOSE,
)
# A law of a day: "được Quốc hội khóa XV thông qua tại kỳ họp thứ 9 ngày 26 tháng 6 năm 2025"
_PASSED = regex.compile(
    r"\s(?:đã\s)?được\s(?:Quốc hội|Ủy ban Thường vụ Quốc hội)[^.;()]{0,60}?"
    r"\sthông qua[^.;()]{0,60}?(?=\sngày\s\d)"
)
# "Luật Đất đai (sửa đổi) năm 2013"
_NEW_LAW = regex.compile(r"\s?\((?i:sửa đổi(?:, bổ sung)?|hợp nhất)\)")
# "… Công văn số 89/BYT-DP ngày …, của UBND tỉnh tại Công văn số 150/UBND-KGVX"
_OF_THE_NEXT = regex.compile(r"\stại\s(?:các\s)?\p{Lu}\p{Ll}+\s(?:\p{Ll}+\s)?(?:số\s)?\d")
_MOST_ISSUERS = 8
# "…, ngày 5/3/2026, UBND tỉnh đã ban hành Kế hoạch số …"
_ACTS = regex.compile(
    r",?\s(?:\p{Lu}|các\s)[\p{L}\s]{1,90}?\s(?:đã\s)?"
    r"(?:ban hành|phê duyệt|tổ chức|có (?:Công văn|Kế hoạch|Quyết định|văn bản))(?!\p{L})"
)
# "Kết luận số 127-KL/TW … của Bộ Chính trị, Ban Bí thư": one code for both
_WITH_SECRETARIAT = regex.compile(r"(?<=Bộ Chính trị)(?:,|\svà)\sBan Bí thư(?!\p{L})")


def read_fields(draft: Draft, limit: int, context: CitationContext) -> None:
    """Read what stands behind the core, in any order, up to `limit` (where the next one begins)."""
    text = draft.cited.text
    position = draft.core_end
    for _ in range(4):
        after = _read_one(draft, text, position, limit, context)
        if after is None:
            break
        position = after
    draft.end = max(draft.end, position)


def _read_one(
    draft: Draft, text: str, position: int, limit: int, context: CitationContext
) -> int | None:
    dated = _date(text, position, limit) if draft.day is None else None
    if dated is not None and not _opens_clause(draft, position, dated):
        draft.day, draft.own_date = dated[1], True
        return dated[0]
    if draft.day is None and (same := _SAME_DAY.match(text, position, limit)) is not None:
        return same.end()
    if draft.day is None and draft.year is None and (year := _year(draft, position, limit)):
        draft.year = year[1]
        return year[0]
    if not draft.own_issuer and draft.found is Found.NUMBER:
        issuer = _issuer(draft, position, limit, context)
        if issuer is not None:
            draft.issuer, draft.own_issuer = issuer.name, True
            return issuer.end
    if draft.found is Found.LAW and (new := _NEW_LAW.match(text, position, limit)) is not None:
        return new.end()
    term = _TERM.match(text, position, limit) if draft.found is Found.NUMBER else None
    if term is not None:
        return term.end()
    if draft.found is Found.LAW and draft.day is None:
        return _passed(draft, text, position, limit)
    return None


def _date(text: str, position: int, limit: int) -> tuple[int, dt.date | None] | None:
    lead = _DATE_LEAD.match(text, position)
    if lead is None:
        return None
    found = date_at(text, lead.end())
    if found is None or found.end > limit:
        return None
    end = found.end
    if "(" in lead[0] and text[end : end + 1] == ")":
        end += 1
    return end, found.value


def _opens_clause(draft: Draft, position: int, dated: tuple[int, dt.date | None]) -> bool:
    """Whether a day behind a comma tells when somebody did something on that ground.

    "Thực hiện Nghị định số 06/2022/NĐ-CP của Chính phủ, | ngày 17 tháng 6 năm 2025 Bộ trưởng … đã
    ban hành Thông tư …": the year in a number may deny the day, too.
    """
    text, (end, day) = draft.cited.text, dated
    if not text[position:end].lstrip().startswith(","):
        return False
    year = draft.number.year if draft.number is not None else None
    if year is not None and day is not None and day.year != year:
        return True
    return _ACTS.match(text, end) is not None


def _year(draft: Draft, position: int, limit: int) -> tuple[int, int] | None:
    """ "Luật Thủy sản năm 2017", "Luật An ninh mạng 2025", "Quyết định 1230/QĐ-BGDĐT năm 2018"."""
    text = draft.cited.text
    match = _YEAR.match(text, position)
    if match is None or match.end() > limit:
        return None
    if match["word"] is None and draft.found is not Found.LAW:
        return None
    return match.end(), int(match["year"])


def _passed(draft: Draft, text: str, position: int, limit: int) -> int | None:
    """The day on which the National Assembly passed the law; its words are no part of the span."""
    match = _PASSED.match(text, position)
    if match is None or match.end() > limit:
        return None
    found = date_at(text, match.end() + 1)
    if found is not None and found.end <= limit:
        draft.day, draft.own_date = found.value, found.value is not None
    return None


def _issuer(draft: Draft, position: int, limit: int, context: CitationContext) -> Issuer | None:
    text = draft.cited.text
    lead = _OF.match(text, position) or _BARE_ISSUER.match(text, position)
    if lead is None:
        return None
    found = issuer_at(text, lead.end(), limit, context)
    if found is None or ("," in lead[0] and _OF_THE_NEXT.match(text, found.end)):
        return None
    codes = draft.number.issuer_codes if draft.number is not None else ()
    name = found.name
    if codes == ("TTg",) and name == "Thanh tra Chính phủ":
        name = "Thủ tướng Chính phủ"  # "của TTCP" is short for either; the code knows
    names, end = [name], found.end
    joins = len(codes) > 1 or "giữa" in lead[0].lower() or _WITH_SECRETARIAT.match(text, end)
    while joins and len(names) < _MOST_ISSUERS:
        joint = _AND.match(text, end)
        another = issuer_at(text, joint.end(), limit, context) if joint is not None else None
        if another is None:
            break
        names.append(another.name)
        end = another.end
    if "(" in lead[0] and text[end : end + 1] == ")":
        end += 1
    return Issuer(end, _joined(names))


def _joined(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} và {names[-1]}"


# --------------------------------------------------------------------------------------- before

# "theo đề nghị của Sở X tại Tờ trình số …", "chỉ đạo của Thủ tướng Chính phủ tại Chỉ thị số …"
_AT = regex.compile(r"\stại\s(?:các\s)?$")
# behind a semicolon the next of those who ask: "…; Sở Tư pháp tại Báo cáo số …"
_OF_BEFORE = regex.compile(r"(?<!\p{L})(?:của|do)\s|[;:]\s(?=\p{Lu})")
_REACH = 160


def issuer_before(draft: Draft, floor: int, context: CitationContext) -> None:
    """The issuer named before the citation: "đề nghị của Sở X tại Tờ trình số …"."""
    if draft.own_issuer or draft.found is not Found.NUMBER:
        return
    text = draft.cited.text
    start = max(floor, draft.start - _REACH)
    acting = _ACTED.search(text, start, draft.start)
    if acting is not None:
        _actor_before(draft, start, acting.start(), context)
        return
    lead = _AT.search(text, start, draft.start)
    if lead is None:
        return
    for match in reversed(list(_OF_BEFORE.finditer(text, start, lead.start()))):
        # "của Phòng Lao động - Thương binh và Xã hội (LĐ-TB&XH) huyện tại Tờ trình …"
        words = _GLOSS.sub("", text[match.end() : lead.start()])
        found = issuer_at(words, 0, len(words), context)
        whole = found if found is not None and found.end == len(words) else None
        if is_private(words):
            draft.issuer, draft.own_issuer = whole.name if whole else words.strip(), True
            return
        if whole is None:
            continue
        found = whole
        name = _HEAD_OF_DEPARTMENT.sub("", found.name)
        if draft.type in _OF_BODIES:
            name = _HEAD_OF_BODY.sub("", name)
        if draft.number is not None and _may_number(draft.number, name):
            draft.issuer, draft.own_issuer = name, True
        return


_DAY = regex.compile(r"(?<!\p{L})[Nn]gày\s(?=\d)")
_ISSUED = regex.compile(
    r"[,:]?\s[^.;:\d]{3,100}?\s(?:(?:đã|vừa)\s)?(?:ban hành|ký ban hành|ký|có|thông qua)"
    r"\s(?:các\s)?"
)


def date_before(draft: Draft, floor: int) -> None:
    """ "Ngày 21/4/2015, Thủ tướng Chính phủ đã ban hành Chỉ thị số 06/CT-TTg về …": its day."""
    if draft.day is not None or draft.found is not Found.NUMBER:
        return
    text = draft.cited.text
    for match in _DAY.finditer(text, max(floor, draft.start - _REACH), draft.start):
        found = date_at(text, match.start())
        if found is None or found.value is None or found.end >= draft.start:
            continue
        if _ISSUED.fullmatch(text, found.end, draft.start) is not None:
            draft.day, draft.own_date = found.value, True


# "UBND tỉnh đã ban hành Kế hoạch số …", "được UBND tỉnh phê duyệt tại Quyết định số …"
_ACTED = regex.compile(
    r"\s(?:(?:đã|sẽ)\s)?(?:ban hành|phê duyệt|thông qua|ký ban hành|ký|có|giao|công nhận"
    r"|công bố|quy định|quyết định|chấp thuận)"
    r"(?:\s(?:tại|theo|bằng))?(?:\scác)?\s$"
)
_NAME_OPENS = regex.compile(r"(?<!\p{L})(?=\p{Lu})")


def _actor_before(draft: Draft, start: int, end: int, context: CitationContext) -> None:
    """The one whose act the citation is, when the name is the whole of the words before `end`."""
    text = draft.cited.text
    for opening in _NAME_OPENS.finditer(text, start, end):
        found = issuer_at(text, opening.start(), end, context)
        if found is None or found.end != end:
            continue
        if draft.number is not None and _may_number(draft.number, found.name):
            draft.issuer, draft.own_issuer = found.name, True
        return


# The number of a Tờ trình is that of the department, whoever of it is said to propose.
_HEAD_OF_DEPARTMENT = regex.compile(
    r"^(?:Giám đốc|Chánh|Trưởng) (?=Sở|Văn phòng|Thanh tra|Ban|Công an)"
)


# "(LĐ-TB&XH)" behind a name
_GLOSS = regex.compile(r"\s?\(\p{Lu}[^()\s]{1,15}\)")
# What a head proposes or reports is a paper of his house, a decision is his own.
_OF_BODIES = frozenset((DocumentType.SUBMISSION, DocumentType.REPORT, DocumentType.OFFICIAL_LETTER))
# "đề nghị của Bộ trưởng Bộ Tài chính tại Tờ trình số 844/TTr-BTC"
_HEAD_OF_BODY = regex.compile(
    r"^(?:Bộ trưởng(?:, Chủ nhiệm)?|Thứ trưởng|Chủ nhiệm|Thống đốc|Tổng Giám đốc|(?:Phó )?Chủ tịch)"
    r" (?=Bộ|Văn phòng|Ủy ban|Ngân hàng|Bảo hiểm|Hội|Liên)"
)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()


def _may_number(number: DocumentNumber, name: str) -> bool:
    """Whether an organ named at a distance can have issued under the code of the number."""
    for code in number.issuer_codes:
        party = "-" in number.canonical.split("/")[0]
        rows = issuers.by_code(code, party=party)
        heads = {row.name.split()[0].casefold() for row in rows}
        if _initials(name).startswith(code.upper()):
            continue  # "TTr-TT" of the Thanh tra of a province, though others sign so too
        if any(row.name.partition(" ")[2].casefold() in name.casefold() for row in rows):
            continue  # "TTr-LĐTBXH" of the Phòng Lao động - Thương binh và Xã hội of a district
        if heads and heads.isdisjoint(name.casefold().split()):
            return False
    return True
