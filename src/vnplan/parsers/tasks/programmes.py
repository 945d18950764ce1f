"""The course of an event and the matters it speaks of: points on a programme, nobody's duties.

"7h30: Đón tiếp đại biểu" stands in a plan as "Chuẩn bị hội trường" does, and so does the list of
papers of a conference; what somebody is to do for them is ordered elsewhere in the plan.
"""

from __future__ import annotations

import regex

from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.words import Words
from vnplan.records import TaskForm
from vnplan.text.fold import fold

_EVENT = (
    r"(?:buổi|lễ|hội nghị|hội thảo|diễn đàn|đại hội|hội thi|cuộc thi|ngày hội|tọa đàm|hội diễn"
    r"|liên hoan|phiên họp|cuộc họp|giao lưu|gặp mặt|khai giảng|khai mạc|tổng kết)"
)
# "Nội dung chương trình", "Chương trình hội thảo", "Phần lễ": how an event goes. "Chương trình hỗ
# trợ doanh nghiệp" is work.
_COURSE = regex.compile(
    rf"(?:(?:nội dung )?chương trình(?: dự kiến| chi tiết| cụ thể)?(?: của)?(?: {_EVENT}.{{0,60}})?"
    r"|(?:dự kiến )?chương trình dự kiến|phần (?:lễ|hội|nghi lễ|nghi thức)|nghi thức.{0,40}"
    rf"|kịch bản(?: chương trình)?(?: {_EVENT}.{{0,60}})?"
    r"|trình tự (?:buổi lễ|chương trình).{0,40})"
)
# "Nội dung tham luận", "Định hướng nội dung", "Nội dung thi": what is spoken of or asked there
_MATTERS = regex.compile(
    r"(?:(?:các |những )?(?:nội dung|chủ đề|vấn đề)(?: gợi ý)?"
    r" (?:tham luận|thảo luận|trao đổi|thi(?! đua| hành| công| tuyển)|dự thi|hội thảo|diễn đàn"
    r"|tọa đàm|hội thi|cuộc thi)"
    r"(?!\p{L}).{0,40}"
    r"|(?:môn thi|phần thi|vòng thi|hình thức thi|thể lệ)(?!\p{L}).{0,60}"
    r"|(?:định hướng|gợi ý)(?: các| về)? (?:nội dung|chủ đề|vấn đề)(?: \p{L}+){0,4})"
)
# "9 giờ: Văn nghệ chào mừng.", "7h30 - 8h00: Đón tiếp đại biểu.", "- Từ 8 giờ 00 đến 9 giờ 00: …"
_HOUR = r"(?:từ\s|lúc\s|đúng\s)?\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?(?:\s?(?:phút|’|'))?"
_AT_AN_HOUR = regex.compile(
    rf"{_HOUR}(?:\s?(?:-|–|đến)\s?{_HOUR})?(?:\s?\([^)]{{1,30}}\))?\s?(?:[:;,]|-\s)"
)
# What somebody is to do for it all the same: "… chủ trì, phối hợp …", "… gửi trước ngày …"
_CHARGES = regex.compile(
    r"^(?:giao(?! lưu| hữu| thông| nhận)|yêu cầu|đề nghị|phân công)\s"
    r"|(?<!\p{L})(?:chủ trì, phối hợp|phối hợp với|(?:chịu|có) trách nhiệm|phụ trách"
    r"|trước ngày|chậm nhất|hạn cuối)(?!\p{L})"
)
_MOST_ASKED = 30


def is_programme(part: Part) -> bool:
    """Whether a part tells the course of an event or its matters, by its heading or its hours."""
    heading = fold(part.section.heading or "").strip(" .:;*")
    if heading and (_COURSE.fullmatch(heading) or _MATTERS.fullmatch(heading)):
        return True
    bodies = (child.body for child in part.children[:_MOST_ASKED])
    return sum(at_an_hour(body) for body in bodies if body is not None) > 1


def at_an_hour(words: Words) -> bool:
    """Whether words open with a time of the day: a point on a programme."""
    return _AT_AN_HOUR.match(words.folded, words.start, words.end) is not None


def is_point(draft: Draft) -> bool:
    """Whether an item of a programme only says what happens there.

    A row that names who is in charge of it is a duty: "Chuyên đề 1 | Tổ chuyên môn".
    """
    if draft.form is TaskForm.ROW and (draft.unread or draft.parts.owners()):
        return False
    words = draft.words[0]
    return _CHARGES.search(words.folded[words.start : words.end]) is None
