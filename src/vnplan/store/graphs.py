"""The graphs of a corpus, built when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from vnplan.records import Plan

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


class Graphs:
    """The two graphs of `vnplan.graph` over all plans; built anew after the index has changed."""

    def __init__(self, plans: Callable[[], Iterator[Plan]], version: Callable[[], object]) -> None:
        self._plans = plans
        self._version = version
        self._built: dict[str, tuple[object, Graph]] = {}

    @property
    def responsibility(self) -> Graph:
        """Agencies, tasks, deadlines, targets, sections and plans."""
        return self._graph("responsibility")

    @property
    def citations(self) -> Graph:
        """Plans and the instruments they cite."""
        return self._graph("citations")

    def _graph(self, kind: str) -> Graph:
        version = self._version()
        known = self._built.get(kind)
        if known is not None and known[0] == version:
            return known[1]
        graph: Graph = getattr(import_module("vnplan.graph"), kind)(self._plans())
        self._built[kind] = (version, graph)
        return graph
