"""Lead-ins: what introduces items below it, "Giao Sở A thực hiện các nội dung sau:"."""

from __future__ import annotations

import regex

from vnplan.lexicon import tasks as task_words
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.scope import Scope, of_heading, of_lead_in, of_roles
from vnplan.parsers.tasks.subjects import named_subject
from vnplan.parsers.tasks.words import Words

_LONG_TAIL = 12
_LEAD_WORDS = 10
"""A numbered lead-in that assigns work itself has so many words before what it introduces."""
_MARK = regex.compile(r"[;,]\s+|(?<=[\p{Ll}\d)”])\.\s+(?=\p{Lu})")
# "… trước ngày 20 tháng 10 năm 2024. Trong đó chú ý một số nội dung sau:": more of the order
_SAYS_MORE = regex.compile(r"(?:trong đó|cụ thể|theo đó|lưu ý|chú ý)(?!\p{L})")
# "Hằng năm …, Hiệu trưởng tổ chức xây dựng kế hoạch … và bảo đảm các nội dung sau:"
_HEEDS = regex.compile(
    r"(?:,|;|\svà|\sphải)\s(?:bảo đảm|đảm bảo|đáp ứng|tuân thủ|đáp ứng đủ|bảo đảm đủ)\s"
    r"(?:các\s|những\s|một số\s)?(?:nội dung|yêu cầu|nguyên tắc|điều kiện|tiêu chí|quy định)"
    r"(?:\s(?:cơ bản|cụ thể|chủ yếu))?(?:\s(?:sau đây|như sau|sau))?\s*$"
)
# The council that issues it: "Hội đồng nhân dân tỉnh thống nhất với nội dung …, cụ thể như sau:"
_RESOLVES = regex.compile(
    r"(?:hội đồng nhân dân|hđnd|quốc hội)[\p{L}\s]{0,40}?\s"
    r"(?:thống nhất|tán thành|nhất trí|tán đồng|chấp thuận|đồng ý|quyết nghị|quyết định"
    r"|thông qua)\s"
)
# "Hiệu trưởng phân công nhiệm vụ cho các thành viên như sau:": who acts is named below it
_DIVIDES = regex.compile(
    r"(?:[^.;:]{2,120}?\s)?(?:phân công|phân nhiệm|giao)"
    r"(?:\s(?:nhiệm vụ|trách nhiệm|công việc|công tác|phụ trách|thực hiện|cụ thể|chi tiết"
    r"|tổ chức thực hiện))*"
    r"(?:\scho\s(?:các|từng|mỗi)\s(?:thành viên|bộ phận|cá nhân|đơn vị|tổ chức|đồng chí|đ/c)"
    r"(?:,\s(?:thành viên|bộ phận|cá nhân|đơn vị|tổ chức))*(?:\scó liên quan|\sliên quan)?)?"
    r"(?:\scụ thể|\schi tiết)?,?\s(?:như sau|cụ thể như sau|sau đây)\s*"
)


def divides(body: Words) -> bool:
    """Whether a lead-in only says that the work is divided among those named below it."""
    words = without_colon(body)
    return _DIVIDES.fullmatch(words.folded, words.start, words.end) is not None


def addresses(body: Words, above: Scope, naming: Naming) -> Scope | None:
    """Whom a lead-in names: "UBND các tỉnh:", "Giao Sở A chỉ đạo … có trách nhiệm:".

    Or with whom those named above do what follows: "Chủ trì, phối hợp với Sở B:".
    """
    if _RESOLVES.match(body.folded, body.start, body.end):
        return of_lead_in(body, naming, charged=True) or Scope()
    if divides(body):
        return above if above.heading else Scope()
    named = of_heading(without_colon(body), naming)
    led = named or of_lead_in(body, naming)
    return of_roles(body, above, naming) if led is None else led


def numbered(part: Part, naming: Naming) -> Scope | None:
    """Whom a lead-in charges that is numbered as if it were an item, with the items behind it.

    "1. Giao phòng A thực hiện các công việc sau:" ⏎ "2. Tổ chức kiểm tra …".
    """
    words = part.title or part.body
    alone = part.numbered and not part.children and not (part.title and part.body)
    if words is None or not alone or not words.line.text.rstrip(" *").endswith(":"):
        return None
    return of_lead_in(without_colon(words), naming, charged=True) or None


def assigns(body: Words) -> bool:
    """Whether a lead-in orders something itself before it introduces a list.

    "Giao Sở A … chủ trì, hướng dẫn thực hiện Đề án …; tổ chức thực hiện các nhiệm vụ sau:".
    """
    if _RESOLVES.match(body.folded, body.start, body.end):
        return False
    words = without_colon(body)
    if _heeds(words):
        return True
    marks = list(_MARK.finditer(words.line.text, words.start, words.end))
    if not marks:
        return False
    before = words.line.text[words.start : marks[-1].start()]
    tail = words.folded[marks[-1].end() : words.end]
    if len(before.split()) < _LEAD_WORDS or len(tail.split()) > _LONG_TAIL:
        return False
    introduces = task_words.introduction().search(tail)
    return introduces is not None and (
        introduces.start() == 0
        or task_words.action().match(tail) is not None
        or _SAYS_MORE.match(tail) is not None
    )


def heads_as_order(title: Words, naming: Naming) -> bool:
    """Whether a numbered heading orders something itself: it names who acts, and "cụ thể như sau".

    "6. Các bộ, cơ quan, địa phương … tiếp tục triển khai các giải pháp …, cụ thể như sau:".
    """
    if _heeds(title):
        return True
    words = without_colon(title)
    marks = list(_MARK.finditer(words.line.text, words.start, words.end))
    if not marks or named_subject(words, naming) is None:
        return False
    at = marks[-1].end()
    introduces = task_words.introduction().match(words.folded, at, words.end)
    more = _SAYS_MORE.match(words.folded, at, words.end)
    return (introduces or more) is not None and assigns(title)


def _heeds(body: Words) -> bool:
    """Whether an order ends in what it is to heed: "… kế hoạch và bảo đảm các nội dung sau:"."""
    words = without_colon(body)
    ends = _HEEDS.search(words.folded, words.start, words.end)
    if ends is None:
        return False
    return len(words.line.text[words.start : ends.start()].split()) >= _LEAD_WORDS


def without_colon(words: Words) -> Words:
    """The words without the colon that ends them."""
    text = words.text.rstrip(" :*")
    return words.cut(words.start, words.start + len(text))
