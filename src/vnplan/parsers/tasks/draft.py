"""A task while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnplan.parsers.tasks.responsibilities import Parts
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.words import Words
from vnplan.records import Section, Span, TaskForm


@dataclass(slots=True)
class Draft:
    """`words` are its lines in reading order; `times` where its deadlines stand besides.

    `headed` is where a heading above says when; it counts for what has no time of its own.
    `section` is the numbered part it stands in, None for a closing paragraph. `ordered`: it stands
    where somebody must be charged (tổ chức thực hiện). `unread`: it names its owner in a field or
    column, but no agency was found there. `timed`: a field or column gives its time, so that the
    years in its words are not its own. `scope`: whom what stands above addresses; `charged`: every
    item charges somebody there.
    """

    words: list[Words]
    form: TaskForm
    section: Section | None
    parts: Parts = field(default_factory=Parts)
    times: list[Span] = field(default_factory=list)
    headed: list[Span] = field(default_factory=list)
    action: str | None = None
    deliverable: str | None = None
    beneficiaries: str | None = None
    place: str | None = None
    ordered: bool = False
    unread: bool = False
    timed: bool = False
    scope: Scope = field(default_factory=Scope)
    charged: bool = False

    @property
    def text(self) -> str:
        return " ".join(words.text.strip() for words in self.words if words.text.strip())

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(start=self.start, end=self.end)

    @property
    def start(self) -> int:
        """Where its first word begins, an offset of the text."""
        return min(map(Words.source_start, self._said()))

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(map(Words.source_end, self._said()))

    def _said(self) -> list[Words]:
        return [words for words in self.words if words.text.strip()]
