"""Periods that belong to what is told of, not to what is done: of a plan to be made, a statistic.

Xây dựng kế hoạch kiểm tra năm 2021 · tác động đến tăng trưởng GDP quý IV năm 2025 · chi trả lương
hưu (tháng 12 năm 2025) · theo cam kết … vào năm 2050
"""

from __future__ import annotations

import regex

# a plan that is to be made, with the year it is for: "Ban hành kế hoạch kiểm tra văn bản năm 2021"
_PLAN_TO_MAKE = regex.compile(
    r"(?:ban\s+hành|xây\s+dựng|lập|trình)\s+(?:các\s+)?(?:kế\s+hoạch|chương\s+trình)\s[^,;.:()]{0,60}$"
)
# "Kỳ thi THPT quốc gia năm 2019", "Tháng hành động vì an toàn thực phẩm năm 2024", "tuyển sinh
# lớp 10 năm học 2023-2024": what is held, with its year
_HELD = regex.compile(
    r"""
    (?<!\p{L})(?: (?:kỳ|cuộc|hội|vòng)\s+thi | thi\s+(?:tốt\s+nghiệp|tuyển\s+sinh|thpt|học\s+sinh)
      | hội\s+(?:diễn|thao|chợ|trại|khỏe|sách|báo\s+xuân) | liên\s+hoan | đại\s+hội | lễ\s+hội
      | festival | ngày\s+hội | tuần\s+lễ | triển\s+lãm | diễn\s+đàn
      | chiến\s+dịch | tổng\s+điều\s+tra
      | giải\s+(?:thưởng|báo\s+chí|bóng|việt\s+dã|thể\s+thao|cầu|quần|cờ|bơi|chạy|marathon|đua
          |thi\s+đấu)
      | tháng\s+(?!\d|này|trước|sau|tới|đầu|cuối|giữa|tiếp|chạp|giêng|còn|của|theo|và\s)\p{L}
      | đợt\s+(?:\d{1,2}|i{1,3}|iv)(?=\s+$) )[^;.,:()]{0,110}$
    """,
    regex.VERBOSE,
)
_OF_SCHOOL = regex.compile(
    r"(?<!\p{L})(?:tuyển\s+sinh|trúng\s+tuyển|xếp\s+loại|tổng\s+kết|sơ\s+kết|nhiệm\s+vụ|kết\s+quả|học\s+bạ|lớp\s+\d{1,2})"
    r"[^;.,:()]{0,60}$"
)
# "theo chuẩn nghèo tiếp cận đa chiều áp dụng cho giai đoạn 2016-2020"
_STANDARD = regex.compile(
    r"(?<!\p{L})(?:tiêu\s+)?chuẩn(?!\s+bị)[^;.,:()]{0,80}$|áp\s+dụng\s+(?:trong\s+)?$"
)
# "đánh giá kết quả thực hiện 6 tháng đầu năm 2026", "sơ kết quý I"
_SPAN_REPORTED = regex.compile(r"(?:\d{1,2}|sáu|chín)\s+tháng\s+(?:đầu|cuối)|quý\s")
# "đánh giá kết quả hoạt động trong 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm"
_HALF_TOLD = regex.compile(r"(?:trong\s+)?(?:0?[369]|sáu|chín)\s+tháng\s+(?:đầu|cuối)")
_TOLD_OF_HALF = regex.compile(
    r"(?<!\p{L})(?:kết\s+quả|tình\s+hình|phương\s+hướng|nhiệm\s+vụ)(?!\s+được\s+giao)[^;.:()]{0,110}$"
)
# "Báo cáo tình hình kinh tế - xã hội quý I/2024"
_PERIOD_ALONE = regex.compile(r"(?:quý|tháng)\s")
_REPORT_OF = regex.compile(
    r"(?<!\p{L})báo\s+cáo\s+(?:(?:sơ\s+kết\s+)?(?:tình\s+hình|kết\s+quả|công\s+tác)[^;.,:()]{0,90}"
    r"|số\s+(?:liệu|lượng)[^;.:()]{0,60})$"
)
# "(kỳ họp thường lệ giữa năm 2020)": which of them
_SESSION = regex.compile(
    r"(?<!\p{L})(?<!(?:tại|trong|vào|trình)\s)kỳ\s+họp(?:\s+thường\s+(?:lệ|kỳ))?\s+$"
)
_JUST_TOLD = regex.compile(
    r"(?:(?:kết\s+quả|tình\s+hình|công\s+tác|sơ\s+kết)(?:\s+(?:thực\s+hiện|hoạt\s+động|công\s+tác|nhiệm\s+vụ)){0,3})\s+$"
)
# told of: "đánh giá kết quả phối hợp … năm 2015", "phương hướng hoạt động năm 2016"
_TOLD_OF_YEAR = regex.compile(
    r"(?:kết\s+quả|tình\s+hình|phương\s+hướng|tổng\s+kết|rút\s+kinh\s+nghiệm|thực\s+trạng|số\s+liệu)[^;.,:]{0,90}$"
)
_YEARS_PLAN = regex.compile(r"(?:kế\s+hoạch|chiến\s+lược|tài\s+chính)[^,;.]{0,240}\s\d{1,2}\s*$")
# a policy, with the period it is for: "tham mưu chính sách hỗ trợ cây quế giai đoạn 2024 - 2028",
# "xây dựng trình Hội đồng nhân dân tỉnh nghị quyết về chính sách … giai đoạn 2023 - 2030"
_POLICY_TO_MAKE = regex.compile(
    r"(?:ban\s+hành|xây\s+dựng|tham\s+mưu|trình|đề\s+xuất)\s+"
    r"(?:(?:trình\s+)?(?:ubnd|hđnd|ủy\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân|chính\s+phủ|thủ\s+tướng|quốc\s+hội"
    r"|tỉnh\s+ủy|thành\s+ủy|ban\s+thường\s+vụ|cấp\s+có\s+thẩm\s+quyền)(?:\s+\p{L}+){0,4}?\s+)?"
    r"(?:các\s+)?(?:dự\s+thảo\s+)?(?:cơ\s+chế\s*,\s*)?(?:chính\s+sách|nghị\s+quyết|kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án|quy\s+hoạch)\s[^;.:()]{0,120}$"
)
_PHASE = regex.compile(r"(?:cho\s+)?(?:giai\s+đoạn|thời\s+kỳ)")
# what is studied or reported, with the phase it is of: "đánh giá mức hấp thụ các-bon rừng, tiềm
# năng tạo tín chỉ … của Việt Nam giai đoạn 2021 - 2030", "báo cáo kết quả thực hiện giai đoạn …"
_STUDIED = regex.compile(
    r"(?<!\p{L})(?:giám\s+sát|đánh\s+giá|phân\s+tích|nghiên\s+cứu|điều\s+tra|khảo\s+sát|thống\s+kê|kiểm\s+kê"
    r"|dự\s+báo|tính\s+toán|báo\s+cáo|tổng\s+hợp|tổng\s+kết|sơ\s+kết)(?:\s+và\s+\p{L}+\s+\p{L}+)?\s[^;.:()]{0,120}?"
    r"(?<!\p{L})(?:hiện\s+trạng|thực\s+trạng|tiềm\s+năng|mức\s+(?:hấp|phát|độ|tiêu|sinh)|lượng\s|phát\s+thải"
    r"|diễn\s+biến|biến\s+động|xu\s+(?:thế|hướng)|nhu\s+cầu|tác\s+động|kết\s+quả|tình\s+hình)"
    r"[^,;.:()]{0,100}$"
)
# what is to be thought out or talked of: "- Giải pháp phát triển thể thao … giai đoạn 2021-2025"
_SOLUTIONS = regex.compile(
    r"(?:^[\s\-+•*]*(?:đánh\s+giá\s+thực\s+trạng\s[^;.:()]{0,60}?\svà\s+)?|(?<!\p{L})(?:đề\s+xuất|nêu|tìm)\s+)"
    r"(?:các\s+)?giải\s+pháp\s[^;.:()]{0,140}$"
)
# what is invested or built in, told before the day the paper on it is due: "xây dựng tiêu chí lựa
# chọn khu kinh tế để đầu tư trong giai đoạn từ năm 2013, | trình Thủ tướng trong quý II năm 2012"
_PAPER = regex.compile(
    r"(?:xây\s+dựng|lập|đề\s+xuất|rà\s+soát|hoàn\s+thiện)\s+(?:và\s+\p{L}+\s+\p{L}+\s+)?(?:các\s+)?"
    r"(?:đề\s+án|tiêu\s+chí|danh\s+mục|dự\s+án|kế\s+hoạch|phương\s+án|chính\s+sách)\s[^;.:()]{0,200}$"
)
_IN_PHASE = regex.compile(r"trong\s+(?:các\s+)?(?:giai\s+đoạn|thời\s+kỳ)\s")
_HANDED_IN = regex.compile(
    r"\s*,\s*(?:trình|báo\s+cáo|gửi)\s[^;.]{0,70}?\s(?:trong|trước|chậm\s+nhất|vào)\s+"
    r"(?:ngày|tháng|quý|năm)(?!\p{L})"
)
# what the period is of: "tác động đến tăng trưởng GDP Quý IV năm 2025, cả năm 2025 và năm 2026"
_ASSESSED = regex.compile(
    r"(?:đánh\s+giá|phân\s+tích|dự\s+báo|ước\s+tính|tính\s+toán)[^;.]{0,140}(?:tăng\s+trưởng|lạm\s+phát)"
    r"(?:\s+(?:kinh\s+tế|gdp|grdp))*(?:\s*(?:,|và)?\s*(?:cả\s+)?(?:năm|quý|tháng)\s+[\divx/]+){0,6}\s*(?:,|và)?\s*$"
    r"|(?<!\p{L})(?:dự\s+báo|ước(?:\s+tính|\s+thực\s+hiện)?)\s+$"
)
# "chi trả gộp 03 tháng lương hưu (tháng 12 năm 2025, tháng 01 và tháng 02 năm 2026)"
_PAID_FOR = regex.compile(
    r"(?:lương|trợ\s+cấp|phụ\s+cấp|học\s+phí|tiền\s+điện|tiền\s+nước)[^;.()]{0,60}\(\s*(?:gồm\s*:?\s*)?$"
)
# a promise made elsewhere: "theo cam kết của Việt Nam tại COP 26 về … vào năm 2050"
_COMMITTED = regex.compile(
    r"theo\s+(?:các\s+)?cam\s+kết\s[^;.]*$"
    r"|cam\s+kết\s+(?:đạt\s+)?(?:mức\s+)?phát\s+thải\s+ròng\s+bằng\s+[“\"‘']?(?:0|không)[”\"’']?"
    r"\s+(?:\([^()]{1,20}\)\s+)?$"
)
# when a law got its wording: "Luật Bầu cử năm 2015 (được sửa đổi, bổ sung năm 2025)"
_AMENDED = regex.compile(
    r"(?:\(\s*(?:đã\s+)?(?:được\s+)?"
    r"|(?:luật|pháp\s+lệnh|hiến\s+pháp|nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết)"
    r"\s[^;.:]{1,140}?\s(?:đã\s+được|được|đã)\s+)"
    r"(?:sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế|điều\s+chỉnh|hợp\s+nhất)"
    r"(?:\s+(?:một\s+số\s+điều|lần\s+\p{L}+|vào|trong|tại|các|theo|ngày|tháng|năm|và|\d{1,4}|[,/]))*\s*$"
)
# "báo cáo 6 tháng đầu năm trước ngày 15/6": what the report is of, and when it is due
_HALF_REPORT = regex.compile(
    r"(?:báo\s+cáo|sơ\s+kết)\s+(?:(?:sơ\s+kết|kết\s+quả|định\s+kỳ)\s+)?$|báo\s+cáo\s*:\s[^.;]*$"
)
_PERIOD_REPORTED = regex.compile(r"\d|quý\s|tháng\s\d")
_HALF_DUE = regex.compile(
    r"\s*[,:(]?\s*(?:(?:gửi|nộp)\s+)?(?:trước|chậm\s+nhất|vào\s+ngày)(?!\p{L})"
)
# what a report is of: "Thời gian báo cáo … tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến …"
_REPORT_WINDOW = regex.compile(
    r"(?:(?:thời\s+gian|kỳ)\s+(?:báo\s+cáo|thống\s+kê|chốt\s+số\s+liệu)|số\s+liệu)[^;.:]{0,60}(?::\s*)?$"
)
# "các chỉ tiêu thời điểm lấy tại ngày 01/01/2021"
_AS_OF = regex.compile(
    r"(?<!\p{L})(?:tại\s+(?:thời\s+điểm\s+)?|thời\s+điểm\s+(?:điều\s+tra|thống\s+kê|chốt\s+số\s+liệu)\s*:\s*)$"
)
_OF_DAY = regex.compile(r"(?:0\s?(?:giờ|h)\s+)?ngày\s")
_SPAN_OF_DAYS = regex.compile(r"(?:tính\s+)?từ\s+(?:ngày\s|\d).{1,60}?\sđến\s")


