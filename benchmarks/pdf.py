"""How long a page of a PDF with a text layer takes to be read, and how much of that is pdfium's.

    python -m benchmarks.pdf [FILE.pdf …]

Reads the founding documents as LibreOffice prints them (as the tests do; left out where it is
absent), and the files named; those must have a text layer, OCR has figures of its own. A printer
without a Times that has the Vietnamese letters (Debian: fonts-liberation2) takes them from another
font, every second word in pieces, which no office's file is: a fourth more time. Processor
time of the fastest of some rounds, reading alone (no parsing). "pdfium" is what it takes to load a
page and find its characters, which no reader can save; "boxes" is the plainest reading by places,
a box for every character, sorted to lines: a yardstick of the machine, 3.6 ms where the limit was
set. The last line is a document of many pages. Ends with status 1 when a limit of the project is
not held.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from pypdfium2 import raw
from tests.readers.pdf.making import Sheet, pdf
from tests.renderings import FOUNDING, founding, to_docx
from tests.renderings.printed import MISSING_OFFICE, to_pdf

from vnplan.readers import read_bytes

MILLISECONDS = 8.0
MANY = 2_000
ROUNDS = 7


def milliseconds(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Of the fastest round."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        times.append(time.process_time() - started)
    return min(times) * 1000


def floor(data: bytes) -> None:
    """What pdfium needs: every page loaded, its characters found."""
    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        page = document[index]
        page.get_textpage().close()
        page.close()
    document.close()


def boxes(data: bytes) -> None:
    """Every character's box, from above and from the left."""
    document = pypdfium2.PdfDocument(data)
    box = raw.FS_RECTF()
    for index in range(len(document)):
        page = document[index]
        characters = page.get_textpage()
        places = []
        for number in range(characters.count_chars()):
            raw.FPDFText_GetLooseCharBox(characters, number, box)
            places.append((-round(box.bottom), box.left, box.right, box.top, number))
        places.sort()
        characters.close()
        page.close()
    document.close()


def documents(files: list[str]) -> dict[str, bytes]:
    """The PDFs by the name they are shown with."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in FOUNDING:
            try:
                found[name] = to_pdf(to_docx(founding(name)), Path(folder))
            except FileNotFoundError:
                print(f"{name}: {MISSING_OFFICE}")
    return found | {Path(file).stem[:40]: Path(file).read_bytes() for file in files}


def long_document() -> bytes:
    """Pages of 30 lines, drawn in one piece each."""
    line = "- Sở Y tế chủ trì, phối hợp với các sở, ngành thực hiện"
    sheets = []
    for number in range(MANY):
        sheet = Sheet()
        for row in range(30):
            sheet.text(60, 60 + 24 * row, f"{line} {number}", 8)
        sheets.append(sheet)
    return pdf(*sheets)


def main() -> int:
    """Measure everything; 0 when every limit is held."""
    held = True
    limit = f"   (at most {MILLISECONDS:.0f})"
    print(f"{'document':<42}{'pages':>6}{'pdfium':>8}{'boxes':>8}{'ms a page':>11}{limit}")
    for name, data in documents(sys.argv[1:]).items():
        pages = len(read_bytes(data).pages)
        own = milliseconds(lambda data=data: floor(data)) / pages  # type: ignore[misc]
        plain = milliseconds(lambda data=data: boxes(data)) / pages  # type: ignore[misc]
        took = milliseconds(lambda data=data: read_bytes(data)) / pages  # type: ignore[misc]
        held &= took <= MILLISECONDS
        print(f"{name:<42}{pages:>6}{own:>8.1f}{plain:>8.1f}{took:>11.1f}")
    data = long_document()
    own = milliseconds(lambda: floor(data), rounds=1) / MANY
    plain = milliseconds(lambda: boxes(data), rounds=1) / MANY
    took = milliseconds(lambda: read_bytes(data), rounds=1) / MANY
    held &= took <= MILLISECONDS
    print(f"{'many pages':<42}{MANY:>6}{own:>8.1f}{plain:>8.1f}{took:>11.1f}")
    print("every limit held" if held else "a limit is NOT held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
