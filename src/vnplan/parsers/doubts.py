"""What of a scan was hardly readable: stretches of its text, and the records that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, Protocol

from vnplan.parsers.confidence import Confidence
from vnplan.records import Diagnostic, Severity, Span
from vnplan.text.document import Document

_WORD: Final = 0.5
"""Of a word: of those that are read with less more are wrong than right (measured on scans)."""
_RECORD: Final = 0.8
"""Of all letters of a record: a page that is read well has 0.93."""
_FIGURE: Final = 0.6
"""Of a word with a figure: the rest of the sentence does not tell it."""
_MOST: Final = 200
"""So many stretches and so many records are told one by one."""


class Grounded(Protocol):
    """A record with its place in the text."""

    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


def check_confidence(document: Document, records: Iterable[Grounded]) -> Iterator[Diagnostic]:
    """A diagnostic for each doubtful stretch of a recognised text and each record read in doubt."""
    confidence = Confidence(document)
    if not confidence:
        return
    yield from islice(_stretches(confidence, document.text), _MOST)
    yield from islice(_records(confidence, document.text, records), _MOST)


def _stretches(confidence: Confidence, text: str) -> Iterator[Diagnostic]:
    for span, sure in confidence.doubtful(_WORD):
        words = span.of(text)
        if any(map(str.isalnum, words)):
            yield Diagnostic(
                code="low-confidence",
                severity=Severity.INFO,
                message=f"“{_shown(words)}” was read with confidence {sure:.2f}",
                span=span,
            )


def _records(
    confidence: Confidence, text: str, records: Iterable[Grounded]
) -> Iterator[Diagnostic]:
    for record in records:
        sure = confidence.mean(record.span)
        if sure is None:
            continue
        figures = [
            word.confidence
            for word in confidence.words(record.span)
            if any(map(str.isdigit, word.span.of(text)))
        ]
        doubtful = min(figures, default=1.0)
        if sure < _RECORD or doubtful < _FIGURE:
            figure = sure if sure < _RECORD else doubtful
            what = "it" if sure < _RECORD else "a figure of it"
            yield Diagnostic(
                code="low-confidence-record",
                severity=Severity.WARNING,
                message=f"{record.id}: {what} was read with confidence {figure:.2f}; "
                "compare it with the scan",
                span=record.span,
            )


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}…"
