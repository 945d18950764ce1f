"""Text that Tesseract left out: it takes what stands under a seal or beside a stamp for a picture.

What is dark where no word was read is looked at once more, as a block of text; a seal that is no
text gives words that are dust.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.columns import coarse_picture, squares

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Ink

_BESIDE: Final = 4  # squares between two words
_WIDE: Final = 6  # squares: two syllables
_LOW: Final = 2  # squares: a line of small letters
_FULL: Final = 0.25  # of its squares are dark, in text
_MOST: Final = 25  # boxes of a page


def missed(text: Ink, read: Iterable[Box], dpi: float) -> list[Box]:
    """The boxes of dark pixels that look like lines of text and hold none of the words read."""
    grain = squares(dpi)
    left = coarse_picture(text, grain)
    for box in read:
        top, first = box.top // grain, box.left // grain
        left[
            max(0, top - 1) : box.bottom // grain + 2, max(0, first - 1) : box.right // grain + 2
        ] = False
    found = [box for box in _clusters(left) if _is_text(left, box)]
    return [
        Box(
            max(0, box.left - 1) * grain,
            max(0, box.top - 1) * grain,
            (box.right + 1) * grain,
            (box.bottom + 1) * grain,
        )
        for box in found[:_MOST]
    ]


def _is_text(left: Ink, box: Box) -> bool:
    part = left[box.top : box.bottom, box.left : box.right]
    return box.width >= _WIDE and box.height >= _LOW and float(part.mean()) >= _FULL


def _clusters(left: Ink) -> list[Box]:
    """The boxes around squares that lie beside or below each other."""
    growing: list[Box] = []
    done: list[Box] = []
    for row, runs in enumerate(map(_runs, left)):
        for first, last in runs:
            cluster = Box(first, row, last, row + 1)
            still = []
            for box in growing:
                if box.bottom < row:
                    done.append(box)
                elif box.left < cluster.right + 1 and cluster.left < box.right + 1:
                    cluster = box.around(cluster)
                else:
                    still.append(box)
            growing = [*still, cluster]
    return done + growing


def _runs(row: Ink) -> Sequence[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in row.nonzero()[0].tolist():
        if runs and place - runs[-1][1] <= _BESIDE:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
