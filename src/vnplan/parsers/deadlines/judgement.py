"""Which time expressions bound an action, a target or the plan, and which only tell a time.

The rules are those of the annotation guide: no dates of documents, no periods that belong to the
name of a document, plan or programme, no budget of the year, no effective dates, no account of what
was; "thường xuyên" and "định kỳ" only of an action that is ordered.
"""

from __future__ import annotations

import datetime as dt

import regex

from vnplan.parsers.deadlines.belonging import (
    is_of_amendment,
    is_of_paper,
    is_of_work,
    is_report_window,
    is_told_of,
)
from vnplan.parsers.deadlines.expression import TimeExpression, Unit
from vnplan.parsers.deadlines.ordered import hangs_on_event, is_continuous, recurs
from vnplan.parsers.deadlines.place import Place
from vnplan.records import DeadlineKind, SectionRole

_COLUMN_UNITS = (Unit.YEAR, Unit.QUARTER, Unit.MONTH)
_OUTSIDE = frozenset((SectionRole.SIGNATURE, SectionRole.RECIPIENTS))


def is_deadline(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], place: Place
) -> bool:
    """Whether `item`, which resolves to `days`, is a deadline where it stands."""
    if place.role in _OUTSIDE:
        return False
    if place.expected:  # "Thời gian gửi báo cáo: quý I trước ngày 10/3": of the first quarter
        left, right = place.folded[max(0, item.start - 160) : item.start], place.after(item.end)
        return not is_report_window(place.folded[item.start : item.end], left, right)
    if place.headings or place.is_title:
        # "Chỉ tiêu | Năm 2026": the figures below are due by then; in a part on targets also
        # "Huyện, thành phố | Năm 2026"
        aims = place.headings and place.role is SectionRole.TARGET
        by_then = (place.heads_targets or place.heads_ticks or aims) and item.unit in _COLUMN_UNITS
        return by_then and not _is_past(item, days, place)
    if _is_within_plan_year(item, place):
        return True
    if (
        (item.bare and not _is_day_told(item, days, place))
        or _is_blank(item)
        or (item.this_phase and days[1] is None)
        or _is_effect(item, place)
    ):
        return False
    if item.unit is not Unit.NONE or item.kind in (DeadlineKind.POINT, DeadlineKind.PERIOD):
        return _bounds(item, days, place)
    if place.before_plan or (place.role is SectionRole.OTHER and not _is_limit(item)):
        return False
    if item.kind is DeadlineKind.CONTINUOUS:
        return is_continuous(item, place)
    if item.kind is DeadlineKind.RECURRING:
        return recurs(item, place)
    return hangs_on_event(item, place)


# "(ngày họp 21/6/2020)"
_DAY_OF = regex.compile(
    r"(?<!\p{L})ngày\s+(?:họp|thi|tổ\s+chức|khai\s+mạc|khai\s+giảng|bế\s+mạc|diễn\s+ra|tổng\s+duyệt|cao\s+điểm|kiểm\s+tra)\s*:?\s*$"
)


_TASKS = (SectionRole.TASK, SectionRole.ORGANIZATION, SectionRole.APPENDIX)


def _is_day_told(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], place: Place
) -> bool:
    """A date without a word for it: behind "ngày họp", or alone in brackets behind what is done."""
    if item.unit is not Unit.DAY or item.last is None or item.last.year is None:
        return False
    if _DAY_OF.search(place.folded, 0, item.start) is not None:
        return True
    alone = place.folded[: item.start].rstrip().endswith("(") and place.after(item.end)[:1] == ")"
    coming = place.issued_on is not None and days[1] is not None and days[1] >= place.issued_on
    single = item.kind is DeadlineKind.POINT and place.role in _TASKS
    return alone and coming and single  # "Đại hội chi đoàn (05/10/2024)"


def _is_limit(item: TimeExpression) -> bool:
    """ "Trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ": a rule that bounds whoever acts by it.

    So do working days, from which event they may count: "trong 02 ngày làm việc phải thông báo".
    """
    return item.offset is not None and (item.anchor is not None or item.approximate)


# "phấn đấu trong năm giải quyết việc làm cho 250 người", in a plan for one year
_OPENS_YEAR = regex.compile(r"(?:^[\s\-+•*]*|[,;.:]\s+|(?:phấn\s+đấu|dự\s+kiến|và)\s+)$")


