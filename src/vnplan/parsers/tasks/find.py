"""The tasks of a document (nhiệm vụ): what is ordered, who owns it, with whom, until when."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from vnplan.parsers.tasks.action import find_action
from vnplan.parsers.tasks.context import TaskContext, TaskReading
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.items import Walk
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import build_parts
from vnplan.parsers.tasks.rows import Tables
from vnplan.records import Diagnostic, Severity, Span, Task
from vnplan.text.document import Document
from vnplan.text.lines import LogicalLine

_EXCERPT = 60


def find_tasks(
    document: Document, lines: Sequence[LogicalLine], context: TaskContext
) -> TaskReading:
    """The tasks of a document in reading order; never raises on content.

    Ids count within a section ("task-V.6-1"; "task-0-1" outside every section).
    """
    naming = Naming(context.agencies)
    walk = Walk(naming, Tables(document, lines, naming))
    walk.run(build_parts(lines, context.reading))
    drafts = sorted(walk.drafts, key=lambda draft: (draft.start, draft.end))
    joined = _Joined(context)
    counts: Counter[str] = Counter()
    found: list[Task] = []
    notes: list[Diagnostic] = []
    for draft in drafts:
        home = draft.section.id if draft.section is not None else "0"
        counts[home] += 1
        task = _task(draft, f"task-{home}-{counts[home]}", joined, naming)
        found.append(task)
        notes.extend(_notes(draft, task))
    return TaskReading(tuple(found), tuple(notes))


def _task(draft: Draft, identity: str, joined: _Joined, naming: Naming) -> Task:
    span = draft.span
    own = [] if draft.timed else [span]
    deadlines = joined.deadlines.within([*own, *draft.times])
    return Task(
        id=identity,
        text=draft.text,
        span=span,
        form=draft.form,
        action=next(filter(None, (find_action(words, naming) for words in draft.words[:2])), None),
        responsibilities=draft.parts.ordered(),
        deadline_ids=deadlines or joined.deadlines.within(draft.headed),
        target_ids=joined.targets.within([span]),
        citation_ids=joined.citations.within([span]),
        deliverable=draft.deliverable,
        beneficiaries=draft.beneficiaries,
        place=draft.place,
        section_id=draft.section.id if draft.section is not None else None,
    )


def _notes(draft: Draft, task: Task) -> Iterator[Diagnostic]:
    """What a reader of the plan would ask: who is to do this?"""
    if task.owner_ids:
        return
    excerpt = task.text if len(task.text) <= _EXCERPT else task.text[:_EXCERPT].rstrip() + "…"
    if draft.unread:
        yield Diagnostic(
            code="owner-unknown",
            severity=Severity.WARNING,
            message=f"no agency was found where the owner of “{excerpt}” is named",
            span=task.span,
        )
        return
    yield Diagnostic(
        code="task-without-owner",
        severity=Severity.WARNING if draft.ordered else Severity.INFO,
        message=f"nobody is charged with “{excerpt}”",
        span=task.span,
    )


class _Record(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


class _Index:
    """Records by the place where they begin."""

    def __init__(self, records: Iterable[_Record]) -> None:
        ordered = sorted(records, key=lambda record: record.span.start)
        self._starts = [record.span.start for record in ordered]
        self._ids = [record.id for record in ordered]

    def within(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Ids of the records that begin in one of the spans, each once."""
        found: dict[str, None] = {}
        for span in spans:
            first = bisect_left(self._starts, span.start)
            last = bisect_left(self._starts, span.end)
            found |= dict.fromkeys(self._ids[first:last])
        return tuple(found)


class _Joined:
    """What other parsers found, for look-up by place."""

    def __init__(self, context: TaskContext) -> None:
        self.deadlines = _Index(context.deadlines)
        self.targets = _Index(context.targets)
        self.citations = _Index(context.citations)
