"""Figures that only define or describe another: thresholds, sizes, grades and attributes.

100% các khu … có tối thiểu 1 trạm · không quá 2 vụ ngộ độc thực phẩm trên 30 người mắc · truy cập
với tốc độ 01 Gb/s đạt 100%
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import RATED, QuantityKind, QuantityMention
from vnplan.parsers.quantities.words import words_before
from vnplan.parsers.targets.linetext import STOP, LineText
from vnplan.parsers.targets.results import last_words
from vnplan.records import Change, Comparator
from vnplan.text.fold import fold

# "không quá 2 vụ | ngộ độc thực phẩm | trên 30 người mắc": how big the things counted are
_OF_SIZE = regex.compile(r"(?:\s(?!và|có|đạt|với|cho|thu hút|tạo)\p{L}+){1,5}\s")
_SIZES = (("trên",), ("dưới",), ("từ",))
_NONE_BELOW = regex.compile(r"(?<!\p{L})không (?:có|còn|để) \p{L}+ (?:đạt )?dưới $")
_IF = regex.compile(r"(?<!\p{L})nếu\s[^,;.]*$")
EACH = regex.compile(r",\smỗi\s(?:\p{L}+\s){1,3}$")
_THRESHOLD_VERBS = frozenset(("có", "hình thành", "thành lập", "tổ chức", "xây dựng", "thực hiện"))
BOUND_WORDS = frozenset(
    ("được", "mới", "thêm", "khoảng", "ít", "nhất", "tối", "thiểu", "cho", "trên", "từ", "đạt")
)
_TOLD = frozenset(("đạt", "chiếm", "còn", "là", "lên", "lên đến", "lên tới", "xuống còn"))
_BROUGHT_TO = _TOLD | {"giảm", "tăng", "tăng thêm", "xuống"}
# "bảo hiểm y tế 97% trở lên và đặc biệt | chỉ số hạnh phúc … 72,5%": the next is another measure
_AND = regex.compile(r"\svà\s(?:đặc biệt\s|riêng\s)?")
# "Cụ thể, diện tích lúa 6.838,3ha": the area is what is measured, and no attribute of something;
# so is "…, tổng vốn đăng ký khoảng 10 nghìn tỷ đồng" behind a count of new enterprises
_MEASURES = regex.compile(
    r"^[\s\-+•*]*(?:(?:cụ thể|trong đó|riêng),?\s)?(?:tổng\s)?(?:diện tích|quy mô)\s"
    r"|(?:^[\s\-+•*]*|[,;]\s(?:và\s)?)tổng (?:số )?vốn (?:đầu tư )?(?:đăng ký|huy động)(?!\p{L})"
)
_TURN = regex.compile(r"(?:tăng|nâng|giảm|đưa|kéo giảm|phấn đấu)(?:\stăng|\sgiảm|\snâng|\sđưa)?\s")
_VERB_WORDS = 5


def defines(line: LineText, mention: QuantityMention, kept: Sequence[QuantityMention]) -> bool:
    """Whether a figure says what is counted by the one kept before it.

    "100% các khu … có tối thiểu 1 trạm"; but "70% các trường … có ít nhất 05 ý tưởng" sets two.
    """
    if not kept:
        return False
    share = kept[-1]
    gap = line.folded[share.end : mention.start]
    if _limits(line, mention, share, gap):
        return True
    if _is_rank_of_counted(mention, gap):
        return True
    if mention.kind in RATED or "(" in gap or ")" in gap or STOP.search(gap) or EACH.search(gap):
        return False  # "kiểm tra 50% số lớp, mỗi lớp không dưới 01 lần" sets two
    if share.kind is QuantityKind.COUNT and mention.lead in _SIZES and _OF_SIZE.fullmatch(gap):
        return True
    if share.kind not in RATED:
        return _graded(mention) and "," not in gap
    if _is_size_of_subject(line, mention):
        return True
    before = words_before(line.folded, mention.start, 2)
    if not before or before[-1] in ("và", "hoặc", "đồng thời", "thêm"):
        return False
    if _opens_anew(gap, mention):
        return False
    verb = before[-1] in _THRESHOLD_VERBS or " ".join(before) in _THRESHOLD_VERBS
    own = mention.quantity.comparator is Comparator.GE and mention.quantity.value >= 2
    return not (verb and own)


# "ít nhất 02 trường đại học | nằm trong | TOP 100 trường đại học hàng đầu Châu Á"; a verb behind
# "và" begins anew: "tăng 5 bậc và nằm trong nhóm 10 tỉnh dẫn đầu"
_RANKED = regex.compile(
    r"(?:(?!và\s)\S+\s)*?(?:nằm|thuộc|lọt|đứng|xếp|vào|trong)\s(?:(?:hạng|trong|vào)\s)?(?:nhóm\s)?"
)


def _is_rank_of_counted(mention: QuantityMention, gap: str) -> bool:
    """Whether a rank says which things are counted by the figure before it."""
    if mention.kind is not QuantityKind.RANK or any(mark in gap for mark in ",;(:."):
        return False
    return _RANKED.fullmatch(gap.lstrip()) is not None


# "90% doanh nghiệp có từ 20 lao động trở lên | đã đi vào hoạt động được thành lập công đoàn"
_GOES_ON = regex.compile(
    r"\s(?:đã|đang|được (?:thành lập|công nhận)|thành lập|có tổ chức|ký|tham gia|phải|thực hiện"
    r"|đi vào)(?!\p{L})"
)


def _is_size_of_subject(line: LineText, mention: QuantityMention) -> bool:
    """Whether "có từ … trở lên" says which of them are meant, for their verb is still to come."""
    bounded = "từ" in mention.lead and mention.end > mention.figure_end
    return bounded and _GOES_ON.match(line.folded, mention.end) is not None


def _graded(mention: QuantityMention) -> bool:
    return fold(mention.quantity.unit or "") in target_cues().grades


def _limits(line: LineText, mention: QuantityMention, share: QuantityMention, gap: str) -> bool:
    """Whether the words around a figure make it a condition or the same again."""
    if _IF.search(gap):
        return True  # "95% cơ quan có lãnh đạo là nữ nếu có từ 30% nữ cán bộ trở lên"
    if _graded(mention) and _NONE_BELOW.search(line.clause_before(mention.figure)):
        return True  # "…, không có xã dưới 10 tiêu chí"
    again = mention.kind is QuantityKind.MULTIPLE and "," in gap and STOP.search(gap) is None
    # "cho 5.000 ha rừng, gấp đôi so với năm 2025"
    return again and "gấp" in line.folded[share.end : mention.figure_end]


def _opens_anew(gap: str, mention: QuantityMention) -> bool:
    """Whether a clause of its own begins behind a comma.

    "trên 75% số tổ chức …, kết nạp 150 đảng viên/năm": a verb of making; "…, giảm số xã đạt dưới
    5 tiêu chí xuống 250 xã": a level that something is brought to.
    """
    if ", " not in gap:
        return False
    part = last_words(gap)
    if part[:2] == ["không", "để"]:
        return True  # "100% ổ dịch được xử lý …, không để ổ dịch kéo dài quá 14 ngày"
    verb = target_cues().producing.opening(part[:_VERB_WORDS])
    made = verb > 0 and BOUND_WORDS.issuperset(part[verb:])
    return made or (_measures(" ".join(part)) and bool(_BROUGHT_TO.intersection(mention.lead)))


def _measures(words: str) -> bool:
    """Whether folded words open with what is measured: "tăng tỷ lệ người cao tuổi …"."""
    stripped = words.lstrip(" -+•*,")
    turn = _TURN.match(stripped)
    return target_cues().measured.match(stripped, turn.end() if turn else 0) is not None


def described(line: LineText, mention: QuantityMention, others: Sequence[QuantityMention]) -> bool:
    """A figure in the name of what is measured, or of an attribute, another being the target.

    "Tỷ lệ người … truy cập băng rộng cố định với tốc độ 01 Gb/s đạt 100%".
    """
    cues = target_cues()
    # "tỷ lệ số xã đạt dưới 10 tiêu chí còn khoảng 25%": what is counted has reached a grade
    told = bool(_TOLD.intersection(mention.lead)) and not _graded(mention)
    if not others or told or mention.quantity.change is not Change.REACH:
        return False
    before = line.clause_before(mention.start)
    if cues.attribute.search(before.rstrip()) and not _MEASURES.search(before):
        return True
    behind = [
        other.start
        for other in others
        if other.figure > mention.figure
        and _BROUGHT_TO.intersection(other.lead)
        and line.open_bracket(other.figure) == line.open_bracket(mention.figure)
    ]
    part = before.rsplit(", ", 1)[-1]
    if not behind or not any(_measures(words) for words in (before, part)):
        return False
    gap = line.folded[mention.end : min(behind)]
    if gap.endswith(" và "):
        return False  # "xuống dưới 26% vào năm 2015 và xuống còn 23%": two levels of one measure
    anew = any(cues.measured.match(gap, found.end()) for found in _AND.finditer(gap))
    return "," not in gap and not anew
