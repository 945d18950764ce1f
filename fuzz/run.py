"""Many cases, in processes side by side, gone on with where an earlier run stopped.

    python -m fuzz.run --cases 200000 --jobs 2 --seed 1

Cases are numbered, and a number with a seed is always the same document, so a run needs no memory
but the list of what is done: build/fuzz/<seed>-<sources>/blocks.jsonl, a line for every 100 cases.
What is broken is made smaller and kept beside it, in found/. When all are done, one block in 50 is
done again by another Python, whose sets and dictionaries are in another order: the same Plans must
come out. The exit status is 1 where anything was found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from fuzz.cases import Case, case
from fuzz.invariants import verdict
from fuzz.minimise import kind, minimised
from fuzz.sources import PROJECT, Sources, all_sources
from vnplan.exports.workers import Died, Late, Lost, side_by_side

BLOCK: Final = 100
"""Cases that are done together."""

_SECONDS_A_BLOCK: Final = 300.0
_SECONDS_A_CASE: Final = 30.0
_AGAIN: Final = 50
_TWICE: Final = 8
"""One case in so many is done twice in one process, and one block in so many in another one."""
_NEEDS: Final = ("fuzz.cases", "vnplan.pipeline")


@dataclass(frozen=True, slots=True)
class Finding:
    """A case that breaks something, and what."""

    number: int
    kind: str
    broken: str
    document: str | bytes | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A block of cases: a digest of all that came out, how many were no document, what broke."""

    block: int
    digest: str
    cases: int
    characters: int
    refused: int
    seconds: float
    broken: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """Does a block, in whatever process."""

    seed: int

    def __call__(self, numbers: range) -> Done:
        """What comes of the cases of these numbers."""
        _stay_here()
        start = time.process_time()
        digest, refused, characters, broken = hashlib.sha256(), 0, 0, []
        for number in numbers:
            one = case(self.seed, number, _sources())
            found = verdict(one.document, again=number % _TWICE == 0)
            digest.update(found.result.encode("utf-8", "surrogatepass") + b"\0")
            refused += not found.result.startswith("{")
            characters += len(one.document)
            if found.broken is not None:
                broken.append(_finding(one, found.broken))
        seconds = round(time.process_time() - start, 3)
        name = digest.hexdigest()[:16]
        return Done(
            numbers.start // BLOCK, name, len(numbers), characters, refused, seconds, tuple(broken)
        )


@cache
def _sources() -> Sources:
    return all_sources()


def _finding(one: Case, broken: str) -> Finding:
    document = one.document
    smaller: str | bytes
    if isinstance(document, str):
        smaller = minimised(document, broken)
    else:
        smaller = minimised(document, broken)
    return Finding(one.number, one.kind, broken, smaller)


@cache
def _stay_here() -> None:
    """No document may make this process open a connection: that would be a finding too."""

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            raise AssertionError(f"the network is asked: {event} {arguments}")

    sys.addaudithook(watch)


# ---------------------------------------------------------------------- a run


