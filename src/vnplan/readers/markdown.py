"""Markdown: the document's own characters, without the marks that a converter put around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from vnplan.readers.markdown_html_tables import MarkupTable, markup_table
from vnplan.readers.markdown_inline import rewrite_inline
from vnplan.readers.pipe_tables import Line, PipeTable, rewrite_table, table_lines
from vnplan.readers.rewriting import Rewriting
from vnplan.records import Source
from vnplan.text.document import Document, StyleKind
from vnplan.text.normal import normalize

_MAX_TABLE = 400_000  # characters of a table written as HTML
_FEED = regex.compile(r"\n")
_FENCE = regex.compile(r" {0,3}(?:`{3,}[^`\n]*|~{3,}[^~\n]*)")
_HEADING = regex.compile(r" {0,3}#{1,6}(?:[ \t]++|$)(?P<words>.*?)(?P<close>[ \t]+#+)?[ \t]*+")
_SETEXT = regex.compile(r" {0,3}={3,}[ \t]*+")  # dashes stay: a letterhead's rule is made of them
_DIV = regex.compile(r" {0,3}:{3,}[^\n:]{0,200}")  # pandoc's "::: {.center}"
_QUOTE = regex.compile(r" {0,3}(?:>[ \t]?)++(?![\d=])")
# "- + *Chủ trì*: …", "- a) …": the outer dash is the list item of Markdown, not the document's
_OUTER_DASH = regex.compile(
    r"""[ \t]*+(?P<dash>[-*+]\ +)(?=
        [-+•–]\ +\S | \*\ +\S | (?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]|[a-zđ]\)|[IVX]{1,5}\.)\ +\S )""",
    regex.VERBOSE,
)
# "** **", what is left of an empty bold line; but "* * *" is a drawn rule
_EMPTY_MARKS = regex.compile(r"\s*+(?P<mark>\*{1,3}|_{1,2})\s++(?P=mark)\s*+")
_RULE = regex.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:[-–—=~][ \t]*)+)")
# What lines of these forms begin with: nearly all lines are none of them.
_DRAWN = frozenset("=#:*_-–—~")
_MARKED = frozenset(">-*+")
_FRONT_MATTER = regex.compile(
    r"---[ \t]*\n(?P<rows>(?:[\w-]{1,40}:[^\n]*\n){1,40})---[ \t]*(?:\n|$)"
)


@dataclass(slots=True)
class _Blocks:
    """The document being cut into blocks; `scope` is the paragraph that is still open."""

    into: Rewriting
    lines: Sequence[Line]
    tables: list[PipeTable | MarkupTable] = field(default_factory=list)
    scope: list[Line] = field(default_factory=list)

    def close(self) -> None:
        if self.scope:
            rewrite_inline(self.into, self.scope[0][0], self.scope[-1][1])
            self.scope = []


def read_markdown(text: str, source: Source) -> Document:
    """`text` without its marks: emphasis and headings become styles, rows of bars become tables.

    Hard line wraps and blank lines stay; bars that stand alone on a line stay too, they are read
    by `flat_tables`.
    """
    normal = normalize(text)
    into = Rewriting(normal.text)
    metadata, start = _front_matter(into)
    blocks = _Blocks(into, _lines(normal.text, start))
    _read_blocks(blocks)
    written = into.build()
    tables = (table.table(written) for table in blocks.tables)
    return Document(
        text=written.text,
        source=source,
        pages=tuple(
            type(page)(start=written.offset(page.start), end=written.offset(page.end))
            for page in normal.pages
        ),
        tables=tuple(table for table in tables if table is not None),
        styles=written.styles,
        metadata=metadata,
        source_map=written.map.through(normal.map) if normal.map else written.map,
    )


def _lines(text: str, start: int) -> list[Line]:
    """The lines from `start` on, without their line feeds."""
    ends = [start - 1, *(feed.start() for feed in _FEED.finditer(text, start)), len(text)]
    return [(before + 1, end) for before, end in pairwise(ends)]


def _front_matter(into: Rewriting) -> tuple[tuple[tuple[str, str], ...], int]:
    """The "---" block of name and value at the very start, as metadata; and where it ends."""
    match = _FRONT_MATTER.match(into.text)
    if match is None:
        return (), 0
    into.drop(0, match.end())
    rows = (row.partition(":") for row in match["rows"].splitlines())
    pairs = ((name.strip(), value.strip().strip("\"'")) for name, _, value in rows)
    return tuple((name, value) for name, value in pairs if value), match.end()


def _read_blocks(blocks: _Blocks) -> None:
    lines = blocks.lines
    fences = _fences(blocks.into.text, lines)
    number = 0
    while number < len(lines):
        if number in fences:
            blocks.close()
            _drop_lines(blocks, number, fences[number])
            number = fences[number] + 1
            continue
        after = _read_table(blocks, number)
        if after == number:
            _read_line(blocks, *lines[number])
            after += 1
        number = after
    blocks.close()


def _read_table(blocks: _Blocks, number: int) -> int:
    """Reads the table that line `number` begins; the line after it, `number` when there is none."""
    into, lines = blocks.into, blocks.lines
    start, end = lines[number]
    line = into.text[start:end].strip()
    if line.startswith("<"):
        found = markup_table(into, start, min(len(into.text), start + _MAX_TABLE))
        if found is not None:
            blocks.close()
            blocks.tables.append(found[0])
            while number < len(lines) and lines[number][0] < found[1]:
                number += 1
            if lines[number - 1][1] > found[1]:  # words behind </table>
                blocks.scope.append((found[1], lines[number - 1][1]))
    elif "|" in line and line != "|":
        rows = table_lines(into.text, lines, number)
        if rows:
            blocks.close()
            blocks.tables.append(rewrite_table(into, lines[number : number + rows]))
            number += rows
    return number


def _fences(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """First and last line of each fenced block; a fence that is never closed is none."""
    if "```" not in text and "~~~" not in text:
        return {}
    marks = [number for number, line in enumerate(lines) if _FENCE.fullmatch(text, *line)]
    found: dict[int, int] = {}
    opening: int | None = None
    for number in marks:
        mark = text[slice(*lines[number])].strip()
        if opening is None:
            opening = number
        elif set(mark) == {text[slice(*lines[opening])].strip()[0]}:
            found[opening] = number
            opening = None
    return found


def _drop_lines(blocks: _Blocks, *numbers: int) -> None:
    for number in numbers:
        start, end = blocks.lines[number]
        blocks.into.drop(start, min(end + 1, len(blocks.into.text)))


def _read_line(blocks: _Blocks, start: int, end: int) -> None:
    into, text = blocks.into, blocks.into.text
    line = text[start:end].strip()
    if not line or line == "|":
        blocks.close()
        return
    if line[0] in _DRAWN and _read_drawn(blocks, start, end):
        return
    if line[0] in _MARKED:
        for mark in _line_marks(text, start, end):
            into.drop(*mark)
            start = mark[1]
    if line.endswith("\\") and not line.endswith("\\\\"):
        into.drop(text.rindex("\\", start, end), end)  # a hard break
    blocks.scope.append((start, end))


def _read_drawn(blocks: _Blocks, start: int, end: int) -> bool:
    """Reads a line that is a heading of Markdown's, a rule or nothing but marks; else False."""
    into, text = blocks.into, blocks.into.text
    if blocks.scope and _SETEXT.fullmatch(text, start, end):
        into.style(StyleKind.HEADING, *blocks.scope[-1])
        into.drop(start - 1, end)
        blocks.close()
        return True
    empty = _EMPTY_MARKS.fullmatch(text, start, end) or _DIV.fullmatch(text, start, end)
    if empty or _RULE.fullmatch(text, start, end):
        blocks.close()
        if empty:
            into.drop(start, end)
        return True
    heading = _HEADING.fullmatch(text, start, end)
    if heading is None:
        return False
    blocks.close()
    into.drop(start, heading.start("words"))
    into.drop(heading.end("words"), end)
    into.style(StyleKind.HEADING, heading.start("words"), heading.end("words"))
    rewrite_inline(into, heading.start("words"), heading.end("words"))
    return True


def _line_marks(text: str, start: int, end: int) -> Iterator[Line]:
    """Marks at the start of a line that are Markdown's: of a quotation, of an outer list item."""
    quote = _QUOTE.match(text, start, end)
    if quote is not None and quote.end() < end:
        yield quote.span()
        start = quote.end()
    dash = _OUTER_DASH.match(text, start, end)
    if dash is not None:
        yield dash.span("dash")
