"""Times beside what comes with the year, none of them dated: seasons, floods, sessions, exams.

hoàn thành trước mùa mưa bão · Sau lũ · trong suốt thời gian tập huấn · suốt quá trình diễn ra bầu
cử · trình HĐND tỉnh tại kỳ họp gần nhất · khi mực nước vượt báo động II · trước khai giảng
"""

from __future__ import annotations

import regex

from vnplan.parsers.deadlines import rules
from vnplan.parsers.deadlines.expression import TimeExpression
from vnplan.parsers.deadlines.moments import read_moment
from vnplan.parsers.deadlines.reading import EVENT, EVENT_STOP, EVENT_WORD
from vnplan.records import DeadlineKind

_BESIDES = (
    r"(?:trước\s*,?\s*trong\s+và\s+sau|trước\s+và\s+(?:trong|sau)|trong\s+và\s+sau"
    r"|trong(?:\s+suốt)?|suốt|trước|sau)"
)
_WEATHER = (
    r"(?:mưa|bão|lũ|lụt|ngập(?:\s+lụt)?|áp\s+thấp\s+nhiệt\s+đới|thiên\s+tai|sạt\s+lở|triều\s+cường"
    r"|hạn\s+hán|dịch\s+bệnh|dịch)(?!\p{L})"
)
# "hoàn thành trước mùa mưa bão năm 2026", "trước mùa khô hằng năm": nobody knows its first day
_SEASON = regex.compile(
    rf"""
    (?P<anchor> {_BESIDES} \s+ (?:các\s+)?mùa\s+
        (?:khô|mưa|lũ|bão|cạn|kiệt|hạn|hanh|nắng|nóng|rét|đông|nước\s+nổi|cháy|lễ\s+hội|du\s+lịch|thi|tuyển\s+sinh)
        (?:\s*,?\s*(?:bão|lũ|khô|hạn|lụt|rừng|nóng)(?!\p{{L}})){{0,3}} )
    (?P<yearly>\s+(?:hằng|hàng)\s+năm)?(?:\s+(?:của\s+)?năm\s+20\d\d)?(?!\p{{L}})
    """,
    regex.VERBOSE,
)
# "Mùa mưa bão" in a column of times
_SEASON_ALONE = regex.compile(
    r"(?P<anchor>mùa\s+(?:khô|mưa|lũ|bão|cạn|kiệt|hạn|hanh|nắng|nước\s+nổi)"
    r"(?:\s*,?\s*(?:bão|lũ|khô|hạn|lụt)(?!\p{L})){0,3})(?!\s*\(|\p{L})"
)
# "3. Sau lũ", "Trong và sau lũ", "ngay sau bão, lũ"
_DISASTER = regex.compile(
    rf"(?:ngay\s+)?(?P<anchor>{_BESIDES}\s+(?:(?:mỗi|các)\s+)?(?:(?:đợt|cơn|trận)\s+)?"
    rf"{_WEATHER}(?:\s*(?:,|-|/|và|hoặc)?\s*{_WEATHER}){{0,4}})"
)
_DURING = regex.compile(
    rf"""
    (?P<anchor> trong\s+(?:suốt\s+)?thời\s+gian\s+
          (?:trước\s*,\s*trong\s+và\s+sau|trước\s+và\s+(?:trong|sau)|diễn\s+(?:ra|biến)|tổ\s+chức|tiến\s+hành|trước|sau)
          \s+(?!đây|đó|này){EVENT}
      | trong\s+(?:suốt\s+)?thời\s+gian\s+
          (?:chờ|tập\s+huấn|thi|(?:mưa|bão|lũ|lụt|ngập|thiên\s+tai|dịch\s+bệnh|có\s+dịch)|nghỉ\s+(?:lễ|đông|giữa)|lễ(?:\s+hội)?|bầu\s+cử|đại\s+hội|kỳ\s+(?:họp|thi)|chiến\s+dịch
            |cao\s+điểm(?!\s+(?:trước|trong|sau))|thí\s+điểm|chuyển\s+tiếp|giãn\s+cách|(?:đợt|cuộc)\s+\p{{L}}+)
          (?!\p{{L}})(?:\s+(?!và\s|hoặc\s){EVENT})?
      | trong\s+suốt\s+thời\s+gian\s+
          (?!qua|vừa|dài|tới|này|đó|nêu|trên|học|sống|làm|công\s+tác|sinh|ở){EVENT}
      | (?:trong\s+)?suốt\s+quá\s+trình\s+(?:diễn\s+(?:ra|biến)|bầu\s+cử
            |(?:tổ\s+chức|tiến\s+hành)\s+(?:đại\s+hội|bầu\s+cử|kỳ|cuộc|hội|lễ|giải|đợt))
          (?!\p{{L}})(?:\s+(?!và\s|hoặc\s){EVENT})?
      | trước\s*,?\s*trong\s+và\s+sau\s+(?!tết){EVENT}
      | trong\s+giai\s+đoạn\s+(?:khẩn\s+cấp|cao\s+điểm|ứng\s+phó|phục\s+hồi|bình\s+thường\s+mới)
      | (?:trong|vào)\s+(?:các|những)\s+(?:thời\s+điểm|đợt|dịp|ngày)\s+cao\s+điểm(?!\p{{L}})
          (?:\s+(?!và\s|hoặc\s|lễ|tết){EVENT})? )
    """,
    regex.VERBOSE,
)
# "hoàn thành trước Đại hội Đảng bộ tỉnh", "ngay sau kỳ họp"; "báo cáo trước Hội nghị" faces it
_MEETING = regex.compile(
    rf"(?:ngay\s+)?(?P<anchor>(?:trước\s+và\s+sau|trước|sau)\s+(?:mỗi\s+)?(?:kỳ\s+(?:họp|thi|nghỉ)|đại\s+hội|(?:cuộc\s+)?bầu\s+cử"
    rf"|năm\s+học\s+mới|(?:lễ\s+)?khai\s+giảng"
    rf"|vụ\s+(?:đông|xuân|hè|thu|mùa|chiêm)(?:[\s\-]+(?:xuân|hè|thu|đông|sớm))?)(?!\p{{L}})(?:\s+(?!và\s|đạt\s){EVENT})?)"
)
# "vào đầu năm học mới", "Kết thúc học kỳ I", "đến hết nhiệm kỳ", "sau mỗi đợt kiểm tra"
_SCHOOL = regex.compile(
    r"(?P<anchor>(?:(?:vào|từ|trong|khi|đến|trước)\s+)?(?:đầu|giữa|cuối|kết\s+thúc|hết)\s+(?:(?P<each>mỗi|hằng|hàng)\s+)?"
    r"(?:năm\s+học(?:\s+mới)?|nhiệm\s+kỳ|học\s+kỳ(?:\s+(?:i|ii|1|2))?)(?!\s*\d|\s*,?\s+năm\s+học|\p{L})"
    rf"|sau\s+mỗi\s+{EVENT_WORD}(?:\s+(?!{EVENT_STOP}|báo\s|tiến\s|tổ\s|gửi\s|các\s){EVENT_WORD}){{0,5}})"
)
# "trình HĐND tỉnh tại kỳ họp gần nhất", "báo cáo Quốc hội tại Kỳ họp thứ 10 của Quốc hội khóa XV"
_HELD = r"(?:tại|trong|vào)\s+(?:các\s+)?(?:kỳ|phiên)\s+họp\s+"
_SESSION = regex.compile(
    rf"""
    (?P<anchor> {_HELD} (?:hđnd\s+tỉnh\s+|hội\s+đồng\s+nhân\s+dân\s+tỉnh\s+)?
        (?:gần\s+nhất|(?:sắp\s+)?tới|tiếp\s+theo|kế\s+tiếp|chuyên\s+đề|bất\s+thường|thường\s+(?:lệ|kỳ)
          |(?:lần\s+)?thứ\s+[\p{{L}}\d]+) (?!\p{{L}})
        (?:\s*,?\s+(?:của|quốc\s+hội|hội\s+đồng\s+nhân\s+dân|hđnd|chính\s+phủ|khóa)(?!\p{{L}})
          (?:\s+(?!{EVENT_STOP}|và\s){EVENT_WORD}){{0,8}})? )
    """,
    regex.VERBOSE,
)
# "Thời gian trình: Kỳ họp thứ 10"
_SESSION_ALONE = regex.compile(
    r"(?P<anchor>(?:kỳ|phiên)\s+họp\s+(?:gần\s+nhất|chuyên\s+đề|thường\s+(?:lệ|kỳ)|(?:lần\s+)?thứ\s+[\p{L}\d]+)"
    r"(?!\p{L}|\s+(?:đầu|giữa|cuối|tháng|quý|ngày|năm)))"
)
# "tại kỳ họp cuối năm 2026", "tại kỳ họp thường lệ tháng 7/2026": the calendar tells when
_DATED_SESSION = regex.compile(
    rf"{_HELD}(?:\p{{L}}+\s+){{0,5}}?(?=(?:đầu|giữa|cuối)\s+năm|tháng\s+\d|quý\s+[i1-4]|ngày\s+\d)"
)
# "Khi mực nước vượt báo động II", "khi lũ trên mức báo động 3", "khi cảnh báo cháy rừng cấp IV, V"
_ALERT = regex.compile(
    rf"(?P<anchor>khi\s+(?:(?!{EVENT_STOP}){EVENT_WORD}\s+){{0,8}}?(?:báo\s+động|(?:cảnh|dự)\s+báo[^,;.:()]{{0,30}}\s(?:cấp|mức))\s+"
    r"(?:cấp\s+|số\s+)?(?:i{1,3}|iv|v|\d)(?!\p{L}|\d)(?:\s*(?:,|-|và|hoặc|đến)\s*(?:cấp\s+)?(?:i{1,3}|iv|v|\d)(?!\p{L}|\d)){0,3}"
    r"(?:\s+trở\s+lên)?)"
)
_HUNG = (_DURING, _ALERT, _SESSION, _SCHOOL, _MEETING, _DISASTER)
OPENINGS = (_SEASON, _SEASON_ALONE, _SESSION_ALONE, _DATED_SESSION, *_HUNG)
"""Patterns of all these: none begins where none of them does."""


