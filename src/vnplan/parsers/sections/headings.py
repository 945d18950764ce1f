"""Headings: how far the heading of a labelled line reaches, or that it has none.

"1. Mục đích" is a heading; "2. Sở Tài chính: Phối hợp …" has a run-in heading before the colon;
"a) Tuyên truyền, vận động … theo quy định." is a numbered paragraph without one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.heads import holds_duty, opens_with_agency, opens_with_charge
from vnplan.lexicon.roles import role_cues
from vnplan.lexicon.targets import target_cues
from vnplan.text.fold import fold, fold_characters
from vnplan.text.lines import LogicalLine

_LONGEST = 420
"""Longer texts are paragraphs, whatever they end in (the longest real headings run to 300)."""
_RUN_IN = 170
_SENTENCE_END = regex.compile(r"(?:[.…]|\./\.?|;)[”\"’)\]*]*$")
_TRIM = " :.;*"
# "c) Phòng chống sốt xuất huyết, Zika, viêm não Nhật Bản.." ⏎ "- Tổng điều tra …": and so on
_GOES_ON_SO = regex.compile(r"\w(?:\.{2,3}|…)$")
# What follows the colon of a run-in heading begins a sentence or a list of its own.
_COLON = regex.compile(r"\s?:\s*(?=\S)")
_DASH = regex.compile(
    r"\s[-–]\s(?=(?:Chủ trì|Phối hợp|Tham mưu|Có trách nhiệm|Là cơ quan|Chịu trách nhiệm))"
)
# "Gói thầu số 13: …", "lúc 8:30"; but "giai đoạn 2026 - 2030: …" names a stage
_COUNTED = regex.compile(r"(?<!(?:19|20)\d\d)(?<!\d)(?!(?:19|20)\d\d$)\d+$")
# "…, Giám đốc các Sở: Tài chính, Y tế": the colon opens the rest of the names
_DISTRIBUTES = regex.compile(
    r"(?i:(?:^|\s)(?:các|những|giám đốc|bộ trưởng|thủ trưởng|lãnh đạo|chủ tịch)\s(?:sở"
    r"|bộ|ban|ngành|cục|vụ|chi cục|phòng|huyện|xã|phường|tỉnh|hội"
    r"|công ty|trường|viện|trung tâm|ngân hàng|tập đoàn)(?:,\s(?:ban|ngành|cơ quan))*)$"
)
# "Chánh văn phòng UBND tỉnh, Giám đốc: Sở Tài chính, Sở Y tế; …": it opens the bodies of the post
_HEADS_BODIES = regex.compile(
    r"(?i:(?:[,;]|\svà)\s(?:giám đốc|thủ trưởng|lãnh đạo|chủ tịch|bộ trưởng|hiệu trưởng)"
    r"(?:\scác\s(?:cơ quan|đơn vị))?)$"
)
# "Triển khai các chương trình: “Bình dân học vụ số” cho người dân; …": the colon opens their names
_PLURAL = regex.compile(
    r"(?i:\s(?:các|những|\d+)\s(?:chương trình|đề án|dự án|phong trào|cuộc vận động|mô hình"
    r"|kế hoạch|nội dung|chiến dịch|cuộc thi))$"
)
# "Chỉ đạo các Ngân hàng thương mại … chủ động phối hợp với Sở Y tế … cụ thể như sau:"
_ORDERS = regex.compile(r"(?i:chỉ đạo|hướng dẫn|phối hợp|chủ trì|giao)\s")
_ORDER_WORDS = 22
_FEW_WORDS = 6
# A sentence within the heading's stretch: then the colon introduces a list, it names nothing.
# Behind the style of a person it is none: "Ông. Nguyễn Văn A - Trưởng đoàn: Phụ trách chung".
_INNER_STOP = regex.compile(
    r"(?<!\b(?:Ông|Bà|Đ/c|GS|PGS|TS|ThS|BS|DS|KS|CN|LS|TP|TX))[.;]\s+\p{Lu}"
)
# A lead-in that assigns work itself: "Giao Ban Quản lý … chỉ đạo các đơn vị … có trách nhiệm:".
_ASSIGNS = regex.compile(
    r"(?i:giao|yêu cầu)\s[^:]{5,200}?\s"
    r"(?:chỉ đạo|hướng dẫn|tổ chức|xây dựng|rà soát|tham mưu|kiểm tra|triển khai|bố trí)\s"
)


# The act of a decision, whose text follows: "Phê duyệt Đề án … với những nội dung chính sau đây:"
_PROMULGATES = regex.compile(
    r"(?:Phê duyệt|Ban hành kèm theo|Ban hành|Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Điều chỉnh|Công bố"
    r"|Thông qua|Thành lập|Kiện toàn)\s[^:]{10,300}\s(?:như sau|sau đây|sau|gồm)\s?:$"
)
# … of a resolution: "Điều 1. Hội đồng nhân dân tỉnh thống nhất với nội dung …, cụ thể như sau:"
_RESOLVES = regex.compile(
    r"(?:(?:Hội đồng nhân dân|HĐND|Quốc hội|Chính phủ|[ỦU][ỷy] ban nhân dân|UBND)"
    r"[\p{L}\s]{0,40}?\s)?"
    r"(?i:tán thành|nhất trí|thống nhất|tán đồng|chấp thuận|đồng ý|quyết nghị|quyết định|thông qua"
    r"|yêu cầu|đề nghị|giao)\s[^:]{10,400}\s(?:như sau|sau đây|sau|gồm)\s?:$"
)


# … and of an article: "Điều 1. Phân bổ chi tiết danh mục … để thực hiện 02 Đề án sau:"
_ENACTS = regex.compile(
    r"(?:Phân bổ|Phân công|Phân giao|Giao|Cho phép|Ủy quyền|Uỷ quyền|Chấp thuận|Thu hồi|Công nhận"
    r"|Quy định|Chuyển|Giải thể|Sáp nhập|Đổi tên|Tặng|Điều động|Bổ nhiệm|Cử|Bố trí|Áp dụng|Trích)"
    r"\s[^:]{20,400}\s(?:như sau|sau đây|sau|gồm|cụ thể)\s?:$"
)
# "b) Hằng năm, trên cơ sở …, Hiệu trưởng tổ chức xây dựng kế hoạch … với các nội dung sau:"
_WHEN = regex.compile(
    r"(?i:h[ằà]ng (?:năm|quý|tháng|tuần|ngày)|định kỳ|căn cứ|trên cơ sở|theo|sau khi|trước khi|khi"
    r"|trong quá trình|để)(?!\p{L})[^:,]{0,120}"
)


def _is_ordered(text: str) -> bool:
    """A lead-in that tells when or on what ground somebody is to act, and who: a sentence."""
    if _WHEN.match(text) is None or len(text.split()) <= _ORDER_WORDS:
        return False
    return any(_acts(part.strip()) for part in text.split(",")[1:])


@dataclass(frozen=True, slots=True)
class HeadingReading:
    """`heading` is None for a paragraph; `end` is where the rest of the line (the body) starts."""

    heading: str | None
    end: int


def read_heading(
    line: LogicalLine, start: int, *, has_children: bool, heads_block: bool = False
) -> HeadingReading:
    """The heading of a labelled line whose words begin at `start` of its text.

    `has_children`: bullets, parts or unlabelled paragraphs follow before the next part of the same
    level. `heads_block`: what follows are the fields of an activity block, whose name the line is.
    """
    text = line.text[start:].lstrip(" .)")  # "c/. Điện thoại" has two marks
    start = len(line.text) - len(text)
    if not text:
        return HeadingReading(None, len(line.text))
    if (heads_block and _names_block(text)) or (has_children and _names_counted(text)):
        return HeadingReading(_clean(text), len(line.text))
    for cut in (
        _bold_run_in(line, start),
        _colon_run_in(line, start, has_children=has_children),
        _dash_run_in(line, start, has_children=has_children),
    ):
        if cut is not None:
            heading = _clean(line.text[start : cut[0]])
            if heading:
                return HeadingReading(heading, cut[1])
    if _is_heading(text, line, start, has_children=has_children):
        return HeadingReading(_clean(text), len(line.text))
    return HeadingReading(None, start)


_FOOTNOTE = re.compile(r"\s*(?:\[\d+\]|\(\*\))$")


def _clean(text: str) -> str:
    """A heading without its closing marks: ":" "." and a footnote mark."""
    return _FOOTNOTE.sub("", text.strip(_TRIM)).strip(_TRIM)


def _bold_run_in(line: LogicalLine, start: int) -> tuple[int, int] | None:
    """ "**2. Sở Tài chính:** Phối hợp …": the bold stretch is the heading."""
    if not start < line.bold < len(line.text) - 1:
        return None
    bold = line.text[start : line.bold].rstrip()
    rest = line.text[line.bold :].lstrip(" :.-–")
    if len(bold) < 3 or not rest or len(bold) > _RUN_IN * 2:
        return None
    closes = bold[-1] in ":." or line.text[line.bold :].lstrip()[:1] == ":"
    if closes or (rest[0].isupper() and opens_with_agency(bold)):
        return line.bold, len(line.text) - len(rest)
    return None


def _colon_run_in(line: LogicalLine, start: int, *, has_children: bool) -> tuple[int, int] | None:
    """ "2. Sở Tài chính: Phối hợp …", "a) Đào tạo và bồi dưỡng: Tổ chức …"."""
    match = _COLON.search(line.text, start, start + _RUN_IN)
    if match is None:
        return None
    head, rest = line.text[start : match.start()], line.text[match.end() :]
    stopped = _INNER_STOP.search(head) and not (_charges_those(head) or _lists_bodies(head))
    if ("“" in head and "”" not in head) or stopped:
        return None
    if head.count("(") > head.count(")"):  # "1. Các Sở, ngành (gồm: Sở Xây dựng, …)"
        return None
    if head.endswith((" như", " gồm", " sau", " là")) or _COUNTED.search(head):
        return None
    if _opens_names(head, rest):
        return None
    if opens_with_agency(head):
        # "Chỉ đạo Trung tâm A tổ chức 03 chiến dịch theo từng đợt: đợt 1 trước ngày …" is one order
        orders = rest[0].islower() and _acts(head)
        names_only = (not holds_duty(head) or len(head) < 40) and not orders
        return (match.start(), match.end()) if names_only else None
    if _BLANK.match(rest) and _names_blank(head):
        return match.start(), match.end()
    names_role = len(head) <= 40 and role_cues().named(fold(head)) is not None
    short = _is_short_title(head)
    longest = _RUN_IN if head.startswith(("Đối với ", "Về ")) else 90
    if len(head) > longest or not (names_role or short or rest[0].isupper() or rest[0] in '“-+("'):
        return None
    closed = _SENTENCE_END.search(line.text) is not None or line.text.endswith(":")
    if has_children and not names_role and not closed:
        # "2.1. Hội thảo khoa học: Khoa học – Công nghệ … với giáo dục": a title with a colon
        return None
    return match.start(), match.end()


# "5. Đề nghị UB MTTQ, các tổ chức hội: Hội Nông dân, Hội Cựu chiến binh phối hợp vận động …"
_ASKS_CLASS = regex.compile(
    r"(?:các|những) (?:tổ chức|đoàn thể|hội|cơ quan|đơn vị)(?: \p{Ll}+){0,4}$"
)
_OF_PLACES = regex.compile(r"\s(?:các|những)\s(?:huyện|xã|phường|tỉnh)$")


def _opens_names(head: str, rest: str) -> bool:
    """Whether the colon stands between a noun and the names it goes with."""
    if _DISTRIBUTES.search(head):
        return not _orders_places(head, rest)
    if _HEADS_BODIES.search(head):
        return opens_with_agency(rest)
    if _ASKS_CLASS.search(head) and opens_with_charge(head):
        return opens_with_agency(rest)
    return rest[0] in '“"' and _PLURAL.search(head) is not None


def _orders_places(head: str, rest: str) -> bool:
    """ "2. UBND các xã: Tập trung giải ngân.": what they do, where places might be named."""
    return _OF_PLACES.search(head) is not None and bool(parties.verb().match(fold_characters(rest)))


def _lists_bodies(head: str) -> bool:
    """ "Các sở, ban, ngành; UBND các xã, phường": nothing but names, parted by semicolons."""
    return all(map(opens_with_agency, head.split("; "))) and not holds_duty(head)


def _is_short_title(head: str) -> bool:
    """ "1. Mầm non: huy động 99,5% trẻ 5 tuổi ra lớp"; but "1. Tỷ lệ tăng thu: 8%" is a figure."""
    return len(head.split()) <= _FEW_WORDS and not target_cues().measured.match(fold(head))


def _dash_run_in(line: LogicalLine, start: int, *, has_children: bool) -> tuple[int, int] | None:
    """ "6. Sở Nội vụ - Chủ trì, phối hợp …"; over more such items any heading: "3.5 Triển khai
    chương trình viễn thông công ích - Phối hợp với Quỹ …" ⏎ "- Tiến hành rà soát …"."""
    match = _DASH.search(line.text, start, start + _RUN_IN)
    if match is None:
        return None
    head = line.text[start : match.start()]
    if not opens_with_agency(head) and (not has_children or head[-1] in ".;,:"):
        return None
    return match.start(), match.end()


