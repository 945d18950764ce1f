"""Pages drawn for the tests: bars for lines of text, strokes for drawn lines."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Page = npt.NDArray[np.uint8]

DPI = 200
WIDTH, HEIGHT = 1650, 2340


def page() -> Page:
    """White paper, A4 at 200 dpi."""
    return np.full((HEIGHT, WIDTH), 255, np.uint8)


def text(sheet: Page, left: int, top: int, right: int, lines: int, *, pitch: int = 45) -> None:
    """Lines of words, 24 rows high, with 14 pixels between them."""
    for line in range(lines):
        at = top + line * pitch
        # words of different length, so that nothing stands below each other but the lines
        start, word = left, line
        while start < right - 30:
            size = 24 + (word * 37) % 34
            sheet[at : at + 24, start : min(start + size, right)] = 0
            start, word = start + size + 14, word + 1


def across(sheet: Page, left: int, top: int, right: int, *, thick: int = 3) -> None:
    sheet[top : top + thick, left:right] = 0


def down(sheet: Page, left: int, top: int, bottom: int, *, thick: int = 3) -> None:
    sheet[top:bottom, left : left + thick] = 0