def _is_within_plan_year(item: TimeExpression, place: Place) -> bool:
    if not place.one_year or place.folded[item.start : item.end] != "trong năm":
        return False
    coming = not place.before_plan and not place.account
    return coming and _OPENS_YEAR.search(place.before(item.start)) is not None


def _is_blank(item: TimeExpression) -> bool:
    """ "ngày … tháng … năm 2025": a form nobody filled in."""
    return item.kind is DeadlineKind.POINT and item.last is None


# "có hiệu lực (thi hành) kể từ ngày ký", "chịu trách nhiệm thi hành Quyết định này kể từ ngày ký"
_EFFECT_LEFT = regex.compile(
    r"hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+(?:kể|từ|sau|trong|đến|là))*\s*$"
    r"|thi\s+hành\s+(?:(?:quyết|nghị|quy)\s+\p{L}+|chỉ\s+thị|văn\s+bản)\s+này\s*,?\s*$"
)
_EFFECT_RIGHT = regex.compile(r"\s*(?:có\s+)?hiệu\s+lực")


def _is_effect(item: TimeExpression, place: Place) -> bool:
    left = place.folded[max(0, item.start - 40) : item.start]
    return _EFFECT_LEFT.search(left) is not None or (
        item.unit is not Unit.NONE and _EFFECT_RIGHT.match(place.after(item.end)) is not None
    )


