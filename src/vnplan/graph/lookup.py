"""Finding an instrument in a citation graph by what a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.graph.documents import same_urn, untyped
from vnplan.graph.model import Attributes, NodeKind, of_kind
from vnplan.text.fold import slug

if TYPE_CHECKING:
    from vnplan.graph.model import Graph


def find(graph: Graph, name: str) -> tuple[str, ...]:
    """The nodes of the documents a name can mean, in the order of the graph.

    The name is a URN, a number in any spelling ("1665/QĐ-TTg", "1665/qd-ttg", "Quyết định số
    1665/QÐ - TTg"), or a title with or without its type ("Luật Đầu tư công"); marks may be left
    out. A number can mean several documents (86/KH-UBND of every province and year): all are
    given. Empty when there is none.
    """
    urn = same_urn(name)
    if urn in graph:
        return (urn,)
    wanted = slug(name)
    if not wanted:
        return ()
    documents = of_kind(graph, NodeKind.PLAN, NodeKind.INSTRUMENT)
    return tuple(key for key, attributes in documents if wanted in _names(attributes))


def _names(attributes: Attributes) -> set[str]:
    type_name, number, title = (attributes[part] for part in ("type_name", "number", "title"))
    told = {number, title}
    if type_name is not None:
        told |= {f"{type_name} {number}", f"{type_name} số {number}"} if number else set()
        told |= {f"{type_name} {title}", untyped(type_name, title)} if title else set()
    return {slug(name) for name in told if name is not None}
