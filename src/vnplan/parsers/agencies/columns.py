"""Columns of tables that name parties: "Cơ quan chủ trì", "Đơn vị phối hợp", "Đơn vị thực hiện"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.parsers.columns import Cells, cells_below
from vnplan.text.document import Table
from vnplan.text.lines import LogicalLine

# A header holds words for who and what part, and nothing else: "Sở, ngành chủ trì tham mưu"; a cell
# "Các sở, ngành liên quan" is none.
_WHO = r"cơ quan|đơn vị|sở|ban|ngành|tổ chức|cá nhân|người|lãnh đạo|phòng|bộ phận|địa phương"
_PART = (
    r"chủ trì|phối hợp|thực hiện|phụ trách|tham mưu|triển khai|đầu mối|theo dõi|thẩm định"
    r"|chịu trách nhiệm|trách nhiệm"
)
_PARTIES = regex.compile(rf"(?=.*(?:{_PART}))(?:(?:{_WHO}|{_PART}|chính|được giao|và)[\s,/&-]*)+")


def party_cells(tables: Sequence[Table], lines: Sequence[LogicalLine]) -> tuple[Cells, Cells]:
    """The headers that name parties, and the cells below them (see `cells_below`)."""
    return cells_below(tables, lines, _PARTIES)
