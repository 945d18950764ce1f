"""Two columns side by side: the letterhead, recipients beside the signature, two signers.

They are typed as a table without borders (Nghị định 30/2020/NĐ-CP, Phụ lục I), and their lines do
not stand on common baselines: each column is read by itself, the left one first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final

import regex

from vnplan.lexicon import types
from vnplan.readers.page import Word
from vnplan.readers.pages.bare import bare, has_motto, motto_at
from vnplan.readers.pages.lines import Line, gaps, height, lines_of, pieces_of
from vnplan.text.labels import LabelKind, read_label

_STEP: Final = 3.0
"""Gutters are looked for at places so far apart, in points."""
_LETTERHEAD_LINES: Final = 16
_MAX_BLOCKS: Final = 12  # of one page
_FEW_LETTERS: Final = 6  # a column has more: dirt on a scan is read as a letter or two
_WIDE: Final = 3.0
"""No space between two words of a sentence is so wide, of the size, however it was justified."""

_APART: Final = 0.7
"""Pieces of one line that are further apart may be of two columns, of the size."""

_RECIPIENTS = regex.compile(r"(?:^| )(?P<words>noi nhan)(?: ?:|$| -)")
_ADDRESSEE = regex.compile(r"kinh (?:gui|trinh|chuyen)\b")
_NUMBER = regex.compile(r"s[o0]\s?[:.]")
_MOTTO_LINE = regex.compile(r"xa hoi|viet nam$|doc lap|hanh phuc|cong san|^\W+$")
_DAY = regex.compile(r"ngay\b.{0,200}?\bthang\b|ngay\s?\d|\bthang\b.{0,200}?\bnam\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """A block of two columns; `rows` are pairs of (left lines, right lines), mostly one.

    `listed`: the left one is a list of recipients, which may go on overleaf.
    """

    rows: tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]
    listed: bool = False

    def continued(self, lines: Sequence[Line]) -> int:
        """How many lines at the top of the next page belong to the list of recipients."""
        if not self.listed:
            return 0
        left, right = self.rows[-1]
        edge, size = min(line.left for line in left[1:] or left), left[-1].size
        gutter = min(line.left for line in right)
        count = 0
        for line in lines:
            alike = abs(line.size - size) < 0.12 * size and line.right < gutter
            if not alike or not -0.5 * size < line.left - edge < 1.5 * size:
                break
            count += 1
        return count

    def with_more(self, lines: Sequence[Line]) -> Columns:
        """The block with these lines at the end of its left column."""
        left, right = self.rows[-1]
        return Columns((*self.rows[:-1], ((*left, *lines), right)), self.listed)

    @property
    def top(self) -> float:
        return min(line.top for pair in self.rows for side in pair for line in side)

    def words(self) -> Iterable[Word]:
        for pair in self.rows:
            for side in pair:
                for line in side:
                    yield from line.words


def columns_of(lines: Sequence[Line], width: float) -> tuple[list[Columns], list[Line]]:
    """The blocks of two columns among the lines of a page `width` points wide, and the rest."""
    found: list[Columns] = []
    rest = list(lines)
    for find in (_letterhead, _signature, _other):
        while len(found) < _MAX_BLOCKS and (block := find(rest, width)) is not None:
            found.append(block)
            taken = set(map(id, block.words()))
            rest = [line for line in rest if id(line.words[0]) not in taken]
    return found, rest


# -------------------------------------------------------------------------------- letterhead


def _letterhead(lines: Sequence[Line], width: float) -> Columns | None:
    """The lines around a motto: names and number to the left of it, the day below it."""
    found = next(
        ((at, place) for at, line in enumerate(lines) if (place := _motto_place(line)) is not None),
        None,
    )
    if found is None:
        return None
    at, place = found
    motto = Line(lines[at].words[place:])
    gutter = motto.left
    left: list[Line] = [Line(lines[at].words[:place])] if place else []
    right = [motto]
    head: list[Line] = []
    for line in reversed(lines[max(0, at - 3) : at]):  # "ĐẢNG BỘ TỈNH" above the motto's line
        if line.right > gutter or lines[at].baseline - line.baseline > 4 * motto.size:
            break
        head.insert(0, line)
    left = [*head, *left]
    for line in lines[at + 1 : at + 1 + _LETTERHEAD_LINES]:
        parts = _sides(line, gutter, motto, width)
        if parts is None or _is_far(line, left, right):
            break
        if any(part is not None and _names_type(part) for part in parts):
            break
        if parts[0] is not None:
            left.append(parts[0])
        if parts[1] is not None:
            right.append(parts[1])
    if not left:
        return None
    return Columns(_letterhead_rows(left, right))


def _names_type(line: Line) -> bool:
    """ "KẾ HOẠCH", alone on its line: what comes below a letterhead, or behind a signature."""
    return line.text.isupper() and line.bare.strip(" :.") in _type_names()


@cache
def _type_names() -> frozenset[str]:
    return frozenset(bare(name) for name in types.names())


def _is_far(line: Line, left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Below number and day, after some space, the letterhead is over."""
    complete = any(_NUMBER.match(one.bare) for one in left) and any(
        _DAY.search(one.bare) for one in right
    )
    lowest = max(one.baseline for one in (*left, *right))
    return complete and line.baseline - lowest > 2.2 * line.size


