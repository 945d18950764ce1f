"""`vnplan graph SOURCE --kind … --format …`: the graphs of a corpus for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import AgencyName, Province, Sources, Within
from vnplan.cli.source import corpus_of, day, one_of, places
from vnplan.cli.terminal import complain, console, print_data, words, wrong

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

_KINDS = ("responsibility", "citations")
_Kind: TypeAlias = Annotated[str, typer.Option(metavar="KIND", help="responsibility or citations.")]
_Format: TypeAlias = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="graphml, gexf, json, dot, mermaid, cypher, or csv (two tables for Neo4j).",
    ),
]
_Type: TypeAlias = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="plan, decision, directive …")
]
_After: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Issued on this day or later: 2025-01-01.")
]
_Before: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Issued on this day or before.")
]
_Out: TypeAlias = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="A file, for csv a folder; else the output."),
]


def graph(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    kind: _Kind = "responsibility",
    form: _Format = "graphml",
    agency: AgencyName = None,
    province: Province = None,
    document_type: _Type = None,
    issued_after: _After = None,
    issued_before: _Before = None,
    lexicon: LexiconFiles = None,
    out: _Out = None,
) -> None:
    """Who is responsible for what, or which plan rests on which instrument, as a graph.

    Of all documents, or of those of a province, a type, a time, or in which
    an agency has a task.

    Exit status: 0 written, 1 nothing there, unreadable or not written, 2 a wrong call.

    Example: vnplan graph out/ --kind citations --format dot -o citations.dot
    """
    from vnplan.records import DocumentType

    one_of(kind, _KINDS, "--kind")
    one_of(document_type, DocumentType, "--type")
    _check_target(form, out)
    first, last = day(issued_after, "--issued-after"), day(issued_before, "--issued-before")
    with corpus_of(places(sources, within), lexicon) as corpus:
        graphs = corpus.select(
            agency=agency,
            province=province,
            type=document_type,
            issued_after=first,
            issued_before=last,
        ).graph
        made = graphs.citations if kind == "citations" else graphs.responsibility
    if not made:
        complain("nothing found: no such plans")
        raise typer.Exit(1)
    _write(made, form, out)


def _check_target(form: str, out: Path | None) -> None:
    """Whether a format can be written there; else it is a wrong call."""
    from vnplan.graph.writers import FORMATS, TABLES

    one_of(form, FORMATS, "--format")
    if form == TABLES and out is None:
        raise wrong("csv is two tables: name a folder for them", of="--out")
    if form == TABLES and out is not None and out.exists() and not out.is_dir():
        raise wrong(f"{out} is a file, not a folder", of="--out")
    if form != TABLES and out is not None and out.is_dir():
        raise wrong(f"{out} is a folder, not a file", of="--out")


def _write(made: Graph, form: str, out: Path | None) -> None:
    from vnplan.graph.writers import render, write

    if out is None:
        print_data(render(made, form))
        return
    try:
        files = write(made, out, form)
    except OSError as error:
        complain(f"{out}: cannot be written ({error.strerror or error})")
        raise typer.Exit(1) from None
    sums = f"{made.number_of_nodes()} nodes, {made.number_of_edges()} edges"
    console().print(words(f"{', '.join(map(str, files))}: {sums}", "green"))
