"""`vnplan convert IN… -o OUT`: one Plan JSON a document, or all in one file, or tables."""

from __future__ import annotations

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
from vnplan.cli.watching import watching

if TYPE_CHECKING:
    from vnplan.exports.address import Place
    from vnplan.exports.batch import Batch
    from vnplan.exports.conversion import Outcome

_SHOWN = 40
"""So many documents are listed one by one; of more, only the sums and the failures."""

INTERRUPTED = 130

_FORMS = ("json", "jsonl", "parquet")


def convert(  # noqa: PLR0913 - each is an option of its own
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="IN...", help="Documents, or folders of documents; s3://… and the like too."
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", metavar="OUT", help="Folder for the results.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="json|jsonl|parquet",
            help="A file a plan, one file with a plan a line, or tables of records.",
        ),
    ] = "json",
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="How many processes work side by side.")
    ] = 1,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help='On the workers of a dask cluster: tcp://host:8786, or "local" to try it here.',
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", min=0.1, help="The most a document may take."),
    ] = None,
    memory: Annotated[
        int | None,
        typer.Option(metavar="MB", min=1, help="The most memory a document may take."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Convert also what did not change since the last run.")
    ] = False,
    lexicon: LexiconFiles = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only the failures, no progress and no table.")
    ] = False,
) -> None:
    """Convert documents to Plan JSON, one OUT/<name>.json each.

    Folders are walked to the bottom and keep their structure. Documents that did not change since
    the last run are left alone, and a run that was stopped is gone on with by the next one.

    What cannot be read is named with the reason on standard error; the others are converted.
    OUT/report.json tells of every document what became of it.

    With --format jsonl there is one file OUT/plans.jsonl, with --format parquet a folder of tables
    for every kind of record: OUT/tasks/part-00000.parquet …

    Exit status: 0 all converted, 1 some were not, 2 a wrong call, 130 interrupted.

    Example: vnplan convert ke-hoach/ bao-cao.html -o out --jobs 2
    """
    folder = _place(out)
    _check(form, folder)
    from vnplan.exports.batch import Batch, Order
    from vnplan.exports.gathering import Form
    from vnplan.exports.limits import Limits

    order = Order(
        out=folder,
        form=Form(form),
        workers=jobs,
        lexicon=load_lexicon(lexicon),
        limits=Limits(timeout, memory),
        force=force,
        cluster=dask,
    )
    batch = Batch(map(_place, inputs), order)
    if not batch.jobs:
        raise wrong("no documents there", of="IN...")
    _run(batch, quiet=quiet)


def _place(given: str) -> Place:
    from vnplan.exports.address import place
    from vnplan.exports.problem import BatchProblem

    try:
        return place(given)
    except BatchProblem as problem:
        complain(str(problem))
        raise typer.Exit(2) from None


def _check(form: str, out: Place) -> None:
    if form not in _FORMS:
        raise wrong(f"{form!r} is none of {', '.join(_FORMS)}", of="--format")
    if isinstance(out, Path) and out.exists() and not out.is_dir():
        raise wrong(f"{out} is a file, not a folder", of="--out")
    if out.suffix.lower() in (".jsonl", ".parquet"):
        raise wrong("is a folder: the names of the files in it are given", of="--out")


def _run(batch: Batch, *, quiet: bool) -> None:
    from vnplan.exports.plan_file import UnwritablePlan
    from vnplan.exports.problem import BatchProblem

    shown = _Shown(len(batch.jobs))
    interrupted = False
    try:
        with batch, watching(quiet=quiet) as watch:
            with closing(batch.documents()) as found:
                for outcome in watch.documents(found, len(batch.jobs)):
                    shown.take(outcome)
            watch.parts(batch)
    except KeyboardInterrupt:
        interrupted = True
    except BatchProblem as problem:
        complain(str(problem))
        raise typer.Exit(2) from None
    except UnwritablePlan as problem:
        batch.problems.append(str(problem))
    failures = [*shown.failures(quiet=quiet), *batch.problems]
    for line in failures:
        complain(line)
    if interrupted:
        complain(f"interrupted: {shown.good} of {len(batch.jobs)} converted")
        raise typer.Exit(INTERRUPTED)
    if failures:
        raise typer.Exit(1)


class _Shown:
    """What is told of the documents when all is done: of many only the sums and the failures."""

    def __init__(self, total: int) -> None:
        self._listed: list[Outcome] | None = [] if total <= _SHOWN else None
        self._failed: list[tuple[int, str]] = []
        self._unchanged = 0
        self._characters = 0
        self._seconds = 0.0
        self.good = 0

    def take(self, outcome: Outcome) -> None:
        """One more."""
        if self._listed is not None:
            self._listed.append(outcome)
        self._seconds += outcome.seconds
        if outcome.error is not None:
            self._failed.append((outcome.place, outcome.error))
            return
        self.good += 1
        self._unchanged += outcome.unchanged
        if outcome.summary is not None:
            self._characters += outcome.summary.characters

    def failures(self, *, quiet: bool) -> list[str]:
        """Prints the table and the sums; the failures, in the order of the inputs."""
        if not quiet:
            to = console()
            if self._listed:
                print_listing(to, _listing(sorted(self._listed, key=lambda one: one.place)))
            to.print(words(self._sums(), "red" if self._failed else "green"))
        return [line for _, line in sorted(self._failed)]

    def _sums(self) -> str:
        new = self.good - self._unchanged
        unchanged = f", {self._unchanged} unchanged" if self._unchanged else ""
        return (
            f"{new} converted{unchanged}, {len(self._failed)} failed; "
            f"{self._characters:,} characters in {self._seconds:.1f} s"
        )


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
