"""What could not be read or decided."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span


class Severity(StrEnum):
    """How much the reader of the plan should mind."""

    INFO = "info"  # a slip that was repaired
    WARNING = "warning"  # something was left undecided
    ERROR = "error"  # something was lost or could not be read


class Diagnostic(Record):
    """Something a reader or parser could not read or decide, instead of silence."""

    code: NonEmpty = Field(description='Stable name of the finding: "task-without-owner".')
    severity: Severity = Field(description="How much it matters.")
    message: NonEmpty = Field(description="One sentence for a person.")
    span: Span | None = Field(
        default=None, description="Where; null when it is about the whole document."
    )
