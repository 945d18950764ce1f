"""`vnplan due`: what falls due in the days to come, or in any others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vnplan.cli.answers import (
    PLACE,
    AsCsv,
    AsJson,
    Everything,
    counted,
    form_of,
    nothing,
    place_cells,
    print_answers,
    said,
)
from vnplan.cli.source import Sources, Within, corpus_of, day, places
from vnplan.cli.tasks import AgencyName, Province
from vnplan.cli.terminal import Cell, Column, Listing, wrong

if TYPE_CHECKING:
    from vnplan.store import Due

_AHEAD = dt.timedelta(days=92)
"""A quarter: what a body plans and reports by."""

_COLUMNS = (Column("due", whole=True), Column("owner", widest=28), Column("what"), *PLACE)


def due(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    after: Annotated[
        str | None, typer.Option(metavar="DAY", help="From this day on; else from today.")
    ] = None,
    before: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="To this day; else for 92 days."),
    ] = None,
    agency: AgencyName = None,
    province: Province = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What falls due, by day: a row a task and day, both days of the window included.

    What recurs is due on each of its days. With --agency only the tasks it owns.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan due out/ --after 2025-01-01 --before 2025-03-31 --agency "Sở Tài chính"
    """
    form = form_of(as_json=as_json, as_csv=as_csv)
    first, last = _window(day(after, "--after"), day(before, "--before"))
    with corpus_of(places(sources, within)) as corpus:
        found = corpus.due(first, last, agency=agency, province=province)
        if not found:
            whose = f' of "{agency}"' if agency else ""
            where = f' in "{province}"' if province else ""
            asked = f"no deadline{whose}{where} from {first} to {last}"
            raise nothing(form, asked, _offers(corpus.near(agency=agency), agency))
    print_answers(
        form,
        [one.row() for one in found],
        lambda: _listing(found, first, last, everything=everything),
        everything=everything,
    )


def _window(first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date]:
    """From today a quarter ahead; up to a day of the past, the quarter before it."""
    today = dt.date.today()
    if first is None:
        past = last is not None and last < today
        first = last - min(_AHEAD, last - dt.date.min) if last and past else today
    last = last or first + min(_AHEAD, dt.date.max - first)
    if last < first:
        raise wrong(f"{last} is before {first}", of="--before")
    return first, last


def _offers(near: Sequence[str], agency: str | None) -> list[str]:
    """A body that is known and has nothing due is not offered again."""
    return [name for name in near if name != agency]


def _listing(found: Sequence[Due], first: dt.date, last: dt.date, *, everything: bool) -> Listing:
    documents = len({one.document.id for one in found})
    title = (
        f"{counted(len(found), 'time')} from {first} to {last} in {counted(documents, 'document')}"
    )
    return Listing(title, _COLUMNS, [_row(one, everything=everything) for one in found])


def _row(one: Due, *, everything: bool) -> list[Cell | str]:
    task = one.task
    names = "; ".join(agency.name for agency in task.agencies) if task else ""
    # A deadline of no task stands in the sentence of a target, or of the plan itself.
    sentence = task.place.sentence if task else one.place.sentence
    return [
        one.on.isoformat(),
        names or (Cell("nobody named", "red") if task else ""),
        Cell(said(sentence, everything=everything), below=one.deadline.text),
        *place_cells(one.document, task.place if task else one.place),
    ]
