"""Times that hang on an event: an anchor, and how far from it.

trong vòng 30 ngày kể từ ngày ký · sau khi kết thúc Đề án · trước ngày bầu cử · đột xuất khi có
yêu cầu · trong thời gian trước, trong và sau cuộc bầu cử
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.deadlines import occasions
from vnplan.parsers.deadlines.calendar import NUMBER, number
from vnplan.parsers.deadlines.expression import TimeExpression
from vnplan.parsers.deadlines.moments import read_moment
from vnplan.parsers.deadlines.reading import EVENT, EVENT_STOP, EVENT_WORD, ITS_DAY
from vnplan.records import DeadlineKind

# "chậm nhất 10h00' ngày 27/4", "trước 17 giờ thứ Sáu": a time of day, no number of hours
_NO_CLOCK = (
    r"(?!\p{L}|\s?\d|\s*,?\s*(?:sáng|trưa|chiều|tối|ngày\s+\d|thứ|hằng|hàng|mỗi|cùng\s+ngày))"
)
_UNIT = rf"(?:ngày\s+làm\s+việc|ngày|giờ{_NO_CLOCK}|h{_NO_CLOCK}|tuần|tháng|năm)"
_AMOUNT = rf"(?:\d{{1,3}}\s*-\s*)?(?P<n>{NUMBER})\s*(?:\([^()\n]{{1,24}}\)\s*)?(?P<unit>{_UNIT})"
_SINCE = (
    r"(?:(?:kể\s+|tính\s+)?từ\s+(?:khi|ngày|thời\s+điểm|lúc)|sau\s+(?:khi|ngày)"
    r"|(?:kể\s+từ|tính\s+từ|kể\s+khi))"
)
# "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này", "sau 30 ngày kể từ ngày …",
# "chậm nhất 05 ngày làm việc", "trong 24 giờ đầu kể từ khi lực lượng đến được hiện trường"
_WITHIN = regex.compile(
    rf"""
    (?P<lead> (?:ngay\s+)?trong
          (?:\s+(?P<sure>vòng|thời\s+hạn|thời\s+gian)(?:\s+(?:là|không\s+quá|tối\s+đa))?)?
      | (?P<sure>(?:chậm|muộn)\s+nhất)(?:\s+(?:là|sau|trong|vòng)){{0,3}}
      | (?P<sure>không\s+quá|(?<!kéo\s+dài\s)quá) | tối\s+đa | sau ) \s+
    {_AMOUNT}(?!\s+(?:(?:tới|tiếp\s+theo)(?!\p{{L}})|\d|(?:đầu|cuối)\s+(?:năm|quý|tháng)))(?:\s+đầu(?:\s+tiên)?)?
    (?: \s*,?\s*(?:\(\s*)?
        (?P<anchor> (?:{_SINCE}|khi(?=\s+(?:xảy|có|phát|nhận|được)\s))\s+
              (?!ngày\s+\d|\d|m[ùồ]ng\s){EVENT}
              (?:\s+hoặc\s+{_SINCE}\s+{EVENT})?
          | (?:kể|tính)\s+từ\s+ngày\s+\d{EVENT}
          | (?<=\s)(?:kết\s+thúc|hoàn\s+thành|tốt\s+nghiệp|khai\s+giảng|triển\s+khai|ban\s+hành)
            \s+{EVENT} ) )?
    """,
    regex.VERBOSE,
)
# "100 ngày kể từ ngày ban hành", "05 ngày làm việc sau khi kết thúc"
# not "02 ngày, từ ngày 05 - 06/3/2026": those are its days
_AFTER = regex.compile(
    rf"{_AMOUNT}\s*,?\s*(?P<anchor>(?!từ\s+(?:ngày\s+)?(?:m[ùồ]ng\s+)?\d){_SINCE}\s+{EVENT})"
)
# "trước ít nhất 05 ngày làm việc so với ngày họp"
_AHEAD = regex.compile(
    rf"trước\s+(?:(?:ít\s+nhất|tối\s+thiểu|khoảng)\s+)?{_AMOUNT}"
    rf"(?:\s+(?P<anchor>(?:so\s+với|trước|tính\s+đến|khi|kể\s+từ|diễn\s+ra|khai\s+mạc)\s+{EVENT}))?"
)
# "chậm nhất 03 ngày trước khi họp", "ít nhất 20 ngày trước ngày khai mạc kỳ họp"
_BEFORE = regex.compile(
    rf"(?:(?:(?:chậm|muộn)\s+nhất|ít\s+nhất|tối\s+thiểu|trong(?:\s+(?:vòng|thời\s+gian))?)\s+(?:là\s+)?)?{_AMOUNT}"
    rf"\s*,?\s+(?P<anchor>trước\s+(?:khi|ngày)\s+(?!\d){EVENT})"
)
# "trước ngày bầu cử ít nhất 10 ngày", "trước ngày khai mạc kỳ họp 05 ngày."
_AHEAD_OF = regex.compile(
    rf"(?P<anchor>trước\s+(?:(?:ngày|khi)\s+(?!\d)|(?=(?:các\s+|mỗi\s+)?(?:phiên|kỳ|cuộc|buổi|hội|đại)\s))"
    rf"{EVENT_WORD}(?:\s+{EVENT_WORD}){{0,6}}?)"
    rf"\s+(?:(?:ít\s+nhất|tối\s+thiểu|chậm\s+nhất)\s+{_AMOUNT}|{_AMOUNT}(?=\s*(?:[,.;:)]|$)))"
)
_ON_EVENT = regex.compile(
    rf"(?:(?P<now>ngay)\s+)?(?P<anchor>(?:sau|trước|(?:cho\s+)?đến)\s+"
    rf"(?:khi|thời\s+điểm|lúc)\s+(?!\d|hiện){EVENT})"
)
# "sau ngày bầu cử", "đến trước ngày Luật … có hiệu lực thi hành"; "từ ngày ban hành" runs on
_EVENT_DAY = regex.compile(
    rf"""
    (?P<lead>(?:(?:cho\s+)?đến\s+)?(?:trước|sau)|(?:kể\s+|tính\s+)?từ|(?:cho\s+)?đến(?:\s+hết)?|vào)
    \s+(?:ngày|thời\s+điểm|(?<=từ\s)khi)\s+(?=\p{{L}})(?!càng|nay|này|đó|trên|tháng|hiện|thứ\s|chủ\s+nhật|cuối|đầu|mùng|mồng|hội|nghỉ)(?P<event>{EVENT})
    """,
    regex.VERBOSE,
)
_UNTIL = regex.compile(rf"\s*,?\s*(?:cho\s+)?(?:đến|tới)\s+(?:khi|lúc|ngày)\s+(?=\p{{L}}){EVENT}")
_OWN_TYPES = (
    r"(?:kế\s+hoạch|quyết\s+định|chỉ\s+thị|nghị\s+quyết|chương\s+trình|văn\s+bản|công\s+văn|thông\s+báo"
    r"|đề\s+án|công\s+điện|phương\s+án|quy\s+chế|hướng\s+dẫn)"
)
# "giải quyết khi Quy trình xác nhận … được ban hành", "khi Luật … có hiệu lực"
_RULED = (
    r"(?:luật|pháp\s+lệnh|nghị\s+(?:định|quyết)|thông\s+tư|quyết\s+định|quy\s+(?:trình|định|chế|hoạch)"
    r"|kế\s+hoạch|chương\s+trình|đề\s+án|chính\s+sách|hướng\s+dẫn)"
)
# its own text, told by a word that says so or by saying no more ("kể từ ngày ký", "ngày ban hành")
_OWN_ISSUE = regex.compile(
    rf"""
    (?: (?:được\s+)?(?:ký(?:\s*,?\s*(?:và\s+)?ban\s+hành)?|ban\s+hành)
          (?:\s+(?:kế\s+hoạch|quyết\s+định|chỉ\s+thị|chương\s+trình|{_OWN_TYPES}\s+này)(?:\s+này)?)?
      | {_OWN_TYPES}\s+này\s+(?:được\s+)?(?:ký|ban\s+hành) )
    (?:\s+(?:có|được)\s+hiệu\s+lực)?\s*$
    """,
    regex.VERBOSE,
)
_AFTER_SINCE = regex.compile(rf"^{_SINCE}\s+")
_TO_EVENT = regex.compile(r"\s(?:cho\s+)?(?:đến|tới)\s+(?:khi|lúc|ngày)\s")
_TO_CALENDAR = regex.compile(
    r"\s(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?(?=(?:ngày|tháng|quý|năm|cuối)\s|\d{1,2}[/.])"
)
_ON_DEMAND = regex.compile(
    rf"đột\s+xuất\s*[,(]?\s*(?P<anchor>(?:khi|nếu|theo)\s+{EVENT})(?P<close>\s*\))?"
)
# what an authority does that starts the work of others: "khi Bộ Y tế có văn bản triển khai"
_ACT = (
    r"(?:(?:có|ra)\s+(?:văn\s+bản|hướng\s+dẫn|yêu\s+cầu|chỉ\s+đạo|chủ\s+trương|ý\s+kiến|quyết\s+định|thông\s+báo)"
    r"|triển\s+khai|ban\s+hành|hướng\s+dẫn|yêu\s+cầu|chỉ\s+đạo|phê\s+duyệt|giao|bố\s+trí|phân\s+bổ|phân\s+công"
    r"|thông\s+báo|cho\s+phép|đề\s+nghị|lấy\s+ý\s+kiến|xin\s+ý\s+kiến|công\s+bố|thông\s+qua|chấp\s+thuận|mời|trưng\s+tập)"
)
_AUTHORITY = (
    r"(?:bộ|chính\s+phủ|thủ\s+tướng|quốc\s+hội|trung\s+ương|cấp\s+trên|cấp\s+có\s+thẩm\s+quyền|cơ\s+quan|ubnd|hđnd"
    r"|ủy\s+ban|hội\s+đồng|tổng|sở|ban|tỉnh|thành\s+phố|tỉnh\s+ủy|thành\s+ủy|liên\s+đoàn|chủ\s+tịch|ngân\s+hàng)"
)
_WORDS = rf"(?:(?!{EVENT_STOP}){EVENT_WORD}\s+){{0,14}}?"
_WHEN = regex.compile(
    rf"""(?:(?:ngay|mỗi)\s+)?(?P<anchor>khi\s+(?:
        (?: có\s+(?:hướng\s+dẫn|yêu\s+cầu|chỉ\s+đạo|văn\s+bản|đề\s+nghị|thông\s+báo|phát\s+sinh
                |quyết\s+định|quy\s+định|chủ\s+trương|ý\s+kiến|(?:bản\s+tin\s+)?(?:dự|cảnh)\s+báo|lệnh|công\s+điện
                |kinh\s+phí|nguồn\s+(?:kinh\s+phí|vốn))
          | (?:dự|cảnh)\s+báo\s+có | được\s+yêu\s+cầu | phát\s+sinh
          | {_RULED}\s+{_WORDS}(?:được\s+(?:ban\s+hành|phê\s+duyệt|thông\s+qua)|có\s+hiệu\s+lực)
          | được\s+{_WORDS}{_ACT} | {_AUTHORITY}\s+{_WORDS}{_ACT} )
        (?!\p{{L}})(?:\s+(?!về\s|báo\s+cáo|gửi\s|và\s|đối\s|sẽ\s|thì\s){EVENT})?))""",
    regex.VERBOSE,
)
# "tổng điều tra ngay khi nước rút", "ngay từ khi ban hành"
_AT_ONCE_WHEN = regex.compile(rf"ngay\s+(?:từ\s+)?(?P<anchor>khi\s+(?!\d){EVENT})")
# "thông báo ngay cho trạm y tế khi có từ 02 trẻ mắc bệnh": only of what is ordered at once
_AT_ONCE = regex.compile(
    rf"(?:ngay\s+)?(?P<anchor>khi\s+(?:có|xảy\s+ra|phát\s+hiện|nhận\s+được|xuất\s+hiện)\s+{EVENT})"
)
# "đánh giá giữa giai đoạn và cuối giai đoạn": of whichever phase
_OF_PHASE = regex.compile(
    r"(?P<anchor>giữa\s+(?P<phase>giai\s+đoạn|nhiệm\s+kỳ|kỳ)\s*(?:,|và|hoặc)\s*cuối\s+(?P=phase))"
    r"(?!\s+\d|\p{L}|\s*\()"
)
# "theo lộ trình", "theo kế hoạch riêng", "trong thời gian tới", "trong thời gian sớm nhất"; but
# "theo lộ trình đến năm 2030" says until when, "theo lộ trình 5 giai đoạn" of what kind it is
_VAGUE = regex.compile(
    r"theo\s+(?:đúng\s+)?(?:lộ\s+trình|kế\s+hoạch\s+riêng|tiến\s+độ\s+riêng|từng\s+đợt|(?:mùa|thời)\s+vụ)"
    r"(?P<yearly>(?:\s+thực\s+hiện)?\s+(?:hằng|hàng)\s+năm)?(?!\p{L})"
    r"(?!\s+(?:đến|tới|từ|trong)\s+(?:hết\s+)?năm\s+\d{4}|\s+\d{1,2}\s+(?:giai\s+đoạn|bước|năm)(?!\p{L}))"
    r"|(?:trong\s+)?(?:thời\s+gian|những\s+năm|giai\s+đoạn|các\s+năm)\s+(?:sắp\s+)?tới(?!\p{L})"
    r"|trong\s+(?:một\s+)?thời\s+gian\s+(?:sớm|ngắn|nhanh)\s+nhất"
)
_OPENINGS = (
    *(_AHEAD, _BEFORE, _AHEAD_OF, _WITHIN, _AFTER),
    *(_ON_DEMAND, _ON_EVENT, _WHEN, _AT_ONCE_WHEN, _AT_ONCE, _OF_PHASE, _EVENT_DAY),
    *occasions.OPENINGS,
)
_ENDS = regex.compile(r"(?:kết\s+thúc|hoàn\s+thành|xong)\s+$")  # "kết thúc trong 60 ngày"
# "sau 05 ngày làm việc, nếu không có ý kiến …", "tiêm nhắc lại sau 28 ngày;": no event is named
_STANDS_ALONE = regex.compile(r"\s*(?:[,;.]|$)")
# "trong 2 ngày (23-24/6)": a length, its days behind it
_DAYS_FOLLOW = regex.compile(r"\s*\(\s*(?:từ\s+)?(?:ngày\s+)?\d{1,2}\s?[-/]")
_HUNG = (_ON_DEMAND, _ON_EVENT, _WHEN, _AT_ONCE_WHEN, _AT_ONCE, _OF_PHASE)
_ISO = {"ngày": "D", "tuần": "W", "tháng": "M", "năm": "Y", "giờ": "H", "h": "H"}


def may_be_relative(opening: str) -> bool:
    """Whether a text that begins with `opening` may begin with a time relative to an event."""
    return any(pattern.match(opening, partial=True) for pattern in _OPENINGS)


def read_relative(folded: str, position: int) -> TimeExpression | None:
    """The time relative to an event that begins exactly at `position` of a folded text.

    `offset` is a duration after the anchor; "trước ít nhất 05 ngày" is before it: "-P5D". Working
    days are counted as days and marked approximate: holidays are not known.
    """
    for read in (_read_within, _read_event):
        found = read(folded, position)
        if found is not None:
            return found
    return None


def may_be_vague(opening: str) -> bool:
    """Whether a text that begins with `opening` may begin as `read_vague` wants it."""
    return _VAGUE.match(opening, partial=True) is not None


def read_vague(folded: str, position: int) -> TimeExpression | None:
    """ "theo lộ trình", "trong thời gian tới"."""
    match = _VAGUE.match(folded, position)
    if match is None:
        return None
    if match["yearly"]:
        kind, rule = DeadlineKind.RECURRING, "FREQ=YEARLY"
        return TimeExpression(position, match.end(), kind, recurrence=rule)
    return TimeExpression(position, match.end(), DeadlineKind.VAGUE)


def _read_within(folded: str, position: int) -> TimeExpression | None:
    ahead = _AHEAD.match(folded, position)
    if ahead is not None and (ahead["anchor"] or "làm" in ahead["unit"]):
        return _counted(ahead, sign="-")
    before = _BEFORE.match(folded, position) or _AHEAD_OF.match(folded, position)
    if before is not None:
        return _counted(before, sign="-")
    match = _WITHIN.match(folded, position)
    if match is not None:
        sure = match["sure"] or (match["lead"].startswith("trong") and "làm" in match["unit"])
        hours = match["unit"] in ("giờ", "h") and match["lead"] in ("trong", "sau")
        sure = sure or (match["lead"] == "trong" and _ENDS.search(folded, 0, position) is not None)
        ended = match["lead"] == "sau" and match["unit"] not in ("tháng", "năm")
        sure = sure or (ended and _STANDS_ALONE.match(folded, match.end()) is not None)
        listed = match["lead"] == "trong" and match["unit"] == "ngày"
        sure = sure or (listed and _DAYS_FOLLOW.match(folded, match.end()) is not None)
        if match["anchor"] or sure or hours:
            return _counted(match)
        return None
    after = _AFTER.match(folded, position)
    return _counted(after) if after is not None else None


def _counted(match: regex.Match[str], sign: str = "") -> TimeExpression:
    unit = "ngày" if "làm" in match["unit"] else match["unit"]
    code = _ISO[unit]
    amount = f"{'T' if code == 'H' else ''}{number(match['n'])}{code}"
    anchor = match["anchor"]
    found = TimeExpression(
        match.start(),
        match.end(),
        DeadlineKind.RELATIVE,
        anchor=anchor,
        offset=f"{sign}P{amount}",
        approximate="làm" in match["unit"],
    )
    event = _AFTER_SINCE.sub("", anchor) if anchor else ""
    if not sign and code != "H" and "làm" not in match["unit"] and _OWN_ISSUE.match(event):
        return replace(found, from_issue=True, within=f"P{amount}")
    return found


def _read_event(folded: str, position: int) -> TimeExpression | None:
    occasion = occasions.read_occasion(folded, position)
    if occasion is not None:
        return occasion
    for pattern in _HUNG:
        match = pattern.match(folded, position)
        if match is not None:
            end = match.end("anchor")
            if pattern is _ON_DEMAND and match["close"] and "(" in match[0]:
                end = match.end()
            return TimeExpression(position, end, DeadlineKind.RELATIVE, anchor=match["anchor"])
    match = _EVENT_DAY.match(folded, position)
    return _event_day(folded, match) if match is not None else None


def _event_day(folded: str, match: regex.Match[str]) -> TimeExpression:
    """From the day of the document to an event is a period, all else is relative to the event."""
    found = TimeExpression(
        match.start(), match.end(), DeadlineKind.RELATIVE, anchor=match[0].strip()
    )
    if not match["lead"].endswith("từ"):
        return _on_its_day(folded, match, found)
    event = match["event"]
    calendar = _to_calendar(folded, match, found)
    if calendar is not None:
        return calendar
    to = _TO_EVENT.search(event)
    own = _OWN_ISSUE.match(event[: to.start()] if to is not None else event)
    until = _UNTIL.match(folded, match.end())
    if own is None and until is None and to is None:
        return found
    end = until.end() if until is not None else found.end
    return replace(found, kind=DeadlineKind.PERIOD, end=end, from_issue=own is not None)


def _on_its_day(folded: str, match: regex.Match[str], found: TimeExpression) -> TimeExpression:
    """ "đến ngày bầu cử 15/3/2026": by the day of the event, where it is told."""
    day = ITS_DAY.search(folded, match.start("event"), match.end("event"))
    moment = read_moment(folded, day.end()) if day is not None else None
    if moment is None or match["lead"].endswith("sau"):
        return found
    return replace(found, kind=DeadlineKind.POINT, anchor=None, last=moment.last, unit=moment.unit)


def _to_calendar(
    folded: str, match: regex.Match[str], found: TimeExpression
) -> TimeExpression | None:
    """ "từ ngày ký ban hành đến hết ngày 31/12/2019": from an event to a day of the calendar."""
    to = _TO_CALENDAR.search(folded, match.start("event"), match.end())
    last = read_moment(folded, to.end()) if to is not None else None
    if to is None or last is None:
        return None
    event = folded[match.start("event") : to.start()]
    return replace(
        found,
        end=last.end,
        kind=DeadlineKind.PERIOD,
        anchor=folded[match.start() : to.start()],
        from_issue=_OWN_ISSUE.match(event) is not None,
        last=last.last,
        unit=last.unit,
        approximate=last.approximate,
    )
