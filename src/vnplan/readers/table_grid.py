"""The grid of a table whose merged cells were lost: the columns that a short row's cells are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import regex

from vnplan.readers.bars import Gap, GapKind
from vnplan.readers.table_heading import heading_spans
from vnplan.records import Span
from vnplan.text.document import Cell

_HEAD_ROWS = 3


class CellKind(StrEnum):
    """What a cell holds, as far as it helps to find the column it belongs to."""

    ORDINAL = "ordinal"
    NUMBER = "number"
    TIME = "time"
    AGENCY = "agency"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row as they stand between the bars, empty ones included."""

    gaps: list[Gap]


@dataclass(frozen=True, slots=True)
class _Placed:
    gap: Gap
    column: int
    column_span: int = 1


_ORDINAL = regex.compile(r"(?:\d{1,3}(?:\.\d{1,2}+)*+|[IVX]{1,5}|[a-zđ])[.)]?")
_NUMBER = regex.compile(r"[-+(]?\d[\d.,\s]*(?:%|\p{L}{0,6})?\)?")
_TIME = regex.compile(
    r"\b(?:năm|quý|tháng|ngày|thường\ xuyên|hằng\ năm|hàng\ năm|giai\ đoạn|định\ kỳ)\b"
    r"|\b(?:19|20)\d\d\b",
    regex.IGNORECASE,
)
_AGENCY = regex.compile(
    r"-?\s*(?:các\ )?(?:sở|bộ|ban|ubnd|ủy\ ban|uỷ\ ban|văn\ phòng|công\ an|hội|liên\ hiệp|tỉnh"
    r"|trung\ tâm"
    r"|ngân\ hàng|cục|vụ|chi\ cục|phòng|viện|trường|đài|báo|cơ\ quan|đơn\ vị|doanh\ nghiệp"
    r"|mặt\ trận|đoàn|kho\ bạc|thanh\ tra|tòa\ án|hđnd|mttq|thuế|đại\ học|công\ ty)\b",
    regex.IGNORECASE,
)


def grid(rows: Sequence[Row], width: int) -> tuple[Cell, ...]:
    """The cells of `rows` in a grid `width` columns wide, in reading order.

    A row of one cell is a group row and spans all columns; a cell above a short row spans down
    into it where the short row has no cell of its own.
    """
    placed = _headed(rows, width)
    kinds = _column_kinds(rows, width)
    for number, row in enumerate(rows):
        if number >= len(placed):
            placed.append(_placed(row, width, kinds))
    return _cells(placed, width)


def _placed(row: Row, width: int, kinds: Sequence[CellKind | None]) -> list[_Placed]:
    gaps = row.gaps
    if len(gaps) >= width:
        return [_Placed(gap, column) for column, gap in enumerate(gaps)]
    filled = [place for place, gap in enumerate(gaps) if not gap.empty]
    if len(gaps) == 1:
        return [_Placed(gaps[0], 0, width)]
    if len(gaps) == 2 and gaps[0].kind is GapKind.ORDINAL and filled == [0, 1]:
        return [_Placed(gaps[0], 0), _Placed(gaps[1], 1, width - 1)]
    return [_Placed(gap, at) for gap, at in zip(gaps, _aligned(gaps, kinds), strict=True)]


def cell_kind(words: str) -> CellKind:
    """What the words of a cell are: "2.1", "72.000", "Quý IV/2025", "Sở Tài chính", or text."""
    if len(words) <= 8 and _ORDINAL.fullmatch(words):
        return CellKind.ORDINAL
    if _NUMBER.fullmatch(words):
        return CellKind.NUMBER
    if len(words) <= 60 and _TIME.search(words):
        return CellKind.TIME
    return CellKind.AGENCY if _AGENCY.match(words) else CellKind.TEXT


def _column_kinds(rows: Sequence[Row], width: int) -> list[CellKind | None]:
    """The commonest kind in each column of the complete rows."""
    counts: list[Counter[CellKind]] = [Counter() for _ in range(width)]
    for row in [row for row in rows[1:] if len(row.gaps) == width][:60]:
        for column, gap in enumerate(row.gaps):
            if not gap.empty:
                counts[column][cell_kind(gap.words)] += 1
    return [count.most_common(1)[0][0] if count else None for count in counts]


def _aligned(gaps: Sequence[Gap], kinds: Sequence[CellKind | None]) -> list[int]:
    """Rising columns for the cells of a short row, each as like its column as can be."""
    width = len(kinds)
    scores = [[0.0] * (width + 1) for _ in range(len(gaps) + 1)]
    for place in range(len(gaps) - 1, -1, -1):
        kind = None if gaps[place].empty else cell_kind(gaps[place].words)
        for column in range(width - 1, -1, -1):
            room = width - column >= len(gaps) - place
            take = scores[place + 1][column + 1] + _likeness(kind, kinds[column]) if room else -99.0
            skip = scores[place][column + 1] if width - column > len(gaps) - place else -99.0
            scores[place][column] = max(take, skip)
        scores[place][width] = -99.0
    columns: list[int] = []
    column = 0
    for place, gap in enumerate(gaps):
        kind = None if gap.empty else cell_kind(gap.words)
        while (
            width - column > len(gaps) - place
            and scores[place][column]
            > scores[place + 1][column + 1] + _likeness(kind, kinds[column]) + 1e-9
        ):
            column += 1
        columns.append(column)
        column += 1
    return columns


def _likeness(kind: CellKind | None, column: CellKind | None) -> float:
    if kind is None or column is None:
        return 0.5
    if kind is column:
        return 2.0
    return 0.5 if {kind, column} <= {CellKind.ORDINAL, CellKind.NUMBER} else 0.0


def _headed(rows: Sequence[Row], width: int) -> list[list[_Placed]]:
    """The first two rows, when they are a heading in two levels; otherwise nothing."""
    if len(rows) < _HEAD_ROWS:
        return []
    upper, lower = rows[0].gaps, rows[1].gaps
    if any(gap.empty for gap in upper):
        return []
    spans = heading_spans([gap.words for gap in upper], [gap.words for gap in lower], width)
    if spans is None:
        return []
    top: list[_Placed] = []
    bottom: list[_Placed] = []
    column = 0
    for gap, span in zip(upper, spans, strict=True):
        top.append(_Placed(gap, column, max(span, 1)))
        for _ in range(span):
            bottom.append(_Placed(lower[len(bottom)], column))
            column += 1
        column += not span
    return [top, bottom]


def _cells(rows: Sequence[Sequence[_Placed]], width: int) -> tuple[Cell, ...]:
    """Cells in reading order; where a row has none of its own, the cell above reaches down."""
    cells: list[Cell] = []
    above: list[int | None] = [None] * width
    for number, row in enumerate(rows):
        own: list[int | None] = [None] * width
        for placed in row:
            span = Span(start=placed.gap.start, end=placed.gap.end)
            for column in range(placed.column, min(placed.column + placed.column_span, width)):
                own[column] = len(cells)
            cells.append(Cell(span, number, placed.column, 1, placed.column_span))
        short = any(index is None for index in own)
        for column, index in enumerate(above if short and number else []):
            if own[column] is None and index is not None and _reaches(cells[index], width):
                if cells[index].row + cells[index].row_span == number:
                    cells[index] = replace(cells[index], row_span=cells[index].row_span + 1)
                own[column] = index
        above = own
    return tuple(cells)


def _reaches(cell: Cell, width: int) -> bool:
    """A cell of one column may reach down; a group row never does."""
    return cell.column_span < width - 1 or width <= 2
