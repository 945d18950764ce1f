"""How long the graphs of many plans take to build, and PageRank over them.

    python -m benchmarks.graph                 1,000 plans
    python -m benchmarks.graph --plans 200

The plans are variants of the documents of corpus/ (see `variants`); seconds are of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.variants import patterns

from vnplan import Plan, graph

T = TypeVar("T")


def took(what: str, plans: int, call: Callable[[], T]) -> T:
    """Prints how long a call takes, and gives its answer."""
    started = time.process_time()
    answer = call()
    seconds = time.process_time() - started
    print(f"{what:<36}{seconds:>8.2f} s{1000 * seconds / plans:>10.2f} ms a plan")
    return answer


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plans", type=int, default=1000, help="how many (1000)")
    count: int = parser.parse_args().plans
    known = patterns()
    texts = [known[number % len(known)].variant(number) for number in range(count)]
    plans = took("reading the JSON", count, lambda: [Plan.from_json(text) for text in texts])

    duties = took("responsibility graph", count, lambda: graph.responsibility(plans))
    print(f"{'':<36}{len(duties):>8,} nodes {duties.number_of_edges():>12,} edges")
    took("agencies by load", count, lambda: graph.load(duties))
    took("who works with whom", count, lambda: graph.cooperation(duties))

    cited = took("citation graph", count, lambda: graph.citations(plans))
    print(f"{'':<36}{len(cited):>8,} nodes {cited.number_of_edges():>12,} edges")
    first = took("most cited, by PageRank", count, lambda: graph.most_cited(cited, 20))[0]
    took("what one document rests on", count, lambda: graph.foundations(cited, plans[0].id))
    took("who cites one instrument", count, lambda: graph.citing(cited, first.instrument))
    took("plans side by side", count, lambda: graph.compare(plans, first.instrument))


if __name__ == "__main__":
    main()
