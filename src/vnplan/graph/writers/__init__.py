"""Graphs in the formats of other programs.

    from vnplan.graph import responsibility, writers

    writers.write(responsibility(plans), "duties.graphml", "graphml")

Attributes are flattened in one place, `attributes`. The same graph gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from vnplan.graph.writers.cypher import cypher
from vnplan.graph.writers.dot import dot
from vnplan.graph.writers.mermaid import mermaid
from vnplan.graph.writers.node_link import node_link
from vnplan.graph.writers.tables import Tables, neo4j_tables
from vnplan.graph.writers.xml import gexf, graphml

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

__all__ = [
    "FORMATS",
    "TABLES",
    "TEXTS",
    "Tables",
    "cypher",
    "dot",
    "gexf",
    "graphml",
    "mermaid",
    "neo4j_tables",
    "node_link",
    "render",
    "write",
]

TEXTS: Final[Mapping[str, Callable[[Graph], str]]] = MappingProxyType(
    {
        "graphml": graphml,
        "gexf": gexf,
        "json": node_link,
        "dot": dot,
        "mermaid": mermaid,
        "cypher": cypher,
    }
)
"""Formats that are one text, by name."""

TABLES: Final = "csv"
"""The format that is a folder of two tables, `nodes.csv` and `relationships.csv`."""

FORMATS: Final = (*TEXTS, TABLES)
"""Names of all formats."""


def render(graph: Graph, format: str) -> str:
    """The graph as the text of a format.

    Raises `ValueError`, with one line, for a format there is not, and for "csv", which is two
    texts: see `neo4j_tables`.
    """
    if format == TABLES:
        raise ValueError("csv is two tables: write it to a folder")
    return _writer(format)(graph)


def write(graph: Graph, path: str | Path, format: str) -> tuple[Path, ...]:
    """Write the graph to a file, for "csv" to a folder; returns the files, each whole or not there.

    Folders are made as needed, files replaced. Raises `ValueError` for a format there is not and
    `OSError` for what cannot be written.
    """
    place = Path(path)
    if format != TABLES:
        return (_replace(place, _writer(format)(graph)),)
    tables = neo4j_tables(graph)
    return (
        _replace(place / "nodes.csv", tables.nodes),
        _replace(place / "relationships.csv", tables.relationships),
    )


def _writer(format: str) -> Callable[[Graph], str]:
    if format not in TEXTS:
        raise ValueError(f"no graph format {format!r}; there are {', '.join(FORMATS)}")
    return TEXTS[format]


def _replace(target: Path, text: str) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".vnplan-{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target