_TOLD_OF = (
    (_SPAN_REPORTED, _JUST_TOLD),
    (_HALF_TOLD, _TOLD_OF_HALF),
    (_PERIOD_ALONE, _REPORT_OF),
    (regex.compile(r"giữa|cuối"), _SESSION),
    (regex.compile(r"năm\s+học|học\s+kỳ"), _OF_SCHOOL),
)
"""Periods, with the words before that make them those of what is told of."""


def is_of_work(words: str, left: str) -> bool:
    """Whether `words` name the period of a plan or policy that is to be made, told before them."""
    if words.startswith("năm"):
        return any(named.search(left) for named in (_PLAN_TO_MAKE, _HELD))
    if _PHASE.match(words) is None:
        return False
    return any(named.search(left) for named in (_STANDARD, _POLICY_TO_MAKE, _SOLUTIONS, _STUDIED))


def is_of_paper(words: str, left: str, right: str) -> bool:
    """Whether `words` are the phase that a paper is on, whose own day follows."""
    if _IN_PHASE.match(words) is None or _HANDED_IN.match(right) is None:
        return False
    return _PAPER.search(left) is not None


def is_of_amendment(left: str) -> bool:
    """Whether a time is that of the last change of an instrument, told before it."""
    return _AMENDED.search(left) is not None


def is_told_of(words: str, left: str) -> bool:
    """Whether `words` are the period of what is reported, assessed, paid for or promised."""
    if any(pattern.search(left) for pattern in (_COMMITTED, _PAID_FOR, _ASSESSED)):
        return True
    if any(period.match(words) and of.search(left) for period, of in _TOLD_OF):
        return True
    told = _TOLD_OF_YEAR.search(left) or _YEARS_PLAN.search(left)
    # in brackets it says when: "báo cáo tổng kết thực hiện Kế hoạch (năm 2035)"
    return words.startswith("năm") and told is not None and not left.rstrip().endswith("(")


def is_report_window(words: str, left: str, right: str) -> bool:
    """Whether `words` say which days a report covers, not when it is due."""
    if _PERIOD_REPORTED.match(words) and _HALF_REPORT.search(left) and _HALF_DUE.match(right):
        return True
    if _OF_DAY.match(words) and _AS_OF.search(left):
        return True
    return _REPORT_WINDOW.search(left) is not None and _SPAN_OF_DAYS.search(words) is not None