_PAST_RIGHT = regex.compile(
    r"\s*,\s[^,;.:]{2,50}?\sđã(?!\p{L})|\s*,?\s*(?:đã|ước\s+đạt|vừa\s+qua|qua(?!\p{L})|đạt\s+được|còn\s+(?:có|nhiều)|vướng|chưa\s)"
)
_COUNTED_BY = regex.compile(r"(?:^|[.;:]\s)[\s\-+•*]*(?:tính\s+)?đến\s+(?:hết\s+)?ngày\s[\d/.\-]+$")
_COUNTED = regex.compile(r"\s*,\s[^,;.:]{2,50}?\s(?:có|được)\s+(?:trên\s+|gần\s+|khoảng\s+)?\d")
_JUST_BEFORE = 60  # days
_OWNED = regex.compile(r"(?<!\p{L})(?:của|mà|so\s+với)\s*$")
# what is compared with: "tăng 10% so với năm 2025", "(giá so sánh năm 2010)"
_BASELINE = regex.compile(
    r"(?<!\p{L})(?:so\s+với|so\s+sánh(?:\s+với)?|(?<!công\s+)bằng(?:\s+với)?|giá\s+(?:cố\s+định|gốc|hiện\s+hành))"
    r"\s*(?:(?:cuối|đầu|cùng\s+kỳ|thời\s+điểm|mức|kết\s+quả|thực\s+hiện)\s*){0,3}$"
)
# "tăng từ 85% năm 2024 lên 90% năm 2026": where it comes from, unless that is a range
_COMES_FROM = regex.compile(
    r"(?<!\p{L})từ\s+(?:mức\s+)?\d[\d.,]*\s?(?:%|\p{L}+(?:\s\p{L}+){0,3})\s*\(?\s*$"
)
_BROUGHT_TO = regex.compile(r"\s*\)?\s*,?\s*(?:tăng\s+|nâng\s+|giảm\s+)?(?:lên|xuống)(?!\p{L})")
_ANNIVERSARY = regex.compile(
    r"(?:kỷ\s+niệm|hưởng\s+ứng|truyền\s+thống|ngày\s+(?:quốc\s+tế|toàn\s+dân|thế\s+giới|chuyển\s+đổi)"
    r"|(?<!\p{L})là\s+ngày\s+hội)[^;.:]{0,80}$"
)
# "đỉnh lũ … xuất hiện từ ngày 25/9 đến ngày 10/10", "có khả năng xảy ra vào tháng 8"
_FORECAST = regex.compile(
    r"(?:(?<!\p{L})(?:xuất\s+hiện|có\s+khả\s+năng|nhận\s+định|dự\s+báo\s+(?:cho|đến|trong|từ|mùa|thời\s+tiết))"
    r"|đỉnh\s+(?:lũ|triều))[^;.]*$"
)
# "Trên đây là kế hoạch triển khai công tác phổ cập giáo dục năm 2016.": the title once more
_CLOSING = regex.compile(
    r"\s*trên\s+đây\s+là\s+(?:toàn\s+bộ\s+)?(?:nội\s+dung\s+)?(?:bản\s+)?(?:kế\s+hoạch|chương\s+trình|báo\s+cáo|hướng\s+dẫn|phương\s+án)"
)
# "Luật Tài nguyên nước năm 2023", "Nghị quyết Đại hội … năm 2025"
# "được … khóa VI, kỳ họp thứ năm thông qua ngày 13 tháng 7 năm 2017": of this very document
_PASSED = regex.compile(r"(?:khóa|kỳ\s+họp|phiên\s+họp)\s[^;.]{1,80}\sthông\s+qua\s*(?:vào\s*)?$")
# the day of a letter the citations do not know: "tại Văn bản số 01-GCN-MT ngày 21/4/2026"
_NUMBERED = regex.compile(r"(?<!\p{L})số\s*:?\s*[^\s,;]{1,40}(?:\s[^\s,;]{1,16})?\s*,?\s*$")
_DAYS_TOLD = (_ANNIVERSARY, _NUMBERED, _PASSED)
_LAW_LEFT = regex.compile(
    r"(?:(?:bộ\s+)?luật|hiến\s+pháp|pháp\s+lệnh|nghị\s+định|thông\s+tư|công\s+ước)\s+[^,;.:()]{0,90}$"
)
# of a plan, a budget or a report: "kế hoạch năm 2025", "ngân sách nhà nước được giao năm 2025"
_NOUN_OF_YEAR = regex.compile(
    r"(?:kế\s+hoạch(?:\s+(?:thời\s+gian|vốn|đầu\s+tư(?:\s+công)?|công\s+tác|biên\s+chế|sản\s+xuất(?:\s*[,-]?\s*kinh\s+doanh)?))?"
    r"|chương\s+trình|dự\s+toán|ngân\s+sách|tài\s+chính|báo\s+cáo|nghị\s+quyết|danh\s+mục|quy\s+hoạch"
    r"|chuẩn\s+(?:hộ\s+)?nghèo(?:\s+đa\s+chiều)?|số\s+liệu|đề\s+án|phương\s+án|hội\s+nghị|niên\s+giám|quyết\s+toán|trung\s+hạn)\s+(?:\d+\s+năm\s*)?[(,]?\s*$"
)
_BUDGET = regex.compile(r"(?:ngân\s+sách|dự\s+toán)(?!.{0,240},\s*$)")
_GIVEN = regex.compile(r"được\s+(?:giao|cấp|phân\s+bổ|bố\s+trí)(?:\s+trong)?\s*$")
_PROPER = (
    r"(?:Chương\s+trình|Đề\s+án|Dự\s+án|Chiến\s+lược|Kế\s+hoạch|Quy\s+hoạch|Nghị\s+quyết|Chỉ\s+thị"
    r"|Kết\s+luận|Quyết\s+định|Thông\s+báo|Công\s+văn|Phong\s+trào|Cuộc\s+vận\s+động|Khung|Đại\s+hội"
    r"|Bộ\s+(?:tiêu\s+chí|chỉ\s+số|chỉ\s+tiêu)|Tiểu\s+dự\s+án|Chuẩn(?!\s+bị)|Văn\s+kiện|Danh\s+mục|Hội\s+nghị"
    r"|Kỳ\s+họp|Cuộc\s+thi|Hội\s+thi|Giải\s+thưởng|Tuần\s+lễ|Năm\s+(?:Du|Dữ)|Nhiệm\s+vụ\s+trọng)"
)
_NAMED_LEFT = regex.compile(rf"{_PROPER}(?!\s+(?:này|nêu|trên|đã))(?P<name>[^;:.]*)$")
_NAMED_LEFT_CAPITALS = regex.compile(
    r"(?:chương\s+trình|đề\s+án|dự\s+án|chiến\s+lược|kế\s+hoạch|quy\s+hoạch|nghị\s+quyết|danh\s+mục"
    r"|lộ\s+trình|phương\s+án|biểu|phụ\s+lục|báo\s+cáo)[^;:.]*$"
)
# "(Nghị quyết số 18-NQ/TU ngày …) của Thành ủy về chuyển đổi số … đến năm 2025"
_TITLE_OF_CITED = regex.compile(
    r"\s*(?:của\s[^;.]{3,90}?\s)?(?:về|ban\s+hành|phê\s+duyệt|quy\s+định|hướng\s+dẫn|triển\s+khai|thực\s+hiện"
    r"|điều\s+chỉnh|sửa\s+đổi)\s[^;.]*$"
)
_TITLE_ENDED = regex.compile(
    r"(?<!\p{L})(?:phấn\s+đấu|phải|sẽ|nêu\s+trên)(?!\p{L})|,\s*(?:gửi|báo\s+cáo|trình|bảo\s+đảm|đảm\s+bảo"
    r"|hoàn\s+thành|định\s+kỳ|hằng|hàng|trong\s+đó|cụ\s+thể)"
)
# Where a name has ended: a verb after a comma, "này", "phải", "phấn đấu" …
_NAME_ENDED = regex.compile(
    r",\s*(?:phấn|bảo\s+đảm|đảm\s+bảo|nhằm|hoàn|gửi|báo\s+cáo|trình|tổ\s+chức|để|trong|cụ\s+thể|định"
    r"|hằng|hàng|xây|triển|thực\s+hiện|ban\s+hành|tham\s+mưu|chủ|kịp|từng|đạt|đưa|giao|tiếp|rà|các)"
    r"|(?<!\p{L})(?:này|nêu\s+trên|phải|sẽ|phấn\s+đấu|cần|được\s+(?:triển|thực|tổ))(?!\p{L})"
)
# "Điều 1. Phê duyệt Định hướng phát triển … đến năm 2020 với những nội dung chủ yếu": a name too
_PROMULGATED = regex.compile(
    r"^[\s*]*(?:điều\s+\d+\s*[.:]?\s*)?(?:nay\s+)?(?:phê\s+duyệt|ban\s+hành|thông\s+qua)"
    r"(?:\s+kèm\s+theo\s+(?:quyết\s+định|nghị\s+quyết)\s+này)?\s[^;:.]*$"
)
# what a name may end with; "trong năm 2026" and "trước năm 2030" say when it is done
_NAME_TAIL = regex.compile(
    r"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|năm|đến\s+(?:năm|\d)|định\s+hướng|tầm\s+nhìn|từ\s+năm|các\s+năm"
    r"|từ\s+nay\s+đến\s+năm|(?:trong\s+)?dịp|trước\s*,\s*trong)"
)
_ASSERTED = regex.compile(
    r"\s*,?\s*(?:đạt|có\s|phấn|hoàn\s+thành|phải|\d|tỷ\s+lệ|tối\s+thiểu|ít\s+nhất|trên\s+\d|100|tập\s+trung)"
)
# "Chương trình … chỉ thực hiện đến năm 2030 thì tiếp tục kéo dài đến 2035": when, not its name
_LASTS = regex.compile(
    r"(?<!\p{L})(?:(?:chỉ|được|sẽ)\s+(?:thực\s+hiện|triển\s+khai|áp\s+dụng)|kéo\s+dài|kết\s+thúc)\s+$"
)
# "chương trình chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030": only names go on so
_OUTLOOK = regex.compile(r"(?:tầm\s+nhìn|định\s+hướng)\s")
_AND_OUTLOOK = regex.compile(
    r"\s*,?\s*(?:và\s+)?(?:tầm\s+nhìn|định\s+hướng)\s+(?:đến\s+)?(?:năm\s+)?\d{4}"
)
# "nghỉ Tết Âm lịch từ thứ Bảy ngày 14/2/2026"
_OFF = regex.compile(r"(?<!\p{L})nghỉ\s+$")
_SUFFERED = regex.compile(r"(?:bão|lũ|lụt|ngập|mưa|thiên\s+tai|đón|mừng|vui)\s*$")
_MASTER_PLAN = regex.compile(r"(?:quy\s+hoạch|chiến\s+lược)[^;:]*$")
_EDGE_ALONE = regex.compile(r"(?:đầu|giữa|cuối)\s+năm$")
_TERM = regex.compile(r"(?:nhiệm\s+kỳ|niên\s+khóa|khóa)")


