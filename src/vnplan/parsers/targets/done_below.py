"""The end of a target that is a heading, told in the paragraph below: "… hoàn thành trong quý IV".

"4. Hoàn thành di dời 01 khu công nghiệp …." ⏎ "UBND phường … thực hiện công tác GPMB …, hoàn thành
trong quý IV năm 2026."
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from vnplan.records import Deadline, SectionKind
from vnplan.records.section import Section
from vnplan.text.lines import LogicalLine

_REACH = 40
# What stands right before the day by which the whole is done; "hoàn thành hồ sơ trước …" is a step
_DONE = regex.compile(
    r"(?<!\p{L})(?:hoàn thành|hoàn tất|thực hiện xong|kết thúc)"
    r"(?:\s(?:việc|công trình|toàn bộ|dứt điểm|xong|chậm nhất|muộn nhất|dự kiến|là)){0,3}"
    r"[\s:,]{1,3}$"
)
# "Thời gian hoàn thành trước …": a line that says when and nothing else
_ONLY_TIME = regex.compile(
    r"[\s\-+•*(]*(?:thời (?:gian|hạn)\s)?(?:phấn đấu |dự kiến |cơ bản |phải )?"
    r"(?:hoàn thành|hoàn tất|thực hiện|kết thúc)(?:\sxong)?[\s:]*$"
)


class CompletionBelow:
    """Finds the line around a deadline, and whether it tells when the whole is done."""

    def __init__(self, lines: Sequence[LogicalLine]) -> None:
        self._lines = lines
        self._starts = [line.start for line in lines]

    def of_part(
        self, children: Sequence[Section], deadlines: Sequence[Deadline]
    ) -> Deadline | None:
        """The one day by which the paragraphs right below a heading say that it is done.

        Bullets are steps of their own, and two different days are those of steps.
        """
        spans = [child.span for child in children if child.kind is SectionKind.PARAGRAPH]
        found = {
            deadline.end: deadline
            for deadline in deadlines
            if deadline.end is not None
            and any(span.start <= deadline.span.start < span.end for span in spans)
            and _DONE.search(self._before(deadline))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _before(self, deadline: Deadline) -> str:
        at = bisect_right(self._starts, deadline.span.start) - 1
        if at < 0:
            return ""
        line = self._lines[at]
        end = line.map.derived(deadline.span.start)
        return line.folded[max(0, end - _REACH) : end]


def says_only_when(folded: str, until: int) -> bool:
    """Whether a line says nothing before its time but that this is when all is done."""
    return _ONLY_TIME.fullmatch(folded, 0, until) is not None
