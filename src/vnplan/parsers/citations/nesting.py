"""Citations of one line among each other: which stand in the title of another, which share a cue.

"Kế hoạch số 86/KH-UBND … thực hiện Quyết định số 522/QĐ-TTg": the second stands in the title of the
first. "… của Luật A và Luật B": the second shares place and cue of the first. "Căn cứ A …; B …;":
so do A and B, each with a title of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import regex

from vnplan.parsers.citations.draft import Draft, Found
from vnplan.parsers.citations.numbered import LAWS
from vnplan.parsers.citations.relations import is_changed_by, relation_before
from vnplan.records import DocumentType, Relation

_ORDERS = frozenset(
    {DocumentType.DECISION, DocumentType.DIRECTIVE, DocumentType.PLAN, DocumentType.PROGRAM}
)
_GROUNDS = frozenset({Relation.LEGAL_BASIS, Relation.IMPLEMENTS})
_LEAD = 110  # characters before a citation in which its joint is looked for
_NEAR = 6  # citations that are looked back upon
_DEEPEST = 8  # titles in titles; three is the most seen

# Right before a citation: it is a member of a list.
_JOINT = regex.compile(
    r"(?P<joint>[;,]|(?<!\p{L})(?:và|cùng với|cùng|hoặc)(?!\p{L}))"
    r"(?:\s*(?:và|các|cùng với|cùng)){0,4}\s*"
    r"(?:(?:các\s)?(?:\p{L}+\s){0,3}:"
    r"|(?:ý kiến\s)?(?:chỉ đạo|kết luận|nội dung|nhiệm vụ|ý kiến)\s"
    r"[^;:.]{0,60}?(?:tại|của|trong)|của\s[^;:.]{2,60}?\stại)?\s*$",
    regex.IGNORECASE,
)
# From here on a sentence begins that says something of its own.
_SENTENCE = regex.compile(r"(?<!\b(?:TP|Tp|St|Th)[.]?)(?:[.!?…]|(?<!\b[Ss]ố):)(?=\s)")


def relate(drafts: Sequence[Draft], carried: Relation | None) -> None:
    """Set `parent` and `relation` of the citations of one line, from left to right.

    `carried` is the relation of the list that the line continues ("Căn cứ:" above, or a line before
    that ended in ";").
    """
    for draft in drafts:
        if not draft.is_amended:
            draft.parent = draft.relation = None
    open_titles: list[Draft] = []
    before: deque[Draft] = deque(maxlen=_NEAR)  # the nearest first
    for draft in drafts:
        previous = _previous(draft, before)
        joint = _joint_before(draft, previous)
        while open_titles and _closed(open_titles[-1], draft):
            open_titles.pop()
        if not draft.is_amended:
            draft.parent = _parent(draft, previous, joint, open_titles)
        while open_titles and open_titles[-1] is not draft.parent:
            open_titles.pop()
        if not draft.is_amended:
            draft.relation = _relation(draft, previous, tuple(before), joint, carried)
        if draft.title_end is not None:
            open_titles.append(draft)
        before.appendleft(draft)
    _undo(drafts)


# "các Quyết định số 12/QĐ-UBND …, số 13/QĐ-UBND … đều hết hiệu lực"; "đã hết hiệu lực" only tells
_ENDED = regex.compile(
    r"[\s,)]*(?:(?:đều|cũng|sẽ)\s)?(?:hết|chấm dứt|không còn)\shiệu lực(?!\p{L})"
    r"|[\s,)]*(?:(?:đều|cũng|sẽ)\s)?(?:bị|được)\s(?:bãi bỏ|hủy bỏ|hủy)(?!\p{L})"
)
# "… cho đến khi Nghị định số 15/2020/NĐ-CP hết hiệu lực": a moment
_MOMENT = regex.compile(r"(?r)(?<!\p{L})(?:ngày|khi|nếu|thời điểm|trường hợp)(?:\scác)?\s*$")


def _undo(drafts: Sequence[Draft]) -> None:
    """Gives what loses its effect by the words behind it its relation, and the list before it."""
    following: Draft | None = None
    for draft in reversed(drafts):
        if draft.parent is not None or draft.relation not in (None, Relation.REFERS):
            following = None
            continue
        ended = _ENDED.match(draft.cited.folded, draft.title_end or draft.end) is not None
        ended = (
            ended
            and _MOMENT.search(draft.cited.folded, max(0, draft.lead - 24), draft.lead) is None
        )
        if ended or (following is not None and _joint_before(following, draft) is not None):
            draft.relation, following = Relation.REPEALS, draft
        else:
            following = None


def _previous(draft: Draft, before: deque[Draft]) -> Draft | None:
    """The nearest citation before it, or before the head of the list that it opens."""
    if draft.head is None:
        return before[0] if before else None
    return next((other for other in before if other.core_end <= draft.lead), None)


def _closed(outer: Draft, draft: Draft) -> bool:
    return outer.title_end is None or draft.lead >= outer.title_end


def _joint_before(draft: Draft, previous: Draft | None) -> str | None:
    """The sign or word of a list right before the citation: ";", "," or "và"."""
    if previous is None:
        return None
    text = draft.cited.text
    match = _JOINT.search(text, max(previous.core_end, draft.lead - _LEAD), draft.lead)
    if match is None or _SENTENCE.search(text, previous.end, match.start()) is not None:
        return None
    return match["joint"].lower()


def _parent(
    draft: Draft, previous: Draft | None, joint: str | None, open_titles: list[Draft]
) -> Draft | None:
    """The citation in whose title this one stands."""
    if previous is not None and _changes(draft, previous):
        return previous.parent  # "Nghị định A về kiểm soát … (được sửa đổi bởi Nghị định B)"
    if not open_titles:
        return None
    innermost = open_titles[-1]
    if joint is None:
        return innermost
    assert previous is not None
    if previous is innermost:
        # "Quyết định A phê duyệt Đề án X và Quyết định B": B stands beside A
        return innermost.parent
    if joint == "," and previous.title_end is not None and previous.parent is not None:
        return previous.parent.parent  # a list by commas whose members have titles: top level
    if _resumes(draft, previous) or _unguided(draft, previous) or _unamended(draft, previous):
        assert previous.parent is not None
        return previous.parent.parent
    return previous.parent


def _changes(draft: Draft, previous: Draft) -> bool:
    """Whether it changed the one before it, by the words between them."""
    return is_changed_by(draft.cited.folded, previous.core_end, draft.lead)


def _resumes(draft: Draft, previous: Draft) -> bool:
    """Whether a number without type word goes on with a list of such numbers.

    "số 58/2023/NĐ-CP … sửa đổi một số điều của Nghị định số 37/2019/NĐ-CP và số 22/2025/NĐ-CP …":
    the third stands beside the first.
    """
    outer = previous.parent
    if draft.has_noun or outer is None or outer.has_noun or outer.type is not draft.type:
        return False
    return previous.has_noun and not previous.is_plural


def _unguided(draft: Draft, previous: Draft) -> bool:
    """ "Nghị định A hướng dẫn Luật B và Quyết định C": what guides a law guides no decision."""
    return (
        previous.relation is Relation.GUIDES
        and previous.parent is not None
        and previous.type in LAWS
        and draft.type in _ORDERS
    )


def _unamended(draft: Draft, previous: Draft) -> bool:
    """ "Nghị định A sửa đổi một số điều của Nghị định B, Chỉ thị C": C is amended by no decree."""
    outer = previous.parent
    if outer is None or draft.type is previous.type or draft.type in LAWS:
        return False
    return previous.relation is Relation.AMENDS and outer.type is previous.type


def _relation(
    draft: Draft,
    previous: Draft | None,
    before: Sequence[Draft],
    joint: str | None,
    carried: Relation | None,
) -> Relation | None:
    """By a cue of its own, else that of the list it is a member of."""
    repeated = _repeated(draft, before)
    if repeated is not None:
        return repeated.relation
    if previous is not None and _changes(draft, previous):
        return previous.relation if previous.relation in _GROUNDS else Relation.REFERS
    floor = _floor(draft, previous, joint)
    own = relation_before(draft.cited.folded, floor, draft.lead)
    if own is Relation.REFERS and draft.type is DocumentType.SUBMISSION and draft.parent is None:
        own = Relation.PROPOSAL if _asks(draft.cited.folded[floor : draft.lead]) else own
    if own in (None, Relation.REFERS) and draft.parent is None and _is_asked(draft):
        return Relation.PROPOSAL
    if own is not None:
        return own
    if joint is not None and (member := _member_before(draft, previous)) is not None:
        return member.relation
    if previous is None and opens_line(draft):
        return carried
    return None


def _repeated(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """ "… đến năm 2030 (Nghị quyết số 163/2024/QH15)": a short form of one just cited."""
    text, number = draft.cited.text, draft.number
    if number is None or text[max(0, draft.start - 2) : draft.start].strip() != "(":
        return None
    same = (
        other
        for other in before
        if other.number is not None and other.number.canonical == number.canonical
    )
    return next(same, None)


# "Xét đề nghị của 28 đơn vị gồm: Công ty A tại Văn bản số …; Công ty B tại Văn bản số …"
_ASKED = regex.compile(r"(?i:xét|theo|trên cơ sở)\s(?:đề nghị|kiến nghị|đề xuất)\s(?:của\s)?")
_WHO_ASKS = regex.compile(r"[;:]\s(?:và\s)?\p{Lu}[^;:]{2,140}\stại\s?$")


def _is_asked(draft: Draft) -> bool:
    """Whether it is the paper of one in a list of those who ask."""
    text = draft.cited.text
    return _ASKED.match(text) is not None and (
        _WHO_ASKS.search(text, max(0, draft.lead - _LEAD), draft.lead) is not None
    )


def _asks(lead: str) -> bool:
    return lead.rstrip().endswith(("theo", "xét", "tại")) and len(lead) < 40


def _floor(draft: Draft, previous: Draft | None, joint: str | None) -> int:
    """Where the words begin that can say something of this citation."""
    text = draft.cited.text
    floor = previous.end if previous is not None else 0
    if previous is not None and (joint == ";" or (joint and previous.title_end is not None)):
        # Another item, or the title of the one before, lies between: words behind the joint count.
        match = _JOINT.search(text, max(floor, draft.lead - _LEAD), draft.lead)
        floor = match.start() if match is not None else floor
    for match in _SENTENCE.finditer(text, floor, draft.lead):
        if text[match.end() : draft.lead].strip():
            floor = match.end()
    return floor


def _member_before(draft: Draft, previous: Draft | None) -> Draft | None:
    """The nearest citation before that has the same parent."""
    member = previous
    for _ in range(_DEEPEST):
        if member is None or member.parent is draft.parent:
            return member
        member = member.parent
    return None


_LINE_LEAD = regex.compile(r"[\s\-–+•*]*(?:\(?\d{1,2}[.)]\s*|[a-zđ][.)]\s*|\[\d{1,3}\]\s*)?")


def opens_line(draft: Draft) -> bool:
    """Whether nothing but a bullet or a label stands before it."""
    lead = draft.cited.text[: draft.lead]
    return _LINE_LEAD.fullmatch(lead) is not None


def list_relation(drafts: Sequence[Draft]) -> Relation | None:
    """The relation that the next line goes on with, when this one ends in the middle of a list."""
    top = [draft for draft in drafts if draft.parent is None and draft.found is not Found.NAME]
    return top[-1].relation if top else None
