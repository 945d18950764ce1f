"""Many documents to Plan JSON: the batch behind `vnplan convert`.

Every job ends as an `Outcome`; one that cannot be read stops none of the others.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vnplan.exports.folder import Job
from vnplan.exports.plan_file import UnwritablePlan, unfinished, write_plan
from vnplan.exports.workers import Died, side_by_side
from vnplan.readers import UnreadableDocument
from vnplan.records import Plan

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon


_PRELOAD = (__name__, "vnplan.pipeline")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a person wants to know of a converted document at a glance."""

    number: str | None
    issuer: str | None
    title: str | None
    sections: int
    citations: int
    agencies: int
    targets: int
    deadlines: int
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


@dataclass(frozen=True, slots=True)
class Converter:
    """Reads, parses and writes one document; `run` marks the files it has not finished."""

    lexicon: Lexicon | None = None
    run: str = field(default_factory=lambda: str(os.getpid()))

    def __call__(self, job: Job) -> Outcome:
        """The outcome of a job. Whatever goes wrong with one document costs no other."""
        start = time.perf_counter()
        found, error = None, None
        try:
            plan = self._read(job.source)
            write_plan(plan, job.target, self.run)
            found = summary(plan)
        except (UnreadableDocument, UnwritablePlan) as problem:
            error = str(problem)
        except Exception as problem:  # noqa: BLE001 - our fault
            reason = f"{job.source}: internal error, {type(problem).__name__}: {problem}"
            error = " ".join(reason.split())
        return Outcome(job, found, error, time.perf_counter() - start)

    def _read(self, source: Path) -> Plan:
        if source.suffix.lower() == ".json" and source.is_file():
            raise UnreadableDocument(str(source), "is JSON (a plan already?), not a document")
        if source.is_dir():
            raise UnreadableDocument(str(source), "is a folder that may not be opened")
        # Where workers do the reading, the first process never needs the parsers.
        from vnplan.pipeline import parse_file

        return parse_file(source, lexicon=self.lexicon)


def summary(plan: Plan) -> Summary:
    """The figures of a Plan."""
    header = plan.header
    return Summary(
        number=header.number.canonical if header.number else None,
        issuer=header.issuer,
        title=header.title,
        sections=len(plan.sections),
        citations=len(plan.citations),
        agencies=len(plan.agencies),
        targets=len(plan.targets),
        deadlines=len(plan.deadlines),
        tasks=len(plan.tasks),
        diagnostics=len(plan.diagnostics),
        characters=len(plan.text),
    )


def convert(
    planned: Sequence[Job], workers: int = 1, lexicon: Lexicon | None = None
) -> Generator[Outcome, None, None]:
    """Converts all jobs, each outcome as it is ready; one worker keeps their order.

    When it is closed or interrupted, the processes are stopped and nothing half-written is left.
    """
    converter = Converter(lexicon)
    if workers <= 1 or len(planned) <= 1:
        yield from map(converter, planned)
        return
    unwritten = set(planned)
    try:
        with closing(side_by_side(planned, converter, workers, preload=_PRELOAD)) as results:
            for job, found in results:
                if isinstance(found, Died):
                    reason = f"{job.source}: its worker process died ({found.how})"
                    yield Outcome(job, None, reason, 0.0)
                else:
                    unwritten.discard(job)
                    yield found
    finally:
        for job in unwritten:
            with suppress(OSError):
                unfinished(job.target, converter.run).unlink()
