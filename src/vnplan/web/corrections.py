"""What people corrected, beside what was extracted: a journal that only grows.

Each line says of one field of one task what stood there and what should. Taking a correction back
is a line of its own, so that the journal tells everything that was ever shown.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from vnplan.records import Plan, ResponsibilityRole, Task

MAX_NAMES: Final = 60  # agencies in one role of one task
MAX_NAME: Final = 300
MAX_TEXT: Final = 20_000  # characters


class Part(StrEnum):
    """The fields of a task that people correct."""

    LEAD = "lead"
    IMPLEMENT = "implement"
    COORDINATE = "coordinate"
    DEADLINE = "deadline"
    TEXT = "text"
    REJECTED = "rejected"


ROLES: Final[Mapping[Part, ResponsibilityRole]] = {
    Part.LEAD: ResponsibilityRole.LEAD,
    Part.IMPLEMENT: ResponsibilityRole.IMPLEMENT,
    Part.COORDINATE: ResponsibilityRole.COORDINATE,
}

Value: TypeAlias = tuple[str, ...] | bool | str | None
"""Names of agencies for a role; words or null for a deadline; words for a text; yes or no."""


class BadCorrection(ValueError):
    """A correction that cannot be taken; `code` names the words that say why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


class Correction(BaseModel):
    """One line of the journal of a document."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    number: int = Field(ge=1, description="Place in the journal, from 1.")
    at: dt.datetime = Field(description="When, UTC.")
    by: str | None = Field(default=None, description="Who; null: the app knows no names.")
    task_id: str = Field(description="`Task.id` of the extraction.")
    quote: str = Field(description="The words of the task as extracted, to find it again.")
    field: Part = Field(description="What of the task.")
    old: Value = Field(description="What stood there.")
    new: Value = Field(description="What stands there now.")
    undoes: int | None = Field(
        default=None, description="The line that is taken back with this one; else null."
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be corrected of a task, as it stands."""

    lead: tuple[str, ...]
    implement: tuple[str, ...]
    coordinate: tuple[str, ...]
    deadline: str | None
    text: str
    rejected: bool = False

    def of(self, part: Part) -> Value:
        """The value of one field."""
        value: Value = getattr(self, part.value)
        return value


def facts(plan: Plan, task: Task) -> Facts:
    """What was extracted; names are canonical, several deadlines joined by "; "."""
    names = {agency.id: agency.name for agency in plan.agencies}
    times = {deadline.id: deadline.text for deadline in plan.deadlines}

    def of(role: ResponsibilityRole) -> tuple[str, ...]:
        found = [one.agency_id for one in task.responsibilities if one.role is role]
        return tuple(dict.fromkeys(names.get(one, one) for one in found))

    words = [times[one] for one in task.deadline_ids if one in times]
    return Facts(
        lead=of(ResponsibilityRole.LEAD),
        implement=of(ResponsibilityRole.IMPLEMENT),
        coordinate=of(ResponsibilityRole.COORDINATE),
        deadline="; ".join(words) or None,
        text=task.text,
    )


class Journal:
    """The corrections of one document, in the order in which they were made."""

    def __init__(self, plan: Plan, lines: Sequence[Correction] = ()) -> None:
        self.plan = plan
        self.lines = tuple(lines)

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """Those of the extraction, by id."""
        return {task.id: task for task in self.plan.tasks}

    @cached_property
    def active(self) -> tuple[Correction, ...]:
        """The corrections that hold, those taken back left out."""
        undone = {line.undoes for line in self.lines if line.undoes is not None}
        return tuple(
            line
            for line in self.lines
            if line.undoes is None and line.number not in undone and line.task_id in self.tasks
        )

    @cached_property
    def changes(self) -> Mapping[str, Mapping[Part, Value]]:
        """By task and field, what should stand there."""
        found: dict[str, dict[Part, Value]] = {}
        for line in self.active:
            found.setdefault(line.task_id, {})[line.field] = line.new
        return found

    def facts(self, task_id: str) -> Facts:
        """A task as it stands; raises `KeyError` for one the extraction does not have."""
        extracted = facts(self.plan, self.tasks[task_id])
        changed = {part.value: value for part, value in self.changes.get(task_id, {}).items()}
        return replace(extracted, **changed) if changed else extracted  # type: ignore[arg-type]

    def changed(self, task_id: str, wanted: Mapping[Part, Value]) -> list[Correction]:
        """The lines to add so that a task stands as it is wanted; none for what stands so already.

        Raises `BadCorrection` for a task that is not there and a value that is none.
        """
        if task_id not in self.tasks:
            raise BadCorrection("no-task", task_id)
        now = self.facts(task_id)
        checked = {part: checked_value(part, value) for part, value in wanted.items()}
        # Compared as it comes back from a form: a soft hyphen of the document is no correction.
        different = {
            part: value
            for part, value in checked.items()
            if value != checked_value(part, now.of(part))
        }
        return self._numbered(
            (task_id, part, now.of(part), value, None) for part, value in different.items()
        )

    def undone(self, number: int) -> list[Correction]:
        """The line that takes back another; raises `BadCorrection` where it does not hold."""
        line = next((one for one in self.active if one.number == number), None)
        if line is None:
            raise BadCorrection("no-correction", str(number))
        without = Journal(self.plan, [one for one in self.lines if one.number != number])
        now, then = self.facts(line.task_id), without.facts(line.task_id)
        part = line.field
        return self._numbered([(line.task_id, part, now.of(part), then.of(part), number)])

    def _numbered(
        self, rows: Iterable[tuple[str, Part, Value, Value, int | None]]
    ) -> list[Correction]:
        at = dt.datetime.now(dt.UTC).replace(microsecond=0)
        first = max((line.number for line in self.lines), default=0) + 1
        return [
            Correction(
                number=number,
                at=at,
                task_id=task_id,
                quote=" ".join(self.tasks[task_id].text.split()[:12]),
                field=part,
                old=old,
                new=new,
                undoes=undoes,
            )
            for number, (task_id, part, old, new, undoes) in enumerate(rows, first)
        ]


def checked_value(part: Part, value: Value) -> Value:
    """A value as it is kept: in one line, in normal form C; raises `BadCorrection` for none."""
    if part in ROLES:
        return _names(value)
    if part is Part.REJECTED:
        if not isinstance(value, bool):
            raise BadCorrection("bad-value", part)
        return value
    words = _words(value) if isinstance(value, str) or value is None else None
    if words is not None and len(words) > MAX_TEXT:
        raise BadCorrection("too-long", part)
    if part is Part.TEXT and words is None:
        raise BadCorrection("empty-text", part)
    return words


def _names(value: Value) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise BadCorrection("bad-value", "names")
    names = tuple(dict.fromkeys(words for one in value if (words := _words(one))))
    if len(names) > MAX_NAMES or any(len(name) > MAX_NAME for name in names):
        raise BadCorrection("too-long", "names")
    return names


def _words(text: object) -> str | None:
    """Words in one line and in normal form C; None where there are none."""
    if not isinstance(text, str):
        return None
    kept = "".join(" " if unicodedata.category(char) in _ACTING else char for char in text)
    return unicodedata.normalize("NFC", " ".join(kept.split())) or None


# Control and format characters, surrogates: nothing a person types on purpose.
_ACTING: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
