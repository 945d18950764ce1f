"""Target tables: indicators in rows, years in columns ("Chỉ tiêu | Đơn vị tính | Năm 2026 | …")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.quantities import quantity_words
from vnplan.lexicon.roles import CHARGING, field_kind
from vnplan.parsers.quantities import find_quantities, read_figure
from vnplan.parsers.sections import SectionIndex
from vnplan.parsers.targets.context import TargetContext
from vnplan.parsers.targets.table_heads import (
    PLACE,
    Columns,
    Setting,
    measure_of_head,
    read_columns,
    unit_of_head,
)
from vnplan.records import Comparator, Quantity, SectionKind, SectionRole, Span
from vnplan.text.document import Cell, Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_YEARS = regex.compile(r"(?:19|20)\d\d")
_UNIT_IN_BRACKETS = re.compile(r"\(([^()\d]{1,20})\)\s*$")
_BARE_FIGURE = regex.compile(
    r"(?P<sign>[≥≤<>~≈]=?|trên|dưới|khoảng|ít nhất|tối thiểu|tối đa)?\s?"
    r"(?P<low>\d[\d.,]{0,30}\d|\d)(?:\s?-\s?(?P<high>\d[\d.,]{0,30}\d|\d))?"
)
_FIGURE = regex.compile(r"\d(?:[\d.,]*\d)?")
_CALENDAR = regex.compile(r"/\s?(?:19|20)\d\d(?!\d)|(?<!\p{L})(?:quý|tháng|năm|ngày)(?!\p{L})")
_SETS = regex.compile(r"(?<!\p{L})(?:chỉ tiêu|mục tiêu)(?!\p{L})")
_RATES = regex.compile(
    r"(?<!\p{L})(?:khen thưởng|thi đua|tiêu chí|chấm điểm|kết quả|tình hình|biên chế|vốn"
    r"|kinh phí|dự toán|dự báo|tài chính|thu chi)(?!\p{L})"
)
_REMARK = regex.compile(r"\s\([^()]*\)$")
_HEADER_ROWS = 2
_BULLETS = " -–+*•"


@dataclass(frozen=True, slots=True)
class TableTarget:
    """One figure of a target table; `header` is the cell that heads its column."""

    span: Span
    text: str
    group: str | None
    indicator: str
    quantity: Quantity
    header: Span
    owner_ids: tuple[str, ...] = ()


class TargetTables:
    """The target tables of a document; other tables are left to the reading by lines."""

    def __init__(self, lines: Sequence[LogicalLine], context: TargetContext) -> None:
        self._context = context
        self._words: dict[tuple[int, int], list[LogicalLine]] = {}
        for line in lines:
            if line.cell is not None:
                self._words.setdefault(line.cell, []).append(line)
        self._columns: dict[int, Columns] = {}
        self._group: dict[int, str] = {}
        self._deliverables: dict[int, dict[int, int]] = {}
        self._named = sorted(context.mentions, key=lambda one: one.span.start)
        self._named_at = [one.span.start for one in self._named]
        self._rows: dict[int, dict[int, dict[int, tuple[int, Cell]]]] = {}
        self._charging: dict[int, dict[int, Cell]] = {}  # the cell of the owners of a row
        self._headers: dict[tuple[int, int], int | None] = {}
        self._assigning = {n for n, table in enumerate(context.tables) if self._charges(n, table)}
        for number, table in enumerate(context.tables):
            columns = self._read_header(number, table)
            if columns is not None:
                self._columns[number] = columns

    def takes(self, number: int) -> bool:
        """Whether the table is read here: it has columns of figures."""
        return number in self._columns and bool(self._columns[number].values)

    def assigns(self, line: LogicalLine) -> bool:
        """Whether the line stands in a table that says who does what, wherever it is attached."""
        return line.cell is not None and line.cell[0] in self._assigning

    def delivers(self, line: LogicalLine) -> bool:
        """Whether the line stands under "Sản phẩm" in a table that says who does what."""
        if line.cell is None or not self.assigns(line):
            return False
        number, index = line.cell
        own = self._context.tables[number].cells[index]
        if number not in self._deliverables:
            self._deliverables[number] = self._read_deliverables(number)
        first = self._deliverables[number].get(own.column)
        return first is not None and first < own.row

    def _read_deliverables(self, number: int) -> dict[int, int]:
        """The columns of a table that are headed so, each with the first row that says it."""
        found: dict[int, int] = {}
        for at, cell in enumerate(self._context.tables[number].cells):
            if cell.row < _HEADER_ROWS and field_kind(self._text(number, at)) == "deliverable":
                found.setdefault(cell.column, cell.row)
        return found

    def owners_of(self, line: LogicalLine) -> tuple[str, ...]:
        """Who answers for the indicator in a line: the agencies of its row's owner column."""
        if line.cell is None or line.cell[0] not in self._columns:
            return ()
        number, index = line.cell
        table, columns = self._context.tables[number], self._columns[number]
        own = table.cells[index]
        if columns.owner is None or own.column != columns.name or own.row < columns.first_row:
            return ()
        if number not in self._charging:
            self._charging[number] = {
                row: cell
                for cell in reversed(table.cells)
                if cell.column == columns.owner
                for row in range(cell.row, min(cell.row + cell.row_span, table.rows))
            }
        cell = self._charging[number].get(own.row)
        return () if cell is None else self._owners(cell)

    def of_line(self, line: LogicalLine) -> Iterator[TableTarget]:
        """The targets of the row whose name begins with this line; of other lines nothing."""
        if line.cell is None or not self.takes(line.cell[0]):
            return
        number, index = line.cell
        table, columns = self._context.tables[number], self._columns[number]
        cell = table.cells[index]
        if cell.column != columns.name or cell.row < columns.first_row:
            return
        if self._words[line.cell][0] is not line:
            return
        yield from self._row(number, table, columns, cell)

    def _row(
        self, number: int, table: Table, columns: Columns, name: Cell
    ) -> Iterator[TableTarget]:
        row = self._cells_of_row(number, name.row)
        unit = self._text(number, row[columns.unit][0]) if columns.unit in row else ""
        owners = self._owners(row[columns.owner][1]) if columns.owner in row else ()
        named = self._text(number, row[columns.name][0]).lstrip(_BULLETS)
        if _BARE_FIGURE.match(fold(named)) and read_value(named, "", "") is not None:
            return  # a figure names nothing
        if not any(self._text(number, row[at][0]) for at in columns.values if at in row):
            self._group[number] = named  # a row that only names: "Cà phê", its figures below
        for column in columns.values:
            if column not in row:
                continue
            at, cell = row[column]
            value = self._text(number, at)
            if (number, column) not in self._headers:
                self._headers[number, column] = self._header(number, table, column, columns)
            head_at = self._headers[number, column]
            if head_at is None:
                continue
            header, head = table.cells[head_at], self._text(number, head_at)
            said = unit or unit_of_head(head)
            quantity = read_value(value, said, named)
            if quantity is None:
                continue
            measure = measure_of_head(head) if columns.measured else ""
            place = head if columns.placed else ""
            start, end = sorted((name.span, cell.span), key=lambda span: span.start)
            yield TableTarget(
                span=Span(start=start.start, end=end.end),
                text=" ".join(
                    part
                    for part in (measure, place, named, value, said if said not in value else "")
                    if part
                ),
                group=self._whose(columns, number, named, head),
                indicator=measure or named,
                quantity=quantity,
                header=header.span,
                owner_ids=owners,
            )

    def _whose(self, columns: Columns, number: int, named: str, head: str) -> str | None:
        """What or whom the figure is of: the row of a measure, the head of a place, a group."""
        if columns.measured:
            return named
        return head if columns.placed else self._group.get(number)

    def _owners(self, cell: Cell) -> tuple[str, ...]:
        first = bisect_left(self._named_at, cell.span.start)
        last = bisect_left(self._named_at, cell.span.end)
        found = [one.agency_id for one in self._named[first:last] if cell.span.contains(one.span)]
        return tuple(dict.fromkeys(found))

    def _text(self, number: int, index: int) -> str:
        return " ".join(line.text for line in self._words.get((number, index), ())).strip()

    def _cells_of_row(self, number: int, row: int) -> dict[int, tuple[int, Cell]]:
        """The cells that begin in a row, by their columns, with their indices; sorted once."""
        if number not in self._rows:
            rows = self._rows[number] = {}
            for at, cell in enumerate(self._context.tables[number].cells):
                rows.setdefault(cell.row, {})[cell.column] = (at, cell)
        return self._rows[number].get(row, {})

    def _header(self, number: int, table: Table, column: int, columns: Columns) -> int | None:
        """The lowest header cell above a column that says something, by its index."""
        above = [
            (cell.row, at)
            for at, cell in enumerate(table.cells)
            if cell.row < columns.first_row
            and cell.column <= column < cell.column + cell.column_span
            and self._text(number, at)
        ]
        return max(above)[1] if above else None

    def _charges(self, number: int, table: Table) -> bool:
        heads = (at for at, cell in enumerate(table.cells) if cell.row < _HEADER_ROWS)
        return any(field_kind(self._text(number, at)) in CHARGING for at in heads)

    def _read_header(self, number: int, table: Table) -> Columns | None:
        """The columns of a target table; None for any other table."""
        if table.columns < 2 or table.rows < 2:
            return None
        heads: dict[int, str] = {}
        last_row = 0
        rows = _HEADER_ROWS if self._is_double(number, table) else 1
        for index, cell in enumerate(table.cells):
            if cell.row >= rows:
                continue
            words = fold(self._text(number, index))
            if cell.row == 1 and not self._heads(words):
                continue
            last_row = max(last_row, cell.row + cell.row_span - 1)
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                heads[column] = f"{heads.get(column, '')} {words}".strip()
        setting = Setting(
            aims=self._aims(table),
            charges=number in self._assigning,
            issued_in=self._context.issued_in,
            cells=lambda column: self._column(number, table, column, last_row + 1),
        )
        return read_columns(heads, last_row + 1, setting)

    def _aims(self, table: Table) -> bool:
        """Whether the table stands in a part on targets."""
        index = self._context.index or SectionIndex(self._context.sections)
        section = index.innermost(table.span.start)
        while section is not None and section.kind in (SectionKind.TABLE, SectionKind.ROW):
            section = index.by_id.get(section.parent_id or "")
        if section is None or section.role is not SectionRole.APPENDIX:
            return section is not None and section.role is SectionRole.TARGET
        # "Phụ lục I. GIAO CHỈ TIÊU … NĂM 2024"
        heading = fold(section.heading or "")
        return _SETS.search(heading) is not None and _RATES.search(heading) is None

    def _column(self, number: int, table: Table, column: int, first_row: int) -> list[str]:
        return [
            fold(self._text(number, at))
            for at, cell in enumerate(table.cells)
            if cell.column == column and cell.row >= first_row
        ]

    def _is_double(self, number: int, table: Table) -> bool:
        """Whether the second row may go on with the heads: it opens no item of its own."""
        opening = [
            fold(self._text(number, index))
            for index, cell in enumerate(table.cells)
            if cell.column == 0 and cell.row < _HEADER_ROWS
        ]
        return len(opening) < _HEADER_ROWS or opening[1] in ("", opening[0])

    @staticmethod
    def _heads(words: str) -> bool:
        """Whether a cell of the second row still belongs to the header: "Năm 2026" below a span."""
        return bool(_YEARS.search(words) or PLACE.match(words)) and len(words) <= 30


