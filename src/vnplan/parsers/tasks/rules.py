"""What holds, is forbidden, is to be reached or to be paid: no work of anybody."""

from __future__ import annotations

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.tasks.subjects import opening
from vnplan.parsers.tasks.words import Words

_MUST = regex.compile(r"(?<!\p{L})(?:phải|không được|cần phải|bảo đảm|đảm bảo)(?!\p{L})")
_MONEY = regex.compile(
    r"(?:tổng\s(?:nhu cầu\s|mức\s|số\s)?)?(?:nguồn\s)?(?:vốn|ngân sách|kinh phí)\s"
    r"(?:[^.;]|\.(?=\d)){0,200}?(?:\d\s?%|(?:tỷ|triệu)\s(?:đồng|USD))"
)
# A figure that is to be reached is a target: "Ít nhất 85% người hưởng trợ cấp … mở tài khoản".
_FIGURE = regex.compile(
    r"(?:(?:đến|trong|hết)\s[^,;.]{3,40},\s)?(?:phấn đấu\s)?(?:có\s|đạt\s){0,4}"
    r"(?:ít nhất\s|tối thiểu\s|trên\s|khoảng\s|từ\s){0,4}\d{1,3}(?:[.,]\d{1,2})?\s?%"
)
# "Tổng hợp nhu cầu sử dụng đất … dự kiến là 43.346.068 m2 …": what will be needed
_NEED = regex.compile(
    r"(?:tổng hợp\s)?(?:tổng\s)?nhu cầu\s[^.;:]{0,200}?"
    r"\s(?:dự kiến|ước|khoảng)\s(?:là\s|khoảng\s)?\d"
)
# "Thu 50.000đ/1 sào ruộng tiêu chuẩn": how much each pays
_FEE = regex.compile(
    r"(?:mức )?(?:thu|nộp|đóng)\s(?:\d{1,3}(?:\.\d{3})+|\d+)\s?(?:đ|đồng)(?!\p{L})"
)
# "Thời gian nghỉ phép năm của giáo viên được thực hiện trong thời gian nghỉ hè"
_SETTLED = regex.compile(
    r"(?:thời gian|thời hạn|ngày|chế độ|mức|hình thức|trình tự)\s(?:[^\s,;:.]+\s){0,14}?"
    r"(?:được|do)\s(?:thực hiện|bố trí|tính|áp dụng|quy định|xác định)(?!\p{L})"
)


# "Các nhiệm vụ cần làm ngay được xác định tại Phụ lục 2 kèm theo …": where they stand
_ELSEWHERE = regex.compile(
    r"(?:danh mục )?(?:các |những )?(?:nhiệm vụ|chỉ tiêu|nội dung|hoạt động|dự án|công việc)"
    r"(?: [^\s,;:.]+){0,14}? (?:được )?(?:xác định|nêu|quy định|thể hiện|liệt kê|trình bày)"
    r"(?: chi tiết| cụ thể| rõ)? (?:tại|trong|ở) (?:các )?(?:phụ lục|biểu|bảng|danh mục)(?!\p{L})"
)
# "Thời gian ủng hộ từ ngày 22/9 đến ngày 20/11": when something is done, not that it is
_WHEN = regex.compile(
    r"thời (?:gian|hạn)\s[^:;.]{0,60}?(?<!\p{L})(?:từ|bắt đầu|vào|đến|dự kiến|trong)\s"
    r"(?:ngày|tháng|lúc|\d)"
)
# "Chi đội nào ủng hộ vượt chỉ tiêu thì được cộng điểm": what holds for whoever it is
_WHOEVER = regex.compile(r"[^,;.:]{2,40}\snào\s[^.;]{3,160}?\sthì\s")


# "Dữ liệu đồng bộ phải tuân thủ cấu trúc, danh mục dùng chung …": what a thing must be like
_THING_MUST = regex.compile(
    r"(?:dữ liệu|thông tin|số liệu|hồ sơ|sản phẩm|tài khoản|văn bản|giấy tờ|chứng từ|tài liệu)"
    r"\s(?:[^\s,;:.]+\s){0,8}?phải\s(?:được\s)?"
    r"(?:là|tuân thủ|bảo đảm|đảm bảo|phù hợp|đúng|chính xác|đầy đủ|thống nhất)(?!\p{L})"
)
# "Kinh phí thực hiện … được ngân sách nhà nước bảo đảm": who pays, in a part without a heading
_PAID = regex.compile(
    r"(?:nguồn\s)?kinh phí\s[^.;]{0,200}?\s(?:do|được|từ)\s(?:nguồn\s)?ngân sách\s[^.;,]{0,60}?"
    r"(?:bảo đảm|đảm bảo|chi trả)(?!\p{L})"
)
# "Đào tạo nghề cho con liệt sĩ … phải gắn với giải quyết việc làm": how a work is to be done; but
# "Hướng dẫn các đơn vị phải …" orders, and so does "Xây dựng kế hoạch, trong đó phải …".
_MEASURE = regex.compile(
    r"(?:đào tạo|tổ chức|xây dựng|thực hiện|triển khai|sử dụng|bố trí|giải quyết|tuyển dụng"
    r"|lựa chọn|đầu tư|phân bổ|quản lý|xử lý|khai thác)\s[^;:.]{3,160}?"
    r"(?<!\b(?:trong đó|khi|để|và|đồng thời|thì|mà|nếu))\sphải\s"
    r"(?:gắn|phù hợp|tuân thủ|bảo đảm|đảm bảo|đúng|theo đúng|xuất phát|bám sát|đi đôi|có trọng tâm"
    r"|thiết thực|kịp thời|nghiêm túc|thường xuyên|đồng bộ|toàn diện)(?!\p{L})"
)

_HOLD = (_SETTLED, _MEASURE, _WHEN, _WHOEVER, _ELSEWHERE, _PAID, _THING_MUST)


def is_rule(words: Words) -> bool:
    """A prohibition, or what must hold for everybody: "Việc … phải …", "Nghiêm cấm …"."""
    folded, at = words.folded, opening(words)
    if any(form.match(folded, at, words.end) for form in _HOLD):
        return True
    rule = tasks.rule().match(folded, at, words.end)
    if rule is None:
        return False
    if rule[0] in ("nghiêm cấm", "cấm", "không được"):
        return True
    stop = folded.find(". ", at, words.end)
    return _MUST.search(folded, at, stop if stop >= 0 else words.end) is not None


# "Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ", "… hoạt động theo chế độ kiêm nhiệm"
_STANDS = regex.compile(
    r"[^.;:(]{3,100}?\s(?:tự giải thể|(?:làm việc|hoạt động) (?:theo chế độ )?kiêm nhiệm)(?!\p{L})"
)


def stands(words: Words) -> bool:
    """How long and in what manner a body works: said under its duties, and none of them.

    But "Giao Tổ công tác rà soát … và tự giải thể sau khi hoàn thành nhiệm vụ" orders.
    """
    if tasks.charge().match(words.folded, opening(words), words.end) is not None:
        return False
    return _STANDS.match(words.folded, opening(words), words.end) is not None


def is_of_a_thing(words: Words) -> bool:
    """What a thing must be like, whoever is addressed: "Giấy tờ chứng minh … phải là …"."""
    return _THING_MUST.match(words.folded, opening(words), words.end) is not None


def is_figure(words: Words) -> bool:
    """What is to be reached or spent, told by its figure: a target or a sum, no task."""
    at = opening(words)
    forms = (_FIGURE, _MONEY, _NEED, _FEE)
    return any(form.match(words.folded, at, words.end) for form in forms)
