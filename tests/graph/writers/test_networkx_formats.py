"""GraphML, GEXF and node-link JSON, opened again by networkx."""

from __future__ import annotations

import io
import json
from typing import Any

import networkx as nx
import pytest

from vnplan.graph.writers import gexf, graphml, node_link
from vnplan.graph.writers.attributes import clean, flat_edges, flat_nodes


def _read(form: str, graph: Any) -> Any:
    if form == "graphml":
        return nx.read_graphml(io.BytesIO(graphml(graph).encode()), force_multigraph=True)
    read = nx.read_gexf(io.BytesIO(gexf(graph).encode()))
    for _, attributes in read.nodes(data=True):
        attributes.setdefault("label", "")
    return read


def _edges(rows: Any) -> list[tuple[str, str, str, str]]:
    return sorted(
        (source, target, edge["relation"], edge.get("evidence_text", ""))
        for source, target, edge in rows
    )


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@pytest.mark.parametrize("name", ["duties", "cited"])
def test_xml_is_read_back_whole(request: pytest.FixtureRequest, form: str, name: str) -> None:
    graph = request.getfixturevalue(name)
    read = _read(form, graph)
    assert read.is_directed()
    assert dict(read.nodes(data=True)) == {node.key: node.attributes for node in flat_nodes(graph)}
    assert _edges(read.edges(data=True)) == _edges(
        (edge.source, edge.target, edge.attributes) for edge in flat_edges(graph)
    )


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_hostile_text_comes_back_as_it_was(attacked: Any, hostile: str, form: str) -> None:
    read = _read(form, attacked)
    assert len(read) == len(attacked)
    labels = {
        attributes["action"] for _, attributes in read.nodes(data=True) if "action" in attributes
    }
    assert {_line_ends(label) for label in labels} == {_line_ends(clean(hostile))}


def _line_ends(text: str) -> str:
    return " ".join(text.split())


def test_gexf_bears_no_day(cited: Any) -> None:
    assert "lastmodified" not in gexf(cited)


def test_json_is_read_back_with_its_evidence(cited: Any) -> None:
    read: Any = nx.node_link_graph(json.loads(node_link(cited)), edges="edges")
    assert list(read) == list(cited)
    assert read.is_multigraph()
    assert read.is_directed()
    wanted = {key: edge["evidence"] for _, _, key, edge in cited.edges(keys=True, data=True)}
    assert {key: edge["evidence"] for _, _, key, edge in read.edges(keys=True, data=True)} == wanted


def test_json_of_hostile_text(attacked: Any, hostile: str) -> None:
    read: Any = nx.node_link_graph(json.loads(node_link(attacked)), edges="edges")
    assert {a["action"] for _, a in read.nodes(data=True) if "action" in a} == {clean(hostile)}
