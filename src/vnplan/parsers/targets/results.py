"""Figures of a task that are its result though no verb of making stands before them.

duy trì hoạt động của 1.100 cộng tác viên · vận hành thử nghiệm tại 05 địa phương · thí điểm …
quy mô 30 ha · khoanh nuôi tái sinh 24.000 lượt ha/năm · giữ tỷ lệ chết/mắc dưới 0,09% · mỗi xã 01
giáo viên chuyên trách · biên soạn tài liệu (06 tờ gấp và 01 sổ tay) · đủ dùng tối thiểu 07 ngày
"""

from __future__ import annotations

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import QuantityKind, QuantityMention
from vnplan.parsers.quantities.words import words_before
from vnplan.records import Comparator

_RUNS = regex.compile(
    r"(?:duy trì|củng cố|nâng cao chất lượng|nâng cao hiệu quả|nâng chất lượng)"
    r"(?: (?:chất lượng|hiệu quả|việc))? hoạt động của\s$"
)
_TRIED_AT = regex.compile(
    r"(?:thí điểm|thử nghiệm|nhân rộng|mở rộng|vận hành|lắp đặt)(?:\s\p{L}+){0,8}\stại\s$"
)
_SIZED = regex.compile(r"(?:quy mô|diện tích)\s$")
_HELD_DOWN = regex.compile(
    r"(?:giữ|khống chế|kiềm chế|hạn chế|duy trì|kéo giảm|giảm|bảo đảm|đảm bảo|không để)\s"
    r"[^,;.]{0,60}(?:tỷ lệ|tỉ lệ|tỷ suất)[^,;.]{0,80}$"
)
# "mỗi xã 01 giáo viên", "hỗ trợ mỗi hộ 02 con bò", "mỗi trường bố trí 01 cán bộ y tế"
_EACH_HAS = regex.compile(
    r"(?<!\p{L})mỗi\s(?!năm|tháng|quý|tuần|ngày|lần|đợt|kỳ|vụ|người|hồ sơ|văn bản|bộ)\p{L}+"
    r"(?:,?\s\p{L}+){0,4}?\s$"
)
# "biên soạn, phát hành các tài liệu … (06 tờ gấp pháp luật và 01 sổ tay …)"
_BRACKET = regex.compile(r"\((?:gồm|bao gồm|trong đó|dự kiến|khoảng)?[\s:]{0,2}$")
_TIMES_OF_ACTION = frozenset(("lần", "lượt", "đợt", "buổi", "kỳ"))
_MORE = frozenset(("tăng thêm", "có thêm", "bổ sung thêm", "phát triển thêm", "nâng thêm"))
_FEW = 3
_JOB_WINDOW = 60
_TIMES = frozenset(("năm", "tháng", "quý", "tuần"))
_ALL = (["toàn", "bộ"], ["tất", "cả"])


def last_words(clause: str) -> list[str]:
    """The words of a folded clause since its last comma: an order and its object."""
    return _since_comma(clause).lstrip(" -+•*").split()


def _since_comma(clause: str) -> str:
    return clause.rsplit(", ", 1)[-1]


def runs_them(clause: str) -> bool:
    """ "duy trì hoạt động của 1.100 cộng tác viên": they are there, and are to stay."""
    return _RUNS.search(clause) is not None


def takes_all(folded: str, figure: int) -> bool:
    """ "xóa bỏ toàn bộ 214 lối đi trái phép": those that are there, made into something."""
    before = words_before(folded, figure, 6)
    return before[-2:] in _ALL and target_cues().producing.closing(before[:-2]) > 0


def held_down(clause: str, mention: QuantityMention) -> bool:
    """ "giữ tỷ lệ chết/mắc do sốt xuất huyết dưới 0,09%": a rate that is to stay below."""
    below = mention.quantity.comparator in (Comparator.LE, Comparator.LT)
    return below and mention.kind is QuantityKind.PERCENT and _HELD_DOWN.search(clause) is not None


