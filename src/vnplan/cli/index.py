"""`vnplan index IN… -o plans.db`: many plans in one file, brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from vnplan.cli.terminal import complain, console, words, wrong


def index(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="IN...", help="A folder that convert made, Plan JSON files, or documents."
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The index: plans.db.")],
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only the failures, no progress and no sums.")
    ] = False,
) -> None:
    """Build an index, or bring it up to date: only what is new or changed is read.

    What vanished from a folder leaves the index. A run that was stopped is gone on with by the
    next one; others may read meanwhile.

    Exit status: 0 all indexed, 1 something was not, 2 a wrong call.

    Example: vnplan index out/ -o plans.db
    """
    from vnplan.store import UnreadableStore
    from vnplan.store import index as index_plans

    if out.is_dir():
        raise wrong(f"{out} is a folder, not a file", of="--out")
    try:
        with _watched(quiet=quiet) as on_file:
            report = index_plans(inputs, out, on_file=on_file)
    except UnreadableStore as error:
        complain(str(error))
        raise typer.Exit(1) from None
    for problem in report.problems:
        complain(problem)
    if not quiet:
        sums = (
            f"{report.added} added, {report.changed} changed, {report.removed} removed,"
            f" {report.unchanged} unchanged, {len(report.problems)} failed"
        )
        console().print(words(sums, "red" if report.problems else "green"))
    if report.problems:
        raise typer.Exit(1)


@contextmanager
def _watched(*, quiet: bool) -> Iterator[Callable[[str, str], None] | None]:
    """How many files are done, where somebody watches."""
    to = console(stderr=True)
    if quiet or not to.is_terminal:
        yield None
        return
    done = count(1)
    with to.status("indexing") as status:
        yield lambda _path, _what: status.update(f"indexing: {next(done)} files")
