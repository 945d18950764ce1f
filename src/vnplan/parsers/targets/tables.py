"""Target tables: indicators in rows, years in columns ("Chỉ tiêu | Đơn vị tính | Năm 2026 | …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.quantities import quantity_words
from vnplan.lexicon.roles import CHARGING, field_kind
from vnplan.parsers.quantities import find_quantities, read_figure
from vnplan.parsers.targets.context import TargetContext
from vnplan.records import Comparator, Quantity, Span
from vnplan.text.document import Cell, Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_NAME = regex.compile(
    r"(?:tên\s|các\s|nội dung\s|nhóm\s|danh mục\s)*(?:chỉ tiêu|mục tiêu)(?!\p{L})"
)
_CRITERIA = regex.compile(r"(?<!\p{L})(?:tiêu chí|tiêu chuẩn|điểm chuẩn|thang điểm)(?!\p{L})")
_UNIT = regex.compile(r"(?:đơn vị(?: tính)?|đvt|đơn vị đo)(?!\p{L})")
# A column of figures to be reached; those of what was done and of comparisons are not.
_WHEN = regex.compile(
    r"(?:19|20)\d\d|giai đoạn|kế hoạch|mục tiêu|chỉ tiêu|đến năm|giao|lộ trình|cuối kỳ|quý"
)
_DONE = regex.compile(
    r"(?<!\p{L})(?:thực hiện|ước|ưth|uth|hiện trạng|kết quả|hiện hành|so sánh|so với"
    r"|ghi chú|thực trạng|đánh giá|đã|nền)(?!\p{L})|^tt$|^stt$"
)
_YEARS = regex.compile(r"(?:19|20)\d\d")
_UNIT_IN_BRACKETS = re.compile(r"\(([^()\d]{1,20})\)\s*$")
_BARE_FIGURE = regex.compile(
    r"(?P<sign>[≥≤<>~≈]=?|trên|dưới|khoảng|ít nhất|tối thiểu|tối đa)?\s?(?P<low>\d[\d.,]*\d|\d)"
    r"(?:\s?-\s?(?P<high>\d[\d.,]*\d|\d))?"
)
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


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    unit: int | None
    owner: int | None
    values: tuple[int, ...]
    first_row: int


class TargetTables:
    """The target tables of a document; other tables are left to the reading by lines."""

    def __init__(self, lines: Sequence[LogicalLine], context: TargetContext) -> None:
        self._context = context
        self._words: dict[tuple[int, int], list[LogicalLine]] = {}
        for line in lines:
            if line.cell is not None:
                self._words.setdefault(line.cell, []).append(line)
        self._columns: dict[int, _Columns] = {}
        self._group: dict[int, str] = {}
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
        table = self._context.tables[number]
        own = table.cells[index]
        heads = (
            at
            for at, cell in enumerate(table.cells)
            if cell.row < min(_HEADER_ROWS, own.row) and cell.column == own.column
        )
        return any(field_kind(self._text(number, at)) == "deliverable" for at in heads)

    def owners_of(self, line: LogicalLine) -> tuple[str, ...]:
        """Who answers for the indicator in a line: the agencies of its row's owner column."""
        if line.cell is None or line.cell[0] not in self._columns:
            return ()
        table, columns = self._context.tables[line.cell[0]], self._columns[line.cell[0]]
        own = table.cells[line.cell[1]]
        if columns.owner is None or own.column != columns.name or own.row < columns.first_row:
            return ()
        for cell in table.cells:
            if cell.column == columns.owner and cell.row <= own.row < cell.row + cell.row_span:
                return self._owners(cell)
        return ()

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
        self, number: int, table: Table, columns: _Columns, name: Cell
    ) -> Iterator[TableTarget]:
        row = {
            cell.column: (at, cell) for at, cell in enumerate(table.cells) if cell.row == name.row
        }
        unit = self._text(number, row[columns.unit][0]) if columns.unit in row else ""
        owners = self._owners(row[columns.owner][1]) if columns.owner in row else ()
        named = self._text(number, row[columns.name][0]).lstrip(_BULLETS)
        if read_value(named, "", "") is not None:
            return  # a figure names nothing
        if not any(self._text(number, row[at][0]) for at in columns.values if at in row):
            self._group[number] = named  # a row that only names: "Cà phê", its figures below
        for column in columns.values:
            if column not in row:
                continue
            at, cell = row[column]
            value = self._text(number, at)
            quantity = read_value(value, unit, named)
            header = self._header(table, column, columns.first_row)
            if quantity is None or header is None:
                continue
            start, end = sorted((name.span, cell.span), key=lambda span: span.start)
            yield TableTarget(
                span=Span(start=start.start, end=end.end),
                text=" ".join(
                    part for part in (named, value, unit if unit not in value else "") if part
                ),
                group=self._group.get(number),
                indicator=named,
                quantity=quantity,
                header=header.span,
                owner_ids=owners,
            )

    def _owners(self, cell: Cell) -> tuple[str, ...]:
        found = [m.agency_id for m in self._context.mentions if cell.span.contains(m.span)]
        return tuple(dict.fromkeys(found))

    def _text(self, number: int, index: int) -> str:
        return " ".join(line.text for line in self._words.get((number, index), ())).strip()

    @staticmethod
    def _header(table: Table, column: int, first_row: int) -> Cell | None:
        """The lowest header cell above a column."""
        above = [
            cell
            for cell in table.cells
            if cell.row < first_row and cell.column <= column < cell.column + cell.column_span
        ]
        return max(above, key=lambda cell: cell.row, default=None)

    def _charges(self, number: int, table: Table) -> bool:
        heads = (at for at, cell in enumerate(table.cells) if cell.row < _HEADER_ROWS)
        return any(field_kind(self._text(number, at)) in CHARGING for at in heads)

    def _read_header(self, number: int, table: Table) -> _Columns | None:
        """The columns of a target table; None for any other table."""
        if table.columns < 2 or table.rows < 2:
            return None
        heads: dict[int, str] = {}
        last_row = 0
        for index, cell in enumerate(table.cells):
            if cell.row >= _HEADER_ROWS:
                continue
            words = fold(self._text(number, index))
            if cell.row == 1 and not self._heads(words):
                continue
            last_row = max(last_row, cell.row + cell.row_span - 1)
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                heads[column] = f"{heads.get(column, '')} {words}".strip()
        unit = next((at for at, words in heads.items() if _UNIT.match(words)), None)
        name = next((at for at, words in sorted(heads.items()) if _NAME.match(words)), None)
        if name is None or any(_CRITERIA.search(words) for words in heads.values()):
            return None  # "Tên tiêu chí | Nội dung | Chỉ tiêu": what a title is awarded for
        values = tuple(at for at, words in sorted(heads.items()) if at > name and _is_value(words))
        owner = next(
            (at for at, words in heads.items() if field_kind(words) in ("lead", "implement")), None
        )
        if not values and owner is None:
            return None
        return _Columns(name, unit, owner, values, last_row + 1)

    @staticmethod
    def _heads(words: str) -> bool:
        """Whether a cell of the second row still belongs to the header: "Năm 2026" below a span."""
        return bool(_YEARS.search(words)) and len(words) <= 30


def _is_value(words: str) -> bool:
    return bool(_WHEN.search(words)) and not _DONE.search(words) and not _UNIT.match(words)


def read_value(value: str, unit: str, named: str) -> Quantity | None:
    """The figure of a cell, its unit from the column of units or from the name ("… (%)")."""
    found = find_quantities(value)
    if len(found) == 1 and found[0].quantity.unit:
        return found[0].quantity
    match = _BARE_FIGURE.fullmatch(fold(value))
    if match is None:
        return None
    low, high = read_figure(match["low"]), read_figure(match["high"]) if match["high"] else None
    if low is None or (high is not None and high < low):
        return None
    bracket = _UNIT_IN_BRACKETS.search(named)
    cue = quantity_words().cues.get(match["sign"] or "")
    return Quantity(
        value=low,
        upper=high,
        unit=unit or (bracket[1].strip() if bracket else "") or None,
        comparator=(cue.comparator if cue else None) or Comparator.EQ,
    )
