"""Headings that lost their numbers: a copy drops what a word processor counts by itself.

"Ban Giám hiệu nhà trường" ⏎ "Chịu trách nhiệm toàn diện về …." ⏎ "Tổ chuyên môn" ⏎ "…." stand as
paragraphs beside each other. They stay paragraphs of the tree, as nothing tells how deep they are;
but whom they name is addressed by what follows, and what they name is no task beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from vnplan.parsers.sections.headings import charges_body
from vnplan.records import Section, SectionKind, SectionRole
from vnplan.text.line_ends import is_terminated

_ORDERING = (SectionRole.TASK, SectionRole.ORGANIZATION, SectionRole.REPORTING)
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
        if all(section.kind is SectionKind.PARAGRAPH for section in group):
            words = [texts.get(section.span.start, "").strip(" *") for section in group]
            found.update(group[place].span.start for place in _among(words))
    return frozenset(found)


def _among(words: Sequence[str]) -> list[int]:
    """The places of the headings among paragraphs.

    The first that leads into none is one, each stands over a sentence that is closed, and they are
    several.
    """
    told = [place for place, text in enumerate(words) if not text.endswith(":")]
    names = [place for place in told if _is_name(words[place])]
    if len(names) < _FEWEST or names[0] != told[0] or names[-1] == told[-1]:
        return []
    over = [a for a, b in pairwise(told) if a in names and _is_sentence(words[b])]
    return names if over == names else []


def _is_name(text: str) -> bool:
    if not text[:1].isupper() or is_terminated(text) or text.endswith(("/", ",")):
        return False
    return len(text.split()) <= _MOST_WORDS and not charges_body(text)


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and is_terminated(text)
