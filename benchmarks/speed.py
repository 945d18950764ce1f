"""How long an import and a document take, and whether more text takes more than its share.

    python benchmarks/speed.py [document …]

Run by `make bench` on the documents of corpus/. Seconds are those of the processor: what else the
machine does is not counted. Beside the whole parse, in the same run and on the same text, stand
what others do with it (words, dates, rules over tokens) and the least that anybody can do. Ends
with status 1 when a limit of the project is not held.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import vnplan
from vnplan.parsers.number_search import find_numbers
from vnplan.text.encoding import decode

PROJECT = Path(__file__).resolve().parents[1]
IMPORT_SECONDS = 0.15
HELP_SECONDS = 0.5
PIPELINE_SECONDS = 1.5
GROWTH = {10: 11.0, 100: 110.0}
MEGABYTES = 100.0
"""A million characters in one document at the peak, more than the empty program takes."""
ROUNDS = 3


def best(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the processor in the fastest round: the cost of the work."""
    seconds = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        seconds.append(time.process_time() - started)
    return min(seconds)


def documents() -> list[Path]:
    """Those of the command line, or of corpus/ in the order of its manifest."""
    if len(sys.argv) > 1:
        return [Path(argument) for argument in sys.argv[1:]]
    rows = (PROJECT / "corpus" / "MANIFEST.tsv").read_text("utf-8").splitlines()
    return [PROJECT / "corpus" / row.split("\t")[0] for row in rows[1:]]


# ---------------------------------------------------------------------------- imports and commands


def import_seconds(name: str) -> float:
    """Seconds the import of a module takes in a fresh interpreter, its start not counted."""
    script = f"import time; t = time.process_time(); import {name}; print(time.process_time() - t)"
    command = [sys.executable, "-c", script]
    with TemporaryDirectory() as kept:  # the byte code, as an installed package has it
        env = {**os.environ, "PYTHONPYCACHEPREFIX": kept, "PYTHONDONTWRITEBYTECODE": ""}
        runs = [
            subprocess.run(command, check=True, capture_output=True, env=env)
            for _ in range(1 + ROUNDS)
        ]
    return min(float(run.stdout) for run in runs)


def help_seconds() -> float:
    """Seconds of the processor for `vnplan --help`, the start of Python included."""
    command = [sys.executable, "-m", "vnplan", "--help"]
    seconds = []
    with TemporaryDirectory() as kept:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": kept, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(1 + ROUNDS):
            before = os.times()
            subprocess.run(command, check=True, capture_output=True, env=env)
            after = os.times()
            spent = after.children_user - before.children_user
            seconds.append(spent + after.children_system - before.children_system)
    return min(seconds)


def starts() -> bool:
    """Prints what it takes to begin; whether the limits are held."""
    held = True
    for what, seconds, limit in (
        ("import vnplan", import_seconds("vnplan"), IMPORT_SECONDS),
        ("import vnplan.pipeline", import_seconds("vnplan.pipeline"), PIPELINE_SECONDS),
        ("vnplan --help", help_seconds(), HELP_SECONDS),
    ):
        held &= seconds <= limit
        print(f"{what:<24}{seconds * 1000:8.0f} ms   (at most {limit * 1000:.0f})")
    return held


# ----------------------------------------------------------------------------------- characters/s


def floor(data: bytes) -> None:
    """The least anybody can do: bytes to text, its normal form, one pass of a pattern."""
    text = unicodedata.normalize("NFC", decode(data).text)
    for _ in find_numbers(text):
        pass


def whole(data: bytes) -> None:
    """All of vnplan: the file read, every record, JSON out."""
    vnplan.parse_bytes(data).to_json()


def underthesea_words() -> Callable[[str], object]:
    """Segmentation into words by underthesea."""
    return import_module("underthesea").word_tokenize  # type: ignore[no-any-return]


def dateparser_search() -> Callable[[str], object]:
    """The search for dates of dateparser, told that the text is Vietnamese."""
    search = import_module("dateparser.search").search_dates
    return lambda text: search(text, languages=["vi"])


def spacy_ruler() -> Callable[[str], object]:
    """spaCy's blank pipeline for Vietnamese by white space, with a ruler of document types."""
    spacy: Any = import_module("spacy")
    tokenizer: Any = import_module("spacy.tokenizer").Tokenizer
    language = spacy.blank("xx")
    language.tokenizer = tokenizer(language.vocab)
    language.max_length = 10**9
    ruler = language.add_pipe("span_ruler")
    names = ("Kế hoạch", "Quyết định", "Nghị quyết", "Chỉ thị", "Thông tư", "Nghị định", "Luật")
    ruler.add_patterns([{"label": "TYPE", "pattern": name} for name in names])
    result: Callable[[str], object] = language
    return result


