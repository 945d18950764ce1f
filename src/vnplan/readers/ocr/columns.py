"""Columns that no line parts: the letterhead, recipients beside the signature.

Tesseract reads straight across them where their lines do not stand level, and then both sides are
wrong ("- Chủ tịch và các PCT UBND tỉnh; KT CHỦ TICH"). So they are found here, by the white between
them, and read one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.box import Box

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Ink

_GRAIN: Final = 0.04  # inch: the side of a square of the coarse picture
_SPECK: Final = 3  # dark pixels a square may have and still be white
_WIDE: Final = 4  # squares: two words of a line are not so far apart in two lines
_TALL: Final = 9  # squares: two lines of text
_COLUMN: Final = 12  # squares: narrower is a column of labels ("1.", "a)"), read with its text
_WIDTH_COUNTS: Final = 6  # squares: a wider gutter is no better, a taller one is
_TEXT: Final = 30  # squares: two words cover as many; less is dust
_EDGE: Final = 3  # squares: what lies so near the edge of the sheet is the scanner's shadow
_DEEPEST: Final = 5


@dataclass(frozen=True, slots=True)
class _Gutter:
    """White in the columns `left` to `right`, text on both sides of it; in squares."""

    left: int
    right: int
    top: int
    bottom: int

    @property
    def size(self) -> int:
        return (self.bottom - self.top) * min(self.right - self.left, _WIDTH_COUNTS)


def columns(dark: Ink, dpi: float) -> tuple[Box, ...]:
    """The boxes of text that stand beside each other; what is in none runs over the whole page.

    Drawn lines and tables must have been taken out of `dark` before.
    """
    grain = squares(dpi)
    coarse = coarse_picture(dark, grain)
    found = _split(coarse, Box(0, 0, coarse.shape[1], coarse.shape[0]), 0)
    return tuple(
        Box(box.left * grain, box.top * grain, box.right * grain, box.bottom * grain)
        for box in found
    )


def squares(dpi: float) -> int:
    """The side of a square of the coarse picture, in pixels."""
    return max(2, round(_GRAIN * dpi))


def coarse_picture(dark: Ink, grain: int) -> Ink:
    """The picture in squares of `grain` pixels: which of them hold more than a speck."""
    import numpy as np

    height, width = (size // grain for size in dark.shape)
    bands = dark[: height * grain, : width * grain].reshape(height, grain, width * grain)
    rows = bands.sum(axis=1, dtype=np.uint8).reshape(height, width, grain)
    enough: Ink = rows.sum(axis=2, dtype=np.uint16) > _SPECK
    for edge in (enough, enough.T):
        edge[:_EDGE] = False
        edge[-_EDGE:] = False
    return enough


def _split(coarse: Ink, box: Box, depth: int) -> Iterator[Box]:
    """The columns in `box`: cut at its best gutter, then each side and what is above and below.

    At depth 0 what no gutter divides belongs to the page; deeper it is a box of its own.
    """
    part = coarse[box.top : box.bottom, box.left : box.right]
    gutters = sorted(_gutters(part), key=lambda gutter: -gutter.size) if depth < _DEEPEST else []
    for gutter in gutters:
        left = _trimmed(part, Box(0, gutter.top, gutter.left, gutter.bottom))
        right = _trimmed(part, Box(gutter.right, gutter.top, part.shape[1], gutter.bottom))
        if left is not None and right is not None:
            break
    else:
        if depth and part.any():
            yield box
        return
    top, bottom = min(left.top, right.top), max(left.bottom, right.bottom)
    yield from _split(coarse, _moved(Box(0, 0, part.shape[1], top), box), depth)
    for side in (left, right):
        yield from _split(coarse, _moved(side, box), depth + 1)
    yield from _split(coarse, _moved(Box(0, bottom, part.shape[1], part.shape[0]), box), depth)


def _trimmed(part: Ink, side: Box) -> Box | None:
    """`side` without lines of text that its upper or lower edge cuts through; None if too small."""
    import numpy as np

    inked = np.asarray(part[:, side.left : side.right].any(axis=1))
    top, bottom = side.top, side.bottom
    while 0 < top < bottom and inked[top] and inked[top - 1]:
        top += 1
    while top < bottom < len(inked) and inked[bottom - 1] and inked[bottom]:
        bottom -= 1
    inner = part[top:bottom, side.left : side.right]
    used = np.flatnonzero(inner.any(axis=0))
    if not len(used) or used[-1] - used[0] < _COLUMN or int(inner.sum()) < _TEXT:
        return None
    return Box(side.left, top, side.right, bottom)


def _gutters(part: Ink) -> Iterator[_Gutter]:
    """All white rectangles that cannot be made larger and have text on both sides."""
    reach: dict[tuple[int, int], int] = {}
    for row, runs in enumerate([*_white(part), []]):
        grown: dict[tuple[int, int], int] = {}
        for (left, right), top in reach.items():
            for first, last in runs:
                both = max(left, first), min(right, last)
                if both[1] - both[0] >= _WIDE:
                    grown[both] = min(top, grown.get(both, row))
        for (left, right), top in reach.items():
            if (left, right) not in grown and row - top >= _TALL:
                gutter = _Gutter(left, right, top, row)
                if _between(part, gutter):
                    yield gutter
        for run in runs:
            grown.setdefault(run, row)
        reach = grown


def _white(part: Ink) -> Iterator[list[tuple[int, int]]]:
    """For each row the runs of white squares, as (first, past the last)."""
    import numpy as np

    padded = np.ones((part.shape[0], part.shape[1] + 2), np.int8)
    padded[:, 1:-1] = part
    for row in np.diff(padded, axis=1):
        edges = row.nonzero()[0].tolist()
        pairs = zip(edges[::2], edges[1::2], strict=True)
        yield [(first, last) for first, last in pairs if last - first >= _WIDE]


def _between(part: Ink, gutter: _Gutter) -> bool:
    rows = part[gutter.top : gutter.bottom]
    sides = (rows[:, : gutter.left], rows[:, gutter.right :])
    return all(int(side.any(axis=1).sum()) >= _TALL // 2 for side in sides)


def _moved(box: Box, by: Box) -> Box:
    return Box(box.left + by.left, box.top + by.top, box.right + by.left, box.bottom + by.top)
