"""What stands above and below the text of a document (thể thức văn bản)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import Field

from vnplan.records.number import DocumentNumber
from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span
from vnplan.records.type import DocumentType


class Urgency(StrEnum):
    """Độ khẩn (Nghị định 30/2020/NĐ-CP, Phụ lục I); a document without a stamp has none."""

    URGENT = "urgent"  # Khẩn
    VERY_URGENT = "very_urgent"  # Thượng khẩn
    EXPRESS = "express"  # Hỏa tốc, also "Hỏa tốc hẹn giờ"


class Secrecy(StrEnum):
    """Độ mật (Luật Bảo vệ bí mật nhà nước); a document without a stamp has none."""

    CONFIDENTIAL = "confidential"  # Mật
    SECRET = "secret"  # Tối mật
    TOP_SECRET = "top_secret"  # Tuyệt mật


class Signer(Record):
    """One signature (chữ ký): on whose behalf, in what capacity, who."""

    authority: NonEmpty | None = Field(
        default=None,
        description='On whose behalf (thay mặt), as written: "TM. ỦY BAN NHÂN DÂN".',
    )
    capacity: NonEmpty | None = Field(
        default=None,
        description='Formula of one who signs for another, as written: "KT. CHỦ TỊCH", '
        '"TUQ. GIÁM ĐỐC", "Q. CỤC TRƯỞNG"; null for one who signs in their own post.',
    )
    title: NonEmpty | None = Field(
        default=None, description='Post of the signer (chức vụ) in sentence case: "Phó Chủ tịch".'
    )
    name: NonEmpty | None = Field(
        default=None,
        description='Full name (họ và tên): "Lê Quang Tiến"; null when it is not printed.',
    )
    span: Span | None = Field(
        default=None, description="The signature block of this signer, from authority to name."
    )


class Header(Record):
    """The components of form (thể thức văn bản, Nghị định 30/2020/NĐ-CP, Điều 8)."""

    parent_authority: NonEmpty | None = Field(
        default=None,
        description="Cơ quan, tổ chức chủ quản trực tiếp, canonical; null when none is printed.",
    )
    issuer: NonEmpty | None = Field(
        default=None,
        description='Cơ quan ban hành, canonical and in full: "Ủy ban nhân dân tỉnh Thái Nguyên".',
    )
    issuer_id: NonEmpty | None = Field(
        default=None, description="The issuer in `Plan.agencies`: `Agency.id`."
    )
    number: DocumentNumber | None = Field(
        default=None, description='Số, ký hiệu: "232/KH-UBND"; null when blank or unreadable.'
    )
    place: NonEmpty | None = Field(default=None, description='Địa danh: "Thái Nguyên".')
    issued_on: datetime.date | None = Field(
        default=None, description="Thời gian ban hành: 2021-12-22; null when any part is blank."
    )
    type: DocumentType | None = Field(
        default=None,
        description="Loại văn bản; `other` when its name is outside the closed list, null when "
        "unknown.",
    )
    type_name: NonEmpty | None = Field(
        default=None, description='Tên loại văn bản in sentence case: "Kế hoạch".'
    )
    title: NonEmpty | None = Field(
        default=None,
        description="Trích yếu nội dung, without the type word, in the case of the document.",
    )
    urgency: Urgency | None = Field(default=None, description="Độ khẩn; null when not stamped.")
    secrecy: Secrecy | None = Field(default=None, description="Độ mật; null when not stamped.")
    is_draft: bool = Field(
        default=False, description='Whether the document calls itself a draft ("DỰ THẢO").'
    )
    signers: tuple[Signer, ...] = Field(
        default=(), description="Người ký, in reading order; several in a joint document."
    )
    recipients: tuple[NonEmpty, ...] = Field(
        default=(),
        description="Nơi nhận, one string a line as written, without bullet and closing mark: "
        '"Thường trực Tỉnh ủy", "Lưu: VT, KGVX".',
    )
    file_code: NonEmpty | None = Field(
        default=None,
        description='Archive or drafter\'s line below the recipients: "Hattt/KHT12/2021".',
    )
    span: Span | None = Field(
        default=None, description="The block above the text, from letterhead to title."
    )
