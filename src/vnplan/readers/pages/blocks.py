"""The parts of one page in reading order: lines, blocks of two columns, drawn tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

import regex

from vnplan.readers.page import Page, Rule, Word
from vnplan.readers.pages.columns import Columns, columns_of
from vnplan.readers.pages.grid import Box, Grid
from vnplan.readers.pages.lines import Line, lines_of
from vnplan.readers.pages.paragraphs import Measure, measure

_PADDING: Final = 5.0  # between the rule of a cell and its words, about, in points
_NOTE = regex.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*]|\[\d{1,3}\]|\(?\d{1,2}\)?\s|\(\*\)")


@dataclass(frozen=True, slots=True)
class FilledBox:
    """A cell with its lines, and the measure that tells its paragraphs."""

    box: Box
    lines: tuple[Line, ...]
    column: Measure


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A drawn table with its words; cells in reading order."""

    grid: Grid
    boxes: tuple[FilledBox, ...]

    @property
    def filled(self) -> list[FilledBox]:
        """The cells with words."""
        return [box for box in self.boxes if box.lines]


Block = Line | Columns | DrawnTable


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page from top to bottom; `notes` are the footnotes below them."""

    number: int
    blocks: tuple[Block, ...]
    notes: tuple[Line, ...]
    width: float

    @property
    def lines(self) -> list[Line]:
        """The lines of its running text."""
        return [block for block in self.blocks if isinstance(block, Line)]


def page_blocks(page: Page, lines: Sequence[Line], tables: Sequence[Grid]) -> PageBlocks:
    """The parts of a page whose text stands in `lines` and whose drawn tables are `tables`."""
    placed: list[tuple[float, Block]] = []
    rest = list(lines)
    sideways = [word for word in page.words if word.sideways]
    if tables or sideways:
        words = [word for line in lines for word in line.words] + sideways
        for grid in tables:
            table, words = _filled(grid, words)
            if table is not None:
                placed.append((grid.top, table))
        rest = lines_of(word for word in words if not (word.sideways and _in_margin(word, page)))
    columns, rest = columns_of(rest, page.width)
    placed += [(block.top, block) for block in columns]
    notes = _footnotes(rest, page.rules, page.height)
    placed += [(line.top, line) for line in rest[: len(rest) - len(notes)]]
    placed.sort(key=itemgetter(0))
    return PageBlocks(page.number, tuple(block for _, block in placed), tuple(notes), page.width)


def _in_margin(word: Word, page: Page) -> bool:
    return word.right < 0.08 * page.width or word.left > 0.92 * page.width


def _filled(grid: Grid, words: Sequence[Word]) -> tuple[DrawnTable | None, list[Word]]:
    """The table with its words, and the words outside it; no table of a single column."""
    if len(grid.columns) < 3:
        return None, list(words)
    inside: dict[int, list[Word]] = {}
    outside: list[Word] = []
    for word in words:
        x, y = (word.left + word.right) / 2, word.baseline - 0.25 * (word.size or 1.0)
        if word.sideways:
            y = (word.top + word.bottom) / 2
        place = grid.at(x, y)
        if place is None:
            outside.append(word)
        else:
            inside.setdefault(place, []).append(word)
    if not inside:
        return None, list(words)
    boxes = []
    for place, box in enumerate(grid.boxes):
        lines = tuple(lines_of(inside.get(place, [])))
        boxes.append(FilledBox(box, lines, _cell_measure(lines, box)))
    return DrawnTable(grid, tuple(boxes)), outside


def _cell_measure(lines: Sequence[Line], box: Box) -> Measure:
    """The measure of a cell; a centred one has the width of its box."""
    right = box.right - _PADDING
    if not lines:
        return Measure(box.left + _PADDING, right, 0.0)
    middle = (box.left + box.right) / 2
    uneven = max(line.left for line in lines) - min(line.left for line in lines) > 2
    own = measure(lines, right=max(right, *(line.right for line in lines)))
    if uneven and all(abs(line.centre - middle) < 0.6 * line.size for line in lines):
        left = min(box.left + _PADDING, own.left)
        return Measure(left, own.right, own.leading, centred=True)
    return own


def _footnotes(lines: Sequence[Line], rules: Sequence[Rule], height: float) -> list[Line]:
    """The footnotes below the text: small lines that open with a mark, under a short rule."""
    if len(lines) < 4:
        return []
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2]
    first = len(lines)
    while first > 0 and lines[first - 1].size < 0.9 * usual:
        first -= 1
    notes = list(lines[first:])
    if not 0 < len(notes) < len(lines) or not _NOTE.match(notes[0].text):
        return []
    above = lines[first - 1].bottom
    ruled = any(
        above - 2 < rule.top < notes[0].baseline and rule.right - rule.left > 40 for rule in rules
    )
    raised = notes[0].text[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹[("
    return notes if (ruled or raised) and notes[0].top > 0.4 * height else []
