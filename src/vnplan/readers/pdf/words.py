"""Words of a page, put together from runs of glyphs by their places alone."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import regex

from vnplan.readers.page import Word
from vnplan.readers.pdf.fonts import Alphabets
from vnplan.readers.pdf.runs import GAP, Run
from vnplan.text.normal import normalize

_SAME_LINE: Final = 0.12
"""Baselines of one line differ by less, of the size."""

# The marks of Vietnamese: tones, and what makes â, ă and ơ
_MARKS = regex.compile(r"[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b`´^~˜ˆ˘]+")
_COMBINING = str.maketrans("`´^~˜ˆ˘", "\u0300\u0301\u0302\u0303\u0303\u0302\u0306")
_RAISED = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
_UNIT = regex.compile(r"(?<!\p{L})(?:[kcd]?m|ha)$")


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


def reading_direction(runs: Iterable[Run], rotation: int) -> int:
    """The direction most of the text is read in; `rotation` of the page where there is none."""
    counts = Counter[int]()
    for run in runs:
        counts[run.look.direction] += len(run.text)
    return max(counts, key=lambda one: (counts[one], one == rotation)) if counts else rotation


def read_words(runs: Sequence[Run], frame: Frame, alphabets: Alphabets) -> list[Word]:
    """The words of a page, in no order that means anything."""
    by_direction: defaultdict[int, list[Run]] = defaultdict(list)
    for run in runs:
        by_direction[run.look.direction].append(run)
    upright = by_direction.pop(frame.direction, [])
    words = [_word(joined, frame, alphabets) for joined in _joined(upright)]
    words = _with_raised([word for word in words if word.text])
    for others in by_direction.values():
        words += _sideways(_joined(others), frame, alphabets)
    return [word for word in words if _is_on(word, frame)]


def _is_on(word: Word, frame: Frame) -> bool:
    """Whether the middle of a word is on the page at all."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return bool(word.text) and 0 <= x <= frame.width and 0 <= y <= frame.height


# ----------------------------------------------------------------------------- runs to words


def _joined(runs: list[Run]) -> Iterator[list[Run]]:
    """The runs of each word; lines from top to bottom, words in reading order."""
    runs.sort(key=lambda run: run.baseline)
    line: list[Run] = []
    for run in runs:
        if line and run.baseline - line[0].baseline > _SAME_LINE * max(run.look.size, 4.0):
            yield from _line_words(line)
            line = []
        line.append(run)
    yield from _line_words(line)


def _line_words(line: list[Run]) -> Iterator[list[Run]]:
    line.sort(key=lambda run: run.start)
    word: list[Run] = []
    end = 0.0
    for run in line:
        if word:
            last = word[-1]
            gap = run.start - end
            size = max(run.look.size, last.look.size)
            if gap < 0.3 * size and _is_mark(run):
                word[-1] = _marked(last, run)
                continue
            if run.text == last.text and abs(run.start - last.start) < 0.25 * size:
                continue  # drawn twice, to look bold
            spaced = (last.before_space or run.after_space) and gap > 0.02 * size
            if spaced or not -0.6 * size < gap <= GAP * size + last.look.spacing:
                yield word
                word, end = [], run.end
        word.append(run)
        end = max(end, run.end) if len(word) > 1 else run.end
    if word:
        yield word


def _is_mark(run: Run) -> bool:
    return not run.look.font.unmapped and _MARKS.fullmatch(run.text) is not None


def _marked(run: Run, mark: Run) -> Run:
    """`run` with a tone mark that was drawn over one of its letters by itself."""
    middle = (mark.start + mark.end) / 2
    letters = [place for place, start in enumerate(run.starts) if start <= middle]
    at = letters[-1] + 1 if letters else 1
    signs = mark.text.translate(_COMBINING)
    text = f"{run.text[:at]}{signs}{run.text[at:]}"
    return run._replace(
        text=text,
        starts=[*run.starts[:at], *mark.starts, *run.starts[at:]],
        ends=[*run.ends[:at], *mark.ends, *run.ends[at:]],
        before_space=run.before_space or mark.before_space,
    )


