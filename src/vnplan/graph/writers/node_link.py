"""Node-link JSON, for D3, Cytoscape.js and networkx."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vnplan.graph.writers.attributes import Json, clean, plain

if TYPE_CHECKING:
    from vnplan.graph.model import Graph


def node_link(graph: Graph) -> str:
    """JSON with the lists `nodes` and `edges`.

    Read again by `networkx.node_link_graph(data, edges="edges")`. The one format that keeps
    evidence and lists as they are; what is unknown is null.
    """
    nodes: list[Json] = [
        {**_plain(attributes), "id": clean(key)} for key, attributes in graph.nodes(data=True)
    ]
    edges: list[Json] = [
        {
            **_plain(attributes),
            "source": clean(source),
            "target": clean(target),
            "key": clean(str(key)),
        }
        for source, target, key, attributes in graph.edges(keys=True, data=True)
    ]
    data: Json = {
        "directed": True,
        "multigraph": True,
        "graph": plain(graph.graph),
        "nodes": nodes,
        "edges": edges,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _plain(attributes: dict[str, object]) -> dict[str, Json]:
    return {name: plain(value) for name, value in attributes.items()}
