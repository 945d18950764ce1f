"""Words of a page, put together from runs of glyphs by their places alone."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from operator import add
from typing import Final, NamedTuple

import regex

from vnplan.readers.page import Word, baseline_of, left_of, right_of, size_of
from vnplan.readers.pdf.fonts import Font, composed
from vnplan.readers.pdf.runs import GAP, Look, Run

_RAISED = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
_UNIT = regex.compile(r"(?<!\p{L})(?:[kcd]?m|ha)$")


# Behind the last run of a line: nothing goes on there.
_NOTHING: Final = Run(
    "",
    Look(Font("", bold=False, italic=False, unmapped=False), 1.0, 0, 0.0, False, False, False),
    inf, inf, 0.0, 0.0, -2,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page is shown: its box in its own coordinates and the direction its text reads in.

    `direction` is that of nearly all its text, whatever /Rotate says: a table that was turned to
    lie on an upright page is read like any other.
    """

    left: float
    bottom: float
    right: float
    top: float
    direction: int = 0

    @property
    def width(self) -> float:
        wide = self.direction % 2 == 0
        return self.right - self.left if wide else self.top - self.bottom

    @property
    def height(self) -> float:
        wide = self.direction % 2 == 0
        return self.top - self.bottom if wide else self.right - self.left

    def shift(self) -> tuple[float, float]:
        """What leads from places along and across `direction` to those from the upper left."""
        return (
            (-self.left, self.top),
            (-self.bottom, -self.left),
            (self.right, -self.bottom),
            (self.top, self.right),
        )[self.direction]

    def shown(self, left: float, bottom: float, right: float, top: float) -> _Box:
        """A box of the page's own coordinates as it is shown."""
        dx, dy = self.shift()
        start, end, high, low = (
            (left, right, -top, -bottom),
            (bottom, top, left, right),
            (-right, -left, bottom, top),
            (-top, -bottom, -right, -left),
        )[self.direction]
        return _Box(start + dx, high + dy, end + dx, low + dy)


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def reading_direction(lines: Sequence[Sequence[Run]], rotation: int) -> int:
    """The direction most of the text is read in; `rotation` of the page where there is none."""
    directions = {line[0].look.direction for line in lines}
    if len(directions) == 1:
        return directions.pop()
    counts = Counter[int]()
    for line in lines:
        counts[line[0].look.direction] += sum([len(run.text) for run in line])
    return max(counts, key=lambda one: (counts[one], one == rotation)) if counts else rotation


def read_words(lines: Iterable[list[Run]], frame: Frame) -> list[Word]:
    """The words of a page, in no order that means anything."""
    words: list[Word] = []
    others: list[list[Run]] = []
    dx, dy = frame.shift()
    for line in lines:
        if line[0].look.direction == frame.direction:
            words += _words_of(line, dx, dy)
        else:
            others.append(line)
    words = _with_raised(words)
    if others:
        words += _sideways(others, frame)
    return _within(words, frame)


def _within(words: list[Word], frame: Frame) -> list[Word]:
    """Words without those beyond the edge of the page, which cannot be seen."""
    if not words:
        return words
    across, down = 2 * frame.width, frame.height + 5
    middles = list(map(add, map(left_of, words), map(right_of, words)))
    baselines = list(map(baseline_of, words))
    if min(middles) >= 0 <= min(baselines) and max(middles) <= across and max(baselines) <= down:
        return words
    return [
        word
        for word, middle, baseline in zip(words, middles, baselines, strict=True)
        if 0 <= middle <= across and 0 <= baseline <= down
    ]


# ----------------------------------------------------------------------------- runs to words


# What `Word(…)` does, in half the time: a page has five hundred.
_word_of: Callable[[tuple[object, ...]], Word]
_word_of = partial(tuple.__new__, Word)


def _words_of(line: list[Run], dx: float, dy: float) -> list[Word]:
    """The words of a line, moved by `dx` and `dy`.

    Where runs follow each other in the file, pdfium has looked for a blank: there are letters that
    are set apart (Q U Y Ế T), and blanks that a tight line leaves no room for. One loop for what
    begins, goes on and ends: a page has a thousand runs, and a call for each takes as long again.
    """
    words: list[Word] = []
    look = line[0].look
    font = look.font
    text = pending = ""  # of the word so far: as it reads, and glyphs of `font` not read yet
    begin, end, top, bottom, largest = -inf, -inf, 0.0, 0.0, 0.0
    last, last_start, last_size, last_first = "", -inf, 0.0, -2
    for glyphs, own, start, stop, high, low, first, spaced in [*line, _NOTHING]:
        own_font, size = own[0], own[1]
        if glyphs == last and abs(start - last_start) < 0.25 * size:
            continue  # the same letters in the same place: drawn twice, to look bold
        gap = (start - end) / (size if size > last_size else last_size)
        near = gap <= GAP or (gap <= 0.6 and first == last_first + len(last))
        if near and gap > -0.6 and not spaced:
            if own_font is font:
                pending += glyphs
            else:
                text += font.words[pending]
                font, pending = own_font, glyphs
            if stop > end:
                end = stop
            if high < top:
                top = high
            if low > bottom:
                bottom = low
            if size > largest:
                largest = size
        else:
            read = font.words[pending]
            if text:
                read = composed(text + read)
            if read:
                _, _, _, baseline, bold, italic, _ = look
                places = begin + dx, top + dy, end + dx, bottom + dy, baseline + dy
                words.append(_word_of((read, *places, largest, bold, italic, None, False)))
            font, look, text, pending = own_font, own, "", glyphs
            begin, end, top, bottom, largest = start, stop, high, low, size
        last, last_start, last_size, last_first = glyphs, start, size, first
    return words


