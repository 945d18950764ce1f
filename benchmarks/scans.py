"""How long a scanned page takes to be recognised, and how much of that is Tesseract's.

    python -m benchmarks.scans [FILE …]

Scans of the founding documents at 200 dpi, made as the tests make them (left out where LibreOffice
is absent), and the files named: PDFs without a text layer, pictures of pages. Seconds a page: by
the clock with all cores, as a person waits for a document; and of the processor, as a batch pays
for it, where every worker reads one page at a time. "Tesseract" is one plain run of it over the
same pictures, which no reader can save. The fastest of some rounds, reading alone (no parsing).
Ends with status 1 when the limit of the project is not held by the clock.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from tests.renderings import FOUNDING, founding, to_docx, to_scan
from tests.renderings.printed import MISSING_OFFICE, to_pdf

from vnplan.readers import read_bytes
from vnplan.readers.lanes import cores
from vnplan.readers.ocr.tesseract import Layout, engine
from vnplan.readers.page import RecognitionUnavailable
from vnplan.readers.pdf.image import page_image

SECONDS = 1.0
ROUNDS = 3


def seconds(call: Callable[[], object], clock: Callable[[], float]) -> float:
    """Of the fastest round."""
    times = []
    for _ in range(ROUNDS):
        started = clock()
        call()
        times.append(clock() - started)
    return min(times)


def floor(data: bytes) -> None:
    """What Tesseract needs: every page drawn, and recognised as it finds it."""
    import numpy as np

    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        image = page_image(document, index)
        pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width)
        engine().read([pixels], image.dpi, Layout.PAGE)
    document.close()


def documents(files: list[str]) -> dict[str, bytes]:
    """The scans by the name they are shown with."""
    scans = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in FOUNDING:
            try:
                scans[name] = to_scan(to_pdf(to_docx(founding(name)), Path(folder)))
            except FileNotFoundError:
                print(f"{name}: {MISSING_OFFICE}")
    return scans | {Path(file).stem[:40]: Path(file).read_bytes() for file in files}


def measured(name: str, data: bytes) -> bool:
    """Prints the figures of one document; whether the limit is held."""
    pages = len(read_bytes(data).pages)
    waited = seconds(lambda: read_bytes(data), time.perf_counter) / pages
    paid = seconds(lambda: read_bytes(data), time.process_time) / pages
    own = seconds(lambda: floor(data), time.process_time) / pages if data[:4] == b"%PDF" else None
    shown = f"{own:.2f}" if own is not None else "-"
    print(f"{name:<42}{pages:>6}{waited:>10.2f}{paid:>12.2f}{shown:>11}")
    return waited <= SECONDS


def main() -> int:
    """Measure everything; 0 when the limit is held."""
    try:
        engine()
    except RecognitionUnavailable as reason:
        sys.exit(str(reason))
    columns = f"{'pages':>6}{'clock':>10}{'processor':>12}{'Tesseract':>11}"
    limit = f"   (clock at most {SECONDS:.0f} a page)"
    print(f"{f'seconds a page, {cores()} cores':<42}{columns}{limit}")
    held = True
    for name, data in documents(sys.argv[1:]).items():
        held &= measured(name, data)
    print("the limit held" if held else "the limit is NOT held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