def _bounds(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], place: Place
) -> bool:
    """A day, month, year or period in running text."""
    words = place.folded[item.start : item.end]
    left = place.before(item.start)
    if item.until_issue or _is_past(item, days, place) or _TERM.match(words):
        return False
    if _is_account(item, days, left, place) or _FORECAST.search(left) or _CLOSING.match(left):
        return False
    if _REGARDED.search(left) or is_of_amendment(left):
        return False
    if place.before_plan or place.account:
        coming = _is_coming_day(item, days, place) and _NUMBERED.search(left) is None
        return coming or (not place.account and _is_aimed_at(item, place))
    if item.unit is Unit.DAY:
        dated = item.kind is DeadlineKind.POINT and words.startswith("ngày")
        return not (dated and any(told.search(left) for told in _DAYS_TOLD))
    if _is_unbound(item, days, words, place):
        return False
    if item.kind is DeadlineKind.RECURRING:
        return True
    feast = item.unit is Unit.PART and item.first is not None and item.first.lunar
    off = words.startswith("tết") and _OFF.search(left) is not None
    if feast and (off or _is_of_name(item, place, words)):
        return False  # "Kế hoạch cao điểm chống buôn lậu dịp trước, trong và sau Tết Nguyên đán"
    if item.unit in (Unit.YEAR, Unit.SCHOOL_YEAR) and not _in_brackets(item, place):
        return not _is_of_something(item, words, left, place)
    return not (_may_end_title(words) and _is_in_title(place))