class Run:
    """The blocks of a seed: what is done, and the folder where that is written down."""

    def __init__(self, seed: int, cases: int, folder: Path) -> None:
        self.seed = seed
        self.cases = cases
        self.folder = folder
        self.journal = folder / "blocks.jsonl"
        self.done: dict[int, dict[str, Any]] = {}
        if self.journal.exists():
            for line in self.journal.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                self.done[row["block"]] = row
        (folder / "found").mkdir(parents=True, exist_ok=True)

    def waiting(self) -> Iterator[range]:
        """The numbers of the cases of every block that is not done."""
        for start in range(0, self.cases, BLOCK):
            if start // BLOCK not in self.done:
                yield range(start, min(start + BLOCK, self.cases))

    def go_on(self, jobs: int, seconds: float | None) -> None:
        """Does what waits, for so many seconds at the most."""
        end = None if seconds is None else time.monotonic() + seconds
        work = Work(self.seed)
        waiting = (one for one in self.waiting() if end is None or time.monotonic() < end)
        for numbers, found in side_by_side(
            waiting, work, jobs, preload=_NEEDS, seconds=_SECONDS_A_BLOCK
        ):
            self._note(_one_by_one(work, numbers) if isinstance(found, Lost) else found)
            if len(self.done) % 20 == 0:
                print(self.told(), flush=True)

    def _note(self, done: Done) -> None:
        for finding in done.broken:
            self._keep(finding)
        row = asdict(replace(done, broken=()))
        row["broken"] = [{"number": f.number, "broken": f.broken} for f in done.broken]
        with self.journal.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.done[done.block] = row

    def _keep(self, finding: Finding) -> None:
        place = self.folder / "found" / f"{finding.number}"
        document = finding.document
        if document is None:
            document = case(self.seed, finding.number, _sources()).document
        if isinstance(document, str):
            document = document.encode("utf-8", "surrogatepass")
        place.with_suffix(".in").write_bytes(document)
        said = f"{finding.kind}\n{finding.broken}\n".encode("utf-8", "replace")
        place.with_suffix(".txt").write_bytes(said)
        print(f"{finding.number} ({finding.kind}): {finding.broken}", flush=True)

    def again(self) -> list[int]:
        """The blocks that another Python makes something else of."""
        blocks = [
            one for one in sorted(self.done) if one % _AGAIN == 0 and self.done[one]["digest"]
        ]
        command = [sys.executable, "-m", "fuzz.run", "--seed", str(self.seed)]
        command += ["--cases", str(self.cases), "--digests", ",".join(map(str, blocks))]
        answer = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
        digests = answer.stdout.split()
        return [
            block
            for block, digest in zip(blocks, digests, strict=True)
            if digest != self.done[block]["digest"]
        ]

    def told(self) -> str:
        """The sums so far."""
        rows = self.done.values()
        cases, refused = sum(row["cases"] for row in rows), sum(row["refused"] for row in rows)
        seconds, size = sum(row["seconds"] for row in rows), sum(row["characters"] for row in rows)
        kinds = Counter(kind(one["broken"]) for row in rows for one in row["broken"])
        told = [
            f"{cases:,} cases, {size / max(1, cases):.0f} characters or bytes each on average, "
            f"{refused:,} of them no document, {seconds:,.0f} s of the processor, "
            f"{sum(kinds.values())} broken"
        ]
        return "\n".join([*told, *(f"  {count} times {name}" for name, count in kinds.items())])


def _one_by_one(work: Work, numbers: range) -> Done:
    """A block whose process was lost: each case in a process of its own tells which one it was."""
    singles = (range(number, number + 1) for number in numbers)
    each: list[Done] = []
    lost: list[Finding] = []
    for one, found in side_by_side(singles, work, 1, preload=_NEEDS, seconds=_SECONDS_A_CASE):
        if isinstance(found, Lost):
            lost.append(Finding(one.start, "?", _how(found)))
        else:
            each.append(found)
    return Done(
        numbers.start // BLOCK,
        "",
        len(numbers),
        sum(one.characters for one in each),
        sum(one.refused for one in each),
        round(sum(one.seconds for one in each), 3),
        (*lost, *(finding for one in each for finding in one.broken)),
    )


def _how(lost: Lost) -> str:
    match lost:
        case Late():
            return f"slow: more than {_SECONDS_A_CASE:g} s"
        case Died(how):
            return f"died: {how}"
        case _:
            return "memory: took more than there is"


def _numbers(cases: int, blocks: Iterable[int]) -> Iterator[range]:
    return (range(block * BLOCK, min(block * BLOCK + BLOCK, cases)) for block in blocks)


def main() -> int:
    """The command."""
    options = argparse.ArgumentParser(prog="python -m fuzz.run", description=__doc__)
    options.add_argument("--cases", type=int, default=200_000)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, help="stop then; the next call goes on")
    options.add_argument("--out", type=Path, default=PROJECT / "build" / "fuzz")
    options.add_argument("--digests", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.digests is not None:
        work = Work(given.seed)
        blocks = map(int, filter(None, given.digests.split(",")))
        for numbers in _numbers(given.cases, blocks):
            print(work(numbers).digest)
        return 0
    run = Run(given.seed, given.cases, given.out / f"{given.seed}-{_sources().digest}")
    run.go_on(given.jobs, given.seconds)
    print(run.told())
    different = run.again() if not any(run.waiting()) else []
    for block in different:
        print(f"block {block}: another Python makes another Plan of it")
    return int(bool(different) or any(row["broken"] for row in run.done.values()))


if __name__ == "__main__":
    sys.exit(main())
