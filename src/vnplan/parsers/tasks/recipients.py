"""Bodies to which something goes: reports ("báo cáo UBND tỉnh"), drafts ("trình UBND tỉnh …")."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.words import Words
from vnplan.records import ResponsibilityRole

_GOES = regex.compile(
    r"(?<!\p{L})(?:(?P<report>báo cáo|phản ánh|gửi|kiến nghị)|(?P<through>\((?:thông )?qua)"
    r"|(?P<draft>trình|tham mưu(?:,? đề xuất)?(?: cho| với)?))\s"
)
_TO = regex.compile(r"(?<!\p{L})(?:gửi về|gửi|về|cho|lên|đến|tới|với)\s")
_APPROVES = regex.compile(
    r"\s?,?\s?(?:để\s)?(?:xem xét|phê duyệt|ban hành|quyết định|thông qua|cho ý kiến|chấp thuận|ký"
    r"|cho phép)(?!\p{L})"
)
_JOINT = regex.compile(r"(?:phối(?: kết)? hợp|cùng|kết hợp|gắn)\s$")
_REACH = 140
"""How far behind "báo cáo" the words say to whom: "báo cáo kết quả thực hiện … về Sở Y tế"."""


def find_recipients(
    clause: Words, naming: Naming
) -> Iterator[tuple[ResponsibilityRole, list[Placed]]]:
    """Who receives a report on the item, or approves what is drafted."""
    if not naming.names_any(clause):
        return
    for match in _GOES.finditer(clause.folded, clause.start, clause.end):
        if match["draft"] is not None:
            listed = _listed(clause, match.end(), naming)
            end = listed[-1].body.end if listed else match.end()
            if listed and _APPROVES.match(clause.folded, end, clause.end):
                yield ResponsibilityRole.APPROVE, listed
            continue
        listed = _receivers(clause, match.end(), naming, direct=match["report"] != "gửi")
        if listed:
            yield ResponsibilityRole.RECEIVE_REPORT, listed


def _receivers(clause: Words, at: int, naming: Naming, *, direct: bool) -> list[Placed]:
    listed = _listed(clause, at, naming)
    if listed:
        return listed
    end = min(clause.end, at + _REACH)
    for match in _TO.finditer(clause.folded, at, end):
        if _JOINT.search(clause.folded, max(at, match.start() - 10), match.start()):
            return []
        listed = _listed(clause, match.end(), naming)
        if listed and (direct or match[0].strip() != "với"):
            return listed
    return []


def _listed(clause: Words, at: int, naming: Naming) -> list[Placed]:
    return naming.listed(clause.line, at, clause.end)
