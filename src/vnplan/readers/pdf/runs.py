"""The characters of a page with their places, in runs that are drawn without a gap.

The order of a PDF's content says nothing: a word whose letters come from two fonts is drawn in
pieces, far apart in the file. So a run keeps only its place, and `words` puts runs together again.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from statistics import median
from typing import Final, NamedTuple

import regex

from vnplan.readers.pdf.glyph_order import PRIVATE
from vnplan.readers.pdf.library import Calls, address, calls

MAX_CHARACTERS: Final = 60_000
"""Of one page, that are read; a page of small print has under ten thousand."""

GAP: Final = 0.13
"""A wider gap between two glyphs parts words; of the font's size. A space is 0.25 wide, and 0.18 in
a line that was set too tight; kerning moves letters by less than 0.05."""

# What parts words. Not \s: in a font without a map to Unicode a colon is 0x1D; a space is 0x03.
_TOKEN = regex.compile("[^\x03 \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANK = regex.compile("[\x03 \t\r\n\u00a0]")
_A_TILDE = regex.compile("Ã")
_BOLD = regex.compile(r"bold|black|heavy|demi", regex.IGNORECASE)
_ITALIC = regex.compile(r"italic|oblique", regex.IGNORECASE)
_SUBSET = regex.compile(r"[A-Z]{6}\+")
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_STROKED, _INVISIBLE, _CLIPPED = 2, 3, 7


class Font(NamedTuple):
    """A font as the page names it, "TimesNewRomanPS-BoldMT", without the tag of a subset.

    `unmapped`: it says nothing of what its glyphs mean, so its characters are numbers of glyphs.
    """

    name: str
    bold: bool
    italic: bool
    unmapped: bool


class Look(NamedTuple):
    """How a piece of text is drawn.

    `direction`: 0 to the right, 1 up, 2 to the left, 3 down the page as it is stored, -1 askew (a
    watermark). `spacing` is what is put between all its letters, in points. `hidden`: not painted,
    as the text that OCR laid under a scan.
    """

    font: Font
    size: float
    direction: int
    bold: bool
    italic: bool
    hidden: bool
    spacing: float


class Run(NamedTuple):
    """Glyphs of one object that follow each other without a gap.

    Places are along and across its direction: `start` to `end` as one reads, `top` to `bottom` from
    the heads of the letters to their feet, in points; only their differences mean something.
    `after_space`, `before_space`: a space is drawn there. `starts` and `ends` are those of its
    glyphs, one each for every character of `text`.
    """

    text: str
    look: Look
    start: float
    end: float
    top: float
    bottom: float
    baseline: float
    after_space: bool
    before_space: bool
    starts: Sequence[float]
    ends: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """One entry a character, in the order of the file; boxes in the page's own coordinates."""

    text: str
    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]
    objects: list[int | None]

    def along(self, direction: int) -> tuple[list[float], list[float]]:
        """Where the glyphs start and end, for one who reads in `direction`."""
        if direction == 1:
            return self.bottom, self.top
        if direction == 2:
            return [-value for value in self.right], [-value for value in self.left]
        if direction == 3:
            return [-value for value in self.top], [-value for value in self.bottom]
        return self.left, self.right

    def across(self, direction: int, start: int, end: int) -> tuple[float, float]:
        """Top and bottom of some glyphs, for one who reads in `direction`."""
        if direction == 1:
            return min(self.left[start:end]), max(self.right[start:end])
        if direction == 2:
            return min(self.bottom[start:end]), max(self.top[start:end])
        if direction == 3:
            return -max(self.right[start:end]), -min(self.left[start:end])
        return -max(self.top[start:end]), -min(self.bottom[start:end])


def read_runs(text_page: object, count: int) -> list[Run]:
    """The runs of a text page (a handle of pdfium) that holds `count` characters.

    Text askew is left out; so is what lies beyond `MAX_CHARACTERS`.
    """
    page, call = address(text_page), calls()
    glyphs = _glyphs(page, call, min(count, MAX_CHARACTERS))
    return list(_runs(glyphs, _Looks(page, call, glyphs), page, call)) if glyphs.text else []


