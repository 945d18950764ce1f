"""Checks: what a careful reader of a plan would want to be told.

The records are right as they were read; these look at them together and say where the document
contradicts itself or leaves something open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import regex

from vnplan.records import (
    Citation,
    Deadline,
    DeadlineKind,
    Diagnostic,
    Header,
    Severity,
    Target,
)
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

# “Hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo quốc gia đến năm 2020; the end may be missing
_PROGRAMME = regex.compile(r"[“\"](?P<name>[^“”\";]{20,220}?),?\sđến năm (?P<year>\d{4})")
_MARKS = re.compile(r"[\W_]+")
_NAMED = 24
"""Titles are compared on so many letters at least: a shorter one was cut by its sentence."""


def check_titles(citations: Sequence[Citation]) -> Iterator[Diagnostic]:
    """One instrument cited under two titles."""
    first: dict[str, Citation] = {}
    for citation in citations:
        if citation.number is None or citation.title is None or citation.target_id is None:
            continue
        known = first.setdefault(citation.target_id, citation)
        if known.title is not None and _differ(known.title, citation.title):
            yield Diagnostic(
                code="citation-title-conflict",
                severity=Severity.WARNING,
                message=f"{citation.number.canonical} has another title here than where it is "
                "cited first",
                span=citation.span,
            )


def check_programmes(lines: Sequence[LogicalLine]) -> Iterator[Diagnostic]:
    """One programme, quoted by its name, that ends in two different years.

    175/T/KH-UBND of Bình Dương quotes the scheme of 844/QĐ-TTg once "… sáng tạo quốc gia đến năm
    2020", once "… đến năm 2025": one of the two is wrong.
    """
    first: dict[str, str] = {}
    for line in lines:
        for match in _PROGRAMME.finditer(line.text):
            known = first.setdefault(_bare(match["name"]), match["year"])
            if known != match["year"]:
                yield Diagnostic(
                    code="title-year-conflict",
                    severity=Severity.WARNING,
                    message=f"“{match['name']}” runs to {match['year']} here, to {known} where it "
                    "is named first",
                    span=line.source_span(match.start(), match.end()),
                )


def _differ(one: str, other: str) -> bool:
    """Neither title is the beginning of the other, though both are long enough to tell."""
    a, b = _bare(one), _bare(other)
    short, long = sorted((a, b), key=len)
    return len(short) >= _NAMED and not long.startswith(short)


def _bare(title: str) -> str:
    """The words of a title alone: no quotation marks, no "về việc" before them."""
    words = _MARKS.sub(" ", fold(title)).split()
    while words[:2] == ["về", "việc"] or words[:1] == ["về"]:
        words = words[2:] if words[:2] == ["về", "việc"] else words[1:]
    return " ".join(words)


def check_deadlines(deadlines: Sequence[Deadline], header: Header) -> Iterator[Diagnostic]:
    """A day by which something is to be done that was over when the document was issued."""
    if header.issued_on is None:
        return
    for deadline in deadlines:
        over = deadline.kind is DeadlineKind.POINT and _before(deadline.end, header.issued_on)
        if over:
            yield Diagnostic(
                code="deadline-before-document",
                severity=Severity.WARNING,
                message=f"“{deadline.text}” ends on {deadline.end}, before the document was "
                f"issued on {header.issued_on}",
                span=deadline.span,
            )


def _before(day: dt.date | None, issued: dt.date) -> bool:
    return day is not None and day < issued


def check_targets(targets: Sequence[Target]) -> Iterator[Diagnostic]:
    """A figure that is to be reached, and no time by when."""
    for target in targets:
        if target.quantity is not None and target.deadline_id is None:
            yield Diagnostic(
                code="target-without-deadline",
                severity=Severity.INFO,
                message="a figure to be reached without a time by when",
                span=target.span,
            )
