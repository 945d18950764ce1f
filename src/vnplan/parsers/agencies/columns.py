"""Columns of tables that name parties: "Cơ quan chủ trì", "Đơn vị phối hợp", "Đơn vị thực hiện"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.text.document import Table
from vnplan.text.lines import LogicalLine

_HEADER_ROWS = 3
_PARTIES = regex.compile(
    r"(?i)^(?!.*(?:nội dung|nhiệm vụ|thời gian|thời hạn|kết quả|sản phẩm|ghi chú|kinh phí|tiến độ))"
    r".*(?:chủ trì|phối hợp|thực hiện|phụ trách|tham mưu|cơ quan|đơn vị|người thực hiện)"
)
_LONGEST_HEADER = 80


def party_cells(
    tables: Sequence[Table], lines: Sequence[LogicalLine]
) -> frozenset[tuple[int, int]]:
    """(table, cell) of the cells below a header that names parties.

    `lines` hold the words of the cells. A header is a short cell of the first rows.
    """
    words: dict[tuple[int, int], list[str]] = {}
    for line in lines:
        if line.cell is not None:
            words.setdefault(line.cell, []).append(line.text)
    found: set[tuple[int, int]] = set()
    for number, table in enumerate(tables):
        below: dict[int, int] = {}  # column -> first row below its header
        for index, cell in enumerate(table.cells):
            if cell.row < _HEADER_ROWS:
                header = " ".join(words.get((number, index), ()))
                if 0 < len(header) <= _LONGEST_HEADER and _PARTIES.match(header):
                    for column in range(cell.column, cell.column + cell.column_span):
                        below[column] = cell.row + cell.row_span
        found.update(
            (number, index)
            for index, cell in enumerate(table.cells)
            if cell.column in below and cell.row >= below[cell.column]
        )
    return frozenset(found)
