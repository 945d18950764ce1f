"""What is drawn on a page besides its text: straight lines, and how much of it a picture covers."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Final, NamedTuple

from vnplan.readers.page import Rule
from vnplan.readers.pdf.library import Calls, address, calls, pointer
from vnplan.readers.pdf.words import Frame

MAX_OBJECTS: Final = 20_000
"""Of one page, that are looked at; a page of a table has a few hundred, a map any number."""
MAX_RULES: Final = 4_000
_MAX_SEGMENTS: Final = 400  # of one path: tables are drawn in many, drawings in few long ones
_SMALL: Final = 0.02  # of the page: a picture that holds no text worth reading
_OUTLINES: Final = 40
_MAX_DEPTH: Final = 4  # of forms within forms
_THICK: Final = 4.0
"""A filled box that is thinner is a line, in points."""
_SHORT: Final = 3.0
_PATH, _IMAGE, _FORM = 2, 3, 5
_MOVE, _LINE = 2, 0  # FPDF_SEGMENT_MOVETO, FPDF_SEGMENT_LINETO


@dataclass(frozen=True, slots=True)
class Drawing:
    """`rules` in the page as shown; `covered` is the share of it under its largest picture.

    `paths` counts what is drawn besides: letters may be drawn as outlines, without any text.
    """

    rules: tuple[Rule, ...]
    covered: float
    paths: int

    @property
    def is_blank(self) -> bool:
        """Nothing on the page can be text in disguise."""
        return self.covered < _SMALL and self.paths < _OUTLINES


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> _Bounds:
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        (x3, y3), (x4, y4) = self.point(left, top), self.point(right, bottom)
        xs, ys = (x1, x2, x3, x4), (y1, y2, y3, y4)
        return _Bounds(min(xs), min(ys), max(xs), max(ys))

    def before(self, outer: _Matrix) -> _Matrix:
        """This one first, then `outer`."""
        a, b = self.a * outer.a + self.b * outer.c, self.a * outer.b + self.b * outer.d
        c, d = self.c * outer.a + self.d * outer.c, self.c * outer.b + self.d * outer.d
        e, f = outer.point(self.e, self.f)
        return _Matrix(a, b, c, d, e, f)


class _Bounds(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


_AS_IT_IS = _Matrix()


def read_drawing(page: object, frame: Frame) -> Drawing:
    """The rules and pictures of a page (a handle of pdfium)."""
    from pypdfium2 import raw

    call = calls()
    handle = pointer(address(page))
    count = min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)
    objects = map(call.object, repeat(handle), range(count))
    budget = [MAX_OBJECTS]
    rules: list[Rule] = []
    paths = 0
    area, largest = max(frame.width * frame.height, 1.0), 0.0
    for kind, bounds in _things(objects, _AS_IT_IS, call, budget, 0):
        if bounds is None:
            paths += 1
            continue
        shown = frame.shown(*bounds)
        if kind == _IMAGE:
            wide = min(shown.right, frame.width) - max(shown.left, 0.0)
            high = min(shown.bottom, frame.height) - max(shown.top, 0.0)
            largest = max(largest, max(wide, 0.0) * max(high, 0.0) / area)
        elif len(rules) < MAX_RULES:
            rules.append(Rule(*shown))
    return Drawing(tuple(rules), largest, paths)


def _things(
    objects: Iterator[int | None], matrix: _Matrix, call: Calls, budget: list[int], depth: int
) -> Iterator[tuple[int, _Bounds | None]]:
    """(kind, bounds) of straight lines and pictures, forms taken apart; None for other paths."""
    for found in objects:
        budget[0] -= 1
        if found is None or budget[0] < 0:
            return
        kind = call.object_type(pointer(found))
        if kind == _PATH:
            lines = list(_lines(found, matrix, call))
            yield from ((kind, line) for line in lines)
            if not lines:
                yield kind, None
        elif kind == _IMAGE:
            yield kind, matrix.box(*_bounds(found, call))
        elif kind == _FORM and depth < _MAX_DEPTH:
            inner = _matrix_of(found).before(matrix)
            yield from _things(_inside(found), inner, call, budget, depth + 1)


def _bounds(found: int, call: Calls) -> _Bounds:
    values = (ctypes.c_float * 4)()
    places = (ctypes.byref(values, offset) for offset in (0, 4, 8, 12))
    call.bounds(pointer(found), *places)
    return _Bounds(*values)


def _inside(form: int) -> Iterator[int | None]:
    from pypdfium2 import raw

    handle = ctypes.cast(form, raw.FPDF_PAGEOBJECT)
    for index in range(min(raw.FPDFFormObj_CountObjects(handle), MAX_OBJECTS)):
        yield address(raw.FPDFFormObj_GetObject(handle, index))


def _matrix_of(found: int) -> _Matrix:
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(ctypes.cast(found, raw.FPDF_PAGEOBJECT), matrix)
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


# ------------------------------------------------------------------------------------- lines


def _lines(path: int, matrix: _Matrix, call: Calls) -> Iterator[_Bounds]:
    """The straight lines of a path along or across the page: thin boxes, and strokes."""
    bounds = matrix.box(*_bounds(path, call))
    if _is_line(bounds):
        yield bounds
        return
    wide, high = bounds.right - bounds.left, bounds.top - bounds.bottom
    if wide < _SHORT or high < _SHORT:
        return
    from pypdfium2 import raw

    handle = ctypes.cast(path, raw.FPDF_PAGEOBJECT)
    segments = raw.FPDFPath_CountSegments(handle)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, fill, stroke)
    # a box that is filled only is a background; many boxes in one path are the borders of a table
    if segments > _MAX_SEGMENTS or (not stroke.value and segments <= 5):
        return
    place = matrix.before(_AS_IT_IS)
    yield from _segment_lines(handle, segments, _matrix_of(path).before(place), bool(stroke.value))


def _segment_lines(
    path: object, segments: int, matrix: _Matrix, stroked: bool
) -> Iterator[_Bounds]:
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    part: list[tuple[float, float]] = []
    curved = False
    for index in range(segments + 1):
        segment = raw.FPDFPath_GetPathSegment(path, index) if index < segments else None
        kind = raw.FPDFPathSegment_GetType(segment) if index < segments else _MOVE
        if kind == _MOVE:
            if not curved:
                yield from _part_lines(part, stroked)
            part, curved = [], False
        if index < segments:
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            part.append(matrix.point(x.value, y.value))
            curved = curved or kind not in (_MOVE, _LINE)
            if kind != _MOVE and raw.FPDFPathSegment_GetClose(segment):
                part.append(part[0])


def _part_lines(part: list[tuple[float, float]], stroked: bool) -> Iterator[_Bounds]:
    """The lines of one unbroken part of a path."""
    if len(part) < 2:
        return
    xs, ys = [x for x, _ in part], [y for _, y in part]
    whole = _Bounds(min(xs), min(ys), max(xs), max(ys))
    if _is_line(whole):
        yield whole
    elif stroked:
        for (x1, y1), (x2, y2) in pairwise(part):
            line = _Bounds(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            if _is_line(line):
                yield line


def _is_line(box: _Bounds) -> bool:
    wide, high = box.right - box.left, box.top - box.bottom
    return min(wide, high) <= _THICK < max(wide, high) and max(wide, high) >= 3 * min(wide, high)
