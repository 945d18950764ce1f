"""Which parts of a document are tasks: the walk over the tree of parts.

Every leaf below a part that orders (nhiệm vụ, tổ chức thực hiện, chế độ báo cáo) is one: a bullet,
a labelled paragraph, a sentence of an unlabelled one. What only introduces, names, rules or tells
is none. On the way down the walk remembers whom headings and lead-ins address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from vnplan.lexicon import tasks as task_words
from vnplan.parsers.tasks import blocks, openings
from vnplan.parsers.tasks.carry import carried
from vnplan.parsers.tasks.closings import closing_items
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import read_parts
from vnplan.parsers.tasks.rows import Tables, is_table
from vnplan.parsers.tasks.scope import Scope, of_heading, of_lead_in
from vnplan.parsers.tasks.subjects import named_subject
from vnplan.parsers.tasks.words import Words, sentences
from vnplan.records import Section, SectionKind, SectionRole, TaskForm

ORDERING = frozenset({SectionRole.TASK, SectionRole.ORGANIZATION, SectionRole.REPORTING})
"""Roles of parts whose items somebody is to carry out."""

_TAIL = frozenset({SectionRole.RECIPIENTS, SectionRole.SIGNATURE, SectionRole.LEGAL_BASIS})
_TRAILING = frozenset({"time", "deliverable", "place", "beneficiaries"})
_WHOLE = (SectionKind.ATTACHMENT, SectionKind.APPENDIX)
_LONG_HEADING = 12
_LEAD_WORDS = 10
"""A numbered lead-in that assigns work itself has so many words before what it introduces."""


class Walk:
    """The walk over one document; `drafts` are its tasks in reading order."""

    def __init__(self, naming: Naming, tables: Tables) -> None:
        self._naming = naming
        self._tables = tables
        self.drafts: list[Draft] = []
        self._last: Section | None = None

    def run(self, tops: Sequence[Part]) -> None:
        self._siblings(tops, Scope())

    # ------------------------------------------------------------------------------ siblings

    def _siblings(self, parts: Sequence[Part], scope: Scope) -> None:
        """Parts beside each other: a lead-in among them addresses those behind it."""
        since = len(self.drafts)
        for part in parts:
            if part.role in _TAIL:
                continue
            if part.role is SectionRole.CLOSING or openings.closes(part):
                self._closing(part)
                continue
            if self._trails(part, since) or self._goes_on(part, since):
                continue
            led = self._lead_in(part)
            if led is not None:
                scope = replace(led, heading=scope.heading and led.heading) if scope else led
                continue
            since = len(self.drafts) if part.field not in _TRAILING else since
            self._part(part, scope)
            if part.parent is None and part.numbered:
                closes = part.role is SectionRole.ORGANIZATION
                self._last = part.section if closes else None

    def _closing(self, part: Part) -> None:
        """Closing paragraphs are in no part; those before "Trên đây là …" are in the last."""
        if openings.closes(part):
            self._last = None
        section = self._last if part.role is SectionRole.CLOSING else None
        self.drafts.extend(closing_items(part, self._naming, section))

    def _lead_in(self, part: Part) -> Scope | None:
        """Whom a paragraph before numbered items addresses; None when it is none."""
        if part.kind is not SectionKind.PARAGRAPH or part.children or part.body is None:
            return None
        if part.role not in (*ORDERING, SectionRole.PREAMBLE) or not part.leads_in:
            return None
        if part.role is SectionRole.PREAMBLE:
            return of_lead_in(part.body, self._naming, charged=True)
        return self._addresses(part.body)

    def _addresses(self, body: Words) -> Scope | None:
        """Whom a lead-in names: "UBND các tỉnh:", "Giao Sở A chỉ đạo … có trách nhiệm:"."""
        named = of_heading(_without_colon(body), self._naming)
        return named or of_lead_in(body, self._naming)

    def _trails(self, part: Part, since: int) -> bool:
        """A time or product below an item: "Thời gian hoàn thành: trước ngày 15/12/2025."."""
        if part.kind is not SectionKind.FIELD or part.field not in _TRAILING:
            return False
        if len(self.drafts) <= since:
            return False
        last = self.drafts[-1]
        if part.field == "time":
            last.times.append(part.section.span)
        return True

    def _goes_on(self, part: Part, since: int) -> bool:
        """A paragraph that a page break cut off its item: it begins with a small letter."""
        body = part.body
        if part.kind is not SectionKind.PARAGRAPH or body is None or part.children:
            return False
        if len(self.drafts) <= since or not body.text[:1].islower() or part.leads_in:
            return False
        self.drafts[-1].words.append(body)
        return True

    # ------------------------------------------------------------------------------ one part

    def _part(self, part: Part, scope: Scope) -> None:
        if is_table(part):
            self.drafts.extend(self._tables.read(part))
        elif part.role not in ORDERING:
            self._siblings(part.children, self._addressed(part, scope))
        elif not self._block(part, scope):
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
        own = of_heading(part.title, self._naming)
        return own if own is not None else scope

    def _headed(self, part: Part, scope: Scope) -> None:
        below = self._addressed(part, scope)
        named = below is not scope
        if part.body is not None:
            self._run_in(part, below)
        elif not part.children:
            label = openings.is_label(part.section.heading or "")
            title = part.title
            if title is not None and not (named or label or openings.is_note(title)):
                self._emit(part, [title], below)
        elif not named and self._names_things(part):
            self._emit(part, [part.title], below)
        else:
            self._siblings(part.children, below)

    def _run_in(self, part: Part, scope: Scope) -> None:
        """ "2. Sở Tài chính: Phối hợp …", "a) Đào tạo: Tổ chức …", with or without parts below."""
        assert part.body is not None
        if part.leads_in and part.children:
            self._siblings(part.children, self._addresses(part.body) or scope)
            return
        names = part.children and scope.heading and not openings.orders(part.body, self._naming)
        if not names or openings.ends(
            part.body
        ):  # "12. UBND các xã: Gia Thuận, Tân Điền": its name
            self._item(part, part.body, scope)
        self._siblings(part.children, scope)

    def _unheaded(self, part: Part, scope: Scope) -> None:
        assert part.body is not None
        body = part.body
        if not part.children:
            if part.kind is SectionKind.PARAGRAPH:
                self._paragraph(part, body, scope)
            else:
                self._item(part, body, scope)
        elif part.leads_in:
            self._led(part, scope)
        elif (own := self._name_only(body)) is not None:
            self._siblings(part.children, own)
        elif part.kind is SectionKind.BULLET and self._heads(part, body):
            # "+ Nội dung theo dõi" ⏎ paragraphs, each one a thing to be done
            self._siblings(part.children, of_heading(body, self._naming) or scope)
        else:
            self._item(part, body, scope)
            below = carried(self.drafts[-1], self._naming) if self.drafts else scope
            self._siblings(part.children, scope if scope.heading else below or scope)

    @staticmethod
    def _heads(part: Part, body: Words) -> bool:
        """A bullet that stands over what is below it: no sentence, or a short one over a list."""
        if not openings.ends(body):
            return True
        listed = all(
            child.kind in (SectionKind.BULLET, SectionKind.FIELD) for child in part.children
        )
        return listed and len(body.text.split()) <= _LONG_HEADING

    def _name_only(self, body: Words) -> Scope | None:
        """A bullet that only names who is charged: "+ Sở Giáo dục và Đào tạo"."""
        scope = of_heading(body, self._naming)
        return scope if scope is not None and not openings.ends(body) else None

    def _led(self, part: Part, scope: Scope) -> None:
        """A sentence that ends in a colon, with what it speaks of below it."""
        assert part.body is not None
        body = part.body
        led = self._addresses(body)
        below = scope if led is None else replace(led, heading=True)
        if self._names_things(part):
            self._emit(part, [body, *_lines_below(part)], scope)
            return
        if part.numbered and _assigns(body):
            self._emit(part, [body], scope)
            below = replace(below, lead=False, coordinators=())
        self._siblings(part.children, below)

    def _names_things(self, part: Part) -> bool:
        """Whether what stands below an order only names its objects.

        "Nghiên cứu, triển khai các nền tảng số như:" ⏎ "- Hệ thống giám sát …".
        """
        words = part.title or part.body
        if words is None or not self._orders(part, words):
            return False
        children = part.children
        if not all(child.kind is SectionKind.BULLET and not child.children for child in children):
            return False
        bodies = [child.body for child in children if child.body is not None]
        return bool(bodies) and not any(openings.orders(body, self._naming) for body in bodies)

    def _orders(self, part: Part, words: Words) -> bool:
        if part.title is not None and openings.is_label(part.section.heading or ""):
            return False
        subject = named_subject(words, self._naming)
        return openings.acts(words) or subject is not None

    # ------------------------------------------------------------------------------ blocks

    def _block(self, part: Part, scope: Scope) -> bool:
        """A part whose children are labels of a block; False when it is none."""
        fields = [child for child in part.children if _labels(child)]
        if part.kind in _WHOLE or not blocks.is_block(fields):
            return False
        words = part.title or part.body
        if words is None:
            return False
        below = self._addressed(part, scope)
        contents = [child for child in part.children if not _labels(child)]
        since = len(self.drafts)
        if part.kind is not SectionKind.FIELD and _tells_steps(contents):
            self._siblings(contents, scope)
        if len(self.drafts) == since:
            self._emit(part, [_without_colon(words)], scope)
        for draft in self.drafts[since:]:
            blocks.read_block(draft, fields, below, self._naming)
        for child in fields:
            if child.field == "time":
                self._steps(child, below)
        return True

    def _steps(self, time: Part, scope: Scope) -> None:
        """Sub-bullets of a time with an actor of their own: "+ Bộ A tổng hợp … trước ngày …"."""
        for child in time.children:
            body = child.body
            if body is not None and named_subject(body, self._naming) is not None:
                self._emit(child, [body], scope)

    # ------------------------------------------------------------------------------ items

    def _item(self, part: Part, body: Words, scope: Scope) -> None:
        """A labelled item: one task, but a sentence with a subject of its own is another."""
        if not self._counts(body, scope):
            return
        groups: list[list[Words]] = []
        for sentence in sentences(body):
            own = bool(groups) and named_subject(sentence, self._naming) is not None
            if own or not groups:
                groups.append([sentence])
            else:
                groups[-1].append(sentence)
        for group in groups:
            whole = group[0].cut(group[0].start, group[-1].end)
            if not openings.is_statement(whole) or len(groups) == 1:
                self._emit(part, [whole], scope)

    def _counts(self, body: Words, scope: Scope) -> bool:
        if openings.is_note(body):
            return False
        if scope.heading:
            return True
        if scope and not openings.is_rule(body):
            return not openings.is_statement(body)
        tells = openings.is_statement(body) or openings.is_figure(body)
        return not tells and not openings.is_rule(body)

    def _paragraph(self, part: Part, body: Words, scope: Scope) -> None:
        """An unlabelled paragraph: one task a sentence where it has an action of its own."""
        if openings.is_note(body):
            return
        heads = (SectionKind.BULLET, SectionKind.FIELD)
        below_bullet = part.parent is not None and part.parent.kind in heads
        last: Draft | None = None
        speaks_of = Scope()  # whom the paragraph opens with: it goes on about them
        for number, sentence in enumerate(sentences(body)):
            if last is not None and openings.is_continuation(sentence):
                last.words[-1] = last.words[-1].cut(last.words[-1].start, sentence.end)
                continue
            if openings.is_rule(sentence):
                last = None
            elif openings.orders(sentence, self._naming) or (below_bullet and last is None):
                self._emit(part, [sentence], scope if scope.heading else speaks_of or scope)
                last = self.drafts[-1]
                if number == 0:
                    speaks_of = carried(last, self._naming)
            elif last is not None:
                last.words[-1] = last.words[-1].cut(last.words[-1].start, sentence.end)
        # what a task says of the parties may have grown with its words
        if last is not None:
            below = scope if scope.heading else speaks_of or scope
            last.parts = read_parts(last.words, below, self._naming, charged=_charges(part))

    def _emit(self, part: Part, words: Sequence[Words | None], scope: Scope) -> None:
        """Adds the task with these words; whom they name is read from them."""
        read = [item for item in words if item is not None and item]
        if not read:
            return
        draft = Draft(
            words=read,
            form=TaskForm.BULLET if part.kind is SectionKind.BULLET else TaskForm.SENTENCE,
            section=_home(part),
            parts=read_parts(read, scope, self._naming, charged=_charges(part)),
            ordered=part.role is not SectionRole.TASK,
            unread=scope.unknown,
        )
        self.drafts.append(draft)


def _charges(part: Part) -> bool:
    return part.role is SectionRole.ORGANIZATION


def _home(part: Part) -> Section | None:
    """The innermost numbered part; a last order below a numbered paragraph is its parent's."""
    outer = part.outline()
    if outer is None:
        return None
    last = part.kind is SectionKind.PARAGRAPH and part.parent is outer and part.body is not None
    if last and outer.title is None and openings.charges(part.body):
        above = outer.parent.outline() if outer.parent is not None else None
        return above.section if above is not None else outer.section
    return outer.section


