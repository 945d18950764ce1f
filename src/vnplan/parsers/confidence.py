"""How sure the reader of a scan was of a stretch of its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from vnplan.records import Span
from vnplan.text.document import Document, Recognised


class Confidence:
    """The recognised words of a document, in reading order; none where the text was given."""

    def __init__(self, document: Document) -> None:
        self._words = sorted(document.recognised, key=lambda word: word.span.start)
        self._starts = [word.span.start for word in self._words]
        self._ends = [word.span.end for word in self._words]

    def __bool__(self) -> bool:
        return bool(self._words)

    def words(self, span: Span) -> Sequence[Recognised]:
        """The recognised words that have a character in `span`."""
        first = bisect_right(self._ends, span.start)
        return self._words[first : bisect_left(self._starts, span.end)]

    def mean(self, span: Span) -> float | None:
        """The mean over the letters of the words in `span`; None where none was recognised."""
        words = self.words(span)
        letters = sum(len(word.span) for word in words)
        return sum(len(word.span) * word.confidence for word in words) / letters if words else None

    def least(self, span: Span) -> float:
        """The confidence of the most doubtful word in `span`; 1 where none was recognised."""
        return min((word.confidence for word in self.words(span)), default=1.0)

    def doubtful(self, below: float) -> Iterator[tuple[Span, float]]:
        """The stretches of words of which each is less sure than `below`, with their mean."""
        run: list[Recognised] = []
        for word in [*self._words, None]:
            if word is not None and word.confidence < below:
                run.append(word)
                continue
            if run:
                span = Span(start=run[0].span.start, end=run[-1].span.end)
                yield span, self.mean(span) or 0.0
            run = []
