"""Who cites an instrument, and how."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnplan.graph.lookup import find
from vnplan.graph.model import Evidence, NodeKind
from vnplan.records import Relation

if TYPE_CHECKING:
    from vnplan.graph.model import Graph


@dataclass(frozen=True, slots=True)
class Citing:
    """One place where an instrument is cited."""

    document: str
    """URN of the document that was read, where the words stand."""
    title: str
    """What that document is called."""
    citer: str
    """URN of what cites: the document, or, `nested`, the instrument in whose title it stands."""
    instrument: str
    """URN of what is cited; not `resolved`, the key of a node of its own."""
    relation: Relation
    nested: bool
    resolved: bool
    pinpoint: str | None
    section_id: str | None
    evidence: Evidence


def citing(
    graph: Graph, instrument: str, *, relations: Collection[Relation] | None = None
) -> tuple[Citing, ...]:
    """Every place that cites an instrument, by document and then in reading order.

    `graph` is a citation graph, `instrument` what `find` takes; where it means several, each row
    tells which. `relations` keeps only some: `{Relation.IMPLEMENTS}` gives who carries it out.
    """
    rows = [
        Citing(
            document=edge["evidence"]["document"],
            title=graph.nodes[edge["evidence"]["document"]]["label"],
            citer=citer,
            instrument=cited,
            relation=Relation(edge["relation"]),
            nested=edge["nested"],
            resolved=graph.nodes[cited]["kind"] is not NodeKind.UNRESOLVED,
            pinpoint=edge["pinpoint"],
            section_id=edge["section_id"],
            evidence=edge["evidence"],
        )
        for target in find(graph, instrument)
        for citer, cited, edge in graph.in_edges(target, data=True)
        if relations is None or edge["relation"] in relations
    ]
    return tuple(sorted(rows, key=_place))


def _place(row: Citing) -> tuple[str, str, int, int, str]:
    words = row.evidence
    return row.document, words["sha256"], words["start"], words["end"], row.instrument
