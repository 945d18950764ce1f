"""Whether documents say the same as Word files, PDFs and scans as they do as text.

    python -m benchmarks.printed FOLDER            DOCX, and PDF by LibreOffice
    python -m benchmarks.printed FOLDER --scans    and pages as pictures, 200 dots an inch: some
                                                   seconds a page

Every document of the folder that has the parts of a plan (letterhead, title, recipients, signature)
is laid out as an office does, written in each form, read again and compared with the plan of its
text, record by record: F1, and the fields of the header that differ. `--differences` names the
records. The tests hold the two founding documents to limits; this is for all others.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.renderings import Agreement, Sheet, agreement, sheet_of, to_docx, to_pdf, to_scan

import vnplan
from vnplan.readers import read_file
from vnplan.readers.folder import documents


def forms(folder: Path, *, scans: bool) -> dict[str, Callable[[Sheet], bytes]]:
    """The forms by name, each made of a sheet; printed pages are kept in `folder`."""
    made: dict[str, Callable[[Sheet], bytes]] = {
        "a.docx": to_docx,
        "a.pdf": lambda sheet: to_pdf(to_docx(sheet), folder),
    }
    if scans:
        made["scan.pdf"] = lambda sheet: to_scan(to_pdf(to_docx(sheet), folder))
    return made


def sheets(source: Path) -> Iterator[tuple[str, Sheet]]:
    """The documents that can be laid out; the others are named."""
    for path, _ in documents([source]):
        try:
            yield path.name, sheet_of(read_file(path))
        except Exception as error:  # noqa: BLE001 - whatever it lacks, the others go on
            print(f"{path.name}: left out, it has not all the parts ({type(error).__name__})")


def line(agreed: Agreement) -> str:
    """The figures in one line."""
    figures = "  ".join(f"{kind} {tally.f1:.3f}" for kind, tally in agreed.kinds.items())
    return figures + (f"  header: {', '.join(agreed.header)}" if agreed.header else "")


def main() -> int:
    """Compare everything; nothing here is a limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scans", action="store_true")
    parser.add_argument("--differences", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        made = forms(Path(place), scans=asked.scans)
        for name, sheet in sheets(asked.folder):
            for form, write in made.items():
                agreed = agreement(vnplan.parse_bytes(write(sheet), name=form), sheet.plan)
                shown = str(agreed) if asked.differences else line(agreed)
                print(f"{name[:32]:<33}{form:<10}{shown}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
