"""`vnplan cites NUMBER`: every place where an instrument is cited."""

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
from vnplan.cli.source import Within, apart, corpus_of, one_of
from vnplan.cli.terminal import Cell, Column, Listing

if TYPE_CHECKING:
    from vnplan.store import Cite

SourcesAndNumber: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="[SOURCE...] NUMBER",
        help="A number in any spelling, or the name of a law; before it, where (else ./out).",
        show_default=False,
    ),
]
_COLUMNS = (
    Column("relation", widest=14),
    Column("cited", widest=32),
    Column("sentence"),
    *PLACE,
)


def cites(
    arguments: SourcesAndNumber,
    within: Within = None,
    relation: Annotated[
        str | None,
        typer.Option(metavar="RELATION", help="Only as legal_basis, implements, amends …"),
    ] = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Where an instrument is cited, in what relation, with the sentence.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan cites out/ 844/QĐ-TTg --relation implements
    """
    from vnplan.records import Relation

    form = form_of(as_json=as_json, as_csv=as_csv)
    named, number = apart(arguments, within, "NUMBER")
    relation = one_of(relation, Relation, "--relation")
    with corpus_of(named) as corpus:
        found = corpus.cites(number, Relation(relation) if relation else None)
        if not found:
            how = f" as {relation}" if relation else ""
            elsewhere = bool(relation) and bool(corpus.cites(number))
            offers = [] if elsewhere else corpus.near(instrument=number)
            raise nothing(form, f'nobody cites "{number}"{how}', offers)
    print_answers(
        form,
        [one.row() for one in found],
        lambda: _listing(found, everything=everything),
        everything=everything,
    )


def _listing(found: Sequence[Cite], *, everything: bool) -> Listing:
    documents = len({one.document.id for one in found})
    title = f"{counted(len(found), 'citation')} in {counted(documents, 'document')}"
    return Listing(title, _COLUMNS, [_row(one, everything=everything) for one in found])


def _row(one: Cite, *, everything: bool) -> list[Cell | str]:
    cited = one.citation
    name = cited.number.canonical if cited.number else said(cited.text, everything=everything)
    # A number alone is not one instrument: issuer and day tell those that share it apart.
    below = [cited.issuer or "", cited.issued_on.isoformat() if cited.issued_on else ""]
    return [
        str(cited.relation),
        Cell(name, below=", ".join(filter(None, below))),
        said(one.place.sentence, everything=everything),
        *place_cells(one.document, one.place),
    ]
