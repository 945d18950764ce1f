"""Slips of OCR mended where the grammar is sure: for the parsers, not in the text of the plan.

The lines are read otherwise, `Document.text` stays what was recognised: a record's span is of that
text, its number, name or day is the mended one, and each repair is a diagnostic.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from vnplan.parsers.confidence import Confidence
from vnplan.parsers.slips.handwriting import hand_edits
from vnplan.parsers.slips.joined import joined_edits
from vnplan.parsers.slips.labels import label_edits
from vnplan.parsers.slips.numbers import number_edits
from vnplan.parsers.slips.parted import parted_edits
from vnplan.parsers.slips.touchstones import touchstone_edits
from vnplan.parsers.slips.traces import reads_like_ocr
from vnplan.parsers.slips.unmarked import unmarked_edits
from vnplan.parsers.slips.words import word_edits
from vnplan.records import (
    AgencyMention,
    Citation,
    Deadline,
    Diagnostic,
    DocumentNumber,
    Funding,
    Plan,
    Severity,
    Span,
    Target,
    Task,
)
from vnplan.text.document import Document
from vnplan.text.edits import Edit, edited, in_order
from vnplan.text.lines import LogicalLine

_LAYERED: Final = "recognised-pages"
"""The diagnostic of a reader that found text which somebody else's OCR laid under the pages."""

_TRACES: Final = Diagnostic(
    code="recognised-text",
    severity=Severity.WARNING,
    message="the text reads like OCR: what its grammar tells was mended, compare it with a picture",
)

_TYPED: Final = {
    "words-joined": "words that run together are read apart",
    "words-parted": "parts of words are read as one",
    "numbers-unmarked": "numbers of parts without a stop are read with one",
}
"""What is mended in any text: the words stand there, only blanks and stops are wrong."""
Quoting = TypeVar("Quoting", AgencyMention, Citation, Deadline, Target, Task, Funding)


@dataclass(frozen=True, slots=True)
class Repair:
    """`read` at `span` of the document's text is taken for `meant`; by hand: it is left open.

    `typed`: only blanks or stops are wrong, the code of the diagnostic that tells so.
    """

    span: Span
    read: str
    meant: str
    by_hand: bool = False
    typed: str | None = None


@dataclass(frozen=True, slots=True)
class Mending:
    """The lines as they are to be understood, and what was mended in them, in reading order.

    `traced`: nobody said that the text was recognised, its slips do.
    """

    lines: tuple[LogicalLine, ...]
    repairs: tuple[Repair, ...] = ()
    traced: bool = False

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        told = [_told(repair) for repair in self.repairs if repair.typed is None]
        traces = [_TRACES] if self.traced else []
        typed = {code: [one for one in self.repairs if one.typed == code] for code in _TYPED}
        blanks = [_told_typed(code, found) for code, found in typed.items() if found]
        return (*traces, *told, *blanks)

    def as_written(self, plan: Plan) -> Plan:
        """The plan with its quotations in the words of the document, slips included.

        `text` of a record is evidence, `raw` of a number how it stands there.
        """
        if not self.repairs:
            return plan
        quote = _Quoting(plan.text, self.repairs)
        number = plan.header.number
        return plan.model_copy(
            update={
                "header": plan.header.model_copy(
                    update={"number": number and quote.number(number)}
                ),
                "mentions": quote.all(plan.mentions),
                "citations": tuple(map(quote.citation, quote.all(plan.citations))),
                "targets": quote.all(plan.targets),
                "deadlines": quote.all(plan.deadlines),
                "tasks": quote.all(plan.tasks),
                "funding": quote.all(plan.funding),
            }
        )


def mend(document: Document, lines: Sequence[LogicalLine]) -> Mending:
    """The lines without the slips that can be told.

    Those of OCR in a scan and in a text that reads like one; in any text words that run together
    or came apart.
    """
    work = _Work(list(lines))
    for at, line in enumerate(work.lines):
        if edits := list(joined_edits(line.text)):
            work.edit_typed(at, edits, "words-joined")
        if edits := list(parted_edits(work.lines[at].text)):
            work.edit_typed(at, edits, "words-parted")
    for at, stop in unmarked_edits(work.lines):
        work.edit_typed(at, [stop], "numbers-unmarked")
    confidence = Confidence(document)
    said = bool(confidence) or any(note.code == _LAYERED for note in document.diagnostics)
    if not (said or reads_like_ocr(work.lines)):
        return Mending(tuple(work.lines), tuple(work.repairs))
    for at in range(len(lines)):
        work.edit(at, hand_edits(work.lines[at], confidence), by_hand=True)
        for rule in (number_edits, number_edits, word_edits, touchstone_edits):
            work.edit(at, rule(work.lines[at].text))
    for at, edits in label_edits(work.lines, document.tables).items():
        work.edit(at, edits)
    repairs = tuple(sorted(work.repairs, key=lambda each: each.span.start))
    return Mending(tuple(work.lines), repairs, traced=not said)


