"""Rewriting a text by edits that were collected in any order, with styles and offsets kept."""

from __future__ import annotations

from vnplan.records import Span
from vnplan.text.document import Style, StyleKind
from vnplan.text.normal import normalize
from vnplan.text.offsets import OffsetMap, TextBuilder


class Rewriting:
    """Collects what is to be dropped or replaced in `text`, and what is set in a style.

    All offsets are of the text as it was. Edits must not overlap; where two do, the one that
    starts first wins, so that hostile markup can lose a mark but never break the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._edits: list[tuple[int, int, str]] = []
        self._styles: list[tuple[int, int, StyleKind]] = []

    def drop(self, start: int, end: int) -> None:
        """Leaves `text[start:end]` out."""
        self._edits.append((start, end, ""))

    def put(self, start: int, end: int, piece: str) -> None:
        """Writes `piece` in place of `text[start:end]`."""
        self._edits.append((start, end, piece))

    def style(self, kind: StyleKind, start: int, end: int) -> None:
        """Notes that `text[start:end]` is set in `kind`."""
        self._styles.append((start, end, kind))

    def build(self) -> Rewritten:
        """The new text, its styles in reading order, and the way back."""
        builder = TextBuilder()
        at = 0
        for start, end, piece in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < at:
                continue
            builder.add(self.text[at:start], at)
            for place, character in enumerate(piece):
                builder.add(character, min(start + place, max(start, end - 1)))
            at = end
        builder.add(self.text[at:], at)
        text, offsets = builder.build()
        # A mark stood between a letter and its tone, or an entity was a carriage return.
        normal = normalize(text)
        if normal.map is not None:
            text, offsets = normal.text, normal.map.through(offsets)
        rewritten = Rewritten(text, offsets)
        rewritten.styles = tuple(
            Style(kind, span)
            for start, end, kind in sorted(self._styles)
            if len(span := rewritten.words(start, end))
        )
        return rewritten


class Rewritten:
    """The outcome of a `Rewriting`: `text`, the `map` to what it was made from, and `styles`."""

    def __init__(self, text: str, offsets: OffsetMap) -> None:
        self.text = text
        self.map = offsets
        self.styles: tuple[Style, ...] = ()

    def offset(self, old: int) -> int:
        """Where the first character that comes from `old` or later stands now."""
        return min(self.map.derived(old), len(self.text))

    def words(self, start: int, end: int) -> Span:
        """The span now of old `[start:end)`, without white space at its ends."""
        first, last = self.offset(start), self.offset(end)
        inner = self.text[first:last]
        first += len(inner) - len(inner.lstrip())
        return Span(start=first, end=max(first, first + len(inner.strip())))
