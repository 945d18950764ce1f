"""The text of a plan poured into elements, from its first character to its last.

All text is written where the pen is, in order, so that the text of the document is the text of the
plan by construction. White space between elements is written between them; everything else stands
in an element that may hold text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import regex
from lxml import etree

from vnplan.exports.akoma_ntoso.cells import Cells
from vnplan.exports.akoma_ntoso.characters import SPACE, clean, pieces
from vnplan.exports.akoma_ntoso.marks import Mark, Marks
from vnplan.exports.akoma_ntoso.names import AKN, Ids

LINES: Final = regex.compile(r"\n")
"""Letterhead, recipients, cells: each line is a paragraph."""

PARAGRAPHS: Final = regex.compile(r"\n[ \t]*\n")
"""Running text: a paragraph ends at a blank line; a single line feed may be a wrap."""


class Sheet:
    """A document in the making; `at` is how far its text is written."""

    def __init__(self, text: str, marks: Marks, cells: Cells, root: etree._Element) -> None:
        self.text = text
        self.cells = cells
        self.at = 0
        self.ids = Ids()
        self._marks = marks
        self._open = [root]
        self._eids = [""]

    @property
    def eid(self) -> str:
        """The eId of the innermost open element that has one."""
        return self._eids[-1]

    @property
    def top(self) -> etree._Element:
        """The innermost open element."""
        return self._open[-1]

    @contextmanager
    def element(self, tag: str, eid: str | None = None, **attributes: str) -> Iterator[None]:
        """An element of Akoma Ntoso, open for what is written in the `with` block."""
        with self._element(tag, attributes if eid is None else {"eId": eid, **attributes}):
            self._eids.append(self.eid if eid is None else eid)
            yield
            self._eids.pop()

    @contextmanager
    def single(self, tag: str) -> Iterator[None]:
        """An element of which its parent has one: heading, content, intro."""
        with self.element(tag, self.ids.single(self.eid, tag)):
            yield

    @contextmanager
    def counted(self, tag: str, **attributes: str) -> Iterator[None]:
        """An element that is numbered within its parent."""
        with self.element(tag, self.ids.counted(self.eid, tag), **attributes):
            yield

    @contextmanager
    def _element(self, tag: str, attributes: dict[str, str]) -> Iterator[None]:
        made = etree.SubElement(self._open[-1], f"{{{AKN}}}{tag}")
        for name, value in attributes.items():
            made.set(name, clean(value))
        self._open.append(made)
        yield
        self._open.pop()

    def says(self, end: int) -> bool:
        """Whether anything but white space stands between the pen and `end`."""
        return bool(self.text[self.at : end].strip(SPACE))

    def space(self, end: int) -> None:
        """Write the white space before the next word, not beyond `end`."""
        at = self.at
        while at < end and self.text[at] in SPACE:
            at += 1
        self._write(at)

    def prose(self, end: int, form: regex.Pattern[str], starts: Sequence[int] = ()) -> None:
        """Write up to `end` as paragraphs; a new one begins at each of `starts` too."""
        ends = {found.start() for found in form.finditer(self.text, self.at, end)}
        ends.update(start for start in starts if self.at < start < end)
        for stop in (*self._marks.cut(self.at, end, sorted(ends)), end):
            self.space(stop)
            if self.at < stop:
                with self.element("p"):
                    self.inline(stop)
                self.space(stop)
        self.space(end)

    def inline(self, end: int) -> None:
        """Write up to `end`, save its last white space, with the marks that lie in it."""
        end = self.at + len(self.text[self.at : end].rstrip(SPACE))
        around: list[tuple[Mark, etree._Element]] = []
        for mark in self._marks.within(self.at, end):
            self._close(around, mark.start)
            self._write(mark.start)
            made = etree.SubElement(self._open[-1], f"{{{AKN}}}{mark.element}")
            if mark.counted:
                made.set("eId", self.ids.counted(self.eid, mark.element))
            for name, value in mark.attributes.items():
                made.set(name, clean(value))
            self._open.append(made)
            around.append((mark, made))
        self._close(around, end)
        self._write(end)

    def _close(self, around: list[tuple[Mark, etree._Element]], place: int) -> None:
        """End the marks that end before `place`."""
        while around and around[-1][0].end <= place:
            self._write(around.pop()[0].end)
            self._open.pop()

    def _write(self, end: int) -> None:
        """Text as it stands; a marker for each character that XML cannot hold."""
        for piece, marker in pieces(self.text[self.at : end]):
            _append(self._open[-1], piece)
            if marker is not None:
                etree.SubElement(self._open[-1], f"{{{AKN}}}marker", name=marker)
        self.at = max(self.at, end)


def _append(parent: etree._Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
