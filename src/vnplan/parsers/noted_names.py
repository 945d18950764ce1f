"""Short names that a footnote tells in full: "Ban Chỉ đạo 934[1]", "[1] Ban Chỉ đạo của Bộ A"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from vnplan.records import Abbreviation, Span
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_NOTE = regex.compile(r"\[(?P<mark>\d{1,3})\]\s*(?P<words>\p{Lu}.{8,298}?)[\s.;]*$")
_BROKEN = regex.compile(r"\[\d{1,3}\]\s*\p{Lu}\p{L}*")  # "[1] Ban", the rest in the next line
_MARK = regex.compile(r"(?<=[\p{L}\d])\s?\[(?P<mark>\d{1,3})\]")
_NAME_END = regex.compile(r"(?:\d|\p{Lu}{2})$")
_SENTENCE = regex.compile(r"[.:;]\s")
_LONGEST = 60
_SHARED = 2
"""Words that the name and its footnote open with."""


def find_noted_names(lines: Sequence[LogicalLine]) -> Iterator[Abbreviation]:
    """Names that end in a figure or capitals right before the mark of a footnote of one phrase.

    `span` is the phrase in the footnote. A footnote that cites or explains opens otherwise than the
    name it stands behind, and is none.
    """
    notes = _notes(lines)
    if not notes:
        return
    for line in lines:
        for match in _MARK.finditer(line.text):
            note = notes.get(match["mark"])
            if note is None:
                continue
            short = _name_before(line.text, match.start(), note.words)
            if short is not None:
                yield Abbreviation(short=short, long=note.words, span=note.span)


class _Note(NamedTuple):
    words: str
    span: Span


def _notes(lines: Sequence[LogicalLine]) -> dict[str, _Note]:
    """Footnotes of one phrase by their mark; the phrase may begin a line before the rest of it."""
    found: dict[str, _Note] = {}
    for at, line in enumerate(lines):
        if not line.text.startswith("["):
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        broken = _BROKEN.fullmatch(line.text) is not None and following is not None
        text = f"{line.text} {following.text}" if broken and following is not None else line.text
        match = _NOTE.match(text)
        if match is None or _SENTENCE.search(match["words"]) is not None:
            continue
        start = line.map.source(match.start("words"))
        end = line.end if not broken or following is None else following.end
        found.setdefault(match["mark"], _Note(match["words"], Span(start=start, end=end)))
    return found


def _name_before(text: str, end: int, words: str) -> str | None:
    """The name before `end` that opens as the footnote does: "Ban Chỉ đạo 934"."""
    opening = fold(" ".join(words.split()[:_SHARED]))
    window = text[max(0, end - _LONGEST) : end]
    place = fold(window).rfind(opening) if len(fold(window)) == len(window) else -1
    short = window[place:] if place >= 0 else ""
    if len(short.split()) <= _SHARED or not short[0].isupper() or _SENTENCE.search(short):
        return None
    told = _NAME_END.search(short) is not None and len(words) > len(short)
    return short if told and fold(words) != fold(short) else None