def _motto_place(line: Line) -> int | None:
    """Which word of a line a motto begins with, at the head of a column; None for other lines."""
    if not has_motto(line.bare):
        return None
    place = motto_at(line.words)
    words = Line(line.words[place:]).text
    if not (words.isupper() or " - " in words or " – " in words):  # the Party in a sentence
        return None
    apart = not place or line.words[place].left - line.words[place - 1].right > 0.4 * line.size
    return place if apart else None


def _sides(
    line: Line, gutter: float, motto: Line, width: float
) -> tuple[Line | None, Line | None] | None:
    """The parts of a line of the letterhead left and right of the gutter; None where it ends."""
    if _ADDRESSEE.match(line.bare):
        return None
    near = [
        (end - start, place)
        for start, end, place in gaps(line)
        if end > gutter - 0.12 * width
        and start < gutter + 0.05 * width
        and end - start > 0.5 * line.size
    ]
    if near:
        _, place = max(near)
        return Line(line.words[:place]), Line(line.words[place:])
    middle = width / 2
    if line.right <= gutter + 2 and line.centre < middle - 0.12 * width:
        return line, None
    off = abs(line.centre - motto.centre)
    flush = abs(line.left - motto.left) < 0.5 * line.size
    if line.left >= gutter - 0.12 * width and (flush or off < abs(line.centre - middle)):
        return None, line
    return None


def _letterhead_rows(
    left: list[Line], right: list[Line]
) -> tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]:
    """Names beside the motto, number beside the day, where the two begin on one level."""
    number = next((k for k, line in enumerate(left) if _NUMBER.match(line.bare)), None)
    dated = any(_DAY.search(line.bare) for line in right)
    whole = ((tuple(left), tuple(right)),)
    day = next((k for k, line in enumerate(right) if not _MOTTO_LINE.search(line.bare)), None)
    if not number or not day or not dated:
        return whole
    if abs(left[number].baseline - right[day].baseline) > 1.5 * left[number].size:
        return whole
    return (
        (tuple(left[:number]), tuple(right[:day])),
        (tuple(left[number:]), tuple(right[day:])),
    )


# --------------------------------------------------------------------------------- signature


def _signature(lines: Sequence[Line], width: float) -> Columns | None:
    """The list of recipients and what stands beside it."""
    tries = _MAX_BLOCKS
    for at, line in enumerate(lines):
        found = _RECIPIENTS.search(line.bare)
        if found is None or tries == 0:
            continue
        tries -= 1
        place = line.bare.count(" ", 0, found.start("words"))
        anchor = line.words[min(place, len(line.words) - 1)]
        before = line.words[place - 1] if place else None
        apart = before is None or anchor.left - before.right > _APART * line.size
        if apart and anchor.left < 0.4 * width:
            block = _beside(lines, at, anchor, width)
            if block is not None:
                return block
    return None


def _beside(lines: Sequence[Line], at: int, anchor: Word, width: float) -> Columns | None:
    """The two columns about `anchor`, which opens the left one in line number `at`."""
    first = at
    while first and lines[first - 1].baseline > anchor.baseline - 0.9 * height(anchor):
        first -= 1
    below = list(takewhile(_is_no_appendix, lines[first:]))
    pieces = [piece for line in below for piece in pieces_of(line, _APART)]
    cut = _gutter(pieces, anchor.left + 0.08 * width, 0.85 * width)
    if cut is None:
        return None
    gutter, end = cut
    inside = [line for line in below if all(word.baseline < end for word in line.words)]
    words = [word for line in inside for word in line.words]
    right_words = [word for word in words if word.left >= gutter]
    highest = min((word.baseline for word in right_words), default=0.0)
    for line in reversed(lines[:first]):  # "TM. ỦY BAN NHÂN DÂN" may begin above "Nơi nhận"
        if line.left < gutter or highest - line.baseline > 2.2 * line.size:
            break
        right_words += line.words
        highest = line.baseline
    left, right = lines_of(word for word in words if word.left < gutter), lines_of(right_words)
    if not left or not right:
        return None
    return Columns(((tuple(left), tuple(right)),), listed=True)


