"""How much is asked of each agency."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnplan.graph.model import NodeKind, of_kind
from vnplan.records import ResponsibilityRole

if TYPE_CHECKING:
    from vnplan.graph.model import Graph


@dataclass(frozen=True, slots=True)
class Load:
    """The parts of one agency. A task counts once in each number, however often it names it."""

    agency_id: str
    name: str
    is_group: bool
    owned: int
    """Tasks it owns: leads, or implements where nobody leads."""
    tasks: int
    """Tasks it has any part in."""
    roles: tuple[tuple[ResponsibilityRole, int], ...]
    """Tasks by role, the most frequent first."""
    targets: int
    """Targets it answers for."""
    documents: int
    """Plans those tasks stand in."""


def load(graph: Graph, *, groups: bool = True) -> tuple[Load, ...]:
    """The agencies with a part in any task or target, the most loaded first.

    Ranked by tasks owned, then by tasks, then by id. `graph` is a responsibility graph;
    `groups=False` leaves out classes of bodies ("các sở, ban, ngành").
    """
    loads = [
        _load(graph, key)
        for key, attributes in of_kind(graph, NodeKind.AGENCY)
        if groups or not attributes["is_group"]
    ]
    burdened = [one for one in loads if one.tasks or one.targets]
    return tuple(sorted(burdened, key=lambda one: (-one.owned, -one.tasks, one.agency_id)))


def _load(graph: Graph, key: str) -> Load:
    attributes = graph.nodes[key]
    parts: set[tuple[str, ResponsibilityRole]] = set()
    owned: set[str] = set()
    targets: set[str] = set()
    for _, target, edge in graph.out_edges(key, data=True):
        kind = graph.nodes[target]["kind"]
        if kind is NodeKind.TASK:
            parts.add((target, ResponsibilityRole(edge["relation"])))
            if edge["owner"]:
                owned.add(target)
        elif kind is NodeKind.TARGET:
            targets.add(target)
    tasks = {task for task, _ in parts}
    roles = Counter(role for _, role in parts)
    return Load(
        agency_id=attributes["agency_id"],
        name=attributes["name"],
        is_group=attributes["is_group"],
        owned=len(owned),
        tasks=len(tasks),
        roles=tuple(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
        targets=len(targets),
        documents=len({graph.nodes[node]["document"] for node in tasks | targets}),
    )