def _word(runs: list[Run], frame: Frame, alphabets: Alphabets) -> Word:
    text = _text(runs, alphabets)
    dx, dy = frame.shift()
    look = runs[0].look
    if len(runs) == 1:
        (run,) = runs
        return Word(
            text,
            run.start + dx,
            run.top + dy,
            run.end + dx,
            run.bottom + dy,
            run.baseline + dy,
            look.size,
            look.bold,
            look.italic,
        )
    return Word(
        text,
        runs[0].start + dx,
        min([run.top for run in runs]) + dy,
        max([run.end for run in runs]) + dx,
        max([run.bottom for run in runs]) + dy,
        runs[0].baseline + dy,
        max([run.look.size for run in runs]),
        look.bold,
        look.italic,
    )


def _text(runs: Sequence[Run], alphabets: Alphabets) -> str:
    """The letters of a word in Unicode, composed."""
    text = alphabets.text([(run.text, run.look.font) for run in runs])
    return text if text.isascii() and text.isprintable() else normalize(text).text


# ------------------------------------------------------------------- raised and sunken letters


def _with_raised(words: list[Word]) -> list[Word]:
    """Words with what is set small and higher or lower behind them: "km²", "2021¹", "CN(M.Hà)"."""
    sizes = Counter(round(word.size) for word in words)
    common = sizes.most_common(1)[0][0] if sizes else 0
    small = [place for place, word in enumerate(words) if word.size < 0.8 * common]
    if not small:
        return words
    hosts: defaultdict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        hosts[round(word.right)].append(place)
    gone: set[int] = set()
    for place in sorted(small, key=lambda place: words[place].left):
        word = words[place]
        around = (hosts[round(word.left) + step] for step in (-2, -1, 0, 1, 2))
        found = next(
            (at for near in around for at in near if at != place and _carries(words[at], word)),
            None,
        )
        if found is not None and found not in gone:
            host = words[found]
            words[found] = host._replace(text=host.text + _raised(host, word), right=word.right)
            hosts[round(word.right)].append(found)
            gone.add(place)
            _close_up(words, found, hosts, gone)
    return [word for place, word in enumerate(words) if place not in gone]


def _close_up(words: list[Word], host: int, at_right: dict[int, list[int]], gone: set[int]) -> None:
    """What follows the raised letters on the line of `host` without a space belongs to it too."""
    word = words[host]
    for place, other in enumerate(words):
        near = 0 <= other.left - word.right < 0.05 * word.size
        if near and place not in gone and abs(other.baseline - word.baseline) < 0.5:
            words[host] = word._replace(text=word.text + other.text, right=other.right)
            at_right[round(other.right)].append(host)
            gone.add(place)
            return


def _carries(host: Word, word: Word) -> bool:
    off = abs(word.baseline - host.baseline)
    near = -0.1 < (word.left - host.right) / max(host.size, 1.0) < GAP
    return near and word.size < 0.8 * host.size and 0.08 < off / host.size < 0.6


def _raised(host: Word, word: Word) -> str:
    """Raised figures are written as such: "năm 2021¹" is not the year 20211; "m2" is a unit."""
    if word.baseline > host.baseline or (word.text in "23" and _UNIT.search(host.text)):
        return word.text
    return word.text.translate(_RAISED)


# --------------------------------------------------------------------------- sideways


def _sideways(words: Iterable[list[Run]], frame: Frame, alphabets: Alphabets) -> Iterator[Word]:
    """Whole lines of text that runs another way than the page, each as one word."""
    line: list[Word] = []
    direction = 0
    for runs in words:
        direction = runs[0].look.direction
        word = _word(runs, Frame(0.0, 0.0, 0.0, 0.0, direction), alphabets)
        if line and (
            abs(word.baseline - line[-1].baseline) > 0.5
            or not 0 <= word.left - line[-1].right < word.size
        ):
            yield _turned(line, direction, frame)
            line = []
        line.append(word)
    if line:
        yield _turned(line, direction, frame)


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
