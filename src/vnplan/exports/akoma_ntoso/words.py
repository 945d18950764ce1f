"""Words of a record found again in the text, whatever white space and wraps stand between them.

Plain comparison, no patterns made of the document's words: a title may be a word of a megabyte.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnplan.records import Span
from vnplan.text.fold import fold_characters

_LONGEST: Final = 2_000
"""Characters of words that are looked for; a real title has some hundred."""


def match(text: str, start: int, end: int, words: str) -> int:
    """Where the words that begin at `start` end, in whichever case ("CHƯƠNG I" is "Chương I").

    `start` where others stand there.
    """
    at = reached = start
    for word in words.split():
        stop = at + len(word)
        if stop > end or text[at:stop].lower() != word.lower():
            return start
        at = reached = stop
        while at < end and text[at].isspace():
            at += 1
    return reached


def first(text: str, span: Span, words: str) -> Span | None:
    """Where words stand first in a span, in whichever case."""
    return next(_places(text, span, words), None)


def last(text: str, span: Span, words: str) -> Span | None:
    """Where words stand last in a span, in whichever case."""
    found = None
    for place in _places(text, span, words):
        found = place
    return found


def _places(text: str, span: Span, words: str) -> Iterator[Span]:
    wanted = fold_characters(words)
    if not wanted.strip() or len(wanted) > _LONGEST:
        return
    said = fold_characters(span.of(text))
    opening = wanted.split(maxsplit=1)[0]
    at = said.find(opening)
    while at >= 0:
        if (end := match(said, at, len(said), wanted)) > at:
            yield Span(start=span.start + at, end=span.start + end)
        at = said.find(opening, max(at + 1, end))
