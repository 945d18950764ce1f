"""The headings of a document as a tree to find the way by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from vnplan.exports.page.blocks import HEADED
from vnplan.exports.page.visible import one_line, plain
from vnplan.records import Plan

_LONGEST = 90
_DEEPEST = 8


@dataclass(slots=True)
class Branch:
    """A heading of the tree: the element it leads to, and the tasks that stand below it."""

    anchor: str
    label: str
    title: str
    role: str
    tasks: int = 0
    depth: int = 1
    inside: list[Branch] = field(default_factory=list)


def outline(plan: Plan, anchors: Mapping[int, str]) -> list[Branch]:
    """The labelled parts of a plan that have a place on the page, as a forest.

    A part without a heading of its own (a numbered sentence) is left out where its neighbours are
    sentences too: a tree of the whole text helps nobody.
    """
    parents = {section.id: section.parent_id for section in plan.sections}
    branches: dict[str, Branch] = {}
    roots: list[Branch] = []
    for at, section in enumerate(plan.sections):
        if section.kind not in HEADED or section.heading is None or at not in anchors:
            continue
        above = _above(section.parent_id, parents, branches)
        depth = above.depth + 1 if above else 1
        if depth > _DEEPEST:
            continue
        branch = Branch(
            anchors[at],
            plain(section.label or ""),
            plain(one_line(section.heading, _LONGEST)),
            str(section.role),
            depth=depth,
        )
        branches[section.id] = branch
        (above.inside if above else roots).append(branch)
    _count(plan, parents, branches)
    return roots


def _above(
    parent: str | None, parents: Mapping[str, str | None], branches: Mapping[str, Branch]
) -> Branch | None:
    for _ in range(64):
        if parent is None or parent in branches:
            break
        parent = parents.get(parent)
    return branches.get(parent) if parent is not None else None


def _count(plan: Plan, parents: Mapping[str, str | None], branches: Mapping[str, Branch]) -> None:
    found = Counter(task.section_id for task in plan.tasks)
    for section_id, tasks in found.items():
        one = section_id
        for _ in range(64):
            if one is None:
                break
            if one in branches:
                branches[one].tasks += tasks
            one = parents.get(one)
