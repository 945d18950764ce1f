"""A folder of documents to a folder of Plan JSON: the batch behind `vnplan convert`.

Every input ends as an `Outcome`; one that cannot be read stops none of the others. A JSON file is
written beside its place and renamed, so that a stop at any moment leaves no half file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from vnplan.pipeline import parse_file
from vnplan.readers import UnreadableDocument
from vnplan.records import Plan

DOCUMENT_SUFFIXES = frozenset(
    {
        *("", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml"),
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx"),
    }
)
"""What of a folder counts as a document; a file that is named is read whatever its name."""

_NOT_DOCUMENTS = ("readme", "license", "licence", "changelog", "manifest", "makefile")


@dataclass(frozen=True, slots=True)
class Job:
    """One document to convert and the file its Plan goes to."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Summary:
    """What a person wants to know of a converted document at a glance."""

    number: str | None
    issuer: str | None
    title: str | None
    sections: int
    citations: int
    tasks: int
    diagnostics: int
    characters: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a summary, or the one line that says why not."""

    job: Job
    summary: Summary | None
    error: str | None
    seconds: float


def documents(inputs: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """(file, folder it was found under) for every document in `inputs`, in a stable order.

    Folders are walked to the bottom; hidden files, and files that hold data or a description
    rather than a document (README, *.yaml, *.tsv …), are left out.
    """
    for given in inputs:
        if not given.is_dir():
            yield given, given.parent
            continue
        found = sorted(path for path in given.rglob("*") if path.is_file())
        for path in found:
            inside = path.relative_to(given)
            if any(part.startswith(".") for part in inside.parts):
                continue
            if path.stem.lower() in _NOT_DOCUMENTS:
                continue
            if path.suffix.lower() in DOCUMENT_SUFFIXES:
                yield path, given


def jobs(inputs: Iterable[Path], out: Path) -> list[Job]:
    """One job a document; a folder's own structure is kept under `out`.

    Documents whose names differ only in their ending keep it ("ke-hoach.md.json"); the same file
    named twice is converted once.
    """
    found: dict[Path, Path] = {}
    for path, root in documents(inputs):
        found.setdefault(path, path.relative_to(root).parent)
    places: dict[Path, list[Path]] = {}
    for path, inside in found.items():
        places.setdefault(out / inside / f"{path.stem}.json", []).append(path)
    planned: list[Job] = []
    taken: set[Path] = set()
    for target, sources in places.items():
        for source in sources:
            wanted = target if len(sources) == 1 else target.with_name(f"{source.name}.json")
            planned.append(Job(source, _free(wanted, taken)))
    return planned


def _free(target: Path, taken: set[Path]) -> Path:
    """`target`, or the first of "name-2.json", "name-3.json" … that no other job writes."""
    number, place = 1, target
    while place in taken:
        number += 1
        place = target.with_name(f"{target.stem}-{number}{target.suffix}")
    taken.add(place)
    return place


def write_plan(plan: Plan, target: Path) -> None:
    """Writes `plan` as JSON to `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_text(plan.to_json(indent=1) + "\n", encoding="utf-8", newline="\n")
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def convert_one(job: Job) -> Outcome:
    """Reads, parses and writes one document."""
    start = time.perf_counter()
    try:
        plan = parse_file(job.source)
        write_plan(plan, job.target)
    except UnreadableDocument as error:
        return Outcome(job, None, str(error), time.perf_counter() - start)
    except OSError as error:
        reason = f"{job.target}: cannot be written ({error.strerror or error})"
        return Outcome(job, None, reason, time.perf_counter() - start)
    except Exception as error:  # noqa: BLE001 - our fault in one document costs no other
        reason = f"{job.source}: internal error, {type(error).__name__}: {error}"
        return Outcome(job, None, " ".join(reason.split()), time.perf_counter() - start)
    return Outcome(job, _summary(plan), None, time.perf_counter() - start)


def _summary(plan: Plan) -> Summary:
    header = plan.header
    return Summary(
        number=header.number.canonical if header.number else None,
        issuer=header.issuer,
        title=header.title,
        sections=len(plan.sections),
        citations=len(plan.citations),
        tasks=len(plan.tasks),
        diagnostics=len(plan.diagnostics),
        characters=len(plan.text),
    )


def convert(planned: Sequence[Job], workers: int = 1) -> Iterator[Outcome]:
    """Converts all jobs, each outcome as it is ready; one worker keeps their order."""
    if workers <= 1 or len(planned) <= 1:
        yield from map(convert_one, planned)
        return
    with ProcessPoolExecutor(max_workers=min(workers, len(planned))) as pool:
        futures: dict[Future[Outcome], Job] = {
            pool.submit(convert_one, job): job for job in planned
        }
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                job = futures[future]
                reason = f"{job.source}: a worker process died before this document was done"
                yield Outcome(job, None, reason, 0.0)
