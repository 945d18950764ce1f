"""Flattening: what other programs can hold."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from vnplan.graph import NodeKind
from vnplan.graph.writers.attributes import clean, flat, flat_edges, flat_graph, plain


@pytest.mark.parametrize(
    ("attributes", "scalars"),
    [
        ({"a": None}, {}),
        ({"a": ()}, {}),
        ({"a": NodeKind.TASK}, {"a": "task"}),
        ({"a": datetime.date(2025, 1, 31)}, {"a": "2025-01-31"}),
        ({"a": Decimal("9.50")}, {"a": "9.50"}),
        ({"a": True, "b": 0, "c": 0.5}, {"a": True, "b": 0, "c": 0.5}),
        ({"a": ("x", "y")}, {"a": "x; y"}),
        ({"a": {"b": 1, "c": {"d": None, "e": "f"}}}, {"a_b": 1, "a_c_e": "f"}),
        ({"a": [{"b": 1}]}, {"a": '[{"b": 1}]'}),
        ({"a": {"x", "y"}}, {"a": "x; y"}),
        ({"a": "tr\x00ang\x0c 1\ud800"}, {"a": "trang 1"}),
    ],
)
def test_flat(attributes: dict[str, object], scalars: dict[str, object]) -> None:
    assert flat(attributes) == scalars


def test_plain_keeps_the_shape() -> None:
    assert plain({"a": (1, None, {"b": datetime.date(2025, 1, 31)})}) == {
        "a": [1, None, {"b": "2025-01-31"}]
    }


def test_clean_keeps_line_ends_and_every_script() -> None:
    assert clean("Đề án\n\t😀 ok") == "Đề án\n\t😀 ok"


def test_a_flat_graph_has_scalars_only_and_loses_nothing(duties: Any) -> None:
    copy = flat_graph(duties)
    assert list(copy.nodes) == list(duties.nodes)
    assert copy.number_of_edges() == duties.number_of_edges()
    held = [a for _, a in copy.nodes(data=True)] + [a for _, _, a in copy.edges(data=True)]
    assert {type(value) for attributes in held for value in attributes.values()} <= {
        str,
        int,
        bool,
        float,
    }


def test_edges_have_keys_of_their_own(duties: Any) -> None:
    keys = [edge.key for edge in flat_edges(duties)]
    assert len(set(keys)) == len(keys) == duties.number_of_edges()
