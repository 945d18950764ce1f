"""How fast very many plans are indexed, and how fast the index answers.

    python -m benchmarks.store                 20,000 plans: some minutes, 5 GB below --folder
    python -m benchmarks.store --plans 2000    a tenth of both

The plans are variants of the documents of corpus/ (see `variants`). Times are of the processor:
waiting for others is not counted, what they take from its caches is. A query is asked for five
provinces, agencies or words in turn; "first" is the longest of the first answers, "warm" the median
of those that came again. Ends with status 1 when a goal of the project is not held.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sized
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.variants import patterns

import vnplan
from vnplan import Corpus

T = TypeVar("T")

PLANS_A_SECOND = 200
MEGABYTES = 500
MILLISECONDS = 50

PROVINCES = ("Thái Nguyên", "binh duong", "Hà Nội", "Đắk Lắk", "Cà Mau")
AGENCIES = ("Sở KH&CN", "Sở Tài chính", "so giao duc va dao tao", "Sở Y tế", "Sở TT&TT")
WORDS = ("đào tạo", "khởi nghiệp", "chăn nuôi", "hỗ trợ", "tiêm chủng")
BARE = ("dao tao", "khoi nghiep", "chan nuoi", "ho tro", "tiem chung")
NUMBERS = ("90/QĐ-TTg", "91/CT-TTg", "100/QĐ-TTg", "250/qd-ttg", "900/QĐ-TTg")
PAGE = 100
"""Answers of a question that has very many."""

Ask = Callable[[Corpus, int], Sized]
QUERIES: dict[str, Ask] = {
    "tasks: agency, province": lambda corpus, at: corpus.tasks(
        agency=AGENCIES[at], province=PROVINCES[at]
    ),
    "tasks: agency, first 100": lambda corpus, at: corpus.tasks(agency=AGENCIES[at], limit=PAGE),
    "tasks: agency leads, first 100": lambda corpus, at: corpus.tasks(
        agency=AGENCIES[at], role="lead", limit=PAGE
    ),
    "tasks: agency owns, province, due": lambda corpus, at: corpus.tasks(
        agency=AGENCIES[at],
        role="owner",
        province=PROVINCES[at],
        due_after="2024-01-01",
        due_before="2024-12-31",
    ),
    "tasks: province, first 100": lambda corpus, at: corpus.tasks(
        province=PROVINCES[at], limit=PAGE
    ),
    "tasks: role, first 100": lambda corpus, at: corpus.tasks(role="monitor", limit=PAGE),
    "tasks: section role, first 100": lambda corpus, at: corpus.tasks(
        section_role="organization", limit=PAGE
    ),
    "tasks: due in a year, first 100": lambda corpus, at: corpus.tasks(
        due_after=f"{2020 + at}-01-01", due_before=f"{2020 + at}-12-31", limit=PAGE
    ),
    "tasks: two agencies, first 100": lambda corpus, at: corpus.tasks(
        agency=AGENCIES[at], partner=AGENCIES[at - 1], limit=PAGE
    ),
    "owners: text, first 100": lambda corpus, at: corpus.owners(WORDS[at], limit=PAGE),
    "owners: no marks, first 100": lambda corpus, at: corpus.owners(BARE[at], limit=PAGE),
    "owners: whole words, first 100": lambda corpus, at: corpus.owners(
        WORDS[at], whole_words=True, limit=PAGE
    ),
    "owners: syllables apart, first 100": lambda corpus, at: corpus.owners(
        f"{BARE[at]} {BARE[at - 1]}", limit=PAGE
    ),
    "tasks: text, agency, province": lambda corpus, at: corpus.tasks(
        text=WORDS[at], agency=AGENCIES[at], province=PROVINCES[at]
    ),
    "tasks: text, province, first 100": lambda corpus, at: corpus.tasks(
        text=WORDS[at], province=PROVINCES[at], limit=PAGE
    ),
    "due: quarter, first 100": lambda corpus, at: corpus.due(
        "2024-10-01", "2024-12-31", limit=PAGE
    ),
    "due: quarter, province, first 100": lambda corpus, at: corpus.due(
        "2024-10-01", "2024-12-31", province=PROVINCES[at], limit=PAGE
    ),
    "due: quarter, agency, province": lambda corpus, at: corpus.due(
        "2024-10-01", "2024-12-31", agency=AGENCIES[at], province=PROVINCES[at]
    ),
    "overdue: province, first 100": lambda corpus, at: corpus.overdue(
        "2022-07-01", province=PROVINCES[at], limit=PAGE
    ),
    "agencies": lambda corpus, at: corpus.agencies(),
    "agencies: name": lambda corpus, at: corpus.agencies(AGENCIES[at]),
    "agencies: province": lambda corpus, at: corpus.agencies(province=PROVINCES[at]),
    "partners: agency, province": lambda corpus, at: corpus.partners(
        AGENCIES[at], province=PROVINCES[at]
    ),
    "cites": lambda corpus, at: corpus.cites(NUMBERS[at], limit=PAGE),
    "cites: implements": lambda corpus, at: corpus.cites(
        NUMBERS[at], relation="implements", limit=PAGE
    ),
    "cited: by PageRank": lambda corpus, at: corpus.cited(limit=20),
    "grounds": lambda corpus, at: corpus.grounds(f"{100 + at}/KH-UBND", limit=20),
    "compare: first 10": lambda corpus, at: corpus.compare(NUMBERS[at], limit=10),
    "near: agency": lambda corpus, at: corpus.near(agency=f"{AGENCIES[at]}x"),
    "near: text": lambda corpus, at: corpus.near(text=f"{WORDS[at]}x"),
    "near: instrument": lambda corpus, at: corpus.near(instrument=f"8{NUMBERS[at]}"),
}


class Indexed(NamedTuple):
    """What indexing cost: seconds of the processor, and the most memory, in MB."""

    seconds: float
    again: float
    megabytes: float


class Answered(NamedTuple):
    """A query: how many answers, and milliseconds of the processor."""

    name: str
    answers: int
    first: float
    warm: float


def make(folder: Path, count: int) -> None:
    """Writes plans as `vnplan convert` does."""
    folder.mkdir()
    known = patterns()
    for number in range(count):
        text = known[number % len(known)].variant(number)
        (folder / f"{number:06}.json").write_text(text, encoding="utf-8")


def indexing(plans: Path, index: Path) -> Indexed:
    """Indexes a folder, and once more with nothing to do."""
    some = sorted(plans.iterdir())[:20]
    vnplan.index(some, index.with_name("some.db"))  # what is loaded but once is not counted
    seconds, _ = took(vnplan.index, plans, index)
    again, _ = took(vnplan.index, plans, index)
    return Indexed(seconds, again, memory())


def asking(index: Path) -> tuple[list[Answered], float]:
    """The answers to every query, and the most memory, in MB."""
    with vnplan.open(index) as corpus:
        return [asked(corpus, name, ask) for name, ask in QUERIES.items()], memory()


def asked(corpus: Corpus, name: str, ask: Ask) -> Answered:
    """One query, each of its forms four times."""
    turns = [[took(ask, corpus, at) for at in range(len(PROVINCES))] for _ in range(4)]
    first, *again = [[seconds for seconds, _ in turn] for turn in turns]
    answers = sum(len(found) for _, found in turns[0]) // len(first)
    warm = statistics.median(seconds for turn in again for seconds in turn)
    return Answered(name, answers, 1000 * max(first), 1000 * warm)


def took(call: Callable[..., T], *values: object) -> tuple[float, T]:
    """Seconds of the processor, and the answer."""
    started = time.process_time()
    answer = call(*values)
    return time.process_time() - started, answer


def memory() -> float:
    """The most memory this process had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def apart(call: Callable[..., T], *values: object) -> T:
    """The answer of a call in a process of its own, whose memory nobody else has filled."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(call, *values).result()


def report(count: int, folder: Path) -> Iterator[bool]:
    """Prints what is measured; whether each goal is held."""
    plans, index = folder / "out", folder / "plans.db"
    print(f"making {count:,} plans …", flush=True)
    make(plans, count)
    size = sum(file.stat().st_size for file in plans.iterdir()) / 2**20
    print(f"indexing {count:,} plans, {size:,.0f} MB of JSON …", flush=True)
    done = apart(indexing, plans, index)
    rate = count / done.seconds
    yield said("plans a second and core", rate, PLANS_A_SECOND, at_least=True)
    print(f"{'with nothing to do':<36}{count / done.again:>12,.0f}")
    yield said("memory while indexing, MB", done.megabytes, MEGABYTES)
    print(f"{'size of the index, MB':<36}{index.stat().st_size / 2**20:>12,.0f}")
    answers, megabytes = apart(asking, index)
    yield said("memory while asking, MB", megabytes, MEGABYTES)
    print(f"\n{'query':<36}{'answers':>12}{'first ms':>12}{'warm ms':>12}")
    for one in answers:
        held = one.warm <= MILLISECONDS
        mark = "" if held else f"   NOT within {MILLISECONDS}"
        print(f"{one.name:<36}{one.answers:>12,}{one.first:>12,.1f}{one.warm:>12,.1f}{mark}")
        yield held


def said(what: str, measured: float, goal: float, *, at_least: bool = False) -> bool:
    """Prints a figure beside its goal; whether that is held."""
    held = measured >= goal if at_least else measured <= goal
    goal_said = f"{'at least' if at_least else 'at most'} {goal:,}{'' if held else ', NOT held'}"
    print(f"{what:<36}{measured:>12,.0f}   {goal_said} ({measured / goal:.2f})")
    return held


def main() -> int:
    """Measure everything; 0 when every goal is held."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plans", type=int, default=20_000, help="how many (20000)")
    parser.add_argument("--folder", type=Path, help="where they are made, and deleted at the end")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        held = list(report(given.plans, Path(folder)))
    print("\nevery goal held" if all(held) else f"\n{held.count(False)} goals are NOT held")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
