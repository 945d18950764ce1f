"""An evaluation as plain data: tables to print, findings to read, JSON to keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vnplan.evaluation.scores import (
    Count,
    DocumentScore,
    Evaluation,
    Finding,
    Kind,
    Problem,
    Share,
    Tally,
)

# Headings of columns whose field has a long name.
_SHORT = {
    "parent_authority": "parent",
    "issued_on": "date",
    "owners_exact": "exact",
    "coordinators_exact": "exact",
}


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of text cells; the first column names the row, the others are figures.

    The last `sums` rows sum up those before them. A figure that does not exist is "–".
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: int = 0


def tables(evaluation: Evaluation) -> list[ReportTable]:
    """For each kind the documents read, their mean and all records together; then the means."""
    totals = evaluation.totals()
    by_kind = [_table(kind, totals[kind], evaluation) for kind in Kind if kind in totals]
    return [*by_kind, summary(evaluation)] if by_kind else []


def _table(kind: Kind, counts: dict[str, Count], evaluation: Evaluation) -> ReportTable:
    figures = [figure for name, count in counts.items() for figure in _figures(kind, name, count)]
    sized = isinstance(counts[""], Tally)

    def cells(values: Mapping[str, float | None]) -> list[str]:
        return [_shown(values.get(name)) for name, _ in figures]

    rows = [
        (document.document, *_size(score.overall), *cells(document.values()))
        for document in evaluation.read
        if (score := document.kind(kind)) is not None
    ]
    rows.append(("mean", *(("", "") if sized else ()), *cells(evaluation.means())))
    rows.append(("together", *_size(counts[""]), *cells(evaluation.together())))
    columns = ("document", *(("gold", "read") if sized else ()), *(label for _, label in figures))
    return ReportTable(str(kind), columns, tuple(rows), sums=2)


def _figures(kind: Kind, name: str, count: Count) -> list[tuple[str, str]]:
    """The figures of a count, each by its full name and by its heading."""
    full = f"{kind}.{name}" if name else str(kind)
    if name:
        return [(full, _SHORT.get(name, name))]
    if isinstance(count, Share):
        return [(full, "share")]
    return [(f"{full}.precision", "P"), (f"{full}.recall", "R"), (full, "F1")]


def summary(evaluation: Evaluation) -> ReportTable:
    """The means, a row a kind: F1 (of the header the share) and the fields of what was found.

    Where documents failed, a last column has the first figure with all of theirs missed.
    """
    means, strict = evaluation.means(), evaluation.means(failed_as_missed=True)
    failures = bool(evaluation.failures)
    rows = []
    for kind, counts in evaluation.totals().items():
        fields = [
            f"{name.replace('_', ' ')} {_shown(means.get(f'{kind}.{name}'))}"
            for name in counts
            if name and kind is not Kind.HEADER
        ]
        last = (_shown(strict.get(kind)),) if failures else ()
        rows.append((str(kind), _shown(means.get(kind)), "  ".join(fields), *last))
    read, all_of_them = len(evaluation.read), len(evaluation.documents)
    title = f"means over {read} of {all_of_them} documents" if failures else "means"
    columns = ("kind", "score", "fields", *(("failed as missed",) if failures else ()))
    return ReportTable(title, columns, tuple(rows))


def _size(count: Count) -> tuple[str, ...]:
    return (str(count.gold), str(count.predicted)) if isinstance(count, Tally) else ()


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def finding_lines(document: DocumentScore) -> Iterator[str]:
    """Every miss, false alarm and wrong field of a document, a line each, kind by kind."""
    for score in document.kinds:
        for finding in score.findings:
            yield finding_line(finding)


def finding_line(finding: Finding) -> str:
    """ "citations missed: “Quyết định số 86/KH-UBND” expected 86/KH-UBND, there is 8/KH-UBND"."""
    what = f"{finding.kind} {finding.field or ''}".rstrip()
    said = " ".join(finding.quote.split())
    head = f"{what} {finding.problem}:" + (f" “{said}”" if said else "")
    if finding.problem is Problem.EXTRA:
        return f"{head} read as {finding.got}" if finding.got else head
    if finding.problem is Problem.MISSED:
        expected = f" expected {finding.expected}" if finding.expected else ""
        return f"{head}{expected}, there is {finding.got}" if finding.got else head + expected
    return f"{head} expected {finding.expected or 'nothing'}, got {finding.got or 'nothing'}"


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation for JSON: figures by name, counts, and every finding of every document."""
    return {
        "documents": [_document(document) for document in evaluation.documents],
        "means": _all_rounded(evaluation.means()),
        "means_failed_as_missed": _all_rounded(evaluation.means(failed_as_missed=True)),
        "together": _all_rounded(evaluation.together()),
        "failures": {document.document: document.failure for document in evaluation.failures},
    }


def _document(document: DocumentScore) -> dict[str, Any]:
    return {
        "document": document.document,
        "failure": document.failure,
        "values": _all_rounded(document.values()),
        "counts": {
            str(score.kind): {name or "overall": _count(count) for name, count in counts.items()}
            for score in document.kinds
            if (counts := score.counts())
        },
        "findings": [_finding(finding) for score in document.kinds for finding in score.findings],
    }


def _count(count: Count) -> dict[str, int]:
    if isinstance(count, Tally):
        return {"matched": count.matched, "gold": count.gold, "read": count.predicted}
    return {"right": count.right, "total": count.total}


def _finding(finding: Finding) -> dict[str, str | None]:
    return {
        "kind": str(finding.kind),
        "problem": str(finding.problem),
        "field": finding.field,
        "quote": finding.quote,
        "expected": finding.expected,
        "got": finding.got,
    }


def _all_rounded(values: Mapping[str, float | None]) -> dict[str, float | None]:
    """Six places say more than an annotation can."""
    return {name: None if value is None else round(value, 6) for name, value in values.items()}
