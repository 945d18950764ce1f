"""How text looks: character properties of runs, paragraph styles and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from vnplan.readers.docx.xml import VAL, W, is_on, number, value
from vnplan.text.legacy_fonts import font_encoding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_PARENTS: Final = 30  # styles that rest on each other; Word allows about ten


class Look(NamedTuple):
    """Character properties as one place states them; None: it says nothing about it."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This, and what is below it where this says nothing."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.caps if self.caps is None else self.caps,
            below.hidden if self.hidden is None else self.hidden,
            below.font if self.font is None else self.font,
        )


PLAIN: Final = Look()
BODY_TEXT: Final = 9
"""The outline level that says that a paragraph is no heading."""

_BOLD, _ITALIC, _CAPS, _HIDDEN = (f"{W}{name}" for name in ("b", "i", "caps", "vanish"))
_FONTS, _ASCII, _OTHERS = (f"{W}{name}" for name in ("rFonts", "ascii", "hAnsi"))
_STYLE: Final = f"{W}rStyle"


def read_look(properties: Element | None) -> Look:
    """What a w:rPr says; of its fonts the one for letters beyond ASCII."""
    return _read(properties)[0] if properties is not None else PLAIN


def _read(properties: Element) -> tuple[Look, str | None]:
    """What a w:rPr says, and the character style it names."""
    bold = italic = caps = hidden = font = style = None
    for child in properties:
        tag = child.tag
        if tag == _FONTS:
            font = child.get(_OTHERS) or child.get(_ASCII)
        elif tag == _BOLD:
            bold = is_on(child)
        elif tag == _ITALIC:
            italic = is_on(child)
        elif tag == _CAPS:
            caps = is_on(child)
        elif tag == _HIDDEN:
            hidden = is_on(child)
        elif tag == _STYLE:
            style = child.get(VAL)
    return Look(bold, italic, caps, hidden, font), style


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all it rests on.

    `numbering` is (w:numId, w:ilvl) as far as they are stated, `outline` the level of a heading
    from 0 (`BODY_TEXT`: none). `ids` are its own and those of the styles it rests on.
    """

    ids: tuple[str, ...] = ()
    look: Look = PLAIN
    numbering: tuple[int | None, int | None] = (None, None)
    outline: int | None = None


class Styles:
    """word/styles.xml; everything is found as if it were empty when it is not there."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self.default: Look = PLAIN
        self._normal: str | None = None
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        for style in root.iterchildren(f"{W}style") if root is not None else ():
            style_id = style.get(f"{W}styleId") or ""
            self._elements[style_id] = style
            kind = style.get(f"{W}type")
            if kind == "paragraph" and (style.get(f"{W}default") or "0").lower() not in (
                "0",
                "false",
            ):
                self._normal = style_id
        if root is not None:
            self.default = read_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style of a paragraph that names `style_id`; None: it names none."""
        known = self._paragraphs.get(style_id)
        if known is None:
            chain = self._chain(style_id) or self._chain(self._normal)
            known = self._paragraphs[style_id] = _paragraph_style(chain)
        return known

    def character(self, style_id: str) -> Look:
        """The look a character style gives."""
        known = self._characters.get(style_id)
        if known is None:
            known = PLAIN
            for style in self._chain(style_id):
                known = known.over(read_look(style.find(f"{W}rPr")))
            self._characters[style_id] = known
        return known

    def list_of(self, style_id: str) -> int | None:
        """The w:numId that a numbering style names."""
        style = self._elements.get(style_id)
        numbering = style.find(f"{W}pPr/{W}numPr") if style is not None else None
        return number(value(numbering, "numId"))

    def _chain(self, style_id: str | None) -> list[Element]:
        """The style and those it rests on, nearest first; a circle is cut."""
        chain: list[Element] = []
        while style_id is not None and len(chain) < _MOST_PARENTS:
            style = self._elements.get(style_id)
            if style is None or style in chain:
                break
            chain.append(style)
            style_id = value(style, "basedOn")
        return chain


def _paragraph_style(chain: list[Element]) -> ParagraphStyle:
    look = PLAIN
    list_id = level = outline = None
    for style in chain:
        look = look.over(read_look(style.find(f"{W}rPr")))
        properties = style.find(f"{W}pPr")
        if properties is None:
            continue
        numbering = properties.find(f"{W}numPr")
        if list_id is None and numbering is not None:
            list_id = number(value(numbering, "numId"))
            level = number(value(numbering, "ilvl")) if level is None else level
        if outline is None:
            outline = number(value(properties, "outlineLvl"))
    ids = tuple(style.get(f"{W}styleId") or "" for style in chain)
    return ParagraphStyle(ids, look, (list_id, level), outline)


class Looks:
    """The look of runs: what they say themselves over their styles.

    `font` stands for every font that is not a legacy one: that of a file which no longer says so.
    """

    def __init__(self, styles: Styles, font: str | None = None) -> None:
        self._styles = styles
        self._font = font
        self._known: dict[tuple[Look, Look, str | None], Look] = {}

    def of_run(self, paragraph: ParagraphStyle, properties: Element | None) -> Look:
        """The look of a run with these properties in a paragraph of this style."""
        direct, style_id = _read(properties) if properties is not None else (PLAIN, None)
        key = paragraph.look, direct, style_id
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._look(*key)
        return known

    def _look(self, paragraph: Look, direct: Look, style_id: str | None) -> Look:
        character = self._styles.character(style_id) if style_id is not None else PLAIN
        default = self._styles.default

        def toggled(at: int) -> bool:
            """Two styles that both say bold undo each other (ISO/IEC 29500-1, 17.7.3)."""
            if direct[at] is not None:
                return bool(direct[at])
            return bool(default[at]) or bool(paragraph[at]) is not bool(character[at])

        font = direct.font or character.font or paragraph.font or default.font
        if self._font is not None and (font is None or font_encoding(font) is None):
            font = self._font
        return Look(toggled(0), toggled(1), toggled(2), toggled(3), font)
