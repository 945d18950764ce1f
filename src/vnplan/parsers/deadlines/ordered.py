"""Times without days: whether "thường xuyên", "định kỳ", "sau khi …" belong to what is ordered."""

from __future__ import annotations

import regex

from vnplan.parsers.deadlines.expression import TimeExpression
from vnplan.parsers.deadlines.place import AIMS, Place
from vnplan.records import DeadlineKind, SectionRole

_OPENS = regex.compile(r"(?:^|[.;:,+\-–]|(?<!\p{L})(?:và|phải|đồng\s+thời|cần))\s*$")
_STARTS_CLAUSE = regex.compile(r"(?:^|[.;:+\-–])\s*$")
_ALWAYS_NOUN = regex.compile(
    r"(?:chi|giáo\s+dục|gd|nguồn|kinh\s+phí|đầu\s+tư|nhiệm\s+vụ|hoạt\s+động(?:\s+[^,;.]{0,40})?|bồi\s+dưỡng"
    r"|công\s+việc|tính|cơ\s+quan|không|chưa|khu\s+vực|nơi|vùng|thiên\s+tai|đối\s+tượng|chỉ\s+đạo|người"
    r"|học\s+tập|quỹ|mang\s+tính|sự\s+phối\s+hợp|trọng\s*,?|(?:thành\s+)?phong\s+trào|nhu\s+cầu|thói\s+quen|nền\s+nếp|tiêm\s+chủng|đầu\s+tư\s+và|thường\s+trú|trạng\s+thái"
    r"|mối\s+(?:quan\s+hệ|liên\s+hệ)(?:\s+[^;.]{0,40})?)\s*$"
)
_ALWAYS_STATE = regex.compile(
    r"\s*(?:xảy\s+ra|chịu|bị|có\s+nguy|gặp|sống|ngập|hoặc\s+(?:có|không)|thiếu|cư\s+trú|sinh\s+sống"
    # "học sinh thường xuyên bỏ học", "doanh nghiệp thường xuyên vi phạm": whom the order is about
    r"|bỏ\s+(?:học|tiết|lớp|trốn|về)|nghỉ\s+học|vắng|đi\s+(?:học\s+)?(?:muộn|trễ)|(?:tái|vi)\s+phạm"
    r"|gây\s+(?:rối|mất|gổ|ô)|chậm|nợ|trốn|tụ\s+tập|biến\s+động|quá\s+tải|ùn\s+tắc"
    r"|trú|giáo\s+viên|(?:,|và)\s*lâu\s+dài|theo\s+quy\s+định\s+của\s+(?:luật|pháp)|khác(?!\p{L}))"
)


# "dữ liệu phục vụ công tác báo cáo thường xuyên, định kỳ, đột xuất": kinds of report, no order
_SERVES_REPORTS = regex.compile(
    r"(?<!\p{L})(?:phục\s+vụ(?:\s[^;:,]{0,30})?|(?:số|dữ)\s+liệu|căn\s+cứ|cơ\s+sở)\s+báo\s+cáo"
    r"(?:\s+(?:kết\s+quả|tình\s+hình|số\s+liệu))?\s*"
    r"(?:(?:thường\s+xuyên|định\s+kỳ|đột\s+xuất)\s*(?:,|và|hoặc)\s*){0,3}$"
)


def _is_kind_of_report(item: TimeExpression, place: Place) -> bool:
    return _SERVES_REPORTS.search(place.folded[max(0, item.start - 100) : item.start]) is not None


def is_continuous(item: TimeExpression, place: Place) -> bool:
    """ "thường xuyên" of an ordered action."""
    if _is_kind_of_report(item, place):
        return False
    return _is_ordered(item, place) and not _is_attribute(item, place)


def _is_ordered(item: TimeExpression, place: Place) -> bool:
    """Among aims, only what opens a clause orders: "- Thường xuyên kiểm tra, đôn đốc"."""
    if place.role not in AIMS:
        return True
    left = place.before(item.start)
    return _STARTS_CLAUSE.search(left) is not None or not left.strip()


def _is_attribute(item: TimeExpression, place: Place) -> bool:
    """ "chi thường xuyên", "khu vực thường xuyên chịu tác động", a heading of noun phrases."""
    left = place.before(item.start)
    if _ALWAYS_NOUN.search(left) or _ALWAYS_STATE.match(place.after(item.end)):
        return True
    return place.capitals


