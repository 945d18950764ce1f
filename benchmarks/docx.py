"""How long a Word file takes to be read, and whether ten times the text takes ten times as long.

    python -m benchmarks.docx [FILE.docx …]

Reads the renderings of the founding documents that the tests use, their labels typed and counted by
Word, and the files named. Processor time of the fastest of some rounds, reading alone (no parsing).
Ends with status 1 when a limit of the project is not held.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from tests.renderings import FOUNDING, founding, to_docx

from vnplan.readers import read_bytes

MILLISECONDS = 10.0
GROWTH = 11.0
ROUNDS = 15


def milliseconds(data: bytes, rounds: int = ROUNDS) -> float:
    """Of the fastest round."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        read_bytes(data)
        times.append(time.process_time() - started)
    return min(times) * 1000


def documents(files: list[str]) -> dict[str, bytes]:
    """The Word files by the name they are shown with."""
    found = {}
    for name in FOUNDING:
        sheet = founding(name)
        for kind, numbered in (("typed", False), ("numbered", True)):
            found[f"{name}, {kind}"] = to_docx(sheet, numbered=numbered)
    return found | {Path(file).stem[:40]: Path(file).read_bytes() for file in files}


def main() -> int:
    """Measure everything; 0 when every limit is held."""
    held = True
    print(f"{'document':<42}{'characters':>11}{'ms':>8}   (at most {MILLISECONDS:.0f})")
    for name, data in documents(sys.argv[1:]).items():
        took = milliseconds(data)
        held &= took <= MILLISECONDS
        print(f"{name:<42}{len(read_bytes(data).text):>11,}{took:>8.1f}")
    for name in FOUNDING:
        sheet = founding(name)
        long = replace(sheet, body=sheet.body * 10)
        once, tenfold = (
            milliseconds(to_docx(each, numbered=True), rounds=5) for each in (sheet, long)
        )
        held &= tenfold <= GROWTH * once
        print(f"{name}, ten times the text: {tenfold / once:.1f}x   (at most {GROWTH:.0f})")
    print("every limit held" if held else "a limit is NOT held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
