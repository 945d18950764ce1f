"""What the parser of tasks is told, and what it hands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vnplan.parsers.agencies import AgencyReading
from vnplan.parsers.sections import SectionReading
from vnplan.records import Citation, Deadline, Diagnostic, Header, Target, Task


@dataclass(frozen=True)
class TaskContext:
    """What the steps before found in the document.

    `reading` are its parts, without which nothing is a task; `agencies` who is named where. What
    was found of deadlines, targets and citations is joined to the task it stands in.
    """

    reading: SectionReading
    agencies: AgencyReading = field(default_factory=AgencyReading)
    header: Header | None = None
    deadlines: Sequence[Deadline] = ()
    targets: Sequence[Target] = ()
    citations: Sequence[Citation] = ()


@dataclass(frozen=True, slots=True)
class TaskReading:
    """The tasks in reading order, and what could not be decided about them."""

    tasks: tuple[Task, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
