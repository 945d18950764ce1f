"""The records of a plan as the page lists them: a title, the places, and what is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from markupsafe import Markup

from vnplan.exports.page.days import day, when
from vnplan.exports.page.labels import Language, marked
from vnplan.exports.page.places import Places
from vnplan.exports.page.quantities import quantity
from vnplan.exports.page.visible import one_line, plain, shown
from vnplan.records import (
    Agency,
    AgencyKind,
    Citation,
    Deadline,
    Funding,
    Plan,
    ResponsibilityRole,
    Span,
    Target,
    Task,
)

KINDS: Final = ("task", "target", "deadline", "citation", "agency", "funding", "abbreviation")
"""In the order of the filters; a record's key is the first letter below and its index."""

RANKS: Final = {
    kind: rank
    for rank, kind in enumerate(
        ("deadline", "citation", "agency", "abbreviation", "target", "funding", "task")
    )
}
"""Which of several records at one place gives it its colour: the most special one."""

_LETTERS: Final = {
    "task": "t",
    "target": "g",
    "deadline": "d",
    "citation": "c",
    "agency": "a",
    "funding": "f",
    "abbreviation": "b",
}
_TITLE: Final = 150
_REFERENCE: Final = 90
_MOST_REFERENCES: Final = 30
_BARE_KINDS: Final = frozenset(
    {AgencyKind.DEPARTMENT, AgencyKind.MASS_ORGANIZATION, AgencyKind.PROFESSIONAL_ASSOCIATION}
)


class Fact(NamedTuple):
    """One line of what is known: the key of its label, and its value as markup."""

    label: str
    value: Markup


@dataclass(frozen=True, slots=True)
class Item:
    """A record of the list; `record_id` is its id in the plan, `key` the one of the page."""

    key: str
    kind: str
    record_id: str
    title: str
    spans: tuple[Span, ...]
    where: str
    page: int | None
    facts: tuple[Fact, ...]


def key_of(kind: str, index: int) -> str:
    """The key of a record on the page: "t0" is the first task."""
    return f"{_LETTERS[kind]}{index}"


def agency_name(agency: Agency) -> str:
    """Its name; without the territory where everybody leaves that out ("Sở Tài chính")."""
    bare = agency.name
    if agency.kind in _BARE_KINDS and agency.jurisdiction:
        bare = bare.removesuffix(f" {agency.jurisdiction}")
    return plain(one_line(bare or agency.name))


def reference(key: str, title: str) -> Markup:
    """A button that goes to another record."""
    return Markup('<button type="button" class="ref" data-go="{}">{}</button>').format(
        key, shown(one_line(title, _REFERENCE))
    )