# "… của Việt Nam giai đoạn 2021 - 2030, có xét đến năm 2050": how far is looked, not until when
_REGARDED = regex.compile(r"(?:có\s+(?:tính|xét)|(?<!\p{L})xét)\s+$")


# "báo cáo kết quả phòng, chống dịch … từ ngày 30/01/2020 đến ngày 24/4/2020"
_RESULTS = regex.compile(
    r"(?<!\p{L})(?:kết\s+quả|tình\s+hình|số\s+liệu|thống\s+kê)\s[^;.:]{0,140}$"
)


def _is_period_told(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], left: str, place: Place
) -> bool:
    """Whether days that had begun when the document was signed are those of what it asks about."""
    begun = place.issued_on is not None and days[0] is not None and days[0] < place.issued_on
    closed = item.kind is DeadlineKind.PERIOD and item.unit is Unit.DAY and days[1] is not None
    return begun and closed and not item.from_issue and _RESULTS.search(left) is not None


def _is_account(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], left: str, place: Place
) -> bool:
    """Whether a time says of when something is told or compared with."""
    if _is_period_told(item, days, left, place) or _is_baseline(item, left):
        return True
    if _COMES_FROM.search(left) and _BROUGHT_TO.match(place.after(item.end)):
        return item.unit is Unit.YEAR
    words = place.folded[item.start : item.end]
    left = place.folded[: item.start][-160:]  # "Kỳ thống kê công tác năm: từ 01/12/2022 đến …"
    return is_report_window(words, left, place.after(item.end))


def _is_baseline(item: TimeExpression, left: str) -> bool:
    return item.unit in (Unit.YEAR, Unit.NONE) and _BASELINE.search(left) is not None


def _is_of_something(item: TimeExpression, words: str, left: str, place: Place) -> bool:
    """A year or phase in the name of a plan, a law, a budget or an index."""
    if words.startswith("năm") and place.after(item.end).startswith(" của "):
        return True  # "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2019 của tỉnh"
    if is_of_paper(words, left, place.after(item.end)):
        return True
    named = is_of_work(words, left) or _NOUN_OF_YEAR.search(left) or _LAW_LEFT.search(left)
    if named and _may_end_title(words):  # not "sơ kết việc thực hiện Kế hoạch vào năm 2028"
        return True
    return _is_of_budget(left) or _is_of_name(item, place, words)


