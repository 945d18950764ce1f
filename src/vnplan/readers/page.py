"""A page as words with places: what a PDF's text layer and OCR both give, before any reading order.

`page_layout` makes a `Document` of such pages; it does not ask which of the two a page came from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple


class Word(NamedTuple):
    """A word as it is drawn; places in points (1/72 inch) from the page's upper left corner.

    `baseline` is where its letters stand; `size` is the font's, in points, 0 when unknown.
    `confidence` is OCR's, 0 to 1, and None for text that was not recognised but read. `sideways`:
    its letters run up or down the page; such a word may be a whole line, spaces included.
    A named tuple: a page has six hundred of them, and a frozen dataclass costs four times as much.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    confidence: float | None = None
    sideways: bool = False


# What `word.text` and the like give, for `map`: a fifth of the time where a page is looked through.
text_of: Callable[[Word], str] = itemgetter(0)
left_of: Callable[[Word], float] = itemgetter(1)
right_of: Callable[[Word], float] = itemgetter(3)
baseline_of: Callable[[Word], float] = itemgetter(5)
size_of: Callable[[Word], float] = itemgetter(6)
bold_of: Callable[[Word], bool] = itemgetter(7)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, horizontal or vertical: the border of a table, a line under a name."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright: `words` in any order, `rules` as drawn; width and height in points.

    `number` counts from 1. `recognised`: by OCR, so that what it says may hold slips.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class GrayImage:
    """A page as a picture for OCR: one byte a pixel, row by row from the upper left corner.

    0 is black, 255 white; `len(pixels) == width * height`. The picture is upright as the page is
    shown; `dpi` is the resolution it was drawn at, so a pixel is 72 / dpi points wide. `pen` is
    what is blue on it, of the same size, where `pixels` hold the black print alone; None where all
    ink is in `pixels`.
    """

    width: int
    height: int
    pixels: bytes
    dpi: float
    pen: bytes | None = None


class RecognitionUnavailable(Exception):
    """No OCR on this machine; `str()` is one line that says what to install."""
