"""What of a page is read by itself: the cells of a table, columns beside each other, the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.columns import columns
from vnplan.readers.ocr.rulings import rulings
from vnplan.readers.ocr.tables import ruled_tables

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Gray, Ink

_MOST: Final = 600
"""Blocks of a page that are read one by one; more are no table that a person could read."""
RIM: Final = 2  # pixels beside a drawn line that are half dark
_SPECK: Final = 20  # dark pixels: a full stop at 200 dpi has as many


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawn lines of a page, and its dark pixels without them."""

    across: tuple[Box, ...]
    down: tuple[Box, ...]
    text: Ink

    @property
    def lines(self) -> tuple[Box, ...]:
        return (*self.across, *self.down)


def drawn(dark: Ink, dpi: float) -> Drawn:
    """The lines among the dark pixels of a page."""
    across, down = rulings(dark, dpi)
    text = dark.copy()
    erase(text, (*across, *down), RIM)
    return Drawn(across, down, text)


def erase(pixels: Ink | Gray, boxes: Iterable[Box], rim: int = 0) -> None:
    """Makes the boxes and `rim` pixels around them white, in place."""
    paper = False if pixels.dtype == bool else 255
    for box in boxes:
        top, left = max(0, box.top - rim), max(0, box.left - rim)
        pixels[top : box.bottom + rim, left : box.right + rim] = paper


def blocks(page: Drawn, dpi: float) -> tuple[Box, ...]:
    """Cells and columns that hold text, each cut close to it; what is in none is the page's."""
    tables = ruled_tables(page.across, page.down, dpi)
    outside = page.text.copy()
    erase(outside, (table.outline for table in tables))
    cells = [cell for table in tables for cell in table.cells]
    found = [_close(page.text, box) for box in (*cells, *columns(outside, dpi))]
    held = tuple(box for box in found if box is not None)
    return held if len(held) <= _MOST else ()


def _close(text: Ink, box: Box) -> Box | None:
    """The box of the dark pixels in `box`; None when there are no more than specks."""
    import numpy as np

    part = text[box.top : box.bottom, box.left : box.right]
    down, right = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(down) or int(part.sum()) < _SPECK:
        return None
    return Box(
        box.left + int(right[0]),
        box.top + int(down[0]),
        box.left + int(right[-1]) + 1,
        box.top + int(down[-1]) + 1,
    )
