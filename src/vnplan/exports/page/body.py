"""The text of a document as markup: its paragraphs and tables, with every record on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from markupsafe import Markup

from vnplan.exports.page.blocks import Block, Look, blocks, document_of
from vnplan.exports.page.items import RANKS, Item, Items
from vnplan.exports.page.labels import marked
from vnplan.exports.page.segments import Marking, Segment, segments
from vnplan.exports.page.visible import shown
from vnplan.records import Diagnostic, SectionKind
from vnplan.text.document import Cell, Document, Table

CHUNK: Final = 40
"""Blocks that the browser lays out together, when they come near the screen."""

_MOST_CELLS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Body:
    """The text as markup, and for each section the id of the element where it begins."""

    markup: Markup
    anchors: dict[int, str] = field(default_factory=dict)


def body(items: Items, document: Document | None = None) -> Body:
    """The text of a plan with its records; `document` gives its tables their columns."""
    plan = items.plan
    if document is None or document.text != plan.text:
        document = document_of(plan)
    pieces = segments(_markings(items.all, plan.diagnostics), len(plan.text))
    writer = _Writer(items, document, pieces)
    return Body(Markup(writer.written()), writer.anchors)


def _markings(items: Iterable[Item], notes: Iterable[Diagnostic]) -> Iterator[Marking]:
    for item in items:
        for span in item.spans:
            rank = (RANKS[item.kind], len(span), span.start)
            yield Marking(span.start, span.end, rank, item.key, item.kind)
    for at, note in enumerate(notes):
        if note.span is not None:
            rank = (len(RANKS), len(note.span), note.span.start)
            yield Marking(note.span.start, note.span.end, rank, f"n{at}", "note")


class _Writer:
    def __init__(self, items: Items, document: Document, pieces: list[Segment]) -> None:
        plan = self._plan = items.plan
        self._page_said = marked("text.page", items.lang)
        self._document = document
        self._pieces = pieces
        self._ends = [piece.end for piece in pieces]
        self._pages = [page.start for page in plan.pages]
        self._page = 0
        self.anchors: dict[int, str] = {}
        tables = (SectionKind.TABLE, SectionKind.ROW)
        spans = [section.span for section in plan.sections if section.kind in tables]
        self._ruled = {
            at
            for at, table in enumerate(document.tables)
            if any(table.span.overlaps(span) for span in spans)
        }

    def written(self) -> str:
        parts: list[str] = []
        chunk: list[str] = []
        for group in self._groups():
            chunk.append(group)
            if len(chunk) == CHUNK:
                parts += ['<div class="chunk">', *chunk, "</div>"]
                chunk.clear()
        if chunk:
            parts += ['<div class="chunk">', *chunk, "</div>"]
        return "".join(parts)

    def _groups(self) -> Iterator[str]:
        """Blocks, and together those of a table or a row."""
        found = blocks(self._plan, self._document)
        for (table, row), group in groupby(found, key=_together):
            held = list(group)
            yield self._new_page(held[0].start)
            if table is not None:
                yield self._table(self._document.tables[table], table, held)
            elif row is not None:
                lines = "".join(map(self._block, held))
                yield f'<div class="row" role="group">{lines}</div>'
            else:
                yield from map(self._paged, held)

    def _paged(self, block: Block) -> str:
        return self._new_page(block.start) + self._block(block)

    def _new_page(self, at: int) -> str:
        """A sign at the first block of every page but the first."""
        page = bisect_right(self._pages, at)
        if page <= max(self._page, 1):
            return ""
        self._page = page
        return f'<div class="pg">{self._page_said} {page}</div>'

    def _table(self, table: Table, number: int, held: list[Block]) -> str:
        inside: dict[int, list[Block]] = {}
        for block in held:
            inside.setdefault(block.cell[1] if block.cell else 0, []).append(block)
        ruled = number in self._ruled
        parts = [f'<div class="tbl"><table class="{"ruled" if ruled else "lay"}">']
        cells = list(enumerate(table.cells))[:_MOST_CELLS]
        for row, line in groupby(cells, key=lambda one: one[1].row):
            name = "th" if ruled and row == 0 else "td"
            parts.append("<tr>")
            for at, cell in line:
                content = "".join(map(self._block, inside.pop(at, ())))
                parts.append(f"<{name}{_spans(cell)}>{content}</{name}>")
            parts.append("</tr>")
        rest = "".join(self._block(block) for lines in inside.values() for block in lines)
        return "".join((*parts, "</table></div>", rest))

    def _block(self, block: Block) -> str:
        anchor = ""
        if block.sections:
            name = f"s{block.sections[0]}"
            anchor = f' id="{name}"'
            self.anchors.update(dict.fromkeys(block.sections, name))
        text = self._marked(block.heading, block.end)
        if block.look is Look.HEADING:
            level = min(block.level + 2, 6)
            inner = self._marked(block.start, block.end)
            return f"<h{level}{anchor}>{inner}</h{level}>"
        if block.start < block.heading:
            text = f'<b class="run-in">{self._marked(block.start, block.heading)}</b>{text}'
        look = "" if block.look is Look.PARAGRAPH else f' class="{block.look}"'
        return f"<p{anchor}{look}>{text}</p>"

    def _marked(self, start: int, end: int) -> str:
        """The characters of a span, in pieces where there are records on them."""
        text = self._plan.text
        parts: list[str] = []
        at = start
        for place in range(bisect_right(self._ends, start), len(self._pieces)):
            piece = self._pieces[place]
            if piece.start >= end:
                break
            first, last = max(piece.start, start), min(piece.end, end)
            parts.append(shown(text[at:first]))
            kinds = " ".join(f"k-{kind}" for kind in dict.fromkeys(m.kind for m in piece.markings))
            keys = " ".join(marking.key for marking in piece.markings)
            inner = shown(text[first:last])
            parts.append(f'<span class="k {kinds}" data-r="{keys}">{inner}</span>')
            at = last
        parts.append(shown(text[at:end]))
        return "".join(parts)


def _together(block: Block) -> tuple[int | None, int | None]:
    return (block.cell[0], None) if block.cell is not None else (None, block.row)


def _spans(cell: Cell) -> str:
    across = f' colspan="{min(cell.column_span, 1000)}"' if cell.column_span > 1 else ""
    down = f' rowspan="{min(cell.row_span, 65000)}"' if cell.row_span > 1 else ""
    return across + down
