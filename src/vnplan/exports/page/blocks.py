"""The lines of a document as blocks of a page: paragraphs, headings, cells, typed columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from vnplan.lexicon.names import dashed_names
from vnplan.records import Plan, Section, SectionKind, Span
from vnplan.records.section import OUTLINE
from vnplan.text.document import Document
from vnplan.text.lines import LogicalLine, logical_lines

HEADED: Final = OUTLINE | {SectionKind.ATTACHMENT}
"""Parts with a label or a heading; all others are bullets, lines and rows inside them."""

_WRAPPED: Final = frozenset({"text/plain", "text/markdown", "application/pdf"})
_BARS: Final = re.compile(r"[\s|]*")
_WORDS: Final = re.compile(r"\w")
_COLUMNS: Final = re.compile(r"[^\S\n]{3,}")
"""What stands between two columns of a typed line."""


class Look(StrEnum):
    """How a block stands on the page."""

    PARAGRAPH = "p"
    BULLET = "bullet"
    CENTRE = "centre"  # letterhead and signature
    HEADING = "heading"
    LINES = "lines"  # a row of a table whose cells nobody knows: its lines as they stand
    TYPED = "typed"  # two columns typed with blanks: every character in its place


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the page: `text[start:end]`, wraps undone by the browser.

    `heading` is where its heading ends (`start` when it has none), `level` its depth from 1.
    `sections` are the indexes of the sections that begin here, `cell` is (table, cell) of the
    document, `row` the index of the section of its row.
    """

    start: int
    end: int
    look: Look
    heading: int
    level: int = 0
    sections: tuple[int, ...] = ()
    cell: tuple[int, int] | None = None
    row: int | None = None


def document_of(plan: Plan) -> Document:
    """What is left of the document a plan was read from: its text, without tables and looks."""
    source = plan.source
    return Document(plan.text, source, soft_breaks=source.media_type in _WRAPPED, pages=plan.pages)


def blocks(plan: Plan, document: Document) -> list[Block]:
    """The blocks of a plan in the order of the text; none overlap.

    Between them is white space and the bars of tables, never a word. `document`: the one the plan
    was read from, or `document_of`.
    """
    places = _Places(plan, typed=document.soft_breaks)
    cuts = _cuts(plan)
    lines = (piece for line in _whole(plan.text, document) for piece in _cut(plan.text, line, cuts))
    return [places.block(*line) for line in lines]


_Line = tuple[int, int, tuple[int, int] | None, bool]


def _cuts(plan: Plan) -> list[int]:
    """Where a part of the document begins in a new line, and where rows of tables end.

    Without the document nobody knows that the rows of a table are no wrapped lines of a sentence;
    the plan does.
    """
    found = {
        section.span.start
        for section in plan.sections
        if section.span.start and plan.text[section.span.start - 1] == "\n"
    }
    return sorted(found | {one.span.end for one in plan.sections if one.kind is SectionKind.ROW})


def _cut(text: str, line: _Line, cuts: Sequence[int]) -> Iterator[_Line]:
    """A line in pieces, without the white space between them."""
    start, end, cell, typed = line
    inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    if typed or not inside:
        yield line
        return
    for first, last in pairwise((start, *inside, end)):
        piece = text[first:last]
        bare = piece.strip()
        if bare:
            at = first + len(piece) - len(piece.lstrip())
            yield at, at + len(bare), cell, False


def _whole(text: str, document: Document) -> Iterator[_Line]:
    """The logical lines by their spans, and whatever words none of them holds."""
    last = 0
    for start, end, cell, typed in _typed(text, _apart(logical_lines(document, dashed_names()))):
        if last < start and _WORDS.search(text, last, start):
            yield last, start, None, False  # no line holds it: it must not be lost
        if cell is not None or typed or not _BARS.fullmatch(text, start, end):
            yield start, end, cell, typed
        last = max(last, end)
    if _WORDS.search(text, last):
        yield last, len(text), None, False


def _apart(lines: Iterable[LogicalLine]) -> Iterator[_Line]:
    """The lines in order; those that run through each other are one."""
    held: _Line | None = None
    ordered = sorted(((line.start, line.end, line.cell) for line in lines), key=lambda one: one[:2])
    for start, end, cell in ordered:
        if held is not None and start < held[1]:
            held = held[0], max(held[1], end), None, True
            continue
        if held is not None:
            yield held
        held = start, end, cell, False
    if held is not None:
        yield held


