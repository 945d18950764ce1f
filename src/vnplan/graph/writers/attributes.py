"""Attributes as other programs take them: the one place where they are flattened."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import regex

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

Scalar: TypeAlias = str | int | float | bool
Json: TypeAlias = "Scalar | list[Json] | dict[str, Json] | None"

# What XML 1.0 has no way to write; a form feed of an old text file stops a GraphML writer.
_UNWRITABLE = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FlatNode(NamedTuple):
    """A node with scalars only."""

    key: str
    attributes: dict[str, Scalar]


class FlatEdge(NamedTuple):
    """An edge with scalars only; `key` is one of its own in the whole graph."""

    key: str
    source: str
    target: str
    attributes: dict[str, Scalar]


def clean(text: str) -> str:
    """The text without control characters and lone surrogates."""
    return _UNWRITABLE.sub("", text)


def plain(value: object) -> Json:
    """A value in the terms of JSON: dates ISO 8601, amounts their digits, tuples lists."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(inner) for inner in value), key=str)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return clean(str(value))


def flat(attributes: Mapping[str, object]) -> dict[str, Scalar]:
    """Scalars only: None is left out, `evidence: {start: 3}` becomes `evidence_start: 3`.

    A list of scalars becomes one string, parted by "; "; any other list its JSON.
    """
    return dict(_flat("", attributes))


def _flat(prefix: str, attributes: Mapping[str, object]) -> Iterator[tuple[str, Scalar]]:
    for name, value in attributes.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}{name}_", value)
            continue
        simple = plain(value)
        if isinstance(simple, list):
            if any(isinstance(part, list | dict) for part in simple):
                yield f"{prefix}{name}", json.dumps(simple, ensure_ascii=False)
            elif simple:
                yield f"{prefix}{name}", "; ".join(str(part) for part in simple)
        elif simple is not None and not isinstance(simple, dict):
            yield f"{prefix}{name}", simple


def flat_nodes(graph: Graph) -> Iterator[FlatNode]:
    """The nodes in the order of the graph."""
    for key, attributes in graph.nodes(data=True):
        yield FlatNode(clean(key), flat(attributes))


def flat_edges(graph: Graph) -> Iterator[FlatEdge]:
    """The edges in the order of the graph, numbered "e0", "e1", …

    The keys of networkx tell apart only the edges between the same two nodes.
    """
    for number, (source, target, attributes) in enumerate(graph.edges(data=True)):
        yield FlatEdge(f"e{number}", clean(source), clean(target), flat(attributes))


def flat_graph(graph: Graph) -> Graph:
    """A copy of the graph with flat attributes and edges keyed as by `flat_edges`."""
    import networkx as nx

    copy: Graph = nx.MultiDiGraph()
    copy.graph.update(flat(graph.graph))
    for node in flat_nodes(graph):
        copy.add_node(node.key, **node.attributes)
    for edge in flat_edges(graph):
        copy.add_edge(edge.source, edge.target, key=edge.key, **edge.attributes)
    return copy
