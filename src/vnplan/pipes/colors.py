"""Colours for displaCy: those of a group for entities, shades by label for its spans."""

from __future__ import annotations

from typing import Final

from vnplan.pipes.groups import NAMES
from vnplan.records import (
    AgencyKind,
    DeadlineKind,
    FundingSource,
    Relation,
    SectionKind,
    TaskForm,
)

_HUES: Final = {
    "abbreviations": "#e8e08f",
    "agencies": "#9cc5f0",
    "citations": "#f3c98b",
    "deadlines": "#f2a9a9",
    "funding": "#d9c2ee",
    "sections": "#dcdcdc",
    "targets": "#b5dfa8",
    "tasks": "#a8dfd8",
}

_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "abbreviations": ("definition",),
    "agencies": tuple(AgencyKind),
    "citations": tuple(Relation),
    "deadlines": tuple(DeadlineKind),
    "funding": tuple(FundingSource),
    "sections": tuple(SectionKind),
    "targets": ("quantified", "unquantified"),
    "tasks": tuple(TaskForm),
}


def colors() -> dict[str, str]:
    """Label in capitals, as displaCy looks it up, to a colour dark text can be read on.

    A label that two groups have ("bullet" of a section and of a task) has that of the latter.
    """
    found = {label.upper(): _HUES[group] for group, labels in _LABELS.items() for label in labels}
    return found | {NAMES[group]: hue for group, hue in _HUES.items()}


COLORS: Final = colors()
