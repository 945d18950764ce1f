"""Files for an office made of many tasks: milliseconds a task, and how much memory it takes.

    python -m benchmarks.exports [--tasks 5000] [DOCUMENT…]

The tasks of the documents (else those of corpus/) are taken again and again, each time as those of
another document, until there are so many. Every kind of file is made in a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import vnplan
from vnplan.exports.assignments import Assignment, assignments

KINDS = {
    "csv": "assignment_table",
    "ics": "calendar",
    "xlsx": "tracking_sheet",
    "docx": "appendix",
}
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """A line a kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--tasks", type=int, default=5000)
    given = parser.parse_args()
    documents = given.documents or sorted(CORPUS.glob("*-20*.*"))
    rows = list(islice(_again(documents), given.tasks))
    print(f"{len(rows):,} tasks of {len({row.paper.sha256 for row in rows}):,} documents")
    for kind, module in KINDS.items():
        with get_context("fork").Pool(1) as pool:
            seconds, size, memory = pool.apply(_made, (module, rows))
        each, size, memory = 1000 * seconds / len(rows), size / 1e6, memory / 1024
        print(f"{kind:5} {each:6.2f} ms a task  {size:6.2f} MB  {memory:6.0f} MB of memory")


def _again(documents: list[Path]) -> Iterator[Assignment]:
    found = [assignments(vnplan.parse_file(path)) for path in documents]
    turn = 0
    while any(found):
        turn += 1
        for rows in found:
            for row in rows:
                paper = replace(
                    row.paper,
                    id=f"{row.paper.id}-{turn}",
                    sha256=f"{turn}-{row.paper.sha256}",
                    number=f"{turn}/{row.paper.number or 'KH'}",
                )
                yield replace(row, paper=paper)


def _made(module: str, rows: list[Assignment]) -> tuple[float, float, float]:
    render = import_module(f"vnplan.exports.{module}").render
    start = time.process_time()
    size = len(render(rows))
    spent = time.process_time() - start
    return spent, size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
