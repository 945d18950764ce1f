"""Where the money comes from (kinh phí thực hiện)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vnplan.records.quantity import Quantity
from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span


class FundingSource(StrEnum):
    """Nguồn kinh phí."""

    STATE_BUDGET = "state_budget"  # ngân sách nhà nước
    CENTRAL_BUDGET = "central_budget"  # ngân sách trung ương
    LOCAL_BUDGET = "local_budget"  # ngân sách địa phương: tỉnh, huyện, xã
    SCIENCE_BUDGET = "science_budget"  # sự nghiệp khoa học và công nghệ
    PROGRAM = "program"  # lồng ghép chương trình, đề án, dự án
    SOCIALIZED = "socialized"  # xã hội hóa
    ENTERPRISE = "enterprise"  # doanh nghiệp
    DONOR = "donor"  # tài trợ, viện trợ, ODA
    OTHER = "other"  # các nguồn hợp pháp khác


class Funding(Record):
    """One source of money, with its amount where one is given."""

    id: NonEmpty = Field(description="Unique in the document.")
    text: NonEmpty = Field(description="The words with line wraps undone.")
    span: Span = Field(description="The words in `Plan.text`.")
    source: FundingSource = Field(description="Where the money comes from.")
    amount: Quantity | None = Field(
        default=None, description='"1,2 tỷ đồng" is 1.2 with unit "tỷ đồng"; null when not given.'
    )
    section_id: NonEmpty | None = Field(default=None, description="The section it stands in.")
