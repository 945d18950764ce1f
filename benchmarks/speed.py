"""How long an import and a document take, and whether ten times the text takes ten times as long.

Run by `make bench`. Prints a table and ends with status 1 when a limit of the project is not held.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import vnplan

PROJECT = Path(__file__).resolve().parents[1]
IMPORT_SECONDS = 0.15
HELP_SECONDS = 0.5
GROWTH = 11.0
ROUNDS = 5


def best(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the fastest round: the cost of the work, not of what else the machine did."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def documents() -> list[Path]:
    """The documents of corpus/, in the order of its manifest."""
    rows = (PROJECT / "corpus" / "MANIFEST.tsv").read_text("utf-8").splitlines()
    return [PROJECT / "corpus" / row.split("\t")[0] for row in rows[1:]]


def import_seconds() -> float:
    """Seconds `import vnplan` takes in a fresh interpreter, its start not counted."""
    script = "import time; t = time.perf_counter(); import vnplan; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", script]
    runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(ROUNDS)]
    return min(float(run.stdout) for run in runs)


def help_seconds() -> float:
    """Seconds from the call of `vnplan --help` to its end, the start of Python included."""
    command = [sys.executable, "-m", "vnplan", "--help"]
    return best(lambda: subprocess.run(command, check=True, capture_output=True))


def growth(text: str) -> tuple[float, float, float]:
    """Seconds for the text, for ten copies one after another, and how many times the first."""
    once = best(lambda: vnplan.parse(text))
    tenfold = "\n".join([text] * 10)
    long = best(lambda: vnplan.parse(tenfold), rounds=2)
    return once, long, long / once


def main() -> int:
    """Measure everything; 0 when every limit is held."""
    held = True
    seconds = import_seconds()
    held &= seconds <= IMPORT_SECONDS
    print(f"import vnplan {seconds * 1000:8.0f} ms   (at most {IMPORT_SECONDS * 1000:.0f})")
    seconds = help_seconds()
    held &= seconds <= HELP_SECONDS
    print(f"vnplan --help {seconds * 1000:8.0f} ms   (at most {HELP_SECONDS * 1000:.0f})")

    heads = f"{'document':<32}{'characters':>11}{'ms':>8}{'chars/s':>11}{'10x':>7}"
    print(f"\n{heads}  (at most {GROWTH})")
    for path in documents():
        text = vnplan.parse_file(path).text
        once, _, times = growth(text)
        held &= times <= GROWTH
        rate = f"{len(text) / once:,.0f}"
        print(f"{path.name:<32}{len(text):>11,}{once * 1000:>8.0f}{rate:>11}{times:>6.1f}x")
    print("\nevery limit held" if held else "\na limit is NOT held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