# ------------------------------------------------------------------- raised and sunken letters


def _with_raised(words: list[Word]) -> list[Word]:
    """Words with what is set small and higher or lower behind them: "km²", "2021¹", "CN(M.Hà)"."""
    sizes = list(map(size_of, words))
    if not sizes or min(sizes) >= 0.8 * round(max(sizes)):
        return words
    common = Counter(map(round, sizes)).most_common(1)[0][0]
    small = [place for place, size in enumerate(sizes) if size < 0.8 * common]
    if not small:
        return words
    ends, starts = _Places(), _Places()
    for place, word in enumerate(words):
        ends.add(word.right, word, place)
        starts.add(word.left, word, place)
    gone: set[int] = set()
    for place in sorted(small, key=lambda place: words[place].left):
        word = words[place]
        near = (at for at in ends.near(word.left, word) if at != place and at not in gone)
        host = next((at for at in near if _carries(words[at], word)), None)
        if host is None:
            continue
        gone.add(place)
        text = words[host].text + _raised(words[host], word)
        joined = words[host]._replace(text=text, right=word.right)
        for at in starts.near(joined.right, joined):  # ")." goes on behind it on the line
            if at not in gone and at != host and _touches(joined, words[at]):
                gone.add(at)
                text = joined.text + words[at].text
                joined = joined._replace(text=text, right=words[at].right)
                break
        words[host] = joined
        ends.add(joined.right, joined, host)
    return [word for place, word in enumerate(words) if place not in gone]


class _Places:
    """Words by where one of their sides stands, for asking what is near a place."""

    def __init__(self) -> None:
        self._found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)

    def add(self, x: float, word: Word, place: int) -> None:
        self._found[round(x / 2), round(word.baseline / 16)].append(place)

    def near(self, x: float, word: Word) -> Iterator[int]:
        """The places of words whose side is about `x`, on or next to the line of `word`."""
        column, row = round(x / 2), round(word.baseline / 16)
        for step in (-1, 0, 1):
            for other in (-1, 0, 1):
                yield from self._found.get((column + step, row + other), ())


def _touches(word: Word, following: Word) -> bool:
    near = 0 <= following.left - word.right < 0.05 * word.size
    return near and abs(following.baseline - word.baseline) < 0.5


def _carries(host: Word, word: Word) -> bool:
    off = abs(word.baseline - host.baseline)
    near = -0.1 < (word.left - host.right) / max(host.size, 1.0) < 0.12
    return near and word.size < 0.8 * host.size and 0.08 < off / host.size < 0.6


def _raised(host: Word, word: Word) -> str:
    """Raised figures are written as such: "năm 2021¹" is not the year 20211; "m2" is a unit."""
    if word.baseline > host.baseline or (word.text in "23" and _UNIT.search(host.text)):
        return word.text
    return word.text.translate(_RAISED)


# --------------------------------------------------------------------------- sideways


def _sideways(lines: Iterable[list[Run]], frame: Frame) -> Iterator[Word]:
    """Whole lines of text that runs another way than the page, each as one word."""
    found: list[Word] = []
    direction = 0
    for runs in lines:
        for word in _words_of(runs, 0.0, 0.0):
            if found and (
                runs[0].look.direction != direction
                or abs(word.baseline - found[-1].baseline) > 0.5
                or not 0 <= word.left - found[-1].right < word.size
            ):
                yield _turned(found, direction, frame)
                found = []
            direction = runs[0].look.direction
            found.append(word)
    if found:
        yield _turned(found, direction, frame)


def _turned(line: Sequence[Word], direction: int, frame: Frame) -> Word:
    start, end = line[0].left, line[-1].right
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    left, low, right, high = (
        (start, -bottom, end, -top),
        (top, start, bottom, end),
        (-end, top, -start, bottom),
        (-bottom, -end, -top, -start),
    )[direction]
    box = frame.shown(left, low, right, high)
    text = unicodedata.normalize("NFC", " ".join(word.text for word in line))
    first = line[0]
    return Word(text, *box, box.bottom, first.size, first.bold, first.italic, sideways=True)