# "Để đảm bảo hỗ trợ nhà ở cho khoảng 71.000 hộ … trong năm 2013, Bộ Xây dựng đề nghị …"
_SO_MANY = regex.compile(
    r"^[\s\-]*để\s(?:đảm\s+bảo|bảo\s+đảm|hoàn\s+thành|thực\s+hiện)\s[^;.]{0,160}\scho\s+(?:khoảng\s+|trên\s+)?\d[^;]{0,120}$"
)
_ASKS = regex.compile(r"\s*,\s[^;.,]{2,60}?\s(?:đề\s+nghị|yêu\s+cầu|chỉ\s+đạo)(?!\p{L})")
# "trong năm 2019 Bộ sẽ tổng kết, đánh giá": what is to come, also before the plan begins
_WILL = regex.compile(r"\s*,?\s*(?:\p{L}+\s+){1,8}?sẽ\s")
# "phấn đấu tăng trưởng kinh tế cả năm 2025 đạt trên 8% và năm 2026 …, Chính phủ yêu cầu"
_AIMED = regex.compile(r"(?<!\p{L})phấn\s+đấu\s[^;.]*$")
_AMOUNT = regex.compile(r"\s*(?:phải\s+)?(?:đạt|tăng|giảm|từ|là|trên|khoảng)\s[^,;.]{0,24}\d")


def _is_aimed_at(item: TimeExpression, place: Place) -> bool:
    """Before the plan begins only what is to be reached in a year, or will be done."""
    words = place.folded[item.start : item.end]
    calendar = item.unit in (Unit.YEAR, Unit.QUARTER, Unit.MONTH)
    if calendar and words.startswith(("trong", "vào")) and _WILL.match(place.after(item.end)):
        return True
    left, right = place.before(item.start), place.after(item.end)
    if item.unit is Unit.YEAR and _SO_MANY.match(left) and _ASKS.match(right):
        return True
    if item.unit is not Unit.YEAR or _AMOUNT.match(right) is None:
        return False
    return _AIMED.search(left) is not None


def _is_coming_day(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], place: Place
) -> bool:
    """In a preamble only a day still to come: "tổ chức vào ngày 19 tháng 12 năm 2025"."""
    coming = item.unit is Unit.DAY and item.kind is not DeadlineKind.RECURRING
    if not coming or place.issued_on is None:
        return False
    first, last = days
    begins = last is None and first is not None and first >= place.issued_on
    return last is not None or begins  # "thống nhất tạm dừng kể từ ngày 31.7.2021"


def _is_unbound(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], words: str, place: Place
) -> bool:
    """States of accounts, events nobody dates, disasters, and years that are reported on."""
    left = place.before(item.start)
    if item.needs_year and _EDGE_ALONE.match(words) and not _opens_clause(item, left, place):
        return True  # "Tổng dư nợ đầu năm"
    if item.anchor is not None and days == (None, None):
        return True  # "kể từ ngày thành lập"
    if is_told_of(words, left):
        return True
    return _SUFFERED.search(left) is not None  # "mưa lũ tháng 10, tháng 11 năm 2025", "đón Tết"


def _opens_clause(item: TimeExpression, left: str, place: Place) -> bool:
    """ "Cuối năm, báo cáo kết quả …": when something is done."""
    begins = not left.strip(" -–+•*") or left.rstrip()[-1] in ".;:"
    return begins and place.after(item.end).startswith(",")


def _in_brackets(item: TimeExpression, place: Place) -> bool:
    """ "báo cáo giữa kỳ thực hiện Kế hoạch (năm 2030)": no part of the name before it."""
    before = place.before(item.start).rstrip()
    return before.endswith("(") and place.folded[item.end : item.end + 1] == ")"


_LONG_AGO = 5  # years
_AGES = 30
# "Khởi nghĩa Hai Bà Trưng (năm 40 - năm 2024)": so many years since
# … or of what an older year has left undone: "kế hoạch còn tồn, dở dang của năm 2022"
_OF_OLD = regex.compile(
    r"(?<!\p{L})(?:năm\s+\d{1,3}\s*-|(?:còn\s+tồn|tồn\s+đọng|dở\s+dang|nợ\s+đọng)"
    r"(?:,\s+(?:dở\s+dang|kéo\s+dài))?\s+(?:của|từ))\s*$"
)
_UNTIL_TODAY = regex.compile(r"từ\s+năm\s+\d{4}$")


