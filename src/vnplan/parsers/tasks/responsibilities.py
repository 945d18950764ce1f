"""Who has which part in an item: owners, those who lead, take part, advise, receive reports.

One path for all forms of prose: a bullet under an agency heading, a sentence that names its actors,
a paragraph under a lead-in. Blocks and rows of tables name theirs in places of their own
(`values`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks import openings, rules
from vnplan.parsers.tasks.action import behind_roles
from vnplan.parsers.tasks.coordination import find_coordinators
from vnplan.parsers.tasks.labels import charging_labels
from vnplan.parsers.tasks.leading import leads
from vnplan.parsers.tasks.listing import party_clauses
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.recipients import find_recipients
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.subjects import Subject, find_subject, opening
from vnplan.parsers.tasks.values import ROLES, read_value
from vnplan.parsers.tasks.words import Words
from vnplan.records import Basis, Responsibility, ResponsibilityRole
from vnplan.text.fold import fold

# "… do Sở X chủ trì", "giao Sở X thực hiện", where no heading and no subject says who acts.
_BY = regex.compile(
    r"(?<!\p{L})(?P<by>do|giao(?:\scho)?|phân công(?:\scho)?|trách nhiệm của|thuộc trách nhiệm)\s"
)
_DOES = regex.compile(
    r"\s(?:làm\s)?(?:đồng\s)?(?P<verb>chủ trì|thực hiện|đảm nhiệm|phụ trách|tham mưu|tổ chức"
    r"|đầu mối|chịu trách nhiệm|triển khai|phối hợp|chủ động|quản lý|hướng dẫn|theo dõi)"
)
_HELPS = regex.compile(
    r"(?:là (?:cơ quan|đơn vị) )?(?:cùng )?(?:tham gia )?"
    r"(?:phối hợp(?! (?:với|cùng|chặt|các|sở|ban|ủy|công an|bộ))(?!\p{L})"
    r"|hỗ trợ(?: (?:triển khai|tổ chức))?(?: thực hiện)?\s*(?:[.;)]|$))"
)

# "Phân tích đề thi … – Trường X thực hiện.", "… (Sở Y chủ trì)": set apart, and the last word.
_APART = regex.compile(r"(?<=\s)[-–]\s|\(")
_DONE = regex.compile(
    r"\s(?:tổ chức\s)?(?P<verb>chủ trì|thực hiện|đảm nhiệm|phụ trách|triển khai)"
    r"(?:\s(?:thực hiện|triển khai))?\s*(?:[).;]|$|,\sphối hợp(?!\p{L}))"
)
_ENDING = regex.compile(
    r"(?:\s(?:tổ chức )?(?:thực hiện|triển khai))?\s*(?:[.;]|$|,?\sphối hợp(?!\p{L}))"
)
_LEADS = regex.compile(r"(?:là (?:cơ quan|đơn vị) )?chủ trì")
_LEADING = regex.compile(r"(?:các )?(?:cơ quan|đơn vị) (?:chủ trì|đầu mối)")
_WITH = regex.compile(r"(?:với|cùng)\s")
_SEVERAL = regex.compile(r"(?<!\p{L})(?:các|những|mọi|nhiệm vụ|nội dung)\s")
_GIVES = regex.compile(r"(?:,| và|, và) (?:đồng thời )?giao (?:cho )?")
_OTHERS = regex.compile(
    r"(?:các )?(?:tổ chức|cơ quan|đơn vị|đoàn thể|tổ chức, đoàn thể|cơ quan, đơn vị"
    r"|cơ quan, tổ chức) khác(?: có liên quan| liên quan)?"
)
_NEAR = 60
_RANKS = {role: rank for rank, role in enumerate(ResponsibilityRole)}
OWNING = frozenset({ResponsibilityRole.LEAD, ResponsibilityRole.IMPLEMENT})


@dataclass(slots=True)
class Parts:
    """Responsibilities in the order found; a body has each role once."""

    found: dict[tuple[str, ResponsibilityRole], Responsibility] = field(default_factory=dict)

    def add(self, places: Iterable[Placed], role: ResponsibilityRole, basis: Basis) -> None:
        for place in places:
            part = Responsibility(
                agency_id=place.agency.id, role=role, basis=basis, span=place.mention.span
            )
            self.found.setdefault((part.agency_id, role), part)

    def has(self, *roles: ResponsibilityRole) -> bool:
        return any(role in roles for _, role in self.found)

    def owners(self) -> set[str]:
        """Ids of those who lead or implement."""
        return {agency for agency, role in self.found if role in OWNING}

    def ordered(self) -> tuple[Responsibility, ...]:
        """By what they say of a task: owners first, then by place."""
        return tuple(
            sorted(self.found.values(), key=lambda part: (_RANKS[part.role], part.span.start))
        )


def read_parts(
    item: Sequence[Words], scope: Scope, naming: Naming, *, charged: bool = False
) -> Parts:
    """The responsibilities of an item of prose, the sentences `item`, below what `scope` names.

    `charged`: it stands where every item charges somebody (tổ chức thực hiện).
    """
    parts, item = _labelled(item, naming)
    read = [clause for words in item for clause in party_clauses(words, naming)]
    subjects = [_subject(clause, scope, naming) for clause in read]
    if parts.owners():
        subjects, scope, charged = [None] * len(read), Scope(), False
    if _encourages(read, scope):
        if charged and (asked := _encouraged(read[0], naming)):
            parts.add(asked, ResponsibilityRole.IMPLEMENT, Basis.STATED)
        subjects = [None] * len(read)
        scope = Scope()
    if beside := _partners_first(read, subjects, scope, naming):
        parts.add(beside, ResponsibilityRole.COORDINATE, Basis.SUBJECT)
        subjects[0] = None
    for number, (clause, subject) in enumerate(zip(read, subjects, strict=True)):
        if subject is not None:
            _with_subject(parts, clause, subject, naming, first=number == 0)
        _beside(parts, clause, subject, naming)
        if subject is not None and subject.charged:
            _charged_too(parts, clause, subject, naming)
    if not parts.owners() or (subjects and subjects[0] is None):
        _inherit(parts, read, scope, naming)
    if not parts.owners() and not scope:
        _named_within(parts, read, naming)
    if not parts.owners() and not scope and charged and read:
        first = naming.listed(read[0].line, opening(read[0]), read[0].end)
        if first and read[0].cut(first[-1].body.end):
            parts.add(first, ResponsibilityRole.IMPLEMENT, Basis.SUBJECT)
    own = parts.owners()
    for clause in read:
        partners = find_coordinators(clause, naming)
        parts.add(_others(partners, own), ResponsibilityRole.COORDINATE, Basis.STATED)
        for role, places in find_recipients(clause, naming):
            parts.add(_others(places, own), role, Basis.STATED)
    _sides(parts, read, subjects, naming)
    return parts


def _labelled(item: Sequence[Words], naming: Naming) -> tuple[Parts, list[Words]]:
    """What labels inside an item say ("… Cơ quan chủ trì: Sở A."), and its words before them."""
    parts, before = Parts(), []
    for words in item:
        labels = charging_labels(words, naming)
        for label in labels:
            if label.kind in ROLES:
                for share in read_value([label.value], ROLES[label.kind], naming):
                    parts.add([share.place], share.role, Basis.LABEL)
        before.append(words.cut(words.start, labels[0].start) if labels else words)
    return parts, before


def _others(places: Iterable[Placed], own: set[str]) -> list[Placed]:
    return [place for place in places if place.agency.id not in own]


def _subject(clause: Words, scope: Scope, naming: Naming) -> Subject | None:
    """The subject of a clause; under an agency heading "Yêu cầu X" is that agency's own duty.

    So is what "cơ quan chủ trì" has to do: the heading says who that is. But under "Đối với các tổ
    chức khác" the request itself tells which ones.
    """
    if rules.stands(clause):
        return None  # "…; Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ"
    subject = find_subject(clause, naming, soft=not scope.heading or _open_class(scope))
    if subject is None or not (scope and scope.heading):
        return subject
    parts = [fold(place.body.name) for place in subject.parties]
    if _of_class(subject, scope):
        return None
    return None if all(_LEADING.fullmatch(name) for name in parts) else subject


def _open_class(scope: Scope) -> bool:
    """A heading that leaves open whom it addresses: "3. Đối với các tổ chức khác"."""
    names = [fold(place.body.name) for place in scope.owners]
    return bool(names) and all(map(_OTHERS.fullmatch, names))


def _of_class(subject: Subject, scope: Scope) -> bool:
    """Whether an item names short those of its heading: "Sở Tư pháp" for "… các tỉnh"."""
    body = subject.parties[0].body
    if len(subject.parties) > 1 or body.entry is None or body.is_group or body.territory:
        return False
    return any(place.body.is_group and place.body.entry is body.entry for place in scope.owners)


def _encourages(read: Sequence[Words], scope: Scope) -> bool:
    """ "Khuyến khích các doanh nghiệp …" names no owner, unless a heading addresses somebody."""
    if not read or scope.heading:
        return False
    return tasks.encouragement().match(read[0].folded, opening(read[0])) is not None


def _encouraged(clause: Words, naming: Naming) -> list[Placed]:
    """ "16. Khuyến khích Đoàn Thanh niên … tỉnh chỉ đạo …" in the list of those charged."""
    behind = tasks.encouragement().match(clause.folded, opening(clause))
    if behind is None:
        return []
    listed = naming.listed(clause.line, behind.end() + 1, clause.end)
    return [] if all(place.body.is_group for place in listed) else listed


def _partners_first(
    read: Sequence[Words], subjects: Sequence[Subject | None], scope: Scope, naming: Naming
) -> Sequence[Placed]:
    """The parties an item opens with that only take part in what those above it do.

    "b) Chủ trì, phối hợp" ⏎ "- Sở A rà soát …"; "1. Sở Y tế" ⏎ "- Sở Tài chính phối hợp cân đối …".
    """
    if not read or scope.broken:
        return _completing(read[0], naming) if read else ()
    subject = subjects[0]
    if subject is None or subject.charged or not (scope and scope.heading):
        return ()
    owners = {place.agency.id for place in scope.owners}
    if any(place.agency.id in owners for place in subject.parties):
        return ()
    return subject.parties if _HELPS.match(read[0].folded, subject.end) is not None else ()


def _with_subject(
    parts: Parts, clause: Words, subject: Subject, naming: Naming, *, first: bool
) -> None:
    basis = Basis.STATED if subject.charged else Basis.SUBJECT
    behind = clause.cut(subject.end)
    helps = _HELPS.match(clause.folded, subject.end) is not None
    if helps and not first and not subject.charged and parts.owners():
        # "Sở Nội vụ chủ trì …; Sở Tư pháp và các sở, ngành phối hợp"
        parts.add(subject.parties, ResponsibilityRole.COORDINATE, basis)
        return
    role = ResponsibilityRole.LEAD if leads(behind, naming) else ResponsibilityRole.IMPLEMENT
    parts.add(subject.parties, role, basis)


def _beside(parts: Parts, clause: Words, subject: Subject | None, naming: Naming) -> None:
    """Bodies with a verb of their own inside a clause: "…, Sở B chủ trì", "…, Sở C phối hợp"."""
    text = clause.line.text
    start = clause.start if subject is None else subject.end
    for place in naming.places(clause.line, start, clause.end)[:40]:
        body = place.body
        before = text[max(clause.start, body.start - 2) : body.start]
        marked = before in (", ", "; ") or before.endswith("(")
        if not marked or naming.ending_at(clause.line, body.start) is not None:
            continue
        listed = naming.listed(clause.line, body.start, clause.end) or [place]
        behind = listed[-1].body.end + 1
        if _LEADS.match(clause.folded, behind, clause.end):
            parts.add(listed, ResponsibilityRole.LEAD, Basis.SUBJECT)
        elif _HELPS.match(clause.folded, behind, clause.end) and (subject or parts.owners()):
            parts.add(listed, ResponsibilityRole.COORDINATE, Basis.SUBJECT)


def _owning(verb: str | None) -> ResponsibilityRole:
    """The role of an owner of whom this is said."""
    return ResponsibilityRole.LEAD if verb == "chủ trì" else ResponsibilityRole.IMPLEMENT


def _charged_too(parts: Parts, clause: Words, subject: Subject, naming: Naming) -> None:
    """ "Giao phòng A tổ chức …, và giao phòng B theo dõi": whom the clause charges behind."""
    for match in _GIVES.finditer(clause.folded, subject.end, clause.end):
        listed = naming.listed(clause.line, match.end(), clause.end)
        end = listed[-1].body.end if listed else clause.end
        acts = tasks.action().match(clause.folded, end + 1, clause.end)
        if listed and acts is not None and not all(place.body.is_group for place in listed):
            parts.add(listed, _owning(acts[0]), Basis.STATED)


def _completing(clause: Words, naming: Naming) -> list[Placed]:
    """The partners an item opens with: "b) Chủ trì, phối hợp" ⏎ "- với Sở A rà soát …"."""
    at = opening(clause)
    joined = _WITH.match(clause.folded, at, clause.end)
    return naming.listed(clause.line, joined.end() if joined is not None else at, clause.end)


def _inherit(parts: Parts, read: Sequence[Words], scope: Scope, naming: Naming) -> None:
    """Owners and partners that the heading or lead-in names; an item that has partners of its own
    has no others."""
    if not scope:
        return
    lead = scope.lead or any(leads(clause, naming) for clause in read)
    role = ResponsibilityRole.LEAD if lead else ResponsibilityRole.IMPLEMENT
    parts.add(scope.owners, role, Basis.HEADING)
    if parts.has(ResponsibilityRole.COORDINATE):
        return
    if any(find_coordinators(clause, naming) for clause in read):
        return
    parts.add(
        _others(scope.coordinators, parts.owners()), ResponsibilityRole.COORDINATE, Basis.HEADING
    )


def _named_within(parts: Parts, read: Sequence[Words], naming: Naming) -> None:
    """Whom an item names behind what is to be done, where nothing before or above it says who."""
    for clause in read:
        _passive(parts, clause, naming)
    if not parts.owners():
        for clause in read:
            _set_apart(parts, clause, naming)


def _passive(parts: Parts, clause: Words, naming: Naming) -> None:
    """ "Nhiệm vụ … do Sở X chủ trì", "…, giao Sở Y thực hiện".

    Not "rà soát các dự án do Sở quản lý": there it tells which ones are meant, the clause has a
    verb of its own before it and no mark parts the two.
    """
    if not naming.names_any(clause):
        return
    for match in _BY.finditer(clause.folded, clause.start, clause.end):
        listed = naming.listed(clause.line, match.end(), clause.end)
        if not listed:
            continue
        end = listed[-1].body.end
        acts = openings.acts_anywhere(clause.cut(clause.start, match.start()))
        does = _DOES.match(clause.folded, end, clause.end)
        before = clause.line.text[max(clause.start, match.start() - 2) : match.start()].strip()
        marked = before[-1:] in (",", "(", ";")
        if does is None:
            given = marked and match["by"] != "do"
            if not given or tasks.action().match(clause.folded, end + 1, clause.end) is None:
                continue
        elif (
            acts
            and match["by"] == "do"
            and not (marked or _ends_with_owner(clause, match.start(), does.end(), listed))
        ):
            continue
        role = _owning(does["verb"] if does is not None else None)
        parts.add(listed, role, Basis.STATED)
        return


def _set_apart(parts: Parts, clause: Words, naming: Naming) -> None:
    """Whom a dash or a bracket at the end names: "… - Sở X thực hiện.", "… (Sở X chủ trì)"."""
    for match in _APART.finditer(clause.folded, clause.start, clause.end):
        listed = naming.listed(clause.line, match.end(), clause.end)
        done = listed and _DONE.match(clause.folded, listed[-1].body.end, clause.end)
        if done:
            parts.add(listed, _owning(done["verb"]), Basis.STATED)
            return


def _ends_with_owner(clause: Words, start: int, end: int, listed: Sequence[Placed]) -> bool:
    """ "Xây dựng phần mềm … do Sở Nội vụ chủ trì.": it ends the order and speaks of one thing."""
    before = clause.folded[max(clause.start, start - _NEAR) : start]
    if _SEVERAL.search(before) or any(place.body.is_group for place in listed):
        return False
    return _ENDING.match(clause.folded, end, clause.end) is not None


def _sides(
    parts: Parts, read: Sequence[Words], subjects: Sequence[Subject | None], naming: Naming
) -> None:
    """The other part owners have by the verb of a clause: they advise, monitor, fund …"""
    owners = [part for part in parts.found.values() if part.role in OWNING]
    for role, subject in _verbs(read, subjects, naming):
        named = {place.agency.id for place in subject.parties} if subject is not None else None
        for owner in owners:
            if named is None or owner.agency_id in named:
                key = (owner.agency_id, role)
                parts.found.setdefault(key, owner.model_copy(update={"role": role}))


def _verbs(
    read: Sequence[Words], subjects: Sequence[Subject | None], naming: Naming
) -> Iterator[tuple[ResponsibilityRole, Subject | None]]:
    """The roles named by the verb that opens each clause, and its subject where it has one."""
    for clause, subject in zip(read, subjects, strict=True):
        at = subject.end if subject is not None else opening(clause)
        if tasks.side_role().match(clause.folded, at, clause.end) is None:
            at = behind_roles(clause, at, naming, advising=False)
        verb = tasks.side_role().match(clause.folded, at, clause.end)
        if verb is not None and verb.lastgroup is not None:
            yield ResponsibilityRole(verb.lastgroup), subject
