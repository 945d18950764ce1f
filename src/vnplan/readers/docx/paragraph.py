"""One paragraph as it is gathered: pieces of text with their look, line and page breaks between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import regex

from vnplan.readers.docx.styles import PLAIN, Look
from vnplan.readers.flow import Flow
from vnplan.text.document import StyleKind
from vnplan.text.legacy_fonts import font_encoding, from_font

LINE: Final = "\n"
PAGE: Final = "\f"
"""Pieces that are breaks; neither can stand in the text of a run."""

_GAP = regex.compile(r"[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{4,}")
_BREAK = regex.compile(r"[\n\f]")
# A line of print holds 75 to 85 letters; two columns typed with tabs have no more together.
_LONGEST_LINE: Final = 90
_LONGEST_HEADING: Final = 300


class Paragraph:
    """The pieces of a paragraph, and what Word writes before them.

    `label` is the number or mark of its list, written where there is text behind it, or alone
    (`label_alone`: a numbered cell). `lead` stands before it all: the number of a note. `heading`
    says that the outline names it; `legacy` are the encodings that had to be converted.
    """

    __slots__ = ("_pieces", "heading", "label", "label_alone", "lead", "legacy")

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Look]] = []
        self.label: str | None = None
        self.label_alone = False
        self.lead = ""
        self.heading = False
        self.legacy: set[str] = set()

    def add(self, text: str, look: Look) -> None:
        """Text of a run, `LINE` or `PAGE`."""
        self._pieces.append((text, look))

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing at all."""
        return not self._has_words and not (self.label and self.label_alone)

    @property
    def _has_words(self) -> bool:
        return any(text.strip() for text, _ in self._pieces)

    def write(self, flow: Flow, page: Callable[[], None]) -> list[int]:
        """Writes it; `page` is called where a page begins. Gives the places of its typed breaks."""
        breaks: list[int] = []
        pieces = list(self._converted())
        words = self._has_words
        if self.label and (self.label_alone or words):
            pieces = _after(self.label, _first_look(pieces), pieces)
        if self.lead and words:
            pieces = _after(self.lead, PLAIN, pieces)
        pieces = _without_gaps(pieces)
        size = sum(len(text) for text, _ in pieces)
        more: set[StyleKind] = set()
        if self.heading and size <= _LONGEST_HEADING:
            more.add(StyleKind.HEADING)
        if self.label:
            more.add(StyleKind.LIST_ITEM)
        for text, look in pieces:
            styles = _styles(look, frozenset(more))
            for at, part in enumerate(_split(text)):
                if at % 2 == 0:
                    if part:
                        flow.typed(part, styles)
                elif part == PAGE:
                    page()
                elif breaks and breaks[-1] == len(flow):  # two breaks: an empty line
                    flow.paragraph()
                else:
                    breaks.append(len(flow))
                    flow.line()
        return breaks

    def _converted(self) -> Iterator[tuple[str, Look]]:
        """Neighbours of one look as one piece, legacy fonts in Unicode, capitals as seen."""
        text, before = "", None
        for piece, look in [*self._pieces, ("", None)]:
            if look == before:
                text += piece
                continue
            if text and before is not None:
                yield self._seen(text, before), before
            text, before = piece, look

    def _seen(self, text: str, look: Look) -> str:
        if look.font and (encoding := font_encoding(look.font)) is not None:
            plain = "".join(
                part if at % 2 else from_font(part, look.font)
                for at, part in enumerate(_split(text))
            )
            if plain != text:
                self.legacy.add(encoding)
            text = plain
        return text.upper() if look.caps else text


def _after(label: str, look: Look, pieces: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """The pieces with a label and one space before them, whatever blanks they begin with."""
    for at, (text, here) in enumerate(pieces):
        if bare := text.lstrip(" \t\u00a0"):
            return [(f"{label} ", look), (bare, here), *pieces[at + 1 :]]
    return [(f"{label} ", look)]


def _first_look(pieces: list[tuple[str, Look]]) -> Look:
    """The label has the look of the word behind it."""
    return next((look for text, look in pieces if text.strip()), PLAIN)


def _split(text: str) -> list[str]:
    """Text and breaks by turns."""
    if LINE not in text and PAGE not in text:
        return [text]
    parts: list[str] = []
    at = 0
    for found in _BREAK.finditer(text):
        parts += [text[at : found.start()], found.group()]
        at = found.end()
    return [*parts, text[at:]]


def _without_gaps(pieces: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """A gap in a line too long for two columns is white space as any other.

    The gaps of a typed letterhead or signature stay: they are its columns.
    """
    if not any("\t" in text or "    " in text for text, _ in pieces):
        return pieces
    whole = "".join(text for text, _ in pieces)
    if max(len(" ".join(line.split())) for line in whole.split(LINE)) <= _LONGEST_LINE:
        return pieces
    return [(_GAP.sub(" ", text), look) for text, look in pieces]


def _styles(look: Look, more: frozenset[StyleKind]) -> frozenset[StyleKind]:
    key = (bool(look.bold), bool(look.italic))
    return _EMPHASIS[key] | more if more else _EMPHASIS[key]


_EMPHASIS: Final = {
    (False, False): frozenset[StyleKind](),
    (True, False): frozenset({StyleKind.BOLD}),
    (False, True): frozenset({StyleKind.ITALIC}),
    (True, True): frozenset({StyleKind.BOLD, StyleKind.ITALIC}),
}
