"""Characters as every later step expects them: NFC, line feeds only, nothing invisible.

The same words reach us composed and decomposed ("ệ" is one code point from a keyboard, three from a
Mac or a PDF), with five kinds of line ends, with soft hyphens of a web page and the zero-width
spaces of a word processor. All of that is undone here, once, with a map back to the decoded source.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import regex

from vnplan.records import Span
from vnplan.text.offsets import OffsetMap, TextBuilder

# Everything that is rewritten or dropped; a stretch without any of it is copied as it stands.
# Tab and line feed stay; so do the no-break space and Ð (U+00D0), the document's own characters.
_INVISIBLE = (
    r"\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F"  # controls
    r"\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB"
    r"\U000E0000-\U000E007F"
)
_ODD = regex.compile(
    rf"""
    (?P<line>\r\n?|[\x85\u2028\u2029\v])      # CR LF, CR, NEL, LS, PS, Word's manual line break
    |(?P<page>\f)
    |(?P<drop>[{_INVISIBLE}]+)
    |(?P<broken>[\uD800-\uDFFF])              # half a surrogate pair: cannot be written as UTF-8
    """,
    regex.VERBOSE,
)
_LINE = regex.compile(r"[^\n]*\n|[^\n]+")
_CLUSTER = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class NormalText:
    """`text` in its normal form; `map` leads to the source, and is None when nothing changed.

    `pages` are the stretches between form feeds, empty when the source has none.
    """

    text: str
    map: OffsetMap | None = None
    pages: tuple[Span, ...] = ()


def normalize(source: str) -> NormalText:
    """`source` in NFC, with line feeds only, without invisible and control characters."""
    composed = unicodedata.is_normalized("NFC", source)
    # A document has some 150 different characters: looking at those is ten times as quick.
    if composed and _ODD.search("".join(set(source))) is None:
        return NormalText(source)
    builder = TextBuilder()
    breaks: list[int] = []
    at = 0
    for match in _ODD.finditer(source):
        _copy(builder, source, at, match.start(), composed)
        at = match.end()
        if match.lastgroup == "line":
            builder.add("\n", match.start())
        elif match.lastgroup == "broken":
            builder.add("\N{REPLACEMENT CHARACTER}", match.start())
        elif match.lastgroup == "page":
            # A page may end in the middle of a paragraph: its line feed must not grow into a
            # blank line, which would say that the paragraph ends.
            if match.start() and source[match.start() - 1] not in "\n\r\f":
                builder.add("\n", match.start())
            breaks.append(len(builder))
    _copy(builder, source, at, len(source), composed)
    text, offsets = builder.build()
    if not unicodedata.is_normalized("NFC", text):
        # A dropped character stood between a letter and its mark ("e" + soft hyphen + acute).
        again = normalize(text)
        assert again.map is not None
        offsets = again.map.through(offsets)
        breaks = [again.map.derived(offset) for offset in breaks]
        text = again.text
    return NormalText(text, offsets, _pages(breaks, len(text)))


def _copy(builder: TextBuilder, source: str, start: int, end: int, composed: bool) -> None:
    """Adds `source[start:end]` in NFC, line by line where something must be composed."""
    if composed:
        builder.add(source[start:end], start)
        return
    for line in _LINE.finditer(source, start, end):
        if unicodedata.is_normalized("NFC", line.group()):
            builder.add(line.group(), line.start())
            continue
        for cluster in _CLUSTER.finditer(source, line.start(), line.end()):
            builder.add(unicodedata.normalize("NFC", cluster.group()), cluster.start())


def _pages(breaks: list[int], length: int) -> tuple[Span, ...]:
    """The pages between form feeds; a form feed at the very end closes the last page."""
    if not breaks:
        return ()
    edges = [0, *breaks, length] if breaks[-1] < length else [0, *breaks]
    return tuple(Span(start=a, end=b) for a, b in pairwise(edges))