def _lines_below(part: Part) -> Iterator[Words]:
    for child in part.children:
        if child.body is not None:
            yield child.body


def _without_colon(words: Words) -> Words:
    text = words.text.rstrip(" :*")
    return words.cut(words.start, words.start + len(text))


_MARK = regex.compile(r"[;,]\s+")


def _assigns(body: Words) -> bool:
    """Whether a lead-in orders something itself before it introduces a list.

    "Giao Sở A … chủ trì, hướng dẫn thực hiện Đề án …; tổ chức thực hiện các nhiệm vụ sau:".
    """
    words = _without_colon(body)
    marks = list(_MARK.finditer(words.line.text, words.start, words.end))
    if not marks:
        return False
    before = words.line.text[words.start : marks[-1].start()]
    tail = words.folded[marks[-1].end() : words.end]
    if len(before.split()) < _LEAD_WORDS or len(tail.split()) > _LONG_HEADING:
        return False
    introduces = task_words.introduction().search(tail)
    return introduces is not None and (
        introduces.start() == 0 or task_words.action().match(tail) is not None
    )


def _labels(part: Part) -> bool:
    """A label of a block: "- Chủ trì: …", "a) Cơ quan chủ trì: Sở Y tế" with its value."""
    if part.field is None:
        return False
    return part.kind is SectionKind.FIELD or (part.body is not None and not part.children)


def _tells_steps(contents: Sequence[Part]) -> bool:
    """Unlabelled bullets beside the labels of a block, each an order of its own."""
    bodies = [part.body for part in contents if part.kind is SectionKind.BULLET]
    return bool(bodies) and all(body is not None and openings.acts(body) for body in bodies)
