"""The sentence a short record stands in: what a person reads to trust it."""

from __future__ import annotations

import regex

from vnplan.records import Span

_REACH = 600  # code points to each side: the longest sentence worth showing
# The end of a sentence (not "TP." of a name, nor the "2." of an item), an empty line, the start of
# a bullet or of a numbered item.
_BORDER = regex.compile(
    r"(?<=[.;!?:])(?<!\b(?:TP|Tp|TX|TS|ThS|GS|PGS)\.)(?<!(?:^|\n)\s*(?:\d{1,3}|[IVXL]{1,6}|\p{Ll})\.)"
    r"\s+(?=[\p{Lu}\d\-+•*(\"“])"
    r"|\n\s*\n\s*|\n\s*(?=[-+•*–]\s|(?:\d{1,3}|[IVXL]{1,6}|\p{Ll})[.)/]\s|\|)"
)

_BULLET = regex.compile(r"^[-+•*–]\s+")


def sentence(text: str, span: Span) -> str:
    """The sentence, bullet or cell around `span`, line wraps and bullet left out.

    Cut at 600 characters to each side of the span, with "…" where it goes on.
    """
    left, right = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    before, after = text[left : span.start], text[span.end : right]
    borders = [match.end() for match in _BORDER.finditer(before)]
    start = left + borders[-1] if borders else left
    border = _BORDER.search(after)
    end = span.end + border.start() if border else right
    said = _BULLET.sub("", " ".join(text[start:end].split()))
    opening = "…" if not borders and left else ""
    closing = "…" if border is None and right < len(text) else ""
    return f"{opening}{said}{closing}" or "…"
