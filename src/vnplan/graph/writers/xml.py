"""GraphML and GEXF, for Gephi, yEd, Cytoscape and igraph."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import regex

from vnplan.graph.writers.attributes import flat_graph

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

# networkx writes the day it ran into GEXF; the same graph has to give the same file.
_TODAY = regex.compile(r' lastmodifieddate="[^"]{0,20}"')


def graphml(graph: Graph) -> str:
    """GraphML; read again by `networkx.read_graphml`."""
    import networkx as nx

    out = io.BytesIO()
    # Not `write_graphml`, which takes lxml where it is there: one form on every machine.
    nx.write_graphml_xml(flat_graph(graph), out, encoding="utf-8", prettyprint=True)
    return out.getvalue().decode("utf-8")


def gexf(graph: Graph) -> str:
    """GEXF 1.2; read again by `networkx.read_gexf`.

    The name of a relation is also the label of its edge, which is what Gephi shows.
    """
    import networkx as nx

    labelled = flat_graph(graph)
    for _, _, attributes in labelled.edges(data=True):
        attributes["label"] = attributes.get("relation", "")
    out = io.BytesIO()
    nx.write_gexf(labelled, out, encoding="utf-8", prettyprint=True, version="1.2draft")
    return _TODAY.sub("", out.getvalue().decode("utf-8"), count=1)