def _is_past(
    item: TimeExpression, days: tuple[dt.date | None, dt.date | None], place: Place
) -> bool:
    """What was over when the document was signed, or is told as done."""
    issued, (first, last) = place.issued_on, days
    if _is_of_old(first, last, issued) or _OF_OLD.search(place.before(item.start)):
        return item.unit is Unit.YEAR
    if _PAST_RIGHT.match(place.after(item.end)) is not None:
        return issued is None or first is None or first <= issued
    if issued is None:
        return False
    if item.needs_year and _was_counted(
        last, issued, place.before(item.end), place.after(item.end)
    ):
        return True
    if last is not None:
        if last.year <= issued.year and _OWNED.search(place.before(item.start)):
            return item.unit is Unit.YEAR  # "kinh phí chưa sử dụng hết của giai đoạn 2021 - 2025"
        return last <= issued if item.kind is DeadlineKind.POINT else last < issued
    if (
        item.unit is Unit.YEAR
        and first is not None
        and _UNTIL_TODAY.search(place.folded, item.start, item.end)
    ):
        return first.year < issued.year  # "loại trừ uốn ván sơ sinh từ năm 2005"
    if item.unit is not Unit.DAY or first is None or item.from_issue:
        return False
    # "từ ngày 01 tháng 01 năm 1945 đến ngày khởi nghĩa …": told, though an event ends it
    return first < issued and (item.anchor is None or first.year < issued.year - _LONG_AGO)


def _is_of_old(first: dt.date | None, last: dt.date | None, issued: dt.date | None) -> bool:
    """ "84 năm phong trào (năm 1940 - năm 2024)": what it looks back on."""
    if first is None or last is None or issued is None:
        return False
    return last.year - first.year >= _AGES and first.year < issued.year - _AGES


def _was_counted(day: dt.date | None, issued: dt.date, left: str, right: str) -> bool:
    """ "Đến ngày 22.4, toàn tỉnh có 495 cơ sở": just before the document, not a year from then."""
    if day is None or _COUNTED_BY.search(left) is None or _COUNTED.match(right) is None:
        return False
    return 365 - _JUST_BEFORE <= (day - issued).days <= 366


def _is_of_budget(left: str) -> bool:
    return _BUDGET.search(left) is not None or _GIVEN.search(left) is not None


def _may_end_title(words: str) -> bool:
    """ "cuối năm 2025", "6 tháng cuối năm 2025"; "trong quý II" says when."""
    return not words.startswith(("trong", "trước", "vào", "chậm", "sau", "từ", "ngay", "xong"))


def _is_in_title(place: Place) -> bool:
    """Behind the number of a cited document, in the words of its title."""
    if place.cited is None or _TITLE_OF_CITED.match(place.cited.lower()) is None:
        return False
    return _TITLE_ENDED.search(place.cited.lower()) is None


def _is_of_name(item: TimeExpression, place: Place, words: str) -> bool:
    """The period at the end of a name: "Chương trình mục tiêu quốc gia … giai đoạn 2021 - 2025"."""
    if _NAME_TAIL.match(words) is None:
        return False
    begin = place.clause_start(item.start)
    if _LASTS.search(place.before(item.start)) and words.startswith(("đến", "từ")):
        return False
    if _is_in_title(place):
        return True
    if place.role is SectionRole.OTHER and _PROMULGATED.match(place.folded[: item.start]):
        return True
    if words.startswith(("thời", "tầm")) and _MASTER_PLAN.search(place.before(item.start)):
        return True  # "quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050"
    if place.capitals or _has_outlook(item, place, words):
        return _NAMED_LEFT_CAPITALS.search(place.folded[begin : item.start]) is not None
    found = _NAMED_LEFT.search(place.text[begin : item.start])
    if found is None or _NAME_ENDED.search(found["name"].lower()) is not None:
        return False
    after_comma = found["name"].rstrip().endswith(",")
    return not (after_comma and _ASSERTED.match(place.after(item.end)))


def _has_outlook(item: TimeExpression, place: Place, words: str) -> bool:
    """Whether an outlook further than the period follows it, or this is the outlook."""
    end = item.end
    if _OUTLOOK.match(words) is None:
        further = _AND_OUTLOOK.match(place.folded, end)
        if further is None:
            return False
        end = further.end()
    return _ASSERTED.match(place.after(end)) is None
