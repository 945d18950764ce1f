"""The sections of a plan as a tree in which every piece of text has one place.

The sections of a Plan may overlap: recipients and signature stand side by side on paper, and a
column in wrong order puts a heading inside the one before. An XML tree cannot say that. A section
that lies in its neighbour becomes a part of it, one that crosses its end begins behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vnplan.exports.akoma_ntoso.characters import SPACE
from vnplan.records import Section

DEEPEST: Final = 24
"""Levels of a tree; real documents have up to eight. What lies deeper is text of the last level:
programs that read XML refuse trees of some hundred levels."""


@dataclass(slots=True)
class Part:
    """A section with the text it has in the tree, from `start` to `end`, and the parts in it."""

    section: Section
    start: int
    end: int
    parts: list[Part] = field(default_factory=list)


def outline(sections: Sequence[Section], text: str) -> list[Part]:
    """The parts at the top, in reading order; a part of white space alone is none."""
    tops: list[Part] = []
    open_parts: list[Part] = []
    filled = 0
    for section in sorted(sections, key=lambda one: one.span.start):
        start, end = max(section.span.start, filled), min(section.span.end, len(text))
        while open_parts and open_parts[-1].end <= start:
            open_parts.pop()
        if open_parts and end > open_parts[-1].end:
            # It crosses the end of its neighbour: it begins where all end that it does not fit in.
            while open_parts and end > open_parts[-1].end:
                start = max(start, open_parts.pop().end)
        if len(open_parts) >= DEEPEST or not text[start:end].strip(SPACE):
            continue
        part = Part(section, start, end)
        (open_parts[-1].parts if open_parts else tops).append(part)
        open_parts.append(part)
        filled = start
    return tops
