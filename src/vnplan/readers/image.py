"""Pictures of pages: what a scanner or a telephone makes, read by OCR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vnplan.readers import progress
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.image_frames import MAX_PAGES, BadFrame, frames
from vnplan.readers.lanes import in_order, lanes
from vnplan.readers.page import GrayImage, Page, RecognitionUnavailable
from vnplan.readers.pages import lay_out
from vnplan.records import Diagnostic, Severity, Source
from vnplan.text.document import Document


def read(data: bytes, source: Source) -> Document:
    """The document in an image file; the pages of a TIFF are its pages.

    Raises `UnreadableDocument` when it is damaged, too large, without text, or OCR is missing.
    """
    pages: list[Page] = []
    damaged: list[int] = []
    number = 0
    numbered: Iterator[_Numbered] = enumerate(frames(data, source.uri), start=1)
    try:
        for number, page in in_order(numbered, _is_picture, _recognised, lanes()):
            if isinstance(page, Page):
                pages.append(page)
                progress.page_done(number)
            else:
                damaged.append(number)
    except RecognitionUnavailable as missing:
        raise UnreadableDocument(source.uri, f"is a picture; {missing}") from None
    if not pages:
        raise UnreadableDocument(source.uri, "is a damaged picture")
    if not any(page.words for page in pages):
        raise UnreadableDocument(source.uri, "is a picture without text")
    laid_out = lay_out(pages, source)
    found = [_told("recognised-pages", Severity.INFO, _all(len(pages)))]
    if damaged:
        shown = ", ".join(map(str, damaged))
        found.append(_told("damaged-page", Severity.ERROR, f"Damaged and left out: page {shown}."))
    if number == MAX_PAGES:
        told = f"Only the first {MAX_PAGES} pages were read."
        found.append(_told("pages-left-out", Severity.ERROR, told))
    return replace(laid_out, diagnostics=(*found, *laid_out.diagnostics))


_Numbered = tuple[int, GrayImage | BadFrame | Page]


def _is_picture(found: _Numbered) -> bool:
    return isinstance(found[1], GrayImage)


def _recognised(found: _Numbered) -> _Numbered:
    from vnplan.readers.ocr import recognise

    number, frame = found
    assert isinstance(frame, GrayImage)
    width, height = frame.width * 72 / frame.dpi, frame.height * 72 / frame.dpi
    return number, recognise(frame, number=number, width=width, height=height)


def _all(count: int) -> str:
    return "Page 1: read by OCR." if count == 1 else f"Pages 1-{count}: read by OCR."


def _told(code: str, severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message)
