"""Figures in brackets: targets of their own, or words that say the figure before them again.

02 lớp (25 học viên/lớp) · sản lượng từ 1,3 đến 1,4 triệu tấn (trong đó, tôm thẻ trên 1 triệu tấn) ·
Tốt 36,04% (191 HS) · 2.765 xã đạt chuẩn (ít nhất 31%)
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import RATED, QuantityKind, QuantityMention
from vnplan.parsers.targets.linetext import LineText
from vnplan.records import Change
from vnplan.text.fold import fold

# What may stand between a bracket and its figure, when the figure is a target of its own.
_LEAD = regex.compile(
    r"""\(\s?(?:(?:trong\sđó|gồm|bao\sgồm|tương\sđương|bình\squân|mỗi(?:\s\p{L}+){1,3}?|phấn\sđấu|dự\skiến|với|đạt|có
        |khoảng|ít\snhất|tối\sthiểu|trên|hơn|tăng|giảm|từ|đảm\sbảo|bảo\sđảm|phải)[\s:]{1,2}){0,4}""",
    regex.VERBOSE,
)
# "(trong đó diện tích nuôi tôm càng xanh ổn định 20.000ha)", "(mục tiêu … đạt 90%)": said by words
_AIMED = regex.compile(
    r"\(\s?(?:trong đó|riêng|phấn đấu|mục tiêu|chỉ tiêu)[\s,:]{1,2}(?!kế hoạch)[^();]{0,80}"
)
# "giảm 3% trở lên (còn 7%)", "tăng từ 4-5% (để đạt 60% trở lên)": what the change leads to
_LEADS_TO = regex.compile(
    r"\(\s?(?:để\s(?:đạt|còn)|(?:chỉ\s|xuống\s)?còn|lên)\s(?:(?:dưới|trên|khoảng|mức)\s)?"
)
# "(Lúa: diện tích đạt 207 ha, …)" behind no figure of its own
_NAMED = regex.compile(r"\([^():;]{2,40}:\s[^();]{2,60}\sđạt\s(?:khoảng\s|trên\s)?")
# "(nông nghiệp 74 hộ, tiểu thủ công nghiệp 26 hộ)": the words before the first of the parts
_PART_NAME = regex.compile(r"\((?!mỗi|bình quân|theo|hiện)\p{L}+(?:[\s\-]{1,3}\p{L}+){0,5}\s")
_PART_REACH = 160
_FURTHER = regex.compile(r"\d\s?(?P<unit>\p{L}[\p{L} ]{0,30})")
# "21 triệu tấn (đến năm 2030 đạt 24 triệu tấn)": the next step of the same
_LATER = regex.compile(
    r"\(\s?(?:(?:phấn đấu|định hướng|dự kiến|mục tiêu)\s)?"
    r"(?:đến|vào|tới)\s(?:(?:hết|cuối)\s)?(?:năm\s)?20\d\d[\s,:]{1,3}"
    r"(?:(?:đạt|là|còn|có|giảm|tăng|chiếm|trên|dưới|khoảng|tối thiểu|ít nhất|từ|phấn đấu|thêm)"
    r"\s){0,4}"
)
_LEVEL_WORDS = frozenset(
    ("đạt", "chiếm", "còn", "không quá", "không vượt quá", "ít nhất", "tối thiểu")
)
_NEAR = 12
_CLOSED = regex.compile(r"[\s.,;]*\)")


def fits_bracket(line: LineText, mention: QuantityMention, kept: Sequence[QuantityMention]) -> bool:
    """Whether a figure is a target beside the one before it, not inside a description.

    "02 lớp (25 học viên/lớp)" sets two; "(cho phép truyền với tốc độ 10 Gigabit …)" none.
    """
    opening = line.open_bracket(mention.figure)
    if opening < 0:
        return True
    before = kept[-1] if kept else None
    if mention.of is not None or (before is not None and before.of is not None):
        return False  # "đạt 100% (20/20 xã)", "15/20 xã (75%)" say it again
    if before is not None and _says_again(line, before, mention, opening):
        return False
    if before is not None and before.figure > opening:
        return True
    if before is None and line.open_bracket(opening) >= 0:
        return False
    if any(form.fullmatch(line.folded, opening, mention.figure) for form in (_LEAD, _LATER)):
        return True
    if _is_led_to(line, before, mention, opening) or _is_listed(line, before, mention, opening):
        return True
    return _said_by_words(line, mention, opening) or _is_part(before, mention)


def _said_by_words(line: LineText, mention: QuantityMention, opening: int) -> bool:
    """ "(tốc độ tăng tỷ số giới tính khi sinh không quá 0,4%)": a clause on a level of its own."""
    if _AIMED.fullmatch(line.folded, opening, mention.start) is not None:
        return True
    measured = target_cues().measured.match(line.folded, opening + 1) is not None
    return measured and bool(_LEVEL_WORDS.intersection(mention.lead))


def _is_led_to(
    line: LineText, before: QuantityMention | None, mention: QuantityMention, opening: int
) -> bool:
    """The level that a change leads to: "giảm 3% trở lên (còn 7%)"."""
    if before is None or before.quantity.change not in (Change.INCREASE, Change.DECREASE):
        return False
    if mention.kind is not before.kind or mention.kind not in RATED:
        return False
    return _LEADS_TO.fullmatch(line.folded, opening, mention.figure) is not None


def _is_listed(
    line: LineText, before: QuantityMention | None, mention: QuantityMention, opening: int
) -> bool:
    """The parts of a count, or what a line says in brackets alone.

    "240 hộ (nông nghiệp 74 hộ, tiểu thủ công nghiệp 26 hộ)" · "cây trồng chủ yếu (Lúa: diện tích
    đạt 207 ha …)"
    """
    if before is None:
        return _NAMED.fullmatch(line.folded, opening, mention.figure) is not None
    unit = before.quantity.unit
    same = unit is not None and unit == mention.quantity.unit
    if not same or mention.quantity.value >= before.quantity.value or mention.kind in RATED:
        return False
    if _PART_NAME.fullmatch(line.folded, opening, mention.figure) is None:
        return False
    rest = line.folded[mention.end : mention.end + _PART_REACH].partition(")")[0]
    counted = fold(unit or "")
    return any(found["unit"].startswith(counted) for found in _FURTHER.finditer(rest))


def _is_part(before: QuantityMention | None, mention: QuantityMention) -> bool:
    """ "Tôm sú là 560.000 ha (thâm canh, bán thâm canh đạt 65.000 ha)": so much of the same."""
    if before is None or mention.kind is not before.kind or mention.kind in RATED:
        return False
    same = before.quantity.unit == mention.quantity.unit
    return same and mention.lead[-1:] == ("đạt",) and mention.quantity.value < before.quantity.value


def _says_again(
    line: LineText, before: QuantityMention, mention: QuantityMention, opening: int
) -> bool:
    """ "Tỷ lệ số xã đạt chuẩn … đạt 50% (8 xã)": the share as a count of the same, or the reverse.

    What rises or is counted by another thing is no share: "(tăng 5%)", "(25 học viên/lớp)".
    """
    if mention.quantity.per is not None or mention.figure - opening > _NEAR + len("ít nhất "):
        return False
    alone = _CLOSED.match(line.folded, mention.end) is not None
    if mention.kind is QuantityKind.MULTIPLE and alone and before.figure < opening:
        return True  # "tăng 04 doanh nghiệp (0,7 lần)"
    if before.kind in RATED and mention.kind is QuantityKind.COUNT:
        if line.text[before.end : opening].strip():
            return False
        counted = fold(mention.quantity.unit or "")
        return alone or counted in line.clause_before(before.figure).split(",")[-1]
    share = mention.kind in RATED and mention.quantity.change is Change.REACH
    return share and alone and before.kind is QuantityKind.COUNT and before.figure < opening
