"""Small plans made by hand, and the plan that says just what an annotation says."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from vnplan.evaluation.gold import GoldDocument
from vnplan.evaluation.quotes import QuoteFinder
from vnplan.lexicon import types
from vnplan.records import (
    Abbreviation,
    Agency,
    Basis,
    Citation,
    Comparator,
    Deadline,
    DocumentNumber,
    Header,
    Plan,
    Quantity,
    Relation,
    Responsibility,
    ResponsibilityRole,
    Section,
    SectionKind,
    Signer,
    Source,
    Span,
    Target,
    Task,
    TaskForm,
)

MakePlan = Callable[..., Plan]
PlanOf = Callable[..., Plan]

_START = Span(start=0, end=0)


def _plan(text: str = "", **records: object) -> Plan:
    source = Source(media_type="text/plain", sha256="0" * 64, reader="text")
    return Plan.model_validate({"id": "urn:lex:vn", "source": source, "text": text, **records})


@pytest.fixture(scope="session")
def make_plan() -> MakePlan:
    """A plan with a text and any records."""
    return _plan


@pytest.fixture(scope="session")
def plan_of() -> PlanOf:
    """The perfect plan: every annotation as a record, at the place of its quote.

    `days=True` adds the deadlines that targets and tasks point to; the annotation lists them only
    where the document words them.
    """
    return _perfect


def _perfect(gold: GoldDocument, text: str, *, days: bool = False) -> Plan:
    finder = QuoteFinder(text)

    def place(quote: str, nth: int) -> Span:
        found = finder.find(quote, nth)
        assert found is not None, f"{gold.document}: {quote!r} {nth} is not in the text"
        return found

    ends = {target.end for target in gold.targets or () if target.end}
    ends |= {task.end for task in gold.tasks or () if task.end}
    return _plan(
        text,
        header=_header(gold),
        abbreviations=[
            Abbreviation(short=short, long=long, span=_START)
            for short, long in (gold.abbreviations or {}).items()
        ],
        sections=_sections(gold),
        agencies=_agencies(gold),
        citations=[
            Citation(
                id=f"citation-{at}",
                text=item.quote,
                span=place(item.quote, item.nth),
                number=_number(item.number),
                title=item.title,
                issued_on=item.issued_on,
                issuer=item.issuer,
                relation=item.relation or Relation.REFERS,
            )
            for at, item in enumerate(gold.citations or ())
        ],
        targets=[
            Target(
                id=f"target-{at}",
                text=item.quote,
                span=place(item.quote, item.nth),
                quantity=None
                if item.value is None
                else Quantity(
                    value=item.value,
                    upper=item.upper,
                    unit=item.unit,
                    comparator=Comparator(item.comparator),
                ),
                deadline_id=f"end-{item.end}" if days and item.end else None,
            )
            for at, item in enumerate(gold.targets or ())
        ],
        deadlines=[
            *(
                Deadline(
                    id=f"deadline-{at}",
                    text=item.quote,
                    span=place(item.quote, item.nth),
                    kind=item.kind,
                    start=item.start,
                    end=item.end,
                    recurrence=item.rrule,
                )
                for at, item in enumerate(gold.deadlines or ())
            ),
            *(_day(end) for end in sorted(ends) if days),
        ],
        tasks=[
            Task(
                id=f"task-{at}",
                text=item.quote,
                span=place(item.quote, item.nth),
                form=TaskForm.BULLET,
                responsibilities=(
                    *_parts(ResponsibilityRole.LEAD, item.lead),
                    *_parts(ResponsibilityRole.IMPLEMENT, item.implement),
                    *_parts(ResponsibilityRole.COORDINATE, item.coordinate),
                ),
                deadline_ids=(f"end-{item.end}",) if days and item.end else (),
                section_id=item.section,
            )
            for at, item in enumerate(gold.tasks or ())
        ],
    )


def _number(number: str | None) -> DocumentNumber | None:
    return None if number is None else DocumentNumber(raw=number, canonical=number)


def _header(gold: GoldDocument) -> Header:
    header = gold.header
    if header is None:
        return Header()
    named = types.by_name(header.type or "")
    return Header(
        parent_authority=header.parent_authority,
        issuer=header.issuer,
        number=_number(header.number),
        type=None if named is None else named.type,
        type_name=header.type,
        issued_on=header.issued_on,
        place=header.place,
        title=header.title,
        signers=tuple(
            Signer(name=signer.name, title=signer.title, capacity=signer.capacity)
            for signer in header.signers
        ),
        recipients=tuple(f"Nơi nhận {line + 1}" for line in range(header.recipients)),
    )


def _sections(gold: GoldDocument) -> list[Section]:
    seen: Counter[str] = Counter()
    sections = []
    for item in gold.sections or ():
        seen[item.path] += 1
        again = f"#{seen[item.path]}" if seen[item.path] > 1 else ""
        sections.append(
            Section(
                id=item.path + again,
                kind=SectionKind.HEADING,
                label=item.path.rsplit(".", 1)[-1],
                heading=item.heading,
                span=_START,
                role=item.role,
            )
        )
    return sections


def _agencies(gold: GoldDocument) -> list[Agency]:
    named = (
        name
        for item in gold.tasks or ()
        for name in (*item.lead, *item.implement, *item.coordinate)
    )
    return [Agency(id=name, name=name) for name in dict.fromkeys(named)]


def _parts(role: ResponsibilityRole, names: Iterable[str]) -> list[Responsibility]:
    return [
        Responsibility(agency_id=name, role=role, basis=Basis.STATED, span=_START) for name in names
    ]


def _day(end: dt.date) -> Deadline:
    return Deadline.model_validate(
        {"id": f"end-{end}", "text": str(end), "span": _START, "kind": "point", "end": end}
    )
