"""Headings that lost their numbers: a copy drops what a word processor counts by itself.

"Ban Giám hiệu nhà trường" ⏎ "Chịu trách nhiệm toàn diện về …." ⏎ "Tổ chuyên môn" ⏎ "…." stand as
paragraphs beside each other, or such a name over bullets. They stay paragraphs of the tree, as
nothing tells how deep they are; but whom they name is addressed by what follows, and what they name
is no task beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vnplan.parsers.sections.headings import charges_body
from vnplan.records import Section, SectionKind, SectionRole
from vnplan.text.line_ends import is_terminated

_ORDERING = (SectionRole.TASK, SectionRole.ORGANIZATION, SectionRole.REPORTING)
_PARAGRAPH = SectionKind.PARAGRAPH
_PLAIN = (_PARAGRAPH, SectionKind.BULLET)
_OPEN = ("/", ",")
_MOST_WORDS = 20
_FEWEST = 2
"""One line without a stop may be a sentence that lost it."""


def unnumbered_headings(sections: Iterable[Section], texts: Mapping[int, str]) -> frozenset[int]:
    """Where they start, of all parts of a document; `texts` are its lines by their start."""
    beside: dict[str | None, list[Section]] = defaultdict(list)
    for section in sections:
        if section.role in _ORDERING:
            beside[section.parent_id].append(section)
    found: set[int] = set()
    for group in beside.values():
        if all(section.kind in _PLAIN for section in group):
            told = [_Told.of(section, texts) for section in group]
            found.update(one.start for one in _among(told))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Told:
    """One of the parts beside each other: a paragraph or a bullet, where it starts, its words."""

    start: int
    words: str
    bullet: bool

    @classmethod
    def of(cls, section: Section, texts: Mapping[int, str]) -> _Told:
        start = section.span.start
        return cls(start, texts.get(start, "").strip(" *"), section.kind is not _PARAGRAPH)

    @property
    def names(self) -> bool:
        """Whether it may be a heading: short, no sentence, and no body with what it does."""
        text = self.words
        if self.bullet or not text[:1].isupper() or is_terminated(text) or text.endswith(_OPEN):
            return False
        return len(text.split()) <= _MOST_WORDS and not charges_body(text)

    @property
    def below(self) -> bool:
        """Whether it may stand below a heading: a bullet, or a sentence that is closed."""
        return self.bullet or (self.words[:1].isupper() and is_terminated(self.words))


def _among(group: Sequence[_Told]) -> list[_Told]:
    """The headings among them.

    The first that leads into none is one, each stands over a bullet or a sentence that is closed,
    and they are several.
    """
    told = [one for one in group if one.bullet or not one.words.endswith(":")]
    names = [one for one in told if one.names]
    if len(names) < _FEWEST or names[0] is not told[0] or names[-1] is told[-1]:
        return []
    over = [above for above, one in pairwise(told) if above.names and one.below]
    return names if over == names else []
