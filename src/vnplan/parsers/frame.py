"""The frame of a document: which lines are its head and tail, which its body.

Found by the header parser, needed by all others: nothing in a letterhead, a list of recipients or
a signature is a section, a task or a deadline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.records import Span
from vnplan.text.lines import LogicalLine


@dataclass(frozen=True, slots=True)
class Frame:
    """Indexes of logical lines.

    `body`: the first line after letterhead, type name and title (trích yếu). `tails`: half-open
    ranges of lines that hold recipients (nơi nhận) and signatures, the document's own first; what
    follows that one is appendix or attachment, which may have a signature of its own.
    `attachment`: the line at which the plan or regulation begins that a decision issues (its type
    name), None when there is none; `attachment_body`: the first line after that one's own title
    and guide line ("Ban hành kèm theo …").
    """

    body: int
    tails: tuple[tuple[int, int], ...] = ()
    recipients: tuple[int, int] | None = None
    signature: tuple[int, int] | None = None
    attachment: int | None = None
    attachment_body: int | None = None

    def masks(self, lines: Sequence[LogicalLine]) -> tuple[Span, ...]:
        """The stretches of the text that are head or tail, not body."""
        ranges = [(0, self.body), *self.tails]
        if self.attachment is not None and self.attachment_body is not None:
            ranges.append((self.attachment, self.attachment_body))
        return tuple(
            Span(
                start=min(line.start for line in lines[first:last]),
                end=max(line.end for line in lines[first:last]),
            )
            for first, last in ranges
            if first < last
        )

    def in_tail(self, index: int) -> bool:
        return any(start <= index < end for start, end in self.tails)
