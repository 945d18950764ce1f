"""The characters of a page, as pdfium takes them out of the file."""

from __future__ import annotations

from array import array
from itertools import repeat
from typing import Final

from vnplan.readers.pdf.library import Calls, pointer

_MEANT: Final = {"\x02": "-", "\ufffe": "-", "\x00": "\ufffd"}


def characters(page: object, call: Calls, count: int) -> str:
    """One character for each glyph; U+FFFE and U+0002 stand for a hyphen at the end of a line."""
    text = _utf_16(page, call, count)
    if len(text) != count:
        codes = map(call.unicode, repeat(page), range(count))
        text = "".join([chr(code) if code < 0x110000 else "\ufffd" for code in codes])
    for sign, meant in _MEANT.items():
        text = text.replace(sign, meant)
    return text


def _utf_16(page: object, call: Calls, count: int) -> str:
    """All characters at once; "" where pdfium gives another number of them."""
    written = array("H", bytes(2 * (count + 1)))
    if call.text(page, 0, count, pointer(written.buffer_info()[0])) != count + 1:
        return ""
    return written.tobytes()[:-2].decode("utf-16-le", "replace")
