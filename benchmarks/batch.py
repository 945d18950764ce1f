"""How many documents a second `vnplan convert` does, and whether its processes grow meanwhile.

    python benchmarks/batch.py --documents 400 --jobs 1,2
    python benchmarks/batch.py --documents 100000 --lines 30 --jobs 2

The documents are those of corpus/, each copy with a number of its own, cut to `--lines` lines where
a hundred thousand of them are wanted. For every number of processes there is one run from nothing
and one in which nothing changed. Of the memory the resident part is told, in MiB: of each worker
after a tenth of the documents and at the end. Ends with status 1 when a worker grew by more than
a tenth and 16 MiB, or when an input is not accounted for.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from vnplan.exports.batch import Batch, Order
from vnplan.exports.gathering import Form
from vnplan.exports.report import RunReport

PROJECT = Path(__file__).resolve().parents[1]
A_FOLDER = 1000
SPARE = 16.0
SHARE = 0.1


@dataclass(frozen=True)
class Process:
    """Resident MiB of a process, and the seconds of a core it has used."""

    resident: float
    seconds: float


@dataclass
class Watched:
    """The workers of a run at two moments, each after so many documents, and this process."""

    early: dict[int, Process] = field(default_factory=dict)
    late: dict[int, Process] = field(default_factory=dict)
    between: int = 0
    first: Process = Process(0, 0)

    def growth(self) -> float:
        """The MiB by which a process has grown beyond what it may."""
        grown = [
            self.late[one].resident - self.early[one].resident * (1 + SHARE) - SPARE
            for one in self.early.keys() & self.late.keys()
        ]
        return max(grown, default=0)

    def cost(self) -> float:
        """Seconds of a core that a document took the workers."""
        both = self.early.keys() & self.late.keys()
        spent = sum(self.late[one].seconds - self.early[one].seconds for one in both)
        return spent / max(1, self.between)


def process(number: int) -> Process:
    """What the system tells of a process: nothing where it is not Linux."""
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
        times = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[11:13]
    except (OSError, IndexError):
        return Process(0, 0)
    return Process(
        pages * os.sysconf("SC_PAGE_SIZE") / 2**20,
        sum(map(int, times)) / os.sysconf("SC_CLK_TCK"),
    )


def workers() -> dict[int, Process]:
    """Every worker there is."""
    numbers = [one.pid for one in multiprocessing.active_children() if one.pid]
    return {number: found for number in numbers if (found := process(number)).resident}


def texts(lines: int | None) -> Iterator[str]:
    """The documents of corpus/ over and over, each with another number."""
    rows = (PROJECT / "corpus" / "MANIFEST.tsv").read_text("utf-8").splitlines()[1:]
    whole = [(PROJECT / "corpus" / row.split("\t")[0]).read_text("utf-8") for row in rows]
    cut = ["".join(text.splitlines(keepends=True)[:lines]) for text in whole]
    number = 0
    while True:
        for text in cut:
            number += 1
            yield f"{text}\nPhụ lục kèm theo Công văn số {number}/UBND-KGVX\n"


def generate(folder: Path, documents: int, lines: int | None) -> int:
    """Writes so many documents; their characters."""
    characters = 0
    for number, text in zip(range(documents), texts(lines), strict=False):
        path = folder / f"{number // A_FOLDER:04}" / f"{number:07}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def run(folder: Path, out: Path, jobs: int, form: Form) -> tuple[RunReport, Watched]:
    """One run: its report, and what its processes took."""
    watched = Watched()
    before = process(os.getpid()).seconds
    with Batch([folder], Order(out, form, jobs)) as batch:
        early, late = max(1, len(batch.jobs) // 10), max(1, len(batch.jobs) - jobs)
        watched.between = late - early
        with closing(batch.documents()) as found:
            for number, _ in enumerate(found, start=1):
                if number == early:
                    watched.early = workers()
                elif number == late:
                    watched.late = workers()
        for _ in batch.parts():
            pass
    now = process(os.getpid())
    watched.first = Process(now.resident, now.seconds - before)
    report = RunReport.model_validate_json((out / "report.json").read_bytes())
    return report, watched


def line(name: str, report: RunReport, watched: Watched) -> str:
    """What a run did, in a line."""
    totals = report.totals
    seconds = max(totals.seconds, 1e-9)
    first = watched.first
    return (
        f"{name:<20}{totals.seconds:>8.1f} s {totals.inputs / seconds:>8.1f} documents/s"
        f"{totals.characters / seconds:>12,.0f} characters/s   this process"
        f" {first.resident:.0f} MiB, {first.seconds / totals.inputs * 1000:.1f} ms a document"
    )


def measured(folder: Path, jobs: int, form: Form) -> bool:
    """Prints what so many processes do; whether all was well."""
    out = Path(tempfile.mkdtemp(prefix="vnplan-batch-"))
    try:
        report, watched = run(folder, out, jobs, form)
        totals = report.totals
        well = totals.inputs == totals.converted == len(report.files)
        print(line(f"--jobs {jobs}", report, watched))
        if cost := watched.cost():
            rate = totals.characters / totals.inputs / cost
            print(f"    {cost * 1000:.1f} ms of a core a document, {rate:,.0f} characters/s a core")
        for number, early in sorted(watched.early.items()):
            late = watched.late.get(number, Process(0, 0))
            print(
                f"    worker {number}: {early.resident:.0f} MiB after a tenth,"
                f" {late.resident:.0f} MiB at the end"
            )
        again, rerun = run(folder, out, jobs, form)
        well = well and again.totals.unchanged == again.totals.inputs
        print(line("    nothing changed", again, rerun))
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
        print(f"    {size / max(1, totals.inputs) / 1024:,.0f} KiB on disk a document")
    finally:
        shutil.rmtree(out)
    if not well:
        print("    an input is NOT accounted for")
    if watched.growth() > 0:
        print("    a worker GREW")
    return well and watched.growth() <= 0


def main() -> int:
    """Measures as asked; 0 when every input was accounted for and no process grew."""
    parser = argparse.ArgumentParser(description="Throughput and memory of vnplan convert.")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--lines", type=int, help="cut every document to so many lines")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes: 1,2,4")
    parser.add_argument("--format", default="json", choices=[str(form) for form in Form])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vnplan-documents-") as folder:
        started = time.perf_counter()
        characters = generate(Path(folder), asked.documents, asked.lines)
        print(
            f"{asked.documents:,} documents of {characters / asked.documents:,.0f} characters"
            f" (made in {time.perf_counter() - started:.1f} s), --format {asked.format}"
        )
        well = [
            measured(Path(folder), int(jobs), Form(asked.format)) for jobs in asked.jobs.split(",")
        ]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
