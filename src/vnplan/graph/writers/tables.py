"""Two CSV tables, in the form `neo4j-admin database import` takes, fit for a spreadsheet too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import regex

from vnplan.graph.writers.attributes import Scalar, flat_edges, flat_nodes

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

_BREAKS = regex.compile(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
# "=HYPERLINK(…)", "- Chủ trì …", "@SUM": a spreadsheet would compute them (OWASP, CSV injection);
# some take the full-width forms for the same.
_FORMULA = regex.compile(r"\s*[=+\-@＝＋－＠]")


class Tables(NamedTuple):
    """The text of both files."""

    nodes: str
    relationships: str


def neo4j_tables(graph: Graph) -> Tables:
    """Nodes with `key:ID` and `:LABEL`, edges with `:START_ID`, `:END_ID` and `:TYPE`.

    A cell is one line. One that a spreadsheet would take for a formula begins with an apostrophe;
    ids are treated alike in both tables, so that they still meet.
    """
    nodes = list(flat_nodes(graph))
    edges = list(flat_edges(graph))
    node_names = _names(node.attributes for node in nodes)
    edge_names = _names(edge.attributes for edge in edges)
    return Tables(
        nodes=_table(
            ["key:ID", ":LABEL", *_typed(node_names, [node.attributes for node in nodes])],
            (
                [node.key, _label(node.attributes), *(node.attributes.get(n) for n in node_names)]
                for node in nodes
            ),
        ),
        relationships=_table(
            [
                ":START_ID",
                ":END_ID",
                ":TYPE",
                *_typed(edge_names, [edge.attributes for edge in edges]),
            ],
            (
                [
                    edge.source,
                    edge.target,
                    str(edge.attributes.get("relation", "edge")).upper(),
                    *(edge.attributes.get(n) for n in edge_names),
                ]
                for edge in edges
            ),
        ),
    )


def _label(attributes: dict[str, Scalar]) -> str:
    return str(attributes.get("kind", "node")).capitalize()


def _names(rows: Iterable[dict[str, Scalar]]) -> list[str]:
    return sorted({name for row in rows for name in row})


def _typed(names: Iterable[str], rows: Sequence[dict[str, Scalar]]) -> list[str]:
    """Column heads with the type Neo4j is to give them: `evidence_start:int`."""
    return [
        f"{cell(name)}{_type({type(row[name]) for row in rows if name in row})}" for name in names
    ]


def _type(kinds: set[type]) -> str:
    if kinds == {bool}:
        return ":boolean"
    if kinds == {int}:
        return ":int"
    if kinds and kinds <= {int, float}:
        return ":double"
    return ""


def _table(head: list[str], rows: Iterable[Sequence[Scalar | None]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def cell(value: Scalar | None) -> str:
    """One line that no spreadsheet computes; a number stays a number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    line = _BREAKS.sub(" ", value).strip()
    return f"'{line}" if _FORMULA.match(line) else line
