"""`vnplan export SOURCE… --xlsx … --docx … --ics …`: plans in the files other programs work with.

A new kind of file is an option of `export`, a name in the mapping in its body, and a row of
`outputs.OUTPUTS`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import (
    AgencyName,
    DueAfter,
    DueBefore,
    Province,
    Quiet,
    RoleName,
    Sources,
    Spoken,
    Within,
)
from vnplan.cli.outputs import OUTPUTS, Choice, Labels
from vnplan.cli.source import corpus_of, day, one_of, places
from vnplan.cli.terminal import complain, console, words, wrong

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
    role: RoleName = None,
    province: Province = None,
    due_after: DueAfter = None,
    due_before: DueBefore = None,
    text: Spoken = None,
    on: _On = None,
    lang: _Language = "vi",
    grouping: _Grouping = "part",
    events: _Events = False,
    lexicon: LexiconFiles = None,
    quiet: Quiet = False,
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
