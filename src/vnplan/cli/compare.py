"""`vnplan compare NUMBER`: the plans that carry out one instrument, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import (
    AsCsv,
    AsJson,
    Everything,
    Form,
    counted,
    document_cell,
    form_of,
    nothing,
    print_answers,
    said,
)
from vnplan.cli.cites import SourcesAndNumber
from vnplan.cli.source import Within, apart, corpus_of
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.graph import ComparedPlan, ComparedTarget

_COLUMNS = (
    Column("province", widest=16),
    Column("document", widest=28),
    Column("figure", right=True, widest=24),
    Column("target"),
    Column("by when", widest=17),
    Column("in", whole=True, from_width=100),
    Column("page", right=True, from_width=100),
)


def compare(
    arguments: SourcesAndNumber,
    within: Within = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The plans that carry out an instrument: province by province their targets, owners, times.

    JSON holds a plan an item, with its targets and with the agencies that own its tasks; CSV and
    the table a target a row.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan compare plans.db 1665/QĐ-TTg --csv
    """
    from vnplan.graph import compare as compare_plans

    form = form_of(as_json=as_json, as_csv=as_csv)
    named, number = apart(arguments, within, "NUMBER")
    with corpus_of(named) as corpus:
        found = compare_plans(corpus.plans(), number)
        if not found:
            cited = bool(corpus.cites(number))
            asked = f'no plan that carries out "{number}"'
            asked += "; it is cited, see vnplan cites" if cited else ""
            raise nothing(form, asked, [] if cited else corpus.near(instrument=number))
    rows = [_plan(one) for one in found]
    if form is Form.CSV:
        rows = [row for one in found for row in _sheet_rows(one)]
    print_answers(form, rows, lambda: _listing(found, everything=everything), everything=everything)


def _head(plan: ComparedPlan) -> dict[str, object]:
    return {
        "province": plan.province,
        "document_id": plan.document,
        "document": plan.title,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on,
        "uri": plan.source,
        "relation": "; ".join(map(str, plan.relations)),
        "instrument_id": "; ".join(plan.instruments),
    }


def _plan(plan: ComparedPlan) -> dict[str, object]:
    return {
        **_head(plan),
        "evidence": [dict(one) for one in plan.evidence],
        "targets": [_target(one) for one in plan.targets],
        "owners": [
            {"id": one.agency.id, "name": one.agency.name, "tasks": one.tasks}
            for one in plan.owners
        ],
        "deadlines": [
            {"text": one.text, "start": one.start, "end": one.end} for one in plan.deadlines
        ],
    }


def _sheet_rows(plan: ComparedPlan) -> list[dict[str, object]]:
    """A row a target; a plan that sets none has one, so that it is not overlooked."""
    targets = [_target(one) for one in plan.targets] or [dict.fromkeys(_TARGET, None)]
    return [{**_head(plan), **target} for target in targets]


_TARGET = (
    *("target", "figure", "value", "upper", "unit", "comparator", "owners", "owner_basis"),
    *("deadline", "due", "section_id", "page", "start", "end", "sentence"),
)


def _target(one: ComparedTarget) -> dict[str, object]:
    from vnplan.cli.findings import figure

    target, quantity, deadline = one.target, one.target.quantity, one.deadline
    values = (
        target.text,
        figure(quantity) if quantity else None,
        quantity.value if quantity else None,
        quantity.upper if quantity else None,
        quantity.unit if quantity else None,
        quantity.comparator if quantity else None,
        "; ".join(agency.name for agency in one.owners),
        one.owner_basis,
        deadline.text if deadline else None,
        deadline.end if deadline else None,
        target.section_id,
        one.evidence["page"],
        one.evidence["start"],
        one.evidence["end"],
        one.evidence["text"],
    )
    return dict(zip(_TARGET, values, strict=True))


def _listing(found: Sequence[ComparedPlan], *, everything: bool) -> Listing:
    targets = sum(len(plan.targets) for plan in found)
    title = f"{counted(len(found), 'plan')} carrying it out, {counted(targets, 'target')}"
    rows = [row for plan in found for row in _rows(plan, everything=everything)]
    return Listing(title, _COLUMNS, rows)


def _rows(plan: ComparedPlan, *, everything: bool) -> list[list[Cell | str]]:
    from vnplan.cli.findings import figure
    from vnplan.cli.timing import when

    head: list[Cell | str] = [plan.province or "–", document_cell(plan.title, plan.issuer)]
    rows: list[list[Cell | str]] = []
    for one in plan.targets:
        quantity, page = one.target.quantity, one.evidence["page"]
        rows.append(
            [
                *(head if not rows else ("", "")),
                Cell(figure(quantity), "magenta") if quantity else "–",
                Cell(
                    said(one.evidence["text"], everything=everything),
                    below="; ".join(agency.name for agency in one.owners),
                ),
                when(one.deadline) if one.deadline else "",
                one.target.section_id or "",
                "" if page is None else str(page),
            ]
        )
    return rows or [[*head, "", Cell("no targets", "red"), "", "", ""]]
