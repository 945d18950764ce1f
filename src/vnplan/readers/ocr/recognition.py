"""A picture of a page to its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.hocr import Seen, words
from vnplan.readers.ocr.ink import gray, ink
from vnplan.readers.ocr.parts import RIM, Drawn, blocks, drawn, erase
from vnplan.readers.ocr.skew import levelled, sideways
from vnplan.readers.ocr.tesseract import Engine, Layout, engine
from vnplan.readers.page import GrayImage, Page, Rule, Word

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Gray

_PAPER: Final = 255
_MARGIN: Final = 0.05  # inch of white around a block: letters at the very edge are misread
_NARROW: Final = 0.8  # inch
_LOW: Final = 0.25  # inch: one line
_BLANK: Final = 300  # dark pixels: dust, the marks of a staple
_AWFUL: Final = 0.6
"""Confidence: text that stands upright is read with 0.85 and more, upside down with 0.35-0.5."""
_LETTERS: Final = 30  # fewer do not tell which way up a page is


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read of a sheet in one position; `lines` are the drawn ones."""

    width: int
    height: int
    words: tuple[Seen, ...] = ()
    lines: tuple[Box, ...] = ()

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)

    @property
    def sure(self) -> float:
        """The mean confidence of the letters."""
        return sum(len(word.text) * word.sure for word in self.words) / max(1, self.letters)

    @property
    def doubtful(self) -> bool:
        """Whether the sheet may lie the other way."""
        return self.sure < _AWFUL and self.letters >= _LETTERS


def recognise(image: GrayImage, *, number: int, width: float, height: float) -> Page:
    """The page in a picture as OCR reads it; `width` and `height` are those of the page in points.

    A page that lies askew, on its side or on its head is turned first: the places of the words are
    those on the upright page, and its width and height too. Raises `RecognitionUnavailable` where
    Tesseract or its Vietnamese is missing.
    """
    reader = engine()
    reading = _upright(gray(image), image.dpi, reader)
    across, down = image.width, image.height
    if (reading.width > reading.height) is not (across > down):
        width, height = height, width
    scale = width / max(1, reading.width)
    return Page(
        number=number,
        width=width,
        height=height,
        words=tuple(_word(word, scale) for word in reading.words),
        rules=tuple(
            Rule(line.left * scale, line.top * scale, line.right * scale, line.bottom * scale)
            for line in reading.lines
        ),
        recognised=True,
    )


def _upright(pixels: Gray, dpi: float, reader: Engine) -> _Reading:
    """The sheet as it is read best; it is turned only where it can hardly be read as it lies."""
    import numpy as np

    pixels, page = _level(pixels, dpi)
    if int(page.text.sum()) < _BLANK:
        return _Reading(pixels.shape[1], pixels.shape[0], lines=page.lines)
    if sideways(page.text):
        pixels, page = _level(np.ascontiguousarray(np.rot90(pixels)), dpi)
    reading = _read(pixels, page, dpi, reader)
    if not reading.doubtful:
        return reading
    pixels, page = _level(np.ascontiguousarray(np.rot90(pixels, 2)), dpi)
    return max(reading, _read(pixels, page, dpi, reader), key=lambda each: each.sure)


def _level(pixels: Gray, dpi: float) -> tuple[Gray, Drawn]:
    dark = ink(pixels)
    level = levelled(pixels, dark)
    return level, drawn(dark if level is pixels else ink(level), dpi)


def _read(pixels: Gray, page: Drawn, dpi: float, reader: Engine) -> _Reading:
    """The page without its drawn lines, and its cells and columns one by one."""
    clean = pixels.copy()
    erase(clean, page.lines, RIM)
    margin = round(_MARGIN * dpi)
    apart = blocks(page, dpi)
    cut = {block: _cut(clean, block, margin) for block in apart}
    erase(clean, apart)
    seen = [word for hocr in reader.read([clean], dpi, Layout.PAGE) for word in words(hocr)]
    for layout in (Layout.COLUMN, Layout.CELL):
        some = [block for block in apart if _layout(block, dpi) is layout]
        read = reader.read([cut[block] for block in some], dpi, layout)
        for block, hocr in zip(some, read, strict=True):
            seen += [_moved(word, block.left - margin, block.top - margin) for word in words(hocr)]
    return _Reading(pixels.shape[1], pixels.shape[0], tuple(seen), page.lines)


def _layout(block: Box, dpi: float) -> Layout:
    small = block.width < _NARROW * dpi or block.height < _LOW * dpi
    return Layout.CELL if small else Layout.COLUMN


def _cut(pixels: Gray, box: Box, margin: int) -> Gray:
    import numpy as np

    inner = pixels[box.top : box.bottom, box.left : box.right]
    return np.pad(inner, margin, constant_values=_PAPER)


def _moved(word: Seen, right: int, down: int) -> Seen:
    box = word.box
    place = Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
    return Seen(word.text, place, word.sure, word.baseline + down, word.size)


def _word(word: Seen, scale: float) -> Word:
    box = word.box
    return Word(
        text=word.text,
        left=box.left * scale,
        top=box.top * scale,
        right=box.right * scale,
        bottom=box.bottom * scale,
        baseline=word.baseline * scale,
        size=word.size * scale,
        confidence=word.sure,
    )