def _is_heading(text: str, line: LogicalLine, start: int, *, has_children: bool) -> bool:
    if len(text) > _LONGEST:
        return False
    bare = text.rstrip()
    if bare.isupper() or line.bold >= len(line.text):
        return len(bare) <= 300 or not _SENTENCE_END.search(bare)
    if bare.endswith(":"):
        ordered = _ASSIGNS.match(bare) or (_ORDERS.match(bare) and len(bare.split()) > _ORDER_WORDS)
        if _PROMULGATES.match(bare):
            return False
        if line.text.startswith("Điều ") and (_RESOLVES.match(bare) or _ENACTS.match(bare)):
            return False
        if _is_ordered(bare):
            return False
        if not has_children:
            return _names_blank(bare.rstrip(" :"))
        # "I. Nâng cao trách nhiệm …; tạo chuyển biến …:" over "1. …" is the name of a part
        listed = ";" in bare and not (_charges_those(bare) or _names_bodies_only(bare))
        listed = listed and not _PART.match(line.text)
        return not listed and not ordered and not _divides(bare)
    if _SENTENCE_END.search(bare) and not (has_children and _GOES_ON_SO.search(bare)):
        return has_children and (_is_short_name(bare) or _lists_classes(bare)) and not _acts(bare)
    if not has_children:
        return _is_short_name(bare) or (bare[0].isupper() and len(bare.split()) <= 10)
    # a page break cut it off: "UBND xã có trách nhiệm … vận động các hội,"
    cut_off = bare.endswith(",") and charges_body(bare)
    # "Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, Truyền hình Cần Thơ": names may be listed
    inner = _INNER_STOP.search(bare if len(bare) > _RUN_IN else bare.replace(";", ","))
    return not inner and not cut_off


