"""The tasks of one part: an item is one, a paragraph one for each sentence that acts."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.parsers.tasks import openings, rules
from vnplan.parsers.tasks.action import find_action
from vnplan.parsers.tasks.carry import carried
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.heading_times import heading_times
from vnplan.parsers.tasks.labels import TEXTS, charging_labels
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import read_parts
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.subjects import named_subject, opening, unnamed_actor
from vnplan.parsers.tasks.words import Words, sentences
from vnplan.records import Section, SectionKind, SectionRole, TaskForm
from vnplan.text.fold import fold

# All that a sentence says of the doing itself, when it only names who does what stands before.
_DOES = r"(?:tổ chức|triển khai|thực hiện|tham mưu|xây dựng|ban hành|trình|hoàn thành)"
_ONLY_DOES = regex.compile(rf"{_DOES}(?:(?:,|\svà)?\s{_DOES})*")

_FOLLOWS = regex.compile(r"(?<!\p{L})(?:theo dõi|đôn đốc|kiểm tra, giám sát)(?!\p{L})")


class Emission:
    """The tasks found so far, in reading order."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self.drafts: list[Draft] = []

    def item(self, part: Part, body: Words, scope: Scope, *, above: Words | None = None) -> None:
        """A labelled item: one task, but a sentence with a subject of its own is another.

        `above` are words in front of it that say what is to be done.
        """
        groups: list[list[Words]] = []
        for sentence in sentences(body):
            if groups and rules.stands(sentence):
                continue  # "…. Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ."
            own = bool(groups) and named_subject(sentence, self._naming) is not None
            own = own or (bool(groups) and not scope.heading and unnamed_actor(sentence))
            # "Đến nay, dự án đã hoàn thành 60%. Yêu cầu chủ đầu tư đôn đốc …": told, then asked
            told = len(groups) == 1 and self._tells(groups[0][0])
            own = own or (told and openings.charges(sentence))
            own = own and not self.labelled(sentence)
            own = own and not (
                len(groups) == 1 and not scope and self._assigns(groups[0], sentence)
            )
            if own or not groups:
                groups.append([sentence])
            else:
                groups[-1].append(sentence)
        if not self._counts(body, scope) and not (len(groups) > 1 and self._tells(body)):
            return
        for group in groups:
            whole = group[0].cut(group[0].start, group[-1].end)
            if not self._tells(whole) or len(groups) == 1:
                unnamed = group is not groups[0] and unnamed_actor(group[0])
                self.add(part, [above, whole], Scope(unknown=True) if unnamed else scope)
                above = None

    def _assigns(self, group: list[Words], sentence: Words) -> bool:
        """ "Tổ chức đào tạo. Giao Sở A chủ trì, phối hợp với Sở B thực hiện.": who does it."""
        named = any(named_subject(words, self._naming) is not None for words in group)
        return not named and self.only_charges(sentence)

    def only_charges(self, words: Words) -> bool:
        """Whether the words name who acts, but not what is done: "Sở A chủ trì thực hiện"."""
        if named_subject(words, self._naming) is None:
            return False
        action = find_action(words, self._naming)
        return action is None or _ONLY_DOES.fullmatch(fold(action)) is not None

    def _tells(self, words: Words) -> bool:
        """Whether the first words tell how things stand, or what a body did."""
        return openings.is_statement(words) or openings.narrates(words, self._naming)

    def _counts(self, body: Words, scope: Scope) -> bool:
        if openings.is_note(body) or rules.stands(body) or rules.is_of_a_thing(body):
            return False
        if scope.heading:
            return True
        tells = self._tells(body)
        if scope and not rules.is_rule(body):
            return not tells
        tells = tells or rules.is_figure(body) or openings.is_definition(body)
        return not tells and not rules.is_rule(body)

    def paragraph(self, part: Part, body: Words, scope: Scope) -> None:
        """An unlabelled paragraph: one task a sentence where it has an action of its own."""
        if openings.is_note(body):
            return
        heads = (SectionKind.BULLET, SectionKind.FIELD)
        below_bullet = part.parent is not None and part.parent.kind in heads
        last: Draft | None = None
        grown: dict[int, Draft] = {}
        speaks_of = Scope()  # whom the paragraph opens with: it goes on about them
        for number, sentence in enumerate(sentences(body)):
            below = scope if scope.heading else speaks_of or scope
            orders_nothing = rules.is_rule(sentence) or rules.stands(sentence)
            if orders_nothing or openings.narrates(sentence, self._naming):
                last = None
            elif last is not None and not self._begins(sentence):
                last.words[-1] = last.words[-1].cut(last.words[-1].start, sentence.end)
                grown[id(last)] = last
            elif last is not None or below_bullet or openings.orders(sentence, self._naming):
                self.add(part, [sentence], below)
                last = self.drafts[-1]
                if number == 0:
                    speaks_of = carried(last, self._naming)
        for draft in grown.values():  # what they say of the parties has grown with them
            self._read(draft)

    def _begins(self, sentence: Words) -> bool:
        """Whether a sentence has an action of its own.

        "Trong đó, …", "Cơ quan chủ trì: …" only go on with what stands before.
        """
        if openings.is_continuation(sentence) or not openings.orders(sentence, self._naming):
            return False
        return not self.labelled(sentence)

    def labelled(self, words: Words) -> bool:
        """Whether the words only say who does what stands before: "Cơ quan chủ trì: Sở A"."""
        labels = charging_labels(words, self._naming)
        return bool(labels) and labels[0].start == opening(words)

    def extend(self, body: Words, *, inside: bool = False) -> None:
        """Words that a page break cut off the last task, and who else takes part by them.

        `inside`: they go on with a name or a list in it, and whom they open with is no subject.
        """
        last = self.drafts[-1]
        last.words.append(body)
        if last.form in (TaskForm.BULLET, TaskForm.SENTENCE) and not inside:
            self._read(last)

    def add(self, part: Part, words: Sequence[Words | None], scope: Scope) -> None:
        """Adds the task with these words; whom they name is read from them."""
        read = [item for item in words if item is not None and item]
        if not read:
            return
        draft = Draft(
            words=read,
            form=TaskForm.BULLET if part.kind is SectionKind.BULLET else TaskForm.SENTENCE,
            section=self._home(part),
            ordered=part.role is not SectionRole.TASK,
            unread=scope.unknown,
            scope=scope,
            charged=part.role is SectionRole.ORGANIZATION,
        )
        draft.headed.extend(heading_times(part))
        self._read(draft)
        self.drafts.append(draft)

    def _read(self, draft: Draft) -> None:
        """Who has which part in a task, and what labels inside it say."""
        draft.parts = read_parts(draft.words, draft.scope, self._naming, charged=draft.charged)
        for words in draft.words:
            for label in charging_labels(words, self._naming):
                if label.kind in TEXTS and getattr(draft, label.kind) is None:
                    setattr(draft, label.kind, label.value.bare() or None)

    def _home(self, part: Part) -> Section | None:
        """The innermost numbered part; a last order below a numbered paragraph is its parent's."""
        outer = part.outline()
        if outer is None:
            return None
        last = part.kind is SectionKind.PARAGRAPH and part.parent is outer and part.body is not None
        if not last or outer.title is not None:
            return outer.section
        if outer.parent is None and self._closes(part, outer):
            return None
        if self._charges(part):
            above = outer.parent.outline() if outer.parent is not None else None
            return above.section if above is not None else outer.section
        return outer.section

    @staticmethod
    def _charges(part: Part) -> bool:
        return openings.charges(part.body) and not openings.goes_on(part.body)

    def _closes(self, part: Part, outer: Part) -> bool:
        """ "8. … thực hiện nghiêm Chỉ thị này." ⏎ "Văn phòng Chính phủ theo dõi, đôn đốc …"."""
        if part.body is None or outer.body is None or not _FOLLOWS.search(part.body.folded):
            return False
        names = [named_subject(words, self._naming) for words in (part.body, outer.body)]
        own, other = ({one.agency.id for one in name.parties} if name else set() for name in names)
        return bool(own) and bool(other) and own.isdisjoint(other)
