"""Where something stands in the text of a document."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Offset = Annotated[int, Field(strict=True, ge=0)]


class Span(BaseModel):
    """A half-open range of Unicode code points, `text[start:end]`; `start == end` is empty.

    Raises a `ValueError` (pydantic's `ValidationError`) unless 0 <= start <= end.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Offset = Field(description="First code point of the evidence, counted from 0.")
    end: Offset = Field(description="Code point after the last one; never before `start`.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"span ends ({self.end}) before it starts ({self.start})")
        return self

    def of(self, text: str) -> str:
        """The part of `text` the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point; an empty span overlaps nothing."""
        return max(self.start, other.start) < min(self.end, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Always true, also when empty: `if span:` asks whether there is one."""
        return True
