"""What a document rests on, as a picture: itself, what it cites, what the titles of those name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from vnplan.exports.page.days import day
from vnplan.exports.page.drawing import Box, Link, Picture, layered
from vnplan.exports.page.items import Items
from vnplan.exports.page.visible import one_line, plain
from vnplan.graph.documents import named
from vnplan.records import Citation, Header, Plan, Relation

MOST: Final = 48
"""Instruments of one column that are drawn, the most cited ones."""

LOOKS: Final = {
    Relation.LEGAL_BASIS: "basis",
    Relation.IMPLEMENTS: "implements",
    Relation.AMENDS: "changes",
    Relation.SUPPLEMENTS: "changes",
    Relation.REPLACES: "changes",
    Relation.REPEALS: "changes",
}
"""Relations by their colour; all others look alike."""

_SELF: Final = "self"


class CitationGraph(NamedTuple):
    """The picture; `capped`: not every instrument is drawn."""

    picture: Picture
    capped: bool


def document_name(header: Header) -> str:
    """What a person calls a document: "Kế hoạch 232/KH-UBND"."""
    number = header.number.canonical if header.number else None
    return plain(named(header.type_name, number, header.title))


def title_of(plan: Plan) -> str:
    """Its name, else that of its file, else its id."""
    return document_name(plan.header) or file_name(plan) or plain(one_line(plan.id, 80))


def file_name(plan: Plan) -> str:
    """The last part of the address of its source; empty for a text without one."""
    return plain(one_line(re.split(r"[/\\]", plan.source.uri or "")[-1], 120))


def citation_graph(items: Items) -> CitationGraph | None:
    """The citations of a plan; None where it has none. An instrument is one box however often."""
    citations = items.plan.citations
    if not citations:
        return None
    by_id = {citation.id: citation for citation in citations}
    direct = [one for one in citations if one.within not in by_id]
    nested = [one for one in citations if one.within in by_id]
    first = _most(direct, frozenset())
    second = _most(nested, frozenset(first))
    links: Counter[tuple[str, str, str]] = Counter()
    for citation in direct:
        links[_SELF, _key(citation), LOOKS.get(citation.relation, "cites")] += 1
    for citation in nested:
        outer = by_id[str(citation.within)]
        links[_key(outer), _key(citation), LOOKS.get(citation.relation, "cites")] += 1
    name = document_name(items.plan.header) or plain(items.plan.id)
    picture = layered(
        [
            ("graph.this_document", [Box(_SELF, name, name, "self")]),
            ("view.cited", [_box(items, one) for one in first.values()]),
            ("graph.nested", [_box(items, one) for one in second.values()]),
        ],
        [Link(start, end, look, weight) for (start, end, look), weight in links.items()],
        anchor="view.cited",
    )
    drawn = len(first) + len(second)
    return CitationGraph(picture, drawn < len({_key(one) for one in citations}))


def _key(citation: Citation) -> str:
    return citation.target_id or f"place:{citation.id}"


def _most(citations: list[Citation], others: frozenset[str]) -> dict[str, Citation]:
    """The most cited instruments by the first place of each, in the order of the text."""
    counts = Counter(_key(one) for one in citations if _key(one) not in others)
    order = {key: at for at, key in enumerate(counts)}
    kept = set(sorted(counts, key=lambda key: (-counts[key], order[key]))[:MOST])
    firsts: dict[str, Citation] = {}
    for one in citations:
        if _key(one) in kept:
            firsts.setdefault(_key(one), one)
    return firsts


def instrument_name(citation: Citation) -> str:
    """What a person calls a cited instrument; its words where it has no number and no title."""
    number = citation.number.canonical if citation.number else None
    if number is None and citation.title is None:
        return plain(one_line(citation.text, 80))
    return plain(named(citation.type_name, number, citation.title))


def _box(items: Items, citation: Citation) -> Box:
    label = instrument_name(citation)
    if citation.issued_on and citation.number:
        label = f"{label} ({day(citation.issued_on)})"
    title = plain(one_line(citation.title or citation.text))
    look = LOOKS.get(citation.relation, "cites")
    return Box(_key(citation), label, title, look, items.key("citation", citation.id) or "")
