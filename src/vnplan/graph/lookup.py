"""Finding an instrument in a citation graph by what a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from vnplan.graph.documents import same_urn, untyped
from vnplan.graph.model import Attributes, NodeKind, of_kind
from vnplan.parsers.numbers import parse_number
from vnplan.text.fold import slug

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

# "Luật Đầu tư công năm 2019", "Nghị quyết …": the word of the type is not part of the name
_TYPE_WORD = regex.compile(
    r"^(?:luat|bo-luat|phap-lenh|hien-phap|nghi-quyet|nghi-dinh|quyet-dinh|thong-tu|ke-hoach"
    r"|chi-thi|cong-van|ket-luan|chuong-trinh|thong-bao|to-trinh|van-ban)(?:-so)?-(?=.)"
)


def find(graph: Graph, name: str) -> tuple[str, ...]:
    """The nodes of the documents a name can mean, in the order of the graph.

    The name is a URN, a number in any spelling ("1665/QĐ-TTg", "1665/qd-ttg", "Quyết định số
    1665/QÐ - TTg"), or a title with or without its type ("Luật Đầu tư công"); marks may be left
    out. A number can mean several documents (86/KH-UBND of every province and year): all are
    given, also citations with that number of which no more is known. Empty when there is none.
    """
    urn = same_urn(name)
    if urn in graph:
        return (urn,)
    wanted = set(typed_keys(name))
    documents = of_kind(graph, NodeKind.PLAN, NodeKind.INSTRUMENT, NodeKind.UNRESOLVED)
    return tuple(key for key, attributes in documents if wanted & _names(attributes))


def typed_keys(asked: str) -> tuple[str, ...]:
    """What "844/QĐ-TTg", "quyết định 844/qd-ttg" or "Luật Đầu tư công" can mean, as slugs."""
    whole = slug(asked)
    bare = _TYPE_WORD.sub("", whole)
    number = parse_number(asked.strip())
    read = (slug(number.canonical),) if number is not None else ()
    return tuple(dict.fromkeys(key for key in (*read, whole, bare) if key))


def _names(attributes: Attributes) -> set[str]:
    type_name, number, title = (attributes[part] for part in ("type_name", "number", "title"))
    told = {number, title}
    if type_name is not None and title is not None:
        told |= {f"{type_name} {title}", untyped(type_name, title)}
    return {slug(name) for name in told if name is not None}
