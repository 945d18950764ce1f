"""Tables that a Markdown text holds as HTML, as converters of PDF and Word write merged cells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from vnplan.readers.cell_places import Place, place_cells, span_of
from vnplan.readers.markdown_inline import rewrite_inline
from vnplan.readers.pipe_tables import Line
from vnplan.readers.rewriting import Rewriting, Rewritten
from vnplan.records import Span
from vnplan.text.document import Cell, Table

_TAG = regex.compile(
    r"<(?P<close>/?)(?P<name>table|caption|tr|td|th)(?=[\s/>])(?P<given>[^<>]{0,1000})>",
    regex.IGNORECASE,
)
# What stands between rows and holds no words: "<tbody>", "</thead>", "<col width=…>".
_GROUPS = regex.compile(
    r"(?:\s*+</?(?:thead|tbody|tfoot|colgroup|col)(?=[\s/>])[^<>]{0,1000}>)*+\s*+", regex.IGNORECASE
)
_OPENS = regex.compile(r"\s*<table(?=[\s/>])", regex.IGNORECASE)
_GIVEN = regex.compile(r"(rowspan|colspan)\s*+=\s*+[\"']?+\s*+(\d{1,6})", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkupTable:
    """A table still in offsets of the source: the contents of its cells and their places."""

    cells: tuple[tuple[Line, Place], ...]

    def table(self, text: Rewritten) -> Table | None:
        """The table in the new text; None when none of its cells holds anything."""
        cells = [(text.words(*content), place) for content, place in self.cells]
        full = [span for span, _ in cells if len(span)]
        if not full:
            return None
        whole = Span(start=full[0].start, end=full[-1].end)
        return Table(
            whole,
            tuple(
                Cell(_within(span, whole), at.row, at.column, at.row_span, at.column_span)
                for span, at in cells
            ),
        )


def _within(span: Span, whole: Span) -> Span:
    if len(span):
        return span
    at = min(max(span.start, whole.start), whole.end)
    return Span(start=at, end=at)


def markup_table(into: Rewriting, start: int, limit: int) -> tuple[MarkupTable, int] | None:
    """The table whose `<table>` opens the line at `start`, and where it ends.

    None when none opens there, or when it is not closed, holds another table or words outside its
    cells: its tags are then dropped one by one like any others.
    """
    if _OPENS.match(into.text, start, limit) is None:
        return None
    rows: list[list[tuple[Line, tuple[int, int]]]] = []
    open_cell: tuple[int, tuple[int, int]] | None = None
    depth, at = 0, start
    for tag in _TAG.finditer(into.text, start, limit):
        outside = open_cell is None and not _GROUPS.fullmatch(into.text, at, tag.start())
        name, closing = tag["name"].lower(), bool(tag["close"])
        depth += 0 if name != "table" else (-1 if closing else 1)
        if depth > 1 or name == "caption" or outside:
            return None
        if open_cell is not None:
            rows[-1].append(((open_cell[0], tag.start()), open_cell[1]))
            open_cell = None
        if name == "tr" and not closing:
            rows.append([])
        elif name in {"td", "th"} and not closing:
            if not rows:
                rows.append([])
            open_cell = tag.end(), _spans(tag["given"])
        at = tag.end()
        if depth == 0:
            return _rewritten(into, start, at, [row for row in rows if row])
    return None


def _spans(given: str) -> tuple[int, int]:
    values = {name.lower(): number for name, number in _GIVEN.findall(given)}
    return span_of(values.get("rowspan")), span_of(values.get("colspan"))


def _rewritten(
    into: Rewriting, start: int, end: int, rows: list[list[tuple[Line, tuple[int, int]]]]
) -> tuple[MarkupTable, int] | None:
    """Puts each cell on lines of its own and leaves the tags between them out."""
    places = place_cells([[spans for _, spans in row] for row in rows])
    contents = [content for row in rows for content, _ in row]
    trimmed = [_trimmed(into.text, content) for content in contents]
    full = [content for content in trimmed if content[0] < content[1]]
    if places is None or not full:
        return None
    into.drop(start, full[0][0])
    for before, after in pairwise(full):
        into.put(before[1], after[0], "\n")
    into.drop(full[-1][1], end)
    for content in full:
        rewrite_inline(into, *content)
    flat = [place for row in places for place in row]
    return MarkupTable(tuple(zip(trimmed, flat, strict=True))), end


def _trimmed(text: str, content: Line) -> Line:
    inner = text[slice(*content)]
    start = content[0] + len(inner) - len(inner.lstrip())
    return (start, start + len(inner.strip())) if inner.strip() else (content[1], content[1])
