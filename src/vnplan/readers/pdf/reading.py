"""The way of a PDF: opened, read page by page, laid out as one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vnplan import garbage
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.pages import lay_out
from vnplan.readers.pdf.library import opened
from vnplan.readers.pdf.pages import MAX_PAGES, Reading, read_pages
from vnplan.records import Diagnostic, Severity, Source
from vnplan.text.document import Document


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of a PDF.

    Raises `UnreadableDocument` when it is damaged or encrypted, and when none of its pages has text
    and there is no OCR.
    """
    reading = Reading()
    with opened(data, source.uri) as document:
        pages = list(read_pages(document, reading))
    if not any(page.words for page in pages):
        raise UnreadableDocument(source.uri, _without_text(reading))
    if reading.alphabets.legacy is not None:
        source = source.model_copy(update={"encoding": reading.alphabets.legacy})
    with garbage.kept():
        laid_out = lay_out(pages, source)
    return replace(laid_out, diagnostics=(*_noticed(reading), *laid_out.diagnostics))


def _without_text(reading: Reading) -> str:
    if reading.advice is not None:
        return f"has no text layer; {reading.advice}"
    return "is a damaged PDF" if reading.damaged else "holds no text"


def _noticed(reading: Reading) -> Iterator[Diagnostic]:
    """What the user should know of how the pages were read."""
    alphabets = reading.alphabets
    if alphabets.legacy is not None:
        yield _told(
            "legacy-encoding",
            Severity.INFO,
            f"The text was typed in {alphabets.legacy.upper()} fonts and was converted.",
        )
    if alphabets.repaired:
        yield _told(
            "repaired-text-layer",
            Severity.INFO,
            "Fonts of this PDF do not say what their letters mean; they were read by their glyphs.",
        )
    if reading.recognised:
        yield _told(
            "recognised-pages",
            Severity.INFO,
            f"{_named(reading.recognised)} read by OCR.",
        )
    if reading.layered:
        yield _told(
            "recognised-pages",
            Severity.INFO,
            f"{_named(reading.layered)} the text that OCR laid under the scan.",
        )
    if reading.garbage:
        yield _told(
            "unreadable-text-layer",
            Severity.WARNING,
            f"{_named(reading.garbage)} text that is hardly what it shows; {reading.advice}.",
        )
    if reading.unrecognised:
        yield _told(
            "page-without-text",
            Severity.ERROR,
            f"{_named(reading.unrecognised)} no text; {reading.advice}.",
        )
    if reading.damaged:
        yield _told(
            "damaged-page",
            Severity.ERROR,
            f"{_named(reading.damaged)} damaged and left out.",
        )
    if reading.left_out:
        yield _told(
            "pages-left-out",
            Severity.ERROR,
            f"The last {reading.left_out} pages were not read: the limit is {MAX_PAGES} pages.",
        )


def _told(code: str, severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message)


def _named(numbers: list[int]) -> str:
    """ "Pages 2-5, 8:"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in runs)
    return f"Page{'s' if len(numbers) > 1 else ''} {shown}:"