_PART = regex.compile(r"[IVX]{1,5}\s?[./-]\s")
# "c) Điện thoại: ……; Fax: ……": the place of what is to be filled in
_BLANK = regex.compile(r"(?:…|\.{3,}|_{3,})")
_BLANK_WORDS = 16
# "1. Giao phòng A triển khai, thực hiện các công việc liên quan:" ⏎ "2. Tổ chức kiểm tra …"
_LEAVES = regex.compile(
    r"\s(?:các|những|một số)\s(?:công việc|nhiệm vụ|nội dung)(?:\s\p{L}+){0,3}$"
)


def _names_blank(text: str) -> bool:
    """ "a) Tên Công ty:" with nothing behind or below it: the name of a blank in a form.

    An order is none, unless it leaves to what follows what is to be done.
    """
    if opens_with_charge(text) and _LEAVES.search(text) is None:
        return False
    return len(text.split()) <= _BLANK_WORDS and ";" not in text and not _acts(text)


# A colon inside the name of a block: "Khai mạc chương trình tập huấn: giới thiệu tổng quan …"
_GOES_ON = regex.compile(r"[^:]+:\s\p{Ll}[^:]*+$")


_COUNTED_NAME = regex.compile(
    r"(?:Mục tiêu|Nhiệm vụ|Hoạt động|Nội dung|Giải pháp|Dự án|Tiểu dự án|Hợp phần|Chuyên đề|Nhóm"
    r"|Đề án|Chương trình|Bước|Giai đoạn)\s(?:số\s)?\d{1,2}(?:\.\d{1,2})?\s?[:.–-]\s(?=\p{L})"
)


