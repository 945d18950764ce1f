"""Finding a quote: the words an annotator copied, and where they stand in `Plan.text`.

Annotators copy from what they see: wraps undone, table bars and emphasis marks gone, and on into
the next cell or item where a cell of one word would not be found ("2025 3 Triển khai thực hiện khi
có Thông tư"). So both sides are read without what is only layout, and every character keeps its
offset in the document.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from functools import cached_property

import regex

from vnplan.records import Span
from vnplan.text.fold import fold_characters

# Emphasis marks of Markdown inside words (**Th****ực hiện**), soft hyphens, zero-width spaces.
_NOTHING = r"*\u00ad\u200b-\u200f\u2060\ufeff"
# White space, the bars between the cells of a table, and its rules ("-------").
_LAYOUT = regex.compile(
    rf"""
    (?P<nothing> [{_NOTHING}]+)
  | (?P<blank> [\s|]+ | -{{3,}})
  | (?P<words> (?: [^{_NOTHING}\s|-] | -(?!--) )+)
    """,
    regex.VERBOSE,
)


def _lower(text: str) -> str:
    """Case folded without a change of length; only foreign letters such as "İ" would grow."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class _Reading:
    """A text without its layout: `characters`, and for each the offset it came from."""

    def __init__(self, characters: str, offsets: array[int]) -> None:
        self.characters = characters
        self.offsets = offsets

    def places(self, wanted: str) -> Iterator[Span]:
        """Every place of `wanted` in reading order; places may overlap."""
        at = self.characters.find(wanted)
        while wanted and at >= 0:
            last = self.offsets[at + len(wanted) - 1]
            yield Span(start=self.offsets[at], end=last + 1)
            at = self.characters.find(wanted, at + 1)


def _as_quoted(text: str) -> _Reading:
    """Case folded, one space for white space and bars, emphasis marks gone."""
    characters: list[str] = []
    offsets = array("L")
    lowered = _lower(text)
    for match in _LAYOUT.finditer(lowered):
        if match["words"]:
            characters.append(match[0])
            offsets.extend(range(match.start(), match.end()))
        elif match["blank"] and characters and characters[-1] != " ":
            characters.append(" ")
            offsets.append(match.start())
    return _Reading("".join(characters), offsets)


def _letters_only(text: str) -> _Reading:
    """Letters and digits, with one tone placement: what survives every reader."""
    folded = fold_characters(text)
    places = [place for place, char in enumerate(folded) if char.isalnum()]
    return _Reading("".join(folded[place] for place in places), array("L", places))


class QuoteFinder:
    """Finds quotes in one text. The cost of the first is that of reading the text once."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _quoted(self) -> _Reading:
        return _as_quoted(self._text)

    @cached_property
    def _letters(self) -> _Reading:
        return _letters_only(self._text)

    def find(self, quote: str, nth: int = 1) -> Span | None:
        """The `nth` place of the quote, letter case ignored; None where there are fewer.

        Places are counted as an annotator's search would find them. Only a quote that is not there
        so often is looked for by its letters alone, which forgives another dash, quotation mark or
        tone placement, and never takes a part of a word.
        """
        composed = unicodedata.normalize("NFC", quote)
        words = _as_quoted(composed).characters.strip()
        for count, place in enumerate(self._quoted.places(words), start=1):
            if count == nth:
                return place
        letters = _letters_only(composed).characters
        whole = (place for place in self._letters.places(letters) if self._is_whole(place))
        return next((place for count, place in enumerate(whole, start=1) if count == nth), None)

    def _is_whole(self, place: Span) -> bool:
        before = self._text[place.start - 1 : place.start]
        after = self._text[place.end : place.end + 1]
        return not before.isalnum() and not after.isalnum()
