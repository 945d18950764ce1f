"""Places that hold a time and nothing else: labelled fields, and cells of a column of times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.roles import field_kind, heads_calendar
from vnplan.parsers.columns import HEADER_ROWS
from vnplan.parsers.schedule import heads_ticks, is_ticked
from vnplan.text.document import Table
from vnplan.text.fold import fold_characters
from vnplan.text.labels import read_label, roman_value
from vnplan.text.lines import LogicalLine

_NAME = r"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hạn\s+(?:cuối|chót|hoàn|nộp)|lộ\s+trình|mốc\s+thời)"
# "Thời gian thực hiện: …", also in a line: "… tài sản. Thời hạn hoàn thành: Trước ngày …"
_FIELD = regex.compile(
    rf"(?:^|(?<=[.;)]\s))(?:[-+*•]\s?)?(?:về\s+)?(?P<name>{_NAME}[^:.;\n]{{0,48}}):\s*"
)
_HEAD = regex.compile(rf"(?:về\s+)?(?P<name>{_NAME}[^:.;\n]{{0,48}}):\s*")
_HEAD_REACH = 90
_FIELD_END = regex.compile(r"[.;](?!\d)(?!\s\d{1,2}/\d)\s")  # "15/6/2026; 15/12/2026"
_HEADER = regex.compile(
    rf"^(?:dự\s+kiến\s+)?{_NAME}(?!\s+(?:đăng|sử\s+dụng))"
    r"|^(?:hoàn\s+thành|hạn|(?:ngày\s+)?kết\s+thúc)$"
    r"|^ngày\s+(?:chậm\s+nhất|hoàn\s+thành|cuối\s+cùng|phải)(?!\p{L})"
    r"|^(?:ngày|tháng|quý|năm|giai\s+đoạn|lịch)(?:\s*,\s*tháng)?\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|trình)$"
)
# In such a place a year alone is the day by which: "Thời gian hoàn thành: 2025"
_COMPLETION = regex.compile(
    r"hoàn\s+thành|chậm\s+nhất|thời\s+hạn|hạn(?:\s|$)|ban\s+hành|kết\s+thúc|trình"
)
# "Tháng | Nội dung công việc": times of a calendar of work, not of a table of figures
_WORK = regex.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:nội\s+dung|công\s+việc|nhiệm\s+vụ|hoạt\s+động|chủ\s+đề)"
)
_MONEY = regex.compile(r"(?<!\p{L})(?:vốn|kinh phí|dự toán|ngân sách)(?!\p{L})")
# "Chỉ tiêu | Đơn vị tính | Năm 2026 | Đến năm 2030": the heads say by when the figures are to be
_NAMES_TARGETS = regex.compile(r"(?:tên\s|các\s|nội dung\s)*(?:chỉ tiêu|mục tiêu)(?!\p{L})")
_SETS_TARGETS = regex.compile(r"(?<!\p{L})(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)(?!\p{L})")
_UNITS = regex.compile(r"(?:đơn vị(?: tính)?|đvt)$")
_TOLD = regex.compile(
    r"(?<!\p{L})(?:(?<!lộ trình\s|kế hoạch\s)thực hiện|ước|kết quả|hiện trạng|so với"
    r"|so sánh)(?!\p{L})"
)
_YEAR_CELL = regex.compile(
    r"(?:kế\s+hoạch|dự\s+(?:toán|kiến)|thực\s+hiện|ước(?:\s+thực\s+hiện)?|đạt)?\s*(?:năm\s+)?(?:19|20)\d\d[.\s]*"
)


@dataclass(frozen=True, slots=True)
class Field:
    """`text[start:end]` of a line holds a time; `completion`: the one by which it is done."""

    start: int
    end: int
    completion: bool


def field_in(text: str) -> Field | None:
    """The last labelled time field in a line (folded text)."""
    if ":" not in text:
        return None
    found: Field | None = None
    label = read_label(text)
    begin = label.end if label is not None else 0
    for match in _FIELD.finditer(text, begin):
        found = _field(text, match)
    if found is None:
        head = _HEAD.match(text[begin : begin + _HEAD_REACH])
        if head is not None:
            start = begin + head.end()
            stop = _FIELD_END.search(text, start)
            end = stop.start() if stop is not None else len(text)
            found = Field(start, end, _COMPLETION.search(head["name"]) is not None)
    return found


def _field(text: str, match: regex.Match[str]) -> Field:
    stop = _FIELD_END.search(text, match.end())
    end = stop.start() if stop is not None else len(text)
    return Field(match.end(), end, _COMPLETION.search(match["name"]) is not None)


class TimeColumns:
    """Which cells stand under a heading that asks for a time, and under which."""

    def __init__(
        self,
        tables: Sequence[Table],
        lines: Sequence[LogicalLine],
        time_cells: frozenset[tuple[int, int]],
    ) -> None:
        words: dict[tuple[int, int], list[str]] = {}
        for line in lines:
            if line.cell is not None:
                words.setdefault(line.cell, []).append(line.text)
        self._words = {cell: " ".join(found) for cell, found in words.items()}
        self._header: dict[tuple[int, int], str] = {}
        self._headers: set[tuple[int, int]] = set()
        self._of_targets: set[tuple[int, int]] = set()
        self._of_ticks: set[tuple[int, int]] = set()
        above: dict[int, str] = {}
        for number, table in enumerate(tables):
            goes_on = number > 0 and self._goes_on(number, table, tables[number - 1])
            above = self._read(number, table, above if goes_on else {})
        self._time_cells = time_cells

    def _goes_on(self, number: int, table: Table, above: Table) -> bool:
        """Whether a table is the rest of the one above behind a page break: no headings, but an
        item or the end of the row that was cut."""
        first = [
            self._words.get((number, index), "").strip(" .)")
            for index, cell in enumerate(table.cells)
            if cell.row == 0
        ]
        if table.columns != above.columns or not first or any(map(field_kind, first)):
            return False
        return not first[0] or first[0].isdigit() or roman_value(first[0]) is not None

    def _read(self, number: int, table: Table, above: dict[int, str]) -> dict[int, str]:
        """Notes the time columns of a table with three columns and more: others lay out.

        `above` holds those of the table that this one goes on with.
        """
        if table.columns < 3:
            return {}
        columns: dict[int, str] = {}
        header_rows: set[int] = set()
        top = max((cell.row for cell in table.cells), default=0)
        works = any(
            cell.row == 0 and _WORK.match(fold_characters(self._words.get((number, index), "")))
            for index, cell in enumerate(table.cells)
        )
        for index, cell in enumerate(table.cells):
            if cell.row >= min(HEADER_ROWS, top):
                continue
            header = fold_characters(self._words.get((number, index), ""))
            timed = _HEADER.search(header) or (works and heads_calendar(header))
            if len(header) < 60 and timed:
                header_rows.add(cell.row)
                for column in range(cell.column, cell.column + cell.column_span):
                    columns.setdefault(column, header)
        header_rows.update(self._rows_of_years(number, table))
        self._note_targets(number, table)
        self._note_ticks(number, table)
        continued = not columns and bool(above)
        columns = columns or above
        for index, cell in enumerate(table.cells):
            if (cell.row == 0 and not continued) or cell.row in header_rows:
                self._headers.add((number, index))
            elif cell.column in columns:
                self._header[number, index] = columns[cell.column]
        return columns

    def _note_targets(self, number: int, table: Table) -> None:
        """Notes the heads of columns of figures to be reached, in a table of targets."""
        heads = {
            (number, index): fold_characters(self._words.get((number, index), ""))
            for index, cell in enumerate(table.cells)
            if cell.row < HEADER_ROWS - 1 and cell.column_span == 1
        }
        named = any(_NAMES_TARGETS.match(words) for words in heads.values())
        counted = any(_UNITS.fullmatch(words) for words in heads.values())
        if any(_MONEY.search(words) for words in heads.values()):
            return
        for cell, words in heads.items():
            planned = named or (counted and _SETS_TARGETS.search(words) is not None)
            if planned and len(words) < 60 and _TOLD.search(words) is None:
                self._of_targets.add(cell)

    def _note_ticks(self, number: int, table: Table) -> None:
        """Notes the months and quarters over columns that rows tick off."""
        for index, cell in enumerate(table.cells):
            if cell.row >= HEADER_ROWS or cell.column_span != 1:
                continue
            if not heads_ticks(fold_characters(self._words.get((number, index), ""))):
                continue
            below = (
                self._words.get((number, at), "")
                for at, other in enumerate(table.cells)
                if other.column == cell.column and other.row > cell.row
            )
            if is_ticked(below):
                self._of_ticks.add((number, index))
                self._header.pop((number, index), None)
                self._headers.add((number, index))

    def _rows_of_years(self, number: int, table: Table) -> set[int]:
        """Rows with a year in several cells: "Năm 2026 | Năm 2027 | Năm 2028" head figures."""
        years: Counter[int] = Counter()
        for index, cell in enumerate(table.cells):
            if _YEAR_CELL.fullmatch(fold_characters(self._words.get((number, index), ""))):
                years[cell.row] += 1
        return {row for row, count in years.items() if count > 1}

    def words(self, cell: tuple[int, int]) -> str:
        """All the text of a cell."""
        return self._words.get(cell, "")

    def header(self, cell: tuple[int, int]) -> str | None:
        """The (folded) heading of the time column that `cell` stands in, "" if it is not known."""
        if cell in self._header:
            return self._header[cell]
        return "" if cell in self._time_cells else None

    def is_header(self, cell: tuple[int, int]) -> bool:
        """Whether `cell` stands in a row of column headings."""
        return cell in self._headers

    def heads_targets(self, cell: tuple[int, int]) -> bool:
        """Whether `cell` heads figures to be reached: "Năm 2026" beside "Chỉ tiêu"."""
        return cell in self._of_targets

    def heads_ticks(self, cell: tuple[int, int]) -> bool:
        """Whether `cell` heads a column that rows tick off: "Quý II" over an "x"."""
        return cell in self._of_ticks

    def is_completion(self, cell: tuple[int, int]) -> bool:
        return _COMPLETION.search(self._header.get(cell, "")) is not None
