"""Tables and rows as sections; group rows of an assignment table as headings.

A row that only names a group ("I | KIỆN TOÀN VÀ HOÀN THIỆN CƠ CHẾ …") is a section under which its
rows stand; the rows themselves are of kind `row`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.roles import field_kind
from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind, SectionRole
from vnplan.text.document import Cell, Document, Table
from vnplan.text.labels import Label, LabelKind, letter_value, read_label, roman_value
from vnplan.text.lines import LogicalLine

_ASSIGNING = frozenset({"lead", "implement", "coordinate"})
_SIMPLE_LABEL = regex.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,2}+)*+|[a-zđ])[.)]?")


def is_data_table(table: Table) -> bool:
    """A table that holds data; layout tables (letterhead, addressees) have at most two columns."""
    return table.columns >= 3 and table.rows >= 2


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table in the tree: its part, the group row that its last rows stand under (the table itself
    without one), and whether it assigns work."""

    number: int
    node: Node
    group: Node
    assigns: bool


def add_table(
    document: Document,
    number: int,
    lines: Sequence[LogicalLine],
    parent: Node,
    homes: dict[int, Node],
    before: TablePart | None = None,
) -> TablePart | None:
    """Adds a table with its rows under `parent`; a group row opens a heading for the rows below.

    A table that goes on with `before`, the one above it, across a page has no headings of its own:
    its rows stand under the last group of that one.
    """
    table = document.tables[number]
    own = [line for line in lines if line.cell is not None and line.cell[0] == number]
    if not own:
        return None
    by_cell: dict[int, list[LogicalLine]] = {}
    for line in own:
        assert line.cell is not None
        by_cell.setdefault(line.cell[1], []).append(line)
    continued = before is not None and _continues(document, before, number, by_cell)
    grouped = _is_assignment(table, by_cell) or (
        continued and before is not None and before.assigns
    )
    if continued and before is not None and _adjoins(document, before, number):
        node, group = before.node, before.group
    else:
        node = group = Node(SectionKind.TABLE, table.span.start, table.span.end, own[0].index)
        parent.add(node)
    for row in _rows(table):
        filled = [(cell, by_cell[index]) for index, cell in row if index in by_cell]
        if not filled:
            continue
        heading = _group_heading(filled) if grouped else None
        added = _row_part(filled, heading)
        if heading is not None:
            _holder(group, node, heading[0]).add(added)
            group = added
        else:
            group = _beside(group, node, filled)
            group.add(added)
        for _, found in filled:
            for line in found:
                homes[line.index] = added
    return TablePart(number, node, group, grouped)


def _row_part(
    filled: Sequence[tuple[Cell, list[LogicalLine]]], heading: tuple[Label, str] | None
) -> Node:
    """The part that a row is: a group with its heading, or a plain row."""
    opening = filled[0][1][0]
    end = max(found[-1].end for _, found in filled)
    if heading is None:
        return Node(SectionKind.ROW, opening.start, end, opening.index)
    return Node(
        SectionKind.HEADING,
        opening.start,
        end,
        opening.index,
        label=heading[0],
        heading=heading[1],
        role=SectionRole.TASK,
    )


def _continues(
    document: Document,
    before: TablePart,
    number: int,
    by_cell: Mapping[int, list[LogicalLine]],
) -> bool:
    """Whether a table is the rest of the one above, which a converter cut at the end of a page."""
    above, table = document.tables[before.number], document.tables[number]
    if before.number != number - 1 or above.columns != table.columns:
        return False
    first = (index for index, cell in enumerate(table.cells) if cell.row == 0)
    texts = (" ".join(line.text for line in by_cell.get(index, ())) for index in first)
    return not any(field_kind(text) for text in texts if 0 < len(text) < 80)


def _adjoins(document: Document, before: TablePart, number: int) -> bool:
    """Whether nothing but a page break stands between the two."""
    end, start = document.tables[before.number].span.end, document.tables[number].span.start
    return not document.text[end:start].strip()


def _holder(above: Node, table: Node, label: Label) -> Node:
    """What a group row stands under: "I" below "A", "II" beside "I", "B" beside "A"."""
    holder = above
    while holder is not table:
        beside = holder
        holder = holder.parent or table
        if beside.label is not None and beside.label.kind is label.kind:
            return holder
    return above


def _beside(above: Node, table: Node, filled: Sequence[tuple[Cell, list[LogicalLine]]]) -> Node:
    """What a row stands under: "3 | Ký kết hợp đồng | Sở Y tế" is beside group "2", not in it."""
    words = filled[0][1][0].text.strip(" .)")
    if above is table or above.label is None or not _SIMPLE_LABEL.fullmatch(words):
        return above
    label = _bare_label(words)
    counted = label is not None and label.kind is above.label.kind
    follows = counted and label is not None and label.ordinals[-1] == above.label.ordinals[-1] + 1
    return (above.parent or table) if follows else above


def _is_assignment(table: Table, by_cell: Mapping[int, list[LogicalLine]]) -> bool:
    """Whether the header (its first two rows) has a column for who leads, acts or helps.

    Only in such a table a labelled row that names a group is a part ("I | ĐÀO TẠO"); in a table of
    figures it is a subtotal ("II | THU TỪ DẦU THÔ").
    """
    header = (index for index, cell in enumerate(table.cells) if cell.row < 2)
    texts = (" ".join(line.text for line in by_cell.get(index, ())) for index in header)
    return any(field_kind(text) in _ASSIGNING for text in texts if len(text) < 80)


def _rows(table: Table) -> list[list[tuple[int, Cell]]]:
    rows: dict[int, list[tuple[int, Cell]]] = {}
    for index, cell in enumerate(table.cells):
        rows.setdefault(cell.row, []).append((index, cell))
    return [rows[row] for row in sorted(rows)]


def _group_heading(
    filled: Sequence[tuple[Cell, list[LogicalLine]]],
) -> tuple[Label, str] | None:
    """(label, heading) of a row that only names a group, else None."""
    texts = [" ".join(line.text for line in found) for _, found in filled]
    if len(texts) == 2 and _SIMPLE_LABEL.fullmatch(texts[0].strip()):
        label = _bare_label(texts[0].strip(" .)"))
        heading = texts[1].strip(" .:")
        groups = label is not None and label.kind in (LabelKind.ROMAN, LabelKind.UPPER)
        groups = groups or filled[1][0].column_span > 2  # "1 | Lập quy hoạch", run over the rest
        if label is not None and heading and (groups or heading.isupper()):
            return label, heading
    if len(texts) == 1 and filled[0][0].column_span > 1:
        label = read_label(texts[0])
        if label is not None and label.kind in (LabelKind.ROMAN, LabelKind.UPPER, LabelKind.PART):
            heading = texts[0][label.end :].strip(" .:")
            return (label, heading) if heading else None
    return None


def _bare_label(text: str) -> Label | None:
    """A label alone in its cell, without a closing mark: "I", "A", "2".

    A single letter counts groups from A on ("A", "B", "C", "D"); no table has a hundred of them.
    """
    if len(text) == 1 and text.isupper() and text not in "IVX":
        return Label(LabelKind.UPPER, (letter_value(text.lower()),), text, "", 1)
    if (value := roman_value(text)) is not None:
        return Label(LabelKind.ROMAN, (value,), text, "", len(text))
    return read_label(f"{text}.")
