"""The reader of PDF: pages with a text layer are read, scanned ones go to OCR (`readers.ocr`)."""

from vnplan.readers.pdf.image import page_image
from vnplan.readers.pdf.reading import read

__all__ = ["page_image", "read"]
