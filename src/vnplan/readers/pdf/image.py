"""A page of a PDF as a picture, for OCR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.colour import gray_image
from vnplan.readers.page import GrayImage
from vnplan.readers.pdf.fields import with_fields
from vnplan.readers.pdf.library import LOCK

if TYPE_CHECKING:
    import pypdfium2

DPI: Final = 200
"""More costs half as much again and reads no better; 160 costs a tenth less and reads words as
well, but loses dashes and plus signs, which open items (measured on clean and real scans)."""
_MAX_PIXELS: Final = 25_000_000
"""A0 at 200 dpi has 60 million; a page of five metres is drawn coarser, not refused."""


def page_image(document: pypdfium2.PdfDocument, index: int, dpi: float = DPI) -> GrayImage:
    """Page `index` (from 0) of an open document as it is shown, at `dpi` or coarser when huge.

    Notes of readers are not drawn (see `fields`).
    """
    with LOCK:
        page = with_fields(document, index)
        try:
            width, height = page.get_size()
            wanted = (width * dpi / 72) * (height * dpi / 72)
            if wanted > _MAX_PIXELS:
                dpi *= (_MAX_PIXELS / wanted) ** 0.5
            bitmap = page.render(scale=dpi / 72, rev_byteorder=True, may_draw_forms=False)
            try:
                return gray_image(bitmap.to_numpy()[..., :3], dpi)
            finally:
                bitmap.close()
        finally:
            page.close()
