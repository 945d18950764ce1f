"""One figure as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from vnplan.records import Quantity


class QuantityKind(StrEnum):
    """What sort of figure it is."""

    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"  # lớp, doanh nghiệp
    MEASURE = "measure"  # ha, MW
    SCORE = "score"  # điểm, bậc
    MULTIPLE = "multiple"  # "gấp 2 lần", "01 lần/năm"
    FRACTION = "fraction"  # "2/3", "một nửa"
    RANK = "rank"  # "top 20", "xếp thứ 2"
    DURATION = "duration"  # "05 năm": mostly the business of deadlines
    AGE = "age"  # "từ 15 tuổi trở lên"
    STRUCTURAL = "structural"  # "02 cấp", "04 loại hình": how something is built
    BARE = "bare"  # an index: "đạt 0,75"


RATED: Final = (QuantityKind.PERCENT, QuantityKind.FRACTION)
"""Shares of something."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """`text[start:end]` is the whole expression: comparator, figure, unit, "trở lên".

    `figure` and `figure_end` bound the figure with its unit alone. `lead` is the chain of cue words
    before the figure, folded, outermost first ("phấn đấu", "đạt", "tối thiểu"). `of` is the whole
    that an achieved figure stands beside ("629/731 trường": 731). `baseline`: where the figure
    comes from, not where it is to go ("từ 8,45% … xuống còn dưới 3%"). `known_unit` is False where
    the unit is the next word for want of a better one. `soft`: "phấn đấu", "dự kiến".
    """

    start: int
    end: int
    figure: int
    figure_end: int
    kind: QuantityKind
    quantity: Quantity
    lead: tuple[str, ...] = ()
    of: Decimal | None = None
    baseline: bool = False
    known_unit: bool = True
    worded: bool = False
    soft: bool = False
