"""Inline elements: which words are a reference, an organization, a date, a quantity.

Marks lie inside each other or side by side. Of two that cross, the one that begins first is kept.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from vnplan.exports.akoma_ntoso.names import RECORDS, Referred, reference, work_iri
from vnplan.exports.akoma_ntoso.words import first, last
from vnplan.parsers.quantities import find_quantities, might_hold_quantity, read_figure
from vnplan.records import (
    Citation,
    Deadline,
    DeadlineKind,
    Funding,
    Header,
    Plan,
    Quantity,
    Signer,
    Span,
    Target,
)

_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element around `text[start:end]`; `counted`: it gets an eId of its own."""

    start: int
    end: int
    element: str
    attributes: Mapping[str, str]
    counted: bool = False


class Marks:
    """The marks of a document, in reading order, outer ones before those in them."""

    def __init__(self, marks: Iterable[Mark], length: int) -> None:
        self._marks = list(_nested(mark for mark in marks if mark.end <= length))
        self._starts = [mark.start for mark in self._marks]

    def within(self, start: int, end: int) -> list[Mark]:
        """Those that lie wholly in `start`–`end`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [mark for mark in self._marks[first:last] if mark.end <= end]

    def cut(self, start: int, end: int, places: Iterable[int]) -> Iterator[int]:
        """Those of the rising `places` in `start`–`end` at which no mark is open."""
        marks = deque(self.within(start, end))
        reach = start
        for place in places:
            while marks and marks[0].start < place:
                reach = max(reach, marks.popleft().end)
            if reach <= place:
                yield place


def _nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    around: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if mark.start >= mark.end:
            continue
        while around and around[-1].end <= mark.start:
            around.pop()
        if len(around) < _DEEPEST and (not around or mark.end <= around[-1].end):
            around.append(mark)
            yield mark


def marks_of(plan: Plan) -> Marks:
    """All inline elements of a plan."""
    found = [
        *_header(plan.header, plan.text),
        *_signers(plan.header.signers, plan.text),
        *map(_citation, plan.citations),
        *map(_deadline, plan.deadlines),
        *(
            Mark(
                one.span.start,
                one.span.end,
                "organization",
                {"refersTo": f"#{reference(Referred.AGENCY, one.agency_id)}"},
            )
            for one in plan.mentions
        ),
        *_quantities(plan),
    ]
    return Marks(found, len(plan.text))


def _citation(citation: Citation) -> Mark:
    said = {f"{{{RECORDS}}}record": citation.id, f"{{{RECORDS}}}relation": str(citation.relation)}
    start, end = citation.span.start, citation.span.end
    if citation.target_id is None:
        return Mark(start, end, "inline", {"name": "citation", **said})
    return Mark(start, end, "ref", {"href": work_iri(citation.target_id), **said}, counted=True)


def _deadline(deadline: Deadline) -> Mark:
    """A day by which is a `date`; AKN has no inline element for a period or a recurrence."""
    said = {f"{{{RECORDS}}}record": deadline.id, f"{{{RECORDS}}}kind": str(deadline.kind)}
    for name, value in (("start", deadline.start), ("end", deadline.end)):
        if value is not None:
            said[f"{{{RECORDS}}}{name}"] = value.isoformat()
    if deadline.recurrence is not None:
        said[f"{{{RECORDS}}}recurrence"] = deadline.recurrence
    start, end = deadline.span.start, deadline.span.end
    if deadline.kind is DeadlineKind.POINT and deadline.end is not None:
        return Mark(start, end, "date", {"date": deadline.end.isoformat(), **said})
    return Mark(start, end, "inline", {"name": "deadline", **said})


def _quantities(plan: Plan) -> Iterator[Mark]:
    """The figures of targets and funding, found again in the words of their records.

    One figure may be that of several: "80% học sinh, sinh viên" is a target for each.
    """
    held: list[tuple[Target | Funding, Quantity]] = []
    held += [(one, one.quantity) for one in plan.targets if one.quantity is not None]
    held += [(one, one.amount) for one in plan.funding if one.amount is not None]
    places: dict[tuple[int, int], tuple[str, list[str]]] = {}
    for record, quantity in held:
        if (place := _place_of(quantity, record.span.of(plan.text))) is not None:
            start = record.span.start
            said = places.setdefault((start + place[0], start + place[1]), (written(quantity), []))
            said[1].append(record.id)
    for (start, end), (figure, records) in places.items():
        refers = " ".join(f"#{reference(Referred.RECORD, record)}" for record in records)
        yield Mark(start, end, "quantity", {"refersTo": refers, "normalized": figure})


def _place_of(quantity: Quantity, words: str) -> tuple[int, int] | None:
    """Where a figure stands in words; of a table row, whose unit is in a cell of its own, last."""
    line = words.replace("\n", " ")
    for mention in find_quantities(line) if might_hold_quantity(line) else ():
        same = mention.quantity
        if (same.value, same.upper, same.unit) == _figure(quantity):
            return mention.figure, mention.figure_end
    end = len(words.rstrip())
    last = max(words.rfind("\n", 0, end), words.rfind(" ", 0, end)) + 1
    if quantity.upper is None and read_figure(words[last:end]) == quantity.value:
        return last, end
    return None


def _figure(quantity: Quantity) -> tuple[object, object, object]:
    return quantity.value, quantity.upper, quantity.unit


def written(quantity: Quantity) -> str:
    """ "45 %", "1200 tỷ đồng", "5/10 lớp": digits with a point, a range as ISO 8601 writes one."""
    figures = [format(one, "f") for one in (quantity.value, quantity.upper) if one is not None]
    return " ".join(filter(None, ("/".join(figures), quantity.unit)))


def _header(header: Header, text: str) -> Iterator[Mark]:
    """Number, date, type, title and place, where they stand in the letterhead."""
    if header.span is None:
        return
    head = Span(start=header.span.start, end=min(header.span.end, len(text)))
    number = header.number.raw if header.number else None
    for element, find, words in (
        ("docNumber", first, number),
        ("docType", first, header.type_name),
        # The words of a title may stand in the name of the issuer too.
        ("docTitle", last, header.title),
    ):
        if words and (place := find(text, head, words)):
            yield Mark(place.start, place.end, element, {})
    if header.issued_on is None:
        return
    if found := _day(header.issued_on).search(text, head.start, head.end):
        yield Mark(found.start(), found.end(), "docDate", {"date": header.issued_on.isoformat()})
        before = Span(start=head.start, end=found.start())
        if header.place and (place := last(text, before, header.place)):
            yield Mark(place.start, place.end, "location", {"refersTo": "#place"})


def _day(day: dt.date) -> regex.Pattern[str]:
    """ "ngày 22 tháng 12 năm 2021", "ngày 05/3/2024"."""
    number, month = f"0?{day.day}", f"0?{day.month}"
    return regex.compile(
        rf"(?:ngày\s+)?\b{number}(?:\s*[/.-]\s*{month}\s*[/.-]\s*|\s+tháng\s+{month}\s+năm\s+){day.year}\b",
        regex.IGNORECASE,
    )


def _signers(signers: Sequence[Signer], text: str) -> Iterator[Mark]:
    for number, signer in enumerate(signers, start=1):
        if signer.span is None:
            continue
        yield Mark(signer.span.start, signer.span.end, "signature", {})
        marked: tuple[tuple[str | None, str, Callable[[int], str]], ...] = (
            (signer.name, "person", signer_id),
            (signer.title, "role", post_id),
        )
        for words, element, name in marked:
            place = last(text, signer.span, words) if words else None
            if place is not None:
                yield Mark(place.start, place.end, element, {"refersTo": f"#{name(number)}"})


def signer_id(number: int) -> str:
    """The eId of a signer among the references."""
    return f"signer-{number}"


def post_id(number: int) -> str:
    """The eId of the post of a signer."""
    return f"post-{number}"
