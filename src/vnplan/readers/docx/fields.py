"""Fields: of { PAGE } or { HYPERLINK "…" } only the result is seen, not the instruction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from vnplan.readers.docx.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE: Final = f"{W}fldCharType"
# A table of contents says every heading once more, with a page number behind it.
_CONTENTS: Final = regex.compile(r"\s*(?:TOC|INDEX|TOA|RD)\b", regex.IGNORECASE)


def is_contents(instruction: str) -> bool:
    """Whether a field makes a table of contents or an index."""
    return _CONTENTS.match(instruction) is not None


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False


class Fields:
    """The fields that are open at a place of a story, whose root is given.

    One that never ends, as damaged files have, is passed over: it would hide the rest of the text.
    `contents` says whether a table of contents was left out.
    """

    def __init__(self, root: Element) -> None:
        self._open: list[_Field] = []
        self._lost = _unpaired(root)
        self._hiding = 0
        self.contents = False

    @property
    def hidden(self) -> bool:
        """Whether what is read now belongs to an instruction, or to a table of contents."""
        return self._hiding > 0

    def mark(self, element: Element) -> None:
        """Reads a w:fldChar."""
        kind = element.get(_TYPE)
        if element in self._lost:
            return
        if kind == "begin":
            self._open.append(_Field())
            self._hiding += 1
        elif kind == "separate" and self._open:
            field = self._open[-1]
            if not field.shows and not is_contents(field.instruction):
                field.shows = True
                self._hiding -= 1
            self.contents = self.contents or not field.shows
        elif kind == "end" and self._open and not self._open.pop().shows:
            self._hiding -= 1

    def instruct(self, text: str) -> None:
        """Reads a w:instrText, which may come in pieces."""
        if self._open and len(self._open[-1].instruction) < 1000:
            self._open[-1].instruction += text


def _unpaired(root: Element) -> frozenset[Element]:
    """The marks of fields without both ends."""
    lost: set[Element] = set()
    begun: list[list[Element]] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(_TYPE)
        if kind == "begin":
            begun.append([mark])
        elif not begun:
            lost.add(mark)
        elif kind == "end":
            begun.pop()
        else:
            begun[-1].append(mark)
    for marks in begun:
        lost.update(marks)
    return frozenset(lost)
