"""`vnplan due`: what falls due in the days to come or in any others, and what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from vnplan.cli.answers import OWNER, Output, counted, output, owner_cell, place_cell, place_under
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import (
    AgencyName,
    AsCsv,
    AsJson,
    Everything,
    Limit,
    Province,
    Sources,
    Within,
)
from vnplan.cli.source import corpus_of, day, places
from vnplan.cli.terminal import Cell, Column, Listing, wrong
from vnplan.cli.window import Window, window

if TYPE_CHECKING:
    from vnplan.store import Due

_After: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="From this day on; else from today.")
]
_Before: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="To this day; else for 92 days.")
]
_Days: TypeAlias = Annotated[
    int | None, typer.Option("--next", metavar="DAYS", min=0, help="For so many days.")
]
_Quarter: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="QUARTER", help="In a quarter: this, next, last, 2025-Q2, II/2025."),
]
_Overdue: TypeAlias = Annotated[
    bool, typer.Option("--overdue", help="What was due before today, the latest first.")
]
_On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="As if this day were today.")
]
_COLUMNS = (Column("due", whole=True), OWNER, Column("what"), place_under("what"))


def due(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    after: _After = None,
    before: _Before = None,
    days: _Days = None,
    quarter: _Quarter = None,
    overdue: _Overdue = False,
    on: _On = None,
    agency: AgencyName = None,
    province: Province = None,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What falls due, by day: a row a task and day, both days of the window included.

    What recurs is due on each of its days, and never overdue. No document
    says what has been done since. With --agency only the tasks it owns.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan due out/ --quarter 2025-Q1 --agency "Sở Tài chính"
    """
    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    today = day(on, "--on") or dt.date.today()
    asked = None if overdue else window(after, before, days, quarter, today)
    if overdue and (after or before or quarter or days is not None):
        raise wrong("what is overdue has no other time than --on", of="--overdue")
    with corpus_of(places(sources, within), lexicon) as corpus:
        found = (
            corpus.overdue(today, agency=agency, province=province, limit=out.most)
            if asked is None
            else corpus.due(*asked, agency=agency, province=province, limit=out.most)
        )
        if not found:
            whose = f' of "{agency}"' if agency else ""
            where = f' in "{province}"' if province else ""
            told = f"no deadline{whose}{where} {_told(asked, today)}"
            raise out.nothing(told, corpus.near(agency=agency))
    out.show(found, lambda found, out: _listing(found, out, _told(asked, today)))


def _told(asked: Window | None, today: dt.date) -> str:
    return f"from {asked[0]} to {asked[1]}" if asked is not None else f"before {today}"


def _listing(found: Sequence[Due], out: Output, when: str) -> Listing:
    documents = len({one.document.id for one in found})
    title = f"{out.counted(found, 'time')} {when} in {counted(documents, 'document')}"
    return Listing(title, _COLUMNS, [_row(one, out) for one in found])


def _row(one: Due, out: Output) -> list[Cell | str]:
    task = one.task
    # A deadline of no task stands in the sentence of a target, or of the plan itself.
    place = task.place if task else one.place
    return [
        one.on.isoformat(),
        owner_cell(task.agencies) if task else "",
        Cell(out.said(place.sentence), below=one.deadline.text),
        place_cell(one.document, place),
    ]