@dataclass(slots=True)
class _Work:
    lines: list[LogicalLine]
    repairs: list[Repair] = field(default_factory=list)

    def edit(self, at: int, edits: Iterable[Edit], *, by_hand: bool = False) -> None:
        line = self.lines[at]
        ordered = in_order(edits)
        if not ordered:
            return
        self.repairs += _repairs(line, ordered, by_hand=by_hand)
        self.lines[at] = edited(line, ordered)

    def edit_typed(self, at: int, edits: Iterable[Edit], code: str) -> None:
        line = self.lines[at]
        ordered = in_order(edits)
        for edit in ordered:
            span = line.source_span(edit.start, edit.end)
            read = line.text[edit.start : edit.end]
            self.repairs.append(Repair(span, read, edit.new, typed=code))
        self.lines[at] = edited(line, ordered)


def _repairs(line: LogicalLine, edits: Sequence[Edit], *, by_hand: bool) -> Iterator[Repair]:
    """The edits as repairs; those of neighbouring words are one ("Tai chinh")."""
    groups: list[list[Edit]] = []
    for edit in edits:
        if groups and line.text[groups[-1][-1].end : edit.start] == " ":
            groups[-1].append(edit)
        else:
            groups.append([edit])
    for group in groups:
        start, end = group[0].start, group[-1].end
        meant = " ".join(edit.new for edit in group)
        yield Repair(line.source_span(start, end), line.text[start:end], meant, by_hand)


def _told(repair: Repair) -> Diagnostic:
    if repair.by_hand:
        return Diagnostic(
            code="handwritten",
            severity=Severity.WARNING,
            message=f"“{repair.read.strip()}” cannot be read for sure, it seems to be written by "
            "hand: it is left open",
            span=repair.span,
        )
    return Diagnostic(
        code="ocr-repaired",
        severity=Severity.INFO,
        message=f"“{repair.read.strip()}” is read as “{repair.meant.strip()}”",
        span=repair.span,
    )


def _told_typed(code: str, repairs: Sequence[Repair]) -> Diagnostic:
    places = "1 place" if len(repairs) == 1 else f"{len(repairs)} places"
    return Diagnostic(
        code=code,
        severity=Severity.INFO,
        message=f"{_TYPED[code]} in {places}",
        span=repairs[0].span,
    )


class _Quoting:
    """Quotations from the document's text instead of from the mended lines."""

    def __init__(self, text: str, repairs: Sequence[Repair]) -> None:
        self._text = text
        self._repairs = repairs
        self._starts = [repair.span.start for repair in repairs]

    def all(self, records: Iterable[Quoting]) -> tuple[Quoting, ...]:
        return tuple(map(self._quoted, records))

    def citation(self, citation: Citation) -> Citation:
        if citation.number is None:
            return citation
        number = self.number(citation.number, citation.span)
        return citation.model_copy(update={"number": number})

    def number(self, number: DocumentNumber, span: Span | None = None) -> DocumentNumber:
        """The number with `raw` as it stands in the document, within `span`."""
        for repair in self._within(span):
            if repair.meant.strip() and repair.meant in number.raw:
                raw = number.raw.replace(repair.meant, " ".join(repair.read.split()), 1)
                return number.model_copy(update={"raw": raw})
        return number

    def _within(self, span: Span | None) -> Sequence[Repair]:
        if span is None:
            return self._repairs
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [each for each in self._repairs[first:last] if each.span.end <= span.end]

    def _quoted(self, record: Quoting) -> Quoting:
        within = self._within(record.span)
        if not within:
            return record
        mended, at = [], record.span.start
        for repair in within:
            mended += [self._text[at : repair.span.start], repair.meant]
            at = max(at, repair.span.end)
        mended.append(self._text[at : record.span.end])
        if " ".join("".join(mended).split()) != record.text:
            return record
        return record.model_copy(update={"text": " ".join(record.span.of(self._text).split())})
