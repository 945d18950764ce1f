"""What a paragraph says of itself: style, list, outline, and whether its end is there at all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from vnplan.readers.docx.xml import VAL, W, first_child, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARAGRAPH: Final = f"{W}p"
_PROPERTIES: Final = f"{W}pPr"
_BETWEEN: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"),
        *("permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
    )
)


class Tag:
    """The names of the elements that are read."""

    STYLE = f"{W}pStyle"
    NUMBERING = f"{W}numPr"
    MARK = f"{W}rPr"
    DELETED = f"{W}del"
    MOVED = f"{W}moveFrom"
    HIDDEN = f"{W}vanish"
    OUTLINE = f"{W}outlineLvl"
    PAGE = f"{W}pageBreakBefore"
    SECTION = f"{W}sectPr"
    FRAME = f"{W}framePr"


class Properties(NamedTuple):
    """The w:pPr of a paragraph.

    `list_id` and `level` are its w:numPr, `outline` its heading level from 0 (9: body text), each
    None where it says nothing. `section` is the w:sectPr of a section that ends here. `joins`: the
    mark at its end was deleted or moved away by a tracked change, or it is a drop cap; `runs_in`:
    the mark is hidden, as between a heading and the text that goes on in its line.
    """

    style: str | None = None
    list_id: int | None = None
    level: int | None = None
    outline: int | None = None
    begins_page: bool = False
    section: Element | None = None
    joins: bool = False
    runs_in: bool = False


_NONE: Final = Properties()


def properties_of(paragraph: Element) -> Properties:
    """What the w:pPr of a paragraph says."""
    given = first_child(paragraph, _PROPERTIES)
    if given is None:
        return _NONE
    style = list_id = level = outline = section = None
    begins_page = joins = runs_in = False
    for child in given:
        match child.tag:
            case Tag.STYLE:
                style = child.get(VAL)
            case Tag.NUMBERING:
                list_id, level = number(value(child, "numId")), number(value(child, "ilvl"))
            case Tag.MARK:
                for said in child:
                    joins = joins or said.tag in (Tag.DELETED, Tag.MOVED)
                    runs_in = runs_in or (said.tag == Tag.HIDDEN and is_on(said))
            case Tag.OUTLINE:
                outline = number(child.get(VAL))
            case Tag.PAGE:
                begins_page = is_on(child)
            case Tag.SECTION:
                section = child
            case Tag.FRAME:
                joins = joins or child.get(f"{W}dropCap") in ("drop", "margin")
    return Properties(style, list_id, level, outline, begins_page, section, joins, runs_in)


def next_in_line(paragraph: Element, properties: Properties) -> Element | None:
    """The paragraph that goes on in the line of this one; None where the line ends with it."""
    if not (properties.joins or properties.runs_in):
        return None
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following if following is not None and following.tag == _PARAGRAPH else None


def deciding(paragraph: Element, shows: Callable[[Element], bool]) -> Properties:
    """The properties of the line that begins with `paragraph`.

    They stand with the mark at its end: with that of the last paragraph that was joined to it. A
    hidden mark only joins the looks; but a paragraph with nothing to show has no number either.
    `shows` says of a run whether there is anything to see in it.
    """
    properties = properties_of(paragraph)
    following = next_in_line(paragraph, properties)
    while following is not None:
        hides = properties.joins or not any(shows(run) for run in paragraph.iter(f"{W}r"))
        if not hides:
            break
        paragraph, properties = following, properties_of(following)
        following = next_in_line(paragraph, properties)
    return properties


def page_sections(root: Element) -> frozenset[Element]:
    """The w:sectPr after whose paragraph a page begins: the next section says how it begins."""
    return frozenset(
        section
        for section, following in pairwise(root.iter(Tag.SECTION))
        if value(following, "type") not in ("continuous", "nextColumn")
    )
