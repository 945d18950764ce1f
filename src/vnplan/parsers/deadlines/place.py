"""Where in a document a time expression stands, as far as that tells what it is for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import regex

from vnplan.records import SectionRole

BEFORE_PLAN = frozenset((SectionRole.PREAMBLE, SectionRole.LEGAL_BASIS))
AIMS = frozenset((SectionRole.PURPOSE, SectionRole.TARGET))

_BULLET = regex.compile(
    r"[-+*•]\s*(?!căn\s+cứ|thực\s+hiện|theo|luật|bộ\s+luật|nghị|quyết|thông|chỉ\s+thị|công\s+văn|kế\s+hoạch)\p{L}"
)
_CLAUSE_START = regex.compile(r"[.;:!?](?=\s)")
_REACH = 240


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of one expression.

    `text` is its line and `folded` the same folded; `opening` where the words of the line begin,
    after a label or bullet. `expected`: in a field or cell for times. `capitals`: the line is in
    capitals, a heading or a title. `headings`: it is in the row of a table that names its columns.
    `heads_targets`: it is over a column of figures to be reached; `heads_ticks`: over one that rows
    tick off.
    `account`: its part tells how things stand, not what is to be done. `cited`: the words between
    the last citation of the line and the expression. `one_year`: the plan is for a single year.
    """

    text: str
    folded: str
    opening: int
    issued_on: dt.date | None
    role: SectionRole | None
    expected: bool
    capitals: bool
    headings: bool = False
    heads_targets: bool = False
    heads_ticks: bool = False
    account: bool = False
    cited: str | None = None
    one_year: bool = False

    @property
    def before_plan(self) -> bool:
        """Whether the plan has not begun: not of a bullet behind "… như sau:" without a heading."""
        if self.role not in BEFORE_PLAN:
            return False
        listed = self.role is SectionRole.PREAMBLE and _BULLET.match(self.folded) is not None
        return not listed

    @property
    def is_title(self) -> bool:
        """A line in capitals without a label: the title of an attached plan or an appendix."""
        return self.capitals and self.opening == 0

    def clause_start(self, offset: int) -> int:
        """Where the clause that holds `offset` begins; no more than 240 characters before it."""
        begin = max(self.opening, offset - _REACH)
        last = begin
        for mark in _CLAUSE_START.finditer(self.folded, begin, offset):
            last = mark.end()
        return last

    def before(self, offset: int) -> str:
        """The (folded) words of the clause before `offset`."""
        return self.folded[self.clause_start(offset) : offset]

    def after(self, offset: int) -> str:
        """The (folded) words that follow `offset`, as far as they can matter."""
        return self.folded[offset : offset + 80]
