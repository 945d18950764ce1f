"""`vnplan compare NUMBER`: the plans that carry out one instrument, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import Form, Output, conditions, counted, joined, output
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import (
    AsCsv,
    AsJson,
    Everything,
    Limit,
    Province,
    RelationName,
    SourcesAndNumber,
    Within,
)
from vnplan.cli.source import apart, corpus_of, one_of
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.graph import ComparedPlan, ComparedTarget

_COLUMNS = (
    Column("province", widest=16),
    Column("document", widest=28),
    Column("figure", right=True, widest=24),
    Column("target"),
    Column("by when", widest=17),
)


def compare(  # noqa: PLR0913 - each is an option of its own
    arguments: SourcesAndNumber,
    within: Within = None,
    relation: RelationName = None,
    province: Province = None,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The plans that carry out an instrument: province by province their targets, owners, times.

    A plan carries it out that says so, or that has it among its grounds,
    unless it is law. JSON holds a plan an item, with its targets and with the
    agencies that own its tasks; CSV and the table a target a row. --limit
    counts plans.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan compare plans.db 1665/QĐ-TTg --csv
    """
    from vnplan.records import Relation

    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    named, number = apart(arguments, within, "NUMBER")
    one_of(relation, Relation, "--relation")
    relations = [relation] if relation else None
    with corpus_of(named, lexicon) as corpus:
        found = corpus.compare(number, relations=relations, province=province, limit=limit)
        if not found:
            asked = f'no plan that carries out "{number}"'
            asked += conditions(relation=relation, province=province)
            asked += "; it is cited, see vnplan cites" if corpus.cites(number, limit=1) else ""
            raise out.nothing(asked, corpus.near(instrument=number))
    if out.form is Form.TABLE:
        out.show_listing(_listing(found, out))
    elif out.form is Form.CSV:
        out.show_rows([row for one in found for row in _sheet_rows(one)])
    else:
        out.show_rows([_plan(one) for one in found])


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


def _listing(found: Sequence[ComparedPlan], out: Output) -> Listing:
    targets = sum(len(plan.targets) for plan in found)
    title = f"{out.counted(found, 'plan')} carrying it out, {counted(targets, 'target')}"
    return Listing(title, _COLUMNS, [row for plan in found for row in _rows(plan, out)])


def _rows(plan: ComparedPlan, out: Output) -> list[list[Cell | str]]:
    from vnplan.cli.findings import figure
    from vnplan.cli.timing import when

    head: list[Cell | str] = [plan.province or "–", Cell(plan.title, below=plan.issuer or "")]
    rows: list[list[Cell | str]] = []
    for one in plan.targets:
        quantity, page = one.target.quantity, one.evidence["page"]
        owners = "; ".join(agency.name for agency in one.owners)
        place = joined(one.target.section_id, f"page {page}" if page is not None else None)
        rows.append(
            [
                *(head if not rows else ("", "")),
                Cell(figure(quantity), "magenta") if quantity else "–",
                Cell(out.said(one.evidence["text"]), below=joined(owners, place)),
                when(one.deadline) if one.deadline else "",
            ]
        )
    return rows or [[*head, "", Cell("no targets", "red"), ""]]
