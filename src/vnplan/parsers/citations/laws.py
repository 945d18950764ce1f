"""Laws and codes cited by name, and the unnumbered resolutions of Party congresses.

A law is cited by type and name alone (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6). Where the name
ends is known for the laws of the lexicon and guessed from the words for others: a name is a noun
phrase, so the first word that can only open a clause ends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

import regex

from vnplan.lexicon import laws
from vnplan.lexicon.citation_words import law_words
from vnplan.parsers.citations.draft import Cited, Draft, Found
from vnplan.records import DocumentType
from vnplan.text.lines import LogicalLine

_KINDS = {
    "bộ luật": (DocumentType.CODE, "Bộ luật"),
    "luật": (DocumentType.LAW, "Luật"),
    "pháp lệnh": (DocumentType.ORDINANCE, "Pháp lệnh"),
    "hiến pháp": (DocumentType.CONSTITUTION, "Hiến pháp"),
}
# With a capital: "pháp luật", "kỷ luật", "định luật", "các luật" name no instrument, but "theo quy
# định Luật Đất đai" does. "Hội Luật gia", "Trường Đại
# học Luật", "Luật sư", "Dân Luật" are no laws either.
_NOUN = regex.compile(
    r"""
    (?<![\p{L}\d])
    (?<!(?:pháp|kỷ|quy|(?<![Qq]uy\s)định|pháp\slý|khoa|học|trường|hội|đoàn|dân|ngành|báo|viện)\s
       |(?:PHÁP|KỶ|QUY|KHOA|HỌC|TRƯỜNG|HỘI|ĐOÀN|DÂN|NGÀNH|BÁO|VIỆN)\s
       |(?:Khoa|Trường|Hội|Đoàn|Dân|Ngành|Báo|Viện|Pháp|Kỷ)\s)
    (?P<noun>Bộ\s[Ll]uật|BỘ\sLUẬT|Luật|LUẬT|Pháp\slệnh|PHÁP\sLỆNH|Hiến\spháp|HIẾN\sPHÁP)
    (?!\s(?:sư|gia|học|pháp|sỹ|sĩ|SƯ|GIA|HỌC)(?!\p{L}))(?!\p{L})
    """,
    regex.VERBOSE,
)
# "Luật Sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều"
_AMENDING = regex.compile(
    r"\s+sửa đổi(?:,)?(?: và)?(?: bổ sung)?(?: một số điều(?: khoản)?)?(?: của)?(?: các)?(?!\p{L})",
    regex.IGNORECASE,
)
_WORD = regex.compile(r"[^\s,;:.()\[\]“”\"…]+")
_LONGEST_NAME = 14  # words


def find_laws(cited: Cited) -> Iterator[Draft]:
    """Laws, codes, ordinances and the Constitution cited by name, from left to right.

    The word "Luật" alone is not among them; see `references`.
    """
    position = 0
    while (match := _NOUN.search(cited.text, position)) is not None:
        position = match.end()
        draft = _law(cited, match)
        if draft is not None:
            yield draft
    if might_name_law(cited.text):
        yield from _in_small_letters(cited)
    if "ác luật" in cited.line.folded or "ững luật" in cited.line.folded:
        yield from _listed(cited)


# "các Luật: Đấu thầu, Đầu tư công, Bảo vệ môi trường năm 2020", "các luật Đất đai, Nhà ở"
_LIST = regex.compile(r"(?<!\p{L})(?:[Cc]ác|[Nn]hững)\s(?P<noun>[Ll]uật(?P<colon>\s?:)?)\s")
_NEXT = regex.compile(r"(?:\s(?:năm\s)?(?:19|20)\d\d)?(?:[,;]|\svà|,\svà)\s(?![Ll]uật)")


def _listed(cited: Cited) -> Iterator[Draft]:
    """Names of laws behind one "Luật"; the first too where `_law` does not find it."""
    for match in _LIST.finditer(cited.text):
        members: list[tuple[int, int, str]] = []
        place: int | None = match.end()
        while place is not None:
            known = laws.match_start(cited.text[place : place + 160], DocumentType.LAW)
            if known is None:
                break
            members.append((place, place + known[0], known[1].name))
            joint = _NEXT.match(cited.text, place + known[0])
            place = joint.end() if joint is not None else None
        if len(members) < 2:
            continue
        whole = match["colon"] is None and match["noun"][0].isupper()
        for start, end, name in members[1:] if whole else members:
            yield _draft(cited, start, end, DocumentType.LAW, "Luật", f"Luật {name}")


# "quy định chi tiết một số điều của luật quản lý, sử dụng vũ khí, vật liệu nổ …": a slip that
# only a name of the list, of more than two words, makes a law: "luật đất đai" is said of any.
_SMALL = regex.compile(
    r"(?<!\p{L})(?i:của|các|căn cứ|theo|và|thi hành|thực hiện)\s"
    r"(?P<noun>luật)\s(?=\p{Ll})"
)
_FEWEST_WORDS = 3


def might_name_law(text: str) -> bool:
    """Whether a line may name a law in small letters; cheap on those that do not."""
    return "luật " in text and _SMALL.search(text) is not None


def _in_small_letters(cited: Cited) -> Iterator[Draft]:
    for match in _SMALL.finditer(cited.text):
        kind, type_name = _KINDS[match["noun"]]
        found = laws.match_start(cited.text[match.end() : match.end() + 160], kind)
        if found is None or found[1].name.count(" ") < _FEWEST_WORDS - 1:
            continue
        end = match.end() + found[0]
        yield _draft(
            cited, match.start("noun"), end, kind, type_name, f"{type_name} {found[1].name}"
        )


# "hoàn thiện hồ sơ dự án Luật Giao thông đường bộ (sửa đổi)": there is no such law yet
_NOT_YET = regex.compile(r"(?<!\p{L})dự\s(?:án|thảo)\s$", regex.IGNORECASE)
# … and so wherever the document names it: "sau khi Luật Khoáng sản (sửa đổi) ban hành"
_DRAFTED = regex.compile(
    r"(?<!\p{L})dự (?:án|thảo) (?P<name>(?:bộ )?luật [^();:.]{3,90}?) \(sửa đổi"
)
_REVISED = regex.compile(r"\s?\(sửa đổi", regex.IGNORECASE)


def drafted_laws(lines: Iterable[LogicalLine]) -> frozenset[str]:
    """The folded names of laws that the document calls drafts of a revision."""
    told = (line.folded for line in lines if "(sửa đổi" in line.folded)
    return frozenset(match["name"] for text in told for match in _DRAFTED.finditer(text))


def is_drafted(draft: Draft, drafted: Set[str]) -> bool:
    """Whether it is the revision that the document calls a draft, and no law yet."""
    if not drafted or draft.found is not Found.LAW or (draft.day or draft.year) is not None:
        return False
    name = draft.line.folded[draft.start : draft.name_end]
    return name in drafted and _REVISED.match(draft.cited.text, draft.name_end) is not None


def _law(cited: Cited, match: regex.Match[str]) -> Draft | None:
    if _NOT_YET.search(cited.text, max(0, match.start() - 12), match.start()) is not None:
        return None
    kind, type_name = _KINDS[match["noun"].lower()]
    amending = _AMENDING.match(cited.text, match.end())
    if amending is not None and kind is not DocumentType.CONSTITUTION:
        end = amending.end()
        return _draft(cited, match.start(), end, kind, type_name, None)
    named = _name(cited.text, match.end(), kind)
    dated = _dated_end(cited.text, match.start(), match.end() + 1)
    if dated is not None and (named is None or named[0] < dated):
        named = dated, cited.text[match.end() + 1 : dated].rstrip(",")
    if named is None:
        return None
    end, name = named
    title = f"{type_name} {name}" if name else None
    return _draft(cited, match.start(), end, kind, type_name, title)


def _draft(
    cited: Cited, start: int, end: int, kind: DocumentType, type_name: str, title: str | None
) -> Draft:
    return Draft(
        cited=cited,
        found=Found.LAW,
        start=start,
        core_start=start,
        core_end=end,
        end=end,
        name_end=end,
        type=kind,
        type_name=type_name,
        title=title,
        issuer="Ủy ban Thường vụ Quốc hội" if kind is DocumentType.ORDINANCE else "Quốc hội",
    )


def is_amending(draft: Draft) -> bool:
    """Whether the name of the law goes on with those it amends."""
    return draft.found is Found.LAW and draft.title is None


def _name(text: str, start: int, kind: DocumentType) -> tuple[int, str] | None:
    """Where the name that begins behind the type word ends, and the name as it is printed."""
    begin = start + 1
    if begin >= len(text) or text[start] != " ":
        return (start, "") if kind is DocumentType.CONSTITUTION else None
    known = laws.match_start(text[begin : begin + 160], kind)
    if known is not None:
        return begin + known[0], known[1].name
    if kind is DocumentType.CONSTITUTION:
        return start, ""
    end = _guessed_end(text, begin)
    return (end, text[begin:end]) if end is not None else None


# "Căn cứ Luật Bảo vệ, chăm sóc sức khỏe nhân dân năm 1989": among the grounds the day or the year
# ends a name, however long it is, and "Pháp lệnh về nhiệm vụ, quyền hạn … ở mỗi cấp" begins small
_GROUND = regex.compile(r"(?:^|(?<=[;.]\s)|^[-–+•*\s]+)căn\scứ\s+$", regex.IGNORECASE)
_DATED = regex.compile(r"[^;:.()\n\d“”]{2,200}?(?=,?\s(?:ngày\s\d{1,2}[\s/.-]|năm\s\d{4}))")
_NO_NAME = regex.compile(
    r"(?<!\p{L})(?:luật|nghị\sđịnh|nghị\squyết|quyết\sđịnh|thông\stư|chỉ\sthị|kế\shoạch|số|được"
    r"|thông\squa|quy\sđịnh|căn\scứ|hướng\sdẫn|sửa\sđổi|tình\shình|thực\stế|và\scác)(?!\p{L})",
    regex.IGNORECASE,
)


def _dated_end(text: str, noun: int, begin: int) -> int | None:
    """The end of the name of a ground by the day or year behind it; None where none tells."""
    if _GROUND.search(text[max(0, noun - 20) : noun]) is None:
        return None
    match = _DATED.match(text, begin)
    if match is None or _NO_NAME.search(match[0]):
        return None
    return match.end()


def _guessed_end(text: str, begin: int) -> int | None:
    """The end of a name that is in no list; None when no name begins here."""
    first = _WORD.match(text, begin)
    if first is None or not first[0][0].isupper() or first[0].lower() in law_words().stops:
        return None
    if any(sign.isdigit() for sign in first[0]):
        return None
    words = law_words()
    end, previous = first.end(), first[0]
    for word in _WORD.finditer(text, end, min(len(text), end + 160)):
        gap = text[end : word.start()]
        if gap != " " and not (gap == ", " and previous.lower() == "phòng"):
            break  # "Phòng, chống …" is the one pair that names share
        low = word[0].lower()
        if low in words.stops or word[0][0].isdigit():
            break
        if previous == "và" and low in words.after_and:
            break
        if word[0][0].isupper() and low in ("luật", "nghị", "thông", "quyết", "bộ", "pháp"):
            break
        end, previous = word.end(), word[0]
        if text.count(" ", begin, end) >= _LONGEST_NAME:
            break
    name = text[begin:end]
    for tail in (" và", " Và"):
        name = name.removesuffix(tail)
    return begin + len(name) if name else None


# "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng",
# "Nghị quyết đại hội Đảng lần thứ XIII", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX"
_CONGRESS = regex.compile(
    r"""
    (?<!\p{L})nghị\squyết\s(?:của\s)?(?:đại\shội|đh)
    (?:\s(?:đại\sbiểu|đb))?(?P<nation>\stoàn\squốc)?
    (?:\s(?:đảng\sbộ)\s(?P<seat>(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|xã|phường)
        (?:\s(?!lần|nhiệm|khóa)\p{L}[^\s,;.()]{0,20}){0,4}?))?
    (?P<party>\s(?:của\s)?đảng)?(?P<nation>\stoàn\squốc)?
    \s(?:lần\s(?:thứ\s)?)?(?P<ordinal>[ivx]{1,6}|\d{1,2}|thứ\s\p{L}{2,5})(?![\p{L}\d])
    (?:(?:\s\(nhiệm\skỳ\s[^()]{4,16}\)|,?\snhiệm\skỳ\s\d{4}\s?[-–]\s?\d{4},?)?
        \s(?:của\s)?đảng\sbộ\s(?P<seat>(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|xã|phường)
        (?:\s(?-i:\p{Lu})[^\s,;.()]{0,20}){0,4})(?!\p{L}))?
    (?P<party>\s(?:của\s)?đảng(?!\sbộ|\sủy))?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


