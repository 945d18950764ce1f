"""The report of a run: what became of every input, and the sums. `schemas/report.schema.json`."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final

from pydantic import Field

from vnplan.exports.address import Place
from vnplan.exports.journal import Entry
from vnplan.exports.plan_file import whole
from vnplan.records.record import NonEmpty, Record

REPORT_VERSION: Final = "1.0"
"""Version of the report's form, counted as that of a Plan."""


class Status(StrEnum):
    """What became of an input."""

    CONVERTED = "converted"
    UNCHANGED = "unchanged"  # the file of an earlier run is still right
    FAILED = "failed"
    NOT_REACHED = "not_reached"  # the run was stopped before


class FileReport(Record):
    """One input."""

    source: NonEmpty = Field(description="The document, as it was named.")
    target: NonEmpty | None = Field(
        description="The file its Plan is in, from the folder of the results; of tables the name "
        "that the part has in each folder. Null where it is in none."
    )
    status: Status = Field(description="What became of it.")
    seconds: float = Field(ge=0, description="What it took in this run.")
    characters: int = Field(ge=0, description="Code points of its text; 0 when not converted.")
    records: dict[str, int] = Field(description='What was found: {"tasks": 47, …}.')
    diagnostics: dict[str, int] = Field(description="Diagnostics of the Plan by their code.")
    error: NonEmpty | None = Field(default=None, description="Why it failed, in one line.")


class Totals(Record):
    """The sums of a run, in inputs."""

    inputs: int = Field(ge=0, description="All of them: the sum of the four below.")
    converted: int = Field(ge=0)
    unchanged: int = Field(ge=0)
    failed: int = Field(ge=0)
    not_reached: int = Field(ge=0)
    characters: int = Field(ge=0, description="Of all that are converted or unchanged.")
    seconds: float = Field(ge=0, description="Of the whole run, by the clock.")
    document_seconds: float = Field(ge=0, description="Sum of the seconds of the inputs.")
    diagnostics: dict[str, int] = Field(description="Diagnostics of all Plans by their code.")


class RunReport(Record):
    """What a run of `vnplan convert` did."""

    report_version: NonEmpty = Field(
        default=REPORT_VERSION, description="Version of this form, major.minor."
    )
    vnplan: NonEmpty = Field(description='The program: "0.1.0+3f2a…", with a digest of its files.')
    started: dt.datetime = Field(description="In UTC.")
    format: NonEmpty = Field(description='"json", "jsonl" or "parquet".')
    complete: bool = Field(description="False when the run was stopped before its end.")
    problems: tuple[NonEmpty, ...] = Field(
        default=(), description="What went wrong apart from single inputs, a line each."
    )
    totals: Totals = Field(description="The sums.")
    files: tuple[FileReport, ...] = Field(description="Every input, in the order of the call.")


_RECORDS = ("sections", "citations", "agencies", "targets", "deadlines", "tasks")


def file_report(entry: Entry, target: str | None, status: Status, seconds: float) -> FileReport:
    """The part of the report on one input, whose Plan is in `target`."""
    found = entry.summary
    return FileReport(
        source=shown(entry.source),
        target=shown(target) if target else None,
        status=status,
        seconds=round(seconds, 3),
        characters=found.characters if found else 0,
        records={name: getattr(found, name) for name in _RECORDS} if found else {},
        diagnostics=found.codes if found else {},
        error=entry.error,
    )


def shown(name: str) -> str:
    """A file name as text that JSON can hold: some bear names in an encoding of the past."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def write_report(path: Place, head: RunReport, files: Iterable[FileReport], run: str) -> None:
    """Writes the report, whose `files` are given apart: a million of them need no memory.

    One line an input, so that lines can be searched too. Raises `UnwritablePlan`.
    """
    with whole(path, run) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(head, files))


def _lines(head: RunReport, files: Iterable[FileReport]) -> Iterator[str]:
    fields: dict[str, Any] = json.loads(head.model_dump_json(exclude={"files"}))
    yield "{\n"
    for name, value in fields.items():
        yield f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},\n"
    yield ' "files": ['
    for number, one in enumerate(files):
        yield f"{',' if number else ''}\n  {one.model_dump_json()}"
    yield "\n ]\n}\n"


def is_report(path: Place) -> bool:
    """Whether a file is a report of a run, by how it begins."""
    try:
        with path.open("rb") as file:
            return b'"report_version"' in file.read(40)
    except OSError:
        return False
