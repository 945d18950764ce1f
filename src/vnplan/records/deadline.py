"""When something is to be done (thời hạn, thời gian thực hiện)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import Field

from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span


class DeadlineKind(StrEnum):
    """What sort of time it is."""

    POINT = "point"  # a day by which: "trước ngày 15/12/2025", "đến năm 2025"
    PERIOD = "period"  # from–to: "giai đoạn 2021 - 2025", "Quý II/2022"
    RECURRING = "recurring"  # "hằng năm", "định kỳ 6 tháng"
    RELATIVE = "relative"  # "sau 15 ngày kể từ ngày …"
    CONTINUOUS = "continuous"  # thường xuyên
    VAGUE = "vague"  # "theo lộ trình", "trong thời gian tới"


class Deadline(Record):
    """One time expression that bounds an action, a target or the plan."""

    id: NonEmpty = Field(description="Unique in the document.")
    text: NonEmpty = Field(description='The words with line wraps undone: "Quý II/2022".')
    span: Span = Field(description="The words in `Plan.text`.")
    kind: DeadlineKind = Field(description="What sort of time it is.")
    start: datetime.date | None = Field(
        default=None, description="First day: 2022-04-01 of Quý II/2022; null when open."
    )
    end: datetime.date | None = Field(
        default=None, description='Last day, included: "đến năm 2025" ends 2025-12-31.'
    )
    recurrence: NonEmpty | None = Field(
        default=None,
        description='RFC 5545 RRULE without its name: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15".',
    )
    anchor: NonEmpty | None = Field(
        default=None,
        description='The event a relative time counts from, as written: "kể từ ngày ký ban hành".',
    )
    offset: NonEmpty | None = Field(
        default=None, description='ISO 8601 duration from the anchor: "P15D".'
    )
    approximate: bool = Field(default=False, description='"khoảng", "dịp hè": near, not on.')
    inferred: bool = Field(
        default=False,
        description="The year is not in the text but from the nearest heading, table title or "
        "document date.",
    )
    section_id: NonEmpty | None = Field(default=None, description="The section it stands in.")
