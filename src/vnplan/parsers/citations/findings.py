"""What is odd about the citations of a document: for its reader to check, nothing is changed.

Real documents date one act twice (15/8/2024 in the text, 15/7/2024 in a footnote), print a type
that its number denies ("Kế hoạch số 466/UBND-VX"), or tear a number apart ("75/KH- UBND").
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from vnplan.parsers.citations.numbered import type_of_number
from vnplan.parsers.numbers import NumberStyle, read_number
from vnplan.records import Citation, Diagnostic, DocumentType, Severity


def citation_findings(citations: Sequence[Citation]) -> tuple[Diagnostic, ...]:
    """Diagnostics in reading order: two dates for one act, a type its number denies, repairs."""
    found = [*_dates(citations), *_types(citations), *_repairs(citations)]
    return tuple(
        sorted(found, key=lambda entry: (entry.span.start if entry.span else 0, entry.code))
    )


def _dates(citations: Iterable[Citation]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str | None], Citation] = {}
    told: defaultdict[tuple[str, str | None], set[dt.date]] = defaultdict(set)
    for citation in citations:
        if citation.number is None or citation.issued_on is None:
            continue
        key = (citation.number.canonical.casefold(), citation.issuer)
        known = first.setdefault(key, citation)
        if known.issued_on == citation.issued_on or citation.issued_on in told[key]:
            continue
        told[key].add(citation.issued_on)
        yield Diagnostic(
            code="citation-date-conflict",
            severity=Severity.WARNING,
            message=f"{citation.number.canonical} is dated {citation.issued_on} here, "
            f"{known.issued_on} where it is first cited",
            span=citation.span,
        )


# In Party numbers QĐ is Quyết định and Quy định; "Thông báo kết luận" is a notice of conclusions.
_ALIKE = frozenset(
    (
        frozenset((DocumentType.DECISION, DocumentType.REGULATION)),
        frozenset((DocumentType.NOTICE, DocumentType.CONCLUSION)),
        frozenset((DocumentType.PLAN, DocumentType.JOINT_PLAN)),
    )
)


def _types(citations: Iterable[Citation]) -> Iterator[Diagnostic]:
    for citation in citations:
        if citation.number is None or citation.type is None:
            continue
        reading = read_number(citation.number.raw)
        if reading is None or reading.style in (NumberStyle.LEGACY, NumberStyle.LEGISLATIVE):
            continue
        kind, name = type_of_number(reading)
        if kind is None or kind is citation.type or frozenset((kind, citation.type)) in _ALIKE:
            continue
        yield Diagnostic(
            code="citation-type-conflict",
            severity=Severity.INFO,
            message=f"called {citation.type_name}, but {citation.number.canonical} is the number "
            f"of a {name}",
            span=citation.span,
        )


def _repairs(citations: Iterable[Citation]) -> Iterator[Diagnostic]:
    for citation in citations:
        number = citation.number
        if number is None or number.raw not in citation.text:
            continue  # a short name: the repair is told where the number stands
        if number.raw != number.canonical and not citation.text.isupper():
            yield Diagnostic(
                code="number-repaired",
                severity=Severity.INFO,
                message=f"“{number.raw}” is read as {number.canonical}",
                span=citation.span,
            )