RIVALS = (
    ("underthesea word_tokenize", underthesea_words),
    ("dateparser search_dates", dateparser_search),
    ("spaCy blank + span ruler", spacy_ruler),
)


def rates() -> None:
    """Prints characters a second of vnplan, of the others and of the floor, and the ratios."""
    files = [path.read_bytes() for path in documents()]
    plans = [vnplan.parse_bytes(data) for data in files]
    size = sum(len(plan.text) for plan in plans)
    ours = sum(best(lambda data=data: whole(data)) for data in files)  # type: ignore[misc]
    print(f"\n{size:,} characters{'chars/s':>26}{'vnplan takes':>16}")
    print(f"{'vnplan, bytes to JSON':<30}{size / ours:>12,.0f}{'1.0x':>16}")
    rows: list[tuple[str, float | None]] = [(name, rival(make, plans)) for name, make in RIVALS]
    rows.append(("floor: NFC and one pattern", sum(best(lambda d=d: floor(d)) for d in files)))  # type: ignore[misc]
    for name, seconds in rows:
        if seconds is None:
            print(f"{name:<30}{'not installed':>12}")
        else:
            print(f"{name:<30}{size / seconds:>12,.0f}{f'{ours / seconds:.2f}x':>16}")


def rival(make: Callable[[], Callable[[str], object]], plans: list[vnplan.Plan]) -> float | None:
    """Seconds another program takes for the texts; None where it is not installed."""
    try:
        call = make()
    except ImportError:
        return None
    call(plans[0].text[:1000])  # loads its models
    return sum(best(lambda plan=plan: call(plan.text), rounds=2) for plan in plans)  # type: ignore[misc]


# ------------------------------------------------------------------------------- growth and memory


def growth(text: str) -> Iterator[tuple[int, float]]:
    """How many times as long 10 and 100 copies take, one after another.

    A long run meets every mood of the machine: it is held against the middle of many short ones
    before and after it, not against the luckiest.
    """
    for copies in GROWTH:
        long = "\n".join([text] * copies)
        short = [best(lambda: vnplan.parse(text), rounds=1) for _ in range(9)]
        seconds = best(lambda long=long: vnplan.parse(long), rounds=1)  # type: ignore[misc]
        short += [best(lambda: vnplan.parse(text), rounds=1) for _ in range(9)]
        yield copies, seconds / median(short)


def grows() -> bool:
    """Prints how time grows with length; whether the limits are held."""
    held = True
    heads = "".join(f"{f'{copies}x':>9}" for copies in GROWTH)
    limits = ", ".join(f"{limit:.0f}" for limit in GROWTH.values())
    print(f"\n{'document':<32}{'characters':>11}{'chars/s':>11}{heads}   (at most {limits})")
    for path in documents():
        text = vnplan.parse_file(path).text
        rate = len(text) / best(lambda text=text: vnplan.parse(text))  # type: ignore[misc]
        times = list(growth(text))
        held &= all(measured <= GROWTH[copies] for copies, measured in times)
        row = "".join(f"{measured:>8.1f}x" for _, measured in times)
        print(f"{path.name:<32}{len(text):>11,}{rate:>11,.0f}{row}")
    return held


_PEAK = """
import resource, sys, vnplan
from pathlib import Path
text = vnplan.parse_file(Path(sys.argv[1])).text
copies = int(sys.argv[2])
kept = vnplan.parse("\\n".join([text] * copies)) if copies else None
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(text) * copies)
"""


def peak(path: Path, copies: int) -> tuple[float, int]:
    """Megabytes of a process at its peak, and the characters of the document it parsed."""
    command = [sys.executable, "-c", _PEAK, str(path), str(copies)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    megabytes, characters = run.stdout.split()
    return float(megabytes), int(characters)


def fits() -> bool:
    """Prints the memory of a long document; whether the limit is held."""
    path = documents()[0]
    empty, _ = peak(path, 0)
    long, characters = peak(path, 60)
    million = (long - empty) / characters * 1e6
    print(f"\nmemory: {empty:.0f} MB to begin with, {million:.0f} MB a million characters", end="")
    print(f"   (at most {MEGABYTES:.0f})")
    return million <= MEGABYTES


def main() -> int:
    """Measure everything; 0 when every limit is held."""
    held = starts()
    held &= fits()  # before this process is large itself: its children would begin as large
    rates()
    held &= grows()
    print("\nevery limit held" if held else "\na limit is NOT held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
