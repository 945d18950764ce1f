"""HTML: pages saved from legal portals and provincial sites, down to the document they show."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from vnplan.readers.cell_places import Place
from vnplan.readers.composing import composed
from vnplan.readers.flow import Flow, Mark, table_of
from vnplan.readers.html_lists import ListState, list_state
from vnplan.readers.html_tables import data_tables
from vnplan.readers.html_tree import Page, TooDeep, Visit, parse_page, seen, tag_of
from vnplan.records import Diagnostic, Severity, Source
from vnplan.text.document import Document, StyleKind, Table
from vnplan.text.legacy import repair
from vnplan.text.normal import normalize

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLOCKS = frozenset(
    regex.findall(
        r"\w+",
        """address article aside blockquote body center dd details div dl dt fieldset figcaption
        figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section
        summary table tbody tfoot thead tr ul caption""",
    )
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = regex.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", regex.IGNORECASE)
_NOT_BOLD = regex.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", regex.IGNORECASE)
_ITALIC = regex.compile(r"font-style\s*:\s*(?:italic|oblique)", regex.IGNORECASE)
# A box of its own within a line: the label of an item, "<span style='float: left'>1.1.</span>Mục …"
_BOXED = regex.compile(
    r"\b(?:display\s*:\s*(?:inline-)?block|float\s*:\s*(?:left|right))", regex.IGNORECASE
)
_PRE = regex.compile(r"white-space\s*:\s*(?:pre|break-spaces)", regex.IGNORECASE)
_NO_STYLES: frozenset[StyleKind] = frozenset()

# References to the letters of Latin-1, not to the characters that HTML itself is made of.
_REFERENCE = regex.compile(
    r"&(?:\#(?:16[1-9]|1[7-9]\d|2[0-4]\d|25[0-5])|\#x[a-f][0-9a-f]"
    r"|(?!(?:lt|gt|amp|quot|apos|nbsp);)[A-Za-z]{2,6}\d{0,2});",
    regex.IGNORECASE,
)
_SAMPLE = 400_000
_LEAST_REFERENCES = 20

_HIDDEN_BLOCK = regex.compile(
    r"<(script|style|template|noscript)\b(?:[^<]|<(?!/\1))*+(?:</\1[^>]*>)?", regex.IGNORECASE
)
_BLOCK_TAG = regex.compile(
    rf"</?(?:{'|'.join(sorted(_BLOCKS | {'br', 'td', 'th'}))})(?=[\s/>])[^<>]*>", regex.IGNORECASE
)
_ANY_TAG = regex.compile(r"<[/!?]?[A-Za-z][^<>]*>?|<!--(?:[^-]|-(?!->))*(?:-->)?")


@dataclass(slots=True)
class _OpenTable:
    places: Mapping[Element, Place]
    cells: list[tuple[Mark, Place]] = field(default_factory=list)
    broken: bool = False


def read_html(text: str, source: Source) -> Document:
    """The document in a page: its text line by line, its tables, headings and emphasis.

    White space within a block is one space, `<br>` ends a line, other blocks end a paragraph; the
    numbers that a browser writes before the items of a list are written into the text.
    """
    clean = normalize(_letters(text)).text
    try:
        page = parse_page(clean)
    except TooDeep:
        return _loose(clean, source)
    if page is None:
        return Document(text="", source=source, soft_breaks=False)
    writer = _Writer(page)
    writer.write()
    return composed(
        Document(
            text=writer.flow.text(),
            source=source,
            soft_breaks=writer.flow.raw * 2 > len(writer.flow),
            tables=tuple(writer.tables),
            styles=writer.flow.styles(),
        )
    )


def _letters(text: str) -> str:
    """A page typed in TCVN3 or VNI, its letters written as references ("C&eacute;ng ho&micro;")."""
    if len(_REFERENCE.findall(text, 0, _SAMPLE)) < _LEAST_REFERENCES:
        return text
    plain = _REFERENCE.sub(lambda found: html.unescape(found.group()), text)
    repaired = repair(plain)
    return text if repaired is None else repaired.text


def _loose(text: str, source: Source) -> Document:
    """A page that cannot be a tree: its text without tags, blocks as lines."""
    bare = _HIDDEN_BLOCK.sub(" ", text)
    bare = _ANY_TAG.sub(" ", _BLOCK_TAG.sub("\n", bare))
    lines = (" ".join(line.split()) for line in html.unescape(bare).split("\n"))
    return Document(
        text=normalize("\n".join(line for line in lines if line)).text,
        source=source,
        soft_breaks=False,
        diagnostics=(
            Diagnostic(
                code="html-too-deep",
                severity=Severity.WARNING,
                message="The page nests too deeply to be a tree; its tables and layout are lost.",
            ),
        ),
    )


class _Writer:
    """Walks the page and writes what it shows."""

    def __init__(self, page: Page) -> None:
        self.flow = Flow()
        self.tables: list[Table] = []
        self._page = page
        self._grids = data_tables(page)
        self._lists: list[ListState] = []
        self._label = ""  # of an item none of whose words is written yet: "1. " in <li><p>…
        self._styles: list[frozenset[StyleKind]] = [_NO_STYLES]
        self._pre: list[bool] = [False]
        self._table: _OpenTable | None = None
        self._cell: tuple[Element, Mark] | None = None

    def write(self) -> None:
        root = self._page.root
        for visit, element in seen(root, self._page.hidden):
            if visit is Visit.OPEN:
                self._open(element, tag_of(element))
                self._say(element.text)
                continue
            if visit is Visit.CLOSE:
                self._close(element, tag_of(element))
            if element is not root:
                self._say(element.tail)

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self._table is not None and self._cell is None and words.strip():
            self._table.broken = True
        if self._label and words.strip():
            words, self._label = f"{self._label}{words.lstrip()}", ""
        self.flow.write(words, self._styles[-1], raw=self._pre[-1])

    def _open(self, element: Element, tag: str) -> None:
        style = (element.get("style") or "")[:2000]
        self._styles.append(_styled(self._styles[-1], tag, style))
        self._pre.append(self._pre[-1] or tag in {"pre", "xmp"} or bool(_PRE.search(style)))
        if tag == "br":
            self.flow.line()
        elif tag in _BLOCKS:
            self.flow.paragraph()
        elif _is_boxed(element, tag):
            self.flow.write(" ", _NO_STYLES, raw=False)
        if tag in {"ol", "ul"}:
            self._lists.append(list_state(element, self._lists[-1] if self._lists else None))
        elif tag == "li" and self._lists:
            label = self._lists[-1].label(element)
            self._label += f"{label} " if label else ""
        elif tag == "table" and self._table is None and element in self._grids:
            self._table = _OpenTable(self._grids[element])
        elif tag in {"td", "th"}:
            self._open_cell(element)

    def _open_cell(self, element: Element) -> None:
        if self._table is not None and self._cell is None and element in self._table.places:
            self._cell = element, self.flow.cell(first=not self._table.cells)
        elif self._cell is None:
            self.flow.paragraph()
        else:
            self.flow.line()

    def _close(self, element: Element, tag: str) -> None:
        self._styles.pop()
        self._pre.pop()
        if tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        if tag in _BLOCKS:
            self.flow.paragraph()
        elif _is_boxed(element, tag):
            self.flow.write(" ", _NO_STYLES, raw=False)
        if self._table is None:
            return
        if self._cell is not None and element is self._cell[0]:
            self.flow.close(self._cell[1])
            self._table.cells.append((self._cell[1], self._table.places[element]))
            self._cell = None
        elif tag == "table" and self._table.places is self._grids.get(element):
            self._close_table(self._table)
            self._table = None

    def _close_table(self, table: _OpenTable) -> None:
        self.flow.table_end()
        made = None if table.broken else table_of(table.cells)
        if made is not None:
            self.tables.append(made)


def _is_boxed(element: Element, tag: str) -> bool:
    return tag == "span" and _BOXED.search((element.get("style") or "")[:2000]) is not None


def _styled(above: frozenset[StyleKind], tag: str, style: str) -> frozenset[StyleKind]:
    styles = set(above)
    if tag in {"b", "strong", "th"} or _BOLD.search(style):
        styles.add(StyleKind.BOLD)
    elif _NOT_BOLD.search(style):
        styles.discard(StyleKind.BOLD)
    if tag in {"i", "em", "cite", "dfn"} or _ITALIC.search(style):
        styles.add(StyleKind.ITALIC)
    if tag in _HEADINGS:
        styles.add(StyleKind.HEADING)
    elif tag == "li":
        styles.add(StyleKind.LIST_ITEM)
    return above if styles == above else frozenset(styles)