def _typed(text: str, lines: Iterable[_Line]) -> Iterator[_Line]:
    """Two columns typed with blanks between them as one block of all their lines.

    Such a letterhead is two logical lines in every line of the text: one below the other they
    would be read across the columns.
    """

    def beside(one: _Line, two: _Line) -> bool:
        apart = _COLUMNS.fullmatch(text, one[1], two[0])
        return one[2] is None and two[2] is None and apart is not None

    def below(one: _Line, two: _Line) -> bool:
        return one[3] and two[3] and text.count("\n", one[1], two[0]) < 2

    return _joined(_joined(lines, beside), below)


def _joined(lines: Iterable[_Line], belong: Callable[[_Line, _Line], bool]) -> Iterator[_Line]:
    held: _Line | None = None
    for line in lines:
        if held is not None and belong(held, line):
            held = held[0], line[1], None, True
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


class _Places:
    """What the plan says of a place in its text."""

    def __init__(self, plan: Plan, *, typed: bool) -> None:
        self._text = plan.text
        self._typed = typed
        self._sections = plan.sections
        order = sorted(range(len(plan.sections)), key=lambda at: plan.sections[at].span.start)
        self._order = order
        self._starts = [plan.sections[at].span.start for at in order]
        self._levels = levels(plan.sections)
        self._rows = [at for at in order if plan.sections[at].kind is SectionKind.ROW]
        self._row_starts = [plan.sections[at].span.start for at in self._rows]
        header = plan.header
        framed = [header.span] if header.span else []
        framed += [signer.span for signer in header.signers if signer.span]
        self._framed = _Within(framed)

    def block(self, start: int, end: int, cell: tuple[int, int] | None, typed: bool) -> Block:
        begun = self._begun(start, end)
        headed = [at for at in begun if self._sections[at].kind in HEADED]
        heading, level, look = start, 0, Look.PARAGRAPH
        if headed:
            level = self._levels[headed[0]]
            heading = self._heading_end(self._sections[headed[-1]], start, end)
        if typed and self._is_typed(start, end):
            look = Look.TYPED
        elif self._framed.holds(start) and not headed:
            look = Look.CENTRE
        elif headed and heading >= end:
            look = Look.HEADING
        elif any(self._sections[at].kind is SectionKind.BULLET for at in begun):
            look = Look.BULLET
        row = self._row(start)
        if look is Look.PARAGRAPH and row is not None and cell is None:
            look = Look.LINES
        return Block(start, end, look, heading, level, tuple(begun), cell, row)

    def _is_typed(self, start: int, end: int) -> bool:
        """Whether columns stand side by side; in a Word file one line has blanks to be filled in.

        "(Kèm theo Kế hoạch số        /KH-SCT ngày     /4/2026 của Sở Công Thương)".
        """
        lines = self._typed or "\n" in self._text[start:end]
        return lines and _COLUMNS.search(self._text, start, end) is not None

    def _begun(self, start: int, end: int) -> list[int]:
        low = bisect_right(self._starts, start - 1)
        high = bisect_right(self._starts, end - 1)
        return self._order[low:high]

    def _row(self, start: int) -> int | None:
        at = bisect_right(self._row_starts, start) - 1
        if at >= 0 and start < self._sections[self._rows[at]].span.end:
            return self._rows[at]
        return None

    def _heading_end(self, section: Section, start: int, end: int) -> int:
        """Where label and heading end; `end` when there is hardly more in the line."""
        words = (section.heading or "").split()
        if not words:
            return start
        letters = sum(map(len, words))
        at = self._text.find(words[0], start, end)
        if at < 0:
            return start
        seen = 0
        while at < end and seen < letters:
            seen += not self._text[at].isspace()
            at += 1
        return end if end - at <= 3 else at


def levels(sections: Sequence[Section]) -> list[int]:
    """The depth of each section among those with a label or heading, from 1.

    A parent that is not there, or that comes later, counts as none.
    """
    depth: dict[str, int] = {}
    found: list[int] = []
    for section in sections:
        above = depth.get(section.parent_id, 0) if section.parent_id is not None else 0
        own = above + 1 if section.kind in HEADED else max(above, 1)
        depth[section.id] = above + (section.kind in HEADED)
        found.append(min(own, 6))
    return found


class _Within:
    """Whether a place lies in one of some spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)

    def holds(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._spans)
