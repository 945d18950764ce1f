"""What somebody is to carry out (nhiệm vụ)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span


class TaskForm(StrEnum):
    """The form in which a task is written."""

    BULLET = "bullet"  # gạch đầu dòng
    SENTENCE = "sentence"  # of a paragraph or behind a run-in heading
    BLOCK = "block"  # labelled lines: Mục tiêu / Nội dung / Chủ trì / Phối hợp / Thời gian
    ROW = "row"  # of an assignment table


class ResponsibilityRole(StrEnum):
    """What an agency has to do with a task."""

    LEAD = "lead"  # chủ trì
    IMPLEMENT = "implement"  # thực hiện: acts alone, or is the one addressed
    COORDINATE = "coordinate"  # phối hợp
    DIRECT = "direct"  # chỉ đạo
    ADVISE = "advise"  # tham mưu
    MONITOR = "monitor"  # theo dõi, đôn đốc, kiểm tra, giám sát
    APPRAISE = "appraise"  # thẩm định
    APPROVE = "approve"  # phê duyệt
    FUND = "fund"  # bố trí kinh phí
    RECEIVE_REPORT = "receive_report"  # nơi nhận báo cáo


class Basis(StrEnum):
    """Where a responsibility is read from."""

    STATED = "stated"  # in the item itself
    HEADING = "heading"  # the agency heading it stands under: "5. Sở Tài chính"
    LABEL = "label"  # a field: "Cơ quan chủ trì: …"
    COLUMN = "column"  # a table column
    SUBJECT = "subject"  # the grammatical subject


class Responsibility(Record):
    """One agency's part in one task, with its evidence."""

    agency_id: NonEmpty = Field(description="Who: `Agency.id`.")
    role: ResponsibilityRole = Field(description="What it has to do with the task.")
    basis: Basis = Field(description="Where that is read from.")
    span: Span = Field(description="The words that name the agency; they may stand in a heading.")


class Task(Record):
    """One item that somebody is to carry out."""

    id: NonEmpty = Field(description='Unique in the document: "task-V.6-1".')
    text: NonEmpty = Field(description="The item with line wraps undone.")
    span: Span = Field(description="The item in `Plan.text`.")
    form: TaskForm = Field(description="How it is written.")
    action: NonEmpty | None = Field(
        default=None,
        description='What is to be done, without role words: "cung cấp tài liệu".',
    )
    responsibilities: tuple[Responsibility, ...] = Field(
        default=(), description="Who has which part in it, in reading order."
    )
    deadline_ids: tuple[NonEmpty, ...] = Field(default=(), description="`Deadline.id`.")
    target_ids: tuple[NonEmpty, ...] = Field(default=(), description="`Target.id`.")
    citation_ids: tuple[NonEmpty, ...] = Field(default=(), description="`Citation.id`.")
    deliverable: NonEmpty | None = Field(default=None, description="Sản phẩm, as written.")
    beneficiaries: NonEmpty | None = Field(
        default=None, description="Đối tượng the task is for, as written."
    )
    place: NonEmpty | None = Field(default=None, description="Địa điểm, as written.")
    section_id: NonEmpty | None = Field(default=None, description="The section it stands in.")

    @property
    def owner_ids(self) -> tuple[str, ...]:
        """The agencies that own the task: its `lead`s; where it has none, its `implement`s.

        Each once, in reading order; empty for a task nobody is charged with.
        """
        for role in (ResponsibilityRole.LEAD, ResponsibilityRole.IMPLEMENT):
            owners = [part.agency_id for part in self.responsibilities if part.role is role]
            if owners:
                return tuple(dict.fromkeys(owners))
        return ()
