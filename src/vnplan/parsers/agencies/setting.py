"""What kind of line is read: whether it names parties by its form.

In running text a class of bodies counts where its words leave no doubt ("các sở, ban, ngành"). A
heading, a cell or the value of a label ("Đơn vị phối hợp: …") names parties by its form, so there
also "doanh nghiệp viễn thông" is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex


class LineKind(StrEnum):
    """What a line is."""

    PROSE = "prose"
    HEADING = "heading"
    VALUE = "value"  # of a label, or a cell of a table
    RECIPIENT = "recipient"  # an entry of the list of recipients (nơi nhận)


@dataclass(frozen=True, slots=True)
class Setting:
    """`start` and `end` bound the heading or value inside the line; None: the end of the line.

    `names_parties`: nothing but parties can stand here, in a heading of a part that says who does
    what, or in a column "Đơn vị thực hiện". `addresses`: a party opens the heading, whatever its
    words ("Trách nhiệm của …").
    """

    kind: LineKind = LineKind.PROSE
    start: int = 0
    end: int | None = None
    names_parties: bool = False
    addresses: bool = False


PROSE = Setting()

# "Cơ quan chủ trì:", "+ Phối hợp:", "- Đơn vị phối hợp đào tạo:", "Chủ trì, thực hiện :"
# … but "Sở A chủ trì, phối hợp với các đơn vị: Sở B, Sở C rà soát" is a sentence
_LABEL = regex.compile(
    r"""^(?![^:]{0,120}(?i:hợp|cùng)\s(?:với|cùng)\s\p{Ll})\W{0,4}(?:\p{L}{1,3}[.)/]\s)?
        (?:(?i:cơ\squan|đơn\svị|sở|tổ\schức|người|các\sđơn\svị|các\scơ\squan|bộ\sphận|phòng|lãnh\sđạo)[^:.;]{0,30}?\s)?
        (?i:chủ\strì|phối\shợp|thực\shiện|phụ\strách|tham\sgia|chịu\strách\snhiệm|tham\smưu|thẩm\sđịnh|đầu\smối|theo\sdõi)
        (?:[^:.;]{0,40})?\s?:\s*""",
    regex.VERBOSE,
)


def value_start(text: str) -> int | None:
    """Where the value of a label of parties begins ("Đơn vị phối hợp: "); None without."""
    match = _LABEL.match(text) if ":" in text else None
    return match.end() if match is not None else None
