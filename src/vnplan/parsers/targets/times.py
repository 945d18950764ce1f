"""Which time expression of a line belongs to which of its figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.parsers.quantities import QuantityMention
from vnplan.records import Deadline

_BOUNDARY = regex.compile(r"[,;.:](?=\s)|\svà\s")
_STRONG = regex.compile(r"[;.:](?=\s)")
# Between a comma and the time that opens a clause.
_CUES = regex.compile(
    r"""\s?(?:(?:phấn\sđấu|bảo\sđảm|đảm\sbảo|và|riêng|đồng\sthời|tiếp\stục|dự\skiến|cụ\sthể
        |trong\sđó|hoàn\sthành|đạt|có|từng\sbước)\s){0,4}""",
    regex.VERBOSE | regex.IGNORECASE,
)
# "…, hoàn thành trong tháng 7/2024", "Hoàn thành trước ngày …": all that stands before the time
_DONE_BY = regex.compile(
    r"""\s*(?:(?:thời\s(?:gian|hạn)|việc|phải|cơ\sbản|phấn\sđấu|dự\skiến|yêu\scầu|tất\scả|bảo\sđảm|đảm\sbảo
        |hoàn\sthành|hoàn\stất|thực\shiện|triển\skhai|kết\sthúc|xong|đạt|là)[\s:,]*){0,5}""",
    regex.VERBOSE | regex.IGNORECASE,
)
# "tổ chức 05 lớp tập huấn, báo cáo kết quả trước ngày 15/12": the report is due then
_REPORTED = regex.compile(r",\s(?:báo\scáo|gửi|tổng\shợp|trình)\s[^,]*$", regex.IGNORECASE)
_PART_OF = regex.compile(r"(?<!\p{L})trong\sđó(?!\p{L})", regex.IGNORECASE)
_COMPARED = regex.compile(r"so\s(?:với|cùng)\s(?:\p{L}+\s){0,3}$")


@dataclass(frozen=True, slots=True)
class TimeInLine:
    """A deadline at `[start, end)` of a line."""

    start: int
    end: int
    deadline: Deadline


def assign_times(
    text: str, mentions: Sequence[QuantityMention], times: Sequence[TimeInLine]
) -> list[Deadline | None]:
    """For each figure the time of its own clause, or None.

    One that opens a clause holds for all that follows until the next such ("đến năm 2030 đạt 50%");
    one that follows a figure for that figure ("20% vào năm 2025") and for those before it in the
    same sentence that have none. "so với năm 2020" bounds nothing, and "kiện toàn Ban Chỉ huy trong
    quý I; thành lập 50 tổ" no figure.
    """
    ends = [mention.figure_end for mention in mentions]
    starts = [mention.figure for mention in mentions]
    chosen: list[Deadline | None] = [None] * len(mentions)
    opening: list[TimeInLine] = []
    for time in times:
        before = bisect_right(ends, time.start)
        after = bisect_left(starts, time.end)
        if _COMPARED.search(text, max(0, time.start - 40), time.start):
            continue
        if bracketed := _in_bracket(text, starts, after, time):
            for number in bracketed:
                chosen[number] = time.deadline
            continue
        since = ends[before - 1] if before else 0
        until = starts[after] if after < len(mentions) else -1
        closes = _closes(text, since, time)
        if until >= 0 and not closes and (before == 0 or _opens(text, since, time, until)):
            opening.append(time)
            continue
        apart = opening or ";" in text[since : time.start]
        next_step = apart and _goes_on(text, since, time)
        if before and not next_step and _is_of_figures(text, since, time):
            _give_back(text, mentions, chosen, before - 1, time, since=times)
    _give_forward(text, mentions, chosen, opening)
    return chosen


# "21 triệu tấn (đến năm 2030 đạt 24 triệu tấn)", "(phấn đấu đến năm 2030: 80%)"
_BRACKET_OPENS = regex.compile(r"\(\s?(?:(?:phấn\sđấu|định\shướng|dự\skiến|mục\stiêu)\s)?$")


def _in_bracket(text: str, starts: Sequence[int], after: int, time: TimeInLine) -> range:
    """The figures of a bracket that its time opens; it bounds none outside."""
    if _BRACKET_OPENS.search(text, max(0, time.start - 24), time.start) is None:
        return range(0)
    close = text.find(")", time.end)
    last = bisect_left(starts, close) if close >= 0 else after
    return range(after, last)


def _opens(text: str, since: int, time: TimeInLine, until: int) -> bool:
    """Whether a time opens the clause of what follows rather than closing what stands before.

    "… 20% xã, phường năm 2025, bảo đảm đến hết năm 2030 đạt 50%": the first closes, the second
    opens; so does that of "đạt 18.000 tấn; tổng giá trị … đến năm 2030 dự kiến đạt 10 triệu USD".
    """
    if text[time.start - 1 : time.start] == "(":
        return False
    last: regex.Match[str] | None = None
    for match in _BOUNDARY.finditer(text, since, time.start):
        if _STRONG.match(text, match.start()):
            return True
        last = match
    if last is None:
        return False
    if _CUES.fullmatch(text, last.end(), time.start):
        return True
    return _BOUNDARY.search(text, time.end, until) is None


def _closes(text: str, since: int, time: TimeInLine) -> bool:
    """Whether a time is the last of a clause that began before it: "… trong quý I năm 2013; "."""
    if _STRONG.match(text, time.end) is None or text[time.end] == ":":
        return False
    begin = _clause_start(text, since, time)
    return _CUES.fullmatch(text, begin, time.start) is None


def _clause_start(text: str, since: int, time: TimeInLine) -> int:
    begin = since
    for match in _STRONG.finditer(text, since, time.start):
        begin = match.end()
    return begin


def _is_of_figures(text: str, since: int, time: TimeInLine) -> bool:
    """Whether a time behind figures bounds them, not another order: "…; báo cáo trước ngày 15/12".

    Behind the end of their clause only one that says nothing else: ". Hoàn thành trong tháng 7".
    """
    begin = _clause_start(text, since, time)
    if begin > since:
        return _DONE_BY.fullmatch(text, begin, time.start) is not None
    return _REPORTED.search(text, begin, time.start) is None


# "hết năm 2026 đạt 50% số xã và | đến năm 2028 | đạt tỉnh không ma túy"
_NEXT_AIM = regex.compile(
    r"\s(?:phấn\sđấu\s)?(?:cơ\sbản\s)?(?:đạt|hoàn\sthành|trở\sthành|có|là|không\scòn)\s\p{L}"
)
_NEXT_STEP = regex.compile(r",?\s(?!và\s|hoặc\s|đến\s|-)\p{L}+\s\p{L}")


def _goes_on(text: str, since: int, time: TimeInLine) -> bool:
    """ "năm 2023 thử nghiệm tại 05 địa phương, năm 2024 vận hành chính thức": the next step's."""
    between = text[since : time.start]
    if between.endswith(" và "):
        return _NEXT_AIM.match(text, time.end) is not None
    behind = between.endswith((", ", "; "))
    return behind and _NEXT_STEP.match(text, time.end) is not None


