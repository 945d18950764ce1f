"""The documents a document names (văn bản viện dẫn)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import Field

from vnplan.records.number import DocumentNumber
from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span
from vnplan.records.type import DocumentType


class Relation(StrEnum):
    """How the document, or the outer citation, stands to the cited one."""

    LEGAL_BASIS = "legal_basis"  # căn cứ
    IMPLEMENTS = "implements"  # thực hiện, triển khai
    PROPOSAL = "proposal"  # xét đề nghị tại Tờ trình …
    AMENDS = "amends"  # sửa đổi
    SUPPLEMENTS = "supplements"  # bổ sung
    REPLACES = "replaces"  # thay thế
    REPEALS = "repeals"  # bãi bỏ
    ATTACHED_TO = "attached_to"  # ban hành kèm theo
    APPROVES = "approves"  # phê duyệt
    GUIDES = "guides"  # hướng dẫn, quy định chi tiết
    REFERS = "refers"  # any other


class Pinpoint(Record):
    """The place inside the cited document; several places of one citation are comma separated."""

    text: NonEmpty = Field(description='As written, wraps undone: "điểm a khoản 2 Điều 5".')
    part: NonEmpty | None = Field(default=None, description='Phần: "II".')
    chapter: NonEmpty | None = Field(default=None, description='Chương: "III".')
    section: NonEmpty | None = Field(default=None, description='Mục: "2".')
    article: NonEmpty | None = Field(default=None, description='Điều: "5".')
    clause: NonEmpty | None = Field(default=None, description='Khoản: "2".')
    point: NonEmpty | None = Field(default=None, description='Điểm: "a".')
    appendix: NonEmpty | None = Field(default=None, description='Phụ lục: "I".')


class Citation(Record):
    """One place where an instrument is cited; cited four times, it has four records."""

    id: NonEmpty = Field(description="Unique in the document.")
    text: NonEmpty = Field(description="The citation with line wraps undone.")
    span: Span = Field(
        description="From the pinpoint or type word to the end of number, date and issuer; the "
        "title follows it."
    )
    number: DocumentNumber | None = Field(
        default=None, description="Số, ký hiệu; null for a law cited by name."
    )
    type: DocumentType | None = Field(default=None, description="Loại văn bản; null when unknown.")
    type_name: NonEmpty | None = Field(
        default=None, description='Tên loại in sentence case: "Quyết định".'
    )
    issued_on: datetime.date | None = Field(default=None, description="Ngày ban hành.")
    issuer: NonEmpty | None = Field(
        default=None, description='Cơ quan ban hành, canonical: "Thủ tướng Chính phủ".'
    )
    title: NonEmpty | None = Field(
        default=None, description="Trích yếu of the cited instrument, as the citation gives it."
    )
    relation: Relation = Field(default=Relation.REFERS, description="How it stands to the cited.")
    pinpoint: Pinpoint | None = Field(default=None, description="The place inside it, if given.")
    target_id: NonEmpty | None = Field(
        default=None, description="URN:LEX of the cited instrument; the same at every place."
    )
    within: NonEmpty | None = Field(
        default=None,
        description="`Citation.id` of the outer citation, when this one stands in its title.",
    )
    section_id: NonEmpty | None = Field(default=None, description="The section it stands in.")
