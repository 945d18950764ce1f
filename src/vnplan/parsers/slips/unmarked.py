"""Outlines without marks: "I MỤC ĐÍCH", "1 Nội dung thi", "II YÊU CẦU" are read "I.", "1.", "II.".

Text boxes, tabs and automatic numbers lose the stop behind a number. One line tells nothing ("V
Thành phố", "2 Sở"); numbers that count on from part to part do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from vnplan.text.edits import Edit
from vnplan.text.labels import LabelKind, read_label, roman_value
from vnplan.text.lines import LogicalLine

_PART: Final = regex.compile(r"(?P<number>[IVX]{1,6})(?P<gap>\s)(?P<words>[\p{Lu}“].*)")
_ITEM: Final = regex.compile(r"(?P<number>\d{1,2})(?P<gap>\s)[\p{Lu}“]\p{L}")
_FEWEST: Final = 2
_FEWEST_SMALL: Final = 3
"""Headings in small letters look like sentences: it takes one more of them."""
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class _Part:
    """A line that opens with a Roman number; `marked`: with its stop."""

    at: int
    value: int
    gap: int
    marked: bool
    capitals: bool


def unmarked_edits(lines: Sequence[LogicalLine]) -> Iterator[tuple[int, Edit]]:
    """The stops that are missing, each with the place of its line."""
    parts = [part for part in _counted(list(_parts(lines))) if not part.marked]
    for part in parts:
        yield part.at, _stop(part.gap)
    if len(parts) >= _FEWEST:
        yield from _items(lines, {part.at for part in parts})


def _stop(gap: int) -> Edit:
    return Edit(gap, gap + 1, ". ")


def _parts(lines: Sequence[LogicalLine]) -> Iterator[_Part]:
    for at, line in enumerate(lines):
        if line.cell is not None:
            continue
        label = read_label(line.text)
        if label is not None:
            if label.kind is LabelKind.ROMAN:
                yield _Part(at, label.ordinals[0], 0, marked=True, capitals=line.text.isupper())
            continue
        match = _PART.match(line.text)
        value = roman_value(match["number"]) if match is not None else None
        if match is None or value is None or not _titles(match["words"]):
            continue
        yield _Part(at, value, match.start("gap"), marked=False, capitals=match["words"].isupper())


def _titles(words: str) -> bool:
    return len(words) <= _LONGEST and len(words.split()) > 1 and words[-1] not in ".;,:"


def _counted(parts: Sequence[_Part]) -> Iterator[_Part]:
    """The parts of the runs I, II, III … that are long enough to tell."""
    run: list[_Part] = []
    for part in parts:
        if run and part.value == run[-1].value + 1:
            run.append(part)
            continue
        if part.value == 1 or part.marked:
            yield from _told(run)
            run = [part]
    yield from _told(run)


def _told(run: Sequence[_Part]) -> Sequence[_Part]:
    small = any(not (part.marked or part.capitals) for part in run)
    return run if len(run) >= (_FEWEST_SMALL if small else _FEWEST) else ()


def _items(lines: Sequence[LogicalLine], parts: set[int]) -> Iterator[tuple[int, Edit]]:
    """ "1 Mục đích", "2 Yêu cầu": items that count on within an unmarked part."""
    before: int | None = None
    for at, line in enumerate(lines):
        if at in parts:
            before = 0
            continue
        if before is None or line.cell is not None:
            continue
        label = read_label(line.text)
        if label is not None and label.kind is LabelKind.DECIMAL and len(label.ordinals) == 1:
            before = label.ordinals[0]
            continue
        match = _ITEM.match(line.text)
        if match is not None and int(match["number"]) == before + 1:
            before += 1
            yield at, _stop(match.start("gap"))