def _give_back(
    text: str,
    mentions: Sequence[QuantityMention],
    chosen: list[Deadline | None],
    last: int,
    time: TimeInLine,
    *,
    since: Sequence[TimeInLine],
) -> None:
    """Gives a closing time to the figure before it and to the bare ones before that."""
    if chosen[last] is not None:
        return
    chosen[last] = time.deadline
    stops = [item.start for item in since]
    for number in range(last - 1, -1, -1):
        gap = mentions[number].figure_end, mentions[number + 1].figure
        if chosen[number] is not None or _STRONG.search(text, *gap):
            return
        if _PART_OF.search(text, *gap) and not _is_year_end(time.deadline):
            return  # "di dời 320 hộ, trong đó 140 hộ trước ngày 30/8"
        if bisect_left(stops, gap[0]) != bisect_left(stops, gap[1]):
            return
        chosen[number] = time.deadline


def _is_year_end(deadline: Deadline) -> bool:
    end = deadline.end
    return end is not None and (end.month, end.day) == (12, 31)


def _give_forward(
    text: str,
    mentions: Sequence[QuantityMention],
    chosen: list[Deadline | None],
    opening: Sequence[TimeInLine],
) -> None:
    """Gives an opening time to the figures after it; a bounded one outlasts an unbounded.

    Steps on the way end with their clause: "Đến năm 2020 đạt 100%, năm 2019 đạt 99,5%; 98% xã …".
    """
    current: Deadline | None = None
    position = 0
    for number, mention in enumerate(mentions):
        if number and ";" in text[mentions[number - 1].figure_end : mention.figure]:
            current = _later(opening[0].deadline, current) if opening else current
        while position < len(opening) and opening[position].end <= mention.figure:
            found = opening[position].deadline
            if current is None or found.end is not None or current.end is None:
                current = found
            position += 1
        if chosen[number] is None:
            chosen[number] = current


def _later(opening: Deadline, step: Deadline | None) -> Deadline | None:
    """The time that opens a line, if it lies behind that of the last step."""
    if step is None or opening.end is None or step.end is None:
        return step
    return opening if step.end < opening.end else step
