"""What a document hides, made visible: no character of it may act on the page.

Escaping keeps a text from being markup; this keeps it from turning the reading direction around
(U+202E), from ending the file early for a careless program (NUL), and from not being text at all
(half of a surrogate pair, which UTF-8 cannot write).
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

_ACTING: Final = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\ufffe\uffff])"
)
"""Controls, marks of direction, separators that end a line in JavaScript, halves of pairs."""


def plain(text: str) -> str:
    """`text` for a label or an attribute: what would act is U+FFFD."""
    return _ACTING.sub("\ufffd", text)


def shown(text: str) -> Markup:
    """`text` as markup: what would act is a small sign that tells its number."""
    if _ACTING.search(text) is None:
        return escape(text)
    return Markup("").join(map(_sign_or_text, _ACTING.split(text)))


def _sign_or_text(piece: str) -> Markup:
    if _ACTING.fullmatch(piece):
        return Markup('<span class="ctl">U+{:04X}</span>').format(ord(piece))
    return escape(piece)


def one_line(text: str, most: int | None = None) -> str:
    """`text` with its wraps undone, at most so many characters, cut between words."""
    words = " ".join(text.split())
    if most is None or len(words) <= most:
        return words
    short = words[: most - 1]
    head, _, _ = short.rpartition(" ")
    return (head if len(head) > most * 2 // 3 else short).rstrip(" ,;:-") + "…"
