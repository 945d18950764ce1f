"""Lists below an order that only name what it is about: they belong to the one task.

"Nghiên cứu, triển khai các nền tảng số như:" ⏎ "- Hệ thống giám sát …".
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.parsers.tasks import inspections, openings, remarks
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.subjects import named_subject
from vnplan.parsers.tasks.words import Words
from vnplan.records import SectionKind, Span


def only_named(part: Part, naming: Naming) -> bool:
    """Whether a part orders, and what stands below it are no orders but their objects."""
    words = part.title or part.body
    if words is None or not orders(part, words, naming):
        return False
    children = part.children
    bodies = [child.body for child in children if child.body is not None]
    if inspections.inspects(words):
        return inspections.is_matter(bodies)
    if not all(child.kind is SectionKind.BULLET and not child.children for child in children):
        return False
    if remarks.tells_of(words, bodies) or remarks.tells_aims(words):
        return True
    return bool(bodies) and not any(openings.orders(body, naming) for body in bodies)


def orders(part: Part, words: Words, naming: Naming) -> bool:
    """Whether the words over a list order something themselves, or say who has to."""
    if part.title is not None and openings.is_label(part.section.heading or ""):
        return False
    return openings.acts(words) or named_subject(words, naming) is not None


def lines_below(part: Part) -> Iterator[Words]:
    """What is listed, without the line that says when."""
    for child in part.children:
        if child.body is not None and child.field != "time":
            yield child.body


def times_below(part: Part) -> Iterator[Span]:
    """When it is all done, told below the last of the things: "* Thời gian thực hiện: …"."""
    for below in part.walk():
        if below is not part and below.kind is SectionKind.FIELD and below.field == "time":
            yield below.section.span
