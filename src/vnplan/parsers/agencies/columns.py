"""Columns of tables that name parties: "Cơ quan chủ trì", "Đơn vị phối hợp", "Đơn vị thực hiện"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from vnplan.parsers.columns import Cells, cells_below
from vnplan.text.document import Table
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

# A header holds words for who and what part, and nothing else: "Sở, ngành chủ trì tham mưu"; a cell
# "Các sở, ngành liên quan" is none.
_WHO = (
    r"cơ quan|đơn vị|sở|ban|ngành|tổ chức|cá nhân|người|lãnh đạo|phòng|bộ phận|địa phương"
    r"|cán bộ|công chức|viên chức|chuyên viên|giáo viên|nhân viên|thành viên|tổ"
)
_PART = (
    r"chủ trì|phối hợp|thực hiện|phụ trách|tham mưu|triển khai|đầu mối|theo dõi|thẩm định"
    r"|chịu trách nhiệm|trách nhiệm|được giao|được phân công"
)
_PARTIES = regex.compile(rf"(?=.*(?:{_PART}))(?:(?:{_WHO}|{_PART}|chính|nhiệm vụ|và)[\s,/&-]*)+")
# "Họ và tên | Chức vụ | Nhiệm vụ được phân công": persons own what another column says of each.
_NAMES = regex.compile(r"(?:họ (?:và )?tên|họ, tên|họ và tên, chức vụ)(?: [^:]{1,30})?")
_DUTIES = regex.compile(
    r"(?:nội dung )?(?:nhiệm vụ|công việc|phân công)(?: (?:được|phân|công việc|công|cụ thể|nhiệm vụ"
    r"|thực hiện|phụ trách|giao|chính))*"
)
_LONGEST_HEADER = 80


def party_cells(tables: Sequence[Table], lines: Sequence[LogicalLine]) -> tuple[Cells, Cells]:
    """The headers that name parties, and the cells below them (see `cells_below`)."""
    return cells_below(tables, lines, _party_headers)


def _party_headers(tops: Mapping[int, str]) -> Iterator[int]:
    roster = any(map(heads_duties, tops.values()))
    for index, header in tops.items():
        if _PARTIES.fullmatch(header) or (roster and heads_persons(header)):
            yield index


def heads_persons(header: str) -> bool:
    """Whether a column holds the names of persons: "Họ và tên"."""
    return len(header) <= _LONGEST_HEADER and _NAMES.fullmatch(fold(header)) is not None


def heads_duties(header: str) -> bool:
    """Whether a column says what each person is to do: "Nhiệm vụ được phân công"."""
    return len(header) <= _LONGEST_HEADER and _DUTIES.fullmatch(fold(header)) is not None
