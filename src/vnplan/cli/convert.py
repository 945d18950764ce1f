"""`vnplan convert IN… -o OUT`: one Plan JSON a document."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnplan.cli.lexicon import LexiconFiles, load_lexicon
from vnplan.cli.terminal import (
    Cell,
    Column,
    Listing,
    complain,
    console,
    print_listing,
    words,
    wrong,
)

if TYPE_CHECKING:
    from vnplan.exports.batch import Outcome
    from vnplan.exports.folder import Job

_SHOWN = 40
"""So many documents are listed one by one; of more, only the sums and the failures."""

INTERRUPTED = 130


def convert(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="IN...", help="Documents, or folders of documents.")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="OUT", help="Folder for the JSON files.")
    ],
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="How many processes work side by side.")
    ] = 1,
    lexicon: LexiconFiles = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only the failures, no progress and no table.")
    ] = False,
) -> None:
    """Convert documents to Plan JSON, one OUT/<name>.json each.

    Folders are walked to the bottom and keep their structure; earlier results are replaced.

    What cannot be read is named with the reason on standard error; the others are converted.

    Exit status: 0 all converted, 1 some were not, 2 a wrong call, 130 interrupted.

    Example: vnplan convert ke-hoach/ bao-cao.html -o out --jobs 2
    """
    from vnplan.exports.folder import jobs as plan_jobs

    if out.exists() and not out.is_dir():
        raise wrong(f"{out} is a file, not a folder", of="--out")
    planned = plan_jobs(inputs, out)
    if not planned:
        raise wrong("no documents there", of="IN...")
    names = load_lexicon(lexicon)
    from vnplan.exports.batch import convert as convert_jobs

    done: list[Outcome] = []
    interrupted = False
    try:
        with closing(convert_jobs(planned, jobs, names)) as found:
            done.extend(_watched(found, len(planned), quiet=quiet))
    except KeyboardInterrupt:
        interrupted = True
    failed = _report(planned, done, quiet=quiet)
    if interrupted:
        complain(f"interrupted: {len(done) - failed} of {len(planned)} converted")
        raise typer.Exit(INTERRUPTED)
    if failed:
        raise typer.Exit(1)


def _watched(
    found: Generator[Outcome, None, None], total: int, *, quiet: bool
) -> Iterable[Outcome]:
    """The outcomes, with a progress bar where somebody watches."""
    to = console(stderr=True)
    if quiet or not to.is_terminal:
        return found
    from rich.progress import track

    return track(found, "converting", total=total, console=to, transient=True)


def _report(planned: list[Job], done: list[Outcome], *, quiet: bool) -> int:
    """Prints what became of the documents, in the order of the inputs; how many failed."""
    order = {job: place for place, job in enumerate(planned)}
    outcomes = sorted(done, key=lambda outcome: order[outcome.job])
    failures = [outcome.error for outcome in outcomes if outcome.error]
    if not quiet:
        to = console()
        if 0 < len(outcomes) <= _SHOWN:
            print_listing(to, _listing(outcomes))
        to.print(words(_sums(outcomes, len(failures)), "red" if failures else "green"))
    for line in failures:
        complain(line)
    return len(failures)


def _listing(outcomes: list[Outcome]) -> Listing:
    columns = (
        Column("document", whole=True),
        Column("number", whole=True),
        Column("issuer", from_width=130),
        Column("sections", right=True),
        Column("agencies", right=True, from_width=100),
        Column("citations", right=True, from_width=100),
        Column("targets", right=True, from_width=110),
        Column("deadlines", right=True, from_width=110),
        Column("tasks", right=True),
        Column("notes", right=True),
    )
    return Listing("", columns, [_row(outcome, len(columns)) for outcome in outcomes])


def _row(outcome: Outcome, width: int) -> list[Cell | str]:
    name = outcome.job.source.name
    found = outcome.summary
    if found is None:
        return [name, Cell("not converted", "red"), *[""] * (width - 2)]
    counts = (
        *(found.sections, found.agencies, found.citations),
        *(found.targets, found.deadlines, found.tasks, found.diagnostics),
    )
    return [name, found.number or "–", found.issuer or "–", *map(str, counts)]


def _sums(outcomes: list[Outcome], failed: int) -> str:
    characters = sum(outcome.summary.characters for outcome in outcomes if outcome.summary)
    seconds = sum(outcome.seconds for outcome in outcomes)
    done = len(outcomes) - failed
    return f"{done} converted, {failed} failed; {characters:,} characters in {seconds:.1f} s"
