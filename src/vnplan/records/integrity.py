"""What holds between the records of one plan, and is too costly to check at every construction."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from vnplan.records.citation import Citation
from vnplan.records.deadline import Deadline
from vnplan.records.diagnostic import Diagnostic, Severity
from vnplan.records.funding import Funding
from vnplan.records.plan import Plan
from vnplan.records.span import Span
from vnplan.records.target import Target
from vnplan.records.task import Task


def faults(plan: Plan) -> tuple[Diagnostic, ...]:
    """Where the plan breaks its own contract; empty for every plan vnplan makes.

    Checked: the text is NFC with line feeds only; spans lie in the text; pages are in order; ids
    are unique; every reference leads to a record; sections are in reading order, each inside its
    parent. Cost is linear in the number of records.
    """
    checks = (_text(plan), _spans(plan), _pages(plan), _ids(plan), _references(plan), _tree(plan))
    return tuple(chain.from_iterable(checks))


def _fault(code: str, message: str, span: Span | None = None) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=span)


def _text(plan: Plan) -> Iterator[Diagnostic]:
    if not unicodedata.is_normalized("NFC", plan.text):
        yield _fault("text-not-nfc", "the text is not in Unicode normal form C")
    if "\r" in plan.text:
        yield _fault("text-carriage-return", "the text has carriage returns")


def _extracted(plan: Plan) -> Iterator[Citation | Target | Deadline | Task | Funding]:
    yield from plan.citations
    yield from plan.targets
    yield from plan.deadlines
    yield from plan.tasks
    yield from plan.funding


def _all_spans(plan: Plan) -> Iterator[tuple[str, Span]]:
    for number, page in enumerate(plan.pages, start=1):
        yield f"page {number}", page
    if plan.header.span is not None:
        yield "header", plan.header.span
    for signer in plan.header.signers:
        if signer.span is not None:
            yield "signer", signer.span
    for abbreviation in plan.abbreviations:
        yield f"abbreviation {abbreviation.short}", abbreviation.span
    for mention in plan.mentions:
        yield f"mention of {mention.agency_id}", mention.span
    for section in plan.sections:
        yield section.id, section.span
    for record in _extracted(plan):
        yield record.id, record.span
    for task in plan.tasks:
        for part in task.responsibilities:
            yield f"responsibility of {part.agency_id} in {task.id}", part.span
    for diagnostic in plan.diagnostics:
        if diagnostic.span is not None:
            yield f"diagnostic {diagnostic.code}", diagnostic.span


def _spans(plan: Plan) -> Iterator[Diagnostic]:
    end = len(plan.text)
    for owner, span in _all_spans(plan):
        if span.end > end:
            yield _fault("span-outside-text", f"{owner} ends at {span.end}, the text at {end}")


def _pages(plan: Plan) -> Iterator[Diagnostic]:
    for number, (page, following) in enumerate(pairwise(plan.pages), start=2):
        if following.start < page.end:
            yield _fault("page-order", f"page {number} begins before the one before it ends")


def _ids(plan: Plan) -> Iterator[Diagnostic]:
    for what, ids in (
        ("section", [section.id for section in plan.sections]),
        ("agency", [agency.id for agency in plan.agencies]),
        ("record", [record.id for record in _extracted(plan)]),
    ):
        for repeated, count in Counter(ids).items():
            if count > 1:
                yield _fault("id-repeated", f"{count} times the {what} id {repeated}")


def _links(plan: Plan) -> Iterator[tuple[str, str, Iterable[str | None]]]:
    """Who refers, to which family, by which ids."""
    yield "header", "agency", [plan.header.issuer_id]
    for mention in plan.mentions:
        yield "mention", "agency", [mention.agency_id]
    for section in plan.sections:
        yield section.id, "section", [section.parent_id]
    for record in _extracted(plan):
        yield record.id, "section", [record.section_id]
    for citation in plan.citations:
        yield citation.id, "citation", [citation.within]
    for target in plan.targets:
        yield target.id, "deadline", [target.deadline_id]
        yield target.id, "agency", target.owner_ids
    for task in plan.tasks:
        yield task.id, "deadline", task.deadline_ids
        yield task.id, "target", task.target_ids
        yield task.id, "citation", task.citation_ids
        yield task.id, "agency", [part.agency_id for part in task.responsibilities]


def _references(plan: Plan) -> Iterator[Diagnostic]:
    known = {
        "section": {section.id for section in plan.sections},
        "agency": {agency.id for agency in plan.agencies},
        "citation": {citation.id for citation in plan.citations},
        "deadline": {deadline.id for deadline in plan.deadlines},
        "target": {target.id for target in plan.targets},
    }
    for owner, family, ids in _links(plan):
        for wanted in ids:
            if wanted is not None and wanted not in known[family]:
                yield _fault("reference-broken", f"{owner} names the unknown {family} {wanted}")


def _tree(plan: Plan) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    last = 0
    for section in plan.sections:
        if section.span.start < last:
            yield _fault("section-order", f"{section.id} begins before the section before it")
        last = section.span.start
        if section.parent_id is not None:
            parent = seen.get(section.parent_id)
            if parent is None:
                yield _fault("section-tree", f"{section.id} comes before its parent")
            elif not parent.contains(section.span):
                yield _fault(
                    "section-tree", f"{section.id} is not inside {section.parent_id}", section.span
                )
        seen[section.id] = section.span
