"""Footnotes and endnotes: "[1]" where they are referred to, their words below.

A note is written behind the paragraph that refers to it, near to where it stands on the page; where
a cell refers to it, behind the whole table: in the cell it would be taken for what the cell says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vnplan.readers.docx.number_formats import formatted
from vnplan.readers.docx.package import Package
from vnplan.readers.docx.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARTS: Final = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_FORMATS: Final = {"footnotes": "decimal", "endnotes": "lowerRoman"}
_CUSTOM: Final = f"{W}customMarkFollows"


@dataclass(slots=True)
class Notes:
    """The notes of a document, numbered as they are referred to; `waiting` are not yet written."""

    package: Package
    waiting: list[tuple[str, Element]] = field(default_factory=list)
    _known: dict[str, dict[str, Element]] = field(default_factory=dict)
    _marks: dict[str, dict[str, str]] = field(default_factory=dict)
    _count: dict[str, int] = field(default_factory=dict)

    def refer(self, reference: Element) -> str:
        """The mark that stands for a reference; "" where the author typed one, or for no note.

        A note is written once, also where another reference names it again.
        """
        kind, note_id = _PARTS[reference.tag], reference.get(f"{W}id") or ""
        marks = self._marks.setdefault(kind, {})
        note = self._of(kind).get(note_id)
        if note is None or note_id in marks:
            return marks.get(note_id, "")
        own = (reference.get(_CUSTOM) or "0").lower() in ("1", "true", "on")
        if not own:
            self._count[kind] = self._count.get(kind, 0) + 1
        marks[note_id] = "" if own else f"[{formatted(self._count[kind], _FORMATS[kind])}]"
        self.waiting.append((marks[note_id], note))
        return marks[note_id]

    def take(self) -> list[tuple[str, Element]]:
        """The notes that wait, which then no longer do."""
        taken, self.waiting = self.waiting, []
        return taken

    def _of(self, kind: str) -> dict[str, Element]:
        if kind not in self._known:
            root = self.package.part(kind)
            self._known[kind] = {
                note.get(f"{W}id") or "": note for note in (root if root is not None else ())
            }
        return self._known[kind]


def is_reference(element: Element) -> bool:
    """Whether an element of a run refers to a note."""
    return element.tag in _PARTS
