"""What a document rests on, and what that rests on in turn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vnplan.graph.lookup import find
from vnplan.graph.model import NodeKind
from vnplan.records import Relation

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

GROUNDS: Final = frozenset(
    {Relation.LEGAL_BASIS, Relation.IMPLEMENTS, Relation.GUIDES, Relation.ATTACHED_TO}
)
"""Relations by which a document draws its force from another: căn cứ, thực hiện, hướng dẫn, ban
hành kèm theo. A proposal (xét đề nghị) gives none, and to amend or to mention is not to rest on."""


@dataclass(frozen=True, slots=True)
class Foundation:
    """An instrument a document rests on, by the shortest way there."""

    instrument: str
    """Key of its node."""
    title: str
    """What it is called."""
    depth: int
    """1 for one the document itself names."""
    path: tuple[str, ...]
    """Keys from the document to the instrument, both included."""
    relations: tuple[Relation, ...]
    """How the last step was told: several where the text says several."""
    held: bool
    """Whether it was read, so that its own grounds are known in full."""


def foundations(
    graph: Graph, document: str, *, relations: Collection[Relation] = GROUNDS
) -> tuple[Foundation, ...]:
    """Everything a document rests on, the nearest first, then in the order of the graph.

    `graph` is a citation graph, `document` what `find` takes; where it means several documents,
    what any of them rests on. A circle of citations ends where it began. What an instrument
    nobody read rests on is known only from its title.
    """
    order = {key: place for place, key in enumerate(graph)}
    starts = find(graph, document)
    paths: dict[str, tuple[str, ...]] = {start: (start,) for start in starts}
    found: list[Foundation] = []
    nearest = list(starts)
    while nearest:
        reached: list[str] = []
        for source in nearest:
            steps = _steps(graph, source, relations)
            for target in sorted(steps.keys() - paths.keys(), key=order.__getitem__):
                paths[target] = (*paths[source], target)
                found.append(_foundation(graph, paths[target], steps[target]))
                reached.append(target)
        nearest = sorted(reached, key=order.__getitem__)
    return tuple(sorted(found, key=lambda one: (one.depth, order[one.instrument])))


def _steps(
    graph: Graph, source: str, relations: Collection[Relation]
) -> dict[str, tuple[Relation, ...]]:
    """What a node rests on directly, with the relations that say so."""
    steps: dict[str, set[Relation]] = {}
    for _, target, edge in graph.out_edges(source, data=True):
        if edge["relation"] in relations:
            steps.setdefault(target, set()).add(Relation(edge["relation"]))
    return {target: tuple(sorted(told)) for target, told in steps.items()}


def _foundation(graph: Graph, path: tuple[str, ...], relations: tuple[Relation, ...]) -> Foundation:
    attributes = graph.nodes[path[-1]]
    return Foundation(
        instrument=path[-1],
        title=attributes["label"],
        depth=len(path) - 1,
        path=path,
        relations=relations,
        held=attributes["kind"] is NodeKind.PLAN,
    )
