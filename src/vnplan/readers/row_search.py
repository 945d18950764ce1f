"""The rows of a flattened table: which bars end a row and which only hold an empty cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnplan.readers.bars import Bars, Gap, GapKind

_MAX_WIDTH = 24
_WINDOW = 240  # bars on which the widths are tried
_TRIED = 9  # widths tried beyond that of the first row: heading cells that stand over others
_LONG_HEAD = 12  # lines: longer words cannot be the cell of a heading row

# What a reading of the bars costs. Of two ends of one width, the one that explains more gaps is
# taken as long as each explained gap pays for half a point; of two widths, the one that costs less
# for each gap: a width twice too large explains every bar as well, but with an empty cell a row.
_START = 1.0
_WORTH = 0.5
_EMPTY_CELL = 0.3
_EMPTY_HEAD = 3.0  # an empty cell in the first row, which is a heading as a rule
_GROUP_ROW = 0.6
_SHORT_ROW = 1.5
_SHORT_AGAIN = 0.5  # … as short as the row above: a cell merged over many rows
_SHORT_HEAD = 2.5
_NEXT_ORDINAL = 4.0  # "3 | … | (empty) | 4 | …": the empty cell is more likely the end of row 3
_BLANK_ROW = 6.0
_ODD_END = 0.5  # a table that ends with a short row
_GROUP_END = 2.5  # … with a group row, which has nothing to group
_STRAY_END = 2.0  # … before words that look like a cell and would stand between two tables
_FILLER = 0.5


_FIRST = frozenset({"1", "01", "I", "A"})  # numbers of a first row

Gaps = tuple[int, ...]
"""The numbers of the gaps that are the cells of one row."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its `width`, per row the numbers of its gaps, and the bar that closes it."""

    width: int
    rows: tuple[Gaps, ...]
    close: int


def rows_from(bars: Bars, opening: int) -> Rows | None:
    """The best reading of the bars from `opening` on as one table; None when there is none."""
    if bars.collapsed:
        width = _collapsed_width(bars, opening)
        return (
            None
            if width is None
            else _best([_Search(bars, opening, width, len(bars.bars) - 1).best()])
        )
    first = _first_row(bars, opening)
    if first is None:
        return None
    last = len(bars.bars) - 1
    near = min(last, opening + _WINDOW)
    widths = range(max(1, first), min(first + _TRIED, _MAX_WIDTH) + 1)
    best = _best([_Search(bars, opening, width, near).best() for width in widths])
    if best is None or near == last or best.close < near - best.width - 1:
        return best
    return _best([_Search(bars, opening, best.width, last).best()])


def _best(readings: list[tuple[float, Rows] | None]) -> Rows | None:
    found = [reading for reading in readings if reading is not None]
    return min(found, key=lambda reading: (reading[0], reading[1].width))[1] if found else None


def _first_row(bars: Bars, opening: int) -> int | None:
    """How many cells the first row has: empty ones, then filled ones up to the next empty one."""
    filled = 0
    for at in range(opening, min(opening + _MAX_WIDTH + 1, len(bars.gaps) - 1)):
        gap = bars.gaps[at]
        if gap.empty and filled:
            return at - opening
        if not gap.empty and (bars.outside(gap) or (filled and _too_long(gap))):
            return at - opening if filled else None
        filled += not gap.empty
        if not filled and at - opening > 2:
            return None
    return min(len(bars.gaps) - 1 - opening, _MAX_WIDTH) if filled else None


def _too_long(gap: Gap) -> bool:
    """Words that begin no cell of a heading row: a title, or a long text."""
    return gap.kind is GapKind.OPENER or gap.lines > _LONG_HEAD


def _collapsed_width(bars: Bars, opening: int) -> int | None:
    """Without doubled bars only the ordinals tell the width: "STT | Nội dung | Chủ trì | 1 | …"."""
    gaps = bars.gaps
    if opening >= len(gaps) or not gaps[opening].first_line.upper().startswith(("STT", "TT", "SỐ")):
        return None
    for width in range(2, min(_MAX_WIDTH, len(gaps) - 1 - opening) + 1):
        gap = gaps[opening + width]
        if gap.kind is GapKind.ORDINAL:
            return width
        if gap.empty or gap.lines > _LONG_HEAD:
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Step:
    """A way to the bar that opens a row: what it cost, and the row before, from bar to bar."""

    cost: float
    start: int
    close: int


_UNREACHED = _Step(float("inf"), -1, -1)


