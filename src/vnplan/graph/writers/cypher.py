"""Cypher, for Neo4j: a script that can be run again without doubling anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from vnplan.graph.writers.attributes import FlatEdge, Scalar, flat_edges, flat_nodes

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

_NAME = regex.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def cypher(graph: Graph) -> str:
    """One statement a line: a constraint, a `MERGE` a node, a `MERGE` an edge.

    Nodes are `:Vnplan` and their kind (`:Agency`), told apart by `key`; edges bear their relation
    in capitals (`:LEAD`).
    """
    lines = [
        "CREATE CONSTRAINT vnplan_key IF NOT EXISTS FOR (n:Vnplan) REQUIRE n.key IS UNIQUE;",
        *(
            f"MERGE (n:Vnplan {{key: {literal(node.key)}}}) "
            f"SET n:{name(str(node.attributes.get('kind', 'node')).capitalize())}, "
            f"n += {_properties(node.attributes)};"
            for node in flat_nodes(graph)
        ),
        *(_edge(edge, key) for edge, key in zip(flat_edges(graph), _keys(graph), strict=True)),
    ]
    return "\n".join([*lines, ""])


def _keys(graph: Graph) -> list[str]:
    """The keys of networkx: unlike the numbers of `flat_edges` they outlast a larger corpus."""
    return [str(key) for _, _, key in graph.edges(keys=True)]


def _edge(edge: FlatEdge, key: str) -> str:
    relation = name(str(edge.attributes.get("relation", "edge")).upper())
    return (
        f"MATCH (a:Vnplan {{key: {literal(edge.source)}}}), "
        f"(b:Vnplan {{key: {literal(edge.target)}}}) "
        f"MERGE (a)-[r:{relation} {{key: {literal(key)}}}]->(b) "
        f"SET r += {_properties(edge.attributes)};"
    )


def _properties(attributes: dict[str, Scalar]) -> str:
    inside = ", ".join(f"{name(key)}: {literal(value)}" for key, value in attributes.items())
    return f"{{{inside}}}"


def name(word: str) -> str:
    """A label, type or property: quoted with backticks unless it is a plain word."""
    if _NAME.fullmatch(word):
        return word
    return f"`{literal(word)[1:-1].replace('`', '``')}`"


def literal(value: Scalar) -> str:
    r"""A value in Cypher.

    Neo4j before 5 reads `\u0027` as a quote before it looks for strings, also behind a backslash
    that is itself escaped. So a "u" behind a backslash is written as its own code.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    safe = value.replace("\\", "\\\\").replace("\\u", "\\\\u0075").replace("'", "\\'")
    for char, code in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        safe = safe.replace(char, code)
    return f"'{safe}'"