def is_done_so(folded: str, clause: str, mention: QuantityMention) -> bool:
    """Whether the order tells how much of it there is to be, each year, at how many places."""
    if mention.kind not in (QuantityKind.COUNT, QuantityKind.MEASURE):
        return False
    if runs_them(clause) or takes_all(folded, mention.figure):
        return True
    before = folded[max(0, mention.start - 90) : mention.figure]
    if _TRIED_AT.search(before) is not None:
        return True
    part = last_words(clause)
    sized = _SIZED.search(before) is not None
    yearly = (mention.quantity.per or "") in _TIMES
    return (sized or yearly) and target_cues().producing.opening(part[:5]) > 0


def each_has(clause: str, mention: QuantityMention) -> bool:
    """ "mỗi xã 01 giáo viên chuyên trách": what each is to have; not how often it is done.

    A word tells no number: "mỗi học sinh có một hồ sơ học tập số".
    """
    if mention.worded or mention.kind not in (QuantityKind.COUNT, QuantityKind.MEASURE):
        return False
    if (mention.quantity.unit or "").lower() in _TIMES_OF_ACTION:
        return False
    return _EACH_HAS.search(clause) is not None


def details_order(clause: str, mention: QuantityMention) -> bool:
    """ "Biên soạn các tài liệu … (06 tờ gấp …": what an order of making comes to, in brackets."""
    if mention.kind is not QuantityKind.COUNT or _BRACKET.search(clause) is None:
        return False
    cues = target_cues()
    ordered = [word.strip(",") for word in clause.strip(" -+•*").split()[:5]]
    counted = (mention.quantity.unit or "").lower().split()
    return not cues.posts.opening(counted) and cues.producing.opening(ordered) > 0


# "không để ổ dịch kéo dài | quá 14 ngày"
_NOT_TO_DRAG_ON = regex.compile(r"(?<!\p{L})không (?:để|được)\s[^,;.]{0,60}\skéo dài(?:\squá)?\s*$")


def lasts(clause: str, mention: QuantityMention) -> bool:
    """ "lương thực … đủ dùng tối thiểu 07 ngày": for how long what is laid in is to last.

    So is how long nothing may: "không để ổ dịch kéo dài quá 14 ngày".
    """
    if mention.kind is QuantityKind.DURATION and mention.quantity.comparator is Comparator.LE:
        return _NOT_TO_DRAG_ON.search(clause) is not None
    least = mention.quantity.comparator in (Comparator.GE, Comparator.GT)
    return (
        mention.kind is QuantityKind.DURATION
        and least
        and target_cues().lasting.search(_since_comma(clause)) is not None
    )


def adds(mention: QuantityMention) -> bool:
    """ "Tăng thêm 3 trạm quan trắc": so many more of them."""
    rises = _MORE.intersection(mention.lead[-2:])
    return mention.kind is QuantityKind.COUNT and mention.known_unit and bool(rises)


def names_post(folded: str, mention: QuantityMention) -> bool:
    """ "phân công 01 phó hiệu trưởng phụ trách", "cử 01 cán bộ làm đầu mối": a job, no aim."""
    if mention.quantity.value > _FEW:
        return False
    cues = target_cues()
    if not cues.posts.opening((mention.quantity.unit or "").lower().split()):
        return False
    behind = folded[mention.figure_end : mention.figure_end + _JOB_WINDOW]
    return cues.jobs.search(behind) is not None


# "Trước mắt, giữ nguyên 20 đội như hiện nay": nothing is to be reached
_KEPT = regex.compile(r"(?<!\p{L})giữ nguyên\s$")
_AS_IT_IS = regex.compile(
    r"(?:\s\p{L}+){0,5}?\s(?:như\s(?:hiện (?:nay|tại|có|trạng)|cũ)|hiện (?:nay|có))(?!\p{L})"
)


def stays(folded: str, mention: QuantityMention) -> bool:
    """Whether so many are only left as they are."""
    kept = _KEPT.search(folded, max(0, mention.start - 16), mention.figure)
    return kept is not None and _AS_IT_IS.match(folded, mention.figure_end) is not None


def is_rate(mention: QuantityMention) -> bool:
    """ "hỗ trợ 2.000.000 đồng/người", "mỗi suất trị giá 500.000 đồng": what each is given."""
    per = (mention.quantity.per or "").lower()
    return mention.kind is QuantityKind.MONEY and bool(per) and per not in _TIMES
