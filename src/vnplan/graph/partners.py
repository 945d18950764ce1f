"""Who works with whom: agencies that share tasks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from vnplan.graph.model import NodeKind, agency_key, of_kind
from vnplan.records import ResponsibilityRole

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

WORKING_ROLES: Final = frozenset(
    {
        ResponsibilityRole.LEAD,
        ResponsibilityRole.IMPLEMENT,
        ResponsibilityRole.COORDINATE,
        ResponsibilityRole.ADVISE,
        ResponsibilityRole.MONITOR,
        ResponsibilityRole.APPRAISE,
        ResponsibilityRole.FUND,
    }
)
"""Parts in which an agency works on a task. Who directs or approves it, or is sent the report,
stands above it: the People's Committee would otherwise be everybody's first partner."""


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Two agencies and the tasks they share; `first_id` sorts before `second_id`."""

    first_id: str
    second_id: str
    first: str
    """Name of the first agency."""
    second: str
    tasks: tuple[str, ...]
    """Keys of the task nodes, in the order of the graph."""
    documents: tuple[str, ...]
    """Keys of the plans the tasks stand in."""
    first_leads: int
    """Tasks the first agency owns and the second does not."""
    second_leads: int


def cooperation(
    graph: Graph, *, roles: Collection[ResponsibilityRole] = WORKING_ROLES, groups: bool = True
) -> tuple[Cooperation, ...]:
    """The pairs of agencies with a part in one task, those with most shared tasks first.

    `graph` is a responsibility graph. `groups=False` leaves out classes of bodies ("các sở, ban,
    ngành"). Pairs with the same number of tasks are in the order of their ids.
    """
    agencies = {
        key: attributes
        for key, attributes in of_kind(graph, NodeKind.AGENCY)
        if groups or not attributes["is_group"]
    }
    shared: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for task, _ in of_kind(graph, NodeKind.TASK):
        parts: dict[str, bool] = {}
        for agency, _, edge in graph.in_edges(task, data=True):
            if agency in agencies and edge["relation"] in roles:
                parts[agency] = parts.get(agency, False) or edge["owner"]
        for one, other in combinations(sorted(parts), 2):
            lead = int(parts[one]) - int(parts[other])
            shared.setdefault((one, other), []).append((task, lead))
    pairs = [
        _pair(graph, agencies[one], agencies[other], tasks)
        for (one, other), tasks in shared.items()
    ]
    return tuple(sorted(pairs, key=lambda p: (-len(p.tasks), p.first_id, p.second_id)))


def _pair(
    graph: Graph, one: dict[str, str], other: dict[str, str], tasks: list[tuple[str, int]]
) -> Cooperation:
    keys = tuple(task for task, _ in tasks)
    return Cooperation(
        first_id=one["agency_id"],
        second_id=other["agency_id"],
        first=one["name"],
        second=other["name"],
        tasks=keys,
        documents=tuple(dict.fromkeys(graph.nodes[key]["document"] for key in keys)),
        first_leads=sum(lead > 0 for _, lead in tasks),
        second_leads=sum(lead < 0 for _, lead in tasks),
    )


def partners(graph: Graph, agency_id: str) -> tuple[Cooperation, ...]:
    """The pairs one agency is in; empty for one that is not in the graph."""
    if agency_key(agency_id) not in graph:
        return ()
    return tuple(
        pair for pair in cooperation(graph) if agency_id in (pair.first_id, pair.second_id)
    )
