"""OCR: pictures of pages to words with places, by Tesseract."""

from vnplan.readers.ocr.recognition import recognise

__all__ = ["recognise"]
