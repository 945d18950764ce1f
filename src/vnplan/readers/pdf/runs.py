"""Runs: glyphs of a page that are drawn without a gap, and the lines they stand on.

The order of a PDF's content says nothing: a word whose letters come from two fonts is drawn in
pieces, far apart in the file. So a run keeps only its place, and `words` puts runs together again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter, sub
from typing import Final, NamedTuple

from vnplan.readers.pdf.fonts import Font

GAP: Final = 0.08
"""A wider gap between two glyphs parts words; of the font's size. A space is 0.25 wide, and 0.18 in
a line that was set too tight; kerning moves letters by less than 0.05."""
SAME_LINE: Final = 0.12
"""Baselines of one line differ by less, of the size."""


class Look(NamedTuple):
    """How a piece of text is drawn.

    `direction`: 0 to the right, 1 up, 2 to the left, 3 down the page as it is stored, -1 askew (a
    watermark). `baseline` is where it stands, across that direction. `hidden`: not painted, as the
    text that OCR laid under a scan.
    """

    font: Font
    size: float
    direction: int
    baseline: float
    bold: bool
    italic: bool
    hidden: bool


class Run(NamedTuple):
    """Glyphs of one object that follow each other without a gap.

    Places are along and across its direction: `start` to `end` as one reads, `top` to `bottom` from
    the heads of the letters to their feet, in points; only their differences mean something.
    `first` is the number of its first character in the order of the file, where pdfium puts a blank
    between two characters if it sees a gap. `spaced`: a space is drawn before it in the file,
    asked for where the gap is too narrow for one.
    """

    text: str
    look: Look
    start: float
    end: float
    top: float
    bottom: float
    first: int
    spaced: bool = False


run_of: Callable[[tuple[str, Look, float, float, float, float, int, bool]], Run]
run_of = partial(tuple.__new__, Run)
"""What `Run(…)` does, in half the time: a page has a thousand."""


_look, start_of_run, _end = itemgetter(1), itemgetter(2), itemgetter(3)  # of Run


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a page in `lines`, from above, for one who reads in their direction.

    A line goes from the left. `looks` are those of all text on the page; few, so they are asked
    first whether something needs to be looked for among the runs.
    """

    lines: list[list[Run]]
    looks: Collection[Look] = ()


def lines_of_runs(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs on one baseline, from left to right; one direction after the other.

    A page has ten runs a look: these are put in order, and not the runs.
    """
    by_look: dict[int, list[Run]] = {}
    for look, following in groupby(runs, _look):
        by_look.setdefault(id(look), []).extend(following)
    line: list[Run] = []
    reach, direction = 0.0, 0
    for alike in sorted(by_look.values(), key=_place):
        look = alike[0].look
        if line and (look.baseline > reach or look.direction != direction):
            line.sort(key=start_of_run)
            yield line
            line = []
        if not line:
            reach, direction = look.baseline + SAME_LINE * max(look.size, 4.0), look.direction
        line += alike
    if line:
        line.sort(key=start_of_run)
        yield line


def room_before(line: list[Run]) -> list[float]:
    """The room before each run of a line but the first."""
    return list(map(sub, map(start_of_run, line[1:]), map(_end, line)))


def _place(alike: list[Run]) -> tuple[int, float]:
    look = alike[0].look
    return look.direction, look.baseline
