"""Characters in XML: what it cannot write, and what it takes for white space.

XML 1.0 has no way to write most control characters, lone surrogates and the noncharacters U+FFFE
and U+FFFF, and every parser turns a carriage return into a line feed. Where the text has one of
them there stands an empty `<marker name="U+000C"/>` instead, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

SPACE: Final = " \t\n"
"""White space that may stand between elements; a no-break space is a character like any other."""

_UNWRITABLE = regex.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = regex.compile(r"U\+(?P<code>[0-9A-F]{4,6})")


def clean(text: str) -> str:
    """The text as an attribute can hold it: on one line, what cannot be written left out."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """Runs of writable text, each with the name of the marker behind it; the last has none."""
    at = 0
    for found in _UNWRITABLE.finditer(text):
        yield text[at : found.start()], f"U+{ord(found[0]):04X}"
        at = found.end()
    yield text[at:], None


def unmarked(name: str) -> str:
    """The character a marker stands for; "" for a marker of somebody else."""
    found = _NAME.fullmatch(name)
    code = int(found["code"], 16) if found else 0x110000
    return chr(code) if code < 0x110000 else ""
