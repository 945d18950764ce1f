"""Columns of tables that name parties: "Cơ quan chủ trì", "Đơn vị phối hợp", "Đơn vị thực hiện"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.text.document import Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_HEADER_ROWS = 3
# A header holds words for who and what part, and nothing else: "Sở, ngành chủ trì tham mưu"; a cell
# "Các sở, ngành liên quan" is none.
_WHO = (
    r"cơ quan|đơn vị|sở|ban|ngành|tổ chức|cá nhân|người|lãnh đạo|phòng|bộ phận|địa phương"
    r"|cán bộ|công chức|viên chức|chuyên viên|giáo viên|nhân viên|thành viên|tổ"
)
_PART = (
    r"chủ trì|phối hợp|thực hiện|phụ trách|tham mưu|triển khai|đầu mối|theo dõi|thẩm định"
    r"|chịu trách nhiệm|trách nhiệm"
)
_PARTIES = regex.compile(rf"(?=.*(?:{_PART}))(?:(?:{_WHO}|{_PART}|chính|được giao|và)[\s,/&-]*)+")
# "Họ và tên | Chức vụ | Nhiệm vụ được phân công": persons own what another column says of each.
_NAMES = regex.compile(r"(?:họ (?:và )?tên|họ, tên|họ và tên, chức vụ)(?: [^:]{1,30})?")
_DUTIES = regex.compile(
    r"(?:nội dung )?(?:nhiệm vụ|công việc|phân công)(?: (?:được|phân|công việc|công|cụ thể|nhiệm vụ"
    r"|thực hiện|phụ trách|giao|chính))*"
)
_LONGEST_HEADER = 80


Cells = frozenset[tuple[int, int]]


def party_cells(tables: Sequence[Table], lines: Sequence[LogicalLine]) -> tuple[Cells, Cells]:
    """(table, cell) of the headers that name parties, and of the cells below them.

    `lines` hold the words of the cells. A header is a short cell of the first rows.
    """
    words: dict[tuple[int, int], list[str]] = {}
    for line in lines:
        if line.cell is not None:
            words.setdefault(line.cell, []).append(line.text)
    headers: set[tuple[int, int]] = set()
    found: set[tuple[int, int]] = set()
    for number, table in enumerate(tables):
        below: dict[int, int] = {}  # column -> first row below its header
        tops = {
            index: " ".join(words.get((number, index), ()))
            for index, cell in enumerate(table.cells)
            if cell.row < _HEADER_ROWS
        }
        roster = any(heads_duties(header) for header in tops.values())
        for index, header in tops.items():
            parties = 0 < len(header) <= _LONGEST_HEADER and _PARTIES.fullmatch(fold(header))
            if parties or (roster and heads_persons(header)):
                headers.add((number, index))
                cell = table.cells[index]
                for column in range(cell.column, cell.column + cell.column_span):
                    below[column] = cell.row + cell.row_span
        found.update(
            (number, index)
            for index, cell in enumerate(table.cells)
            if cell.column in below and cell.row >= below[cell.column]
        )
    return frozenset(headers), frozenset(found - headers)


def heads_persons(header: str) -> bool:
    """Whether a column holds the names of persons: "Họ và tên"."""
    return len(header) <= _LONGEST_HEADER and _NAMES.fullmatch(fold(header)) is not None


def heads_duties(header: str) -> bool:
    """Whether a column says what each person is to do: "Nhiệm vụ được phân công"."""
    return len(header) <= _LONGEST_HEADER and _DUTIES.fullmatch(fold(header)) is not None
