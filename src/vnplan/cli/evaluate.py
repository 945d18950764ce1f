"""`vnplan evaluate GOLD DOCS`: how much of what a person found is found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnplan.cli.lexicon import LexiconFiles, load_lexicon
from vnplan.cli.terminal import complain, console, print_json, words, wrong

if TYPE_CHECKING:
    from rich.console import Console

    from vnplan.evaluation import Evaluation, Kind
    from vnplan.evaluation.folder import Parse
    from vnplan.evaluation.report import ReportTable

# Narrower, a table would cut its figures; a terminal that knows its width decides itself.
_WIDTH_OF_A_PIPE = 140


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="Folder of annotations (name.yaml), or one of them."),
    ],
    docs: Annotated[
        Path,
        typer.Argument(metavar="DOCS", help="Folder with the documents (name.*), or the one."),
    ],
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List every miss, false alarm and wrong field.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as JSON instead of tables.")
    ] = False,
    kinds: Annotated[
        str | None,
        typer.Option(metavar="KINDS", help="Only these: header,sections,citations,targets …"),
    ] = None,
    lexicon: LexiconFiles = None,
) -> None:
    """Compare documents with annotations made by hand: a table for each kind, and the means.

    Exit status: 0 all scored, 1 a document or an annotation could not be read, 2 a wrong call.

    Example: vnplan evaluate gold/ documents/ --kinds header,sections,citations
    """
    from vnplan.evaluation import Evaluation, GoldError, evaluate_file, gold_files
    from vnplan.evaluation.report import as_data

    wanted = _kinds(kinds)
    try:
        files = gold_files(gold)
    except GoldError as error:
        raise wrong(str(error), of="GOLD") from error
    if not docs.exists():
        raise wrong(f"{docs}: no such file or folder", of="DOCS")
    if docs.is_file() and len(files) > 1:
        raise wrong(f"one document for {len(files)} annotations", of="DOCS")
    parse = _parse(lexicon)
    scores = [evaluate_file(file, docs, parse, wanted) for file in _progress(files)]
    evaluation = Evaluation(tuple(scores))
    if as_json:
        print_json(json.dumps(as_data(evaluation), ensure_ascii=False, indent=2))
    else:
        _print(evaluation, verbose=verbose)
    if evaluation.failures:
        raise typer.Exit(1)


def _parse(files: list[Path] | None) -> Parse | None:
    """How a document is read: as always, or with the user's names."""
    names = load_lexicon(files)
    if names is None:
        return None
    from vnplan.pipeline import parse_file

    return partial(parse_file, lexicon=names)


def _kinds(names: str | None) -> tuple[Kind, ...]:
    from vnplan.evaluation import Kind

    if names is None:
        return tuple(Kind)
    wanted = {name.strip().lower() for name in names.split(",") if name.strip()}
    known = {str(kind) for kind in Kind}
    if not wanted or wanted - known:
        unknown = ", ".join(sorted(wanted - known)) or "nothing"
        raise wrong(f"{unknown} is none of {', '.join(Kind)}", of="--kinds")
    return tuple(kind for kind in Kind if kind in wanted)


def _progress(files: Iterable[Path]) -> Iterable[Path]:
    """A bar on the terminal's error stream; nothing where that is a file or a pipe."""
    to = console(stderr=True)
    if not to.is_terminal:
        return files
    from rich.progress import track

    return track(list(files), "measuring", console=to, transient=True)


def _print(evaluation: Evaluation, *, verbose: bool) -> None:
    from vnplan.evaluation.report import finding_lines, tables

    to = console(width_of_a_pipe=_WIDTH_OF_A_PIPE)
    for table in tables(evaluation):
        _print_table(table, to)
    if verbose:
        for document in evaluation.documents:
            to.print()
            to.print(words(document.document, "bold"))
            for line in list(finding_lines(document)) or ["no differences"]:
                to.print(words(f"  {line}"), soft_wrap=True)
    for failure in evaluation.failures:
        complain(f"not scored: {failure.document}: {failure.failure}")


def _print_table(data: ReportTable, to: Console) -> None:
    """Figures stay whole down to 80 columns; names and headings are cut before them."""
    from rich.table import Table

    table = Table(
        title=data.title,
        title_justify="left",
        title_style="bold",
        header_style="dim",
        box=None,
        padding=(0, 1, 0, 0),
    )
    table.add_column(data.columns[0], overflow="ellipsis", min_width=8)
    for place, name in enumerate(data.columns[1:], start=1):
        if name == "fields":
            table.add_column(name)
        else:
            width = max(4, *(len(row[place]) for row in data.rows))
            table.add_column(name, justify="right", min_width=width, overflow="ellipsis")
    sums = len(data.rows) - data.sums
    for place, row in enumerate(data.rows):
        cells = (words(cell) for cell in row)
        table.add_row(*cells, style="bold" if place >= sums else "")
    to.print(table)
    to.print()
