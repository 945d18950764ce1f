"""`vnplan agencies`: the bodies with a part in any task, those with most to do first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import Output, output
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import (
    AgencyName,
    AsCsv,
    AsJson,
    Everything,
    Limit,
    Province,
    Sources,
    WithGroups,
    Within,
)
from vnplan.cli.source import corpus_of, places
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
    groups: WithGroups = True,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The agencies with the number of tasks they own and have a part in, by role.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan agencies plans.db --province "Thái Nguyên"
    """
    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    with corpus_of(places(sources, within), lexicon) as corpus:
        found = corpus.agencies(agency, province=province, groups=groups, limit=out.most)
        if not found:
            name = f' "{agency}"' if agency else ""
            where = f' of "{province}"' if province else ""
            raise out.nothing(f"no agency{name}{where} has a task", corpus.near(agency=agency))
    out.show(found, _listing)


def _listing(found: Sequence[AgencyLoad], out: Output) -> Listing:
    return Listing(out.counted(found, "agency"), _COLUMNS, [_row(load) for load in found])


def _row(load: AgencyLoad) -> list[Cell | str]:
    row = load.row()
    counts = (load.owned, load.tasks, load.documents, *(row[role] for role in _ROLES))
    return [load.agency.name, *(str(count) if count else "–" for count in counts)]
