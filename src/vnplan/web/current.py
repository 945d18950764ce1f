"""A plan as it stands: the extraction with what people corrected put in its place.

The extraction itself is never changed. What was typed has no words in the document, so the evidence
of a corrected record is that of its task, and a diagnostic says that it was corrected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vnplan.records import (
    Agency,
    Basis,
    Deadline,
    DeadlineKind,
    Diagnostic,
    Plan,
    Responsibility,
    Severity,
    Task,
)
from vnplan.text.fold import fold, slug
from vnplan.web.corrections import ROLES, Journal, Part, Value

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon

CORRECTED = "corrected"
"""Code of the diagnostic that a corrected task has."""


def current(journal: Journal, lexicon: Lexicon | None = None) -> Plan:
    """The plan with every correction that holds; rejected tasks are not in it."""
    if not journal.changes:
        return journal.plan
    return _Corrected(journal.plan, journal.changes, lexicon).plan()


@dataclass
class _Corrected:
    original: Plan
    changes: Mapping[str, Mapping[Part, Value]]
    lexicon: Lexicon | None

    def __post_init__(self) -> None:
        self.names = Names(self.original, self.lexicon)
        self.agencies = {agency.id: agency for agency in self.original.agencies}
        self.deadlines = list(self.original.deadlines)
        self.diagnostics = list(self.original.diagnostics)

    def plan(self) -> Plan:
        tasks = tuple(self._tasks())
        return self.original.model_copy(
            update={
                "tasks": tasks,
                "agencies": tuple(self.agencies.values()),
                "deadlines": tuple(self.deadlines),
                "diagnostics": tuple(self.diagnostics),
            }
        )

    def _tasks(self) -> Iterable[Task]:
        for task in self.original.tasks:
            changed = self.changes.get(task.id)
            if not changed:
                yield task
                continue
            rejected = changed.get(Part.REJECTED) is True
            what = ", ".join(part.value for part in changed)
            self.diagnostics.append(
                Diagnostic(
                    code=CORRECTED,
                    severity=Severity.INFO,
                    message=f"{task.id}: rejected by a reader"
                    if rejected
                    else f"{task.id}: corrected by a reader ({what})",
                    span=task.span,
                )
            )
            if not rejected:
                yield self._task(task, changed)

    def _task(self, task: Task, changed: Mapping[Part, Value]) -> Task:
        parts = list(task.responsibilities)
        for part, role in ROLES.items():
            names = changed.get(part)
            if isinstance(names, tuple):
                others = [one for one in parts if one.role is not role]
                parts = [*others, *(self._part(task, part, name) for name in names)]
        update: dict[str, object] = {
            "responsibilities": tuple(sorted(parts, key=lambda one: (one.span.start, one.span.end)))
        }
        if isinstance(text := changed.get(Part.TEXT), str):
            update["text"] = text
        if Part.DEADLINE in changed:
            update["deadline_ids"] = self._deadline(task, changed[Part.DEADLINE])
        return task.model_copy(update=update)

    def _part(self, task: Task, part: Part, name: str) -> Responsibility:
        agency = self._agency(name)
        role = ROLES[part]
        for one in task.responsibilities:  # the words that name it are still the evidence
            if one.agency_id == agency.id and one.role is role:
                return one
        said = [
            mention.span
            for mention in self.original.mentions
            if mention.agency_id == agency.id
            and task.span.start <= mention.span.start
            and mention.span.end <= task.span.end
        ]
        span = said[0] if said else task.span
        return Responsibility(agency_id=agency.id, role=role, basis=Basis.STATED, span=span)

    def _agency(self, name: str) -> Agency:
        found = self.names.agency(name)
        return self.agencies.setdefault(found.id, found)

    def _deadline(self, task: Task, words: Value) -> tuple[str, ...]:
        if not isinstance(words, str):
            return ()
        for deadline in self.original.deadlines:
            if deadline.id in task.deadline_ids and deadline.text == words:
                return (deadline.id,)
        read = read_deadline(words, self.original)
        made = read.model_copy(
            update={
                "id": f"deadline-{task.id}-corrected",
                "span": task.span,
                "section_id": task.section_id,
            }
        )
        self.deadlines.append(made)
        return (made.id,)


class Names:
    """What names mean in a document: those it has itself, and what people type."""

    def __init__(self, plan: Plan, lexicon: Lexicon | None = None) -> None:
        self._plan = plan
        self._lexicon = lexicon

    def agency(self, name: str) -> Agency:
        """The agency a name means in this document, else as the lexicon has it, else as written."""
        key = fold(name)
        if key not in self._known:
            self._known[key] = named_agency(name, self._plan, self._lexicon)
        return self._known[key]

    def in_full(self, wanted: Mapping[Part, Value]) -> dict[Part, Value]:
        """Corrections with every agency by its name in full: "Sở KH&CN" is typed, not kept."""
        return {
            part: tuple(self.agency(name).name for name in value if name.strip())
            if part in ROLES and isinstance(value, tuple)
            else value
            for part, value in wanted.items()
        }

    @cached_property
    def _known(self) -> dict[str, Agency]:
        found: dict[str, Agency] = {}
        for agency in self._plan.agencies:
            for name in (agency.name, agency.short, agency.id):
                if name is not None:
                    found.setdefault(fold(name), agency)
        return found


def named_agency(name: str, plan: Plan, lexicon: Lexicon | None = None) -> Agency:
    """The agency that `name` would mean, were it written in the document."""
    from vnplan.parsers.agencies import AgencyContext
    from vnplan.parsers.agencies.identity import Identifier
    from vnplan.parsers.agencies.search import find_mentions

    context = AgencyContext(header=plan.header, abbreviations=plan.abbreviations, lexicon=lexicon)
    found = find_mentions(name, context.names, on=context.day)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(name)):
        return Identifier(context).agency(found[0])
    province = context.province.id if context.province is not None else ""
    key = slug(name) or f"x-{name.encode('utf-8', 'replace').hex()[:40]}"
    return Agency(id=f"{province}/{key}".lstrip("/"), name=name)


def read_deadline(words: str, plan: Plan) -> Deadline:
    """Words such as "30/6/2026", "Quý II/2026", "hằng năm" as a deadline; vague if not a time.

    The year of a day without one is that of the document. The span is that of no text.
    """
    from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
    from vnplan.readers import UnreadableDocument, read_text
    from vnplan.records import Span
    from vnplan.text.lines import logical_lines

    span = Span(start=0, end=0)
    vague = Deadline(id="deadline-0-1", text=words, span=span, kind=DeadlineKind.VAGUE)
    try:
        lines = logical_lines(read_text(f"Thời hạn hoàn thành: {words}"))
    except UnreadableDocument:
        return vague
    found = find_deadlines(lines, DeadlineContext(issued_on=plan.header.issued_on))
    if not found:
        return vague
    last = max(found, key=lambda one: (one.end is not None, str(one.end)))
    return last.model_copy(update={"text": words, "span": span})
