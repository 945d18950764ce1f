"""What the mark at the end of a paragraph says: style, section, and whether it is there at all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from vnplan.readers.docx.styles import ParagraphStyle
from vnplan.readers.docx.xml import W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARAGRAPH: Final = f"{W}p"
_BETWEEN: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"),
        *("permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
    )
)


class Joined(NamedTuple):
    """The paragraph that goes on in the same line; `takes_over`: it decides number and style."""

    paragraph: Element
    takes_over: bool


def properties_of(paragraph: Element) -> tuple[Element | None, str | None]:
    """The w:pPr of a paragraph and the style it names."""
    properties = paragraph.find(f"{W}pPr")
    return properties, value(properties, "pStyle")


def outline_level(properties: Element | None, style: ParagraphStyle) -> int | None:
    """The level of a heading, from 0; None for body text."""
    own = number(value(properties, "outlineLvl"))
    if own is None:
        return style.outline
    return own if 0 <= own < 9 else None


def followed_by(paragraph: Element, *, shows: Callable[[Element], bool]) -> Joined | None:
    """The next paragraph, where the mark between the two is gone; else None.

    Gone is a mark that a tracked change deleted or moved away, that is hidden (as between a heading
    and the text that runs on in its line), and that of a drop cap.
    """
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    mark = properties.find(f"{W}rPr")
    takes_over = False
    if mark is not None:
        if mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None:
            takes_over = True
        else:
            hidden = mark.find(f"{W}vanish")
            if hidden is not None and is_on(hidden):
                following = _next(paragraph)
                words = any(shows(run) for run in paragraph.iter(f"{W}r"))
                return None if following is None else Joined(following, not words)
    frame = properties.find(f"{W}framePr")
    if frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin"):
        takes_over = True
    following = _next(paragraph) if takes_over else None
    return None if following is None else Joined(following, takes_over=True)


def _next(paragraph: Element) -> Element | None:
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following if following is not None and following.tag == _PARAGRAPH else None


def page_sections(root: Element) -> frozenset[Element]:
    """The w:sectPr after whose paragraph a page begins: the next section says how it begins."""
    return frozenset(
        section
        for section, following in pairwise(root.iter(f"{W}sectPr"))
        if value(following, "type") not in ("continuous", "nextColumn")
    )
