"""`vnplan partners`: who works with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import Output, conditions, output
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
    from vnplan.store import Partners

_COLUMNS = (
    Column("agency"),
    Column("works with"),
    Column("tasks", right=True),
    Column("leads", right=True),
    Column("is led", right=True),
    Column("documents", right=True, from_width=100),
)


def partners(  # noqa: PLR0913 - each is an option of its own
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
    """Pairs of agencies with the tasks both work on, those with most first.

    "leads" counts the tasks that the first owns and the second does not,
    "is led" the other way round. The tasks of a pair are shown by
    vnplan tasks --agency … --with …

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan partners out/ --agency "Sở KH&CN"
    """
    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    with corpus_of(places(sources, within), lexicon) as corpus:
        found = corpus.partners(agency, province=province, groups=groups, limit=out.most)
        if not found:
            told = conditions(agency=agency, province=province)
            raise out.nothing(f"no agencies that work together{told}", corpus.near(agency=agency))
    out.show(found, _listing)


def _listing(found: Sequence[Partners], out: Output) -> Listing:
    return Listing(out.counted(found, "pair"), _COLUMNS, [_row(pair) for pair in found])


def _row(pair: Partners) -> list[Cell | str]:
    counts = (pair.tasks, pair.first_leads, pair.second_leads, pair.documents)
    return [pair.first.name, pair.second.name, *(str(count) if count else "–" for count in counts)]
