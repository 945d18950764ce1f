"""The parts of a document (bố cục văn bản)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from pydantic import Field

from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span


class SectionKind(StrEnum):
    """What a part is by its form."""

    PART = "part"  # Phần
    CHAPTER = "chapter"  # Chương
    SECTION = "section"  # Mục
    SUBSECTION = "subsection"  # Tiểu mục
    ARTICLE = "article"  # Điều
    CLAUSE = "clause"  # Khoản
    POINT = "point"  # Điểm
    HEADING = "heading"  # a numbered heading of a plan: I. / 1. / 1.1. / a)
    BULLET = "bullet"  # "-", "+", "•"
    FIELD = "field"  # a labelled line: "Chủ trì: …"
    PARAGRAPH = "paragraph"  # đoạn without label or bullet
    APPENDIX = "appendix"  # Phụ lục
    ATTACHMENT = "attachment"  # a plan or regulation issued with a decision (ban hành kèm theo)
    TABLE = "table"  # bảng
    ROW = "row"  # hàng of a table


OUTLINE: Final = frozenset(
    {
        SectionKind.PART,
        SectionKind.CHAPTER,
        SectionKind.SECTION,
        SectionKind.SUBSECTION,
        SectionKind.ARTICLE,
        SectionKind.CLAUSE,
        SectionKind.POINT,
        SectionKind.HEADING,
        SectionKind.APPENDIX,
    }
)
"""Kinds that carry a label of the outline; the others are content."""


class SectionRole(StrEnum):
    """What a part is for; a child inherits it unless its own heading says otherwise."""

    PREAMBLE = "preamble"  # phần mở đầu: what stands before the first part
    LEGAL_BASIS = "legal_basis"  # căn cứ
    PURPOSE = "purpose"  # mục đích, yêu cầu
    SCOPE = "scope"  # đối tượng, phạm vi, thời gian
    TARGET = "target"  # mục tiêu, chỉ tiêu
    TASK = "task"  # nhiệm vụ, giải pháp, nội dung
    FUNDING = "funding"  # kinh phí
    ORGANIZATION = "organization"  # tổ chức thực hiện, phân công
    REPORTING = "reporting"  # chế độ báo cáo
    CLOSING = "closing"  # lời kết: "Trên đây là Kế hoạch …"
    SIGNATURE = "signature"  # chữ ký
    RECIPIENTS = "recipients"  # nơi nhận
    APPENDIX = "appendix"  # phụ lục
    OTHER = "other"  # none of these


class Section(Record):
    """One part of a document; the list of them in reading order is a tree through `parent_id`."""

    id: NonEmpty = Field(
        description='Deterministic path of labels: "II.1.a"; "1.1." under II.1 is "II.1.1"; '
        'articles "Điều 1"; appendices "PL", "PL1".'
    )
    parent_id: NonEmpty | None = Field(
        default=None, description="The section it stands in; null at the top."
    )
    kind: SectionKind = Field(description="What it is by its form.")
    label: NonEmpty | None = Field(
        default=None,
        description='"II", "1.1", "a", "Điều 1", "PL1", without the mark that ends it; null when '
        "it has none.",
    )
    heading: NonEmpty | None = Field(
        default=None,
        description='Its own heading, label left out: "MỤC ĐÍCH, YÊU CẦU"; null if none.',
    )
    span: Span = Field(description="From its label or heading to the end of its content.")
    role: SectionRole = Field(default=SectionRole.OTHER, description="What it is for.")
