"""Labelled blocks: "Mục tiêu / Nội dung / Chủ trì / Đơn vị phối hợp / Thời gian" are one task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vnplan.lexicon.roles import CHARGING
from vnplan.parsers.tasks import openings
from vnplan.parsers.tasks.coordination import find_coordinators
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.labels import TEXTS, pieces
from vnplan.parsers.tasks.listing import party_clauses
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import Parts
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.values import ROLES, read_value
from vnplan.parsers.tasks.words import Words
from vnplan.records import Basis, ResponsibilityRole, SectionKind, TaskForm
from vnplan.text.fold import fold

_VALUE_CHARACTERS = 2000
_TOLD = frozenset({*TEXTS, "content", "time", "quantity", "funding"})
_ENOUGH = 2
# "Thành phần đoàn kiểm tra: Sở Tư pháp (chủ trì), Sở Nội vụ"
_LEADS = regex.compile(r"\(chủ trì\)|trưởng đoàn|(?<!\p{L})chủ trì(?!\p{L})")


_EVENT = regex.compile(
    r"(?:hội nghị|hội thảo|kỳ họp|phiên họp|cuộc họp|lễ|ngày hội|diễn đàn|tọa đàm|hội thi|đợt)\s"
)


def is_block(fields: Sequence[Part], title: Words | None, *, alone: bool) -> bool:
    """Whether labelled parts say who leads, acts or takes part.

    `alone`: nothing else stands below the title; then what is done, when and where is enough.
    """
    tells = alone and title is not None and openings.acts(title) and len(fields) >= _ENOUGH
    if tells and all(part.field in _TOLD and part.body and not part.children for part in fields):
        return True
    return any(
        part.field in CHARGING
        or (part.body is not None and any(kind in CHARGING for kind, _ in pieces([part.body], "")))
        for part in fields
    )


def tells_steps(contents: Sequence[Part]) -> bool:
    """Unlabelled bullets beside the labels of a block, each an order of its own."""
    bodies = [part.body for part in contents if part.kind is SectionKind.BULLET]
    return bool(bodies) and all(body is not None and openings.acts(body) for body in bodies)


def answers_for(fields: Sequence[Part], children: Sequence[Part]) -> bool:
    """One label below all bullets of a part that says who is answerable for them.

    "- Đổi mới công tác …" ⏎ "- Công tác phân loại …" ⏎ "Trách nhiệm chỉ đạo thực hiện: …": each
    bullet is a task, also one that names its work and orders nothing.
    """
    bullets = [child for child in children if child.kind is SectionKind.BULLET]
    if len(fields) != 1 or len(bullets) + 1 != len(children) or children[-1] is not fields[0]:
        return False
    label = fold(fields[0].section.heading or "")
    acting = (part.body is not None and openings.acts(part.body) for part in bullets)
    return label.startswith("trách nhiệm ") and any(acting)


def content_of(fields: Sequence[Part], title: Words) -> Iterator[Words]:
    """What is done, where the title of a block only names an event: "Hội nghị lần thứ ba".

    "Nội dung: Lựa chọn, lập danh sách …" stands below it then.
    """
    if _EVENT.match(title.folded, title.start, title.end) is None:
        return
    for part in fields:
        if part.field == "content" and part.body is not None and openings.acts(part.body):
            yield part.body


def parts_behind(children: Sequence[Part], fields: Sequence[Part]) -> Iterator[Part]:
    """Numbered parts behind the labels of a block that have bullets of their own: other work.

    "3. Hội nghị lần thứ ba" ⏎ "- Đơn vị chủ trì: …" ⏎ "3.1. Báo cáo kết quả" ⏎ "- Gửi biên bản …".
    """
    behind = False
    for child in children:
        behind = behind or child in fields
        if behind and child.numbered and child.field is None and child.children:
            yield child


def shared_fields(parts: Sequence[Part]) -> list[Part]:
    """The labelled parts that stand once, below the last of several numbered items: those of all.

    "3.1. Rà soát …" ⏎ "3.2. Chỉ đạo …" ⏎ "3.3. Tập huấn …" ⏎ "- Cơ quan thực hiện: Sở A".
    """
    items = [part for part in parts if part.numbered]
    if len(items) < _ENOUGH or len(items) != len(parts):
        return []
    fields = [child for child in items[-1].children if child.kind is SectionKind.FIELD]
    if not any(part.field in CHARGING and part.body is not None for part in fields):
        return []
    if items[-1].children[-len(fields) :] != fields:
        return []
    told = any(below.field is not None for part in items[:-1] for below in part.walk())
    return [] if told else fields


def common_time(parts: Sequence[Part]) -> Part | None:
    """The one time that stands below a list of bullets: it is that of each of them.

    Where every item has a time of its own, there are several. It is also that of every sentence of
    the paragraph above it: "Ban Chỉ đạo kiểm tra …. UBND xã lập danh sách …." ⏎ "Thời gian: …".
    """
    fields = [part for part in parts if part.kind is SectionKind.FIELD]
    times = [part for part in fields if part.field == "time"]
    bullets = [part for part in parts if part.kind is SectionKind.BULLET]
    if len(times) == 1 and len(parts) == _ENOUGH and parts[0].kind is SectionKind.PARAGRAPH:
        return times[0] if parts[1] is times[0] and not parts[0].children else None
    if len(times) != 1 or len(bullets) < 2 or len(fields) + len(bullets) != len(parts):
        return None
    return times[0] if parts[-len(fields) :] == fields else None


def read_block(draft: Draft, fields: Sequence[Part], scope: Scope, naming: Naming) -> None:
    """Adds to a task what its labelled parts say."""
    parts = Parts()
    texts: dict[str, list[str]] = {}
    # those who come to a meeting that a label has others prepare take no part in the work
    charged = any(part.field in CHARGING for part in fields)
    for part in fields:
        if part.field == "time":
            draft.times.append(part.section.span)
        for kind, words in pieces(value(part), part.field):
            if kind in ROLES:
                for share in read_value([words], ROLES[kind], naming):
                    parts.add([share.place], share.role, Basis.LABEL)
            elif kind == "time":
                draft.times.append(words.span)
            elif kind in TEXTS:
                if not charged and _LEADS.search(words.folded, words.start, words.end):
                    for share in read_value([words], ResponsibilityRole.COORDINATE, naming):
                        parts.add([share.place], share.role, Basis.LABEL)
                texts.setdefault(kind, []).append(words.text)
    for kind, said in texts.items():
        text = " ".join(said).strip(" .;:")[:_VALUE_CHARACTERS]
        if getattr(draft, kind) is None:
            setattr(draft, kind, text or None)
    if not parts.owners() and scope:
        parts.add(scope.owners, ResponsibilityRole.IMPLEMENT, Basis.HEADING)
    _with_partners(parts, draft.words, naming)
    draft.form = TaskForm.BLOCK
    draft.parts = parts
    draft.unread = not parts.owners() and any(
        part.field in ("lead", "implement") and any(value(part)) for part in fields
    )


def _with_partners(parts: Parts, words: Sequence[Words], naming: Naming) -> None:
    """Those with whom the content itself says it is done: "…; phối hợp với X kiểm tra"."""
    own = parts.owners()
    for sentence in words:
        for clause in party_clauses(sentence, naming):
            partners = find_coordinators(clause, naming)
            others = [place for place in partners if place.agency.id not in own]
            parts.add(others, ResponsibilityRole.COORDINATE, Basis.STATED)


def value(part: Part) -> Iterator[Words]:
    """The lines of a labelled part's value: behind the label, and those below it."""
    if part.body is not None:
        yield part.body
    for line in part.lines[1:]:
        yield Words(line, 0, len(line.text))
    for child in part.children:
        for below in child.walk():
            for line in below.lines:
                if ":" in line.text or not line.text.startswith("("):  # else it is a remark
                    yield Words(line, 0, len(line.text))
