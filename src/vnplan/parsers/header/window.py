"""The head of a document as one text: logical lines joined by line feeds, with the way back.

A letterhead may be typed in cells, in columns, line under line, or flattened into one line; read as
one text, "ngày⏎22 tháng 12" and "Số: 435/QĐ-UBND Kon Tum, ngày 04 tháng 5" are the same case.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.records import Span
from vnplan.text.fold import fold_characters
from vnplan.text.lines import LogicalLine


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a window, `window.text[start:end]`, without white space around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring logical lines as one text.

    `folded` has the length of `text`: an offset in one is an offset in the other. `starts[k]` is
    where `lines[k]` begins in it.
    """

    text: str
    folded: str
    lines: tuple[LogicalLine, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[LogicalLine]) -> Window:
        starts: list[int] = []
        length = 0
        for line in lines:
            starts.append(length)
            length += len(line.text) + 1
        text = "\n".join(line.text for line in lines)
        return cls(text, fold_characters(text), tuple(lines), tuple(starts))

    def place(self, offset: int) -> int:
        """The position in `lines` of the line that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def index(self, offset: int) -> int:
        """The index in the document of the line that holds `offset`."""
        return self.lines[self.place(offset)].index

    def line_end(self, offset: int) -> int:
        """Where the line that holds `offset` ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def span(self, start: int, end: int) -> Span:
        """`text[start:end]` in `Document.text`."""
        first, last = self.place(start), self.place(max(start, end - 1))
        head, tail = self.lines[first], self.lines[last]
        begin = head.source_span(start - self.starts[first], start - self.starts[first]).start
        stop = max(1, end - self.starts[last])
        return Span(start=begin, end=max(begin, tail.source_span(stop - 1, stop).end))

    def pieces(self, start: int, end: int, used: Sequence[tuple[int, int]]) -> list[Piece]:
        """What is left of `text[start:end]`, line by line, outside the `used` stretches."""
        cuts = sorted((max(a, start), min(b, end)) for a, b in used if b > start and a < end)
        found: list[Piece] = []
        position = start
        for cut_start, cut_end in [*cuts, (end, end)]:
            if cut_start > position:
                found.extend(self._pieces_of(position, cut_start))
            position = max(position, cut_end)
        return found

    def _pieces_of(self, start: int, end: int) -> list[Piece]:
        found: list[Piece] = []
        for part in self.text[start:end].split("\n"):
            bare = part.strip()
            if bare.strip("|"):  # a bar of a table alone is no line of the letterhead
                lead = start + len(part) - len(part.lstrip())
                found.append(Piece(lead, lead + len(bare), bare))
            start += len(part) + 1
        return found
