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
_NEXT_ORDINAL = 4.0  # "3 | … | (empty) | 4 | …": the empty cell is more likely the end of row 3
_BLANK_ROW = 6.0
_ODD_END = 0.5
_FILLER = 0.5
_UNREACHED = (float("inf"), -1, 0)


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
        return None if width is None else _best([_search(bars, opening, width, len(bars.bars) - 1)])
    first = _first_row(bars, opening)
    if first is None:
        return None
    last = len(bars.bars) - 1
    near = min(last, opening + _WINDOW)
    widths = range(max(1, first), min(first + _TRIED, _MAX_WIDTH) + 1)
    best = _best([_search(bars, opening, width, near) for width in widths])
    if best is None or near == last or best.close < near - best.width - 1:
        return best
    return _best([_search(bars, opening, best.width, last)])


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


def _search(bars: Bars, opening: int, width: int, last: int) -> tuple[float, Rows] | None:
    """The cheapest way through the bars with rows of at most `width` cells; its price and rows."""
    best: dict[int, tuple[float, int, int]] = {opening: (0.0, -1, 0)}
    ends: list[tuple[float, int, int, float]] = []
    at = frontier = opening
    while at <= frontier:
        empty_cost = _EMPTY_HEAD if at == opening else _EMPTY_CELL
        for close, row_cost in _row_ends(bars, at, width, last, empty_cost) if at in best else ():
            cost = best[at][0] + row_cost
            following, toll = _next_row(bars, close, last)
            if following is not None and cost + toll < best.get(following, _UNREACHED)[0]:
                best[following] = (cost + toll, at, close)
                frontier = max(frontier, following)
            if _may_end(bars, close, last):
                odd = 0.0 if close - at == width else _ODD_END
                paid = _WORTH * (close - opening)
                ends.append((paid - cost - odd, close, at, cost + odd))
        at += 1
    if not ends:
        return None
    _, close, start, cost = max(ends)
    price = (_START + cost) / (close - opening)
    return price, Rows(width, _path(best, start, close), close)


def _next_row(bars: Bars, close: int, last: int) -> tuple[int | None, float]:
    """The bar that opens the row after the one that ends at `close`, and what that costs."""
    after = bars.gaps[close]
    if close >= last or bars.outside(after):
        return None, 0.0
    if bars.collapsed:
        return (close if after.kind is GapKind.ORDINAL else None), 0.0
    if after.empty:
        return (None if after.blank_edges else close + 1), 0.0
    return (close + 1 if after.filler else None), _FILLER


def _may_end(bars: Bars, close: int, last: int) -> bool:
    after = bars.gaps[close]
    return close == last or not after.empty or after.blank_edges


def _path(best: dict[int, tuple[float, int, int]], start: int, close: int) -> tuple[Gaps, ...]:
    rows: list[Gaps] = [tuple(range(start, close))]
    while best[start][1] >= 0:
        _, before, ended = best[start]
        rows.append(tuple(range(before, ended)))
        start = before
    return tuple(reversed(rows))


def _row_ends(
    bars: Bars, opening: int, width: int, last: int, empty_cost: float
) -> Iterator[tuple[int, float]]:
    """The bars at which a row that begins at `opening` may end, and what that costs."""
    empties, extra = 0, 0.0
    first = bars.gaps[opening]
    for cells in range(1, width + 1):
        close = opening + cells
        gap = bars.gaps[close - 1]
        if close > last or bars.outside(gap):
            return
        empties += gap.empty
        extra += _NEXT_ORDINAL if cells > 2 and _follows(bars, opening, close - 1) else 0.0
        if empties == cells:
            if cells == width:
                yield close, _BLANK_ROW
        elif cells == width:
            yield close, empty_cost * empties + extra
        elif cells == 1 or (cells == 2 and first.kind is GapKind.ORDINAL and not empties):
            yield close, _GROUP_ROW
        else:
            yield close, _SHORT_ROW + empty_cost * empties + extra


def _follows(bars: Bars, first: int, at: int) -> bool:
    """Whether the cell after an empty one is the number after that of the row's first cell."""
    words, before = bars.gaps[at].words, bars.gaps[first].words
    if not bars.gaps[at - 1].empty or not (words.isdecimal() and before.isdecimal()):
        return False
    return len(words) < 5 and len(before) < 5 and int(words) == int(before) + 1
