"""pdfium, through pypdfium2: its lock, opening a file, and the calls that are made for every glyph.

pypdfium2's own functions convert each argument; for thousands of characters a page that is most of
the time. `Calls` holds the same functions without conversion (measured: 0.4 against 2 µs a call),
for use with `map` over ranges of indices and addresses.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Final

from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.needs import need
from vnplan.readers.pdf.packing import check_packing

if TYPE_CHECKING:
    import pypdfium2

LOCK: Final = RLock()
"""pdfium may be used by one thread at a time, whatever the document."""

_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_SECURITY: Final = 5  # FPDF_ERR_SECURITY: a handler of its own (DRM)

Call = Callable[..., int]
"""A function of pdfium that takes plain integers: handles and addresses as well as indices."""


@dataclass(frozen=True, slots=True)
class Calls:
    """The functions called for every character or object of a page; see fpdf_text.h, fpdf_edit.h.

    Those that return a handle give None for a null pointer, if nothing else is said.
    """

    text: Call  # (text page, index, count, → UTF-16 and a null); the characters written
    unicode: Call  # (text page, index)
    generated: Call  # (text page, index)
    map_error: Call  # (text page, index)
    loose_box: Call  # (text page, index, → FS_RECTF)
    matrix: Call  # (text page, index, → FS_MATRIX)
    text_object: Call  # (text page, index); 0 for a null pointer
    font: Callable[..., int | None]  # (text object)
    font_size: Call  # (text object, → float)
    render_mode: Call  # (text object)
    object: Callable[..., int | None]  # (page, index)
    object_type: Call  # (object)
    bounds: Call  # (object, → float left, → bottom, → right, → top)


@cache
def calls() -> Calls:
    """The functions of the pdfium that is loaded."""
    from pypdfium2 import raw

    handle, index, place = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

    def bound(name: str, result: type, *arguments: type) -> Callable[..., int]:
        address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
        # PYFUNCTYPE keeps the interpreter lock: letting go of it costs more than the call
        function: Callable[..., int] = ctypes.PYFUNCTYPE(result, *arguments)(address or 0)
        return function

    return Calls(
        text=bound("FPDFText_GetText", ctypes.c_int, handle, index, index, place),
        unicode=bound("FPDFText_GetUnicode", ctypes.c_uint, handle, index),
        generated=bound("FPDFText_IsGenerated", ctypes.c_int, handle, index),
        map_error=bound("FPDFText_HasUnicodeMapError", ctypes.c_int, handle, index),
        loose_box=bound("FPDFText_GetLooseCharBox", ctypes.c_int, handle, index, place),
        matrix=bound("FPDFText_GetMatrix", ctypes.c_int, handle, index, place),
        text_object=bound("FPDFText_GetTextObject", ctypes.c_size_t, handle, index),
        font=bound("FPDFTextObj_GetFont", handle, handle),
        font_size=bound("FPDFTextObj_GetFontSize", ctypes.c_int, handle, place),
        render_mode=bound("FPDFTextObj_GetTextRenderMode", ctypes.c_int, handle),
        object=bound("FPDFPage_GetObject", handle, handle, index),
        object_type=bound("FPDFPageObj_GetType", ctypes.c_int, handle),
        bounds=bound("FPDFPageObj_GetBounds", ctypes.c_int, handle, place, place, place, place),
    )


def address(handle: object) -> int:
    """The address of a handle of pypdfium2's raw interface, as `Calls` take it."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def room_for(kind: str, count: int) -> tuple[array[float], int]:
    """Room for `count` numbers that pdfium writes ("f" or "H", as of `array`), and its address.

    An array of ctypes would be of a new type for each size: making those takes longer than a call.
    """
    room: array[float] = array(kind, bytes(count * array(kind).itemsize))
    return room, room.buffer_info()[0]


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