def _names_counted(text: str) -> bool:
    """ "a) Mục tiêu 1: Phòng ngừa trẻ em lao động trái quy định của pháp luật." ⏎ "- Giảm …"."""
    count = _COUNTED_NAME.match(text)
    if count is None or len(text) > _LONGEST or text.endswith(";"):
        return False
    name = text[count.end() :].rstrip(" .:")
    return ":" not in name and not _INNER_STOP.search(name) and not _acts(name)


def _names_block(text: str) -> bool:
    """ "b) Đào tạo lý thuyết và thực hành cho cán bộ Văn thư." ⏎ "- Thành phần: …": its name.

    However it ends and however long it is; a body with what it does is none, nor is a text of
    several sentences.
    """
    bare = text.rstrip(" .;:")
    if len(bare) > _LONGEST or _INNER_STOP.search(bare.replace(";", ",")):
        return False
    return ":" not in bare or _GOES_ON.fullmatch(bare) is not None


def names_what_follows(text: str) -> bool:
    """One sentence with a full stop that charges nobody: "Nâng cao năng lực đội ngũ cán bộ."."""
    bare = text.rstrip(" .")
    if not text.endswith(".") or ":" in bare or len(bare) > _LONGEST or _INNER_STOP.search(bare):
        return False
    return bare[:1].isupper() and not _acts(bare) and not opens_with_charge(bare)


