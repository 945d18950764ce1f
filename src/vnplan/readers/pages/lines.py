"""Printed lines: words that stand on one baseline, put in order from left to right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from operator import itemgetter, sub

from vnplan.readers.page import Word, baseline_of, bold_of, left_of, right_of, size_of, text_of
from vnplan.readers.pages.bare import bare

_READ = 0.3  # of the size: how far the baselines of one line are apart
_RECOGNISED = 0.45  # the same in a scan, which may be a little askew

_kind: Callable[[Word], tuple[float, float | None]] = itemgetter(6, 9)  # size, confidence


class Line:
    """A printed line; `words` from left to right.

    `size` is that of most of its words; `baseline` that of its widest word, which a raised mark
    does not move. Measured once: every later step asks for them again and again.
    """

    __slots__ = ("_bare", "baseline", "left", "right", "size", "text", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(words)
        self.text = " ".join(map(text_of, words))
        self.left = words[0].left
        self.right = max(map(right_of, words))
        self.baseline = words[0].baseline
        if self.baseline != words[-1].baseline or len(set(map(baseline_of, words))) > 1:
            self.baseline = max(words, key=_width).baseline
        sizes = list(map(size_of, words))
        if 0.0 in sizes:
            sizes = list(map(height, words))
        self.size = max(sizes) if len(sizes) < 3 else sorted(sizes)[len(sizes) // 2]
        self._bare: str | None = None

    def __repr__(self) -> str:
        return f"Line({self.text!r}, {self.left:.0f}-{self.right:.0f}, {self.baseline:.0f})"

    @property
    def bare(self) -> str:
        """Its text in small letters without marks."""
        if self._bare is None:
            self._bare = bare(self.text)
        return self._bare

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

    @property
    def bold(self) -> bool:
        """All of it, but for marks and figures, is bold."""
        if not any(map(bold_of, self.words)):
            return False
        letters = [word.bold for word in self.words if any(map(str.isalpha, word.text))]
        return bool(letters) and all(letters)

    @property
    def widest(self) -> float:
        """No space between two of its words is wider."""
        return max(map(sub, map(left_of, self.words[1:]), map(right_of, self.words)), default=0.0)

    @property
    def recognised(self) -> bool:
        return self.words[0].confidence is not None  # all words of a page come from one source


def _width(word: Word) -> float:
    return word.right - word.left


def height(word: Word) -> float:
    """The size of a word's font; where that is unknown, about what its box says."""
    return word.size or max(0.9 * (word.bottom - word.top), 1.0)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of some words, from top to bottom."""
    rows: list[list[Word]] = []
    row: list[Word] = []
    baseline = size = 0.0
    for alike in _level(sorted(words, key=baseline_of)):
        word = alike[0]
        own = word.size or height(word)
        reach = (_READ if word.confidence is None else _RECOGNISED) * min(own, size or own)
        if row and word.baseline - baseline <= reach:
            row += alike
            if own > size:
                baseline, size = word.baseline, own
        else:
            row = alike
            rows.append(row)
            baseline, size = word.baseline, own
    for row in rows:
        row.sort(key=left_of)
    return _with_loose([Line(row) for row in rows])


def _level(words: list[Word]) -> Iterator[list[Word]]:
    """Words in the order of their baselines; those on one baseline together if they are alike."""
    for _, level in groupby(words, baseline_of):
        together = list(level)
        kinds = set(map(_kind, together))
        if len(kinds) == 1 and (0.0, None) not in kinds:
            yield together
        else:
            yield from ([word] for word in together)


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
    return Line(sorted((*a.words, *b.words), key=left_of))


def gaps(line: Line) -> Iterator[tuple[float, float, int]]:
    """(from, to, number of the word behind it) of the spaces between the words of a line.

    `Line.widest` tells first whether there is one to be looked for.
    """
    reach = line.words[0].right
    for place, word in enumerate(line.words):
        if place and word.left > reach:
            yield reach, word.left, place
        if word.right > reach:
            reach = word.right


def pieces_of(line: Line, gap: float) -> list[Line]:
    """A line cut where its words are further apart than `gap`, of the size, or the size changes.

    There another column or a stamp may begin.
    """
    cuts: set[int] = set()
    if line.widest > gap * line.size:
        cuts = {place for start, end, place in gaps(line) if end - start > gap * line.size}
    if len(set(map(_kind, line.words))) > 1 or not line.words[0].size:
        for place, (before, word) in enumerate(pairwise(line.words), 1):
            if abs(height(word) - height(before)) > 0.2 * line.size:
                cuts.add(place)
    edges = [0, *sorted(cuts), len(line.words)]
    return [Line(line.words[a:b]) for a, b in pairwise(edges)]


def extent(lines: Sequence[Line]) -> tuple[float, float]:
    """The leftmost and rightmost edges of some lines; (0, 0) of none."""
    return (
        min([line.left for line in lines], default=0.0),
        max([line.right for line in lines], default=0.0),
    )
