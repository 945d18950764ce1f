"""A body named in a line: where, by which words, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from vnplan.lexicon.agencies import AgencyEntry
from vnplan.records import AgencyKind, AgencyLevel


class Basis(StrEnum):
    """How a body was recognised."""

    LEXICON = "lexicon"  # its name is in the lexicon
    GROUP = "group"  # a class of bodies
    SHAPE = "shape"  # a head word and a name
    REFERENCE = "reference"  # "Sở", "Ban Chỉ đạo": the body named before
    PERSON = "person"  # a post or a named person


@dataclass(frozen=True, slots=True)
class Territory:
    """The territory behind a name: `kind` "tỉnh", `name` "Thái Nguyên" (None: the document's).

    `end` is where its words end in the text.
    """

    kind: str
    name: str | None
    end: int


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body named at `text[start:end]` of one line.

    `name` is the name without post and territory, abbreviations written out as far as they are
    known ("Sở Khoa học và Công nghệ", "các sở, ban, ngành liên quan"). A post in front belongs to
    the words and not to the name: "Giám đốc Sở Y tế" is Sở Y tế. `person` is a person's own name.
    `union`: the youth union by its own name ("Đoàn Thanh niên"), which each school has too.
    """

    start: int
    end: int
    name: str
    basis: Basis
    entry: AgencyEntry | None = None
    territory: Territory | None = None
    post: str | None = None
    person: str | None = None
    kind: AgencyKind | None = None
    level: AgencyLevel | None = None
    union: bool = False

    @property
    def is_group(self) -> bool:
        return self.basis is Basis.GROUP

    @property
    def known(self) -> bool:
        """Whether the lexicon has it."""
        return self.entry is not None and self.basis in (Basis.LEXICON, Basis.PERSON)


class Names(Protocol):
    """Names of single bodies in the same line."""

    def begins(self, place: int) -> bool:
        """Whether a name begins at `place`."""

    def titled(self, place: int) -> bool:
        """Whether a post before a single body begins at `place`."""

    def reach(self, place: int, *, territory: bool = True) -> int | None:
        """Where the name ends that begins at `place`, with its territory or without."""
