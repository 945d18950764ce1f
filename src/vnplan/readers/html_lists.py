"""Numbers of lists that the browser writes: they are seen, but stand in no text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from vnplan.readers.html_tree import tag_of, words_in

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE = regex.compile(r"list-style(?:-type)?\s*:\s*([\w-]{1,30})", regex.IGNORECASE)
_STYLES = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LABELLED = regex.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3}){0,4}\s?[.)/]|\p{L}\s?[.)]|[IVXivx]{1,6}\s?[.)]|[-–+•*·○▪◦]|\()"
)


@dataclass(slots=True)
class ListState:
    """A list that is open: how it numbers its items, "" when it does not, and the next number.

    `above` is what stands before the numbers of a list of figures that is inside another one: the
    browser moves it in and writes "1." again, in a text without margins it is "2.1.".
    """

    kind: str
    ordered: bool
    next: int = 1
    above: str = ""
    written: str = ""

    def label(self, item: Element) -> str:
        """What the browser writes before `item`: "1.", "a)", "II.", "-", or nothing."""
        value = (item.get("value") or "")[:6]
        number = int(value) if self.ordered and value.isdecimal() else self.next
        self.next = number + 1
        first = next((words for words in words_in(item) if words.strip()), "")
        if not first or _LABELLED.match(first):
            self.written = ""
        elif self.ordered:
            self.written = self.above + _written(self.kind, number)
        else:
            self.written = "-" if self.kind else ""
        return self.written


def list_state(element: Element, outer: ListState | None = None) -> ListState:
    """The state of the <ol> or <ul> `element` before its first item; `outer` is what it is in."""
    style = _STYLE.search((element.get("style") or "")[:2000])
    ordered = tag_of(element) == "ol"
    kind = (element.get("type") or "1")[:1] if ordered else "-"
    if style is not None:
        kind = _STYLES.get(style[1].lower(), kind)
    start = (element.get("start") or "1")[:6]
    figures = outer is not None and ordered and kind == outer.kind == "1"
    return ListState(
        kind,
        ordered,
        next=int(start) if start.isdecimal() else 1,
        above=outer.written if outer is not None and figures else "",
    )


def _written(kind: str, number: int) -> str:
    if kind in {"a", "A"} and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"{letter})" if kind == "a" else f"{letter.upper()}."
    if kind in {"i", "I"} and 0 < number < 40:
        roman, left = "", number
        for value, letters in _ROMAN:
            roman += letters * (left // value)
            left %= value
        return f"{roman})" if kind == "i" else f"{roman.upper()}."
    return f"{number}." if kind else ""
