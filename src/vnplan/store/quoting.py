"""The sentence a short record stands in: what a person reads to trust it."""

from __future__ import annotations

import regex

from vnplan.records import Span

_REACH = 600  # code points to each side: the longest sentence worth showing
# The end of a sentence: not "TP." of a name, nor the "2." of an item.
_STOP = (
    r"[.;!?:](?<!\b(?:TP|Tp|TX|TS|ThS|GS|PGS)\.)(?<!(?:^|\n)\s*(?:\d{1,3}|[IVXL]{1,6}|\p{Ll})\.)"
)
_BEGIN = r"[\p{Lu}\d\-+•*(\"“]"
_NEXT = regex.compile(rf"{_STOP}\s+(?={_BEGIN})")
_LAST = regex.compile(rf"(?r){_STOP}\s+{_BEGIN}")  # searched from the end: the nearest border
# An empty line, the start of a bullet or of a numbered item.
_LINE = regex.compile(r"\n\s*(?:\n\s*|(?=[-+•*–]\s|(?:\d{1,3}|[IVXL]{1,6}|\p{Ll})[.)/]\s|\|))")

_BULLETS = frozenset("-+•*–")


def sentence(text: str, span: Span) -> str:
    """The sentence, bullet or cell around `span`, line wraps and bullet left out.

    Cut at 600 characters to each side of the span, with "…" where it goes on.
    """
    left, right = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    window, first, last = text[left:right], span.start - left, span.end - left
    before, after = _border_before(window, first), _border_after(window, last)
    start, end = before or 0, len(window) if after is None else after
    said = " ".join(window[start:end].split())
    if said[:1] in _BULLETS and said[1:2] == " ":
        said = said[2:]
    opening = "…" if before is None and left else ""
    closing = "…" if after is None and right < len(text) else ""
    return f"{opening}{said}{closing}" or "…"


def _border_before(window: str, first: int) -> int | None:
    """Where the sentence around `first` begins, if its beginning is in the window."""
    reach = first + 1  # one character more is looked at: the sentence may begin with the span
    line = None
    at = window.rfind("\n", 0, reach)
    while line is None and at >= 0:
        line = _LINE.match(window, at, reach)
        at = window.rfind("\n", 0, at)
    found = line.end() if line else None
    if stop := _LAST.search(window, found or 0, reach):
        found = stop.end() - 1  # it takes the first letter with it
    return None if found is None else min(found, first)


def _border_after(window: str, last: int) -> int | None:
    """Where the sentence around the last character before `last` ends."""
    line = None
    at = window.find("\n", last)
    while line is None and at >= 0:
        line = _LINE.match(window, at)
        at = window.find("\n", at + 1)
    reach = line.end() + 1 if line else len(window)
    if stop := _NEXT.search(window, max(0, last - 1), reach):
        return stop.start() + 1
    return line.start() if line else None
