"""`vnplan evaluate GOLD DOCS`: how much of what a person found is found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from vnplan.evaluation import Evaluation, Kind
    from vnplan.evaluation.report import ReportTable

# Narrower, a table would cut its figures; a terminal that knows its width decides itself.
_WIDTH_OF_A_PIPE = 140


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Folder of annotations (name.yaml), or one of them.")
    ],
    docs: Annotated[
        Path, typer.Argument(help="Folder with the documents (name.*), or the one document.")
    ],
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List every miss, false alarm and wrong field.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as JSON instead of tables.")
    ] = False,
    kinds: Annotated[
        str | None,
        typer.Option(help="Only these, separated by commas: header,sections,citations"),
    ] = None,
) -> None:
    """Compare documents with annotations made by hand: a table for each kind, and the means.

    Exit status 1 when a document or an annotation could not be read; the others are scored.

    Example: vnplan evaluate gold/ documents/ --kinds header,sections,citations
    """
    from vnplan.evaluation import Evaluation, GoldError, evaluate_file, gold_files
    from vnplan.evaluation.report import as_data

    wanted = _kinds(kinds)
    try:
        files = gold_files(gold)
    except GoldError as error:
        raise typer.BadParameter(str(error), param_hint="GOLD") from error
    if not docs.exists():
        raise typer.BadParameter(f"{docs}: no such file or folder", param_hint="DOCS")
    if docs.is_file() and len(files) > 1:
        raise typer.BadParameter(f"one document for {len(files)} annotations", param_hint="DOCS")
    scores = [evaluate_file(file, docs, kinds=wanted) for file in _progress(files)]
    evaluation = Evaluation(tuple(scores))
    if as_json:
        typer.echo(json.dumps(as_data(evaluation), ensure_ascii=False, indent=2))
    else:
        _print(evaluation, verbose=verbose)
    if evaluation.failures:
        raise typer.Exit(1)


def _kinds(names: str | None) -> tuple[Kind, ...]:
    from vnplan.evaluation import Kind

    if names is None:
        return tuple(Kind)
    wanted = {name.strip().lower() for name in names.split(",") if name.strip()}
    known = {str(kind) for kind in Kind}
    if not wanted or wanted - known:
        unknown = ", ".join(sorted(wanted - known)) or "nothing"
        raise typer.BadParameter(f"{unknown} is none of {', '.join(Kind)}", param_hint="--kinds")
    return tuple(kind for kind in Kind if kind in wanted)


def _progress(files: Iterable[Path]) -> Iterable[Path]:
    """A bar on the terminal's error stream; nothing where that is a file or a pipe."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    if not console.is_terminal:
        return files
    return track(list(files), "Measuring", console=console, transient=True)


def _print(evaluation: Evaluation, *, verbose: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from vnplan.evaluation.report import finding_lines, tables

    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH_OF_A_PIPE)
    for table in tables(evaluation):
        _print_table(table, console)
    if verbose:
        for document in evaluation.documents:
            console.print(Text(f"\n{document.document}", style="bold"))
            for line in finding_lines(document):
                console.print(Text(f"  {line}"), soft_wrap=True)
    for failure in evaluation.failures:
        Console(stderr=True).print(
            Text(f"not scored: {failure.document}: {failure.failure}"), soft_wrap=True
        )


def _print_table(data: ReportTable, console: Console) -> None:
    """Figures stay whole down to 80 columns; names and headings are cut before them."""
    from rich.table import Table
    from rich.text import Text

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
        cells = (Text(cell) for cell in row)
        table.add_row(*cells, style="bold" if place >= sums else "")
    console.print(table)
    console.print()
