"""Instruments of an index: what they are called, and which of them are cited most."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from vnplan.graph.ranking import rank
from vnplan.records import DocumentType
from vnplan.store.answers import CitedInstrument, Instrument
from vnplan.store.citing import EDGES
from vnplan.store.reading import Query
from vnplan.store.selection import Selection

_FIELDS = ("type", "number.canonical", "type_name", "title", "issuer", "issued_on")
_SAID = f"json_extract(c.json, {', '.join(repr('$.' + field) for field in _FIELDS)})"


def among(urns: Iterable[str]) -> Selection:
    """Rows of `citation c` that cite some instruments."""
    chosen = Selection()
    chosen.add("c.cited IN (SELECT value FROM json_each(?))", json.dumps(sorted(urns)))
    return chosen


def described(query: Query, chosen: Selection, within: Selection) -> dict[str, Instrument]:
    """The instruments chosen as `citation c`, by URN.

    What is known of one is what its letterhead says, where it is among the plans chosen by
    `within`, and else what most citations say.
    """
    rows = query(
        f"SELECT c.cited, {_SAID}, count(*) FROM {EDGES}"
        f" WHERE {Selection(chosen, within).where} GROUP BY 1, 2",
        Selection(chosen, within).values,
    )
    said: dict[str, list[Counter[str]]] = {}
    for cited, values, count in rows:
        counted = said.setdefault(str(cited), [Counter() for _ in _FIELDS])
        for field, value in zip(counted, json.loads(str(values)), strict=True):
            if value is not None:
                field[value] += int(str(count))
    told = {urn: [_most(field) for field in counted] for urn, counted in said.items()}
    return _with_letterheads(query, told, within)


def letterheads(query: Query, urns: Collection[str], within: Selection) -> dict[str, Instrument]:
    """Those of some instruments that were read, cited or not, by URN."""
    return _with_letterheads(query, {urn: [None] * len(_FIELDS) for urn in urns}, within)


def _with_letterheads(
    query: Query, told: dict[str, list[str | None]], within: Selection
) -> dict[str, Instrument]:
    rows = query(
        "SELECT lower(p.urn), p.type, p.number, NULL, p.title, p.issuer, p.issued_on FROM plan p"
        " WHERE p.urn COLLATE NOCASE IN (SELECT value FROM json_each(?))"
        f" AND {within.where} ORDER BY p.urn DESC, p.sha256 DESC",
        [json.dumps(sorted(told)), *within.values],
    )
    held = {str(urn): [None if one is None else str(one) for one in head] for urn, *head in rows}
    return {
        urn: _instrument(
            urn,
            [own or other for own, other in zip(held.get(urn, said), said, strict=True)],
            urn in held,
        )
        for urn, said in told.items()
    }


def _instrument(urn: str, values: list[str | None], held: bool) -> Instrument:
    type_, number, type_name, title, issuer, issued_on = values
    return Instrument(
        id=None if urn.startswith("#") else urn,
        type=DocumentType(type_) if type_ else None,
        number=number,
        type_name=type_name,
        title=title,
        issuer=issuer,
        issued_on=dt.date.fromisoformat(issued_on) if issued_on else None,
        held=held,
    )


def _most(counted: Counter[str]) -> str | None:
    """What is said most often; of several the smallest."""
    return min(counted, key=lambda value: (-counted[value], value), default=None)


class Rank(NamedTuple):
    """An instrument with its weight (see `CitedInstrument`)."""

    urn: str
    score: float
    documents: int
    citations: int


def ranked(query: Query, within: Selection) -> list[Rank]:
    """The instruments cited, the highest PageRank first.

    As `graph.most_cited`: every document has one vote for each instrument it names, and what
    could not be told has no rank.
    """
    plans = query(f"SELECT p.id, lower(p.urn) FROM plan p WHERE {within.where}", within.values)
    urns = {row: str(urn) for row, urn in plans}
    votes: dict[str, dict[str, None]] = {urn: {} for urn in sorted(urns.values())}
    citations: Counter[str] = Counter()
    naming: dict[str, set[str]] = {}
    edges = query("SELECT plan, cited, count(*) FROM citation GROUP BY plan, cited", ())
    for row, named, count in edges:
        if (voter := urns.get(row)) is None:
            continue
        cited = str(named)
        citations[cited] += int(str(count))
        naming.setdefault(cited, set()).add(voter)
        if cited != voter:
            votes[voter][cited] = None
    for cited in sorted(citations):
        votes.setdefault(cited, {})
    scores = rank({voter: sorted(named) for voter, named in votes.items()})
    found = [
        Rank(cited, scores[cited], len(naming[cited]), count)
        for cited, count in citations.items()
        if not cited.startswith("#")
    ]
    # Rounded: equal places in the graph must not be told apart by the last bit of a sum.
    return sorted(found, key=lambda one: (-round(one.score, 9), -one.documents, one.urn))


def named(query: Query, ranks: Sequence[Rank], within: Selection) -> list[CitedInstrument]:
    """What `ranked` gave, with what the instruments are called."""
    known = described(query, among(rank.urn for rank in ranks), within)
    return [
        CitedInstrument(known[one.urn], one.score, one.documents, one.citations)
        for one in ranks
        if one.urn in known
    ]