_OF_EACH_YEAR = regex.compile(
    r"(?:kế\s+hoạch(?:\s+(?:đầu\s+tư|tài\s+chính|công\s+tác|vốn)[^,;.]{0,24})?|nghị\s+quyết|trung\s+hạn(?:\s*,|\s+và)?|\d{1,2}\s+năm(?:\s*,|\s+và)"
    r"|chương\s+trình(?:\s+công\s+tác)?|quy\s+trình[^,;.]{0,30}|tín\s+dụng|lãi\s+suất|chế\s+độ|thi\s+đua|nhiệm\s+vụ|mục\s+tiêu|chỉ\s+tiêu(?:\s+\p{L}+){0,3}"
    r"|văn\s+bản(?:\s+hướng\s+dẫn)?|kế\s+hoạch\s+phát\s+triển[^,;.]{0,30}|xếp\s+loại[^,;.]{0,20}|tháng\s+\d+\s*,?)\s*$"
)
# "đưa nội dung này vào chương trình kiểm tra, giám sát hằng năm": the programme is yearly
_INTO_PLAN = regex.compile(
    r"(?<!\p{L})vào\s+(?:trong\s+)?(?:các\s+)?(?:kế\s+hoạch|chương\s+trình|nghị\s+quyết|chỉ\s+tiêu|tiêu\s+chí)[^;.:]{0,60}$"
)
# "kế hoạch trung hạn, hằng năm", "đề án, kế hoạch 5 năm và hàng năm về đào tạo nghề"
_LONG_TERM = regex.compile(
    r"(?:trung\s+hạn|(?:kế\s+hoạch|chương\s+trình)(?:\s[^,;.]{1,40})?\s\d{1,2}\s+năm)\s*(?:,|và)\s*$"
)
_ALLOWANCE = regex.compile(
    r"(?:trợ\s+cấp|phụ\s+cấp|tiền\s+lương|lương\s+hưu|đời\s+sống|sinh\s+hoạt(?!\s+(?:chuyên|tổ|nhóm|cụm|chi|đảng|đoàn|chính|câu|định|tập))|thu\s+nhập|học\s+phí"
    r"|bồi\s+dưỡng\s+thường\s+xuyên)[^;.]*$"
)
_ORDERS_PLAN = regex.compile(
    r"(?:xây\s+dựng|ban\s+hành|tham\s+mưu|trình|lập)\s+(?:và\s+\p{L}+\s+\p{L}+\s+)?(?:các\s+)?"
    r"(?:kế\s+hoạch(?:\s+(?:phát\s+triển|hoạt\s+động)\s[^,;.]{1,60})?|chương\s+trình(?:\s+công\s+tác)?|quy\s+trình)\s*$"
)
_YEARLY_MONEY = regex.compile(
    r"(?:ngân\s+sách|dự\s+toán|kinh\s+phí|nguồn\s+(?:vốn|thu|tăng)|vốn\s|chi\s+thường|đầu\s+tư\s+công|tiết\s+kiệm\s+chi)"
)


# "Tuyên truyền thông qua các cuộc họp giao ban định kỳ": the meetings are, not what is ordered
_AT_MEETINGS = regex.compile(
    r"(?<!\p{L})(?:qua|tại|trong|vào)\s+(?:các\s+)?(?:(?:cuộc|phiên|buổi|kỳ|ngày)\s+)?"
    r"(?:họp|giao\s+ban|hội\s+nghị|sinh\s+hoạt|tiếp\s+(?:công\s+)?dân)(?:\s+[^,;.]{0,30})?$"
)
# "Tổ chức khám sức khỏe định kỳ cho người cao tuổi": what kind of check-up
_KIND_OF_CHECK = regex.compile(r"(?:sức\s+khỏe|bảo\s+dưỡng|bảo\s+trì|kiểm\s+định|tiêm\s+chủng)\s*$")
# "không tiến hành thanh tra, kiểm tra định kỳ đối với doanh nghiệp": what is left out for a while
_LEFT_OUT = regex.compile(
    r"(?<!\p{L})(?:không|chưa|tạm\s+dừng|tạm\s+hoãn|hoãn|ngừng|miễn)\s+[^;.:]{0,40}"
    r"(?:thanh\s+tra|kiểm\s+tra|đánh\s+giá|hội\s+họp|hội\s+nghị|họp|báo\s+cáo)\s*$"
)
# "3 tháng một lần có báo cáo định kỳ": what kind of report, its turn is told before
_KIND_OF_REPORT = regex.compile(
    r"(?<!\p{L})(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|\d{1,2}\s+(?:tuần|tháng|quý|năm)"
    r"\s*(?:/|một\s|1\s)\s*lần)[^;.:]{0,60}\sbáo\s+cáo\s*$"
)
# "Tổng hợp, đánh giá kết quả thực hiện Kế hoạch hằng năm": with a capital the plan itself
_THIS_PLAN = regex.compile(
    r"(?:thực\s+hiện|triển\s+khai)\s+(?:Kế\s+hoạch|Chương\s+trình|Nghị\s+quyết|Đề\s+án)\s*$"
)


