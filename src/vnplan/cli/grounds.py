"""`vnplan grounds NUMBER`: what a document rests on, and what that rests on in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import Output, conditions, joined, output, place_cell, place_under
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import (
    AsCsv,
    AsJson,
    Everything,
    Limit,
    Province,
    SourcesAndNumber,
    Within,
)
from vnplan.cli.source import apart, corpus_of
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.store import Ground

_COLUMNS = (
    Column("step", right=True),
    Column("rests on", widest=32),
    Column("relation", widest=14),
    Column("sentence"),
    place_under("sentence"),
)


def grounds(  # noqa: PLR0913 - each is an option of its own
    arguments: SourcesAndNumber,
    within: Within = None,
    province: Province = None,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What a document rests on and carries out, and what that rests on in turn, the nearest first.

    Where a number means several documents, --province takes that of one province.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan grounds out/ 232/KH-UBND
    """
    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    named, number = apart(arguments, within, "NUMBER")
    with corpus_of(named, lexicon) as corpus:
        found = corpus.grounds(number, province=province, limit=out.most)
        if not found:
            told = f'nothing is known of what "{number}" rests on{conditions(province=province)}'
            raise out.nothing(told, corpus.near(document=number))
    out.show(found, _listing)


def _listing(found: Sequence[Ground], out: Output) -> Listing:
    starts = dict.fromkeys(one.path[0].name for one in found)
    title = f"{out.counted(found, 'ground')} of {', '.join(starts)}"
    return Listing(title, _COLUMNS, [_row(one, out) for one in found])


def _row(one: Ground, out: Output) -> list[Cell | str]:
    what = one.instrument
    by_way = f"of {one.path[-2].name}" if one.depth > 1 else None
    return [
        str(one.depth),
        Cell(what.name or one.cite.citation.text, below=joined(what.issuer, what.issued_on)),
        Cell(", ".join(one.relations), below=by_way or ""),
        out.said(one.cite.place.sentence),
        place_cell(one.cite.document, one.cite.place),
    ]
