"""The plans that carry out an instrument, as `graph.compare`, but without reading the others."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple

from vnplan.graph.comparison import ComparedPlan, Told, carries_out, side
from vnplan.graph.documents import Document, same_urn
from vnplan.records import Plan, Relation
from vnplan.store.answers import Instrument
from vnplan.store.citing import EDGES, meant, related
from vnplan.store.instruments import described
from vnplan.store.numbers import ends_of
from vnplan.store.reading import Query
from vnplan.store.selection import Selection

_CARRYING = (Relation.LEGAL_BASIS, Relation.IMPLEMENTS)


class Carried(NamedTuple):
    """What of a plan tells that it carries an instrument out: ends and relation of a citation."""

    plan: int
    cited: str
    relation: str


def told(
    query: Query,
    instrument: str,
    within: Selection,
    relations: Collection[Relation | str] | None,
) -> set[Carried]:
    """The citations by which plans carry an instrument out."""
    chosen = Selection(meant(instrument), within)
    own = Selection(chosen, related(_CARRYING if relations is None else relations))
    # What stands in the title of another instrument is said by that one.
    own.add("c.citer = lower(p.urn) AND c.cited <> c.citer")
    rows = query(
        f"SELECT DISTINCT c.plan, c.cited, c.relation FROM {EDGES} WHERE {own.where}", own.values
    )
    found = {Carried(int(str(plan)), str(cited), str(relation)) for plan, cited, relation in rows}
    if relations is not None:
        return found
    known = described(query, chosen, Selection())
    return {one for one in found if _carries_out(one.relation, known[one.cited])}


def plans(query: Query, told: Collection[Carried]) -> list[int]:
    """Their rows, by province, then day of issue, then URN; central bodies last."""
    rows = query(
        "SELECT p.id FROM plan p WHERE p.id IN (SELECT value FROM json_each(?))"
        " ORDER BY p.province IS NULL, p.province, p.issued_on, p.urn, p.sha256",
        [json.dumps(sorted({one.plan for one in told}))],
    )
    return [int(str(row)) for (row,) in rows]


def sides(row: int, plan: Plan, told: Collection[Carried]) -> Iterator[ComparedPlan]:
    """A plan as it stands beside the others; none where it speaks in the title of another."""
    document, ends = Document(same_urn(plan.id), plan), ends_of(plan)
    saying = [
        citation
        for citation in plan.citations
        if citation.within not in ends
        and Carried(row, ends[citation.id][1], citation.relation) in told
    ]
    saying.sort(key=lambda one: (one.span.start, one.span.end, ends[one.id][1]))
    if saying:
        yield side(
            document,
            [
                Told(
                    same_urn(one.target_id) if one.target_id is not None else None,
                    one.relation,
                    document.evidence(one.span),
                )
                for one in saying
            ],
        )


def _carries_out(relation: str, instrument: Instrument) -> bool:
    return carries_out(Relation(relation), instrument.type, instrument.number)
