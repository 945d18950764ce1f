"""The runs of one page: what pdfium is asked, and what its answers mean.

Calls to pdfium are most of the time, so few characters are asked about: the first and the last of
each stretch without blanks; the others only where these two are of different objects, or where runs
lie over each other.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from operator import ne
from typing import Final

import regex

from vnplan.readers.pdf.boxes import Boxes
from vnplan.readers.pdf.characters import characters
from vnplan.readers.pdf.fonts import Alphabets, Font
from vnplan.readers.pdf.glyph_order import PRIVATE
from vnplan.readers.pdf.library import Room, address, calls, pointer
from vnplan.readers.pdf.runs import (
    GAP,
    Look,
    Run,
    Runs,
    lines_of_runs,
    room_before,
    run_of,
    start_of_run,
)

MAX_CHARACTERS: Final = 60_000
"""Of one page, that are read; a page of small print has under ten thousand."""

_TIGHT: Final = 0.2  # a gap that may not be one between words, of the size
_WIDE: Final = 0.04  # a gap that is hardly one between letters
_ROOM: Final = 0.5  # hardly a space takes more
_OVER: Final = 0.25  # how far a letter may lie over the one before it: an italic f
_SPACES: Final = " \u00a0\x03"
_STRIDE: Final = 4  # an object holds some twelve words
_LEAST_SIZE: Final = 0.5  # of text that can be seen, in points

# What parts words. Not \s: in a font without a map to Unicode a colon is 0x1D; a space is 0x03.
_TOKEN = re.compile("[^\x03 \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANK = regex.compile("[ \t\r\n\u00a0]")
_A_TILDE = regex.compile("Ã")
# The marks of Vietnamese: tones, and what makes â, ă and ơ
_MARKS = regex.compile(r"[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b`´^~˜ˆ˘]+")
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
_COMBINING = str.maketrans("`´^~˜ˆ˘", "\u0300\u0301\u0302\u0303\u0303\u0302\u0306")
_BOLD = regex.compile(r"bold|black|heavy|demi", regex.IGNORECASE)
_ITALIC = regex.compile(r"italic|oblique", regex.IGNORECASE)
_SUBSET = regex.compile(r"[A-Z]{6}\+")
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_BOXES, _MATRICES, _SIZES = Room(4), Room(6), Room(1)
_STROKED, _INVISIBLE, _CLIPPED = 2, 3, 7


def read_runs(text_page: object, count: int, alphabets: Alphabets) -> Runs:
    """The runs of a text page (a handle of pdfium) that holds `count` characters.

    Text askew is left out; so is what lies beyond `MAX_CHARACTERS`.
    """
    count = min(count, MAX_CHARACTERS)
    return _PageRuns(address(text_page), count, alphabets).read() if count > 0 else Runs([])


class _PageRuns:
    """The reading of one page."""

    def __init__(self, page: int, count: int, alphabets: Alphabets) -> None:
        self._page, self._call, self._alphabets = pointer(page), calls(), alphabets
        self._handle = page
        self._text = characters(self._page, self._call, count)
        self._looks: dict[int, Look] = {}
        self._fonts: dict[int, Font] = {}
        self._alike: dict[tuple[object, ...], Look] = {}  # looks but for their baselines

    def read(self) -> Runs:
        tokens = [match.span() for match in _TOKEN.finditer(self._text)]
        objects = self._seen([first for first, _ in tokens])
        if any(font.unmapped for font in self._fonts.values()):
            self._mark_letters()
            tokens = [match.span() for match in _TOKEN.finditer(self._text)]
            objects = self._seen([first for first, _ in tokens])
        runs = self._whole(tokens, objects)
        sizes = [look.size for look in self._looks.values() if look.size > _LEAST_SIZE]
        extremes = (min(sizes), max(sizes)) if sizes else (0.0, 0.0)
        lines = [self._settled(line, *extremes) for line in lines_of_runs(runs)]
        return Runs(lines, self._looks.values())

    # ------------------------------------------------------------------ what pdfium is asked

    def _boxes(self, indices: Sequence[int]) -> Boxes:
        call = self._call.loose_box
        values = _BOXES.rows(len(indices), call, repeat(self._page), indices)
        return Boxes(*[values[side::4] for side in range(4)])

    def _objects(self, indices: Iterable[int]) -> list[int]:
        return list(map(self._call.text_object, repeat(self._page), indices))

    def _objects_along(self, indices: Sequence[int]) -> list[int]:
        """The objects of characters that stand in their order.

        pdfium gives all characters of an object, then those of the next one: where one is of the
        same object as the fourth behind it, so are those between.
        """
        known = self._objects(indices[::_STRIDE])
        objects = [found for found in known for _ in range(_STRIDE)][: len(indices)]
        places = [
            place
            for stretch, changes in enumerate(map(ne, known, [*known[1:], None]))
            if changes
            for place in range(stretch * _STRIDE + 1, min((stretch + 1) * _STRIDE, len(indices)))
        ]
        asked = self._objects([indices[place] for place in places])
        for place, found in zip(places, asked, strict=True):
            objects[place] = found
        return objects

    def _seen(self, indices: Sequence[int]) -> list[int]:
        """The objects of some characters in their order; their looks are known afterwards."""
        objects = self._objects_along(indices)
        new: dict[int, int] = {}
        for found, index in zip(objects, indices, strict=True):
            if found not in self._looks:
                new.setdefault(found, index)
        if new:
            self._looks.update(zip(new, self._read_looks(new), strict=True))
        return objects

    def _read_looks(self, new: Mapping[int, int]) -> Iterator[Look]:
        """The looks of objects, of each of which one character is known."""
        call, objects = self._call, list(map(pointer, new))
        sizes = _SIZES.rows(len(new), call.font_size, objects)
        values = iter(_MATRICES.rows(len(new), call.matrix, repeat(self._page), new.values()))
        for index, handle, mode, size, a, b, c, d, x, y in zip(
            new.values(), map(call.font, objects), map(call.render_mode, objects), sizes,
            values, values, values, values, values, values, strict=True,
        ):  # fmt: skip
            key = handle, mode, size, a, b, c, d
            alike = self._alike.get(key)
            if alike is None:
                known = self._fonts.get(handle or 0)
                if known is None:
                    known = self._fonts[handle or 0] = self._read_font(index)
                slanted = b == 0 and d != 0 and 0.1 < c / d < 0.6
                alike = self._alike[key] = Look(
                    font=known,
                    size=abs(size) * (c * c + d * d) ** 0.5,
                    direction=_direction(a, b),
                    baseline=0.0,
                    bold=known.bold or mode == _STROKED,
                    italic=known.italic or slanted,
                    hidden=mode in (_INVISIBLE, _CLIPPED),
                )
            font, height, direction, _, bold, italic, hidden = alike
            baseline = (-y, x, y, -x)[direction]
            yield Look(font, height, direction, baseline, bold, italic, hidden)

    def _read_font(self, index: int) -> Font:
        from pypdfium2 import raw

        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        page = ctypes.cast(self._handle, raw.FPDF_TEXTPAGE)
        raw.FPDFText_GetFontInfo(page, index, name, 256, flags)
        shown = _SUBSET.sub("", name.value.decode("utf-8", "replace"))
        return self._alphabets.font(
            shown,
            bold=_BOLD.search(shown) is not None or bool(flags.value & _FLAG_BOLD),
            italic=_ITALIC.search(shown) is not None or bool(flags.value & _FLAG_ITALIC),
            unmapped=self._call.map_error(self._page, index) == 1,
        )

    # --------------------------------------------------------------------------- to runs

    def _settled(self, line: list[Run], least: float, largest: float) -> list[Run]:
        """A line whose runs do not lie over each other, and know of the spaces before them.

        `least` and `largest` are the sizes of the page: they tell of most runs at once that there
        is nothing to be done.
        """
        gaps = room_before(line)
        if min(gaps, default=0.0) <= -_OVER * least:
            line = self._untangled(line)
            gaps = room_before(line)
        tight = _TIGHT * largest
        for place, gap in enumerate(gaps, 1):
            if gap < tight:
                run, before = line[place], line[place - 1]
                size = run[1][1]
                if run[6] == before[6] + len(before[0]) + 1:
                    spaced = gap < _TIGHT * size and self._is_drawn(run[6] - 1)
                else:
                    spaced = _WIDE * size < gap <= GAP * size and self._is_covered(run)
                if spaced:
                    line[place] = run._replace(spaced=True)
        return line

    def _is_drawn(self, blank: int) -> bool:
        """Whether a character is a space of the file, and none that pdfium has put there."""
        drawn = self._text[blank] in _SPACES
        return drawn and self._call.generated(self._page, blank) == 0

    def _is_covered(self, run: Run) -> bool:
        """Whether a wide letter of another font, drawn later, lies over a space: "LẦN THỨ XIV".

        Where pdfium sees a gap for that Ứ, it has put its own blank in the place of the one drawn.
        """
        blank = run.first - 1
        if self._text[blank] not in _SPACES:
            return False
        room = run.start - self._boxes([blank]).left[0]
        return _TIGHT < room / run.look.size < _ROOM

    def _mark_letters(self) -> None:
        """Marks characters for `fonts`, where a font has no map to Unicode.

        In such a font what looks like a blank is the number of a glyph: an "&" is 9, an "=" 32. An
        Ã of another font may be one that has no place in Mac OS Roman.
        """
        call, text = self._call, self._text
        blanks = [match.start() for match in _BLANK.finditer(text)]
        made = map(call.generated, repeat(self._page), blanks)
        drawn = [index for index, added in zip(blanks, made, strict=True) if not added]
        marked = [
            index
            for index, found in zip(drawn, self._seen(drawn), strict=True)
            if self._looks[found].font.unmapped
        ]
        marked += [
            match.start()
            for match in _A_TILDE.finditer(text)
            if call.map_error(self._page, match.start()) == 1
        ]
        letters = list(text)
        for index in marked:
            letters[index] = chr(PRIVATE + ord(letters[index]))
        self._text = "".join(letters)

    def _whole(self, tokens: list[tuple[int, int]], objects: list[int]) -> list[Run]:
        """Runs of tokens whose ends are of one object; the others are taken apart."""
        starts = self._boxes([first for first, _ in tokens])
        ends = iter(self._boxes([end - 1 for first, end in tokens if end - first > 1]).right)
        unsure = [end - 1 for _, end in compress(tokens, map(ne, objects, [*objects[1:], 0]))]
        last_objects = dict(zip(unsure, self._objects(unsure), strict=True))
        runs: list[Run] = []
        apart: list[tuple[int, int]] = []
        text = self._text
        level = {
            found: look
            for found, look in self._looks.items()
            if look.direction == 0 and look.size > _LEAST_SIZE
        }
        places = zip(
            tokens, objects, starts.left, starts.right, starts.top, starts.bottom, strict=True
        )
        for (first, end), found, left, own, top, bottom in places:
            glyphs, right = text[first:end], own
            if end - first > 1:
                right = next(ends)
                if glyphs[-1] in _ACCENTS or last_objects.get(end - 1, found) != found:
                    apart.append((first, end))
                    continue
            if found in level:
                runs.append(
                    run_of((glyphs, level[found], left, right, -top, -bottom, first, False))
                )
            elif self._looks[found].direction > 0:
                apart.append((first, end))
        runs += self._parts(apart)
        return runs

    def _parts(self, tokens: Sequence[tuple[int, int]]) -> Iterator[Run]:
        """The runs of tokens, glyph by glyph: cut where the object changes, and at gaps."""
        indices = [index for first, end in tokens for index in range(first, end)]
        boxes, objects = self._boxes(indices), self._seen(indices)
        sides = {0: boxes.along(0)}
        at = 0
        for first, end in tokens:
            stop = at + end - first
            while at < stop:
                found, index = objects[at], indices[at]
                look = self._looks[found]
                if look.direction not in sides:
                    sides[look.direction] = boxes.along(look.direction)
                starts, ends = sides[look.direction]
                begin, reach = at, ends[at]
                least = GAP * look.size
                at += 1
                while at < stop and objects[at] == found:
                    start = starts[at]
                    if start - reach > least or start < starts[at - 1] - 0.8:
                        break
                    if ends[at] > reach:
                        reach = ends[at]
                    at += 1
                if look.direction >= 0 and look.size > _LEAST_SIZE:
                    top, bottom = boxes.across(look.direction, begin)
                    text = self._text[index : index + at - begin]
                    yield Run(text, look, starts[begin], reach, top, bottom, index)

    # -------------------------------------------------------------- runs over each other

    def _untangled(self, line: list[Run]) -> list[Run]:
        """A line, its runs that lie over others taken apart or put together.

        Letters of a second font stand in gaps of the first that pdfium did not see; a tone mark may
        be drawn by itself over its letter.
        """
        result: list[Run] = []
        torn = False
        for run in line:
            last = result[-1] if result else None
            if last is None or run.start > last.end - _OVER * run.look.size:
                result.append(run)
            elif _is_mark(run):
                result[-1] = self._marked(last, run)
            else:
                if len(last.text) > 1:
                    parts = list(self._parts([(last.first, last.first + len(last.text))]))
                    torn = torn or len(parts) > 1
                    result[-1:] = parts
                result.append(run)
        if torn:
            result.sort(key=start_of_run)
        return result

    def _marked(self, run: Run, mark: Run) -> Run:
        """`run` with a tone mark that was drawn over one of its letters by itself."""
        boxes = self._boxes(range(run.first, run.first + len(run.text)))
        starts, _ = boxes.along(run.look.direction)
        middle = (mark.start + mark.end) / 2
        at = max(1, sum(start <= middle for start in starts))
        signs = mark.text.translate(_COMBINING)
        return run._replace(text=f"{run.text[:at]}{signs}{run.text[at:]}")


def _is_mark(run: Run) -> bool:
    return not run.look.font.unmapped and _MARKS.fullmatch(run.text) is not None


def _direction(a: float, b: float) -> int:
    if abs(b) <= 0.1 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.1 * abs(b):
        return 1 if b > 0 else 3
    return -1
