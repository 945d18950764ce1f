"""Words on either side of a place in a folded text, never across a stop."""

from __future__ import annotations

from typing import NamedTuple

import regex

_WINDOW = 90
"""Longest stretch looked at on one side: cue chains and compound nouns are far shorter."""

_STOPS = regex.compile(r"[.,;:!?()\[\]“”\"…\n|]")
# a bullet is no part of its word: "-Khoảng 82.000 hộ gia đình"
_WORD = regex.compile(r"[≥≤≈~]|[<>]=?|(?!(?<!\S)[-–+•*]\p{L})[^\s≥≤≈~<>]+")
_AHEAD = regex.compile(r"[\p{L}\p{M}²³°%‰]+(?:-[\p{L}\p{M}]+)*\d{0,2}")


class Word(NamedTuple):
    """A word with its place."""

    text: str
    start: int
    end: int


def run_before(folded: str, position: int) -> list[Word]:
    """The words that end at `position`, back to the last stop, in reading order."""
    begin = max(0, position - _WINDOW)
    stretch = folded[begin:position]
    cut = 0
    for match in _STOPS.finditer(stretch):
        cut = match.end()
    found = [
        Word(match[0], begin + match.start(), begin + match.end())
        for match in _WORD.finditer(stretch, cut)
    ]
    if begin and found and found[0].start == begin and not folded[begin - 1].isspace():
        found.pop(0)  # the window cut it in two
    return found


def words_before(folded: str, position: int, most: int) -> list[str]:
    """The last words before `position`, at most `most`, back to the last stop."""
    return [word.text for word in run_before(folded, position)[-most:]]


def run_after(folded: str, position: int, most: int) -> list[Word]:
    """The words that follow `position`, only spaces between them, at most `most`."""
    found: list[Word] = []
    at = position
    while len(found) < most:
        if folded[at : at + 1] == " ":
            at += 1
        match = _AHEAD.match(folded, at)
        if match is None:
            break
        found.append(Word(match[0], match.start(), match.end()))
        at = match.end()
        if folded[at : at + 1] != " ":
            break
    return found
