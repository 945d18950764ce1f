"""One document to its Plan file, or to the one line that says why not."""

from __future__ import annotations

import hashlib
import stat
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnplan.exports.address import Address, Place
from vnplan.exports.folder import Job
from vnplan.exports.limits import limit_memory
from vnplan.exports.plan_file import UnwritablePlan, digest, write_plan
from vnplan.readers import MAX_BYTES, UnreadableDocument
from vnplan.records import Plan

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon


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
    characters: int
    codes: dict[str, int]
    """Diagnostics by their code."""

    @property
    def diagnostics(self) -> int:
        """How many there are."""
        return sum(self.codes.values())


@dataclass(frozen=True, slots=True)
class Known:
    """What was made of what: `key` names a document and all that its Plan depends on.

    `output` is the digest of the file that was written.
    """

    key: str
    output: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A job, its place among the inputs, and what an earlier run made of it."""

    place: int
    job: Job
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a summary, or the one line that says why not.

    `unchanged`: the file of an earlier run is still right; its summary is not read again.
    """

    place: int
    job: Job
    summary: Summary | None
    error: str | None
    seconds: float
    known: Known | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Converter:
    """Reads, parses and writes one document.

    `settings`: what the Plan depends on besides the document (`program.settings`). `run` marks the
    files it has not finished. `megabytes`: the most a document may take of memory.
    """

    settings: str
    run: str
    lexicon: Lexicon | None = None
    megabytes: int | None = None

    def __call__(self, assignment: Assignment) -> Outcome:
        """The outcome of a job. Whatever goes wrong with one document costs no other.

        Only a `MemoryError` gets out: the process that had one should not go on.
        """
        start = time.perf_counter()
        job, known, found, error = assignment.job, assignment.known, None, None
        unchanged = known is not None and self._holds(job, known)
        if not unchanged:
            known = None
            try:
                plan = self._read(job.source)
                output = write_plan(plan, job.target, self.run)
                known = Known(self._key(job.source, plan.source.sha256), output)
                found = summary(plan)
            except (UnreadableDocument, UnwritablePlan) as problem:
                error = str(problem)
            except MemoryError:
                raise
            except Exception as problem:  # noqa: BLE001 - our fault
                reason = f"{job.source}: internal error, {type(problem).__name__}: {problem}"
                error = " ".join(reason.split())
        seconds = time.perf_counter() - start
        return Outcome(assignment.place, job, found, error, seconds, known, unchanged)

    def _holds(self, job: Job, known: Known) -> bool:
        """Whether the document and its file are still what they were."""
        try:
            if not _readable(job.source):
                return False
            return (
                self._key(job.source, digest(job.source)) == known.key
                and digest(job.target) == known.output
            )
        except (OSError, ValueError):
            return False

    def _key(self, source: Place, digest: str) -> str:
        words = "\0".join((self.settings, str(source), digest))
        return hashlib.blake2b(words.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def _read(self, source: Place) -> Plan:
        if source.suffix.lower() == ".json" and source.is_file():
            raise UnreadableDocument(str(source), "is JSON (a plan already?), not a document")
        if source.is_dir():
            raise UnreadableDocument(str(source), "is a folder that may not be opened")
        if self.megabytes is not None:
            limit_memory(self.megabytes)
        # Where workers do the reading, the first process never needs the parsers.
        from vnplan.pipeline import parse_bytes, parse_file

        if isinstance(source, Address):
            return parse_bytes(_fetched(source), name=str(source), lexicon=self.lexicon)
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
        characters=len(plan.text),
        codes=dict(sorted(Counter(one.code for one in plan.diagnostics).items())),
    )


def _readable(source: Place) -> bool:
    """Whether a document is a file that may be read, as far as can be told without reading it."""
    if isinstance(source, Address):
        return source.is_file() and (source.size() or 0) <= MAX_BYTES
    status = source.stat()
    return stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES


def _fetched(source: Address) -> bytes:
    """The bytes at an address, no more of them than a document may have and one."""
    try:
        if (size := source.size()) is not None and size > MAX_BYTES:
            raise UnreadableDocument(str(source), f"is too large ({size / 2**20:.0f} MiB)")
        with source.open() as file:
            return bytes(file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        raise UnreadableDocument(str(source), "not found") from None
    except OSError as problem:
        raise UnreadableDocument(str(source), f"cannot be opened ({problem})") from None