# "Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XII", "Nghị quyết Hội nghị
# Trung ương 5 khóa XII", "Nghị quyết Trung ương 4 (khóa XI, XII)"
_PLENUM = regex.compile(
    r"""
    (?<!\p{L})nghị\squyết\s(?:của\s)?
    (?: hội\snghị\slần\sthứ\s(?:\d{1,2}|\p{L}{2,5}(?:\s(?:hai|ba|bốn|tư|lăm))?),?\s
          (?:của\s)?(?:ban\schấp\shành|bch)\s(?:trung\sương|tw)(?:\sđảng)?
      | (?:hội\snghị\s)?(?:(?:ban\schấp\shành|bch)\s)?(?:trung\sương|tw)\s
          (?:lần\s(?:thứ\s)?)?\d{1,2} )
    ,?\s\(?khóa\s[ivx\d]{1,5}(?:(?:,|\svà)\s[ivx]{1,5}(?!\p{L})){0,3}\)?(?!\p{L})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


def find_plenums(cited: Cited) -> Iterator[Draft]:
    """Resolutions of plenums of the Central Committee that are called by the plenum alone."""
    for match in _PLENUM.finditer(cited.text):
        yield Draft(
            cited=cited,
            found=Found.CONGRESS,
            start=match.start(),
            core_start=match.start(),
            core_end=match.end(),
            end=match.end(),
            type=DocumentType.RESOLUTION,
            type_name="Nghị quyết",
            issuer="Ban Chấp hành Trung ương Đảng",
            title=match[0][:1].upper() + match[0][1:],
        )


def find_congresses(cited: Cited) -> Iterator[Draft]:
    """Resolutions of congresses of the Party, which bear no number."""
    for match in _CONGRESS.finditer(cited.text):
        ordinal = match["ordinal"].upper()
        if match["seat"] is not None:
            issuer = f"Đại hội đại biểu Đảng bộ {_seat(match['seat'])} lần thứ {ordinal}"
        else:
            issuer = f"Đại hội đại biểu toàn quốc lần thứ {ordinal} của Đảng"
        yield Draft(
            cited=cited,
            found=Found.CONGRESS,
            start=match.start(),
            core_start=match.start(),
            core_end=match.end(),
            end=match.end(),
            type=DocumentType.RESOLUTION,
            type_name="Nghị quyết",
            issuer=issuer,
            title=f"Nghị quyết {issuer}",
        )


def _seat(words: str) -> str:
    """The seat of a congress printed in capitals in sentence case: "TỈNH NGHỆ AN"."""
    if not words.isupper():
        return words
    kind, _, name = words.lower().partition(" ")
    return f"{kind} {name.title()}" if name else kind