def charges_body(text: str) -> bool:
    """ "UBND phường Lào Cai chủ trì, phối hợp với …": a body and what it has to do."""
    return opens_with_agency(text) and (_CHARGED.match(text) is not None or _acts(text))


_CHARGED = regex.compile(r"[^.;:]{3,120}?\s(?:chủ trì|(?:có|chịu) trách nhiệm)(?!\p{L})")


def _divides(text: str) -> bool:
    """ "Đào tạo nghề cho 1.250 lao động nông thôn, trong đó:": a figure, which its parts divide."""
    words = text.rstrip(" :")
    return words.endswith(", trong đó") and any(character.isdigit() for character in words)


def _charges_those(text: str) -> bool:
    """ "7. Thủ trưởng các sở; Chủ tịch UBND các huyện có trách nhiệm:": bodies, then duties."""
    return opens_with_agency(text) and text.rstrip(" :").endswith("có trách nhiệm")


def _names_bodies_only(text: str) -> bool:
    """ "1. Giám đốc các sở; Chủ tịch UBND các xã, phường:": bodies and nothing else."""
    parts = [part.strip() for part in text.rstrip(" :").split(";")]
    return all(opens_with_agency(part) and not _acts(part) for part in parts)


_LONG_NAME = 30
_CLASS = regex.compile(r"(?i:các|những)\s")
_WORD = regex.compile(r"(?<=\s)\p{Ll}")


def _lists_classes(text: str) -> bool:
    """ "16. Các tổ chức chính trị - xã hội, tổ chức xã hội - nghề nghiệp, doanh nghiệp."."""
    named = _CLASS.match(text) is not None and opens_with_agency(text)
    return named and len(text.split()) <= _LONG_NAME


def _acts(text: str) -> bool:
    """ "Sở Nội vụ rà soát biên chế.": a body and what it does, no heading.

    Verbs that may narrow a name ("các đơn vị quản lý nhà nước") prove nothing.
    """
    if not opens_with_agency(text):
        return False
    folded = fold_characters(text)
    return any(_does(folded, word.start()) for word in _WORD.finditer(text))


def _does(folded: str, place: int) -> bool:
    verb = parties.verb().match(folded, place)
    if verb is None or parties.modifier().match(folded, place):
        return False
    noun = parties.noun().match(folded, place)
    if noun is not None and noun.end() > verb.end():
        return False  # "tổ chức xã hội - nghề nghiệp"
    return parties.either().match(folded, place) is None


def _is_short_name(text: str) -> bool:
    """A short naming phrase ("Mục đích.", "Sở Tài chính"), not a sentence."""
    words = text.split()
    folded = fold(text.strip(_TRIM))
    if len(words) > 14:
        return False
    return role_cues().named(folded) is not None or opens_with_agency(text) or len(words) <= 4
