"""Bodies that no list holds, known by their shape: a head word and the words of a name.

"Trường Cao đẳng Cộng đồng Đắk Nông", "Ban Quản lý rừng phòng hộ Krông Năng". The name runs from
its head to the first word that cannot belong to it: a mark, a predicate, a preposition.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.heads import opens_with_post
from vnplan.lexicon.rows import read_toml
from vnplan.parsers.agencies.body import Names
from vnplan.parsers.agencies.territory import territory_at
from vnplan.records import AgencyKind
from vnplan.text.fold import fold
from vnplan.text.letters import spelled_out

_MOST_WORDS = 14
_WORD = re.compile(spelled_out(r"[\p{L}\p{M}\d&/.'’\-]*[\p{L}\p{M}\d]"))
_ORDINAL = regex.compile(r"(?:số )?(?:[IVXLC]{1,6}|\d{1,4}[A-Z]?)(?![\p{L}\d/.,]\d?)")
_JOINT = re.compile(spelled_out(r" (?:và|&|-|–) (?=\p{Lu})| ?[-–] ?(?=\p{Lu})"))
# "Phòng Văn hóa, Khoa học và Thông tin": a comma before the last but one field of a name
_COMMA = re.compile(spelled_out(r", (?=\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3},? và \p{Lu})"))
# "Công ty TNHH Khai thác và chế biến đá Việt Long"
_SMALL_JOINT = re.compile(spelled_out(r" và (?=(?:\p{Ll}+ ){1,4}\p{Lu})"))
_FIELDS = ("sở ", "phòng ", "ban ", "vụ ", "cục ", "trung tâm ", "ủy ban ", "chi cục ")
# What looks like a tail and belongs to a name: "Ban Chỉ đạo Trung ương", "Phòng Văn hóa - Xã hội",
# "Ban Tuyên giáo Huyện ủy"
_NO_TAIL = re.compile(
    spelled_out(
        r"Trung ương(?!\p{L})|[Xx]ã hội(?!\p{L})"
        r"|(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:[ủu]ỷ|[ủu]y|đoàn)(?!\p{L})"
    )
)
# Words whose second half is a word that ends names: "Hợp tác xã", "Hậu cần", "Công nghệ thông tin"
_SECOND_HALF = regex.compile(
    r"(?:(?<=hợp tác )xã|(?<=hậu )cần|(?<=công nghệ |kinh tế |an toàn )thông tin|(?<=công )trình"
    r"|(?<=trật )tự|(?<=đô )thị|(?<=chất lượng )giáo dục|(?<=vật liệu )xây dựng"
    r"|(?<=kinh tế )hợp tác(?! với| xây dựng| thực hiện)"
    r"|(?<=đào )tạo|(?<=thiết )bị|(?<=giáo dục )thường xuyên|(?<=thi đua, )khen thưởng"
    # "Phòng Kế hoạch tổng hợp", not "Phòng Kế hoạch tổng hợp kết quả"
    r"|(?<=phòng (?:kế hoạch|hành chính|nghiệp vụ) )tổng hợp"
    r"(?= ?(?:[-,;.:()]|$| và | chủ trì| phối hợp| có trách nhiệm| tham mưu| chịu trách nhiệm)))"
    r"(?!\p{L})"
)
# "Cục Quản lý xây dựng và Chất lượng công trình": what it manages belongs to the name
_MANAGED = regex.compile(r"(?:tổng cục|chi cục|cục|vụ|phòng|trung tâm) quản lý ")
# … and that it manages planning: "Ban Quản lý quy hoạch", not "Ban Quản lý quy hoạch lại khu …"
_PLANNING = regex.compile(r"(?<=quản lý )quy hoạch(?! lại| các| chi tiết|\p{L})")
# A part in a team behind a dash is no part of a name: "Trưởng phòng Kỹ thuật - Tổ phó"
_PART = re.compile(
    r" ?[-–] ?(?:(?:Phó )?(?:Trưởng|Thư ký)|Phó|Tổ (?:trưởng|phó)|Thành viên|Ủy viên)\b"
)
# Set pairs with a comma: "Cục Quản lý Khám, chữa bệnh", "Vụ Truyền thông và Thi đua, khen thưởng",
# "Viện Chiến lược, Chính sách công thương"
_FIXED = regex.compile(
    r"(?:(?<=Khám)|(?<=[Tt]hi đua)|(?<=Phòng)|(?<=Chiến lược)),"
    r" (?P<second>chữa bệnh|khen thưởng|chống |chính sách )",
    regex.IGNORECASE,
)
# … and with "và", of the fields of a ministry: "Trung tâm Truyền thông tài nguyên và môi trường"
_SET_PAIR = regex.compile(
    r"(?:(?<=tài nguyên|nông nghiệp) và (?=môi trường)|(?<=khoa học) và (?=công nghệ|kỹ thuật)"
    r"|(?<=giáo dục) và (?=đào tạo)|(?<=thông tin) và (?=truyền thông)"
    r"|(?<=phát thanh) và (?=truyền hình)"
    r"|(?<=nông nghiệp) và (?=phát triển nông thôn)|(?<=lao động) và (?=xã hội)"
    r"|(?<=kế hoạch) và (?=đầu tư)|(?<=thể thao) và (?=du lịch))"
)
_OF_EACH = regex.compile(
    r"các (?:sở|bộ|huyện|thị|thành|tỉnh|quận|xã|phường|đảng ủy|đảng bộ|tổ chức)(?!\p{L})"
)
# Units of the armed forces have no more than a number: "Sư đoàn 316", "Lữ đoàn 297"
_UNIT_NUMBER = regex.compile(
    r"(?:quân đoàn|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|hải đoàn|hải đội)"
    r" \d{1,4}(?![\p{L}\d]|[/.,]\d)"
)
# "Ban Quản lý quy hoạch/Tư vấn được lựa chọn": a bar between bodies; not "Tổ TT/GDSK"
_SLASH = regex.compile(r"(?<=\p{Ll})/(?=\p{Lu}\p{Ll}|$)")
_SMALL_WORDS = 3
_WITH_SMALL_NAMES = ("ban đại diện", "ban vận động", "ban liên lạc", "ban quản lý", "ban qlda")
_ENTERPRISES = ("công ty", "tổng công ty", "tập đoàn", "ngân hàng")
_NATIONAL = regex.compile(r"(?:ban chỉ đạo|hội đồng|ủy ban) quốc gia(?!\p{L})")
_CAPITAL_BEHIND = {
    0: regex.compile(r" \p{Lu}"),
    _SMALL_WORDS: regex.compile(r"(?: \p{Ll}+){0,3} \p{Lu}"),
}


@cache
def _data() -> dict[str, object]:
    return read_toml("agency_shapes.toml")


@cache
def head_kinds() -> dict[str, AgencyKind]:
    """Folded head words of names and the kind of body they open."""
    rows = _data()["heads"]
    assert isinstance(rows, dict)
    return {fold(word): AgencyKind(kind) for kind, words in rows.items() for word in words}


@cache
def _decoys() -> re.Pattern[str]:
    words = _data()["decoys"]
    assert isinstance(words, list)
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, folded))})(?![^\W\d_])")


def is_decoy(folded: str, start: int, end: int) -> bool:
    """Whether the head of a name at `folded[start:end]` only looks like one.

    "Ban hành", "Hội nghị", "Bộ phận"; not "Bộ phận giúp việc", which is one itself.
    """
    decoy = _decoys().match(folded, start)
    return decoy is not None and decoy.end() > end


def shape_end(text: str, folded: str, start: int, head_end: int, names: Names) -> int | None:
    """Where the name ends whose head is `text[start:head_end]`; None when it is no name.

    The word behind the head needs a capital ("Ban hành" and "Tổ công tác" are none) or is "quốc
    gia". Behind the head of an enterprise small words may come first ("Công ty xây dựng Trường
    Sơn"), and a head of several words needs no more than a territory ("Hạt Kiểm lâm huyện Krông
    Nô").
    """
    if text[start - 1 : start] == "/":
        return None
    if folded[start:head_end] in ("sở", "bộ") and names.begins(head_end + 1):
        return None  # "Sở Sở Công Thương": a word printed twice
    if (number := _UNIT_NUMBER.match(folded, start)) is not None:
        return number.end()
    small = _SMALL_WORDS if folded.startswith(_ENTERPRISES, start) else 0
    national = _NATIONAL.match(folded, start) is not None
    if not national and _CAPITAL_BEHIND[small].match(text, head_end) is None:
        placed = " " in text[start:head_end] and territory_at(text, head_end) is not None
        if placed or not _goes_on_small(folded, start, head_end):
            return head_end if placed else None
    end, capital = head_end, head_end
    for words in range(_MOST_WORDS):
        at = _next_word(text, folded, start, end, names)
        if at is None or (words and _ends_name(text, folded, start, at)):
            return end
        if national and text.startswith("các ", at):
            return end  # "trình Ban Chỉ đạo quốc gia các chủ trương"
        if names.begins(at):  # "Tổ giúp việc Ban Chỉ đạo …"
            end = capital = names.reach(at, territory=False) or at
            continue
        word = _WORD.match(text, at)
        if word is None or text[at] == "/":
            return end
        if (slash := _SLASH.search(text, at, word.end())) is not None:
            return slash.start()
        end = word.end()
        if text[at].isupper() or text[at].isdigit():
            capital = end
    return capital


@cache
def _teams() -> re.Pattern[str]:
    teams = _data()["teams"]
    assert isinstance(teams, dict)
    heads, works, events = (
        "|".join(re.escape(fold(word)) for word in sorted(teams[key], key=len, reverse=True))
        for key in ("heads", "works", "events")
    )
    return re.compile(
        rf"(?:(?:{heads}) (?:{works})(?: (?:liên ngành|thường trực))?|ban tổ chức (?:{events}))"
        r"(?![^\W\d_])"
    )


def team_end(folded: str, start: int) -> int | None:
    """Where the name of a team ends that is printed small: "Tổ giúp việc"; None without one."""
    team = _teams().match(folded, start)
    return team.end() if team is not None else None


# "Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả | tỉnh": small up to whose it is
_LEVEL = r"(?:cấp )?(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn)"
_BOARD = regex.compile(
    r"(?:ban chỉ đạo|ban chỉ huy|hội đồng|ban vận động) "
    r"(?:công tác|phòng,? ?chống|chống|cải cách|chuyển đổi|giảm nghèo|an toàn|chăm sóc|đổi mới"
    r"|giải phóng|tổng điều tra|vệ sinh|bảo vệ|ứng phó|thi hành|tinh giản"
    r"|xây dựng (?:nông thôn|đời sống|gia đình|đảng)"
    r"|thực hiện (?:quy chế|chương trình|nghị quyết|đề án|công tác|phong trào))(?!\p{L})"
    rf"(?:(?:,? |/| ?[-–] ?)(?!(?:các|của|theo|do|cho|với|để|về|tại|được|có|ở|là|từ|đến|phải|cần"
    rf"|chủ trì|phối hợp|chỉ đạo|hướng dẫn|tham mưu|báo cáo|{_LEVEL})(?!\p{{L}}))[\p{{L}}\d&-]+)"
    rf"{{0,16}}? {_LEVEL}(?!\p{{L}}| (?:ủy|uỷ|đoàn|hội)(?!\p{{L}}))"
)
_LAST_LEVEL = regex.compile(rf" {_LEVEL}$")


def small_board_end(folded: str, start: int, names: Names) -> int | None:
    """Where the name of a board ends that is printed small and has its level behind it."""
    found = _BOARD.match(folded, start)
    if found is None:
        return None
    level = _LAST_LEVEL.search(folded, start, found.end())
    end = level.start() if level is not None else found.end()
    spaces = (at for at in range(start + len("hội đồng"), end) if folded[at] == " ")
    return None if any(names.begins(at + 1) for at in spaces) else end


def _goes_on_small(folded: str, start: int, head_end: int) -> bool:
    """Whether the name has small letters behind its head: "Ban Đại diện cha mẹ học sinh"."""
    if not folded.startswith(_WITH_SMALL_NAMES, start) or not folded.startswith(" ", head_end):
        return False
    at = head_end + 1
    if _PLANNING.match(folded, at):
        return True
    return not any(
        pattern.match(folded, at) for pattern in (parties.verb(), parties.stop(), parties.tail())
    )


def _next_word(text: str, folded: str, start: int, end: int, names: Names) -> int | None:
    """Where the next word of a name stands behind `end`; None at a mark that ends the name."""
    if _PART.match(text, end) is not None:
        return None
    fixed = _FIXED.match(text, end)
    if fixed is not None:
        return fixed.start("second")
    if (pair := _SET_PAIR.match(folded, end)) is not None:
        return pair.end()
    joint = _JOINT.match(text, end)
    if joint is None and folded.startswith(_FIELDS, start):
        joint = _COMMA.match(text, end)
    elif joint is None and folded.startswith(_ENTERPRISES, start):
        joint = _SMALL_JOINT.match(text, end)
    if joint is not None:
        at: int = joint.end()
        # "Sở Y tế và Ủy ban nhân dân …", "Ban Quản lý rừng phòng hộ và Thủ trưởng các đơn vị"
        return None if names.begins(at) or opens_with_post(text, at) else at
    return end + 1 if text.startswith(" ", end) else None


def _ends_name(text: str, folded: str, start: int, at: int) -> bool:
    """Whether a word cannot belong to a name: a predicate, a preposition, a tail."""
    if _SECOND_HALF.match(folded, at) or _PLANNING.match(folded, at):
        return False
    if parties.verb().match(folded, at) and not text[at].isupper():
        return (
            not _MANAGED.fullmatch(folded, start, at) or parties.either().match(folded, at) is None
        )
    if _NO_TAIL.match(text, at):
        return False
    if text.startswith("phụ trách ", at):
        return True  # "Ủy viên Ban Chấp hành | phụ trách địa bàn"
    if _OF_EACH.match(folded, at):
        return True  # "Ban Thường vụ các huyện ủy": a class
    stop = parties.stop().match(folded, at)
    if stop is not None and text[at].isupper() and " " in stop[0]:
        return False  # "Tiểu ban Tuyên truyền và Phục vụ Đại hội"
    return stop is not None or parties.tail().match(folded, at) is not None