# "nếu trùng vào ngày nghỉ hàng tuần thì chuyển sang ngày làm việc tiếp theo"
_DAYS_OFF = regex.compile(
    r"(?<!\p{L})nghỉ(?:\s+(?:cố\s+định|làm\s+việc|vào|lễ|tết|các\s+ngày))*\s*$"
)
# "bình quân hằng năm có 6,2 triệu hộ đăng ký": a figure
_MEAN = regex.compile(r"(?<!\p{L})bình\s+quân\s*$")
# "tại hội nghị nội bộ như: họp cấp ủy, sinh hoạt đảng định kỳ": an example of where
_EXAMPLE = regex.compile(r"(?:ví\s+dụ|như)\s*:\s[^.;:]*$")
# "khả năng thu hút đầu tư trong từng năm", "chỉ tiêu của từng năm": of which year, none by one
_OF_ONE_BY_ONE = regex.compile(r"(?<!\p{L})(?:trong|của|cho)\s+$")
_NO_ORDERS = (_KIND_OF_CHECK, _LEFT_OUT, _KIND_OF_REPORT)


def _of_this_plan(place: Place, item: TimeExpression) -> bool:
    return _THIS_PLAN.search(place.text[max(0, item.start - 40) : item.start]) is not None


# among aims: "Trong đó, mỗi năm có ít nhất 150 sản phẩm", not "tăng bình quân hằng năm 5%"
_AIMED = regex.compile(r"(?<!\p{L})(?:phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|duy\s+trì|dự\s+kiến)\s*$")
_EACH_YEAR_COUNT = regex.compile(
    r"\s*,?\s*(?:phấn\s+đấu\s+)?(?:có|tổ\s+chức|thu\s+hút|hỗ\s+trợ|đào\s+tạo|giải\s+quyết|tạo|xây\s+dựng|tuyển\s+sinh"
    r"|thành\s+lập|phát\s+triển|giảm|tăng|hình\s+thành)(?:\s+(?:thêm|mới|được|việc\s+làm|cho|từ|khoảng|trên)){0,3}"
    r"\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+)?\d"
)


def _counts_each_year(item: TimeExpression, place: Place) -> bool:
    left = place.before(item.start)
    first = _OPENS.search(left) or _AIMED.search(left)
    return first is not None and bool(_EACH_YEAR_COUNT.match(place.after(item.end)))


# "công bố báo cáo thường niên" orders one a year, "tại Hội nghị thường niên" names a meeting
_HELD = regex.compile(
    r"(?<!\p{L})(?:tổ\s+chức|xây\s+dựng|công\s+bố|ban\s+hành|duy\s+trì|xuất\s+bản)\s[^,;.]{0,60}$"
)
_REVIEW = regex.compile(r"(?:sơ\s+kết|tổng\s+kết|đánh\s+giá|báo\s+cáo)[^;.]*$")


def recurs(item: TimeExpression, place: Place) -> bool:
    left = place.before(item.start)
    if place.folded.startswith(("giai", "chu", "kỳ"), item.start):  # "kế hoạch giai đoạn 5 năm"
        return _REVIEW.search(left) is not None and "kế hoạch" not in left
    if place.folded.startswith("thường niên", item.start):
        return _HELD.search(left) is not None
    kind = item.recurrence is None and _is_kind_of_report(item, place)
    if place.capitals or kind or not (_is_ordered(item, place) or _counts_each_year(item, place)):
        return False
    if _OPENS.search(left) and not _LONG_TERM.search(left):
        return True
    if any(kind.search(left) for kind in (_AT_MEETINGS, _DAYS_OFF, _MEAN)):
        return False
    if item.recurrence is None and any(kind.search(left) for kind in _NO_ORDERS):
        return False
    if item.recurrence is None and _EXAMPLE.search(
        place.folded[max(0, item.start - 160) : item.start]
    ):
        return False
    one_by_one = place.folded.startswith("từng ", item.start) and _OF_ONE_BY_ONE.search(left)
    if one_by_one or _INTO_PLAN.search(left):
        return False
    if _OF_EACH_YEAR.search(left) and not _ORDERS_PLAN.search(left):
        return _of_this_plan(place, item)
    return _YEARLY_MONEY.search(left) is None and _ALLOWANCE.search(left) is None


