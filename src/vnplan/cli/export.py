"""`vnplan export SOURCE… --xlsx … --docx … --ics …`: plans in the files other programs work with.

A new kind of file is an option of `export`, a name in the mapping in its body, and a row of
`OUTPUTS`: a function that gets what was chosen and where to write, writes that whole or not at
all, and says in a few words what is in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

import typer

from vnplan.cli.answers import conditions, counted
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import AgencyName, Province, Sources, Within
from vnplan.cli.source import corpus_of, day, one_of, places
from vnplan.cli.terminal import complain, console, words, wrong

if TYPE_CHECKING:
    from vnplan.exports.assignments import Assignment
    from vnplan.records import Plan
    from vnplan.store import Corpus

MOST: Final = 50_000
"""Tasks in one file for an office; of more it is asked to choose."""

TOOLS: Final = ("label-studio", "doccano", "doccano-relations")
LABELLED: Final = [
    "abbreviations",
    "agencies",
    "citations",
    "deadlines",
    "funding",
    "sections",
    "targets",
    "tasks",
]
"""Those of `exports.labels` and of `pipes`, which bring spaCy along."""

_Xlsx: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The tasks as a tracking sheet for Excel: theo-doi.xlsx."),
]
_Docx: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The tasks as an appendix in Word: phu-luc.docx."),
]
_Ics: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The days by which tasks are due, as a calendar: lich.ics."),
]
_Csv: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The tasks as a table: nhiem-vu.csv.")
]
_Akn: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="DIR|FILE", help="The documents in Akoma Ntoso 3.0, a file each."),
]
_Jsonld: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="DIR|FILE", help="The documents as linked data (JSON-LD), a file each."),
]
_Annotations: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="DIR|FILE", help="The records as W3C Web Annotations, a file a document."),
]
_Spacy: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE|DIR", help="The documents to train spaCy with: train.spacy."),
]
_Jsonl: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="The records as labels for an annotation tool: labels.jsonl."
    ),
]
_Tool: TypeAlias = Annotated[
    str,
    typer.Option(
        "--for", metavar="TOOL", help="label-studio, doccano or doccano-relations, with --jsonl."
    ),
]
_Kinds: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="KINDS",
        help="The records in --spacy and --jsonl: agencies,citations,deadlines,targets,tasks …",
    ),
]
_Ents: TypeAlias = Annotated[
    bool, typer.Option("--ents", help="Agencies, citations, deadlines as entities too, in --spacy.")
]
_Role: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="ROLE", help="Of that agency: owner, lead, coordinate, monitor …"),
]
_DueAfter: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Tasks due on this day or later: 2025-01-01.")
]
_DueBefore: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Tasks due on this day or before.")
]
_Text: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Tasks that speak of it, marks optional.")
]
_On: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="From when the next due day is counted; else from today."),
]
_Language: TypeAlias = Annotated[
    str, typer.Option("--lang", metavar="vi|en", help="Language of headings and labels.")
]
_Grouping: TypeAlias = Annotated[
    str,
    typer.Option(
        "--group", metavar="part|agency|none", help="What the Roman rows of an appendix stand for."
    ),
]
_Events: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--events", help="All-day events in the calendar, for Outlook and Google; else to-dos."
    ),
]
_Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Only what went wrong, no sums.")
]


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


def export(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    xlsx: _Xlsx = None,
    docx: _Docx = None,
    ics: _Ics = None,
    csv: _Csv = None,
    akn: _Akn = None,
    jsonld: _Jsonld = None,
    annotations: _Annotations = None,
    spacy: _Spacy = None,
    jsonl: _Jsonl = None,
    tool: _Tool = "label-studio",
    kinds: _Kinds = None,
    ents: _Ents = False,
    agency: AgencyName = None,
    role: _Role = None,
    province: Province = None,
    due_after: _DueAfter = None,
    due_before: _DueBefore = None,
    text: _Text = None,
    on: _On = None,
    lang: _Language = "vi",
    grouping: _Grouping = "part",
    events: _Events = False,
    lexicon: LexiconFiles = None,
    quiet: _Quiet = False,
) -> None:
    """Write plans, or the tasks of some, in the files that other programs work with.

    Several kinds at once; each file is written whole or not at all.

    Exit status: 0 all written, 1 nothing there, unreadable or not written, 2 a wrong call.

    Example: vnplan export out/ --xlsx theo-doi.xlsx --ics lich.ics --agency "Sở KH&CN"
    """
    from vnplan.records import ResponsibilityRole

    targets = _targets(
        {
            "xlsx": xlsx,
            "docx": docx,
            "ics": ics,
            "csv": csv,
            "akn": akn,
            "jsonld": jsonld,
            "annotations": annotations,
            "spacy": spacy,
            "jsonl": jsonl,
        }
    )
    one_of(role, ["owner", *ResponsibilityRole], "--role")
    one_of(lang, ("vi", "en"), "--lang")
    one_of(tool, TOOLS, "--for")
    one_of(grouping, ("part", "agency", "none"), "--group")
    labels = Labels(tool, _kinds(kinds), ents)
    asked = {
        "agency": agency,
        "role": role,
        "province": province,
        "due_after": day(due_after, "--due-after"),
        "due_before": day(due_before, "--due-before"),
        "text": text,
    }
    since = day(on, "--on") or dt.date.today()
    with corpus_of(places(sources, within), lexicon) as corpus:
        plans = corpus.select(agency=agency, province=province)
        _write(
            Choice(corpus, plans, asked, since, lang, grouping, events, labels),
            targets,
            quiet=quiet,
        )


def _kinds(given: str | None) -> tuple[str, ...] | None:
    """The groups of records that are named; another name is a wrong call."""
    if given is None:
        return None
    kinds = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in kinds or (given,):
        one_of(name, LABELLED, "--kinds")
    return kinds


def write_file(target: Path, data: bytes) -> None:
    """A file whole or not at all; raises `UnwritablePlan` for what the disk refuses."""
    from vnplan.exports.plan_file import whole

    with whole(target, "export") as part:
        part.write_bytes(data)


def _targets(given: Mapping[str, Path | None]) -> dict[str, Path]:
    """The files that are wanted; none, or a folder where a file is meant, is a wrong call."""
    targets = {name: path for name, path in given.items() if path is not None}
    if not targets:
        raise wrong("say what to write: " + ", ".join(f"--{name}" for name in given), of="export")
    for name, path in targets.items():
        if path.is_dir() and not OUTPUTS[name].folder:
            raise wrong(f"{path} is a folder, not a file", of=f"--{name}")
    if len({path.absolute() for path in targets.values()}) < len(targets):
        raise wrong("two of the files are one", of="export")
    return targets


def _write(chosen: Choice, targets: Mapping[str, Path], *, quiet: bool) -> None:
    from vnplan.exports.needs import MissingPackage
    from vnplan.exports.plan_file import UnwritablePlan

    failed = False
    for name, path in targets.items():
        try:
            told = OUTPUTS[name].write(chosen, path)
        except (MissingPackage, UnwritablePlan) as problem:
            complain(str(problem))
            failed = True
            continue
        if not quiet:
            console().print(words(f"{path}: {told}", "green"))
    if failed:
        raise typer.Exit(1)
