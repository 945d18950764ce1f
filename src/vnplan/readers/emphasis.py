"""Emphasis of Markdown: which stars are marks and which belong to the document.

Pages of legal portals that were converted to Markdown keep to no standard: marks stand inside words
("**Th****ực hiện**"), beside spaces ("**ỦY BAN NHÂN DÂN **") and line breaks ("*ngày⏎22*"). At the
same time the documents have stars of their own: "(*)", "5*3", "Tỷ lệ = b/a * 100%", "* Ghi chú".
So runs of marks are paired twice: first by the rules of CommonMark, then, for those left over,
by the loose habits of converters. What has no partner is the document's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from vnplan.text.document import StyleKind

_NO_WORD = regex.compile(r"[\s\p{P}]{1,8}")
_OPENING = "([{“‘«\"'*"
_CLOSING = ")]}”’»\"'*.,;:!?…%"
_LOOK_BACK = 12  # open runs a closing one looks at: nesting is never deeper, and cost stays linear


@dataclass(slots=True)
class Run:
    """A run of one mark, `text[start:end]`; the ends move inwards as marks are paired."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    may_open: bool
    may_close: bool
    line_start: bool

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks and what they say: drop both `width` wide marks, set in `kind` what is between."""

    open: int
    close: int
    width: int
    kind: StyleKind


def run_at(text: str, start: int, end: int, scope: tuple[int, int]) -> Run | None:
    """The run of marks `text[start:end]`, or None when it is certainly the document's own."""
    before = text[start - 1] if start > scope[0] else "\n"
    after = text[end] if end < scope[1] else "\n"
    mark, length = text[start], end - start
    if (before == "(" and after == ")") or (before.isdigit() and after.isdigit()):
        return None  # "(*)" marks a footnote, "5*3" multiplies
    if mark == "_":
        if length > 2:
            return None  # a line to be filled in
        opens = not before.isalnum() and (after.isalnum() or after in _OPENING)
        closes = not after.isalnum() and (before.isalnum() or before in _CLOSING)
        return Run(mark, start, end, opens, closes, False, False, before == "\n")
    opens = not after.isspace() and not (before.isalnum() and after in _CLOSING)
    closes = not before.isspace() and not (after.isalnum() and before in _OPENING)
    spaced = after.isspace() and before.isspace() and before != "\n" and after != "\n"
    if spaced and length == 1:
        return None  # "b/a * 100%"
    bullet = length == 1 and before == "\n" and not opens  # "* Ghi chú": opens, but never closes
    may_open = not before.isalnum() or opens
    return Run(mark, start, end, opens, closes, may_open, not bullet, before == "\n")


def paired(text: str, runs: Sequence[Run]) -> list[Pair]:
    """The pairs among the runs of one paragraph or cell, in no special order."""
    pairs: list[Pair] = []
    _strict(runs, pairs)
    left = [run for run in runs if len(run) and run.mark == "*"]
    _empty(text, left, pairs)
    _loose([run for run in left if len(run)], pairs)
    return pairs


def _strict(runs: Sequence[Run], pairs: list[Pair]) -> None:
    """CommonMark: a mark opens before a character, closes after one; the nearest one fits."""
    open_runs: list[Run] = []
    for run in runs:
        while run.closes and len(run):
            place = _partner(open_runs, run)
            if place is None:
                break
            _pair(open_runs[place], run, pairs)
            del open_runs[place + 1 :]
            if not len(open_runs[place]):
                open_runs.pop()
        if run.opens and len(run):
            open_runs.append(run)


def _partner(open_runs: Sequence[Run], run: Run) -> int | None:
    """The nearest open run of the same width; else "*- Sản phẩm khác**: *" closes and opens one."""
    loose: int | None = None
    for place in range(len(open_runs) - 1, max(-1, len(open_runs) - 1 - _LOOK_BACK), -1):
        other = open_runs[place]
        if other.mark != run.mark:
            continue
        if (len(other) > 1) == (len(run) > 1) or 3 in (len(other), len(run)):
            return place
        if loose is None and len(run) > 1:
            loose = place
    return loose


def _empty(text: str, runs: Sequence[Run], pairs: list[Pair]) -> None:
    """Marks around nothing but a space or a stop: "Phần III** **Kế hoạch", "Đắk Lắk**, **hoàn"."""
    for run, after in pairwise(runs):
        if len(run) and len(run) == len(after) and _NO_WORD.fullmatch(text, run.end, after.start):
            pairs.append(Pair(run.start, after.start, len(run), StyleKind.ITALIC))
            run.end, after.start = run.start, after.end


def _loose(runs: Sequence[Run], pairs: list[Pair]) -> None:
    """What is left, in order: "**DÂN **", "*(danh sách kèm theo).⏎*Tuy nhiên", "**⏎Ngày …:**"."""
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and _closes(waiting, run):
            # "** Lưu ý: *Ưu tiên" is a star of the document's own, set in italics
            _pair(waiting, run, pairs)
            waiting = None
        if run.may_open and len(run) and (waiting is None or not waiting.opens):
            waiting = run


def _closes(waiting: Run, run: Run) -> bool:
    if not run.may_close or len(waiting) < len(run):
        return False
    if len(waiting) > 1:
        return True
    if run.line_start and not run.closes:
        return waiting.opens and not waiting.line_start  # "*Ghi chú …⏎*Nguồn …" are two notes
    return run.closes or waiting.opens


def _pair(opening: Run, closing: Run, pairs: list[Pair]) -> None:
    width = 2 if len(opening) > 1 and len(closing) > 1 else 1
    kind = StyleKind.BOLD if width > 1 else StyleKind.ITALIC
    pairs.append(Pair(opening.end - width, closing.start, width, kind))
    opening.end -= width
    closing.start += width
    closing.opens = closing.may_open = True  # "XUYÊN**** **": what is left of it opens the next