# what may happen is no time, unless it is to be answered at once: "báo cáo ngay … khi có ca bệnh"
_CIRCUMSTANCE = regex.compile(
    r"khi\s+(?:xảy\s+ra|phát\s+hiện|nhận\s+được|xuất\s+hiện"
    r"|có\s+(?!hướng|yêu\s+cầu|chỉ\s+đạo|văn\s+bản|đề\s+nghị|thông\s+báo|phát\s+sinh|quyết\s+định|quy\s+định"
    r"|chủ\s+trương|ý\s+kiến|bản\s+tin|dự\s+báo|cảnh\s+báo|lệnh|công\s+điện|kinh\s+phí|nguồn\s+(?:kinh|vốn)))\s*"
)
_AT_ONCE = regex.compile(r"(?<!\p{L})ngay(?!\p{L})[^;.]*$")
# "Khi xuất hiện ca bệnh bất thường, báo cáo ngay về Sở Y tế"
_ANSWERED_AT_ONCE = regex.compile(r"\s*,[^;.]{1,60}?(?<!\p{L})ngay(?!\p{L}|\s+từ)")
_WHEN_WORDS = regex.compile(
    r"(?:ngay\s+)?(?P<side>sau|trước|(?:cho\s+)?đến)\s+(?:khi|thời\s+điểm|lúc)\s+(?P<event>.*)$"
)
_DONE = regex.compile(
    r"(?:được\s|có\s|hồ\s+sơ|kiểm\s+tra|thẩm\s+định|hiệp\s+(?:định|ước)|công\s+ước|thỏa\s+thuận|hoàn\s+thành|hoàn\s+thiện|kết\s+thúc|ban\s+hành|nhận|tiếp\s+nhận|phê\s+duyệt|luật|nghị"
    r"|quyết\s+định|kế\s+hoạch|đề\s+án|chương\s+trình|quốc\s+hội|trung\s+ương|chính\s+phủ|bộ\s|ubnd|ủy\s+ban"
    r"|hội\s+đồng|thủ\s+tướng|dự\s+án|công\s+bố|tổng\s+kết|nghiệm\s+thu|triển\s+khai|tổ\s+chức)"
)
# a step of the work itself: "tổ chức họp thẩm định trước khi tổng hợp báo cáo"
_STEP = regex.compile(
    r"trước\s+khi\s+(?:trình|gửi|phê\s+duyệt|ban\s+hành|tổng\s+hợp|tham\s+mưu|quyết\s+định|thông\s+qua|ký\s"
    r"|triển\s+khai|thực\s+hiện|báo\s+cáo|công\s+bố|nghiệm\s+thu|bàn\s+giao|thẩm\s+định|xem\s+xét|chấp\s+thuận|tiến\s+hành|kiểm\s+tra|thanh\s+tra|làm\s+việc"
    r"|phát\s+hành|tổ\s+chức|hoàn\s+thành)"
)
_COMING = regex.compile(
    r"(?:đoàn\s|(?:có|xảy\s+ra)\s+(?:thiên\s+tai|bão|lũ|mưa|lụt)|kết\s+thúc|diễn\s+ra|bắt\s+đầu|khai\s+mạc|khai\s+giảng|bước\s+vào|vào\s|luật|nghị|có\s+hiệu"
    r"|bầu\s+cử|năm\s+học|mùa|tết|đại\s+hội|kỳ\s+họp|khởi\s+công|đưa\s+vào|bão|lũ|mưa|thiên\s+tai)"
)
_COMES_INTO_BEING = regex.compile(
    r"(?:đi\s+vào|chính\s+thức)\s+(?:hoạt\s+động|vận\s+hành|sử\s+dụng|khai\s+thác)|sáp\s+nhập|hợp\s+nhất"
)
# of the class, not of who is in it: "ký hợp đồng với người học trước khi khai giảng lớp"
_TO_LEARN = regex.compile(r"(?:khai\s+giảng|bế\s+giảng|khai\s+mạc)")
_PEOPLE = regex.compile(
    r"(?<!\p{L})(?:người|học\s+sinh|sinh\s+viên|đối\s+tượng|thanh\s+niên|lao\s+động|bệnh\s+nhân|trường\s+hợp|số\s+nhà"
    r"|việc\s+làm|trẻ\s+em|phụ\s+nữ|cán\s+bộ|nạn\s+nhân|hộ)(?!\p{L})\s*(?:\p{L}+\s*){0,2}$"
)


