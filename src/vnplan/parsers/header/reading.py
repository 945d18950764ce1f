"""What the header parser hands on: the record, where each part of it stands, and the frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vnplan.parsers.frame import Frame
from vnplan.records import Diagnostic, Header, Span


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The header of a document and its frame.

    `spans` grounds the fields of `header` by their names ("number", "issued_on", "title" …); a
    field that stands in several lines has the span from the first to the last. `*_lines` are
    indexes of logical lines. A signer has its span in the record.
    """

    header: Header
    frame: Frame
    spans: Mapping[str, Span] = field(default_factory=dict)
    title_lines: tuple[int, ...] = ()
    recipients_lines: tuple[int, ...] = ()
    signature_lines: tuple[int, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def head_end(self) -> int:
        """The first line of the body: legal bases, "Kính gửi", preamble."""
        return self.frame.body

    @property
    def tail(self) -> tuple[int, int] | None:
        """The lines of recipients and signature, half open; None without either."""
        return self.frame.tails[0] if self.frame.tails else None

    @property
    def attachment(self) -> int | None:
        """The line at which the text begins that a decision issues."""
        return self.frame.attachment
