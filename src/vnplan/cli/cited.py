"""`vnplan cited`: the instruments that documents cite, the weightiest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import Output, conditions, joined, output
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import AsCsv, AsJson, Everything, Limit, Province, Sources, Within
from vnplan.cli.source import corpus_of, places
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.store import CitedInstrument

_COLUMNS = (
    Column("instrument", widest=44),
    Column("documents", right=True),
    Column("citations", right=True),
    Column("weight", right=True),
    Column("about"),
)


def cited(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    province: Province = None,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The instruments most cited, by PageRank: every document has one vote for each it names.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan cited out/ --limit 10
    """
    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    with corpus_of(places(sources, within), lexicon) as corpus:
        found = corpus.select(province=province).cited(limit=out.most)
        if not found:
            raise out.nothing(f"no citation{conditions(province=province)}")
    out.show(found, _listing)


def _listing(found: Sequence[CitedInstrument], out: Output) -> Listing:
    return Listing(out.counted(found, "instrument"), _COLUMNS, [_row(one, out) for one in found])


def _row(one: CitedInstrument, out: Output) -> list[Cell | str]:
    what = one.instrument
    return [
        Cell(what.name, below=joined(what.issuer, what.issued_on)),
        str(one.documents),
        str(one.citations),
        f"{one.score:.2%}",
        out.said(what.title or "") if what.number else "",
    ]