# how long something takes: "với thời gian học không quá 03 tháng"
_LASTS = regex.compile(
    r"(?:thời\s+gian\s+(?:học|đào\s+tạo|tập\s+huấn|bồi\s+dưỡng|lưu\s+trú|lưu\s+giữ|nghỉ|điều\s+trị)|thời\s+lượng"
    r"|kéo\s+dài)(?:\s+(?:là|tối\s+thiểu))?\s*$"
)
# how long something is paid: "hỗ trợ theo thời gian thực tế … và không quá 3 tháng"
_PAID = regex.compile(r"(?<!\p{L})(?:hỗ\s+trợ|trợ\s+cấp|được\s+hưởng|tạm\s+hoãn)\s[^;.]*$")
# of a state: "đang hoặc đã sử dụng thuốc ức chế miễn dịch trong vòng 06 tháng"
_OF_STATE = regex.compile(r"(?<!\p{L})(?:(?:đang|đã|từng)\s[^;.]*|sau\s+sinh\s+)$")


_SEASON = regex.compile(r"(?P<ahead>trước\s+)?[^;.:]{0,30}?(?<!\p{L})mùa\s")
_DISASTER = regex.compile(
    r"(?:(?:trước|trong|sau|suốt|và|,)\s*+)++(?:(?:mỗi|các|đợt|cơn|trận)\s++)*+"
    r"(?:mưa|bão|lũ|lụt|ngập|áp\s+thấp|thiên\s+tai|sạt|triều|hạn|dịch)(?!\p{L})"
)
_DUE = regex.compile(r"\s+(?:trước|chậm\s+nhất|vào)\s+(?:ngày\s+)?\d")
_CLAUSE_ENDS = regex.compile(r"\s*(?:[,.;:)]|$)")
_SESSION = regex.compile(r"(?:tại|trong|vào)\s+(?:các\s+)?(?:kỳ|phiên)\s+họp\s")
_SCHOOL = regex.compile(
    r"(?:\p{L}+\s+)?(?:đầu|giữa|cuối|kết\s+thúc|hết)\s+(?:mỗi\s+)?(?:năm\s+học|học\s+kỳ|nhiệm\s+kỳ)"
)
# "Tổ chức trực ban 24/24 giờ trong mùa mưa bão", not "bảo đảm nguồn nước trong mùa khô"
_ON_DUTY = regex.compile(
    r"(?<!\p{L})(?:trực(?!\s+(?:thuộc|tiếp|tuyến))|ứng\s+trực|túc\s+trực|tuần\s+tra|canh\s+gác)(?!\p{L})[^;.:]*$|24/24[^;.:]*$"
)
_TABLED = regex.compile(
    r"(?:trình|báo\s+cáo|thông\s+qua|xem\s+xét|quyết\s+định|ban\s+hành|quyết\s+nghị|cho\s+ý\s+kiến|thẩm\s+tra)[^;.]*$"
)
_WAS_TABLED = regex.compile(
    r"(?<!\p{L})(?:đã|được)\s[^;.]{0,80}(?:thông\s+qua|ban\s+hành)[^;.]{0,40}$"
)


# "các hoạt động hướng đến Ngày bầu cử", "liên quan đến ngày …": to what, and not until when;
# "chuyển ngay hồ sơ, không chờ đến khi kết thúc thanh tra"; "từ khâu thu thập thông tin … đến khi"
_TOWARDS = regex.compile(
    r"(?<!\p{L})(?:hướng|dẫn|liên\s+quan|ảnh\s+hưởng|tác\s+động|đề\s+cập|nhắc|kể|quan\s+tâm"
    r"|không\s+(?:chờ|đợi|để))\s+$|(?<!\p{L})từ\s+(?:khâu|bước)\s[^;.]{1,100}$"
)
# "Thực hiện các nhiệm vụ khác khi được Trưởng ban phân công": whatever else, whenever
_OTHER_DUTIES = regex.compile(r"(?:nhiệm\s+vụ|công\s+việc|nội\s+dung)\s+khác(?!\p{L})[^;.]*$")
# "Trong thời gian tới, yêu cầu các bộ …": no day by which, unless a column of times says it
_SOON = regex.compile(r"(?<!\p{L})(?:sắp\s+)?tới$")


