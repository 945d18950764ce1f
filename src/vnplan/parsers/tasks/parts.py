"""The parts of a document with their words: the tree of sections, each with its lines.

What the tree leaves beside each other is put together here: the bullets below a paragraph that ends
in a colon belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

import regex

from vnplan.lexicon.roles import field_kind
from vnplan.parsers.sections import SectionReading
from vnplan.parsers.tasks import inspections
from vnplan.parsers.tasks.bare_times import says_when
from vnplan.parsers.tasks.words import Words
from vnplan.records import Section, SectionKind, SectionRole
from vnplan.records.section import OUTLINE
from vnplan.text.labels import read_label
from vnplan.text.lines import LogicalLine

_GAP = regex.compile(r"(?:\s*(?:\[\d+\]|\(\*\)))?[\s:.;*]*(?:[-–]\s+)?")
_ITEMS = (SectionKind.BULLET, SectionKind.FIELD)
# "+ Chủ trì: …", "Cơ quan phối hợp:" as a label before a value.
_LABEL = regex.compile(r"(?P<label>\p{Lu}[\p{L}\s,/()]{2,60}?)\s*:\s*")
_MOST_TURNS = 64


@dataclass(slots=True, eq=False)
class Part:
    """A section with its lines; `title` its heading's words, `body` the words behind it.

    `heads`: an unlabelled paragraph that is a heading without its number.
    """

    section: Section
    role: SectionRole
    lines: list[LogicalLine] = field(default_factory=list)
    parent: Part | None = None
    children: list[Part] = field(default_factory=list)
    title: Words | None = None
    body: Words | None = None
    heads: bool = False

    @property
    def kind(self) -> SectionKind:
        return self.section.kind

    @property
    def numbered(self) -> bool:
        return self.section.kind in OUTLINE

    @property
    def field(self) -> str | None:
        """What a labelled part holds ("lead", "time" …); None for parts that are no field."""
        heading = self.section.heading
        if heading is None or self.kind not in (SectionKind.FIELD, *OUTLINE):
            return None
        return field_kind(heading)

    @property
    def leads_in(self) -> bool:
        """Whether its words end in a colon: what they speak of stands below."""
        words = self.body or self.title
        return words is not None and words.line.text[: words.end].rstrip(" *").endswith(":")

    def walk(self) -> Iterator[Part]:
        """This part and all below it, in reading order."""
        open_parts = [self]
        while open_parts:
            part = open_parts.pop()
            yield part
            open_parts.extend(reversed(part.children))

    def outline(self) -> Part | None:
        """The innermost part with a label of the outline: itself or one around it."""
        part: Part | None = self
        while part is not None and not part.numbered:
            part = part.parent
        return part


def build_parts(lines: Sequence[LogicalLine], reading: SectionReading) -> list[Part]:
    """The parts at the top of the document, in reading order."""
    by_id = {section.id: Part(section, section.role) for section in reading.sections}
    for line in lines:
        home = by_id.get(reading.home.get(line.index, ""))
        if home is not None:
            home.lines.append(line)
    tops: list[Part] = []
    for part in by_id.values():
        parent = by_id.get(part.section.parent_id or "")
        part.parent = parent
        (tops if parent is None else parent.children).append(part)
    for part in by_id.values():
        _read_words(part)
        part.heads = part.kind is SectionKind.PARAGRAPH and (
            part.section.span.start in reading.unnumbered
        )
    _free_values(tops)
    for part in by_id.values():
        part.children = _gathered(part.children)
    return _gathered(tops)


def _read_words(part: Part) -> None:
    """Divides the first line of a part into label, heading and body."""
    if not part.lines or part.kind in (SectionKind.ROW, SectionKind.TABLE):
        return
    line = part.lines[0]
    label = read_label(line.text) if part.numbered or part.kind in _ITEMS else None
    at = label.end if label is not None and label.end <= len(line.text) else 0
    heading = part.section.heading
    if heading is not None:
        start = line.text.find(heading, at)
        if start < 0:  # a title adopted from the next line, or read over several lines
            end = len(line.text)
            part.title = Words(line, at, end).trimmed()
            part.body = None
            return
        part.title = Words(line, start, start + len(heading))
        gap = _GAP.match(line.text, part.title.end)
        at = gap.end() if gap is not None else part.title.end
        if part.numbered and at >= len(line.text):
            part.title = Words(line, start, len(line.text)).trimmed()
    body = Words(line, at, len(line.text)).trimmed()
    part.body = body if body else None


def _free_values(tops: Sequence[Part]) -> None:
    """Bullets that the tree hangs below a field which has its value: they stand beside it.

    "Thời gian hoàn thành: trước ngày 15/12/2025." ⏎ "- Phối hợp với …": the bullet is the next
    task, not part of the time.
    """
    for top in tops:
        for part in top.walk():
            freed: list[Part] = []
            for child in part.children:
                freed.append(child)
                valued = child.kind is SectionKind.FIELD and child.body is not None
                if valued and not child.leads_in and child.lines[0].text[:1].isupper():
                    for below in child.children:
                        below.parent = part
                        _take_role(below, child.role, part.role)
                    freed.extend(child.children)
                    child.children = []
            part.children = freed


def _take_role(part: Part, wrong: SectionRole, right: SectionRole) -> None:
    for below in part.walk():
        if below.role is wrong:
            below.role = right


def _gathered(children: list[Part]) -> list[Part]:
    """Siblings with the bullets below a lead-in paragraph moved under it."""
    gathered: list[Part] = []
    leader: Part | None = None
    for place, child in enumerate(children):
        if leader is not None and child.kind in _ITEMS and child.role is leader.role:
            child.parent = leader
            leader.children.append(child)
            continue
        gathered.append(child)
        if leader is None and _inspection(child, children[place + 1 :]):
            leader = child  # "- Kiểm tra việc … Cụ thể:" ⏎ "- Việc ban hành …": of one mark
            continue
        leads = child.kind is SectionKind.PARAGRAPH and not child.children and child.leads_in
        leader = child if leads and _introduces(child) else None
    return gathered


def _inspection(part: Part, behind: Sequence[Part]) -> bool:
    """Whether a bullet orders to look into what the bullets behind it name."""
    if part.kind is not SectionKind.BULLET or part.children or part.body is None:
        return False
    if not part.leads_in or not inspections.inspects(part.body):
        return False
    bullets = takewhile(lambda other: other.kind is SectionKind.BULLET, behind)
    return inspections.is_matter([other.body for other in bullets if other.body is not None])


def _introduces(part: Part) -> bool:
    """A paragraph that ends in a colon; a lone label ("Trọng tâm:") leaves things as they are.

    Not one that says when: "Tháng 10/2021:".
    """
    if part.body is None:
        return False
    return len(part.body.text.split()) > 3 or says_when(part.body)
