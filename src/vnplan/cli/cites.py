"""`vnplan cites NUMBER`: every place where an instrument is cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnplan.cli.answers import Output, conditions, counted, joined, output, place_cell, place_under
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
    from vnplan.store import Cite

_COLUMNS = (
    Column("relation", widest=14),
    Column("cited", widest=32),
    Column("sentence"),
    place_under("sentence"),
)


def cites(  # noqa: PLR0913 - each is an option of its own
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
    """Where an instrument is cited, in what relation, with the sentence.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan cites out/ 844/QĐ-TTg --relation implements
    """
    from vnplan.records import Relation

    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    named, number = apart(arguments, within, "NUMBER")
    one_of(relation, Relation, "--relation")
    with corpus_of(named, lexicon) as corpus:
        found = corpus.cites(number, relation, province=province, limit=out.most)
        if not found:
            how = conditions(relation=relation, province=province)
            raise out.nothing(f'nobody cites "{number}"{how}', corpus.near(instrument=number))
    out.show(found, _listing)


def _listing(found: Sequence[Cite], out: Output) -> Listing:
    documents = len({one.document.id for one in found})
    title = f"{out.counted(found, 'citation')} in {counted(documents, 'document')}"
    return Listing(title, _COLUMNS, [_row(one, out) for one in found])


def _row(one: Cite, out: Output) -> list[Cell | str]:
    cited = one.citation
    name = cited.number.canonical if cited.number else out.said(cited.text)
    return [
        str(cited.relation),
        # A number alone is not one instrument: issuer and day tell those that share it apart.
        Cell(name, below=joined(cited.issuer, cited.issued_on)),
        out.said(one.place.sentence),
        place_cell(one.document, one.place),
    ]
