"""What a document rests on, and what that rests on in turn: a walk along the edges in SQL."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from vnplan.graph.documents import same_urn
from vnplan.graph.lookup import typed_keys
from vnplan.records import Relation
from vnplan.store.answers import Cite, Ground
from vnplan.store.citing import EDGES, meant, places, related
from vnplan.store.instruments import among, described, letterheads
from vnplan.store.numbers import named_province, province_in
from vnplan.store.reading import Query
from vnplan.store.selection import Selection, marks


class _Step(NamedTuple):
    """The shortest way to an instrument, as URNs, and how its last step was told."""

    path: tuple[str, ...]
    relations: tuple[Relation, ...]


class Walk:
    """As `graph.foundations`: along some relations, told by the documents of a selection."""

    def __init__(
        self, query: Query, within: Selection, relations: Collection[Relation | str]
    ) -> None:
        self._query = query
        self._within = within
        self._edges = Selection(related(relations), within)

    def starts(self, document: str, province: str | None) -> list[str]:
        """The documents that a number, a URN or a name means, those that were read first."""
        urn = same_urn(document)
        if urn.startswith("urn:"):
            return [urn]
        keys = typed_keys(document)
        read = self._query(
            f"SELECT DISTINCT lower(p.urn) FROM plan p WHERE p.key IN ({marks(keys)})"
            f" AND {self._within.where} ORDER BY 1",
            [*keys, *self._within.values],
        )
        cited = Selection(meant(document), self._within)
        named = self._query(
            f"SELECT DISTINCT c.cited FROM {EDGES} WHERE {cited.where} ORDER BY 1", cited.values
        )
        found = dict.fromkeys(str(one) for (one,) in (*read, *named))
        place = named_province(province) if province is not None else None
        return [one for one in found if place is None or province_in(one) == place]

    def of(self, starts: list[str], limit: int | None) -> list[Ground]:
        """What they rest on, with the words that say so; the nearest first."""
        steps = self._steps(starts)[:limit]
        urns = {urn for step in steps for urn in step.path}
        known = {
            **letterheads(self._query, starts, self._within),
            **described(self._query, among(urns), self._within),
        }
        return [
            Ground(
                known[step.path[-1]],
                len(step.path) - 1,
                tuple(known[urn] for urn in step.path),
                step.relations,
                self._place(step),
            )
            for step in steps
        ]

    def _steps(self, starts: list[str]) -> list[_Step]:
        """The way to everything reached; a circle of citations ends where it began."""
        steps = {start: _Step((start,), ()) for start in starts}
        found: list[_Step] = []
        nearest = starts
        while nearest:
            told = self._told(nearest)
            reached = {cited for named in told.values() for cited in named} - steps.keys()
            for citer in nearest:
                for cited, relations in told.get(citer, {}).items():
                    if cited not in steps:
                        way = (*steps[citer].path, cited)
                        steps[cited] = _Step(way, tuple(sorted(relations)))
            nearest = self._read_first(reached)
            found += [steps[cited] for cited in nearest]
        return found

    def _told(self, citers: list[str]) -> dict[str, dict[str, list[Relation]]]:
        """What each one rests on directly, with the relations that say so."""
        rows = self._query(
            f"SELECT DISTINCT c.citer, c.cited, c.relation FROM {EDGES}"
            f" WHERE c.citer IN (SELECT value FROM json_each(?)) AND {self._edges.where}",
            [json.dumps(citers), *self._edges.values],
        )
        told: dict[str, dict[str, list[Relation]]] = {}
        for citer, cited, relation in rows:
            relations = told.setdefault(str(citer), {}).setdefault(str(cited), [])
            relations.append(Relation(str(relation)))
        return told

    def _read_first(self, urns: Collection[str]) -> list[str]:
        """In the order of the citation graph: read, cited, unresolved; each by URN."""
        rows = self._query(
            "SELECT lower(p.urn) FROM plan p WHERE p.urn COLLATE NOCASE IN"
            f" (SELECT value FROM json_each(?)) AND {self._within.where}",
            [json.dumps(sorted(urns)), *self._within.values],
        )
        held = {str(urn) for (urn,) in rows}
        return sorted(urns, key=lambda urn: (urn not in held, urn.startswith("#"), urn))

    def _place(self, step: _Step) -> Cite:
        """The first place that tells the last step."""
        edge = Selection(self._edges)
        edge.add("c.citer = ? AND c.cited = ?", *step.path[-2:])
        return places(self._query, edge, 1)[0]
