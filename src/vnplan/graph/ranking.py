"""Which instruments matter most: PageRank over who cites whom.

Brin and Page, "The anatomy of a large-scale hypertextual Web search engine" (1998), by power
iteration: networkx has it only for those who install scipy.

The voters are the documents that were read: each has one vote for every instrument it names, how
often it does so, and whether in the title of another one, makes no difference. An instrument nobody
read does not vote: of all it cites only what its title says is known, and that would get its whole
vote (a resolution named once, in the title of a much cited one, came out second of 300). The share
of those that do not vote goes to all alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from vnplan.graph.model import NodeKind

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

DAMPING: Final = 0.85
_CLOSE: Final = 1e-12
_ROUNDS: Final = 200
"""0.85 ** 200 is below 1e-14: any graph is settled by then."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An instrument with its rank."""

    instrument: str
    """URN."""
    title: str
    """What it is called."""
    score: float
    """Share of all attention; the scores of all nodes of the graph add up to 1."""
    documents: int
    """Documents that were read and name it."""
    citations: int
    """Places where they do."""
    held: bool
    """Whether it was read itself."""


def most_cited(graph: Graph, top: int | None = None) -> tuple[Ranked, ...]:
    """The cited instruments, the highest PageRank first; `top` keeps that many.

    `graph` is a citation graph. Instruments of equal score are in the order of documents that name
    them, then of their URN. What could not be resolved has no rank. Raises `ValueError` for a
    negative `top`.
    """
    if top is not None and top < 0:
        raise ValueError(f"top must be 0 or more, not {top}")
    scores = pagerank(graph)
    rows = [
        _ranked(graph, key, score)
        for key, score in scores.items()
        if graph.in_degree(key) and graph.nodes[key]["kind"] is not NodeKind.UNRESOLVED
    ]
    # Rounded: equal places in the graph must not be told apart by the last bit of a sum.
    rows.sort(key=lambda row: (-round(row.score, 9), -row.documents, row.instrument))
    return tuple(islice(rows, top))


def pagerank(graph: Graph, damping: float = DAMPING) -> dict[str, float]:
    """The score of every node, in the order of the graph; they add up to 1."""
    return rank(_votes(graph), damping)


def rank(votes: Mapping[str, Collection[str]], damping: float = DAMPING) -> dict[str, float]:
    """The score of every node, given what each one names; in the order of `votes`.

    Every node is a key, also one that names nothing. Nodes nobody names have all one score, so that
    their votes are counted once and not in every round: most documents are such.
    """
    if not votes:
        return {}
    cited = dict.fromkeys(one for named in votes.values() for one in named)
    given = dict.fromkeys(cited, 0.0)  # by those nobody names, a vote of 1 each
    for node, named in votes.items():
        if node not in cited:
            for one in named:
                given[one] += 1 / len(named)
    silent = sum(not named for node, named in votes.items() if node not in cited)
    floor = 1 / len(votes)  # the score of a node nobody names
    scores = dict.fromkeys(cited, floor)
    for _ in range(_ROUNDS):
        idle = floor * silent + sum(scores[node] for node in cited if not votes[node])
        following = {node: floor * votes_of_others for node, votes_of_others in given.items()}
        for node in cited:
            for one in votes[node]:
                following[one] += scores[node] / len(votes[node])
        floor = (1 - damping + damping * idle) / len(votes)
        following = {node: floor + damping * score for node, score in following.items()}
        change = sum(abs(following[node] - scores[node]) for node in cited)
        scores = following
        if change < _CLOSE:
            break
    return {node: scores.get(node, floor) for node in votes}


def _votes(graph: Graph) -> dict[str, list[str]]:
    """For every node what it names, each once; nobody votes for itself."""
    votes: dict[str, dict[str, None]] = {node: {} for node in graph}
    for _, cited, edge in graph.edges(data=True):
        voter = edge["evidence"]["document"]
        if cited != voter:
            votes[voter][cited] = None
    return {voter: list(cited) for voter, cited in votes.items()}


def _ranked(graph: Graph, key: str, score: float) -> Ranked:
    places = [edge["evidence"]["document"] for _, _, edge in graph.in_edges(key, data=True)]
    return Ranked(
        instrument=key,
        title=graph.nodes[key]["label"],
        score=score,
        documents=len(set(places)),
        citations=len(places),
        held=graph.nodes[key]["kind"] is NodeKind.PLAN,
    )
