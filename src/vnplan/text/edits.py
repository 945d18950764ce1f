"""A line with some of its characters read otherwise, still mapped to the document's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vnplan.text.lines import LogicalLine
from vnplan.text.offsets import TextBuilder


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` of a line is read as `new`; `end` is behind `start`."""

    start: int
    end: int
    new: str


def edited(line: LogicalLine, edits: Sequence[Edit]) -> LogicalLine:
    """The line with the edits made, which are in order and do not overlap.

    The first and the last character of each new piece stand for the first and the last one of what
    was read, so that a span that ends with it ends with it in the document as well.
    """
    if not edits:
        return line
    builder = TextBuilder()
    at = 0
    bold = line.bold
    for edit in edits:
        builder.add(line.text[at : edit.start], at)
        last = edit.end - 1
        for place, letter in enumerate(edit.new):
            final = place + 1 == len(edit.new)
            builder.add(letter, last if final else min(edit.start + place, last))
        if edit.end <= line.bold:
            bold += len(edit.new) - (edit.end - edit.start)
        at = edit.end
    builder.add(line.text[at:], at)
    text, offsets = builder.build()
    return replace(line, text=text, map=offsets.through(line.map), bold=min(bold, len(text)))


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """The edits by place; of two that overlap the longer one stays."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if kept and edit.start < kept[-1].end:
            if edit.end - edit.start > kept[-1].end - kept[-1].start:
                kept[-1] = edit
            continue
        kept.append(edit)
    return kept