def _glyphs(page: int, call: Calls, count: int) -> _Glyphs:
    boxes = (ctypes.c_float * (4 * count))()
    base = ctypes.addressof(boxes)
    places = range(base, base + 16 * count, 16)
    deque(map(call.loose_box, repeat(page), range(count), places), maxlen=0)
    values: list[float] = memoryview(boxes).cast("B").cast("f").tolist()  # type: ignore[assignment]
    return _Glyphs(
        text=_characters(page, call, count),
        left=values[0::4],
        top=values[1::4],
        right=values[2::4],
        bottom=values[3::4],
        objects=list(map(call.text_object, repeat(page), range(count))),
    )


def _characters(page: int, call: Calls, count: int) -> str:
    """One character for each glyph; U+FFFE and U+0002 stand for a hyphen at the end of a line."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if call.text(page, 0, count, ctypes.addressof(buffer)) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text.translate(_MEANT)
    codes = map(call.unicode, repeat(page), range(count))
    return "".join([chr(code) if code < 0x110000 else "\ufffd" for code in codes]).translate(_MEANT)


_MEANT = {0x02: "-", 0xFFFE: "-", 0x00: "\ufffd"}


class _Looks:
    """The looks of the objects of a page, each asked for once."""

    def __init__(self, page: int, call: Calls, glyphs: _Glyphs) -> None:
        self._page, self._call, self._glyphs = page, call, glyphs
        self._looks: dict[int, Look] = {}
        self._fonts: dict[int, Font] = {}
        self._values = (ctypes.c_float * 6)()
        self._at = ctypes.addressof(self._values)

    def of(self, index: int) -> Look:
        """The look of the glyph at `index`, the first seen of its object."""
        found = self._glyphs.objects[index] or 0
        look = self._looks.get(found)
        if look is None:
            look = self._looks[found] = self._read(found, index)
        return look

    def _read(self, found: int, index: int) -> Look:
        call, values = self._call, self._values
        call.matrix(self._page, index, self._at)
        a, b, c, d = values[:4]
        scale = (c * c + d * d) ** 0.5
        size, mode = 0.0, 0
        if found:
            call.font_size(found, self._at)
            size, mode = abs(values[0]) * scale, call.render_mode(found)
        font = self._font(call.font(found) or 0 if found else 0, index)
        direction = _direction(a, b)
        return Look(
            font=font,
            size=size,
            direction=direction,
            bold=font.bold or mode == _STROKED,
            italic=font.italic or (direction == 0 and 0.1 < c / d < 0.6 if d else False),
            hidden=mode in (_INVISIBLE, _CLIPPED),
            spacing=self._spacing(found, index, size, direction),
        )

    def _font(self, handle: int, index: int) -> Font:
        font = self._fonts.get(handle)
        if font is None:
            from pypdfium2 import raw

            name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
            page = ctypes.cast(self._page, raw.FPDF_TEXTPAGE)
            raw.FPDFText_GetFontInfo(page, index, name, 256, flags)
            shown = _SUBSET.sub("", name.value.decode("utf-8", "replace"))
            font = self._fonts[handle] = Font(
                name=shown,
                bold=_BOLD.search(shown) is not None or bool(flags.value & _FLAG_BOLD),
                italic=_ITALIC.search(shown) is not None or bool(flags.value & _FLAG_ITALIC),
                unmapped=self._call.map_error(self._page, index) == 1,
            )
        return font

    def _spacing(self, found: int, index: int, size: float, direction: int) -> float:
        """What is put between all letters of an object ("Q U Y Ế T  Đ Ị N H" by letter spacing)."""
        glyphs = self._glyphs
        if direction != 0 or index + 1 >= len(glyphs.text):
            return 0.0
        if glyphs.left[index + 1] - glyphs.right[index] <= 0.05 * size:
            return 0.0  # nearly all objects
        end = index
        while end + 1 < len(glyphs.objects) and glyphs.objects[end + 1] == found:
            end += 1
        gaps = [glyphs.left[k + 1] - glyphs.right[k] for k in range(index, end)]
        found_spacing = median(gaps) if len(gaps) > 2 else 0.0
        return found_spacing if 0.05 * size < found_spacing < 2 * size else 0.0


def _direction(a: float, b: float) -> int:
    if abs(b) <= 0.1 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.1 * abs(b):
        return 1 if b > 0 else 3
    return -1


def _runs(glyphs: _Glyphs, looks: _Looks, page: int, call: Calls) -> Iterator[Run]:
    sides: dict[int, tuple[list[float], list[float]]] = {}
    breaks: dict[int, set[int]] = {}
    text, drawn = _read_blanks(glyphs, looks, page, call)
    x, y = ctypes.c_double(), ctypes.c_double()
    x_at, y_at = ctypes.addressof(x), ctypes.addressof(y)
    objects = glyphs.objects
    for token in _TOKEN.finditer(text):
        first, stop = token.span()
        while first < stop:
            found = objects[first]
            end = stop if objects[stop - 1] == found and stop - first < 3 else first + 1
            while end < stop and objects[end] == found:
                end += 1
            look = looks.of(first)
            if look.direction >= 0 and look.size > 0.5:
                if look.direction not in sides:
                    sides[look.direction] = glyphs.along(look.direction)
                    breaks[look.direction] = _breaks(*sides[look.direction])
                starts, ends = sides[look.direction]
                end = _unbroken(first, end, breaks[look.direction], starts, ends, look)
                call.origin(page, first, x_at, y_at)
                top, bottom = glyphs.across(look.direction, first, end)
                yield Run(
                    text=text[first:end],
                    look=look,
                    start=starts[first],
                    end=max(ends[first:end]),
                    top=top,
                    bottom=bottom,
                    baseline=(-y.value, x.value, y.value, -x.value)[look.direction],
                    after_space=first - 1 in drawn,
                    before_space=end in drawn,
                    starts=starts[first:end],
                    ends=ends[first:end],
                )
            first = end


def _breaks(starts: list[float], ends: list[float]) -> set[int]:
    """The glyphs before which there is a gap, or which lie before the one that came before."""
    pairs = zip(starts[1:], ends, starts, strict=False)
    return {
        index
        for index, (start, end, before) in enumerate(pairs, 1)
        if start - end > 0.8 or start < before - 0.8
    }


def _unbroken(
    first: int, end: int, breaks: set[int], starts: list[float], ends: list[float], look: Look
) -> int:
    """Where the glyphs that begin at `first` stop to follow each other, `end` at the latest."""
    for index in range(first + 1, end):
        if index in breaks:
            gap = starts[index] - ends[index - 1]
            if gap > GAP * look.size + look.spacing or starts[index] < starts[index - 1] - 0.8:
                return index
    return end


def _read_blanks(
    glyphs: _Glyphs, looks: _Looks, page: int, call: Calls
) -> tuple[str, frozenset[int]]:
    """The text, and where spaces are drawn; pdfium adds others where it sees a gap.

    In a font without a map, what looks like a blank is the number of a glyph ("&" is 9). An Ã may
    be one that has no place in Mac OS Roman: both are marked for `fonts`.
    """
    text = glyphs.text
    blanks = [match.start() for match in _BLANK.finditer(text)]
    made = map(call.generated, repeat(page), blanks)
    drawn = [index for index, added in zip(blanks, made, strict=True) if not added]
    marked = [index for index in drawn if text[index] != "\x03" and looks.of(index).font.unmapped]
    marked += [
        match.start()
        for match in _A_TILDE.finditer(text)
        if call.map_error(page, match.start()) == 1 and not looks.of(match.start()).font.unmapped
    ]
    if marked:
        letters = list(text)
        for index in marked:
            letters[index] = chr(PRIVATE + ord(letters[index]))
        text = "".join(letters)
    return text, frozenset(drawn).difference(marked)
