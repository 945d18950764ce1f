"""A picture of a page to its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.dust import is_print, without_dust
from vnplan.readers.ocr.hocr import Seen, words
from vnplan.readers.ocr.ink import ink
from vnplan.readers.ocr.missed import missed
from vnplan.readers.ocr.parts import blocks, erase
from vnplan.readers.ocr.sheet import Sheet, lay
from vnplan.readers.ocr.sizes import even_sizes, telling_sizes
from vnplan.readers.ocr.tesseract import Engine, Layout, engine
from vnplan.readers.page import GrayImage, Page, Rule, Word

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Gray

_MARGIN: Final = 0.05  # inch of white around a block: letters at the very edge are misread
_NARROW: Final = 0.8  # inch
_LOW: Final = 0.25  # inch: one line
_AWFUL: Final = 0.6
"""Confidence: text that stands upright is read with 0.85 and more, upside down with 0.35-0.5."""
_LETTERS: Final = 30  # fewer do not tell which way up a page is


def recognise(image: GrayImage, *, number: int, width: float, height: float) -> Page:
    """The page in a picture as OCR reads it; `width` and `height` are those of the page in points.

    A page that lies askew, on its side or on its head is turned first: the places of the words are
    those on the upright page, and its width and height too. Raises `RecognitionUnavailable` where
    Tesseract or its Vietnamese is missing.
    """
    reading = _upright(lay(image), engine())
    sheet = reading.sheet
    if (sheet.width, sheet.height) != (image.width, image.height):
        width, height = height, width
    scale = width / max(1, sheet.width)
    return Page(
        number=number,
        width=width,
        height=height,
        words=tuple(_word(word, scale) for word in reading.words),
        rules=tuple(
            Rule(line.left * scale, line.top * scale, line.right * scale, line.bottom * scale)
            for line in sheet.page.lines
        ),
        recognised=True,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read of a sheet in one position."""

    sheet: Sheet
    words: tuple[Seen, ...] = ()

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)

    @property
    def sure(self) -> float:
        """The mean confidence of the letters."""
        return sum(len(word.text) * word.sure for word in self.words) / max(1, self.letters)


def _upright(sheet: Sheet, reader: Engine) -> _Reading:
    """The sheet as it is read best; it is turned only where it can hardly be read as it lies."""
    if sheet.blank:
        return _Reading(sheet)
    as_it_lies = sheet
    if sheet.on_its_side:
        sheet = sheet.turned(1)
    reading = _read_as(sheet, reader)
    told = reading.letters >= _LETTERS
    if reading.sure >= _AWFUL and (told or sheet is as_it_lies):
        return reading
    others = [sheet.turned(2)] if told else []
    if sheet is not as_it_lies:
        # A name alone, or a narrow column of figures, looks like lines from top to bottom.
        others.insert(0, as_it_lies)
    for other in others:
        reading = max(reading, _read_as(other, reader), key=lambda each: each.sure)
        if reading.sure >= _AWFUL:
            break
    return reading


def _read_as(sheet: Sheet, reader: Engine) -> _Reading:
    return _Reading(sheet, tuple(_read(sheet, reader)))


def _read(sheet: Sheet, reader: Engine) -> list[Seen]:
    """Cells and columns one by one, the rest of the page, then what was missed or is blue."""
    apart = blocks(sheet.page, sheet.dpi)
    rest = sheet.pixels.copy()
    erase(rest, apart)
    (whole,) = reader.read([rest], sheet.dpi, Layout.PAGE)
    seen = even_sizes(without_dust(words(whole)))
    usual = telling_sizes(seen)
    part = _Part(sheet.pixels, sheet.dpi, reader, usual[len(usual) // 2] if usual else None)
    seen += part.read([box for box in apart if not _small(box, sheet.dpi)], Layout.COLUMN)
    seen += part.read([box for box in apart if _small(box, sheet.dpi)], Layout.CELL)
    left = missed(sheet.page.text, [word.box for word in seen], sheet.dpi)
    seen += _new(part.read(left, Layout.CELL), seen)
    if sheet.pen is not None:
        blue = replace(part, pixels=sheet.pen)
        lines = missed(ink(sheet.pen), [], sheet.dpi)
        seen += _new(filter(is_print, blue.read(lines, Layout.CELL)), seen)
    return seen


def _small(block: Box, dpi: float) -> bool:
    return block.width < _NARROW * dpi or block.height < _LOW * dpi


def _new(words_: Iterator[Seen], seen: Sequence[Seen]) -> list[Seen]:
    """Those that do not stand where one was read before."""
    return [word for word in words_ if not any(word.box.covers(other.box) for other in seen)]


@dataclass(frozen=True, slots=True)
class _Part:
    """Reads some boxes of a page; `usual` is the size of its letters."""

    pixels: Gray
    dpi: float
    reader: Engine
    usual: float | None

    def read(self, boxes: Sequence[Box], layout: Layout) -> Iterator[Seen]:
        import numpy as np

        margin = round(_MARGIN * self.dpi)
        cut = [
            np.pad(
                self.pixels[box.top : box.bottom, box.left : box.right], margin, constant_values=255
            )
            for box in boxes
        ]
        for box, hocr in zip(boxes, self.reader.read(cut, self.dpi, layout), strict=True):
            for word in even_sizes(without_dust(words(hocr)), self.usual):
                yield _moved(word, box.left - margin, box.top - margin)


def _moved(word: Seen, right: int, down: int) -> Seen:
    box = word.box
    place = Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
    return replace(word, box=place, baseline=word.baseline + down)


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
