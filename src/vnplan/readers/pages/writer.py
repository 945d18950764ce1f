"""The text of a document as it grows line by line, with what is known of its places."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from vnplan.readers.page import Word
from vnplan.readers.pages.lines import Line
from vnplan.records import Span
from vnplan.text.document import Cell, Recognised, Style, StyleKind, Table

_looks = itemgetter(7, 8, 9)  # of a word: bold, italic, confidence
_PLAIN = {(False, False, None)}


class Writer:
    """Puts lines together; every offset it hands out is one of the text so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._runs: dict[StyleKind, list[list[int]]] = {StyleKind.BOLD: [], StyleKind.ITALIC: []}
        self._pages: list[int] = []
        self._unwritten = 0  # pages that have begun without a word so far
        self.wraps: list[int] = []
        self.tables: list[Table] = []
        self.recognised: list[Recognised] = []

    def __len__(self) -> int:
        return self._length

    def page(self) -> None:
        """The next word is the first of a page."""
        self._unwritten += 1

    def line(self, line: Line, feeds: int, *, wrap: bool = False) -> Span:
        """Writes a line behind so many line feeds; `wrap`: it goes on with the line above.

        Gives the place of its words.
        """
        if self._length and feeds:
            if wrap:
                self.wraps.append(self._length)
            self._add("\n" * feeds)
        start = self._length
        if self._unwritten:
            self._pages += [start] * self._unwritten
            self._unwritten = 0
        self._add(line.text)
        if set(map(_looks, line.words)) != _PLAIN:
            at = start
            for word in line.words:
                end = at + len(word.text)
                self._note(word, at, end)
                at = end + 1
        return Span(start=start, end=self._length)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _note(self, word: Word, start: int, end: int) -> None:
        if word.bold:
            self._styled(StyleKind.BOLD, start, end)
        if word.italic:
            self._styled(StyleKind.ITALIC, start, end)
        if word.confidence is not None:
            self.recognised.append(Recognised(Span(start=start, end=end), word.confidence))

    def _styled(self, kind: StyleKind, start: int, end: int) -> None:
        """A run goes on over one space or line feed, not over a blank line."""
        runs = self._runs[kind]
        if runs and start - runs[-1][1] <= 1:
            runs[-1][1] = end
        else:
            runs.append([start, end])

    def table(self, start: int, cells: Sequence[Cell]) -> None:
        """A table from `start` to here."""
        self.tables.append(Table(Span(start=start, end=self._length), tuple(cells)))

    def text(self) -> str:
        return "".join(self._parts)

    def styles(self) -> tuple[Style, ...]:
        """The styles in reading order."""
        found = [
            Style(kind, Span(start=start, end=end))
            for kind, runs in self._runs.items()
            for start, end in runs
        ]
        return tuple(sorted(found, key=lambda style: (style.span.start, style.span.end)))

    def pages(self) -> tuple[Span, ...]:
        """The pages, each to where the next one begins; empty ones keep their place."""
        starts = self._pages + [self._length] * self._unwritten
        if starts:
            starts[0] = 0
        ends = [*starts[1:], self._length]
        return tuple(Span(start=a, end=b) for a, b in zip(starts, ends, strict=True))
