"""Tables of Markdown that stand in whole lines: "| STT | Nội dung | Chủ trì |"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from vnplan.readers.markdown_inline import rewrite_inline
from vnplan.readers.rewriting import Rewriting, Rewritten
from vnplan.records import Span
from vnplan.text.document import Cell, Table

_RULER_CELL = regex.compile(r"[ \t]*+:?-+:?[ \t]*+")
_BAR = regex.compile(r"(?<!\\)(?:\\\\){0,8}\K\|")

Line = tuple[int, int]
"""Start and end of a line of the source, without its line feed."""


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A table still in offsets of the source: per row, the offsets of its cells' contents."""

    start: int
    end: int
    rows: tuple[tuple[Line, ...], ...]

    def table(self, text: Rewritten) -> Table | None:
        """The table in the new text; None when none of its cells holds anything."""
        span = text.words(self.start, self.end)
        cells = []
        for row, columns in enumerate(self.rows):
            for column, (start, end) in enumerate(columns):
                words = text.words(start, end)
                at = min(max(words.start, span.start), span.end)
                cells.append(Cell(words if len(words) else Span(start=at, end=at), row, column))
        return Table(span, tuple(cells)) if len(span) else None


def table_lines(text: str, lines: Sequence[Line], first: int) -> int:
    """How many lines from `first` on are rows of one table; 0 when none begins there."""
    if _is_row(text, lines[first]):
        last = first + 1
        while last < len(lines) and _is_row(text, lines[last]):
            last += 1
        return last - first
    ruled = first + 1 < len(lines) and _is_ruler(text, lines[first + 1], 1)
    if not ruled or text[slice(*lines[first])].find("|") < 1:
        return 0
    last = first + 2
    while last < len(lines) and "|" in text[slice(*lines[last])].strip("| \t"):
        last += 1
    return last - first


def _is_row(text: str, line: Line) -> bool:
    """A line that begins and ends with a bar and has words, or room for two cells, between."""
    row = text[slice(*line)].strip(" \t")
    if len(row) < 2 or not (row.startswith("|") and row.endswith("|")):
        return False
    return row.strip(" \t|") != "" or row.count("|") > 2


def _is_ruler(text: str, line: Line, number: int) -> bool:
    """Dashes in every cell; single ones ("| - | - |") only in the second row of a table."""
    row = text[slice(*line)].strip(" \t")
    if "|" not in row or row.strip("|:- \t"):
        return False
    cells = row.strip("|").split("|")
    ruled = all(_RULER_CELL.fullmatch(cell) for cell in cells)
    return ruled and (number == 1 or all("--" in cell for cell in cells))


def rewrite_table(into: Rewriting, lines: Sequence[Line]) -> PipeTable:
    """Puts each cell of the rows on a line of its own and notes where the cells are."""
    text = into.text
    rows: list[tuple[Line, ...]] = []
    for number, line in enumerate(lines):
        cells = _cells(text, line)
        full = [cell for cell in cells if cell[0] < cell[1]]
        if _is_ruler(text, line, number) or not (full or rows):
            into.drop(line[0], min(line[1] + 1, len(text)))  # "|---|---|", or an empty header
            continue
        rows.append(cells)
        if not full:
            into.drop(line[0], min(line[1] + 1, len(text)))
            continue
        into.drop(line[0], full[0][0])
        for here, after in pairwise(full):
            into.put(here[1], after[0], "\n")
        into.drop(full[-1][1], line[1])
        for start, end in full:
            rewrite_inline(into, start, end)
    return PipeTable(lines[0][0], lines[-1][1], tuple(rows))


def _cells(text: str, line: Line) -> tuple[Line, ...]:
    """The contents between the bars of one line, without the white space around them."""
    bars = [bar.start() for bar in _BAR.finditer(text, *line)]
    edges = [line[0] - 1, *bars, line[1]]
    cells = []
    for left, right in pairwise(edges):
        inner = text[left + 1 : right]
        start = left + 1 + len(inner) - len(inner.lstrip())
        cells.append((start, start + len(inner.strip())) if inner.strip() else (right, right))
    outer = [not text[edges[0] + 1 : edges[1]].strip(), not text[edges[-2] + 1 : edges[-1]].strip()]
    return tuple(cells[1 if outer[0] else 0 : -1 if outer[1] and len(cells) > 1 else None])
