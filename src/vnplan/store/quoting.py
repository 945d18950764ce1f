"""The sentence a short record stands in: what a person reads to trust it."""

from __future__ import annotations

import regex

from vnplan.records import Span

_REACH = 600  # code points to each side: the longest sentence worth showing
# The end of a sentence (not "TP." of a name, nor the "2." of an item), an empty line, the start of
# a bullet or of a numbered item.
_BORDER = (
    r"(?<=[.;!?:])(?<!\b(?:TP|Tp|TX|TS|ThS|GS|PGS)\.)(?<!(?:^|\n)\s*(?:\d{1,3}|[IVXL]{1,6}|\p{Ll})\.)"
    r"\s+(?=[\p{Lu}\d\-+•*(\"“])"
    r"|\n\s*\n\s*|\n\s*(?=[-+•*–]\s|(?:\d{1,3}|[IVXL]{1,6}|\p{Ll})[.)/]\s|\|)"
)
_NEXT = regex.compile(_BORDER)
_LAST = regex.compile(rf"(?r){_BORDER}")  # searched from the end: the nearest border, not the first

_BULLET = regex.compile(r"^[-+•*–]\s+")


def sentence(text: str, span: Span) -> str:
    """The sentence, bullet or cell around `span`, line wraps and bullet left out.

    Cut at 600 characters to each side of the span, with "…" where it goes on.
    """
    left, right = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    window, first, last = text[left:right], span.start - left, span.end - left
    # One character more is looked at: the sentence may begin with the span.
    before, after = _LAST.search(window, 0, first + 1), _NEXT.search(window, last)
    start = min(before.end(), first) if before else 0
    end = after.start() if after else len(window)
    said = _BULLET.sub("", " ".join(window[start:end].split()))
    opening = "…" if before is None and left else ""
    closing = "…" if after is None and right < len(text) else ""
    return f"{opening}{said}{closing}" or "…"
