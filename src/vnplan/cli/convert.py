"""`vnplan convert IN… -o OUT`: one Plan JSON a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from vnplan.exports.folder import Job, Outcome

_SHOWN = 40
"""So many documents are listed one by one; of more, only the sums and the failures."""


def convert(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="IN...", help="Documents, or folders of documents.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the JSON files.")],
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="How many processes work side by side.")
    ] = 1,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only the failures, no progress and no table.")
    ] = False,
) -> None:
    """Convert documents to Plan JSON, one OUT/<name>.json each.

    What cannot be read is named with the reason on standard error, the others are converted.
    Exit status: 0 all converted, 1 some were not, 2 the call itself was wrong.

    Example: vnplan convert ke-hoach/ bao-cao.html -o out --jobs 2
    """
    from rich.console import Console

    from vnplan.exports.folder import jobs as plan_jobs

    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file, not a folder", param_hint="--out")
    planned = plan_jobs(inputs, out)
    if not planned:
        raise typer.BadParameter("no documents there", param_hint="IN...")
    outcomes = _run(planned, jobs, quiet=quiet)
    failures = [outcome for outcome in outcomes if outcome.error]
    if not quiet:
        _print_table(Console(width=None), outcomes)
    for outcome in failures:
        typer.echo(outcome.error, err=True)
    if failures:
        raise typer.Exit(1)


def _run(planned: list[Job], workers: int, *, quiet: bool) -> list[Outcome]:
    """All outcomes, in the order of the inputs, with a progress bar where somebody watches."""
    from rich.console import Console
    from rich.progress import track

    from vnplan.exports.folder import convert as convert_jobs

    stderr = Console(stderr=True)
    found = convert_jobs(planned, workers)
    if not quiet and stderr.is_terminal:
        found = iter(track(found, "converting", total=len(planned), console=stderr))
    order = {job: place for place, job in enumerate(planned)}
    return sorted(found, key=lambda outcome: order[outcome.job])


def _print_table(console: Console, outcomes: list[Outcome]) -> None:
    from rich.table import Table
    from rich.text import Text

    done = [outcome for outcome in outcomes if outcome.summary]
    if len(outcomes) <= _SHOWN:
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column("document", overflow="fold")
        table.add_column("number", no_wrap=True)
        table.add_column("issuer", overflow="fold")
        for column in ("sections", "citations", "tasks", "notes"):
            table.add_column(column, justify="right")
        for outcome in outcomes:
            summary = outcome.summary
            name = Text(outcome.job.source.name)
            if summary is None:
                table.add_row(name, Text("not converted", style="red"))
                continue
            table.add_row(
                name,
                Text(summary.number or "–"),
                Text(summary.issuer or "–"),
                str(summary.sections),
                str(summary.citations),
                str(summary.tasks),
                str(summary.diagnostics),
            )
        console.print(table)
    seconds = sum(outcome.seconds for outcome in outcomes)
    characters = sum(outcome.summary.characters for outcome in done if outcome.summary)
    failed = len(outcomes) - len(done)
    line = f"{len(done)} converted, {failed} failed; {characters:,} characters in {seconds:.1f} s"
    console.print(Text(line, style="red" if failed else "green"))
