"""What all records share: they are immutable, closed, and never hold an empty string."""

from __future__ import annotations

from typing import Annotated, Protocol

from pydantic import BaseModel, ConfigDict, StringConstraints

from vnplan.records.span import Span

NonEmpty = Annotated[str, StringConstraints(min_length=1)]
"""A text that says something; what is unknown is None, never ""."""


class Record(BaseModel):
    """Base of every record: frozen and hashable; a field the contract does not name is refused.

    Sequences are tuples, so that a record is immutable all the way down. A changed copy is made
    with `record.model_copy(update={…})`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class Grounded(Protocol):
    """Anything that carries its evidence: every record with a `span`."""

    @property
    def span(self) -> Span: ...
