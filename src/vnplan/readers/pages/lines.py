"""Printed lines: words that stand on one baseline, put in order from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest
from statistics import median

from vnplan.readers.page import Word

_READ = 0.3  # of the size: how far the baselines of one line are apart
_RECOGNISED = 0.45  # the same in a scan, which may be a little askew


@dataclass(frozen=True)
class Line:
    """A printed line; `words` from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @cached_property
    def size(self) -> float:
        """Of most of its letters, in points."""
        if len(self.words) < 3:
            return max(height(word) for word in self.words)
        return median([height(word) for word in self.words])

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max([word.right for word in self.words])

    @cached_property
    def baseline(self) -> float:
        """Of its widest word: a raised mark does not move it."""
        return max(self.words, key=lambda word: word.right - word.left).baseline

    @property
    def top(self) -> float:
        """Where its capitals end, about."""
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.25 * self.size

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @cached_property
    def bold(self) -> bool:
        """All of it, but for marks and figures, is bold."""
        letters = [word for word in self.words if any(char.isalpha() for char in word.text)]
        return bool(letters) and all(word.bold for word in letters)

    @cached_property
    def recognised(self) -> bool:
        return any(word.confidence is not None for word in self.words)


def height(word: Word) -> float:
    """The size of a word's font; where that is unknown, about what its box says."""
    return word.size or max(0.9 * (word.bottom - word.top), 1.0)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of some words, from top to bottom."""
    rows: list[list[Word]] = []
    baseline = size = 0.0
    for word in sorted(words, key=lambda word: word.baseline):
        own = height(word)
        reach = (_READ if word.confidence is None else _RECOGNISED) * min(own, size or own)
        if rows and word.baseline - baseline <= reach:
            rows[-1].append(word)
            if own > size:
                baseline, size = word.baseline, own
        else:
            rows.append([word])
            baseline, size = word.baseline, own
    lines = [Line(tuple(sorted(row, key=lambda word: word.left))) for row in rows]
    return _with_loose(lines)


def _with_loose(lines: list[Line]) -> list[Line]:
    """Lines with the small words that hang above or below them: "(M. Cường)" behind "CN"."""
    result: list[Line] = []
    waiting: Line | None = None  # small words that belong to the line below
    for own, following in zip_longest(lines, lines[1:]):
        line = own if waiting is None else _merged(waiting, own)
        waiting = None
        if result and _hangs(line, result[-1]):
            result[-1] = _merged(result[-1], line)
        elif following is not None and _hangs(line, following):
            waiting = line
        else:
            result.append(line)
    return result


def _hangs(small: Line, line: Line) -> bool:
    """`small` is set smaller than `line`, half a line off it, and where it has no words."""
    if small.size > 0.8 * line.size or abs(small.baseline - line.baseline) > 0.55 * line.size:
        return False
    if len(small.words) > 4:
        return False
    inside = line.left < small.right and small.left < line.right + 2 * line.size
    return inside and not any(
        word.left + 0.5 < other.right and other.left + 0.5 < word.right
        for word in small.words
        for other in line.words
    )


def _merged(a: Line, b: Line) -> Line:
    return Line(tuple(sorted((*a.words, *b.words), key=lambda word: word.left)))


def gaps(line: Line) -> Iterator[tuple[float, float, int]]:
    """(from, to, number of the word behind it) of the spaces between the words of a line."""
    reach = line.words[0].right if line.words else 0.0
    for place, (_, word) in enumerate(pairwise(line.words), 1):
        if word.left > reach:
            yield reach, word.left, place
        reach = max(reach, word.right)


def parted(line: Line, place: int) -> tuple[Line, Line]:
    """A line cut before its word number `place`."""
    return Line(line.words[:place]), Line(line.words[place:])


def extent(lines: Sequence[Line]) -> tuple[float, float]:
    """The leftmost and rightmost edges of some lines; (0, 0) of none."""
    return (
        min((line.left for line in lines), default=0.0),
        max((line.right for line in lines), default=0.0),
    )
