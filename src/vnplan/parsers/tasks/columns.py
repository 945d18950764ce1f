"""Columns of an assignment table: which one holds the task, who leads, who helps, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.roles import CHARGING, field_kind, heads_calendar
from vnplan.parsers.agencies.columns import heads_duties, heads_persons
from vnplan.parsers.columns import HEADER_ROWS
from vnplan.text.document import Cell, Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_LONGEST_HEADING = 100
_NUMBERS = regex.compile(r"\(?\d{1,2}\)?(?:\s?=.*)?|\([a-zđ]\)")
_ORDINAL = regex.compile(r"[\divxlcdm.()\-]{0,8}|[a-zđ][.)]?")
# "Nhiệm vụ" and its like may stand anywhere in the heading of the task column.
_TASK = regex.compile(r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đề án|dự án|công tác|tên")
_MANNER = regex.compile(r"(?:hình thức|cách thức|phương thức|phương pháp)(?!\p{L})")
_WHO = (
    r"(?:(?:các|cơ quan|đơn vị|sở|ban|bộ|ngành|phòng|địa phương|tổ chức|cấp|bộ phận|cá nhân|người"
    r"|cán bộ|công chức|viên chức|chuyên viên|giáo viên|nhân viên|lãnh đạo|thành viên"
    r"|phân công|trách nhiệm|được giao|được phân công|và|hoặc)[\s,/]+)*"
)
_BOTH = regex.compile(rf"{_WHO}chủ trì\s?(?:,|/|và|-|;)\s?(?:đơn vị\s|cơ quan\s)?phối hợp")
# "Sở, ngành chủ trì tham mưu", "Sở, ban, ngành và địa phương phối hợp": no label of a line
_CHARGED = regex.compile(
    rf"(?=\w+[\s,/]){_WHO}(?:(?P<lead>chủ trì|đầu mối)|(?P<coordinate>phối hợp)"
    r"|(?P<implement>thực hiện|chịu trách nhiệm|tham mưu|phụ trách|triển khai"
    r"|được (?:giao|phân công)(?: nhiệm vụ)?)"
    r"|(?P<monitor>theo dõi|giám sát|kiểm tra|đôn đốc)|(?P<appraise>thẩm định)"
    r"|(?P<approve>phê duyệt|ban hành))(?!\p{L})"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers by what they hold; `first_row` is the first row below the headings."""

    kinds: Mapping[int, str]
    task: int
    first_row: int
    width: int

    def of(self, kind: str) -> list[int]:
        """The columns that hold `kind`, left to right."""
        return [column for column, held in sorted(self.kinds.items()) if held == kind]


class Cells:
    """The cells of a table with their lines, asked for by row and column."""

    def __init__(self, table: Table, lines: Mapping[int, Sequence[LogicalLine]]) -> None:
        self.table = table
        self._lines = lines
        self._at: dict[tuple[int, int], int] = {}
        budget = 200_000  # a hostile table may span more than it holds
        for index, cell in enumerate(table.cells):
            budget -= cell.row_span * cell.column_span
            if budget < 0:
                break
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._at.setdefault((row, column), index)

    def index(self, row: int, column: int) -> int | None:
        """The cell that covers a place of the grid, a merged one from its first row on."""
        return self._at.get((row, column))

    def cell(self, index: int) -> Cell:
        return self.table.cells[index]

    def lines(self, index: int | None) -> Sequence[LogicalLine]:
        return () if index is None else self._lines.get(index, ())

    def text(self, index: int | None) -> str:
        return " ".join(line.text for line in self.lines(index))

    def in_row(self, row: int) -> list[int]:
        """The cells that begin in a row, left to right."""
        found = [self._at.get((row, column)) for column in range(self.table.columns)]
        seen = dict.fromkeys(index for index in found if index is not None)
        return [index for index in seen if self.table.cells[index].row == row]


