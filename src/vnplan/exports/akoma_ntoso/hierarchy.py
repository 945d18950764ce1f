"""The parts of a document as elements: chapters, articles, numbered headings, bullets, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import regex

from vnplan.exports.akoma_ntoso.names import RECORDS
from vnplan.exports.akoma_ntoso.outline import Part
from vnplan.exports.akoma_ntoso.sheet import LINES, PARAGRAPHS, Sheet
from vnplan.exports.akoma_ntoso.words import match
from vnplan.records import Section, SectionKind
from vnplan.text.document import Cell

_ELEMENTS: Final = {
    SectionKind.PART: "part",
    SectionKind.CHAPTER: "chapter",
    SectionKind.SECTION: "section",
    SectionKind.SUBSECTION: "subsection",
    SectionKind.ARTICLE: "article",
    SectionKind.CLAUSE: "clause",
    SectionKind.POINT: "point",
    SectionKind.HEADING: "level",
    SectionKind.BULLET: "indent",
    SectionKind.PARAGRAPH: "paragraph",
}
"""A numbered heading of a plan is a `level`: what "I.", "1.", "a)" are depends on the plan. Every
other kind is an `hcontainer` with its name."""

_IN_TABLES: Final = (SectionKind.TABLE, SectionKind.ROW)

_BULLET = regex.compile(r"[^\w\s]{1,3}(?=\s|\w)")
_CLOSING = regex.compile(r"[).:/]{0,3}")
_LONGEST: Final = 40
"""Characters of a label that go into an eId."""

_COLONS: Final = ":."
_LABEL_WORD = regex.compile(r"(?<!\p{L})(?:\p{L}{2,}+\s++)+(?=\S)")
# "1V. " and "IX " of a scan, whose label was mended
_ANY_LABEL = regex.compile(r"\(?[\p{L}\d.]{1,8}[).:](?=\s)")


def hierarchy(sheet: Sheet, parts: Sequence[Part], end: int) -> None:
    """Parts and what stands between them, up to `end`, where elements of hierarchy may stand."""
    for in_table, together in groupby(parts, key=lambda part: part.section.kind in _IN_TABLES):
        group = list(together)
        _between(sheet, group[0].start)
        if in_table and _is_rows(group):
            _table(sheet, group)
            continue
        for part in group:
            _between(sheet, part.start)
            if in_table:
                _table(sheet, [part])
            else:
                _part(sheet, part)
    _between(sheet, end)


def _is_rows(group: Sequence[Part]) -> bool:
    """Rows under a heading of a table; a table by itself is one element each."""
    return all(part.section.kind is SectionKind.ROW for part in group)


def _between(sheet: Sheet, end: int) -> None:
    """Text that belongs to no part."""
    sheet.space(end)
    if sheet.says(end):
        with sheet.counted("hcontainer", name="text"), sheet.single("content"):
            sheet.prose(end, PARAGRAPHS)
    sheet.space(end)


def _part(sheet: Sheet, part: Part) -> None:
    sheet.space(part.end)
    section = part.section
    tag = _ELEMENTS.get(section.kind, "hcontainer")
    said = _said(section) if tag != "hcontainer" else {"name": str(section.kind), **_said(section)}
    if section.label is None:
        eid = sheet.ids.counted(sheet.eid, tag)
    else:
        eid = sheet.ids.named(sheet.eid, tag, _LABEL_WORD.sub("", section.label[:_LONGEST]))
    with sheet.element(tag, eid, **said):
        _top(sheet, part)
        if not part.parts:
            _block(sheet, "content", part.end)
        else:
            _block(sheet, "intro", part.parts[0].start)
            hierarchy(sheet, part.parts, part.parts[-1].end)
            _block(sheet, "wrapUp", part.end)


def _said(section: Section) -> dict[str, str]:
    """What leads back to the record."""
    return {
        f"{{{RECORDS}}}section": section.id,
        f"{{{RECORDS}}}role": str(section.role),
    }


def _block(sheet: Sheet, tag: str, end: int) -> None:
    sheet.space(end)
    if sheet.says(end):
        with sheet.single(tag):
            sheet.prose(end, PARAGRAPHS)
    sheet.space(end)


def _top(sheet: Sheet, part: Part) -> None:
    """Label and heading, as far as they stand before the first part within."""
    own = part.parts[0].start if part.parts else part.end
    sheet.space(own)
    if (label := _label(sheet.text, sheet.at, own, part.section)) > sheet.at:
        with sheet.element("num"):
            sheet.inline(label)
        sheet.space(own)
    if (heading := _heading(sheet.text, sheet.at, own, part.section)) > sheet.at:
        with sheet.single("heading"):
            sheet.inline(heading)
        sheet.space(own)


def _label(text: str, start: int, end: int, section: Section) -> int:
    """Where the label that begins at `start` ends; `start` for a part without one."""
    if section.label is None:
        bulleted = section.kind in (SectionKind.BULLET, SectionKind.FIELD)
        found = _BULLET.match(text, start, end) if bulleted else None
        return found.end() if found else start
    opening = start + text.startswith("(", start, end)
    if (label := match(text, opening, end, section.label)) > opening:
        closing = _CLOSING.match(text, label, end)
        return closing.end() if closing else label
    found = _ANY_LABEL.match(text, start, end)
    return found.end() if found else start


def _heading(text: str, start: int, end: int, section: Section) -> int:
    """Where the heading that begins at `start` ends, with its colon; `start` where none does."""
    heading = match(text, start, end, section.heading or "")
    colon = start < heading < end and text[heading] in _COLONS
    return heading + colon


def _table(sheet: Sheet, parts: Sequence[Part]) -> None:
    """Rows of a table. Where its cells are not known, a row is one, and a line a paragraph."""
    end = parts[-1].end
    if not sheet.says(end):
        return
    alone = len(parts) == 1 and parts[0].section.kind is SectionKind.TABLE
    said = _said(parts[0].section) if alone else {}
    with (
        sheet.counted("hcontainer", name="table", **said),
        sheet.single("content"),
        sheet.counted("table"),
    ):
        for section, stop in (row for part in parts for row in _rows(part)):
            _row(sheet, section, stop)


def _rows(part: Part) -> Iterator[tuple[Section, int]]:
    """The rows of a table, or of a part of it, and where each ends; a group's heading is one."""
    for inner in part.parts:
        yield part.section, inner.start
        yield from _rows(inner)
    yield part.section, part.end


def _row(sheet: Sheet, section: Section, end: int) -> None:
    sheet.space(end)
    if not sheet.says(end):
        return
    tag = "th" if section.kind is SectionKind.HEADING else "td"
    rows = sheet.cells.rows(sheet.text, sheet.at, end)
    for row in rows:
        with sheet.counted("tr", **_said(section)):
            for cell in row:
                _cell(sheet, tag, cell)
    if not rows:
        with sheet.counted("tr", **_said(section)), sheet.element(tag):
            sheet.prose(end, LINES)
    sheet.space(end)


def _cell(sheet: Sheet, tag: str, cell: Cell) -> None:
    """A cell; the lines in it are the wraps of a paragraph."""
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    if cell.span.start < cell.span.end:
        sheet.space(cell.span.start)
    with sheet.element(tag, **{name: str(count) for name, count in spans if count > 1}):
        if cell.span.start < cell.span.end:
            sheet.prose(cell.span.end, PARAGRAPHS)