def _is_no_appendix(line: Line) -> bool:
    """Not the first line of what follows a signature on the same page."""
    if _names_type(line):
        return False
    label = read_label(line.text)
    return label is None or label.kind is not LabelKind.APPENDIX


def _gutter(pieces: Sequence[Line], low: float, high: float) -> tuple[float, float] | None:
    """(place, where it ends) of the gutter between `low` and `high` that reaches furthest down.

    Both sides must have pieces before it ends; of equals the middle of the widest is taken.
    """
    bottom = max((piece.baseline for piece in pieces), default=0.0) + 100.0
    best: list[tuple[float, float]] = []
    reach = 0.0
    at = low
    while at < high:
        end = min(
            (piece.baseline for piece in pieces if piece.left < at - 1 and piece.right > at + 1),
            default=bottom,
        )
        inside = [piece for piece in pieces if piece.baseline < end - 1]
        both = any(piece.right <= at + 1 for piece in inside) and any(
            piece.left >= at - 1 for piece in inside
        )
        if both and end > reach + 1:
            best, reach = [(at, end)], end
        elif both and abs(end - reach) <= 1:
            best.append((at, end))
        at += _STEP
    return _widest(best) if best else None


def _widest(places: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the longest unbroken stretch of places."""
    runs: list[list[tuple[float, float]]] = []
    for place in places:
        if runs and place[0] - runs[-1][-1][0] <= _STEP * 1.01:
            runs[-1].append(place)
        else:
            runs.append([place])
    longest = max(runs, key=len)
    return longest[len(longest) // 2][0], min(end for _, end in longest)


# ------------------------------------------------------------------------------------ others


def _other(lines: Sequence[Line], width: float) -> Columns | None:
    """Lines with a gap that goes on below: two signers, an addressee with a list beside it.

    Centred columns are read one after the other, others row by row.
    """
    for at, line in enumerate(lines):
        if line.widest <= _WIDE * line.size:
            continue
        wide = [(start, end) for start, end, _ in gaps(line) if end - start > _WIDE * line.size]
        if len(wide) != 1:
            continue
        run = [line]
        start, end = wide[0]
        for following in lines[at + 1 : at + 24]:
            if following.baseline - run[-1].baseline > 9 * line.size:
                break
            low, high = _free(following, start, end)
            if high - low < 1.2 * line.size:
                break
            start, end = low, high
            run.append(following)
        pairs = [_cut(each, (start + end) / 2) for each in run]
        while pairs and (pairs[-1][0] is None) and _is_flush(pairs[-1][1], width):
            pairs.pop()
        left = [a for a, _ in pairs if a is not None]
        right = [b for _, b in pairs if b is not None]
        if len(left) + len(right) < 3 or min(_letters(left), _letters(right)) < _FEW_LETTERS:
            continue
        if _is_centred_column(left) and _is_centred_column(right):
            return Columns(((tuple(left), tuple(right)),))
        rows = _rows(pairs)
        return Columns(rows) if rows else None
    return None


def _letters(lines: Sequence[Line]) -> int:
    return sum(char.isalpha() for line in lines for char in line.text)


def _is_flush(line: Line | None, width: float) -> bool:
    return line is not None and line.right - line.left > 0.45 * width


def _free(line: Line, start: float, end: float) -> tuple[float, float]:
    """What a line leaves free of the stretch from `start` to `end`."""
    for word in line.words:
        if word.right <= start or word.left >= end:
            continue
        if word.left - start > end - word.right:
            end = word.left
        else:
            start = word.right
        if end <= start:
            break
    return start, end


def _cut(line: Line, gutter: float) -> tuple[Line | None, Line | None]:
    left = tuple(word for word in line.words if (word.left + word.right) / 2 < gutter)
    right = tuple(word for word in line.words if (word.left + word.right) / 2 >= gutter)
    return (Line(left) if left else None), (Line(right) if right else None)


def _is_centred_column(lines: Sequence[Line]) -> bool:
    """Lines of different lengths about one middle."""
    if len(lines) < 2:
        return True
    middle = sorted(line.centre for line in lines)[len(lines) // 2]
    tolerance = 0.8 * height(lines[0].words[0])
    uneven = max(line.left for line in lines) - min(line.left for line in lines) > tolerance
    return uneven and all(abs(line.centre - middle) <= tolerance for line in lines)


def _rows(
    pairs: Sequence[tuple[Line | None, Line | None]],
) -> tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]:
    """Rows that begin where both sides have a line; lines of one side alone belong to the row."""
    rows: list[tuple[list[Line], list[Line]]] = []
    for left, right in pairs:
        if not rows or (left is not None and right is not None):
            rows.append(([], []))
        if left is not None:
            rows[-1][0].append(left)
        if right is not None:
            rows[-1][1].append(right)
    return tuple((tuple(left), tuple(right)) for left, right in rows)
