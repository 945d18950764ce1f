"""What is to be reached (mục tiêu, chỉ tiêu)."""

from __future__ import annotations

from pydantic import Field

from vnplan.records.quantity import Change, Comparator, Quantity
from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span

__all__ = ["Change", "Comparator", "Quantity", "Target"]


class Target(Record):
    """One quantity to be reached, or one target line without any."""

    id: NonEmpty = Field(description="Unique in the document.")
    text: NonEmpty = Field(description="The target with line wraps undone.")
    span: Span = Field(description="The target in `Plan.text`.")
    subject: NonEmpty | None = Field(
        default=None, description='Who or what is measured: "các trường cao đẳng".'
    )
    indicator: NonEmpty | None = Field(
        default=None, description='What of it: "thành lập tổ chuyên gia tư vấn".'
    )
    quantity: Quantity | None = Field(
        default=None, description="The figure; null for an unquantified target."
    )
    deadline_id: NonEmpty | None = Field(default=None, description="By when: `Deadline.id`.")
    owner_ids: tuple[NonEmpty, ...] = Field(
        default=(), description="Who answers for it: `Agency.id`."
    )
    section_id: NonEmpty | None = Field(default=None, description="The section it stands in.")
