"""pdfium, through pypdfium2: its lock, opening a file, and the calls that are made for every glyph.

pypdfium2's own functions convert each argument; for thousands of characters a page that is most of
the time. `Calls` holds the same functions without conversion, for use with `map`: they take
pointers that were made once (`pointer`) and write into a `Room` that is kept (measured: 2,000
instructions a call, where a call that converts addresses takes 4,400).
"""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any, Final

from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import need
from vnplan.readers.pdf.packing import check_packing

if TYPE_CHECKING:
    import pypdfium2

LOCK: Final = RLock()
"""pdfium may be used by one thread at a time, whatever the document."""

_FLOAT: Final = 4  # bytes
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_SECURITY: Final = 5  # FPDF_ERR_SECURITY: a handler of its own (DRM)

Call = Callable[..., int]
"""A function of pdfium that takes pointers and indices."""

pointer: Final[Callable[[int], object]] = ctypes.c_void_p.from_param
"""An address as `Calls` take it."""


@dataclass(frozen=True, slots=True)
class Calls:
    """The functions called for every character or object of a page; see fpdf_text.h, fpdf_edit.h.

    Those that return a handle give its address, None for a null pointer if nothing else is said.
    """

    text: Call  # (text page, index, count, → UTF-16 and a null); the characters written
    unicode: Call  # (text page, index)
    generated: Call  # (text page, index)
    map_error: Call  # (text page, index)
    loose_box: Callable[..., None]  # (text page, index, → FS_RECTF)
    matrix: Callable[..., None]  # (text page, index, → FS_MATRIX)
    text_object: Call  # (text page, index); 0 for a null pointer
    font: Callable[..., int | None]  # (text object)
    font_size: Callable[..., None]  # (text object, → float)
    render_mode: Call  # (text object)
    object: Callable[..., int | None]  # (page, index)
    object_type: Call  # (object)
    bounds: Callable[..., None]  # (object, → float left, → bottom, → right, → top)


@cache
def calls() -> Calls:
    """The functions of the pdfium that is loaded."""
    from pypdfium2 import raw

    def bound(name: str, result: type | None = ctypes.c_int) -> Callable[..., Any]:
        address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
        # PYFUNCTYPE keeps the interpreter lock: letting go of it costs more than the call. Without
        # types of arguments, pointers and numbers of 32 bits are passed on as they are.
        function: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(address or 0)
        return function

    return Calls(
        text=bound("FPDFText_GetText"),
        unicode=bound("FPDFText_GetUnicode", ctypes.c_uint),
        generated=bound("FPDFText_IsGenerated"),
        map_error=bound("FPDFText_HasUnicodeMapError"),
        loose_box=bound("FPDFText_GetLooseCharBox", None),
        matrix=bound("FPDFText_GetMatrix", None),
        text_object=bound("FPDFText_GetTextObject", ctypes.c_size_t),
        font=bound("FPDFTextObj_GetFont", ctypes.c_void_p),
        font_size=bound("FPDFTextObj_GetFontSize", None),
        render_mode=bound("FPDFTextObj_GetTextRenderMode"),
        object=bound("FPDFPage_GetObject", ctypes.c_void_p),
        object_type=bound("FPDFPageObj_GetType"),
        bounds=bound("FPDFPageObj_GetBounds", None),
    )


def address(handle: object) -> int:
    """The address of a handle of pypdfium2's raw interface, as `Calls` take it."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


class Room:
    """Room for rows of so many numbers that pdfium writes, and a pointer to each row.

    It is kept for the pages to come, and used by whoever holds `LOCK`.
    """

    __slots__ = ("_places", "_values", "_width")

    def __init__(self, width: int) -> None:
        self._width = width
        self._values = array("f")
        self._places: list[object] = []

    def rows(
        self, count: int, call: Callable[..., None], *columns: Iterable[object]
    ) -> list[float]:
        """What `call` writes for each row of `columns`, one behind the other.

        `columns` are its arguments but the last, as for `map`; where it writes nothing are zeros.
        """
        if count > len(self._places):
            self._grow(max(count, 2 * len(self._places)))
        size = self._width * count
        self._values[:size] = array("f", bytes(_FLOAT * size))
        deque(map(call, *columns, self._places), maxlen=0)
        return self._values[:size].tolist()

    def _grow(self, count: int) -> None:
        size = _FLOAT * self._width
        self._values = array("f", bytes(size * count))
        base, _ = self._values.buffer_info()
        self._places = list(map(pointer, range(base, base + size * count, size)))


@contextmanager
def opened(data: bytes, name: str | None) -> Iterator[pypdfium2.PdfDocument]:
    """The document in `data`, open for as long as the block lasts.

    Whoever calls pdfium in the block holds `LOCK`; OCR in between does not, so that other threads
    go on. A document with an owner's password only is open to everybody who reads it. Raises
    `UnreadableDocument` when pypdfium2 is missing, for what cannot be opened, and for what would
    unpack to too much.
    """
    need("pypdfium2", "PDF", name)
    check_packing(data, name)
    import pypdfium2

    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableDocument(name, _reason(error, data)) from None
    try:
        yield document
    finally:
        with LOCK:
            document.close()


def _reason(error: Exception, data: bytes) -> str:
    """Why a file does not open; pdfium may still show the reason of the file before."""
    code = getattr(error, "err_code", None)
    if b"/Encrypt" not in data:
        return "is a damaged PDF"
    if code == _PASSWORD or "password" in str(error).lower():
        return "is encrypted: it opens with a password only"
    return "is encrypted in a way that cannot be read" if code == _SECURITY else "is a damaged PDF"
