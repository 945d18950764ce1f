"""Logical lines: one paragraph, heading, bullet or cell line each, hard wraps undone.

Everything after the readers works on logical lines; everything that is reported is in offsets of
`Document.text`, mapped by construction.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

import regex

from vnplan.records import Span
from vnplan.text.document import Document, StyleKind
from vnplan.text.fold import fold_characters
from vnplan.text.line_ends import is_torn
from vnplan.text.offsets import OffsetMap, TextBuilder
from vnplan.text.physical import PhysicalLine, physical_lines
from vnplan.text.wrapping import DashedNames, Wraps

_RUNS = regex.compile(r"\S+")
_UNEVEN = re.compile(r"\s\s|[^\S ]")


@dataclass(frozen=True)
class LogicalLine:
    """A line of meaning: `text` has its wraps undone and white space collapsed.

    `map` leads from `text` to `Document.text`. `cell` is (table, cell) for a line inside a table,
    `column` 1 for the right column of a text typed in two. `bold` counts the leading characters of
    `text` set in bold (all of them: a heading; some: a run-in heading). `after_blank`: a paragraph
    break stands before it.
    """

    index: int
    text: str
    map: OffsetMap
    cell: tuple[int, int] | None = None
    column: int = 0
    after_blank: bool = True
    indent: int = 0
    bold: int = 0

    @cached_property
    def folded(self) -> str:
        """`text` folded character by character: offsets are the same (`vnplan.text.fold`)."""
        return fold_characters(self.text)

    @cached_property
    def start(self) -> int:
        return self.map.source(0)

    @cached_property
    def end(self) -> int:
        return self.map.source(len(self.text) - 1) + 1

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)

    def source_span(self, start: int, end: int) -> Span:
        """The span in `Document.text` of `text[start:end]`."""
        return self.map.source_span(start, end)


def logical_lines(document: Document, dashed: DashedNames = ()) -> tuple[LogicalLine, ...]:
    """The document's lines in reading order.

    `dashed` holds the names that a line break may cut at their dash (`lexicon`); without it only
    the grammar of the line decides.
    """
    physical = physical_lines(document)
    bold = _BoldSpans(document)
    groups: Iterable[list[PhysicalLine]]
    if document.wraps is not None:
        groups = _joined_at(physical, document.wraps)
    elif document.soft_breaks:
        groups = _grouped(physical, bold, Wraps.of(physical, dashed))
    else:
        groups = ([line] for line in physical)
    lines = tuple(_build(index, group, bold) for index, group in enumerate(groups))
    _fold_together(lines)
    return lines


def _fold_together(lines: Sequence[LogicalLine]) -> None:
    """Folds all lines in one pass, for what would fold them one by one when first asked."""
    if not lines:  # a document of rules and bars alone
        return
    folded = fold_characters("\n".join(line.text for line in lines)).split("\n")
    for line, words in zip(lines, folded, strict=True):
        vars(line)["folded"] = words


def _joined_at(lines: Sequence[PhysicalLine], wraps: Sequence[int]) -> Iterator[list[PhysicalLine]]:
    """Physical lines with a known wrap between them."""
    group: list[PhysicalLine] = []
    for line in lines:
        if group:
            previous = group[-1]
            at = bisect_left(wraps, previous.end)
            wrapped = at < len(wraps) and wraps[at] < line.start
            wrapped = wrapped or is_torn(previous.text, line.text)
            if wrapped and (previous.cell, previous.column) == (line.cell, line.column):
                group.append(line)
                continue
            yield group
        group = [line]
    if group:
        yield group


def _grouped(
    lines: Sequence[PhysicalLine], bold: _BoldSpans, wraps: Wraps
) -> Iterator[list[PhysicalLine]]:
    """Physical lines that belong together; one bold run over a line end holds them together."""
    group: list[PhysicalLine] = []
    for line, after in zip_longest(lines, lines[1:]):
        if group:
            previous = group[-1]
            if bold.covers(previous.end - 1, line.start) and not line.blank_before:
                joins = previous.cell == line.cell
            else:
                joins = wraps.joins(group[0], previous, line, after)
            if joins:
                group.append(line)
                continue
            yield group
        group = [line]
    if group:
        yield group


class _BoldSpans:
    """Which characters are bold, for look-ups in reading order."""

    def __init__(self, document: Document) -> None:
        spans = sorted(
            (style.span.start, style.span.end)
            for style in document.styles
            if style.kind in (StyleKind.BOLD, StyleKind.HEADING)
        )
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def covers(self, start: int, end: int) -> bool:
        """Whether one bold run holds `start` and `end`."""
        run = bisect_right(self._starts, start) - 1
        return run >= 0 and self._ends[run] > end

    def reach(self, start: int) -> int:
        """Where the bold run that holds `start` ends; `start` itself when it is not bold."""
        run = bisect_right(self._starts, start) - 1
        return max(start, self._ends[run]) if run >= 0 else start


def _build(index: int, group: list[PhysicalLine], bold: _BoldSpans) -> LogicalLine:
    builder = TextBuilder()
    for line in group:
        if _is_even(line.text):
            if len(builder):
                builder.add(" ", line.start - 1)
            builder.add(line.text, line.start)
            continue
        for run in _RUNS.finditer(line.text):
            if len(builder):
                builder.add(" ", line.start + run.start() - 1)
            builder.add(run.group(), line.start + run.start())
    text, offsets = builder.build()
    head = group[0]
    return LogicalLine(
        index=index,
        text=text,
        map=offsets,
        cell=head.cell,
        column=head.column,
        after_blank=head.blank_before,
        indent=head.indent,
        bold=_bold_length(text, offsets, bold),
    )


def _is_even(text: str) -> bool:
    """Whether single spaces are all the white space there is, as in most lines."""
    if text.isprintable() and "  " not in text:  # tabs and other spaces are not printable
        return True
    return _UNEVEN.search(text) is None


def _bold_length(text: str, offsets: OffsetMap, bold: _BoldSpans) -> int:
    """How many leading characters are bold; white space between bold runs counts with them."""
    position = 0
    while position < len(text):
        start = offsets.source(position)
        reach = bold.reach(start)
        if reach <= start:
            break
        following = max(position + 1, min(offsets.derived(reach), len(text)))
        while following < len(text) and text[following] == " ":
            following += 1
        position = following
    return len(text[:position].rstrip())
