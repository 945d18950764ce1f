"""How long RTF, workbooks, and DOC and ODT by way of LibreOffice take to be read.

    python -m benchmarks.office

The founding documents in these formats, made by LibreOffice, and a workbook of 1,000 tasks. RTF and
XLSX in processor time, with growth over ten times the size; DOC and ODT by the clock, for the work
is done in another process: the first document of a process, and each further one. Where LibreOffice
or a package is missing, says so and measures the rest. Ends with status 1 when a limit is not held.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable

from tests.renderings import FOUNDING, founding, to_docx

from vnplan.readers import read_bytes
from vnplan.readers.needs import LIBREOFFICE, found, missing
from vnplan.readers.office import convert

RTF_MILLISECONDS = 100.0
WARM_SECONDS = 1.0
GROWTH = 11.0
ROUNDS = 5
_CLOCKS = {"processor": time.process_time, "clock": time.perf_counter}


def best(data: bytes, clock: str, rounds: int = ROUNDS) -> float:
    """Seconds of the fastest round."""
    now: Callable[[], float] = _CLOCKS[clock]
    times = []
    for _ in range(rounds):
        started = now()
        read_bytes(data)
        times.append(now() - started)
    return min(times)


def workbook(tasks: int) -> bytes:
    """An assignment table of so many tasks."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"])
    for number in range(1, tasks + 1):
        row = [number, "Rà soát, cập nhật dữ liệu", "Sở Tài chính", "Sở Nội vụ", "Quý II/2025"]
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rtf(command: str) -> bool:
    """RTF: milliseconds, and growth over ten copies of the text in one file."""
    held = True
    for name in FOUNDING:
        docx = to_docx(founding(name), numbered=True)
        data = convert(command, docx, "MS Word 2007 XML", "rtf:Rich Text Format")
        end = data.rindex(b"}")
        start = data.index(b"\\pard")
        tenfold = data[:start] + data[start:end] * 10 + b"}"
        once, long = best(data, "processor"), best(tenfold, "processor", rounds=2)
        held &= once * 1000 <= RTF_MILLISECONDS and long <= GROWTH * once
        print(f"{name + '.rtf':<32}{once * 1000:>8.0f} ms{long / once:>8.1f}x")
    return held


def xlsx() -> bool:
    """A workbook: milliseconds, and growth over ten times the rows."""
    once, long = (
        best(workbook(tasks), "processor", rounds) for tasks, rounds in ((1000, 3), (10_000, 1))
    )
    print(f"{'1,000 tasks.xlsx':<32}{once * 1000:>8.0f} ms{long / once:>8.1f}x")
    return long <= GROWTH * once


def libreoffice(command: str) -> bool:
    """DOC and ODT: seconds by the clock, LibreOffice started before."""
    held = True
    for ending, form in (("doc", "doc:MS Word 97"), ("odt", "odt:writer8")):
        for name in FOUNDING:
            docx = to_docx(founding(name), numbered=True)
            data = convert(command, docx, "MS Word 2007 XML", form)
            warm = best(data, "clock")
            held &= warm <= WARM_SECONDS
            print(f"{name + '.' + ending:<32}{warm * 1000:>8.0f} ms")
    return held


def main() -> int:
    """Measure everything; 0 when every limit is held."""
    held = True
    command = found(LIBREOFFICE)
    if missing("openpyxl") is None:
        held &= xlsx()
    else:
        print("openpyxl is missing: no workbooks measured")
    if command is None:
        print("LibreOffice is missing: no RTF, DOC and ODT measured")
    else:
        started = time.perf_counter()
        convert(command, rb"{\rtf1 a}", "Rich Text Format", "docx:MS Word 2007 XML")
        took = time.perf_counter() - started
        print(f"{'LibreOffice, to its first file':<32}{took * 1000:>8.0f} ms")
        held &= rtf(command)
        held &= libreoffice(command)
    limits = (
        f"RTF {RTF_MILLISECONDS:.0f} ms, DOC and ODT {WARM_SECONDS * 1000:.0f} ms, {GROWTH:.0f}x"
    )
    print(f"{'every limit held' if held else 'a limit is NOT held'} ({limits})")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
