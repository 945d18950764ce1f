"""The cells of a table that is drawn with lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from vnplan.readers.ocr.box import Box

_TOUCH: Final = 0.06  # inch
_WHOLE: Final = 0.9  # of the way across a part: such a line divides it
_LEAST: Final = 0.12  # inch: no cell that holds a letter is narrower
_MOST_LINES: Final = 1500


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: its outline and its cells, in reading order."""

    outline: Box
    cells: tuple[Box, ...]


def ruled_tables(across: Sequence[Box], down: Sequence[Box], dpi: float) -> tuple[Ruled, ...]:
    """The tables among the lines of a page, from their boxes in pixels."""
    if not (len(across) > 1 and down and len(across) + len(down) <= _MOST_LINES):
        return ()
    found = []
    for outline in _outlines(across, down, round(_TOUCH * dpi)):
        level = [line for line in across if line.meets(outline)]
        upright = [line for line in down if line.meets(outline)]
        cells = tuple(_Cutting(level, upright, dpi).cells(outline))
        if len(cells) > 1:
            found.append(Ruled(outline, cells))
    return tuple(found)


def _outlines(across: Sequence[Box], down: Sequence[Box], slack: int) -> list[Box]:
    """The boxes around lines that belong together; no two of them overlap.

    Where lines are worn through, the parts of one table meet no more: but their boxes do.
    """
    outlines: list[Box] = []
    for level, upright in _groups(across, down, slack):
        if len(level) < 2:
            continue
        outline = reduce(Box.around, (*level, *upright))
        while met := [other for other in outlines if other.meets(outline)]:
            outlines = [other for other in outlines if other not in met]
            outline = reduce(Box.around, met, outline)
        outlines.append(outline)
    return outlines


def _groups(
    across: Sequence[Box], down: Sequence[Box], slack: int
) -> Iterator[tuple[list[Box], list[Box]]]:
    """Lines that meet, directly or through others."""
    left, free = set(range(len(across))), set(range(len(down)))
    while free:
        level: list[int] = []
        upright = [free.pop()]
        reach = list(upright)
        while reach:
            line = down[reach.pop()]
            crossed = [at for at in left if across[at].meets(line, slack)]
            left.difference_update(crossed)
            level += crossed
            for at in crossed:
                more = [other for other in free if down[other].meets(across[at], slack)]
                free.difference_update(more)
                upright += more
                reach += more
        yield [across[at] for at in level], [down[at] for at in upright]


@dataclass(frozen=True, slots=True)
class _Cutting:
    """Cuts a table along its lines, again and again: merged cells are what no line divides."""

    across: Sequence[Box]
    down: Sequence[Box]
    dpi: float

    def cells(self, box: Box) -> Iterator[Box]:
        least = round(_LEAST * self.dpi)
        if box.width < least or box.height < least:
            return
        if cuts := self._across(box):
            edges = [box.top, *(edge for cut in cuts for edge in cut), box.bottom]
            for top, bottom in zip(edges[::2], edges[1::2], strict=True):
                yield from self.cells(Box(box.left, top, box.right, bottom))
        elif cuts := self._down(box):
            edges = [box.left, *(edge for cut in cuts for edge in cut), box.right]
            for left, right in zip(edges[::2], edges[1::2], strict=True):
                yield from self.cells(Box(left, box.top, right, box.bottom))
        else:
            yield box

    def _across(self, box: Box) -> list[tuple[int, int]]:
        """Where level lines cut the box from side to side, as (top, bottom) of each line."""
        spans = [
            (line.top, line.bottom, min(line.right, box.right) - max(line.left, box.left))
            for line in self.across
            if line.meets(box)
        ]
        return _cuts(spans, (box.top, box.bottom), _WHOLE * box.width, round(_TOUCH * self.dpi))

    def _down(self, box: Box) -> list[tuple[int, int]]:
        spans = [
            (line.left, line.right, min(line.bottom, box.bottom) - max(line.top, box.top))
            for line in self.down
            if line.meets(box)
        ]
        return _cuts(spans, (box.left, box.right), _WHOLE * box.height, round(_TOUCH * self.dpi))


def _cuts(
    spans: list[tuple[int, int, int]], limits: tuple[int, int], enough: float, slack: int
) -> list[tuple[int, int]]:
    """(first, last, length) of lines, pieces of one line made one; those long enough cut."""
    merged: list[list[int]] = []
    for first, last, length in sorted(spans):
        if merged and first <= merged[-1][1] + slack // 2:
            merged[-1][1] = max(merged[-1][1], last)
            merged[-1][2] += length
        else:
            merged.append([first, last, length])
    return [
        (max(first, limits[0]), min(last, limits[1]))
        for first, last, length in merged
        if length >= enough
    ]
