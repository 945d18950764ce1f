"""Who is addressed: the bodies a heading or a lead-in names for what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from vnplan.lexicon import tasks
from vnplan.lexicon.heads import opens_with_agency
from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.coordination import find_coordinators
from vnplan.parsers.tasks.leading import leads
from vnplan.parsers.tasks.listing import party_clauses
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.subjects import Subject, find_subject, opening, predicate_start
from vnplan.parsers.tasks.words import Words

# What may stand behind the names of a heading and says nothing more.
_NOTHING = regex.compile(
    r"[\s.,:;*)]*+(?:\([^()]{0,300}\)[\s.,:;*]*+)?(?:[-–]\s[^.;]{0,120})?[\s.,:;*]*+"
)
_OF = regex.compile(r"(?<!\p{L})(?:của|thuộc|cho)\s")
_THING = regex.compile(
    r"(?:kế hoạch|chương trình|đề án|dự án|quy chế|quy định|hồ sơ|văn bản|báo cáo|tài liệu|dữ liệu"
    r"|cơ cấu|thành phần)\s"
)
# "Trách nhiệm của chủ rừng" addresses somebody, "Trách nhiệm chung" nobody.
_CHARGED = regex.compile(r"(?:của|cho|(?P<given>giao)|đề nghị|yêu cầu|đối với|về phía)[\s:]+$")
# "Tổ chức Đoàn Thanh niên Cộng sản Hồ Chí Minh": there a noun, "the organisation", and no order
_ORGANISATION = regex.compile(
    r"(?:các\s)?tổ chức\s(?=(?:đoàn|công đoàn|liên đoàn|hội|đội|đảng|mặt trận)(?!\p{L}))"
)
_BELOW = regex.compile(r"(?<![\p{L}(])(?:sau đây|dưới đây)(?!\p{L}|\s(?:viết|gọi))")
_NEXT = regex.compile(r"\ssau(?=\s*:|\s(?:có|chịu|thực hiện)\s|\s*$)")
_DIRECTS = regex.compile(r"(?:lãnh đạo,\s)?chỉ đạo(?:,\s(?:đôn đốc|hướng dẫn|yêu cầu))?\s")
_ROLE = regex.compile(
    r"(?:(?:các\s)?(?:nhiệm vụ|nội dung|công việc)\s)?(?:là\s)?(?:(?:cơ quan|đơn vị)\s)?"
    r"(?:(?:thường trực|đầu mối),?\s)?(?:trong việc\s)?"
    r"(?P<role>(?P<lead>(?:đồng )?chủ trì)|phối(?: kết)? hợp|kết hợp với|cùng với)(?!\p{L})"
)
# "b) Chủ trì, phối hợp" ⏎ "- Sở Tài chính và các đơn vị có liên quan tham mưu …"
_BROKEN_OFF = regex.compile(
    r"(?:(?:đồng )?chủ trì,?\s(?:và\s)?)?phối(?: kết)? hợp(?:\schặt chẽ)?(?:\s(?:với|cùng))?[\s:*]*"
)
# "a) Nhiệm vụ chủ trì", "Chủ trì thực hiện"
_LEADS_ALONE = regex.compile(
    r"(?:đồng )?chủ trì(?:\s(?:thực hiện|tham mưu|triển khai|tổ chức))*[\s:*]*"
)
_TOLD = regex.compile(r"(?:cần|phải|có trách nhiệm|có nhiệm vụ)(?!\p{L})")
_LONGEST_NAME = 20
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Scope:
    """The addressees of the items below: none, or those of the nearest heading or lead-in.

    `lead`: the heading itself says that they lead ("Sở Y tế chủ trì, phối hợp với Sở B:").
    `heading`: a heading names them; under a lead-in an item may still charge others ("Yêu cầu …").
    `unknown`: a heading addresses somebody who was not found among the agencies.
    `broken`: the lead-in ends before its partners: they open the items ("Chủ trì, phối hợp:").
    """

    owners: tuple[Placed, ...] = ()
    coordinators: tuple[Placed, ...] = ()
    lead: bool = False
    heading: bool = False
    unknown: bool = False
    broken: bool = False

    def __bool__(self) -> bool:
        return bool(self.owners)


def of_heading(title: Words, naming: Naming) -> Scope | None:
    """Whom a heading addresses: "5. Sở Tài chính", "Trách nhiệm của UBND các xã, phường"."""
    at = title.start
    charge = tasks.heading_charge().match(title.folded, at, title.end)
    if charge is not None:
        at = charge.end()
    kind = _ORGANISATION.match(title.folded, at, title.end)
    listed = naming.listed(title.line, kind.end() if kind is not None else at, title.end)
    if listed:
        return Scope() if _introduced(listed, title) else _of_names(title, listed, naming)
    return _of_owner(title, naming) or _of_unknown(title, at, naming, charged=charge is not None)


def _of_unknown(title: Words, at: int, naming: Naming, *, charged: bool) -> Scope | None:
    """A heading that names somebody whose name is not known at its first words.

    "Đề nghị Trung ương Mặt trận …": the body behind; "Trách nhiệm của chủ rừng": nobody above it.
    """
    words = title.cut(at)
    if tasks.matter().match(title.folded, title.start, title.end):
        return None  # "Đối với công tác dự phòng": those above stay addressed
    words_before = _CHARGED.search(title.folded, title.start, at)
    if words_before is not None and words_before["given"]:
        charged = charged and words.text[:1].isupper()  # "Giao thông" is no charge
    else:
        charged = charged and words_before is not None
    if not charged and not opens_with_agency(words.text):
        return None
    if len(words.text.split()) > _LONGEST_NAME or tasks.action().match(title.folded, at, title.end):
        return None
    for place in naming.places(title.line, at, title.end)[:1]:
        listed = naming.listed(title.line, place.body.start, title.end)
        if place.body.start - at <= _NEAR and listed:
            return _of_names(title, listed, naming)
    return Scope(heading=True, unknown=True)


def _of_names(title: Words, listed: list[Placed], naming: Naming) -> Scope | None:
    end = listed[-1].body.end
    if _NOTHING.fullmatch(title.line.text, end, title.end):
        return Scope(tuple(listed), heading=True)
    verb = predicate_start(title, end)
    if verb is None:
        return None
    return _predicated(title, tuple(listed), verb, naming)


def _introduced(listed: Sequence[Placed], words: Words) -> bool:
    """ "Các cơ quan, đơn vị sau đây có trách nhiệm:": those that stand below."""
    for place in listed:
        body = place.body
        within = _BELOW.search(words.folded, body.start, min(body.end + 10, words.end))
        next_word = _NEXT.match(words.folded, body.end, words.end)
        if body.is_group and (within is not None or next_word is not None):
            return True
    return False


def _predicated(
    words: Words, owners: tuple[Placed, ...], verb: int, naming: Naming, *, opens: bool = False
) -> Scope:
    """A heading that goes on: "Sở Y tế chủ trì, phối hợp với Sở B", "Sở A chỉ đạo các trường".

    `opens`: the sentence opens all that a document orders. It is addressed to those who direct
    ("Bộ X đề nghị UBND các tỉnh chỉ đạo các cơ quan trực thuộc …, cụ thể:"), who may direct others
    in each item ("a) Chỉ đạo Sở Y tế …"); those directed are not told anything.
    """
    behind = words.cut(verb)
    directed: list[Placed] = []
    directs = _DIRECTS.match(words.folded, verb, words.end)
    if directs is not None and not opens:
        directed = naming.listed(words.line, directs.end(), words.end)
    return Scope(
        owners=(*owners, *directed),
        coordinators=find_coordinators(behind, naming),
        lead=leads(behind, naming),
        heading=True,
    )


def _of_owner(title: Words, naming: Naming) -> Scope | None:
    """ "Nội dung giám sát của chủ chương trình": the body at the end of a naming heading.

    Of a thing it only says whose it is: "Kế hoạch giáo dục của nhà trường".
    """
    if _THING.match(title.folded, title.start, title.end):
        return None
    if tasks.action().match(title.folded, title.start, title.end):
        noun = title.folded.startswith(
            ("nội dung", "công tác", "trách nhiệm", "nhiệm vụ"), title.start
        )
        if not noun:
            return None
    for match in _OF.finditer(title.folded, title.start, title.end):
        listed = naming.listed(title.line, match.end(), title.end)
        if listed and _NOTHING.fullmatch(title.line.text, listed[-1].body.end, title.end):
            return Scope(tuple(listed), heading=True)
    return None


def of_lead_in(words: Words, naming: Naming, *, charged: bool = False) -> Scope | None:
    """Whom a sentence that introduces a list addresses, by its last clause that names somebody.

    `charged`: only those somebody charges; the subject of a preamble is the issuer itself ("Ủy ban
    nhân dân tỉnh ban hành Kế hoạch … như sau:").
    """
    found: Scope | None = None
    for clause in party_clauses(words, naming):
        subject = find_subject(clause, naming)
        if subject is not None and _introduced(subject.parties, clause):
            found = Scope()
            continue
        if subject is not None and (subject.charged or not charged or _is_told(clause, subject)):
            scope = _predicated(clause, subject.parties, subject.end, naming, opens=charged)
            found = replace(scope, heading=not subject.charged or not charged)
            continue
        inner = _charged_inside(clause, naming)
        if inner is not None:
            found = inner
    return found


def _is_told(clause: Words, subject: Subject) -> bool:
    """Whether a class is told what it has to do: "Năm 2023, ngành Kiểm sát cần tập trung:"."""
    told = _TOLD.match(clause.folded, subject.end, clause.end) is not None
    return told and all(place.body.is_group for place in subject.parties)


def of_roles(words: Words, above: Scope, naming: Naming) -> Scope | None:
    """What a lead-in says of those named above it: "Chủ trì, phối hợp với Sở B tham mưu UBND:".

    Or a heading of roles and partners alone: "a) Phối hợp với các sở, ngành".
    """
    at = opening(words)
    skipped = tasks.adverbs().match(words.folded, at, words.end)
    at = skipped.end() if skipped is not None else at
    role = _ROLE.match(words.folded, at, words.end)
    if not above or role is None:
        return None
    partners = find_coordinators(words, naming)
    at = role.start("role")
    broken = not partners and _BROKEN_OFF.fullmatch(words.folded, at, words.end) is not None
    alone = broken or _LEADS_ALONE.fullmatch(words.folded, at, words.end) is not None
    names = partners and _NOTHING.fullmatch(words.line.text, partners[-1].body.end, words.end)
    if not (alone or names or words.text.rstrip(" *").endswith(":")):
        return None
    return replace(
        above,
        coordinators=(*above.coordinators, *partners),
        lead=above.lead or role["lead"] is not None or leads(words, naming),
        broken=broken,
    )


def _charged_inside(clause: Words, naming: Naming) -> Scope | None:
    """ "Nhằm …, Chủ tịch Ủy ban nhân dân thành phố yêu cầu Giám đốc các sở … thực hiện:"."""
    for place in naming.places(clause.line, clause.start, clause.end)[:24]:
        end = place.body.end
        charge = tasks.charge().match(clause.folded, end + 1, clause.end)
        if charge is None or clause.line.text[end : end + 1] != " ":
            continue
        listed = naming.listed(clause.line, charge.end(), clause.end)
        if listed:
            return Scope(tuple(listed), heading=False)
    return None
