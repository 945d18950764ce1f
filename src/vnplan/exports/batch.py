"""Many documents to Plans: the run behind `vnplan convert`.

Every job ends as an `Outcome`; one that cannot be read stops none of the others. What is done is
written down at once, so that a run which was stopped, or killed, is gone on with by the next one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import count
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeVar

import regex

from vnplan.exports.address import Address, Place, inside
from vnplan.exports.conversion import Assignment, Converter, Outcome
from vnplan.exports.folder import REPORT, jobs
from vnplan.exports.gathering import PART, Form, Gathered, Gatherer, Part, folders, portions
from vnplan.exports.journal import STATE, Entry, Journal
from vnplan.exports.limits import NO_LIMITS, Limits, memory_can_be_limited
from vnplan.exports.plan_file import UnwritablePlan
from vnplan.exports.problem import BatchProblem
from vnplan.exports.program import program, settings
from vnplan.exports.report import RunReport, is_report, write_report
from vnplan.exports.running import Running
from vnplan.exports.tally import Tally
from vnplan.exports.workers import Died, Exhausted, Late, Lost, side_by_side

if TYPE_CHECKING:
    from vnplan.exports.cluster import Cluster
    from vnplan.lexicon.agencies import Lexicon

Item = TypeVar("Item")
Result = TypeVar("Result")

_PARSERS: Final = "vnplan.pipeline"
_PART_FILE: Final = regex.compile(r"part-\d{5,}\.parquet")


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a run.

    `out` is the folder of the results, on a disk or in a store that fsspec knows. `workers`
    processes work side by side, here or, with `cluster` ("local", or the address of a dask
    scheduler), where that one has its workers. With `force` also what did not change since an
    earlier run is done again.
    """

    out: Place
    form: Form = Form.JSON
    workers: int = 1
    lexicon: Lexicon | None = None
    limits: Limits = NO_LIMITS
    force: bool = False
    cluster: str | None = None


