"""Where a page of a PDF goes to OCR: the only place that knows both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.readers.page import Page, RecognitionUnavailable
from vnplan.readers.pdf.image import page_image

if TYPE_CHECKING:
    import pypdfium2

MISSING = "reading scans needs tesseract (pip install 'vnplan[ocr]')"


def recognised_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Page `index` (from 0) as OCR reads it; raises `RecognitionUnavailable` without OCR."""
    try:
        from vnplan.readers.ocr import recognise
    except ImportError:
        raise RecognitionUnavailable(MISSING) from None
    image = page_image(document, index)
    width, height = image.width * 72 / image.dpi, image.height * 72 / image.dpi
    return recognise(image, number=index + 1, width=width, height=height)
