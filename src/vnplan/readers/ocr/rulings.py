"""Drawn straight lines: the borders of tables, the lines under names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from vnplan.readers.ocr.box import Box

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Ink

_LONG: Final = 0.3  # inch: longer than any stroke of a letter
_SURE: Final = 1.0  # inch: no row of letters that touch is so long
_THICK: Final = 0.06  # inch
_BREAK: Final = 0.1  # inch: a worn line has gaps
_BESIDE: Final = 0.02  # inch
_WHITE: Final = 0.15  # of what lies beside a line may be dark: letters that stand on it
_MOST: Final = 20_000  # runs: more are a photograph


def rulings(dark: Ink, dpi: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The horizontal and the vertical lines, each as the box of its pixels."""
    import numpy as np

    across = _lines(dark, dpi)
    down = _lines(np.ascontiguousarray(dark.T), dpi)
    return across, tuple(Box(box.top, box.left, box.bottom, box.right) for box in down)


def _lines(dark: Ink, dpi: float) -> tuple[Box, ...]:
    """The lines along the rows of `dark`: long runs, those of neighbouring rows made one."""
    runs = _runs(dark, round(_LONG * dpi))
    if len(runs) > _MOST:
        return ()
    thick, gap = max(4, round(_THICK * dpi)), round(_BREAK * dpi)
    return tuple(
        box
        for box in _joined(runs, gap)
        if box.height <= thick and (box.width >= _SURE * dpi or _alone(dark, box, dpi))
    )


def _runs(dark: Ink, least: int) -> list[Box]:
    """All runs of dark pixels of at least `least`, row by row; a gap of one pixel is none."""
    import numpy as np

    rows, width = dark.shape
    closed = np.zeros((rows, width + 2), np.int8)
    closed[:, 1:-1] = dark
    closed[:, 2:-2] |= closed[:, 1:-3] & closed[:, 3:-1]
    edges = np.flatnonzero(np.diff(closed.ravel()))
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= least
    found = zip(starts[long].tolist(), (ends - starts)[long].tolist(), strict=True)
    places = ((*divmod(start, width + 2), size) for start, size in found)
    return [Box(left, row, left + size, row + 1) for row, left, size in places]


def _joined(runs: Iterable[Box], gap: int) -> list[Box]:
    """Runs that touch, or go on within `gap` pixels along the line, as one box each.

    A line that is not quite level climbs from row to row; so its runs stand beside each other.
    """
    growing: list[Box] = []
    done: list[Box] = []
    for run in runs:
        line = run
        still = []
        for box in growing:
            if box.bottom < run.top - 1:
                done.append(box)
            elif box.left < line.right + gap and line.left < box.right + gap:
                line = box.around(line)
            else:
                still.append(box)
        growing = [*still, line]
    return done + growing


def _alone(dark: Ink, line: Box, dpi: float) -> bool:
    """Whether white lies on both sides: the bars of "TTTT" touch each other, their stems do not."""
    away = max(2, round(_BESIDE * dpi))
    sides = (
        dark[max(0, line.top - away) : line.top, line.left : line.right],
        dark[line.bottom : line.bottom + away, line.left : line.right],
    )
    return all(not side.size or float(side.mean()) < _WHITE for side in sides)
