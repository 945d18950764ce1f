"""Cutting stretches out of a document: marks, bars and portal boilerplate, with all spans moved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from vnplan.records import Span
from vnplan.text.document import Cell, Document, Recognised, Style, Table
from vnplan.text.offsets import TextBuilder

Stretch = tuple[int, int]
"""A half-open range of offsets."""


def without(document: Document, stretches: Iterable[Stretch]) -> Document:
    """`document` with the given stretches of its text removed.

    Spans are moved and clipped; a style or a table of which nothing is left goes with its text.
    """
    dropped = merged(stretches)
    if not dropped:
        return document
    builder = TextBuilder()
    at = 0
    for start, end in dropped:
        builder.add(document.text[at:start], at)
        at = end
    builder.add(document.text[at:], at)
    text, offsets = builder.build()
    shift = _Shift(dropped)
    tables = (_moved_table(table, shift) for table in document.tables)
    return replace(
        document,
        text=text,
        wraps=None if document.wraps is None else tuple(_moved_wraps(document.wraps, shift)),
        pages=tuple(shift.span(page) for page in document.pages),
        tables=tuple(table for table in tables if table is not None),
        styles=tuple(
            Style(style.kind, span)
            for style in document.styles
            if len(span := shift.span(style.span))
        ),
        recognised=tuple(
            Recognised(span, word.confidence)
            for word in document.recognised
            if len(span := shift.span(word.span))
        ),
        source_map=offsets.through(document.source_map) if document.source_map else offsets,
    )


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in order, those that touch or overlap made one, empty ones left out."""
    result: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


class _Shift:
    """Where an offset of the old text stands in the new one."""

    def __init__(self, dropped: Sequence[Stretch]) -> None:
        self._starts = [start for start, _ in dropped]
        self._ends = [end for _, end in dropped]
        self._lost = [0, *accumulate(end - start for start, end in dropped)]

    def offset(self, old: int) -> int:
        passed = bisect_right(self._starts, old)
        inside = passed and old < self._ends[passed - 1]
        return (self._starts[passed - 1] if inside else old) - self._lost[passed - bool(inside)]

    def span(self, old: Span) -> Span:
        return Span(start=self.offset(old.start), end=self.offset(old.end))

    def keeps(self, old: Span) -> bool:
        """Whether anything of the old span is left."""
        return self.offset(old.end) > self.offset(old.start)


def _moved_wraps(wraps: Iterable[int], shift: _Shift) -> Iterator[int]:
    """The line feeds that are still there."""
    return (shift.offset(at) for at in wraps if shift.keeps(Span(start=at, end=at + 1)))


def _moved_table(table: Table, shift: _Shift) -> Table | None:
    if not shift.keeps(table.span):
        return None
    cells = tuple(replace(cell, span=shift.span(cell.span)) for cell in table.cells)
    return replace(table, span=shift.span(table.span), cells=_inside(cells, shift.span(table.span)))


def _inside(cells: tuple[Cell, ...], table: Span) -> tuple[Cell, ...]:
    """Empty cells at the edge of the table may have lost their place: they take the nearest one."""
    return tuple(
        cell
        if table.contains(cell.span)
        else replace(
            cell,
            span=Span(
                start=min(max(cell.span.start, table.start), table.end),
                end=min(max(cell.span.end, table.start), table.end),
            ),
        )
        for cell in cells
    )