def read_occasion(folded: str, position: int) -> TimeExpression | None:
    """The time beside an occasion that begins exactly at `position` of a folded text."""
    season = _SEASON.match(folded, position)
    if season is not None:
        kind = DeadlineKind.RECURRING if season["yearly"] else DeadlineKind.RELATIVE
        rule = "FREQ=YEARLY" if season["yearly"] else None
        end, anchor = season.end(), season["anchor"]
        return TimeExpression(position, end, kind, recurrence=rule, anchor=anchor)
    alone = _SEASON_ALONE.match(folded, position) or _SESSION_ALONE.match(folded, position)
    if alone is not None:
        kind, anchor = DeadlineKind.RELATIVE, alone["anchor"]
        return TimeExpression(position, alone.end(), kind, anchor=anchor, bare=True)
    held = _DATED_SESSION.match(folded, position)
    moment = read_moment(folded, held.end()) if held is not None else None
    if moment is not None:
        return TimeExpression(
            position,
            moment.end,
            DeadlineKind.POINT,
            last=moment.last,
            approximate=moment.approximate,
            unit=moment.unit,
        )
    for pattern in _HUNG:
        match = pattern.match(folded, position)
        if match is not None:
            return _hung(match)
    return None


def _hung(match: regex.Match[str]) -> TimeExpression:
    """The time that hangs on an occasion; on one of each school year it comes back every year."""
    place, end, anchor = match.start(), match.end(), match["anchor"]
    if match.re is _SCHOOL and match["each"] is not None:
        rule = rules.every("năm") if "năm học" in anchor else None
        return TimeExpression(place, end, DeadlineKind.RECURRING, recurrence=rule, anchor=anchor)
    return TimeExpression(place, end, DeadlineKind.RELATIVE, anchor=anchor)
