"""Scoring of tasks (nhiệm vụ): found by place, then owners and coordinators as sets of agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from vnplan.evaluation.agency_names import AgencyNames
from vnplan.evaluation.comparison import Field, KindRules, SetField
from vnplan.evaluation.gold import GoldDocument, GoldTask
from vnplan.evaluation.scores import Kind
from vnplan.evaluation.sections import is_numbered, path_of
from vnplan.records import Plan, ResponsibilityRole, Task


class _Context:
    """What the rest of the plan says about a task: names, days and paths behind its ids."""

    def __init__(self, gold: GoldDocument, plan: Plan) -> None:
        day = gold.header.issued_on if gold.header else plan.header.issued_on
        territories = _territories(gold, plan)
        self.names = AgencyNames(territories, _defined(gold, plan), day, _home(plan))
        self._agencies = {agency.id: agency.name for agency in plan.agencies}
        self._ends = {deadline.id: deadline.end for deadline in plan.deadlines}
        self._sections = {section.id: section for section in plan.sections}

    def agencies(self, ids: Iterable[str]) -> dict[str, str]:
        """{key: name}; an id that leads nowhere stands for itself."""
        return self.names.keyed(self._agencies.get(agency, agency) for agency in ids)

    def owners(self, task: Task) -> dict[str, str]:
        return self.agencies(task.owner_ids)

    def coordinators(self, task: Task) -> dict[str, str]:
        return self.agencies(
            part.agency_id
            for part in task.responsibilities
            if part.role is ResponsibilityRole.COORDINATE
        )

    def end(self, task: Task) -> dt.date | None:
        """The last day of its deadlines."""
        days = [day for key in task.deadline_ids if (day := self._ends.get(key)) is not None]
        return max(days, default=None)

    def section(self, task: Task) -> str | None:
        """The path of the numbered part around it, which may be some bullets up."""
        seen: set[str] = set()
        at = task.section_id
        while at is not None and at not in seen and (section := self._sections.get(at)) is not None:
            if is_numbered(section):
                return path_of(section)
            seen.add(at)
            at = section.parent_id
        return None


def _territories(gold: GoldDocument, plan: Plan) -> Iterator[str]:
    """The places whose names the annotator leaves out."""
    for header in (gold.header, plan.header):
        if header is not None and header.place is not None:
            yield header.place
    for agency in plan.agencies:
        if agency.jurisdiction is not None:
            yield agency.jurisdiction


def _home(plan: Plan) -> str | None:
    """The territory of the issuer."""
    issuer = plan.header.issuer_id
    return next((one.jurisdiction for one in plan.agencies if one.id == issuer), None)


def _defined(gold: GoldDocument, plan: Plan) -> dict[str, str]:
    read = {abbreviation.short: abbreviation.long for abbreviation in plan.abbreviations}
    return read | (gold.abbreviations or {})


def _agreement(_gold: GoldTask, _task: Task) -> int:
    return 0


def task_rules(gold: GoldDocument, plan: Plan) -> KindRules[GoldTask, Task]:
    """Owners are the leads of a task, or where it has none, those that implement it."""
    context = _Context(gold, plan)
    return KindRules(
        kind=Kind.TASKS,
        agreement=_agreement,
        gold_words=lambda task: "; ".join(task.owners) or None,
        record_words=lambda task: "; ".join(context.owners(task).values()) or None,
        fields=(
            Field(
                "section",
                lambda task: task.section,
                context.section,
                applies=lambda task: task.states("section"),
            ),
            Field("end", lambda task: task.end, context.end, applies=lambda t: t.states("end")),
        ),
        sets=(
            SetField("owners", lambda task: context.names.keyed(task.owners), context.owners),
            SetField(
                "coordinators",
                lambda task: context.names.keyed(task.coordinate),
                context.coordinators,
            ),
        ),
    )
