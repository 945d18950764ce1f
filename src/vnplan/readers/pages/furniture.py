"""What every page carries besides its text: page numbers, running headers and footers.

They are told by where they stand (outermost on the page) and by coming again on other pages; what
comes once is text. A drawn table is never one of them: its heading comes again on every page too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

import regex

from vnplan.readers.page import Page, Word
from vnplan.readers.pages.bare import has_motto
from vnplan.readers.pages.grid import Grid
from vnplan.readers.pages.lines import Line, lines_of
from vnplan.readers.pages.stamps import stamp_words
from vnplan.text.fold import fold
from vnplan.text.labels import read_label

_OUTER: Final = 3
"""So many lines at either edge of a page may be its header or footer."""
_MARGIN: Final = 0.14
"""They stand within this part of the page's height from its edge."""
_NUMBER = regex.compile(
    r"(?:trang|page|tr\.)?+\s*+[-–—|.\[(]{0,2}+\s*+(?P<number>\d{1,4})\s*+"
    r"(?:[/|]\s*+(?P<count>\d{1,4})|(?:của|of)\s(?P<of>\d{1,4}))?\s*+[-–—|.\])]{0,2}",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bare:
    """Pages without furniture: the lines of each, and what was left out as (pages, words)."""

    lines: tuple[list[Line], ...]
    left_out: tuple[tuple[tuple[int, ...], str], ...]


@dataclass(frozen=True, eq=False, slots=True)
class _Edge:
    """A line near the upper or lower edge of a page."""

    page: int
    line: Line
    upper: bool
    apart: bool  # more space to the text than lines of the text have
    small: bool  # smaller than the text
    alone: bool  # the page has nothing else


def without_furniture(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]], tables: Sequence[Sequence[Grid]]
) -> Bare:
    """The lines of a document's pages without furniture; `tables` are the drawn ones."""
    kept: list[list[Line]] = []
    notes: list[tuple[tuple[int, ...], str]] = []
    for page, own in zip(pages, lines, strict=True):
        stamps = stamp_words(own)
        kept.append(_without(own, stamps))
        for stamp in stamps:
            shown = " / ".join(line.text for line in lines_of(stamp))
            notes.append(((page.number,), f"stamp: {shown}"))
    edges = [
        edge
        for place, page in enumerate(pages)
        for edge in _edges(place, page, kept[place], tables[place])
    ]
    numbers = _page_numbers(edges, pages)
    again = _repeated(edges, pages)
    gone: set[int] = set()
    said: dict[str, list[int]] = {}
    for edge in _from_outside(edges, numbers, again.keys()):
        gone.add(id(edge.line))
        if edge in again and edge not in numbers:
            said.setdefault(again[edge], []).append(pages[edge.page].number)
    notes += [(tuple(sorted(on)), f"running line: {words}") for words, on in said.items()]
    return Bare(tuple([line for line in own if id(line) not in gone] for own in kept), tuple(notes))


def _without(lines: Sequence[Line], stamps: Sequence[Sequence[Word]]) -> list[Line]:
    if not stamps:
        return list(lines)
    gone = {id(word) for stamp in stamps for word in stamp}
    return lines_of(word for line in lines for word in line.words if id(word) not in gone)


def _edges(place: int, page: Page, lines: list[Line], tables: Iterable[Grid]) -> list[_Edge]:
    """The outermost lines of a page, those in tables left out."""
    if not lines:
        return []
    tops, bottoms = [grid.top for grid in tables], [grid.bottom for grid in tables]
    leading, size = _leading(lines), median([line.size for line in lines])
    edges: list[_Edge] = []
    for upper in (True, False):
        ordered = lines if upper else lines[::-1]
        for outer, line in enumerate(ordered[:_OUTER]):
            if any(a - 3 < line.baseline < b + 3 for a, b in zip(tops, bottoms, strict=True)):
                break
            away = line.baseline if upper else page.height - line.baseline
            if away > _MARGIN * page.height:
                break
            following = ordered[outer + 1] if outer + 1 < len(ordered) else None
            gap = abs(following.baseline - line.baseline) if following is not None else 1e9
            small = line.size < 0.87 * size
            alone = following is None
            edges.append(_Edge(place, line, upper, gap > 1.25 * leading, small, alone))
    return edges


def _leading(lines: Sequence[Line]) -> float:
    steps = [b.baseline - a.baseline for a, b in pairwise(lines)]
    return median(steps) if steps else 0.0


# ------------------------------------------------------------------------------- page numbers


def _page_numbers(edges: Iterable[_Edge], pages: Sequence[Page]) -> set[_Edge]:
    """Numbers alone on a line that count the pages; a single one must stand apart."""
    found: defaultdict[tuple[bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        match = _NUMBER.fullmatch(edge.line.text.strip())
        if match is not None:
            ahead = int(match["number"]) - pages[edge.page].number
            found[edge.upper, ahead].append(edge)
    return {
        edge
        for (_, ahead), group in found.items()
        for edge in group
        if len({other.page for other in group}) > 1
        or (edge.apart and (ahead == 0 or _is_centred(edge, pages)))
    }


def _is_centred(edge: _Edge, pages: Sequence[Page]) -> bool:
    page = pages[edge.page]
    return abs(edge.line.centre - page.width / 2) < 0.06 * page.width


# ------------------------------------------------------------------------------ running lines


def _repeated(edges: Iterable[_Edge], pages: Sequence[Page]) -> dict[_Edge, str]:
    """Lines that say the same in the same place on most of a run of pages, with what they say.

    The number of the page may stand in them; other figures must be the same: "Phụ lục 1" and "Phụ
    lục 2" open two appendices.
    """
    found: defaultdict[tuple[bool, str, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        page = pages[edge.page]
        away = edge.line.baseline if edge.upper else page.height - edge.line.baseline
        said = regex.sub(rf"(?<!\d){page.number}(?!\d)", "#", edge.line.text)
        heading = has_motto(edge.line.bare) or read_label(edge.line.text) is not None
        if edge.alone or heading:
            continue
        found[edge.upper, fold(said), round(away / 8)].append(edge)
    result: dict[_Edge, str] = {}
    for group in found.values():
        on = sorted({edge.page for edge in group})
        if len(on) > 1 and len(on) >= 0.6 * (on[-1] - on[0] + 1):
            result.update(dict.fromkeys(group, group[0].line.text))
    return result


def _from_outside(
    edges: Iterable[_Edge], numbers: Collection[_Edge], again: Collection[_Edge]
) -> Iterator[_Edge]:
    """Header and footer of each page, from its edge inwards, as far as the space to the text."""
    sides: defaultdict[tuple[int, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        sides[edge.page, edge.upper].append(edge)
    for side in sides.values():
        block: list[_Edge] = []
        for edge in side:
            if edge not in numbers and edge not in again:
                break
            block.append(edge)
        while block and not (block[-1].apart or block[-1].small or block[-1] in numbers):
            block.pop()
        yield from block
