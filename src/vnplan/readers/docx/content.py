"""What stands in a run: text, tabs, breaks, symbols, references, drawings with text in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

import regex

from vnplan.readers.docx.paragraph import LINE, PAGE
from vnplan.readers.docx.symbols import from_symbols, has_symbols, symbol
from vnplan.readers.docx.xml import MATH, MC, SPACE, W
from vnplan.text.legacy_fonts import font_encoding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAKS = regex.compile(r"[\t\n\r\f\v]")
_BOX: Final = f"{W}txbxContent"
_CHOICE, _FALLBACK = f"{MC}Choice", f"{MC}Fallback"


def _text(element: Element, font: str | None) -> str:
    text = element.text or ""
    if not text:
        return ""
    if (text[0].isspace() or text[-1].isspace()) and element.get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    text = _BREAKS.sub(" ", text)  # a tab or a line of its own is an element
    if has_symbols(text) and (font is None or font_encoding(font) is None):
        text = from_symbols(text, font)
    return text


def _break(element: Element, _: str | None) -> str:
    return PAGE if element.get(f"{W}type") == "page" else LINE


def _soft_hyphen(_: Element, font: str | None) -> str:
    """The letter ư in the fonts of TCVN3, in all others nothing that is seen."""
    return "\u00ad" if font is not None and font_encoding(font) == "tcvn3" else ""


def _symbol(element: Element, _: str | None) -> str:
    return symbol(element.get(f"{W}char"), element.get(f"{W}font"))


SHOWN: Final[Mapping[str, Callable[[Element, str | None], str]]] = {
    f"{W}t": _text,
    f"{MATH}t": _text,
    f"{W}tab": lambda *_: "\t",
    f"{W}ptab": lambda *_: "\t",
    f"{W}br": _break,
    f"{W}cr": lambda *_: LINE,
    f"{W}lastRenderedPageBreak": lambda *_: PAGE,
    f"{W}noBreakHyphen": lambda *_: "-",
    f"{W}softHyphen": _soft_hyphen,
    f"{W}sym": _symbol,
}
"""What an element of a run, by its tag, shows in a font; the others are no text."""


def is_choice_taken(element: Element) -> bool:
    """Of alternatives (mc:AlternateContent) the first is read, and no other."""
    return element.getprevious() is None


def text_boxes(drawing: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once; those in another are its own."""
    from lxml import etree

    walk = etree.iterwalk(drawing, events=("start",), tag=(_BOX, _CHOICE, _FALLBACK))
    for _, element in walk:
        if element.tag == _BOX:
            yield element
            walk.skip_subtree()
        elif not is_choice_taken(element):
            walk.skip_subtree()