class Batch:
    """A run: first all `documents()`, then all `parts()`, inside `with`.

    However it ends, the report is written, the processes are stopped, and nothing half-written is
    left. `problems` are the lines a person should see besides the errors of outcomes.
    """

    def __init__(self, inputs: Iterable[Place], order: Order) -> None:
        self.order = order
        if order.form is Form.JSON:
            self.jobs = jobs(inputs, order.out)
        else:
            self.jobs = jobs(inputs, order.out / STATE / "plans", ".json.gz")
        self.tally = Tally(self.jobs)
        self.problems: list[str] = []
        self._open = ExitStack()
        self._complete = False
        self._lost = order.cluster is not None
        self._cluster: Cluster | None = None

    def __enter__(self) -> Self:
        """Raises `BatchProblem` when nothing can be begun."""
        _check(self.order)
        if (self.order.cluster is not None or self.order.limits) and not self._shared():
            raise BatchProblem("what is in the memory of this process only this process can do")
        if self.order.cluster is not None:
            from vnplan.exports.cluster import LOCAL, Cluster

            if self.order.cluster != LOCAL and not self._absolute():
                raise BatchProblem("on a cluster documents and OUT are named by absolute paths")
            self._cluster = Cluster(self.order.cluster, self.order.workers, self.order.limits)
            self._open.enter_context(self._cluster)
        self._started = dt.datetime.now(dt.UTC)
        self._clock = time.monotonic()
        try:
            self._running = self._open.enter_context(Running(self.order.out))
            journal = _journal(self.order.out, self._running.name)
            self._journal = self._open.enter_context(closing(journal))
        except OSError as problem:
            self._open.close()
            reason = problem.strerror or str(problem)
            raise BatchProblem(f"{self.order.out}: cannot be written ({reason})") from problem
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._open:
            try:
                self._report()
            except UnwritablePlan as problem:
                self.problems.append(str(problem))

    def _absolute(self) -> bool:
        places = (self.order.out, *(job.source for job in self.jobs))
        return all(isinstance(one, Address) or one.is_absolute() for one in places)

    def _shared(self) -> bool:
        """Whether other processes see what this one sees."""
        places = (self.order.out, *(job.source for job in self.jobs))
        return all(one.shared for one in places if isinstance(one, Address))

    # ------------------------------------------------------------------ documents

    def documents(self) -> Generator[Outcome, None, None]:
        """Converts all documents, each outcome as it is ready; a worker alone keeps their order."""
        converter = Converter(
            settings(self.order.lexicon),
            self._running.name,
            self.order.lexicon,
            self.order.limits.megabytes,
        )
        total, limits = len(self.jobs), self.order.limits
        work = self._worked(self._assignments(), converter, total, limits, self._needs())
        with closing(work) as results:
            for assignment, found in results:
                yield self._noted(assignment, found)
        self._complete = self.order.form is Form.JSON

    def _assignments(self) -> Iterator[Assignment]:
        for place, job in enumerate(self.jobs):
            known = None if self.order.force else self._journal.known(self._name(job.target))
            yield Assignment(place, job, known)

    def _needs(self) -> tuple[str, ...]:
        """The parsers, which take a second to load; where all was converted before, perhaps not."""
        new = (one for one in self._assignments() if one.known is None)
        return () if next(new, None) is None else (_PARSERS,)

    def _noted(self, assignment: Assignment, found: Outcome | Lost) -> Outcome:
        """The outcome, after it is written down."""
        job = assignment.job
        if isinstance(found, Lost):
            self._lost = True
            reason = f"{job.source}: {self._reason(found)}"
            seconds = self.order.limits.seconds if isinstance(found, Late) else None
            found = Outcome(assignment.place, job, None, reason, seconds or 0.0)
        name = self._name(job.target)
        if found.unchanged:
            entry = self._journal.place(name)
            found = replace(found, summary=self._journal.entry(entry).summary)
        else:
            source = str(job.source)
            entry = self._added(
                Entry(name, source, found.known, found.seconds, found.summary, found.error)
            )
        self.tally.note(found, entry)
        return found

    def _reason(self, lost: Lost) -> str:
        match lost:
            case Late():
                return f"took longer than {self.order.limits.seconds:g} s"
            case Exhausted() if self.order.limits.megabytes:
                return f"needs more than {self.order.limits.megabytes} MB of memory"
            case Exhausted():
                return "needs more memory than there is"
            case Died():
                return f"its worker process died ({lost.how})"

    def _name(self, target: Place) -> str:
        return inside(target, self.order.out).as_posix()

    def _added(self, entry: Entry) -> int:
        try:
            return self._journal.add(entry)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise UnwritablePlan(f"{self._journal.path}: cannot be written ({reason})") from problem

    # ------------------------------------------------------------------ parts

    def parts(self) -> Generator[Gathered, None, None]:
        """Gathers what `documents` made in one file, or in tables; nothing for a file a Plan."""
        if self.order.form is Form.JSON:
            return
        done = 0
        gatherer = Gatherer(self.order.out, self.order.form, self._running.name)
        if self.order.form is Form.JSONL:
            work = _here(self._parts(), gatherer)
        else:
            work = self._worked(self._parts(), gatherer, self.part_count, NO_LIMITS)
        with closing(work) as results:
            for part, found in results:
                gathered = self._gathered(part, found)
                done += gathered.error is None
                yield gathered
        if done == self.part_count:
            self._clear()
            self._complete = True

    def _gathered(self, part: Part, found: Gathered | Lost) -> Gathered:
        """What became of a part, after it is written down."""
        name = part.name(self.order.form)
        if isinstance(found, Lost):
            self._lost = True
            found = Gathered(part, None, f"{name}: {self._reason(found)}")
        if found.error is not None:
            self.problems.append(found.error)
        elif found.known != part.known:
            self._added(Entry(name, "", found.known, 0.0))
        return found

    @property
    def part_count(self) -> int:
        """How many parts there will be, once the documents are done."""
        if self.order.form is not Form.PARQUET:
            return int(self.order.form is Form.JSONL)
        return max(1, -(-sum(1 for _ in self.tally.done()) // PART))

    def _parts(self) -> Iterator[Part]:
        for number, places in enumerate(portions(self.tally.done(), self.order.form)):
            digest = hashlib.blake2b(program().encode(), digest_size=16)
            for place in places:
                known = self._journal.known(self._name(self.jobs[place].target))
                digest.update(known.output.encode() if known else b"")
            staged = tuple(self.jobs[place].target for place in places)
            part = Part(number, staged, digest.hexdigest(), None)
            known = self._journal.known(part.name(self.order.form))
            yield part if self.order.force else replace(part, known=known)

    def _clear(self) -> None:
        """Removes parts and packed Plans of an earlier run with more documents than this one."""
        if self.order.form is Form.PARQUET:
            names = {f"part-{number:05}.parquet" for number in range(self.part_count)}
            for folder in folders(self.order.out):
                for path in folder.iterdir():
                    if path.name not in names and _PART_FILE.fullmatch(path.name):
                        path.unlink(missing_ok=True)
        wanted = {str(job.target) for job in self.jobs}
        for path in (self.order.out / STATE / "plans").rglob("*.json.gz"):
            if str(path) not in wanted:
                with suppress(OSError):
                    path.unlink()

    # ------------------------------------------------------------------ both

    def _worked(
        self,
        items: Iterator[Item],
        work: Callable[[Item], Result],
        number: int,
        limits: Limits,
        needs: tuple[str, ...] = (),
    ) -> Generator[tuple[Item, Result | Lost], None, None]:
        """Results of items, from wherever the work is to be done."""
        if self._cluster is not None:
            yield from self._cluster.results(items, work, limits)
        elif (number <= 1 and not limits) or not self._shared():
            yield from _here(items, work)
        else:
            yield from side_by_side(
                items,
                work,
                min(self.order.workers, number),
                preload=(__name__, *needs),
                seconds=limits.seconds,
                on_death=self._note_death,
            )

    def _note_death(self) -> None:
        """A process died; its item may still come to a result, what it was writing does not."""
        self._lost = True

    def _report(self) -> None:
        head = RunReport(
            vnplan=program(),
            started=self._started.replace(microsecond=0),
            format=str(self.order.form),
            complete=self._complete,
            problems=tuple(self.problems),
            totals=self.tally.totals(time.monotonic() - self._clock),
            files=(),
        )
        self._running.clean = self._complete and not self._lost
        files = self.tally.files(self._journal, self._targets())
        write_report(self.order.out / REPORT, head, files, self._running.name)

    def _targets(self) -> Callable[[int, str], str | None]:
        """What the report names as the file of an input that has a Plan."""
        if self.order.form is Form.JSON:
            return lambda _place, target: target
        if not self._complete:
            return lambda _place, _target: None
        if self.order.form is Form.JSONL:
            return lambda _place, _target: "plans.jsonl"
        numbers = (number // PART for number in count())  # asked in the order of the inputs
        return lambda _place, _target: f"part-{next(numbers):05}.parquet"


def _here(
    items: Iterator[Item], work: Callable[[Item], Result]
) -> Generator[tuple[Item, Result | Lost], None, None]:
    """Results of items, one after another in this process."""
    for item in items:
        try:
            result: Result | Lost = work(item)
        except MemoryError:
            result = Exhausted()
        yield item, result


def _journal(out: Place, run: str) -> Journal:
    if isinstance(out, Address):
        from vnplan.exports.remote_journal import RemoteJournal

        return RemoteJournal(out, run)
    return Journal(out)


def _check(order: Order) -> None:
    report = order.out / REPORT
    try:
        there = report.exists()
    except OSError as problem:
        raise BatchProblem(f"{order.out}: cannot be opened ({problem})") from problem
    if there and not is_report(report):
        raise BatchProblem(
            f"{report} is there and no report of a run: move it, or choose another folder"
        )
    if order.form is Form.PARQUET and find_spec("pyarrow") is None:
        raise BatchProblem("tables need pyarrow: pip install 'vnplan[columns]'")
    if order.limits.megabytes is not None and not memory_can_be_limited():
        raise BatchProblem("the memory of a document can be limited on Linux only")