def read_value(value: str, unit: str, named: str) -> Quantity | None:
    """The figure of a cell, its unit from the column of units or from the name ("… (%)")."""
    said = _REMARK.sub("", value).strip()  # "35,5 (tăng 2%)": a remark on the figure
    found = find_quantities(said)
    if len(found) == 1 and found[0].quantity.unit:
        return found[0].quantity
    bracket = _UNIT_IN_BRACKETS.search(named)
    counted, _, per = (unit or (bracket[1].strip() if bracket else "")).partition("/")
    update = {"unit": counted.strip() or None, "per": per.strip() or None}
    match = _BARE_FIGURE.fullmatch(fold(said))
    if match is None:
        quantity = _with_words(said)
        return quantity.model_copy(update=update) if quantity is not None else None
    low, high = read_figure(match["low"]), read_figure(match["high"]) if match["high"] else None
    if low is None or (high is not None and high < low):
        return None
    cue = quantity_words().cues.get(match["sign"] or "")
    comparator = (cue.comparator if cue else None) or Comparator.EQ
    return Quantity(value=low, upper=high, comparator=comparator).model_copy(update=update)


def _with_words(value: str) -> Quantity | None:
    """ "98,5 trở lên", "Không quá 5", "Giảm 10": read as a share, whose unit the column says."""
    figures = list(_FIGURE.finditer(value))
    if not figures or _CALENDAR.search(fold(value)):
        return None
    end = figures[-1].end()
    share = f"{value[:end]}%{value[end:]}"
    found = find_quantities(share)
    whole = len(found) == 1 and not share[: found[0].start].strip()
    return found[0].quantity if whole and not share[found[0].end :].strip(" .") else None
