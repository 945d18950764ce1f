"""hOCR, what Tesseract writes: words with their boxes, confidence and line.

The format: http://kba.github.io/hocr-spec/1.2/, here as Tesseract 4 and 5 write it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

import regex

from vnplan.readers.ocr.box import Box

_SPAN: Final = regex.compile(
    r"""<span\ class='ocr(?:x_(?P<word>word)|_\w+)'[^<>]{0,2000}?\btitle=["']
        bbox\ (?P<box>\d++\ \d++\ \d++\ \d++)(?P<more>[^"'<>]*+)["'][^<>]*+>
        (?:(?P<text>[^<]*+(?:<(?!/?span\b)[^<]*+)*+)</span>)?""",
    regex.VERBOSE,
)
_SURE: Final = regex.compile(r"x_wconf (\d+)")
_BASELINE: Final = regex.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE: Final = regex.compile(r"x_size ([\d.]+)")
_TAG: Final = regex.compile(r"<[^<>]*+>")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as it was recognised: `sure` from 0 to 1, `baseline` and `size` in pixels.

    `line` numbers the lines of a picture from 0.
    """

    text: str
    box: Box
    sure: float
    baseline: float
    size: float
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    box: Box
    slope: float = 0.0
    offset: float = 0.0
    size: float = 0.0

    def baseline(self, word: Box) -> float:
        """Where the letters of a word stand; the line's box hangs lower where it is not level."""
        middle = (word.left + word.right) / 2 - self.box.left
        here = self.box.bottom + self.offset + self.slope * middle
        return min(max(here, word.top + word.height / 2), float(word.bottom))


def words(hocr: str) -> Iterator[Seen]:
    """The words of a page of hOCR, in its order."""
    line, number = _Line(Box(0, 0, 0, 0)), -1
    for span in _SPAN.finditer(hocr):
        box = Box(*map(int, span["box"].split()))
        if span["word"] is None:
            line, number = _line(box, span["more"]), number + 1
            continue
        text = unicodedata.normalize("NFC", unescape(_TAG.sub("", span["text"] or ""))).strip()
        sure = _SURE.search(span["more"])
        if text:
            certain = int(sure[1]) / 100 if sure else 0.0
            yield Seen(text, box, certain, line.baseline(box), line.size, max(0, number))


def _line(box: Box, more: str) -> _Line:
    size = _SIZE.search(more)
    baseline = _BASELINE.search(more)
    return _Line(
        box,
        slope=float(baseline[1]) if baseline else 0.0,
        offset=float(baseline[2]) if baseline else 0.0,
        size=float(size[1]) if size else float(box.height),
    )
