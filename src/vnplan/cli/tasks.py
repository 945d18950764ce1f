"""`vnplan tasks` and `vnplan who TEXT`: who has to do what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

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
from vnplan.cli.source import Sources, Within, apart, corpus_of, day, one_of, places
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.store import FoundTask

AgencyName: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An agency by any name: Sở KH&CN, so khoa hoc va cong nghe."),
]
Province: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="A province: Thái Nguyên, tp hcm.")
]
_COLUMNS = (
    Column("owner", widest=28),
    Column("task"),
    Column("by when", widest=17),
    *PLACE,
)


def who(  # noqa: PLR0913 - each is an option of its own
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="[SOURCE...] TEXT",
            help="What to look for, marks optional; before it, where (./out when not said).",
            show_default=False,
        ),
    ],
    within: Within = None,
    agency: AgencyName = None,
    province: Province = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who has to do it: the tasks that speak of TEXT, with their owners.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan who out/ "ươm tạo"
    """
    form = form_of(as_json=as_json, as_csv=as_csv)
    named, text = apart(arguments, within, "TEXT")
    with corpus_of(named) as corpus:
        found = corpus.tasks(text=text, agency=agency, province=province)
        if not found:
            offers = corpus.near(text=text, agency=agency)
            raise nothing(form, _conditions(text=text, agency=agency, province=province), offers)
    print_answers(
        form,
        [one.row() for one in found],
        lambda: _listing(found, everything=everything),
        everything=everything,
    )


def tasks(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    agency: AgencyName = None,
    role: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="Of that agency: owner, lead, coordinate, monitor …"),
    ] = None,
    province: Province = None,
    due_after: Annotated[
        str | None, typer.Option(metavar="DAY", help="Due on this day or later: 2025-01-01.")
    ] = None,
    due_before: Annotated[
        str | None, typer.Option(metavar="DAY", help="Due on this day or before.")
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="In parts of this role: task, organization, funding …"),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="That speak of it, marks optional.")
    ] = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The tasks that meet every condition, in the order of the documents.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan tasks plans.db --agency "Sở KH&CN" --role lead --due-before 2025-12-31
    """
    from vnplan.records import ResponsibilityRole, SectionRole

    form = form_of(as_json=as_json, as_csv=as_csv)
    role = one_of(role, ["owner", *ResponsibilityRole], "--role")
    section = one_of(section, SectionRole, "--section")
    first, last = day(due_after, "--due-after"), day(due_before, "--due-before")
    with corpus_of(places(sources, within)) as corpus:
        found = corpus.tasks(
            agency=agency,
            role=role,
            province=province,
            due_after=first,
            due_before=last,
            section_role=section,
            text=text,
        )
        if not found:
            asked = _conditions(
                agency=agency,
                role=role,
                province=province,
                due_after=due_after,
                due_before=due_before,
                section=section,
                text=text,
            )
            raise nothing(form, asked, corpus.near(agency=agency, text=text))
    print_answers(
        form,
        [one.row() for one in found],
        lambda: _listing(found, everything=everything),
        everything=everything,
    )


def _conditions(**conditions: str | None) -> str:
    """ "no task with agency "Sở Thuế", role "lead"": what was asked for."""
    given = (f'{name} "{value}"' for name, value in conditions.items() if value is not None)
    told = ", ".join(given).replace("_", " ")
    return f"no task with {told}" if told else "no task"


def _listing(found: Sequence[FoundTask], *, everything: bool) -> Listing:
    owners = len({agency.id for one in found for agency in one.agencies})
    documents = len({one.document.id for one in found})
    agencies = f"{owners} agency" if owners == 1 else f"{owners} agencies"
    title = f"{counted(len(found), 'task')} of {agencies} in {counted(documents, 'document')}"
    return Listing(title, _COLUMNS, [_row(one, everything=everything) for one in found])


def _row(one: FoundTask, *, everything: bool) -> list[Cell | str]:
    from vnplan.cli.duties import others
    from vnplan.cli.timing import when

    names = "; ".join(agency.name for agency in one.agencies)
    agencies = {part.agency.id: part.agency for part in one.parts}
    return [
        names or Cell("nobody named", "red"),
        Cell(said(one.place.sentence, everything=everything), below=others(one.task, agencies)),
        "; ".join(dict.fromkeys(when(deadline) for deadline in one.deadlines)),
        *place_cells(one.document, one.place),
    ]
