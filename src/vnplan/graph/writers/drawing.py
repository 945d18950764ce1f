"""What the drawn formats, DOT and Mermaid, have in common: short names, labels, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from vnplan.graph.documents import shortened
from vnplan.graph.writers.attributes import clean

if TYPE_CHECKING:
    from vnplan.graph.model import Graph


class Box(NamedTuple):
    """A node: `name` is "n0", safe in every language; `key` is that of the graph."""

    name: str
    key: str
    label: str
    kind: str


class Arrow(NamedTuple):
    """An edge between two boxes."""

    source: str
    target: str
    label: str


def boxes(graph: Graph) -> Iterator[Box]:
    """The nodes in the order of the graph."""
    for number, key in enumerate(graph):
        attributes = graph.nodes[key]
        label = shortened(clean(str(attributes.get("label") or key)))
        yield Box(f"n{number}", clean(key), label, str(attributes.get("kind", "")))


def arrows(graph: Graph) -> Iterator[Arrow]:
    """The edges in the order of the graph; what is drawn between two nodes is told once a word."""
    names = {key: f"n{number}" for number, key in enumerate(graph)}
    seen: set[Arrow] = set()
    for source, target, attributes in graph.edges(data=True):
        arrow = Arrow(names[source], names[target], clean(str(attributes.get("relation", ""))))
        if arrow not in seen:
            seen.add(arrow)
            yield arrow
