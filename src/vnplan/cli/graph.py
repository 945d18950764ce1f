"""`vnplan graph SOURCE --kind … --format …`: the graphs of a corpus for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnplan.cli.source import Sources, Within, corpus_of, one_of, places
from vnplan.cli.terminal import complain, console, print_data, words, wrong

_KINDS = ("responsibility", "citations")


def graph(
    sources: Sources = None,
    within: Within = None,
    kind: Annotated[
        str, typer.Option(metavar="KIND", help="responsibility or citations.")
    ] = "responsibility",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="graphml, gexf, json, dot, mermaid, cypher, or csv (two tables for Neo4j).",
        ),
    ] = "graphml",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FILE", help="A file, for csv a folder; else standard output."
        ),
    ] = None,
) -> None:
    """Who is responsible for what, or which plan rests on which instrument, as a graph.

    Exit status: 0 written, 1 nothing there, unreadable or not written, 2 a wrong call.

    Example: vnplan graph out/ --kind citations --format dot -o citations.dot
    """
    from vnplan.graph.writers import FORMATS, TABLES, render, write

    one_of(kind, _KINDS, "--kind")
    one_of(form, FORMATS, "--format")
    if form == TABLES and out is None:
        raise wrong("csv is two tables: name a folder for them", of="--out")
    if form == TABLES and out is not None and out.exists() and not out.is_dir():
        raise wrong(f"{out} is a file, not a folder", of="--out")
    if form != TABLES and out is not None and out.is_dir():
        raise wrong(f"{out} is a folder, not a file", of="--out")
    with corpus_of(places(sources, within)) as corpus:
        graphs = corpus.graph
        made = graphs.citations if kind == "citations" else graphs.responsibility
    if not made:
        complain("nothing found: there are no plans")
        raise typer.Exit(1)
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
