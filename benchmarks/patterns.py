"""Every pattern of the package against its worst strings: four times the string, how much the time?

    python -m benchmarks.patterns            # all of them
    python -m benchmarks.patterns dates      # those of the modules whose name holds a word

A line for each pattern whose time grows too fast, with the string that does it; 1 when there are
any. `fuzz.attacks` tells what is tried.
"""

from __future__ import annotations

import sys

from fuzz.attacks import cost
from fuzz.patterns import collect


def main(words: list[str]) -> int:
    """Prints what grows too fast."""
    collected = collect()
    chosen = [one for one in collected.patterns if all(word in one.place for word in words)]
    slow = 0
    for one in chosen:
        found = cost(one)
        if found is not None:
            slow += 1
            attack = found.attack
            string = f"{attack.before!r} + n * {attack.piece!r} + {attack.after!r}"
            measured = f"{found.method} {found.growth:.0f} times, {found.seconds:.3f} s"
            print(f"{one.place}: {measured}: {string}: {one.pattern[:90]!r}", flush=True)
    print(f"{len(chosen)} patterns, {slow} whose time grows too fast with the text")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