class _Search:
    """The cheapest way through the bars with rows of at most `width` cells."""

    def __init__(self, bars: Bars, opening: int, width: int, last: int) -> None:
        self._bars = bars
        self._opening = opening
        self._width = width
        self._last = last
        self._steps: dict[int, _Step] = {opening: _Step(0.0, -1, -1)}

    def best(self) -> tuple[float, Rows] | None:
        """What the best reading costs for each gap that it explains, and its rows."""
        ends: list[tuple[float, int, int, float]] = []
        at = frontier = self._opening
        while at <= frontier:
            for close, row_cost in self._row_ends(at) if at in self._steps else ():
                cost = self._steps[at].cost + row_cost
                following, toll = self._next_row(close)
                known = _UNREACHED if following is None else self._steps.get(following, _UNREACHED)
                if following is not None and cost + toll < known.cost:
                    self._steps[following] = _Step(cost + toll, at, close)
                    frontier = max(frontier, following)
                if self._may_end(close):
                    cost += self._end_cost(at, close)
                    worth = _WORTH * (close - self._opening) - cost
                    ends.append((worth, close, at, cost))
            at += 1
        if not ends:
            return None
        _, close, start, cost = max(ends)
        price = (_START + cost) / (close - self._opening)
        return price, Rows(self._width, self._path(start, close), close)

    def _path(self, start: int, close: int) -> tuple[Gaps, ...]:
        rows: list[Gaps] = [tuple(range(start, close))]
        while self._steps[start].start >= 0:
            step = self._steps[start]
            rows.append(tuple(range(step.start, step.close)))
            start = step.start
        return tuple(reversed(rows))

    def _next_row(self, close: int) -> tuple[int | None, float]:
        """The bar that opens the row after the one that ends at `close`, and what that costs."""
        after = self._bars.gaps[close]
        if close >= self._last or self._bars.outside(after):
            return None, 0.0
        if self._bars.collapsed:
            return (close if after.kind is GapKind.ORDINAL else None), 0.0
        if after.empty:
            return (None if after.blank_edges else close + 1), 0.0
        return (close + 1 if after.filler else None), _FILLER

    def _may_end(self, close: int) -> bool:
        after = self._bars.gaps[close]
        return close == self._last or not after.empty or after.blank_edges

    def _end_cost(self, opening: int, close: int) -> float:
        """How unlikely it is that the row from `opening` to `close` is the last of its table."""
        gaps = self._bars.gaps
        cost = 0.0
        if close - opening < self._width:
            cost += _GROUP_END if close - opening < min(self._width, 3) else _ODD_END
        after = gaps[close]
        if close + 1 < self._last and not after.empty:
            short = gaps[close + 1].empty and after.lines < 3
            if short or (self._bars.spaced and not after.blank_edges):
                cost += _STRAY_END
        return cost

    def _row_ends(self, opening: int) -> Iterator[tuple[int, float]]:
        """The bars at which a row that begins at `opening` may end, and what that costs."""
        gaps, width = self._bars.gaps, self._width
        empty_cost = _EMPTY_HEAD if opening == self._opening else _EMPTY_CELL
        ordinal = gaps[opening].kind is GapKind.ORDINAL
        empties, extra = 0, 0.0
        for cells in range(1, width + 1):
            close = opening + cells
            gap = gaps[close - 1]
            if close > self._last or self._bars.outside(gap):
                return
            if opening == self._opening and cells > 1 and _too_long(gap):
                return
            empties += gap.empty
            extra += _NEXT_ORDINAL if cells > 2 and self._follows(opening, close - 1) else 0.0
            if empties == cells:
                if cells == width:
                    yield close, _BLANK_ROW
            elif cells == width:
                yield close, empty_cost * empties + extra
            elif cells == 1 or (cells == 2 and ordinal and not empties):
                yield close, _GROUP_ROW
            else:
                yield close, self._short(opening, cells) + empty_cost * empties + extra

    def _short(self, opening: int, cells: int) -> float:
        if opening == self._opening:
            return _SHORT_HEAD
        above = self._steps[opening]
        return _SHORT_AGAIN if above.close - above.start == cells else _SHORT_ROW

    def _follows(self, first: int, at: int) -> bool:
        """Whether the cell after an empty one has the number of the next row."""
        gaps = self._bars.gaps
        words, before = gaps[at].words, gaps[first].words
        if not gaps[at - 1].empty:
            return False
        if gaps[first].kind is not GapKind.ORDINAL and words.rstrip(".)") in _FIRST:
            return True
        if not (words.isdecimal() and before.isdecimal()):
            return False
        return len(words) < 5 and len(before) < 5 and int(words) == int(before) + 1
