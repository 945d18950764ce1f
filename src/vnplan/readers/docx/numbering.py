"""Automatic numbers: what Word writes before a paragraph of a list, which stands in no text.

Word counts by the abstract list that several lists may share: one that restarts it (startOverride)
restarts it for all. Rules: ISO/IEC 29500-1, 17.9.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from vnplan.readers.docx.number_formats import formatted
from vnplan.readers.docx.properties import Properties
from vnplan.readers.docx.styles import ParagraphStyle, Styles
from vnplan.readers.docx.symbols import bullet
from vnplan.readers.docx.xml import VAL, W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS: Final = 9
_LONGEST: Final = 100  # letters of a label; it stands before every paragraph of its list
_LEGAL: Final = frozenset({"none", "decimal", "decimalZero"})  # not changed by w:isLgl
_PLACE = regex.compile(r"%([1-9])")


class Label(NamedTuple):
    """What stands before a paragraph: "1.1.", "a)", "-"; `counts`: it is a number, no bullet."""

    text: str
    counts: bool


class _Level(NamedTuple):
    """One level of a list as w:lvl defines it; `restart` as in w:lvlRestart."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None
    mark: Label | None  # of a bulleted list


@dataclass(slots=True)
class _List:
    """A w:num: the abstract list that counts for it, its levels, and where it begins anew.

    `restarts` counts once, when the list is first used (MS-DOC, 2.4.6.4); after that a level begins
    anew as the abstract list says.
    """

    counter: str
    levels: dict[int, _Level]
    restarts: dict[int, int]
    used: bool = False


@dataclass(slots=True)
class _Counter:
    """Where an abstract list stands: the last number of each level, None before the first.

    `first` are the numbers with which levels begin, where a list has said so.
    """

    last: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    first: dict[int, int] = field(default_factory=dict)

    def shown(self, level: int, known: _List) -> int:
        """The number of a level; one that was never used stands at its first."""
        here = self.last[level]
        if here is not None:
            return here
        definition = known.levels.get(level)
        return self.first.get(level, 1 if definition is None else definition.start)


class Numbering:
    """word/numbering.xml; `label` is asked for every paragraph of a list, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._lists: dict[int, _List | None] = {}
        self._counters: dict[str, _Counter] = {}

    def label(self, properties: Properties, style: ParagraphStyle) -> Label | None:
        """The label of a paragraph with these properties and style; counts it. None: no list."""
        if not self._nums:
            return None
        list_id, level = style.numbering
        by_style = properties.list_id is None
        if properties.list_id is not None:
            list_id = properties.list_id
        if properties.level is not None:
            level = properties.level
        if not list_id:  # 0 takes a paragraph out of the list of its style
            return None
        known = self._list(list_id)
        if known is None:
            return None
        if by_style and (of_style := _level_of(known, style)) is not None:
            level = of_style
        return self._counted(known, min(max(level or 0, 0), _LEVELS - 1))

    def _counted(self, known: _List, level: int) -> Label | None:
        definition = known.levels.get(level)
        if definition is None:
            return None
        counter = self._counters.setdefault(known.counter, _Counter())
        last = counter.last
        if not known.used:
            known.used = True
            for at, start in known.restarts.items():
                last[at], counter.first[at] = None, start
        before = last[level]
        last[level] = counter.shown(level, known) if before is None else before + 1
        counter.first.pop(level, None)
        for deeper in range(level + 1, _LEVELS):
            after = known.levels.get(deeper)
            restart = deeper if after is None or after.restart is None else after.restart
            if level < restart:
                last[deeper] = None
        return _written(known, level, definition, counter)

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: int) -> _List | None:
        num = self._nums.get(str(list_id))
        abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        levels = _levels(abstract)
        restarts: dict[int, int] = {}
        for override in num.iterchildren(f"{W}lvlOverride"):
            at = number(override.get(f"{W}ilvl"))
            if at is None or not 0 <= at < _LEVELS:
                continue
            for replaced in override.iterchildren(f"{W}lvl"):
                levels[at] = _level(replaced)
            start = number(value(override, "startOverride"))
            if start is not None:
                restarts[at] = start
        return _List(abstract.get(f"{W}abstractNumId") or "", levels, restarts)

    def _abstract(self, num: Element | None) -> Element | None:
        """The abstract list of a w:num; one that only links to a style has that style's."""
        for _ in range(_LEVELS):
            abstract = self._abstracts.get(value(num, "abstractNumId") or "")
            link = value(abstract, "numStyleLink")
            if link is None:
                return abstract
            num = self._nums.get(str(self._styles.list_of(link)))
        return None


def _by_id(root: Element | None, name: str, attribute: str) -> dict[str, Element]:
    if root is None:
        return {}
    return {
        element.get(f"{W}{attribute}") or "": element for element in root.iterchildren(f"{W}{name}")
    }


def _levels(abstract: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in abstract.iterchildren(f"{W}lvl"):
        at = number(element.get(f"{W}ilvl"))
        if at is not None and 0 <= at < _LEVELS:
            found[at] = _level(element)
    return found


def _level(element: Element) -> _Level:
    format_ = element.find(f"{W}numFmt")
    if format_ is None:  # a format of Word 2010 ("001"), and beside it one that all can read
        format_ = next((each for each in element.iter(f"{W}numFmt")), None)
    legal = element.find(f"{W}isLgl")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    kind = "decimal" if format_ is None else format_.get(VAL) or "decimal"
    if kind == "custom" and format_ is not None:
        kind = f"custom:{format_.get(f'{W}format') or ''}"
    start = number(value(element, "start"))
    text = (value(element, "lvlText") or "")[:_LONGEST]
    font = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    mark = bullet(text, font) if kind == "bullet" else ""
    return _Level(
        start=0 if start is None else start,
        format=kind,
        text=text,
        restart=number(value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        style=value(element, "pStyle"),
        mark=Label(mark, counts=False) if mark else None,
    )


def _level_of(known: _List, style: ParagraphStyle) -> int | None:
    """The level of a list that belongs to a style: it need not say so itself."""
    for style_id in style.ids:
        for at, level in known.levels.items():
            if level.style == style_id:
                return at
    return None


def _written(known: _List, level: int, definition: _Level, counter: _Counter) -> Label | None:
    if definition.format == "bullet":
        return definition.mark

    def counted(place: regex.Match[str]) -> str:
        at = int(place[1]) - 1
        other = known.levels.get(at)
        kind = "decimal" if other is None else other.format
        if definition.legal and kind not in _LEGAL:
            kind = "decimal"
        return formatted(counter.shown(at, known), kind)

    text = _PLACE.sub(counted, definition.text).strip()[:_LONGEST]
    return Label(text, counts="%" in definition.text) if text else None