class Items:
    """All records of a plan by their keys, in the order of the list."""

    def __init__(self, plan: Plan, lang: Language) -> None:
        self.plan = plan
        self.lang = lang
        self.places = Places(plan)
        ids = {
            "task": [task.id for task in plan.tasks],
            "target": [target.id for target in plan.targets],
            "deadline": [deadline.id for deadline in plan.deadlines],
            "citation": [citation.id for citation in plan.citations],
            "agency": [agency.id for agency in plan.agencies],
            "funding": [funding.id for funding in plan.funding],
        }
        self._keys = {
            kind: {one: key_of(kind, at) for at, one in enumerate(held)}
            for kind, held in ids.items()
        }
        self.agencies = {agency.id: agency for agency in plan.agencies}
        self.deadlines = {deadline.id: deadline for deadline in plan.deadlines}
        self._titles = {citation.id: citation.text for citation in plan.citations}
        self._targets = {target.id: target.text for target in plan.targets}

    @cached_property
    def all(self) -> tuple[Item, ...]:
        """Kind by kind, each in the order of the plan; agencies by how much they have to do."""
        return tuple(self._each())

    def counts(self) -> dict[str, int]:
        """How many records there are of each kind."""
        counts = dict.fromkeys(KINDS, 0)
        for item in self.all:
            counts[item.kind] += 1
        return counts

    def key(self, kind: str, record_id: str) -> str | None:
        """The key of a record on the page; None for one the plan does not hold."""
        return self._keys[kind].get(record_id)

    def refer(self, kind: str, record_id: str, title: str) -> Markup:
        """A reference, or the bare words where there is nothing to go to."""
        key = self.key(kind, record_id)
        return reference(key, title) if key else shown(one_line(title, _REFERENCE))

    def agency(self, agency_id: str) -> Markup:
        """A reference to an agency by its name."""
        known = self.agencies.get(agency_id)
        return self.refer("agency", agency_id, agency_name(known) if known else agency_id)

    def name(self, agency_id: str) -> str:
        """What an agency is called; its id where the plan does not describe it."""
        known = self.agencies.get(agency_id)
        return agency_name(known) if known else plain(agency_id)

    def times(self, ids: Iterable[str]) -> list[Deadline]:
        """The deadlines behind some ids."""
        return [self.deadlines[one] for one in dict.fromkeys(ids) if one in self.deadlines]

    # ------------------------------------------------------------------ kinds

    def _each(self) -> Iterator[Item]:
        for at, task in enumerate(self.plan.tasks):
            yield self._item("task", at, task, self._of_task(task))
        for at, target in enumerate(self.plan.targets):
            yield self._item("target", at, target, self._of_target(target))
        for at, deadline in enumerate(self.plan.deadlines):
            yield self._item("deadline", at, deadline, self._of_deadline(deadline))
        for at, citation in enumerate(self.plan.citations):
            yield self._item("citation", at, citation, self._of_citation(citation))
        yield from self._agencies()
        for at, funding in enumerate(self.plan.funding):
            yield self._item("funding", at, funding, self._of_funding(funding))
        for at, short in enumerate(self.plan.abbreviations):
            spans = (short.span,)
            facts = (Fact("field.long", shown(one_line(short.long))),)
            yield Item(
                key_of("abbreviation", at),
                "abbreviation",
                short.short,
                plain(one_line(f"{short.short}: {short.long}", _TITLE)),
                spans,
                "",
                self.plan.page_of(short),
                facts,
            )

    def _item(
        self,
        kind: str,
        at: int,
        record: Task | Target | Deadline | Citation | Funding,
        facts: Iterable[Fact],
    ) -> Item:
        return Item(
            key_of(kind, at),
            kind,
            record.id,
            plain(one_line(record.text, _TITLE)),
            (record.span,),
            self.places.name(record.section_id),
            self.plan.page_of(record.span),
            tuple(facts),
        )

    def _of_task(self, task: Task) -> Iterator[Fact]:
        lang = self.lang
        if task.action and task.action != task.text:
            yield Fact("field.action", shown(one_line(task.action, _TITLE)))
        owners = task.owner_ids
        if owners:
            yield Fact("field.owner", _listed(self.agency(one) for one in owners))
        else:
            yield Fact("field.owner", marked("note.no_owner", lang))
        yield from self._parts(task)
        times = self.times(task.deadline_ids)
        if times:
            yield Fact("field.deadline", _listed(self._time(one) for one in times))
        if task.target_ids:
            found = [one for one in task.target_ids if one in self._targets]
            yield Fact(
                "field.targets",
                _listed(self.refer("target", one, self._targets[one]) for one in found),
            )
        if task.citation_ids:
            found = [one for one in task.citation_ids if one in self._titles]
            yield Fact(
                "field.citations",
                _listed(self.refer("citation", one, self._titles[one]) for one in found),
            )
        for label, value in (
            ("field.deliverable", task.deliverable),
            ("field.beneficiaries", task.beneficiaries),
            ("field.place", task.place),
        ):
            if value:
                yield Fact(label, shown(one_line(value)))

    def _parts(self, task: Task) -> Iterator[Fact]:
        """Who takes part and does not own it."""
        partners: dict[str, None] = {}
        others: dict[tuple[str, ResponsibilityRole], None] = {}
        for part in task.responsibilities:
            if part.agency_id in task.owner_ids:
                continue
            if part.role is ResponsibilityRole.COORDINATE:
                partners[part.agency_id] = None
            else:
                others[part.agency_id, part.role] = None
        if partners:
            yield Fact("field.partners", _listed(map(self.agency, partners)))
        if others:
            yield Fact(
                "field.others",
                _listed(
                    Markup("{} ({})").format(self.agency(one), marked(f"role.{role}", self.lang))
                    for one, role in others
                ),
            )

    def _time(self, deadline: Deadline) -> Markup:
        key = self.key("deadline", deadline.id)
        said = when(deadline, self.lang)
        return Markup('<button type="button" class="ref" data-go="{}">{}</button>').format(
            key, said
        )

    def _of_target(self, target: Target) -> Iterator[Fact]:
        if target.quantity is not None:
            yield Fact("field.quantity", quantity(target.quantity, self.lang))
        if target.subject:
            yield Fact("field.subject", shown(one_line(target.subject)))
        if target.indicator:
            yield Fact("field.indicator", shown(one_line(target.indicator, _TITLE)))
        times = self.times([target.deadline_id] if target.deadline_id else ())
        if times:
            yield Fact("field.deadline", _listed(map(self._time, times)))
        if target.owner_ids:
            yield Fact("field.owner", _listed(map(self.agency, target.owner_ids)))

    def _of_deadline(self, deadline: Deadline) -> Iterator[Fact]:
        lang = self.lang
        yield Fact("field.kind", marked(f"time.{deadline.kind}", lang))
        if deadline.start or deadline.end or deadline.recurrence:
            said = when(deadline, lang)
            if deadline.inferred:
                said += Markup(" ({})").format(marked("note.inferred", lang))
            yield Fact("field.dates", said)
        if deadline.anchor:
            yield Fact("field.anchor", shown(one_line(deadline.anchor)))
        if deadline.offset:
            yield Fact("field.offset", shown(deadline.offset))
        tasks = self._due.get(deadline.id, ())
        if tasks:
            yield Fact("field.task", _listed(self.refer("task", one.id, one.text) for one in tasks))

    @cached_property
    def _due(self) -> Mapping[str, list[Task]]:
        due: dict[str, list[Task]] = {}
        for task in self.plan.tasks:
            for one in dict.fromkeys(task.deadline_ids):
                due.setdefault(one, []).append(task)
        return due

    def due(self, deadline_id: str) -> list[Task]:
        """The tasks that have a deadline."""
        return self._due.get(deadline_id, [])

    def _of_citation(self, citation: Citation) -> Iterator[Fact]:
        yield Fact("field.relation", marked(f"relation.{citation.relation}", self.lang))
        for label, value in (
            ("field.number", citation.number.canonical if citation.number else None),
            ("field.issued", day(citation.issued_on) if citation.issued_on else None),
            ("field.issuer", citation.issuer),
            ("field.title", citation.title),
            ("field.pinpoint", citation.pinpoint.text if citation.pinpoint else None),
        ):
            if value:
                yield Fact(label, shown(one_line(value)))
        if citation.within in self._titles:
            outer = self.refer("citation", citation.within, self._titles[citation.within])
            yield Fact("field.within", outer)
        if citation.target_id:
            yield Fact(
                "field.target_id", Markup("<code>{}</code>").format(shown(citation.target_id))
            )

    def _agencies(self) -> Iterator[Item]:
        spans: dict[str, list[Span]] = {}
        for mention in self.plan.mentions:
            spans.setdefault(mention.agency_id, []).append(mention.span)
        roles: dict[str, dict[ResponsibilityRole, int]] = {}
        for task in self.plan.tasks:
            for one, role in dict.fromkeys((p.agency_id, p.role) for p in task.responsibilities):
                held = roles.setdefault(one, {})
                held[role] = held.get(role, 0) + 1
        ordered = sorted(
            enumerate(self.plan.agencies),
            key=lambda one: (-sum(roles.get(one[1].id, {}).values()), one[0]),
        )
        for at, agency in ordered:
            found = spans.get(agency.id, [])
            yield Item(
                key_of("agency", at),
                "agency",
                agency.id,
                agency_name(agency),
                tuple(found),
                "",
                self.plan.page_of(found[0]) if found else None,
                tuple(self._of_agency(agency, roles.get(agency.id, {}))),
            )

    def _of_agency(self, agency: Agency, roles: Mapping[ResponsibilityRole, int]) -> Iterator[Fact]:
        lang = self.lang
        yield Fact("field.name", shown(one_line(agency.name)))
        kind = marked(f"agency_kind.{agency.kind}", lang)
        if not agency.known:
            kind += Markup(" ({})").format(marked("note.unknown_agency", lang))
        yield Fact("field.kind", kind)
        if agency.level:
            yield Fact("field.level", marked(f"level.{agency.level}", lang))
        if agency.jurisdiction:
            yield Fact("field.jurisdiction", shown(one_line(agency.jurisdiction)))
        if roles:
            told = (
                Markup("{}: {}").format(marked(f"role.{role}", lang), roles[role])
                for role in ResponsibilityRole
                if role in roles
            )
            yield Fact("field.roles", Markup("; ").join(told))

    def _of_funding(self, funding: Funding) -> Iterator[Fact]:
        yield Fact("field.source", marked(f"funding.{funding.source}", self.lang))
        if funding.amount is not None:
            yield Fact("field.amount", quantity(funding.amount, self.lang))


def _listed(values: Iterable[Markup]) -> Markup:
    """Values one below the other, the first thirty: a deadline may be that of all tasks."""
    held = list(values)
    more = f"<br>… (+{len(held) - _MOST_REFERENCES})" if len(held) > _MOST_REFERENCES else ""
    return Markup("<br>").join(held[:_MOST_REFERENCES]) + Markup(more)
