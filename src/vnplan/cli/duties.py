"""Who does what: the tasks of a plan by the agencies that answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from vnplan.cli.terminal import Cell, Column, Listing
from vnplan.cli.timing import when

if TYPE_CHECKING:
    from vnplan.records import Agency, Deadline, Plan, Task

_LONGEST = 160
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
    Column("agency", ratio=3),
    Column("role", whole=True),
    Column("task", ratio=6),
    Column("by when", ratio=2),
    Column("in", whole=True, from_width=100),
)


def duties(plan: Plan) -> Listing:
    """A row a task: its owners, their role, what is to be done, with whom, and by when.

    In the order of the document; an agency is named where it is not that of the task above.
    """
    agencies = {agency.id: agency for agency in plan.agencies}
    deadlines = {deadline.id: deadline for deadline in plan.deadlines}
    rows: list[list[Cell | str]] = []
    above: tuple[str, ...] | None = None
    for task in plan.tasks:
        owners = task.owner_ids
        who = "" if owners == above and owners else _names(owners, agencies)
        above = owners
        rows.append(
            [
                Cell(who) if owners else Cell("nobody named", "red"),
                _role(task),
                Cell(_shortened(task.action or task.text), below=_others(task, agencies)),
                _times(task, deadlines),
                task.section_id or "",
            ]
        )
    charged = len({owner for task in plan.tasks for owner in task.owner_ids})
    title = f"who does what: {_counted(len(plan.tasks), 'task')} of {_counted(charged, 'agency')}"
    return Listing(title, _COLUMNS, rows)


def agency_name(agency: Agency | None, unknown: str) -> str:
    """Its name without the territory, which the head of the document says."""
    if agency is None:
        return unknown
    bare = agency.name.removesuffix(f" {agency.jurisdiction}") if agency.jurisdiction else ""
    return bare or agency.name


def _names(ids: Iterable[str], agencies: Mapping[str, Agency]) -> str:
    return ", ".join(agency_name(agencies.get(one), one) for one in ids)


def _role(task: Task) -> str:
    """What the owners are: `lead`, or `implement`."""
    owners = task.owner_ids
    return next((part.role for part in task.responsibilities if part.agency_id in owners), "")


def _others(task: Task, agencies: Mapping[str, Agency]) -> str:
    """ "with Sở Tài chính; monitored by Thanh tra" – every part that is not the owners'."""
    owning = _role(task)
    parts: dict[str, dict[str, None]] = {}
    for part in task.responsibilities:
        if not (part.role == owning and part.agency_id in task.owner_ids):
            agency = agencies.get(part.agency_id)
            name = agency.short if agency and agency.short else agency_name(agency, part.agency_id)
            parts.setdefault(_PARTS.get(part.role, part.role), {})[name] = None
    return "; ".join(f"{part} {', '.join(names)}" for part, names in parts.items())


def _times(task: Task, deadlines: Mapping[str, Deadline]) -> str:
    found = (when(deadlines[one]) for one in task.deadline_ids if one in deadlines)
    return "; ".join(dict.fromkeys(found))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _counted(number: int, noun: str) -> str:
    if number == 1:
        return f"{number} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
