"""A plan as the rows of the tables, before any of them is written."""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from typing import NamedTuple

from vnplan.records import Agency, Grounded
from vnplan.records.ownership import words_of
from vnplan.records.plan import page_at
from vnplan.store import wording
from vnplan.store.agency_names import keys_of, short_keys, short_names, split_id
from vnplan.store.numbers import ends_of, instrument_key, plan_key, province_of
from vnplan.store.outline import Heading, Outline, named_of
from vnplan.store.packing import packed
from vnplan.store.quoting import sentence
from vnplan.store.slicing import Slices, taken_apart

Values = tuple[object, ...]


class Body(NamedTuple):
    """An agency as one document names it, and as many others do: `form` is a digest of the rest."""

    form: bytes
    row: tuple[str, str, str, bytes]
    """`Agency.id`, its owner and tail, the agency as JSON."""
    keys: tuple[str, ...]
    """The slugs of its names."""


class Draft(NamedTuple):
    """The rows of one plan, in the order of the columns, without the keys of the tables.

    Where a row speaks of an agency, a deadline or a task, it gives its place among them, from 0.
    JSON is in UTF-8.
    """

    plan: Values
    remainder: bytes
    agencies: list[Body]
    deadlines: list[Values]
    tasks: list[Values]
    wordings: list[str]
    parts: list[tuple[int, int, int, str, int]]
    task_deadlines: list[tuple[int, int]]
    citations: list[Values]


def draft(data: bytes) -> Draft:
    """The rows of a plan from its JSON; raises `PlanFormatError` (see `taken_apart`)."""
    plan, slices = taken_apart(data)
    head = plan.header
    drafting = _Drafting(plan, slices)
    return Draft(
        (
            plan.id,
            head.number.canonical if head.number else None,
            plan_key(plan),
            str(head.type) if head.type else None,
            head.title,
            head.issuer,
            head.issued_on.isoformat() if head.issued_on else None,
            province_of(plan),
            plan.source.uri,
        ),
        packed(slices.rest),
        drafting.agencies(),
        drafting.deadlines(),
        *drafting.tasks(),
        drafting.parts(),
        drafting.task_deadlines(),
        drafting.citations(),
    )


class _Drafting:
    """One plan on its way into rows: what its records lead to, by their ids."""

    def __init__(self, plan: Outline, slices: Slices) -> None:
        self.plan = plan
        self.slices = slices
        self.sections = {section.id: section for section in plan.sections}
        self.settings: dict[str | None, tuple[str | None, str | None]] = {None: (None, None)}

    @cached_property
    def named(self) -> list[Agency]:
        return [named_of(json) for json in self.slices.agencies]

    @cached_property
    def agency_places(self) -> dict[str, int]:
        """The agencies with a part in a task: those that can be asked for."""
        charged = {part.agency_id for task in self.plan.tasks for part in task.responsibilities}
        named = dict.fromkeys(one.id for one in self.named if one.id in charged)
        return {one: at for at, one in enumerate(named)}

    @cached_property
    def deadline_places(self) -> dict[str, int]:
        return {deadline.id: at for at, deadline in enumerate(self.plan.deadlines)}

    def agencies(self) -> list[Body]:
        shorts = short_names(self.plan.abbreviations)
        rows: list[Body] = []
        for agency, json in zip(self.named, self.slices.agencies, strict=True):
            if self.agency_places.get(agency.id) == len(rows):
                also = tuple(sorted(short_keys(agency, shorts))) if shorts else ()
                rows.append(_body(json, also))
        return rows

    def deadlines(self) -> list[Values]:
        rows: list[Values] = []
        issued = self.plan.header.issued_on
        for one, json in zip(self.plan.deadlines, self.slices.deadlines, strict=True):
            # What comes back does so from the day of the document on, unless it says otherwise.
            first = one.start or (issued if one.recurrence else None)
            last = one.end
            rows.append(
                (
                    first.isoformat() if first else None,
                    last.isoformat() if last else None,
                    one.recurrence,
                    *self._place(one, one.section_id),
                    sentence(self.plan.text, one.span),
                    json,
                )
            )
        return rows

    def tasks(self) -> tuple[list[Values], list[str]]:
        """The tasks, and the words they are found by."""
        rows: list[Values] = []
        spoken: list[str] = []
        for task, json in zip(self.plan.tasks, self.slices.tasks, strict=True):
            said = words_of(task)
            rows.append((*self._place(task, task.section_id), said, json))
            spoken.append(wording.spoken(said))
        return rows, spoken

    def parts(self) -> list[tuple[int, int, int, str, int]]:
        """Who has which part in which task: task, position, agency, role, whether it owns it."""
        places = self.agency_places
        rows: list[tuple[int, int, int, str, int]] = []
        for at, task in enumerate(self.plan.tasks):
            roles = {part.role for part in task.responsibilities}
            owning = "lead" if "lead" in roles else "implement"
            rows += [
                (at, position, places[part.agency_id], str(part.role), int(part.role == owning))
                for position, part in enumerate(task.responsibilities)
                if part.agency_id in places
            ]
        return rows

    def task_deadlines(self) -> list[tuple[int, int]]:
        places = self.deadline_places
        return [
            (at, places[one])
            for at, task in enumerate(self.plan.tasks)
            for one in dict.fromkeys(task.deadline_ids)
            if one in places
        ]

    def citations(self) -> list[Values]:
        ends = ends_of(self.plan)
        return [
            (
                *ends[one.id],
                instrument_key(one),
                str(one.relation),
                *self._place(one, one.section_id),
                sentence(self.plan.text, one.span),
                json,
            )
            for one, json in zip(self.plan.citations, self.slices.citations, strict=True)
        ]

    def _place(
        self, record: Grounded, section_id: str | None
    ) -> tuple[int | None, str | None, str | None]:
        """Page, role of the section, and the nearest heading above."""
        found = self.settings.get(section_id)
        if found is None:
            section = self.sections.get(section_id or "")
            role = str(section.role) if section else None
            found = self.settings[section_id] = role, self._heading(section)
        return (page_at(self.plan.pages, record.span.start), *found)

    def _heading(self, section: Heading | None) -> str | None:
        seen: set[str] = set()
        while section is not None and section.id not in seen:
            if section.heading:
                return section.heading
            seen.add(section.id)
            section = self.sections.get(section.parent_id) if section.parent_id else None
        return None


@lru_cache(maxsize=50_000)
def _body(json: bytes, also: tuple[str, ...]) -> Body:
    """Cached: plans of one province name the same bodies."""
    agency = named_of(json)
    own = keys_of(agency)
    keys = (*sorted(own), *(key for key in also if key not in own))
    told = b"\0".join((json, *map(str.encode, keys)))
    form = hashlib.blake2b(told, digest_size=16).digest()
    return Body(form, (agency.id, *split_id(agency.id), json), keys)
