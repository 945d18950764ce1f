"""Labelled blocks: "Mục tiêu / Nội dung / Chủ trì / Đơn vị phối hợp / Thời gian" are one task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import Parts
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.values import ROLES, read_value
from vnplan.parsers.tasks.words import Words
from vnplan.records import Basis, ResponsibilityRole, Span, TaskForm

CHARGING = frozenset({"lead", "implement", "coordinate"})
_TEXTS = ("deliverable", "beneficiaries", "place")
_VALUE_CHARACTERS = 2000


def is_block(fields: Sequence[Part]) -> bool:
    """Whether labelled parts say who leads, acts or takes part."""
    return any(part.field in CHARGING for part in fields)


def read_block(draft: Draft, fields: Sequence[Part], scope: Scope, naming: Naming) -> None:
    """Adds to a task what its labelled parts say."""
    parts = Parts()
    for part in fields:
        kind = part.field
        if kind in ROLES:
            for share in read_value(list(value(part)), ROLES[kind], naming):
                parts.add([share.place], share.role, Basis.LABEL)
        elif kind == "time":
            draft.times.extend(_spans(part))
        elif kind in _TEXTS and getattr(draft, kind) is None:
            setattr(draft, kind, _text(part))
    if not parts.owners() and scope:
        parts.add(scope.owners, ResponsibilityRole.IMPLEMENT, Basis.HEADING)
    draft.form = TaskForm.BLOCK
    draft.parts = parts
    draft.unread = not parts.owners() and any(
        part.field in ("lead", "implement") and any(value(part)) for part in fields
    )


def value(part: Part) -> Iterator[Words]:
    """The lines of a labelled part's value: behind the label, and those below it."""
    if part.body is not None:
        yield part.body
    for line in part.lines[1:]:
        yield Words(line, 0, len(line.text))
    for child in part.children:
        for below in child.walk():
            for line in below.lines:
                yield Words(line, 0, len(line.text))


def _spans(part: Part) -> Iterator[Span]:
    yield part.section.span


def _text(part: Part) -> str | None:
    words = " ".join(line.text for line in value(part)).strip(" .;:")
    return words[:_VALUE_CHARACTERS] or None
