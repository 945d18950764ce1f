"""A sheet as it lies before the reader: the print, what a pen wrote, the drawn lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.ink import gray, ink
from vnplan.readers.ocr.paper import evenly_lit
from vnplan.readers.ocr.parts import RIM, Drawn, drawn, erase
from vnplan.readers.ocr.skew import levelled, sideways, skew

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Gray
    from vnplan.readers.page import GrayImage

_BLANK: Final = 300  # dark pixels: dust, the marks of a staple


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid level; `pen` is its blue ink where `pixels` hold the black alone.

    `page` has the drawn lines; in `pixels` they are erased.
    """

    pixels: Gray
    pen: Gray | None
    page: Drawn
    dpi: float

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def blank(self) -> bool:
        return self.pen is None and int(self.page.text.sum()) < _BLANK

    @property
    def on_its_side(self) -> bool:
        return sideways(self.page.text)

    def turned(self, quarters: int) -> Sheet:
        """The sheet turned to the left by so many quarters."""
        import numpy as np

        pixels, pen = (
            None if layer is None else np.ascontiguousarray(np.rot90(layer, quarters))
            for layer in (self.pixels, self.pen)
        )
        assert pixels is not None
        return _laid(pixels, pen, self.dpi)


def lay(image: GrayImage) -> Sheet:
    """The picture of a page as a level sheet."""
    import numpy as np

    pen = None
    if image.pen is not None:
        pen = np.frombuffer(image.pen, np.uint8).reshape(image.height, image.width)
    return _laid(evenly_lit(gray(image), image.dpi), pen, image.dpi)


def _laid(pixels: Gray, pen: Gray | None, dpi: float) -> Sheet:
    dark = ink(pixels)
    angle = skew(dark)
    level = levelled(pixels, angle)
    page = drawn(dark if level is pixels else ink(level), dpi)
    clean = level.copy()
    erase(clean, page.lines, RIM)
    return Sheet(clean, None if pen is None else levelled(pen, angle), page, dpi)
