"""Running text as it is written: lines, paragraphs and cells, with the styles of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from vnplan.readers.cell_places import Place
from vnplan.records import Span
from vnplan.text.document import Cell, Style, StyleKind, Table

# One no-break space is the document's own ("Điều 1"); several in a row are layout.
_SPACE = regex.compile(r"[ \t\r\n\f\u00a0]{2,}|[ \t\r\n\f]")
_EDGE = " \t\r\n\f\u00a0"


class Mark:
    """A stretch of the text that is being written: `start` is known once its first word is."""

    __slots__ = ("end", "start")

    def __init__(self) -> None:
        self.start: int | None = None
        self.end = 0


class Flow:
    """Text that grows word by word; a break is only written when a word follows it.

    `raw` counts the characters whose line breaks were typed (`<pre>`).
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._break = 0  # line feeds that are due before the next word
        self._space = ""
        self._floor = 0  # breaks do not grow as long as nothing is written behind this
        self._runs: list[tuple[StyleKind, int, int]] = []
        self._waiting: list[Mark] = []
        self.raw = 0

    def __len__(self) -> int:
        return self._length

    def line(self) -> None:
        """The next word begins a line; two in a row leave no blank line."""
        self._due(1)

    def paragraph(self) -> None:
        """The next word begins a paragraph."""
        self._due(2)

    def _due(self, feeds: int) -> None:
        self._space = ""
        if self._length > self._floor:
            self._break = max(self._break, feeds)

    def cell(self, *, first: bool) -> Mark:
        """The next word begins a cell, on a line of its own; the first of a table a paragraph."""
        self._space = ""
        self._break = (2 if first else 1) if self._length else 0
        self._floor = self._length
        return self.mark()

    def table_end(self) -> None:
        """The next word begins a paragraph, also behind an empty cell."""
        self._floor = 0
        self.paragraph()

    def mark(self) -> Mark:
        """A stretch that begins with the next word; `close` ends it."""
        mark = Mark()
        self._waiting.append(mark)
        return mark

    def close(self, mark: Mark) -> None:
        """Ends the stretch here; one without words is empty."""
        if mark.start is None:
            self._waiting = [waiting for waiting in self._waiting if waiting is not mark]
            mark.start = self._length
        mark.end = self._length

    def write(self, text: str, styles: frozenset[StyleKind], *, raw: bool) -> None:
        """Adds text; white space is collapsed unless `raw` (the text of a <pre>)."""
        if raw:
            self._write_raw(text, styles)
            return
        words = _SPACE.sub(" ", text)
        bare = words.strip(" ")
        if not bare:
            self._space = " " if words else self._space
            return
        at_start = self._break > 0 or self._length == 0 or self._ends_line()
        if at_start:
            bare = bare.lstrip(_EDGE)
            if not bare:
                return
        lead = "" if at_start or not (self._space or words[0] == " ") else " "
        self._put(lead, bare, styles)
        self._space = " " if words[-1] == " " else ""

    def typed(self, text: str, styles: frozenset[StyleKind]) -> None:
        """Adds text whose spaces and tabs are the author's own; those at a line's edge are not."""
        bare = text.strip(_EDGE)
        if not bare:
            self._space += text
            return
        start = text.index(bare)
        at_start = self._break > 0 or self._length == 0 or self._ends_line()
        self._put("" if at_start else self._space + text[:start], bare, styles)
        self._space = text[start + len(bare) :]

    def _ends_line(self) -> bool:
        return self._parts[-1].endswith("\n")

    def _write_raw(self, text: str, styles: frozenset[StyleKind]) -> None:
        self.raw += len(text)
        lines = text.replace("\r\n", "\n").split("\n")
        for number, line in enumerate(lines):
            if number:
                self._break = min(self._break + 1, 2) if self._length > self._floor else 0
            if line.strip():
                self._put("", line.rstrip(), styles)

    def _put(self, lead: str, words: str, styles: frozenset[StyleKind]) -> None:
        if self._break and self._length:
            lead = "\n" * self._break
        self._break = 0
        start = self._length + len(lead)
        for mark in self._waiting:
            mark.start = start
        self._waiting = []
        self._parts.append(lead + words)
        self._length = start + len(words)
        self._runs += [(kind, start, self._length) for kind in styles]

    def text(self) -> str:
        return "".join(self._parts)

    def styles(self) -> tuple[Style, ...]:
        """The styles in reading order; runs with only one line between them are one."""
        text = self.text()
        styles: list[Style] = []
        for kind in StyleKind:
            runs = [[start, end] for found, start, end in self._runs if found is kind]
            for before, after in pairwise(runs):
                if (
                    "\n\n" not in text[before[1] : after[0]]
                    and not text[before[1] : after[0]].strip()
                ):
                    after[0], before[1] = before[0], before[0]
            styles += [
                Style(kind, Span(start=start, end=end)) for start, end in runs if start < end
            ]
        return tuple(sorted(styles, key=lambda style: (style.span.start, style.span.end)))


def table_of(cells: Sequence[tuple[Mark, Place]]) -> Table | None:
    """The table whose cells were written at these marks; None for one without words."""
    written = [
        Cell(
            Span(start=mark.start or 0, end=mark.end),
            place.row,
            place.column,
            place.row_span,
            place.column_span,
        )
        for mark, place in cells
    ]
    full = [cell.span for cell in written if len(cell.span)]
    if not full:
        return None
    span = Span(start=full[0].start, end=full[-1].end)
    return Table(span, tuple(_within(cell, span) for cell in written))


def _within(cell: Cell, table: Span) -> Cell:
    """An empty cell at the edge of the table, moved to its edge."""
    if table.contains(cell.span):
        return cell
    at = min(max(cell.span.start, table.start), table.end)
    return replace(cell, span=Span(start=at, end=at))
