"""What stands beside or below an order and is none: its manner, its matter, what is to be told."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.openings import acts, orders
from vnplan.parsers.tasks.subjects import find_subject, opening
from vnplan.parsers.tasks.words import Words
from vnplan.text.fold import fold

_NOTES = ("ghi chú", "chú thích", "chú giải", "note")
_MATTER = regex.compile(r"(?:công tác|lĩnh vực|về|hoạt động)\s")
# "Hình thức: Trực tiếp kết hợp trực tuyến", "Hình thức: gồm 2 phần thi"
_MANNER = regex.compile(r"(?:hình thức|phương thức)(?: (?:tổ chức|thi|dự thi|tham gia|thực hiện))?")
_MANNERS = regex.compile(
    r"(?:trực tiếp|trực tuyến|tập trung|bao gồm|gồm|kết hợp"
    r"|tổ chức (?:trực tiếp|trực tuyến|tập trung|theo hình thức))(?!\p{L})"
)
_REMARKS = ("lưu ý", "chú ý", "ghi chú")
_COUNT = regex.compile(r"\d{1,4}\s(?!giờ|h\d|ngày|tháng)\p{L}")
_SUPPOSED = ("giả định", "tình huống giả định", "giả thiết")
_FEW_WORDS = 25


def is_remark(title: Words | None, body: Words, naming: Naming) -> bool:
    """What a label says beside the work: how an event is held, what does not count.

    "Hình thức: Trực tiếp kết hợp trực tuyến", "Lưu ý: Không xem xét đơn nặc danh"; what an exercise
    supposes, and how many take part: "Lực lượng tham gia: 02 xe chữa cháy".
    """
    if title is None or find_subject(body, naming) is not None:
        return False
    label, at = fold(title.text).strip(" .:*"), opening(body)
    if label.startswith(_REMARKS):
        return body.folded.startswith("không", at)
    if label.startswith(_SUPPOSED):
        return True
    if _COUNT.match(body.folded, at) is not None and not acts(title):
        return not orders(body, naming)
    if _MANNER.fullmatch(label) is None or len(body.text.split()) > _FEW_WORDS:
        return False
    return _MANNERS.match(body.folded, at, body.end) is not None or not orders(body, naming)


def is_notes(heading: str | None) -> bool:
    """Whether a part holds the notes below a table: "Ghi chú:" ⏎ "- (*) Chủ tịch Hội đồng …"."""
    return heading is not None and fold(heading).strip(" .:*()") in _NOTES


def names_matter(words: Words, naming: Naming) -> bool:
    """A short line that only names what the lines below it speak of, with a full stop.

    "1. Công tác phòng, chống ma túy." ⏎ "Tiếp tục quán triệt …"
    """
    at = opening(words)
    short = len(words.text.split()) < _FEW_WORDS and ":" not in words.text
    return short and _MATTER.match(words.folded, at) is not None and not orders(words, naming)


_AIMS = regex.compile(r"(?<!\p{L})(?:để|nhằm|nhằm mục đích|với mục tiêu)\s*:\s*$")


def tells_aims(words: Words) -> bool:
    """Whether an order ends in what it is for: "Sửa đổi Luật A để:" ⏎ "- Tháo gỡ khó khăn …"."""
    return _AIMS.search(words.folded, words.start, words.through_colon()) is not None


_TELLING = regex.compile(
    r"(?:tuyên truyền|phổ biến|quán triệt|thông tin|giới thiệu|học tập|truyền thông|giáo dục)"
    r"(?!\p{L})"
)


def tells_of(words: Words, bodies: Sequence[Words]) -> bool:
    """Whether what stands below an order to make something known is what is to be known.

    "Tuyên truyền tiêu chuẩn, cơ cấu đại biểu, cụ thể:" ⏎ "+ Về tiêu chuẩn: …" ⏎ "+ Về cơ cấu …".
    """
    at = opening(words)
    skipped = tasks.adverbs().match(words.folded, at, words.end)
    at = skipped.end() if skipped is not None else at
    if _TELLING.match(words.folded, at, words.end) is None:
        return False
    about = sum(body.folded.startswith("về ", opening(body)) for body in bodies)
    return about > 1 and 2 * about >= len(bodies)
