"""What `vnplan export` writes: a function a kind of file.

Each gets what was chosen and where to write, writes that whole or not at all, and says in a few
words what is in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from vnplan.cli.answers import conditions, counted
from vnplan.cli.terminal import complain, wrong

if TYPE_CHECKING:
    from vnplan.exports.assignments import Assignment
    from vnplan.records import Plan
    from vnplan.store import Corpus

MOST: Final = 50_000
"""Tasks in one file for an office; of more it is asked to choose."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The records that are labelled, for which tool, and whether as entities too."""

    tool: str
    kinds: tuple[str, ...] | None
    """Groups of records; None for those that are usual."""
    ents: bool


@dataclass(frozen=True)
class Choice:
    """What is exported: the plans that were chosen, and of them the tasks that were asked for."""

    corpus: Corpus
    """The whole source."""
    plans: Corpus
    """The documents that meet the conditions on documents: `--agency`, `--province`."""
    asked: Mapping[str, Any]
    """The conditions on tasks, as `Corpus.tasks` takes them."""
    on: dt.date
    """The day from which the next due day is counted."""
    lang: str
    """Of headings and labels: vi or en."""
    grouping: str
    """What the Roman rows of an appendix stand for: part, agency or none."""
    events: bool
    """Whether a calendar has events, not to-dos."""
    labels: Labels
    """What is labelled for those who train with it."""

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """The tasks as rows; where there are none, or too many, the command ends here."""
        from vnplan.exports.assignments import assignments_of

        found = self.corpus.tasks(**self.asked, limit=MOST + 1)
        if not found:
            complain(f"nothing found: no task{conditions(**self.asked)}")
            raise typer.Exit(1)
        if len(found) > MOST:
            raise wrong(
                f"there are more than {MOST:,} tasks: choose by --agency, --province or days",
                of="SOURCE",
            )
        return assignments_of(self.corpus, found, on=self.on)


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of file: what writes it, and whether a folder may be named for it."""

    write: Callable[[Choice, Path], str]
    folder: bool = False


def _xlsx(chosen: Choice, target: Path) -> str:
    from vnplan.exports.tracking_sheet import MOST_PLANS, render

    rows = chosen.assignments
    write_file(target, render(rows, chosen.lang))
    told = counted(len(rows), "task")
    papers = len({row.paper.sha256 for row in rows})
    if papers > MOST_PLANS:
        told += f"; of {papers} documents there are sheets of agencies only"
    return told


def _docx(chosen: Choice, target: Path) -> str:
    from vnplan.exports.appendix import MOST as ROWS
    from vnplan.exports.appendix import Grouping, render

    rows = chosen.assignments
    if len(rows) > ROWS:
        raise wrong(f"there are more than {ROWS:,} tasks, too many for an appendix", of="--docx")
    write_file(target, render(rows, chosen.lang, Grouping(chosen.grouping)))
    return counted(len(rows), "task")


def _ics(chosen: Choice, target: Path) -> str:
    from vnplan.exports.calendar import entries, written

    rows = chosen.assignments
    found = list(entries(rows))
    write_file(target, written(found, chosen.lang, events=chosen.events))
    dated = len({(entry.row.paper.sha256, entry.row.task_id) for entry in found})
    told = counted(len(found), "deadline")
    return f"{told} of {counted(dated, 'task')}; {len(rows) - dated} without a day left out"


def _csv(chosen: Choice, target: Path) -> str:
    from vnplan.exports.assignment_table import render

    rows = chosen.assignments
    write_file(target, render(rows, chosen.lang))
    return counted(len(rows), "task")


def _akn(chosen: Choice, target: Path) -> str:
    from vnplan.exports.akoma_ntoso import akoma_ntoso

    return _documents(chosen, target, ".akn.xml", akoma_ntoso)


def _jsonld(chosen: Choice, target: Path) -> str:
    from vnplan.exports.linked_data import render

    return _documents(chosen, target, ".jsonld", render)


def _annotations(chosen: Choice, target: Path) -> str:
    from vnplan.exports.annotations import render

    return _documents(chosen, target, ".annotations.json", render)


def _spacy(chosen: Choice, target: Path) -> str:
    from vnplan.exports.training import TooManyPlans, write_training

    kinds, ents = chosen.labels.kinds, chosen.labels.ents
    _some_plans(chosen)
    try:
        count = write_training(chosen.plans.plans(), target, kinds=kinds, ents=ents)
    except TooManyPlans as problem:
        raise wrong(str(problem), of="--spacy") from None
    return counted(count, "document")


def _jsonl(chosen: Choice, target: Path) -> str:
    from vnplan.exports.labels import KINDS, write_labels

    _some_plans(chosen)
    labels = chosen.labels
    count = write_labels(chosen.plans.plans(), target, labels.tool, labels.kinds or KINDS)
    return f"{counted(count, 'document')} for {labels.tool}"


def _some_plans(chosen: Choice) -> int:
    """How many documents there are; where there is none, the command ends here."""
    count = len(chosen.plans)
    if not count:
        complain("nothing found: no such plans")
        raise typer.Exit(1)
    return count


def _documents(chosen: Choice, target: Path, ending: str, render: Callable[[Plan], bytes]) -> str:
    """A file for each of the documents in a folder, or one for the only one."""
    from vnplan.exports.per_document import means_folder, write_each

    count = _some_plans(chosen)
    if means_folder(target):
        count = write_each(chosen.plans.plans(), target, ending, render)
    elif count > 1:
        raise wrong(
            f"{count:,} documents are a file each: name a folder, not {target}", of="export"
        )
    else:
        for plan in chosen.plans.plans():
            write_file(target, render(plan))
    return counted(count, "document")


OUTPUTS: Final[dict[str, Output]] = {
    "xlsx": Output(_xlsx),
    "docx": Output(_docx),
    "ics": Output(_ics),
    "csv": Output(_csv),
    "akn": Output(_akn, folder=True),
    "jsonld": Output(_jsonld, folder=True),
    "annotations": Output(_annotations, folder=True),
    "spacy": Output(_spacy, folder=True),
    "jsonl": Output(_jsonl),
}
"""Every kind of file by its option."""


def write_file(target: Path, data: bytes) -> None:
    """A file whole or not at all; raises `UnwritablePlan` for what the disk refuses."""
    from vnplan.exports.plan_file import whole

    with whole(target, "export") as part:
        part.write_bytes(data)
