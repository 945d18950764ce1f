"""A citation while it is being read: what is known of it so far, and where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from vnplan.records import DocumentNumber, DocumentType, Pinpoint, Relation
from vnplan.text.fold import strip_diacritics
from vnplan.text.lines import LogicalLine


class Found(Enum):
    """By what a citation was recognised."""

    NUMBER = auto()  # "Quyết định số 1665/QĐ-TTg"
    LAW = auto()  # "Luật Đầu tư công"
    CONGRESS = auto()  # "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
    NAME = auto()  # a short name, a nickname or a back-reference to one of the above


# Every precomposed letter of Vietnamese to its bare form, one character for one.
_BARE = {
    ord(sign): bare
    for place in (range(0xC0, 0x1B1), range(0x1EA0, 0x1EFA))
    for sign in map(chr, place)
    if len(bare := strip_diacritics(sign)) == 1 and bare != sign
}


class Cited:
    """A logical line with the spellings under which its words are compared.

    All have the length of `text`, so that offsets hold in each of them. They are made only for
    lines that cite something.
    """

    __slots__ = ("__dict__", "line", "text")

    def __init__(self, line: LogicalLine) -> None:
        self.line = line
        self.text = line.text

    @property
    def folded(self) -> str:
        """Lower case, one hyphen, one tone placement."""
        return self.line.folded

    @cached_property
    def bare(self) -> str:
        """Without marks too: a scanned "Tờ trinh" is still a "to trinh"."""
        return self.folded.translate(_BARE)


@dataclass(slots=True, eq=False)
class Draft:
    """One citation. Offsets are into the text of its line.

    `start` is the type word (or the number, when it has none), `core_end` the end of number or
    name, `end` that of the last field read; `name_end` that of the name of a law alone. `between`
    is what stands between type word and "số"; `head` where the type word of a list begins that this
    number opens in parentheses (see `heads`). `title_start` and `title_end` bound the cited title
    that follows, None when none does. `own_date`, `own_issuer`: this place prints it. `is_amended`:
    it stands in the name of the law that amends it, its parent. `uncoded`: its number bears no code
    (see `uncoded`). `target`: the full citation that a short name means.
    """

    cited: Cited
    found: Found
    start: int
    core_start: int
    core_end: int
    end: int
    type: DocumentType | None = None
    type_name: str | None = None
    number: DocumentNumber | None = None
    day: dt.date | None = None
    year: int | None = None
    issuer: str | None = None
    title: str | None = None
    title_start: int | None = None
    title_end: int | None = None
    name_end: int = 0
    between: tuple[int, int] | None = None
    head: int | None = None
    has_noun: bool = True
    is_plural: bool = False
    generic: bool = False
    own_date: bool = False
    own_issuer: bool = False
    relation: Relation | None = None
    pinpoint: Pinpoint | None = None
    parent: Draft | None = None
    is_amended: bool = False
    uncoded: bool = False
    target: Draft | None = None

    @property
    def lead(self) -> int:
        """Where the words end that can say how the document stands to it."""
        return self.start if self.head is None else self.head

    @property
    def line(self) -> LogicalLine:
        return self.cited.line
