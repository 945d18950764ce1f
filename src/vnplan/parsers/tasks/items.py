"""Which parts of a document are tasks: the walk over the tree of parts.

Every leaf below a part that orders (nhiệm vụ, tổ chức thực hiện, chế độ báo cáo) is one: a bullet,
a labelled paragraph, a sentence of an unlabelled one. What only introduces, names, rules or tells
is none. On the way down the walk remembers whom headings and lead-ins address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from vnplan.parsers.tasks import (
    blocks,
    measures,
    openings,
    page_breaks,
    programmes,
    remarks,
    things,
)
from vnplan.parsers.tasks.addressees import Addressees, find_addressees
from vnplan.parsers.tasks.carry import carried
from vnplan.parsers.tasks.closings import closing_items
from vnplan.parsers.tasks.divisions import division
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.emission import Emission
from vnplan.parsers.tasks.headings import heading_scope
from vnplan.parsers.tasks.lead_ins import (
    addresses,
    assigns,
    heads_as_order,
    numbered,
    without_colon,
)
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.rows import Tables, is_table
from vnplan.parsers.tasks.scope import Scope, of_heading, of_roles
from vnplan.parsers.tasks.subjects import find_subject, named_subject
from vnplan.parsers.tasks.words import Words, sentences
from vnplan.records import Section, SectionKind, SectionRole
from vnplan.text.fold import fold

ORDERING = frozenset({SectionRole.TASK, SectionRole.ORGANIZATION, SectionRole.REPORTING})
"""Roles of parts whose items somebody is to carry out."""

_TAIL = frozenset({SectionRole.RECIPIENTS, SectionRole.SIGNATURE, SectionRole.LEGAL_BASIS})
_TRAILING = frozenset({"time", "deliverable", "place", "beneficiaries"})
_WHOLE = (SectionKind.ATTACHMENT, SectionKind.APPENDIX)
_LONG_HEADING = 12
_SPOKEN_OF = 4


class Walk:
    """The walk over one document; `drafts` are its tasks in reading order."""

    def __init__(self, naming: Naming, tables: Tables) -> None:
        self._naming = naming
        self._tables = tables
        self._tasks = Emission(naming)
        self._last: Section | None = None
        self._addressees = Addressees()
        self._opened = Scope()

    @property
    def drafts(self) -> list[Draft]:
        return self._tasks.drafts

    def run(self, tops: Sequence[Part]) -> None:
        self._addressees = find_addressees(tops, self._naming)
        self._opened = Scope(self._addressees.parties)
        self._siblings(tops, Scope())
        for draft in self.drafts:
            self._addressees.counted_once(draft.parts, self._naming)

    # ------------------------------------------------------------------------------ siblings

    def _siblings(self, parts: Sequence[Part], scope: Scope, since: int | None = None) -> None:
        """Parts beside each other: a lead-in among them addresses those behind it.

        Tasks from `since` on may go on in them: those of parts before, or of the one above.
        """
        first = len(self.drafts)
        since = first if since is None else since
        common = blocks.common_time(parts)
        spoken_of = Scope()
        above = scope
        for part in parts:
            if part.heads and part.body is not None:
                named = of_heading(part.body, self._naming)
                scope, spoken_of = above if named is None else named, Scope()
                continue
            if part.role in _TAIL:
                opened = self._opens(part)  # "Thực hiện Công điện …, UBND tỉnh yêu cầu …:"
                scope = scope if opened is None else opened
                continue
            if part.role is SectionRole.CLOSING or openings.closes(part):
                self._closing(part)
                continue
            whole = part is common
            if self._trails(part, first if whole else since, common=whole):
                continue
            if page_breaks.is_page_number(part) or self._goes_on(part, since):
                continue
            led = self._lead_in(part, scope)
            if led is None and part is not parts[-1]:
                led = numbered(part, self._naming) if part.role in ORDERING else None
            if led is not None:
                self._before_lead_in(part, scope)
                scope = replace(led, heading=scope.heading and led.heading) if scope else led
                continue
            since = len(self.drafts) if part.field not in _TRAILING else since
            goes_on = not scope and _goes_on_about(part, self._naming)
            self._part(part, spoken_of if goes_on else scope)
            if not goes_on:
                spoken_of = self._spoken_of(part, since)
            if part.parent is None and part.numbered:
                closes = part.role is SectionRole.ORGANIZATION and _is_label(part)
                self._last = part.section if closes else None
        if shared := blocks.shared_fields(parts):
            for draft in self.drafts[first:]:
                if not draft.parts.owners():
                    blocks.read_block(draft, shared, scope, self._naming)

    def _spoken_of(self, part: Part, since: int) -> Scope:
        """Whom a bullet charges that stands where nobody is addressed: the next may go on."""
        drafts = self.drafts[since:]
        if part.kind is not SectionKind.BULLET or part.children or len(drafts) != 1:
            return Scope()
        return carried(drafts[0], self._naming)

    def _opens(self, part: Part) -> Scope | None:
        """Whom the opening of a directive charges; None when it charges nobody."""
        opening = part.role in (SectionRole.PREAMBLE, SectionRole.LEGAL_BASIS)
        if not opening or not part.leads_in or part.body is None:
            return None
        opened = self._addressees.opened(part.body, self._naming)
        self._opened = (opened if self._addressees.parties else None) or self._opened
        return opened

    def _closing(self, part: Part) -> None:
        """Closing paragraphs are in no part; those before "Trên đây là …" are in the last one.

        If that is "Tổ chức thực hiện": the last item of a directive ("2. Sở Tài chính") holds none.
        """
        if openings.closes(part):
            self._last = None
        section = self._last if part.role is SectionRole.CLOSING else None
        self.drafts.extend(closing_items(part, self._naming, section, self._opened))

    def _lead_in(self, part: Part, scope: Scope) -> Scope | None:
        """Whom a paragraph before numbered items addresses; None when it is none."""
        if part.kind is not SectionKind.PARAGRAPH or part.children or part.body is None:
            return None
        if part.role not in (*ORDERING, SectionRole.PREAMBLE):
            return None
        if not part.leads_in:
            # "Chủ trì, phối hợp với các sở, ngành" ⏎ "- Triển khai …"
            alone = part.role is not SectionRole.PREAMBLE and not openings.ends(part.body)
            return of_roles(part.body, scope, self._naming) if alone else None
        if part.role is SectionRole.PREAMBLE:
            return self._opens(part)
        return addresses(part.body, scope, self._naming)

    def _before_lead_in(self, part: Part, scope: Scope) -> None:
        """What a paragraph orders before the sentence that introduces the items.

        "…, các sở, ngành quán triệt Kế hoạch này. Đồng thời, yêu cầu … thực hiện như sau:".
        """
        if part.role not in ORDERING or part.body is None:
            return
        for sentence in sentences(part.body)[:-1]:
            acting = find_subject(sentence, self._naming) is not None
            if acting and openings.orders(sentence, self._naming):
                self._tasks.add(part, [sentence], scope)

    def _trails(self, part: Part, since: int, *, common: bool) -> bool:
        """A time or product below an item: "Thời gian hoàn thành: trước ngày 15/12/2025.".

        It is that of the last item; of all since `since` where it is `common` to them.
        """
        if part.kind is not SectionKind.FIELD or part.field not in _TRAILING:
            return False
        if len(self.drafts) <= since:
            return False
        if part.field == "time":
            for draft in self.drafts[since if common else -1 :]:
                draft.times.append(part.section.span)
        return True

    def _goes_on(self, part: Part, since: int) -> bool:
        """A paragraph that a page break cut off its item: it begins with a small letter.

        Or one that says who does it: "(Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính)".
        """
        body = part.body
        if part.kind is not SectionKind.PARAGRAPH or body is None or part.children:
            return False
        if len(self.drafts) <= since or part.leads_in:
            return False
        last = self.drafts[-1].words[-1]
        quoted = body.text[:1] == "“" and not openings.ends(last)
        # "… vận động các đoàn thể như Hội Phụ nữ," ⏎ "Đoàn Thanh niên giúp đỡ các hộ …"
        inside = page_breaks.cuts_inside(last)
        if not (quoted or inside or body.text[:1].islower() or self._tasks.labelled(body)):
            return False
        self._tasks.extend(body, inside=inside)
        return True

    # ------------------------------------------------------------------------------ one part

    def _part(self, part: Part, scope: Scope) -> None:
        since = len(self.drafts)
        self._read(part, scope)
        told = since < len(self.drafts) and not is_table(part)
        if told and part.role in ORDERING and programmes.is_programme(part):
            added = self.drafts[since:]
            self.drafts[since:] = [one for one in added if not programmes.is_point(one)]

    def _read(self, part: Part, scope: Scope) -> None:
        if is_table(part):
            self.drafts.extend(self._tables.read(part))
        elif remarks.is_notes(part.section.heading):
            return
        elif part.role not in ORDERING:
            self._siblings(part.children, self._addressed(part, scope))
        elif not self._block(part, scope) and not self._divided(part, scope):
            if part.title is not None:
                self._headed(part, scope)
            elif part.body is not None:
                self._unheaded(part, scope)
            else:
                self._siblings(part.children, scope)

    def _addressed(self, part: Part, scope: Scope) -> Scope:
        """The scope below a heading: the bodies it names, or those named above."""
        if part.title is None or not (part.numbered or part.kind is SectionKind.FIELD):
            return scope
        own = self._names_on(part) or heading_scope(part.title, self._naming)
        if own is None and part.children:
            own = of_roles(part.title, scope, self._naming)
        return own if own is not None else scope

    def _names_on(self, part: Part) -> Scope | None:
        """Whom a heading and what runs in behind it name: "UBND các xã: Tân An, Tân Bình"."""
        title, body = part.title, part.body
        if title is None or body is None or body.line is not title.line:
            return None
        whole = title.cut(title.start, body.end)
        scope = of_heading(whole, self._naming)
        if not scope or scope.owners[-1].body.start < body.start:
            return None
        return None if whole.cut(scope.owners[-1].body.end) else scope

    def _headed(self, part: Part, scope: Scope) -> None:
        below = self._addressed(part, scope)
        named = below is not scope
        if part.body is not None:
            self._run_in(part, below)
        elif not part.children:
            label = openings.is_label(part.section.heading or "")
            title = part.title
            if title is not None and not (named or label or openings.is_note(title)):
                self._tasks.add(part, [title], below)
        elif self._by_measure(part, part.title, below):
            return
        elif part.leads_in and part.numbered and self._orders_itself(part):
            self._tasks.add(part, [part.title], scope)
            self._siblings(part.children, carried(self.drafts[-1], self._naming) or below)
        elif not named and things.only_named(part, self._naming):
            unfolded = things.lines_below(part) if part.leads_in else ()
            self._tasks.add(part, [part.title, *unfolded], below)
            self.drafts[-1].times.extend(things.times_below(part))
        else:
            self._siblings(part.children, below)

    def _run_in(self, part: Part, scope: Scope) -> None:
        """ "2. Sở Tài chính: Phối hợp …", "a) Đào tạo: Tổ chức …", with or without parts below."""
        assert part.body is not None
        if part.leads_in and part.children:
            self._siblings(part.children, addresses(part.body, scope, self._naming) or scope)
            return
        if remarks.is_remark(part.title, part.body, self._naming):
            return
        since = len(self.drafts)
        names = part.children and scope.heading and not openings.orders(part.body, self._naming)
        if not names or openings.ends(
            part.body
        ):  # "12. UBND các xã: Gia Thuận, Tân Điền": its name
            self._behind_heading(part, part.body, scope)
        # "a) Khai mạc: giới thiệu hệ thống." ⏎ "- Thời gian dự kiến: 8h00 ngày 28/12/2011"
        labels = all(child.kind is SectionKind.FIELD for child in part.children)
        self._siblings(part.children, scope, since if labels else None)

    def _behind_heading(self, part: Part, body: Words, scope: Scope) -> None:
        """The item behind a run-in heading, which may itself be what is ordered.

        "Xây dựng kiến trúc số: Sở A chủ trì thực hiện", "Rà soát quy hoạch (Chủ trì: Sở A)".
        """
        title, above = part.title, None
        if title is not None and title.line is body.line and _CLASS.fullmatch(fold(title.text)):
            above = title.cut(title.start, body.start).trimmed()  # "Các Sở: Công nghiệp, Y tế …"
        elif title is not None and title.line is body.line and openings.acts(title):
            if title.text.count("(") > title.text.count(")"):
                body = title.cut(title.start, body.end)
            elif self._tasks.only_charges(body) or not openings.orders(body, self._naming):
                above = title.cut(title.start, body.start).trimmed()
        if title is not None and title.line is body.line and openings.opens_with_day(body):
            above = title.cut(title.start, body.start).trimmed()  # "Khai giảng: Ngày 05/9/2024"
        self._tasks.item(part, body, scope, above=above)

    def _unheaded(self, part: Part, scope: Scope) -> None:
        assert part.body is not None
        body = part.body
        if not part.children:
            if part.kind is SectionKind.PARAGRAPH:
                self._tasks.paragraph(part, body, scope)
            else:
                self._tasks.item(part, body, scope)
        elif part.leads_in:
            self._led(part, scope)
        elif not page_breaks.breaks_off(part) and (own := self._name_only(body, scope)) is not None:
            self._siblings(part.children, own)
        elif self._lists(part, body):
            # "+ Nội dung theo dõi" ⏎ paragraphs, each one a thing to be done
            self._siblings(part.children, of_heading(body, self._naming) or scope)
        else:
            since = len(self.drafts)
            self._tasks.item(part, body, scope)
            # whom the item opens with: a later sentence of it may speak of others
            opened = self.drafts[since] if len(self.drafts) > since else None
            below = carried(opened, self._naming) if opened is not None else scope
            below = self._addressees.in_full(below)
            self._siblings(part.children, scope if scope.heading else below or scope, since)

    def _lists(self, part: Part, body: Words) -> bool:
        """Whether a part only stands over what is below it, and that is what is to be done."""
        if part.numbered and remarks.names_matter(body, self._naming):
            return True
        return part.kind is SectionKind.BULLET and self._heads(part, body)

    @staticmethod
    def _heads(part: Part, body: Words) -> bool:
        """A bullet that stands over what is below it: no sentence, or a short one over a list."""
        if not openings.ends(body):
            return not page_breaks.cuts_name(body)
        listed = all(
            child.kind in (SectionKind.BULLET, SectionKind.FIELD) for child in part.children
        )
        return listed and len(body.text.split()) <= _LONG_HEADING

    def _name_only(self, body: Words, above: Scope) -> Scope | None:
        """A bullet that only names who is charged, or with whom: "+ Sở Giáo dục và Đào tạo"."""
        if openings.ends(body):
            return None
        named = of_heading(body, self._naming)
        return named if named is not None else of_roles(body, above, self._naming)

    def _led(self, part: Part, scope: Scope) -> None:
        """A sentence that ends in a colon, with what it speaks of below it."""
        assert part.body is not None
        body = part.body
        if self._by_measure(part, body, scope):
            return
        led = addresses(body, scope, self._naming)
        below = scope if led is None else replace(led, heading=bool(led))
        if things.only_named(part, self._naming):
            self._tasks.add(part, [body, *things.lines_below(part)], scope)
            self.drafts[-1].times.extend(things.times_below(part))
            return
        if part.numbered and assigns(body):
            self._tasks.add(part, [body], scope)
            below = replace(below, lead=False, coordinators=())
        elif part.kind is SectionKind.BULLET:
            self._ordered_before(part, body, scope)
        self._siblings(part.children, below)

    def _ordered_before(self, part: Part, body: Words, scope: Scope) -> None:
        """What a bullet orders before the sentence that introduces the items below it.

        "- Hoàn thành hồ sơ … trong tháng 7 năm 2022. Tập trung vào một số nội dung:".
        """
        before = sentences(body)[:-1]
        last = sentences(body)[-1]
        if len(last.text.split()) < _SPOKEN_OF:  # "…. Trong đó:": they are its parts
            return
        if before and openings.acts(before[0]) and not openings.is_continuation(before[0]):
            self._tasks.add(part, [body.cut(before[0].start, before[-1].end)], scope)

    def _by_measure(self, part: Part, words: Words | None, scope: Scope) -> bool:
        """An order with the criteria below it: one task. What only names them: none."""
        if words is None or not part.leads_in:
            return False
        if not measures.by_measure(words):
            return measures.names_measure(words)
        if things.orders(part, words, self._naming):
            self._tasks.add(part, [words, *measures.measures_of(part)], scope)
        return True

    def _orders_itself(self, part: Part) -> bool:
        return part.title is not None and heads_as_order(part.title, self._naming)

    # ------------------------------------------------------------------------------ blocks

    def _block(self, part: Part, scope: Scope) -> bool:
        """A part whose children are labels of a block; False when it is none."""
        fields = [child for child in part.children if self._labels(child)]
        words = part.title or part.body
        if part.field == "content" and part.body is not None:
            words = part.body  # "2.1. Nội dung: Lập danh sách …" ⏎ "- Đơn vị chủ trì: …"
        alone = len(fields) == len(part.children)
        if part.kind in _WHOLE or words is None:
            return False
        if not blocks.is_block(fields, part.title, alone=alone):
            return False
        below = self._addressed(part, scope)
        contents = [child for child in part.children if child not in fields]
        since = len(self.drafts)
        steps = blocks.tells_steps(contents) or blocks.answers_for(fields, part.children)
        steps = steps and part.kind is not SectionKind.FIELD
        if steps and not part.leads_in:
            self._siblings(contents, scope)
        if len(self.drafts) == since:
            # "a) Rà soát nhu cầu …:" ⏎ "+ Khảo sát …;" are one order with its steps
            below_it = [child.body for child in contents] if steps else []
            told = blocks.content_of(fields, words)
            self._tasks.add(part, [without_colon(words), *told, *below_it], scope)
        for draft in self.drafts[since:]:
            blocks.read_block(draft, fields, below, self._naming)
        for child in fields:
            if child.field == "time":
                self._steps(child, below)
        for child in blocks.parts_behind(part.children, fields):
            self._part(child, below)
        return True

    def _divided(self, part: Part, scope: Scope) -> bool:
        """A part whose headings tell its tasks, and below others who does them, until when."""
        found = division(part, self._naming) if part.kind not in _WHOLE else None
        if found is None:
            return False
        since = len(self.drafts)
        below = self._addressed(part, scope)
        self._siblings(found.contents, below)
        times = [part.section.span for part in found.fields if part.field == "time"]
        for draft in self.drafts[since:]:
            if draft.parts.owners():  # "… do Bộ Quốc phòng hướng dẫn": it tells its own
                draft.times.extend(times)
            else:
                blocks.read_block(draft, found.fields, below, self._naming)
        return True

    def _labels(self, part: Part) -> bool:
        """A label of a block: "- Chủ trì: …", "a) Cơ quan chủ trì: Sở Y tế" with its value."""
        if part.kind is SectionKind.PARAGRAPH and part.body is not None:
            return not part.children and self._tasks.labelled(part.body)
        if part.field is None:
            return False
        return part.kind is SectionKind.FIELD or (part.body is not None and not part.children)

    def _steps(self, time: Part, scope: Scope) -> None:
        """Sub-bullets of a time with an actor of their own: "+ Bộ A tổng hợp … trước ngày …"."""
        for child in time.children:
            body = child.body
            if body is not None and named_subject(body, self._naming) is not None:
                self._tasks.add(child, [body], scope)


def _goes_on_about(part: Part, naming: Naming) -> bool:
    """Whether a bullet of the part that charges bodies opens with what is to be done, and by whom
    stands in the one above: "- Sở Y tế chủ trì …" ⏎ "- Theo dõi, tổng hợp báo cáo …"."""
    body = part.body
    if part.role is not SectionRole.ORGANIZATION or part.kind is not SectionKind.BULLET:
        return False
    if body is None or part.children or part.title is not None:
        return False
    return openings.acts(body) and find_subject(body, naming) is None


def _is_label(part: Part) -> bool:
    return openings.is_label(part.section.heading or "")


_CLASS = regex.compile(r"các (?:sở|bộ|ngành|ban)")
