"""Words of a line, and how they divide into sentences and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from vnplan.records import Span
from vnplan.text.lines import LogicalLine
from vnplan.text.quotes import curled

# A stop before a capital; after "TP" or a single capital it abbreviates ("TP. Huế", "P. Xuân Hòa"),
# and behind the number of a part it goes on ("tại mục III. Phát triển …").
_STOP = regex.compile(
    r"(?<!\bTP|\bTp|\bTX|\bTT|\bThS|\bTS|\bPGS|\bGS|\bÔng|\bBà|\b\p{Lu}|\b\d"
    r"|[Mm]ục [IVXL]{1,5})(?<![.!?…]{2})"
    r"[.!?…]++[”\"’)\]]*(?=\s+[“\"(]?\p{Lu})"
)
_MARK = re.compile(r"[;()“”\[\]]")
_SAYS = re.compile(r"[^\W_]")
_TRIM = " \t;,.:*…/"


class Words(NamedTuple):
    """`line.text[start:end]`."""

    line: LogicalLine
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def folded(self) -> str:
        """The whole line folded: offsets are those of the line."""
        return self.line.folded

    @property
    def span(self) -> Span:
        return self.line.source_span(self.start, self.end)

    def source_start(self) -> int:
        """Where the words begin in the text of the document."""
        return self.line.map.source(self.start)

    def source_end(self) -> int:
        """Where the words end in the text of the document."""
        end = self.line.map.source(self.end - 1) + 1
        return end if self.end > self.start else self.source_start()

    def cut(self, start: int, end: int | None = None) -> Words:
        """The part from `start` to `end`, offsets of the line."""
        return Words(self.line, start, self.end if end is None else end)

    def trimmed(self) -> Words:
        """Without white space at the ends."""
        text = self.text
        if not (text[:1].isspace() or text[-1:].isspace()):
            return self
        start = self.start + len(text) - len(text.lstrip())
        return Words(self.line, min(start, self.end), self.end - len(text) + len(text.rstrip()))

    def through_colon(self) -> int:
        """Where they end, the colon behind them included."""
        colon = self.folded.find(":", self.end - 1)
        return self.end if colon < 0 or self.folded[self.end : colon].strip() else colon + 1

    def bare(self) -> str:
        """The words without the marks around them."""
        return self.text.strip(_TRIM)

    def __bool__(self) -> bool:
        """Whether there is anything but marks."""
        return _SAYS.search(self.line.text, self.start, self.end) is not None


def sentences(words: Words) -> list[Words]:
    """The sentences of `words`, their closing marks included."""
    found: list[Words] = []
    begin = words.start
    for match in _STOP.finditer(words.line.text, words.start, words.end):
        found.append(words.cut(begin, match.end()).trimmed())
        begin = match.end()
    found.append(words.cut(begin).trimmed())
    return [sentence for sentence in found if sentence]


def clauses(words: Words) -> Iterator[Words]:
    """Sentences and what semicolons part within them, but not inside brackets or quotes."""
    marked = curled(words.line.text)
    for sentence in sentences(words):
        depth, begin = 0, sentence.start
        for mark in _MARK.finditer(marked, sentence.start, sentence.end):
            if mark[0] in "(“[":
                depth += 1
            elif mark[0] in ")”]":
                depth = max(0, depth - 1)
            elif depth == 0:
                yield sentence.cut(begin, mark.start()).trimmed()
                begin = mark.end()
        yield sentence.cut(begin).trimmed()
