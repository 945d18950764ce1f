"""The tasks of one part: an item is one, a paragraph one for each sentence that acts."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.parsers.tasks import openings
from vnplan.parsers.tasks.carry import carried
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import read_parts
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.subjects import named_subject
from vnplan.parsers.tasks.words import Words, sentences
from vnplan.records import Section, SectionKind, SectionRole, TaskForm


class Emission:
    """The tasks found so far, in reading order."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self.drafts: list[Draft] = []

    def item(self, part: Part, body: Words, scope: Scope) -> None:
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
                self.add(part, [whole], scope)

    def _counts(self, body: Words, scope: Scope) -> bool:
        if openings.is_note(body):
            return False
        if scope.heading:
            return True
        if scope and not openings.is_rule(body):
            return not openings.is_statement(body)
        tells = openings.is_statement(body) or openings.is_figure(body)
        return not tells and not openings.is_rule(body)

    def paragraph(self, part: Part, body: Words, scope: Scope) -> None:
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
                self.add(part, [sentence], scope if scope.heading else speaks_of or scope)
                last = self.drafts[-1]
                if number == 0:
                    speaks_of = carried(last, self._naming)
            elif last is not None:
                last.words[-1] = last.words[-1].cut(last.words[-1].start, sentence.end)
        # what a task says of the parties may have grown with its words
        if last is not None:
            below = scope if scope.heading else speaks_of or scope
            last.parts = read_parts(last.words, below, self._naming, charged=_charges(part))

    def extend(self, body: Words) -> None:
        """Words that a page break cut off the last task, and who else takes part by them."""
        last = self.drafts[-1]
        last.words.append(body)
        last.parts.join(read_parts([body], Scope(), self._naming))

    def add(self, part: Part, words: Sequence[Words | None], scope: Scope) -> None:
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
