"""A plan of a few lines, read as the pipeline reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from vnplan.lexicon.names import dashed_names
from vnplan.parsers.agencies import AgencyContext, find_agencies
from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.parsers.header import parse_header
from vnplan.parsers.sections import find_sections
from vnplan.parsers.tasks import TaskContext, TaskReading, find_tasks
from vnplan.readers import read_text
from vnplan.records import Deadline, Task
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH THÁI NGUYÊN

Số: 232/KH-UBND

Thái Nguyên, ngày 22 tháng 12 năm 2021

KẾ HOẠCH

Chuyển đổi số năm 2022

"""
_ROLES = (
    "lead",
    "implement",
    "coordinate",
    "monitor",
    "direct",
    "advise",
    "appraise",
    "approve",
    "fund",
    "receive_report",
)


@dataclass(frozen=True)
class Reading:
    """What was read; agencies are told by the words that name them."""

    document: Document
    found: TaskReading
    deadlines: tuple[Deadline, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        return self.found.tasks

    @property
    def texts(self) -> list[str]:
        return [task.text for task in self.tasks]

    def parts(self, task: Task) -> str:
        """ "lead Sở Y tế; coordinate Sở Tài chính, Công an tỉnh"."""
        told = []
        for role in _ROLES:
            named = [
                " ".join(self.document.text[part.span.start : part.span.end].split())
                for part in task.responsibilities
                if part.role == role
            ]
            if named:
                told.append(f"{role} {', '.join(named)}")
        return "; ".join(told)

    @property
    def all_parts(self) -> list[str]:
        return [self.parts(task) for task in self.tasks]

    def bases(self, task: Task) -> set[str]:
        return {part.basis.value for part in task.responsibilities}

    def words_of_deadlines(self, task: Task) -> list[str]:
        return [
            self.document.text[item.span.start : item.span.end]
            for item in self.deadlines
            if item.id in task.deadline_ids
        ]


Reader = Callable[..., Reading]


@pytest.fixture
def read() -> Reader:
    """Reads the body of a plan of the province of Thái Nguyên of 2021."""

    def reader(body: str, *, head: str = _HEAD) -> Reading:
        document = read_text(head + body)
        lines = logical_lines(document, dashed_names())
        top = parse_header(document, lines)
        parts = find_sections(document, lines, top.frame)
        agencies = find_agencies(
            lines,
            AgencyContext(
                header=top.header,
                sections=parts.sections,
                unnumbered=parts.unnumbered,
                frame=top.frame,
                tables=document.tables,
            ),
        )
        deadlines = find_deadlines(
            lines,
            DeadlineContext(
                issued_on=top.header.issued_on,
                title=top.header.title,
                masked=tuple(top.frame.masks(lines)),
                sections=parts.sections,
                tables=document.tables,
            ),
        )
        found = find_tasks(
            document,
            lines,
            TaskContext(reading=parts, agencies=agencies, header=top.header, deadlines=deadlines),
        )
        return Reading(document, found, tuple(deadlines))

    return reader
