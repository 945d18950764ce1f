"""Scoring of the numbered parts (bố cục): found by path and heading, then their role."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.evaluation.gold import GoldSection
from vnplan.evaluation.scores import Finding, Kind, KindScore, Problem, Share, Tally
from vnplan.evaluation.wording import heading_key
from vnplan.records import Section
from vnplan.records.section import OUTLINE

# A path that comes twice in a document (I of the decision's annex, I of the plan) is told apart by
# a mark in the id: "I#2", "I#2.1". The annotator sees the same label twice.
_REPEATED = regex.compile(r"#\d+")


def is_numbered(section: Section) -> bool:
    """Whether annotators list a section: it has a label and is no bullet, field, table or row."""
    return section.kind in OUTLINE and section.label is not None


def path_of(section: Section) -> str:
    """The path of labels as an annotator writes it: "II.1.a", "Điều 1", "PL.I"."""
    return _REPEATED.sub("", section.id)


def score_sections(gold: Sequence[GoldSection], sections: Sequence[Section]) -> KindScore:
    """Parts of the same path and heading are taken in the order of the document, each once."""
    numbered = [section for section in sections if is_numbered(section)]
    waiting: dict[tuple[str, str | None], list[Section]] = {}
    for section in numbered:
        waiting.setdefault((path_of(section), heading_key(section.heading)), []).append(section)
    missed: list[GoldSection] = []
    wrong: list[Finding] = []
    used: set[str] = set()
    for wanted in gold:
        found = waiting.get((wanted.path, heading_key(wanted.heading)))
        if not found:
            missed.append(wanted)
            continue
        section = found.pop(0)
        used.add(section.id)
        if section.role != wanted.role:
            wrong.append(
                Finding(
                    Kind.SECTIONS, Problem.WRONG, wanted.path, "role", wanted.role, section.role
                )
            )
    extra = [section for section in numbered if section.id not in used]
    matched = len(gold) - len(missed)
    return KindScore(
        Kind.SECTIONS,
        Tally(matched, len(gold), len(numbered)),
        {"role": Share(matched - len(wrong), matched)},
        (*_missed(missed, extra), *map(_extra, extra), *wrong),
    )


def _missed(missed: Sequence[GoldSection], extra: Sequence[Section]) -> list[Finding]:
    """With the heading that was read at the same path, if there is one."""
    headings: dict[str, str | None] = {}
    for section in extra:
        headings.setdefault(path_of(section), section.heading)
    return [
        Finding(
            Kind.SECTIONS,
            Problem.MISSED,
            wanted.path,
            expected=wanted.heading or "no heading",
            got=(headings[wanted.path] or "no heading") if wanted.path in headings else None,
        )
        for wanted in missed
    ]


def _extra(section: Section) -> Finding:
    return Finding(
        Kind.SECTIONS, Problem.EXTRA, path_of(section), got=section.heading or "no heading"
    )