def _is_beside(words: str, left: str, right: str) -> bool | None:
    """Of seasons, floods and sessions; None for any other time.

    What stands first in its clause says when ("Sau lũ: …"); among other words it tells of what
    kind a thing is: "không để phát sinh dịch bệnh sau lũ", "nguồn nước trong mùa khô".
    """
    if _SESSION.match(words):
        return _TABLED.search(left) is not None and _WAS_TABLED.search(left) is None
    season = _SEASON.match(words)
    first = _STARTS_CLAUSE.search(left) is not None
    if season is not None:
        told = season["ahead"] or "suốt" in words or words[-1:].isdigit()
        return bool(told or first or _ON_DUTY.search(left) or _REVIEW.search(left))
    if words.startswith("kết thúc"):  # not "hoàn thành chương trình và kết thúc năm học trước …"
        return first and _CLAUSE_ENDS.match(right) is not None
    if _SCHOOL.match(words):
        if _DUE.match(right):  # "báo cáo cuối năm học trước 25/5/2024"
            return False
        return _OPENS.search(left) is not None or not words.startswith(
            ("đầu", "giữa", "cuối", "kết", "hết")
        )
    if _DISASTER.match(words.removeprefix("ngay ")):
        return first or words.startswith("ngay ")
    return None


# "Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ": how long a body lasts, no time of a duty
_DISSOLVED = regex.compile(r"(?:tự\s+giải\s+thể|chấm\s+dứt\s+hoạt\s+động)[\s,]*$")
_DISSOLVES = regex.compile(
    r"\s*,?\s(?:thì\s)?[^.,;:]{0,80}?(?:tự\s+giải\s+thể|chấm\s+dứt\s+hoạt\s+động)(?!\p{L})"
)


def hangs_on_event(item: TimeExpression, place: Place) -> bool:
    """ "sau khi kết thúc Đề án", not "việc làm sau khi tốt nghiệp"."""
    words = place.folded[item.start : item.end]
    left = place.before(item.start)
    if place.capitals or _DISSOLVED.search(left) or _DISSOLVES.match(place.after(item.end)):
        return False
    if place.role is SectionRole.TARGET:  # "số vụ mất rừng được phát hiện trong vòng 10 ngày"
        return place.folded.startswith("trong vòng", item.start) and item.offset is not None
    if item.kind is DeadlineKind.VAGUE:
        return place.role is not SectionRole.PURPOSE and _SOON.search(words) is None
    if item.offset is not None:
        lasts = item.anchor is None and any(told.search(left) for told in (_LASTS, _OF_STATE))
        lasts = lasts or (words.startswith(("không quá", "tối đa")) and bool(_PAID.search(left)))
        return not (lasts or (item.anchor is None and place.role is SectionRole.PURPOSE))
    beside = _is_beside(words, left, place.after(item.end))
    return beside if beside is not None else _hangs_on_named(words, left, place.after(item.end))


def _hangs_on_named(words: str, left: str, right: str) -> bool:
    """Whether the event that `words` name says when what stands before it is to be done."""
    if words.startswith("đến ") and _TOWARDS.search(left):
        return False
    if words.startswith("khi ") and _OTHER_DUTIES.search(left):
        return False
    if _CIRCUMSTANCE.match(words):
        at_once = _AT_ONCE.search(left) or _ANSWERED_AT_ONCE.match(right)
        return at_once is not None
    if words.startswith("giữa"):
        return _REVIEW.search(left) is not None
    when = _WHEN_WORDS.match(words)
    if when is None or words.startswith("ngay"):
        on_duty = _ON_DUTY.search(left) is not None
        return on_duty or _PEOPLE.search(left) is None or when is not None
    ahead = when["side"] == "trước"
    named = (_COMING if ahead else _DONE).match(when["event"])
    named = named or (_COMES_INTO_BEING.search(when["event"]) if ahead else None)
    if named is None and _STEP.match(words) is None:
        return False
    return _PEOPLE.search(left) is None or _TO_LEARN.match(when["event"]) is not None
