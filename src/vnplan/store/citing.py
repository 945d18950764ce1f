"""Who cites what: the citation graph asked in SQL, an edge a row of `citation c`.

`c.citer` and `c.cited` are the ends of the edge (`numbers.ends_of`), `p` is the plan in which the
words stand.
"""

from __future__ import annotations

from collections.abc import Collection

from vnplan.graph.documents import same_urn
from vnplan.graph.lookup import typed_keys
from vnplan.records import Relation
from vnplan.store.answers import Cite
from vnplan.store.reading import DOCUMENT, Query, found_citations
from vnplan.store.selection import ORDER, Selection, limited, marks

EDGES = "citation c JOIN plan p ON p.id = c.plan"


def meant(instrument: str) -> Selection:
    """Rows of `citation c` that cite what a number, a URN or the name of a law means."""
    chosen = Selection()
    urn = same_urn(instrument)
    if urn.startswith("urn:"):
        chosen.add("c.cited = ?", urn)
    else:
        keys = typed_keys(instrument)
        chosen.add(f"c.key IN ({marks(keys)})", *keys)
    return chosen


def related(relations: Collection[Relation | str]) -> Selection:
    """Rows of `citation c` in one of some relations."""
    names = sorted({str(Relation(one)) for one in relations})
    chosen = Selection()
    chosen.add(f"c.relation IN ({marks(names)})", *names)
    return chosen


def places(query: Query, chosen: Selection, limit: int | None) -> list[Cite]:
    """The citations chosen, by document and then in reading order."""
    return found_citations(
        query(
            f"SELECT c.page, c.role, c.heading, c.sentence, c.json, {DOCUMENT} FROM {EDGES}"
            f" WHERE {chosen.where} ORDER BY {ORDER}, c.id LIMIT ?",
            [*chosen.values, limited(limit)],
        )
    )
