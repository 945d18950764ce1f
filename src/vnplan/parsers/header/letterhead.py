"""The letterhead: issuing body (cơ quan ban hành) and the body above it (cơ quan chủ quản).

Names are printed in capitals over one to four lines; "ỦY BAN NHÂN DÂN" ⏎ "TỈNH NGHỆ AN" is one
name, "UBND TỈNH LÀO CAI" ⏎ "SỞ CÔNG THƯƠNG" are two (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import issuers, letterhead, provinces
from vnplan.parsers.header.naming import OwnWords, canonical_name, territory, written_out
from vnplan.parsers.header.window import Piece
from vnplan.text.fold import fold, strip_diacritics


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One name as printed, its lines joined; `start` and `end` in the window."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Issuing:
    """Canonical names; `printed` holds the words of the letterhead, the highest body first."""

    parent: str | None
    issuer: str | None
    printed: tuple[PrintedName, ...]


_MAX_LINES = 9
_MAX_WORDS = 22
# "BỘ CÔNG AN - BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
_BETWEEN = regex.compile(
    r"\s+-\s+(?=(?:Bộ|Sở|Ủy ban|Ban|Hội|Liên|Tòa|Viện|Công an|Đoàn|Ngân hàng|Thanh tra|Tổng"
    r"|Trung ương|Chính phủ|Bảo hiểm|Kiểm toán|Mặt trận)(?:\s|$))",
    regex.IGNORECASE,
)
_WEAK_INSIDE = frozenset(("hội", "đoàn", "tổ", "báo", "đài", "quỹ", "thuế", "khoa", "đơn", "cơ"))
_CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương"
_TWO_WORDS = ("thành phố", "thị xã", "thị trấn", "đặc khu")
_NO_OPENERS = ("bộ đội", "phòng, chống", "phòng cháy", "phòng thủ", "hội nhập")
_RULE_BEHIND = regex.compile(r"(?r)(?<![-–_=])[-–_=]{2,}[-–_=\s]*$")
_ORDINAL = regex.compile(r"^\d{1,2}\.\s+(?=\p{Lu}{2})")  # a page flattened into a list
_NO_NAME = regex.compile(
    r"""^(?:sao\ y|sao\ lục|trích\ sao|bản\ sao|phụ\ lục|công\ văn\ đến|văn\ bản\ đến|đến|ký\ bởi
        |người\ ký|cơ\ quan\ ký|email|thời\ gian\ ký|điện\ thoại|địa\ chỉ|fax|website|trang
        |độc\ lập|v/v|công\ báo|liên\ (?:tịch|ngành|bộ)\W*$|mẫu\ số|biểu)\b""",
    regex.VERBOSE,
)


def letterhead_pieces(pieces: Sequence[Piece], *, certain: bool) -> list[Piece]:
    """The pieces that print names: the last unbroken run of them.

    What stands above, such as the title of a page of a portal, breaks the run. Unless a motto makes
    it `certain` that this is a letterhead, one of them must open with a known word for a body.
    """
    run: list[Piece] = []
    for piece in reversed(pieces):
        if not _is_name_like(piece.text):
            if run:
                break
            continue
        run.append(piece)
    known = any(letterhead.heads().opens(_spelled(one.text)) for one in run)
    return run[:_MAX_LINES][::-1] if certain or known else []


_MOST_MISREAD = 2
_SHORTEST_MENDED = 10


def as_coded(pieces: Sequence[Piece], codes: Sequence[str]) -> list[Piece]:
    """The pieces, with the name the number has a code for where a scan spoilt some of its letters.

    "TONG CYC THUE" over "Số: 1046/TCT-TTKT" is Tổng cục Thuế.
    """
    wanted = [row.name.upper() for code in codes[:1] for row in issuers.by_code(code)]
    mended: list[Piece] = []
    for piece in pieces:
        meant = next((name for name in wanted if _spoilt(piece.text, name)), piece.text)
        mended.append(Piece(piece.start, piece.end, meant))
    return mended


def _spoilt(text: str, name: str) -> bool:
    """Whether the capitals of `text` are those of `name` but for a letter or two.

    What opens with a known word for a body is sound: SỞ is no BỘ.
    """
    if letterhead.heads().opens(_spelled(text)) > 0:
        return False
    read, meant = strip_diacritics(text), strip_diacritics(name)
    if len(read) != len(meant) or len(meant) < _SHORTEST_MENDED or not text.isupper():
        return False
    return sum(map(str.__ne__, read, meant)) <= _MOST_MISREAD and text != name


def _is_name_like(text: str) -> bool:
    bare = _ORDINAL.sub("", text.strip(" -–_*|."))
    words = letterhead.words_of(fold(bare))
    if not words or len(words) > _MAX_WORDS or not bare[:1].isalpha():
        return False
    if ":" in bare or bare.endswith(";") or _NO_NAME.match(" ".join(words)):
        return False
    letters = [char for char in bare if char.isalpha()]
    if sum(char.isupper() for char in letters) >= 0.8 * len(letters):
        return True
    # "Trường THPT Cao Lãnh", "Ủy ban nhân dân huyện Krông Nô" outside capitals
    return len(words) <= 14 and bare[0].isupper() and letterhead.heads().opens(_spelled(bare)) > 0


def _spelled(text: str) -> list[str]:
    """The folded words of a name, abbreviations in full."""
    return [fold(word) for word in written_out(text)]


def printed_names(pieces: Sequence[Piece]) -> list[PrintedName]:
    """Lines joined to names: a line that opens with a head word begins a new one."""
    names: list[PrintedName] = []
    for piece in pieces:
        text = _RULE_BEHIND.sub("", _ORDINAL.sub("", piece.text.strip(" |*_`'~^")))
        text = _without_speck(text)
        for part in _glued(text):
            if names and not _begins_name(part, names[-1].text):
                joined = f"{names[-1].text} {part}"
                names[-1] = PrintedName(joined, names[-1].start, piece.end)
            else:
                names.append(PrintedName(part, piece.start, piece.end))
    return names


def _without_speck(text: str) -> str:
    """ "- SỞ GIÁO DỤC": a speck of the scan; "SỞ LAO ĐỘNG" ⏎ "- THƯƠNG BINH" goes on so."""
    bare = text.lstrip("-– ")
    return bare if letterhead.heads().opens(_spelled(bare)) else text


def _glued(text: str) -> list[str]:
    """Two names in one flattened line: "UBND TỈNH LÀO CAI SỞ CÔNG THƯƠNG"."""
    words = text.split()
    for place in range(2, len(words)):
        folded = [fold(word) for word in words[place : place + 8]]
        if letterhead.heads().opens(folded) == 0 or folded[0] in _WEAK_INSIDE:
            continue
        if letterhead.place_names().at([fold(words[place - 1]), folded[0]], 0) is not None:
            continue  # "THÀNH PHỐ HẢI PHÒNG"
        above = canonical_name(" ".join(words[:place]))
        if above is not None and territory(above) is not None:
            return [" ".join(words[:place]), *_glued(" ".join(words[place:]))]
    return [text] if text else []


def _begins_name(text: str, above: str) -> bool:
    words = _spelled(text)
    previous = " ".join(_spelled(above)).rstrip(" -")
    last = previous.rpartition(" - ")[2]
    if last in letterhead.incomplete() or letterhead.heads().begins_longer(previous):
        return False
    if " ".join([previous, *words]) in letterhead.name_phrases().forms:
        return False  # "VĂN PHÒNG" ⏎ "CHÍNH PHỦ"
    if fold(above).endswith((" -", " và", ",", " của", " thuộc", "&")):
        return False
    length = letterhead.heads().opens(words)
    if length == 0 or words[:2] == ["tổ", "quốc"]:  # "… MẶT TRẬN" ⏎ "TỔ QUỐC VIỆT NAM"
        return False
    # "BỘ ĐỘI BIÊN PHÒNG", "PHÒNG, CHỐNG THIÊN TAI", "ĐẢNG": longer phrases that open no name
    phrase = letterhead.name_phrases().at(words, 0)
    longer = phrase is not None and phrase[0] > length
    return not (longer and phrase is not None and fold(phrase[1]).startswith(_NO_OPENERS))


# ----------------------------------------------------------------------------------- canonical


def issuing_body(
    names: Sequence[PrintedName],
    *,
    place: str | None,
    on: dt.date | None,
    codes: Sequence[str] = (),
    joint: int,
    own: OwnWords,
) -> Issuing:
    """Parent and issuer of a letterhead.

    `codes`: those of the issuers in the number; `joint`: how many issuers it names.
    """
    canonical = (canonical_name(printed.text, on=on, own=own) for printed in names)
    fulls = [name for name in canonical if name is not None]
    if fulls and _is_cut(names[-1].text):
        fulls[-1] = _completed(fulls[-1], codes)
    if not fulls:
        return Issuing(None, None, tuple(names))
    where = _Where.of(fulls, place, on)
    if joint > 1 and (together := _joint(fulls, joint)) is not None:
        where = _Where.of(together, place, on)
        together = [canonical_name(name.upper(), on=on, own=own) or name for name in together]
        issuer = ", ".join(where.added(name) for name in together)
        return Issuing(None, issuer, tuple(names))
    if len(fulls) == 1:
        return Issuing(None, where.added(fulls[0]), tuple(names))
    parent = where.added(fulls[-2])
    for above in fulls[:-2]:  # three names: "UBND TỈNH X", "SỞ Y", "VĂN PHÒNG"
        parent = _within(parent, where.added(above))
    return Issuing(parent, where.added(_within(fulls[-1], parent)), tuple(names))


@dataclass(frozen=True, slots=True)
class _Where:
    """The territory of local bodies: `printed` in the letterhead, else the province of issue."""

    printed: str | None
    place: str | None

    @classmethod
    def of(cls, fulls: Sequence[str], place: str | None, on: dt.date | None) -> _Where:
        printed = next((found for full in fulls if (found := territory(full)) is not None), None)
        central = any(letterhead.is_central(full) for full in fulls)
        province = provinces.find(place) if place and not central else None
        return cls(printed, province.full_name(on) if province is not None else None)

    def added(self, name: str) -> str:
        """A local body with its territory: "Sở Tài chính" is "Sở Tài chính tỉnh Đắk Nông"."""
        where = self.printed or self.place
        if where is None or territory(name) is not None:
            return name
        kind = " ".join(where.split()[: 2 if fold(where).startswith(_TWO_WORDS) else 1])
        if name.endswith(f" {kind.lower()}"):  # "Thanh tra tỉnh", "Đảng ủy Ủy ban nhân dân tỉnh"
            return f"{name[: -len(kind) - 1]} {where}"
        words = letterhead.words_of(fold(name))
        local = letterhead.territorial() if self.printed else letterhead.provincial()
        if local.opens(words) == 0 or any(char.isdigit() for char in name):
            return name
        return f"{name} {where}"


def _is_cut(printed: str) -> bool:
    """ "BỘ TÀI CHÍNH-BỘ LAO ĐỘNG,": a page lost the lines below."""
    return printed.rstrip(" |*").endswith((",", "-", "–"))


def _completed(name: str, codes: Sequence[str]) -> str:
    """The name with the words that it lost, by the code of its body in the number."""
    head, joint, last = name.rpartition(" - ")
    for code in codes[-1:]:
        for row in issuers.by_code(code):
            if row.name.startswith(f"{last} - ") or row.name.startswith(f"{last}, "):
                return f"{head}{joint}{row.name}"
    return name


def _joint(fulls: list[str], joint: int) -> list[str] | None:
    """The issuers of a joint document: one a line, or "LIÊN ĐOÀN LAO ĐỘNG - SỞ Y TẾ"."""
    parts = [part for full in fulls for part in _BETWEEN.split(full)]
    return parts[-joint:] if len(parts) >= joint else None


def _within(name: str, parent: str) -> str:
    """A part of a body is named with it: "Văn phòng" under "Bộ Y tế" is "Văn phòng Bộ Y tế"."""
    words = letterhead.words_of(fold(name))
    length = letterhead.parts().opens(words)
    own, above = territory(name), territory(parent)
    if length and parent.startswith(_CENTRAL_COMMITTEE):  # its Ban Tổ chức, its Văn phòng
        return name if fold(name).startswith("ban ch") else f"{name} Trung ương"
    if fold(name) == "đảng ủy" and above is not None:  # "ĐẢNG BỘ XÃ X" ⏎ "ĐẢNG ỦY"
        return f"{name} {above}"
    if length == 0 or (own is not None and own == above):
        return name
    if length == len(words):
        if fold(name) == "thanh tra" and above is not None and parent.startswith("Ủy ban nhân dân"):
            return f"{name} {above}"
        return f"{name} {parent}"
    if fold(name).startswith("ban chấp hành") and own is not None and above is None:
        body = parent.removeprefix("Trung ương ")  # Đoàn Thanh niên … tỉnh X
        return f"{name[: -len(own)].strip()} {body} {own}"
    return name
