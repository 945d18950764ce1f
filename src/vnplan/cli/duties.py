"""Who does what: the tasks of a plan by the agencies that answer for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from vnplan.cli.terminal import Cell, Column, Listing, cut
from vnplan.cli.timing import when

if TYPE_CHECKING:
    from vnplan.records import Agency, Deadline, Plan, Task

_LONGEST = 140
_PARTS = {
    "implement": "done by",
    "coordinate": "with",
    "direct": "directed by",
    "advise": "advised by",
    "monitor": "monitored by",
    "appraise": "appraised by",
    "approve": "approved by",
    "fund": "funded by",
    "receive_report": "reported to",
}
_COLUMNS = (
    Column("agency", widest=28),
    Column("role", widest=14),
    Column("task"),
    Column("by when", widest=17),
    Column("in", whole=True, from_width=100),
)


def duties(plan: Plan, most: int | None = None) -> Listing:
    """A row a task: its owners, their role, what is to be done, with whom, and by when.

    In the order of the document, tasks that name nobody last; an agency is named where it is not
    that of the task above. Of more than `most` tasks the first ones of every agency are taken.
    """
    agencies = {agency.id: agency for agency in plan.agencies}
    deadlines = {deadline.id: deadline for deadline in plan.deadlines}
    rows: list[list[Cell | str]] = []
    above: tuple[str, ...] = ()
    chosen = _first_of_each(sorted(plan.tasks, key=lambda task: not task.owner_ids), most)
    for task in chosen:
        owners = task.owner_ids
        rows.append(
            [
                Cell("" if owners == above else _names(owners, agencies))
                if owners
                else Cell("nobody named", "red"),
                _role(task),
                Cell(cut(_said(task), _LONGEST), below=others(task, agencies)),
                _times(task, deadlines),
                task.section_id or "",
            ]
        )
        above = owners
    return Listing(_title(plan), _COLUMNS, rows, len(plan.tasks) - len(rows))


def _first_of_each(tasks: Sequence[Task], most: int | None) -> list[Task]:
    """The first task of every agency, then the second of every agency …, in their old order."""
    turns: Counter[tuple[str, ...]] = Counter()
    ranked = []
    for place, task in enumerate(tasks):
        turns[task.owner_ids] += 1
        ranked.append((turns[task.owner_ids], place))
    return [tasks[place] for place in sorted(place for _, place in sorted(ranked)[:most])]


def _title(plan: Plan) -> str:
    charged = len({owner for task in plan.tasks for owner in task.owner_ids})
    alone = sum(not task.owner_ids for task in plan.tasks)
    title = f"who does what: {_counted(len(plan.tasks), 'task')} of {_counted(charged, 'agency')}"
    return f"{title}, {alone} of them nobody's" if alone else title


# Their names without the territory are those everybody uses; "Ủy ban nhân dân" alone is none.
_KNOWN_WITHOUT_TERRITORY = frozenset(
    {"department", "mass_organization", "professional_association"}
)


def agency_name(agency: Agency | None, unknown: str, *, short: bool = False) -> str:
    """Its name, where that is enough without the territory: the head of the document says it."""
    if agency is None:
        return unknown
    if agency.kind not in _KNOWN_WITHOUT_TERRITORY:
        return agency.name
    bare = agency.name.removesuffix(f" {agency.jurisdiction}") if agency.jurisdiction else ""
    return (agency.short if short else None) or bare or agency.name


def _names(ids: Iterable[str], agencies: Mapping[str, Agency]) -> str:
    return ", ".join(agency_name(agencies.get(one), one) for one in ids)


def _role(task: Task) -> str:
    """What the owners are, and what else they are charged with: "implement, fund"."""
    owners = task.owner_ids
    roles = [part.role for part in task.responsibilities if part.agency_id in owners]
    owning = next((role for role in roles if role in ("lead", "implement")), None)
    return ", ".join(dict.fromkeys([owning, *roles] if owning else ()))


def others(task: Task, agencies: Mapping[str, Agency]) -> str:
    """ "with Sở Tài chính; monitored by Thanh tra": who takes part and does not own it."""
    parts: dict[str, dict[str, None]] = {}
    for part in task.responsibilities:
        if part.agency_id not in task.owner_ids:
            name = agency_name(agencies.get(part.agency_id), part.agency_id, short=True)
            parts.setdefault(_PARTS.get(part.role, part.role), {})[name] = None
    return "; ".join(f"{part} {', '.join(names)}" for part, names in parts.items())


def _times(task: Task, deadlines: Mapping[str, Deadline]) -> str:
    found = (when(deadlines[one]) for one in task.deadline_ids if one in deadlines)
    return "; ".join(dict.fromkeys(found))


def _said(task: Task) -> str:
    """What is to be done in the words of the document, from its verb on: who comes in a column."""
    action = task.action or ""
    start = task.text.find(action)
    return task.text[start:] if start >= 0 else action


def _counted(number: int, noun: str) -> str:
    if number == 1:
        return f"{number} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
