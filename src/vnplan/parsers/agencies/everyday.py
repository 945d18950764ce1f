"""Names that are everyday words too: "Thanh tra tỉnh" is a body, "thanh tra, kiểm tra" is none."""

from __future__ import annotations

import regex

from vnplan.lexicon import parties
from vnplan.parsers.agencies.body import NamedBody
from vnplan.parsers.agencies.line import Line
from vnplan.parsers.agencies.phrases import Found
from vnplan.parsers.agencies.setting import LineKind
from vnplan.records import AgencyKind

_LAW = regex.compile(r"(?:luật|pháp lệnh) (?:tổ chức )?$")  # "Luật Tổ chức Chính phủ"
# Unless the line names parties: "Thuế", "Bảo hiểm xã hội".
_EVERYDAY = (
    AgencyKind.CENTRAL_BRANCH,
    AgencyKind.ENTERPRISE,
    AgencyKind.PUBLIC_UNIT,
    AgencyKind.COURT_PROCURACY,
)
_ACTS = regex.compile(
    r" (?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|chủ động|tổ chức|hướng dẫn)"
)
_ONE_OF_A_KIND = regex.compile(r"(?:ngành|lực lượng|công tác|cơ quan|hoạt động|số liệu) $")


def counts(line: Line, found: Found, body: NamedBody, *, lenient: bool) -> bool:
    """Whether a name of the lexicon, found in a line and read as `body`, names a body there."""
    entry = found.entry
    if entry.level is None and line.counted(found.start):
        return False
    if _LAW.search(line.folded[max(0, found.start - 16) : found.start]):
        return False
    if not entry.common or body.is_group:
        return True
    if body.territory is not None or not found.capital:
        return body.territory is not None and (found.capital or lenient)
    return _stands_for_a_body(line, found, body, lenient=lenient)


def _stands_for_a_body(line: Line, found: Found, body: NamedBody, *, lenient: bool) -> bool:
    """Whether an everyday word with a capital and nothing else is a name."""
    entry = found.entry
    written = line.text[found.start : body.end]
    if written.isupper() and " " not in written and written != "THUẾ":
        return True  # "BHXH", "THADS"
    if _ONE_OF_A_KIND.search(line.folded[max(0, found.start - 10) : found.start]):
        return False
    if _ACTS.match(line.folded, body.end):
        return True
    if entry.kind in _EVERYDAY:
        named = line.setting.names_parties or line.setting.kind is LineKind.RECIPIENT
        return lenient and (named or found.start in line.cues or found.start == line.value)
    if lenient or found.start not in line.sentences:
        return True
    is_verb = parties.verb().match(line.folded, found.start) is not None
    return not is_verb and line.predicate_follows(body.end)
