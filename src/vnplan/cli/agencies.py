"""`vnplan agencies`: the bodies with a part in any task, those with most to do first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import AsCsv, AsJson, Everything, form_of, nothing, print_answers
from vnplan.cli.source import Sources, Within, corpus_of, places
from vnplan.cli.tasks import AgencyName, Province
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.store import AgencyLoad

_ROLES = ("lead", "implement", "coordinate", "direct", "advise", "monitor", "fund")
_COLUMNS = (
    Column("agency"),
    Column("owns", right=True),
    Column("tasks", right=True),
    Column("documents", right=True),
    *(Column(role, right=True, from_width=110) for role in _ROLES),
)


def agencies(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    agency: AgencyName = None,
    province: Province = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The agencies with the number of tasks they own and have a part in, by role.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan agencies plans.db --province "Thái Nguyên"
    """
    form = form_of(as_json=as_json, as_csv=as_csv)
    with corpus_of(places(sources, within)) as corpus:
        found = corpus.agencies(agency, province=province)
        if not found:
            where = f' of "{province}"' if province else ""
            asked = f'no agency "{agency}"{where}' if agency else f"no agency{where} with a task"
            raise nothing(form, asked, corpus.near(agency=agency))
    print_answers(
        form, [one.row() for one in found], lambda: _listing(found), everything=everything
    )


def _listing(found: Sequence[AgencyLoad]) -> Listing:
    title = "1 agency" if len(found) == 1 else f"{len(found)} agencies"
    return Listing(title, _COLUMNS, [_row(load) for load in found])


def _row(load: AgencyLoad) -> list[Cell | str]:
    row = load.row()
    counts = (load.owned, load.tasks, load.documents, *(row[role] for role in _ROLES))
    return [load.agency.name, *(str(count) if count else "–" for count in counts)]
