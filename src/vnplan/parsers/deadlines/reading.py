"""What the readers of calendar times share: prepositions, joints, and an expression half read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import regex

from vnplan.parsers.deadlines.moment import Moment

EVENT_WORD = r"(?:phòng,(?=\s+chống)|[^\s.;,:()\[\]“”\"]{1,40})"
EVENT_STOP = (
    r"(?:hoặc|để|nhằm|thì|nếu|phải|sẽ|với\s+tinh|đồng\s+thời|trong\s+đó)(?!\p{L})"
    r"|(?:đạt|còn|chiếm)\s+(?:\p{L}+\s+){0,2}\d"
)
EVENT = rf"{EVENT_WORD}(?:\s+(?!{EVENT_STOP}){EVENT_WORD}){{0,17}}"
"""Words that name an event, up to the next mark, purpose ("để …") or figure that is to be reached
("khám sức khỏe trước khi kết hôn | đạt 70% năm 2025"), eighteen at most."""


ITS_DAY = regex.compile(r"\s(?:ngày\s+)?(?=\d{1,2}/\d{1,2}/\d{4}$)")
"""At the end of an event its day: "đến ngày bầu cử | 15/3/2026"."""


class Lead(Enum):
    """What the preposition before a moment makes of it."""

    BY = auto()  # đến, chậm nhất
    BEFORE = auto()  # trước
    AFTER = auto()  # sau
    FROM = auto()  # từ
    IN = auto()  # trong, vào, dịp
    NONE = auto()


TO = regex.compile(
    r"""
    (?P<comma>\s*,)? \s*
    (?: (?:kéo\s+dài\s+)?(?:cho\s+)?(?:đến|tới) | [-~]
      | (?:[;,]\s*|và\s+)(?:kết\s+thúc|hoàn\s+thành)(?:\s+(?:vào|trước|(?P<within>trong)))? )
    \s*(?:(?:hết|trước|khoảng|cả|tận)\s+|cuối\s+(?=ngày)){0,3} """,
    regex.VERBOSE,
)
UNTIL_EVENT = regex.compile(
    rf"\s*,?\s*(?P<anchor>(?:cho\s+)?(?:đến|tới)\s+(?:(?:(?:hết|trước)\s+)?(?:khi|lúc|ngày)\s+(?=\p{{L}}){EVENT}"
    r"|(?:hết|cuối)\s+(?:nhiệm\s+kỳ|giai\s+đoạn|năm\s+học)(?!\s+\d|\p{L})|đại\s+hội(?:\s+đảng)?(?!\p{L})))"
)
ONWARD = regex.compile(
    r"\s*,?\s*(?:(?:(?:và|đến)\s+)?(?:(?:tiếp\s+tục\s+)?duy\s+trì\s+)?(?:trong\s+|cho\s+)?(?:các|những)\s+(?:năm|giai\s+đoạn)\s+"
    r"(?:tiếp\s+theo|kế\s+tiếp|tiếp|sau(?:\s+đó)?|tới)|(?:và\s+)?giai\s+đoạn\s+tiếp\s+theo"
    r"|(?:và\s+)?tiếp\s+theo|trở\s+(?:đi|về\s+sau)|về\s+sau)(?!\p{L})"
)
EACH = regex.compile(
    r"\s*[,(]?\s*(?:của\s+)?(?:năm\s+(?=h[àằ]ng\s+năm))?(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?P<unit>năm|tháng|quý)\)?"
    r"(?!\s+\d|\p{L})"
)
DURATION_UNIT = {"ngày": "D", "tuần": "W", "tháng": "M", "năm": "Y"}


@dataclass(slots=True)
class Reading:
    """What has been read so far of one expression.

    `listed`: the members of a list ("tháng 3 và tháng 9"), where nothing fills what lies between.
    """

    start: int
    lead: Lead
    first: Moment
    last: Moment
    end: int
    approximate: bool
    bare: bool
    listed: tuple[Moment, ...] = ()

    @property
    def moments(self) -> tuple[Moment, Moment]:
        return self.first, self.last
