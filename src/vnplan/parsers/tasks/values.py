"""Values that name parties: of a label ("Cơ quan chủ trì: …") or a cell of a column.

A value may list ("Sở A; Sở B"), say more ("Sở A chủ trì, phối hợp với Sở B"), hold labels of its
own ("- Chủ trì: Sở A" ⏎ "- Phối hợp: Sở B"), or tell each party's share ("Bộ A rà soát …; các bộ
rà soát …").
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import parties, tasks
from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.coordination import find_coordinators
from vnplan.parsers.tasks.labels import pieces
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.words import Words, clauses
from vnplan.records import ResponsibilityRole

ROLES = {
    "lead": ResponsibilityRole.LEAD,
    "implement": ResponsibilityRole.IMPLEMENT,
    "coordinate": ResponsibilityRole.COORDINATE,
    "monitor": ResponsibilityRole.MONITOR,
    "appraise": ResponsibilityRole.APPRAISE,
    "approve": ResponsibilityRole.APPROVE,
    "report_to": ResponsibilityRole.RECEIVE_REPORT,
}
"""What a label or column holds (`field_labels.toml`) → the role of the bodies in it."""

# "Đại diện Ban Giám hiệu" stands for the whole body
_MARKS = regex.compile(
    r"[\s\-–+*•.,;:(“\"]*+(?:(?i:đại diện)\s(?i:(?:của|cho|lãnh đạo|các)\s)?(?=\p{Lu}))?"
)
_MARK = regex.compile(
    r"\s?\((?:là\s)?(?:cơ quan\s|đơn vị\s)?(?:(?P<lead>(?:đồng\s)?chủ trì)|phối hợp)\)"
)
_MEMBER = regex.compile(r",\s(?:và\s)?(?P<name>[^,;:.()]{2,80}),\s(?:và\s)?")
_LEADS = regex.compile(
    r"\s?[(,]?\s?(?:là\s|(?:có|chịu)\strách nhiệm\s)?(?:cơ quan\s|đơn vị\s)?"
    r"(?:đồng\s)?chủ trì(?!\p{L})"
)
_HELPS = regex.compile(r"\s?\(?(?:cơ quan\s|đơn vị\s)?phối hợp\)?\s*(?:$|[;.)])")


@dataclass(frozen=True, slots=True)
class Share:
    """A body named in a value with the role it has there."""

    place: Placed
    role: ResponsibilityRole


def read_value(lines: Sequence[Words], role: ResponsibilityRole, naming: Naming) -> Iterator[Share]:
    """The parties in the lines of a value whose label or column gives them `role`."""
    for kind, words in pieces(map(_behind_marks, lines), None):
        own = role if kind is None else ROLES.get(kind)
        open_list: ResponsibilityRole | None = None
        for clause in clauses(words) if own is not None else ():
            open_list = yield from _clause(clause, open_list, own or role, naming)


def _behind_marks(words: Words) -> Words:
    marks = _MARKS.match(words.line.text, words.start, words.end)
    return words.cut(marks.end()) if marks is not None and marks.end() < words.end else words


def _clause(
    clause: Words, open_list: ResponsibilityRole | None, role: ResponsibilityRole, naming: Naming
) -> Generator[Share, None, ResponsibilityRole | None]:
    """The parties between two semicolons; returns the role of a list that may go on.

    "Sở A chủ trì, phối hợp với Sở B; các cơ quan liên quan": what stands behind the semicolon takes
    part as well. "Bộ A rà soát …; các bộ rà soát …": it has a share of its own.
    """
    clause = _behind_marks(clause)
    charge = tasks.charge().match(clause.folded, clause.start, clause.end)
    if charge is not None:
        clause = clause.cut(charge.end())  # "Giao Sở Y tế chủ trì"
    first = _listed(clause, naming)
    if first and clause.line.text[first[-1].body.end : clause.end].lstrip()[:1] == ":":
        # "Sở, ban, ngành có liên quan: Sở A; Sở B": the bodies that are listed
        behind = _behind_marks(clause.cut(first[-1].body.end))
        listed = naming.listed(clause.line, behind.start, clause.end)
        first, clause = (listed, behind) if listed else (first, clause)
    end = first[-1].body.end if first else clause.start
    own = open_list or role
    if _LEADS.match(clause.folded, end, clause.end):
        own = ResponsibilityRole.LEAD
    elif _HELPS.match(clause.folded, end, clause.end):
        own = ResponsibilityRole.COORDINATE
    yield from _marked(clause, first, own)
    partners = find_coordinators(clause.cut(end), naming)
    yield from (Share(place, ResponsibilityRole.COORDINATE) for place in partners)
    if partners:
        ends = clause.cut(max(place.body.end for place in partners))
        return None if ends else ResponsibilityRole.COORDINATE
    return None if clause.cut(end) else open_list


def _listed(clause: Words, naming: Naming) -> list[Placed]:
    """The list that opens a clause, past a member whose name no list holds.

    "Vụ Pháp luật hình sự, Các vấn đề chung về xây dựng pháp luật, Vụ Tổ chức cán bộ".
    """
    found = naming.listed(clause.line, clause.start, clause.end)
    for place in naming.places(clause.line, clause.start, clause.end) if found else ():
        end = found[-1].body.end
        if place.body.start < end:
            continue
        member = _MEMBER.fullmatch(clause.line.text, end, place.body.start)
        if member is None or parties.verb().match(clause.folded, member.start("name"), clause.end):
            break
        found += naming.listed(clause.line, place.body.start, clause.end)
    return found


def _marked(clause: Words, listed: Sequence[Placed], role: ResponsibilityRole) -> Iterator[Share]:
    """The parties of a list: "Sở Tư pháp (chủ trì), Sở Nội vụ, Sở Tài chính"."""
    marks = [_MARK.match(clause.folded, place.body.end, clause.end) for place in listed]
    leading = any(mark is not None and mark["lead"] for mark in marks)
    for place, mark in zip(listed, marks, strict=True):
        if mark is not None:
            own = ResponsibilityRole.LEAD if mark["lead"] else ResponsibilityRole.COORDINATE
        else:
            own = ResponsibilityRole.COORDINATE if leading and len(listed) > 1 else role
        yield Share(place, own)
