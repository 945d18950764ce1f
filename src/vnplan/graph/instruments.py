"""The citation graph: which document rests on which.

plan –implements→ instrument          Kế hoạch 232/KH-UBND → Quyết định 1665/QĐ-TTg
instrument –implements→ instrument    Kế hoạch 86/KH-UBND → Quyết định 522/QĐ-TTg, read in the
                                      title of the former ("… thực hiện Quyết định số 522…")
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from vnplan.graph.documents import Document, documents, named, plan_node, same_urn
from vnplan.graph.model import CitationEdge, InstrumentNode, NodeKind, PlanNode, record_key
from vnplan.records import Citation, Plan

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

Value = TypeVar("Value", str, datetime.date)


def citations(plans: Iterable[Plan]) -> Graph:
    """The citation graph of some plans; the same graph in whatever order they come.

    Those that were read come first, then those that were cited, those without a URN last.
    One node a URN, whether it was read, cited, or both; what is known of an instrument that was
    not read is what most citations say. A citation without URN is a node of its own. A URN of
    which less is known (no date: "Quyết định 1665/QĐ-TTg") is another URN: numbers begin again
    every year, so nobody can say that both are one. `find` gives all that answer to a number.
    """
    import networkx as nx

    held = documents(plans)
    read = {urn: _plan_node(list(texts)) for urn, texts in groupby(held, key=lambda text: text.urn)}
    cited = _cited(held)
    graph: Graph = nx.MultiDiGraph(name="citations")
    for urn, node in read.items():
        graph.add_node(urn, **node)
    found = {key: _instrument_node(key, cited[key]) for key in cited.keys() - read.keys()}
    for key in sorted(found, key=lambda one: (found[one]["urn"] is None, one)):
        graph.add_node(key, **found[key])
    for document in held:
        _draw(graph, document)
    return graph


def _plan_node(texts: list[Document]) -> PlanNode:
    """The letterhead of the first text that has most of it; the addresses of all."""
    nodes = [plan_node(text) for text in texts]
    fullest = max(nodes, key=lambda node: sum(value is not None for value in node.values()))
    sources = dict.fromkeys(source for node in nodes for source in node["sources"])
    return {**fullest, "sources": tuple(sources)}


def _key(document: Document, citation: Citation) -> str:
    """The node a citation points to."""
    if citation.target_id is not None:
        return same_urn(citation.target_id)
    return record_key(document.key, NodeKind.UNRESOLVED, citation.id)


def _cited(held: Iterable[Document]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for document in held:
        for citation in document.plan.citations:
            found.setdefault(_key(document, citation), []).append(citation)
    return found


def _instrument_node(key: str, said: list[Citation]) -> InstrumentNode:
    number = most_said(one.number.canonical if one.number is not None else None for one in said)
    type_name = most_said(one.type_name for one in said)
    title = most_said(one.title for one in said)
    resolved = said[0].target_id is not None
    return {
        "kind": NodeKind.INSTRUMENT if resolved else NodeKind.UNRESOLVED,
        "label": named(type_name, number, title) or said[0].text,
        "urn": key if resolved else None,
        "number": number,
        "type": most_said(one.type for one in said),
        "type_name": type_name,
        "issued_on": most_said(one.issued_on for one in said),
        "issuer": most_said(one.issuer for one in said),
        "title": title,
    }


def most_said(values: Iterable[Value | None]) -> Value | None:
    """The value given most often; of several the smallest. None when none is given."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def _draw(graph: Graph, document: Document) -> None:
    by_id = {citation.id: citation for citation in document.plan.citations}
    for citation in document.plan.citations:
        outer = by_id.get(citation.within) if citation.within is not None else None
        source = document.urn if outer is None else _key(document, outer)
        edge: CitationEdge = {
            "relation": citation.relation,
            "nested": outer is not None,
            "citation_id": citation.id,
            "pinpoint": citation.pinpoint.text if citation.pinpoint is not None else None,
            "section_id": citation.section_id,
            "evidence": document.evidence(citation.span),
        }
        name = f"{document.key}#{citation.id}"
        graph.add_edge(source, _key(document, citation), key=name, **edge)