def read_columns(cells: Cells) -> Columns | None:
    """The columns of an assignment table; None for other tables.

    Headings may take two rows ("Phân công" over "Chủ trì" and "Phối hợp"); the lower one says more.
    """
    table = cells.table
    kinds: dict[int, str] = {}
    texts: dict[int, str] = {}
    first_row = 0
    for row in range(min(HEADER_ROWS, table.rows)):
        found = _heading_row(cells, row, kinds)
        if found is None:
            if kinds:
                break
            continue
        first_row = row + 1
        for column, (text, kind) in found.items():
            texts[column] = f"{texts.get(column, '')} {text}".strip()
            if kind is not None:
                kinds[column] = kind
    first_row = _past_numbers(cells, first_row)
    kinds = _roster(texts) or kinds
    if not any(kind in CHARGING for kind in kinds.values()):
        return None
    task = _task_column(kinds, texts, table.columns)
    if task is None:
        return None
    return Columns(kinds, task, first_row, table.columns)


def _roster(texts: Mapping[int, str]) -> dict[int, str] | None:
    """The columns of "Họ và tên | Chức vụ | Nhiệm vụ được phân công"; None for other tables."""
    names = [column for column, text in texts.items() if heads_persons(text)]
    duties = [column for column, text in texts.items() if heads_duties(text)]
    if len(names) != 1 or len(duties) != 1:
        return None
    return {names[0]: "implement", duties[0]: "content"}


def _heading_row(
    cells: Cells, row: int, above: Mapping[int, str]
) -> dict[int, tuple[str, str | None]] | None:
    """{column: (heading, what it holds)} of a row of headings; None for a row of data."""
    found: dict[int, tuple[str, str | None]] = {}
    for column in range(cells.table.columns):
        index = cells.index(row, column)
        if index is None or (cells.cell(index).row < row and row > 0):
            continue
        text = cells.text(index)
        numbered = above.get(column) == "ordinal" and is_ordinal(text) and bool(text.strip())
        if len(text) > _LONGEST_HEADING or numbered:
            return None
        if text:
            found[column] = (text, _kind(text))
    held = {kind for _, kind in found.values() if kind is not None}
    labelled = len(held) >= 2 or (bool(above) and bool(held & CHARGING))
    return found if labelled else None


def _kind(text: str) -> str | None:
    folded = fold(text)
    if _BOTH.match(folded):
        return "lead"
    kind = "implement" if folded.strip(" .:") == "trách nhiệm" else field_kind(text)
    if kind is None and (charged := _CHARGED.match(folded)) is not None:
        return charged.lastgroup
    return "time" if kind is None and heads_calendar(text) else kind


def _past_numbers(cells: Cells, row: int) -> int:
    """Past a row that only counts the columns: "(1) (2) (3)"."""
    while row < cells.table.rows:
        texts = [cells.text(index) for index in cells.in_row(row)]
        filled = [text.strip() for text in texts if text.strip()]
        if len(filled) < 3 or not all(_NUMBERS.fullmatch(text) for text in filled):
            return row
        row += 1
    return row


def _task_column(kinds: dict[int, str], texts: Mapping[int, str], width: int) -> int | None:
    """The column of tasks: of contents, else one headed by a word for work."""
    contents = [column for column, kind in sorted(kinds.items()) if kind == "content"]
    if contents:
        # "Hình thức | Nội dung": how it is done, and what
        return next((c for c in contents if not _MANNER.match(fold(texts[c]))), contents[0])
    others = [
        column
        for column in range(width)
        if kinds.get(column) not in (*CHARGING, "ordinal", "time", "target")
        and _TASK.search(fold(texts.get(column, "")))
    ]
    if others:
        kinds[others[0]] = "content"
        return others[0]
    return None


def is_ordinal(text: str) -> bool:
    """ "1", "I.", "a)", "2.1": a number alone in its cell."""
    return _ORDINAL.fullmatch(fold(text).strip()) is not None
