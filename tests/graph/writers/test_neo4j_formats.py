"""The Cypher script and the CSV tables for Neo4j."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from vnplan.graph.writers import cypher, neo4j_tables
from vnplan.graph.writers.attributes import clean, flat_edges, flat_nodes
from vnplan.graph.writers.cypher import literal, name
from vnplan.graph.writers.tables import cell

TEXT = r"'(?:[^'\\\n]|\\(?:[\\'nrt]|u[0-9a-f]{4}))*'"
VALUE = rf"(?:{TEXT}|true|false|-?\d+(?:\.\d+)?)"
MAP = rf"\{{(?:[a-z0-9_]+: {VALUE}(?:, [a-z0-9_]+: {VALUE})*)?\}}"
NODE = re.compile(rf"MERGE \(n:Vnplan \{{key: ({TEXT})\}}\) SET n:[A-Z][a-z]+, n \+= ({MAP});")
EDGE = re.compile(
    rf"MATCH \(a:Vnplan \{{key: ({TEXT})\}}\), \(b:Vnplan \{{key: ({TEXT})\}}\) "
    rf"MERGE \(a\)-\[r:([A-Z_]+) \{{key: {TEXT}\}}\]->\(b\) SET r \+= ({MAP});"
)
PROPERTY = re.compile(rf"([a-z0-9_]+): ({VALUE})")
ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)")


def _text(inside: str) -> str:
    plain = {"n": "\n", "r": "\r", "t": "\t"}

    def meant(found: re.Match[str]) -> str:
        code = found[1]
        return chr(int(code[1:], 16)) if len(code) == 5 else plain.get(code, code)

    return ESCAPE.sub(meant, inside[1:-1])


def _value(written: str) -> object:
    if written.startswith("'"):
        return _text(written)
    return {"true": True, "false": False}.get(written) if written[0] in "tf" else int(written)


def _properties(written: str) -> dict[str, object]:
    return {found[1]: _value(found[2]) for found in PROPERTY.finditer(written[1:-1])}


def _old_neo4j(text: str) -> str:
    r"""What Neo4j before 5 does before it looks for strings: `\uXXXX` wherever it stands."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def _read(text: str) -> tuple[dict[str, dict[str, object]], list[tuple[str, str, str]]]:
    first, *lines = text.split("\n")[:-1]
    assert first.startswith("CREATE CONSTRAINT")
    nodes: dict[str, dict[str, object]] = {}
    edges: list[tuple[str, str, str]] = []
    for line in lines:
        if (node := NODE.fullmatch(line)) is not None:
            nodes[_text(node[1])] = _properties(node[2])
        else:
            edge = EDGE.fullmatch(line)
            assert edge is not None, line
            assert _properties(edge[4])["relation"] == edge[3].lower()
            edges.append((_text(edge[1]), _text(edge[2]), edge[3].lower()))
    return nodes, edges


@pytest.mark.parametrize("graph_name", ["duties", "cited"])
def test_cypher_is_read_back_whole(request: pytest.FixtureRequest, graph_name: str) -> None:
    graph = request.getfixturevalue(graph_name)
    nodes, edges = _read(cypher(graph))
    assert nodes == {node.key: node.attributes for node in flat_nodes(graph)}
    assert edges == [(a, b, str(edge["relation"])) for a, b, edge in graph.edges(data=True)]


def test_hostile_text_stays_inside_its_string(attacked: Any, hostile: str) -> None:
    script = cypher(attacked)
    for read in (script, _old_neo4j(script)):
        nodes, edges = _read(read)
        assert len(nodes) == len(attacked)
        assert len(edges) == attacked.number_of_edges()
        assert clean(hostile) in {node.get("action") for node in nodes.values()}


def test_a_script_run_on_a_larger_corpus_keeps_its_keys(make: Any) -> None:
    from vnplan.graph import citations

    first = make.plan("2/KH", citations=(make.citation("c1"),))
    before = make.plan("1/KH", citations=(make.citation("c1"),))
    old = set(cypher(citations([first])).splitlines())
    assert old <= set(cypher(citations([before, first])).splitlines())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Sở Y tế", "'Sở Y tế'"),
        ("d'Ivoire", "'d\\'Ivoire'"),
        ("\\", "'\\\\'"),
        ("\\u0027", "'\\\\\\u00750027'"),
        ("hai\ndòng", "'hai\\ndòng'"),
        (True, "true"),
        (3, "3"),
        (0.5, "0.5"),
    ],
)
def test_literals(value: str | float | bool, written: str) -> None:
    assert literal(value) == written


@pytest.mark.parametrize(
    ("word", "written"), [("LEAD", "LEAD"), ("a b", "`a b`"), ("a`b", "`a``b`")]
)
def test_names(word: str, written: str) -> None:
    assert name(word) == written


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("graph_name", ["duties", "cited"])
def test_the_tables_hold_every_node_and_edge(
    request: pytest.FixtureRequest, graph_name: str
) -> None:
    graph = request.getfixturevalue(graph_name)
    tables = neo4j_tables(graph)
    nodes, edges = _rows(tables.nodes), _rows(tables.relationships)
    assert [row["key:ID"] for row in nodes] == list(graph)
    assert [row["label"] for row in nodes] == [cell(a["label"]) for _, a in graph.nodes(data=True)]
    assert [(row[":START_ID"], row[":END_ID"], row[":TYPE"]) for row in edges] == [
        (edge.source, edge.target, str(edge.attributes["relation"]).upper())
        for edge in flat_edges(graph)
    ]
    assert {row["evidence_start:int"].isdigit() for row in edges if row["evidence_text"]} == {True}


def test_hostile_cells_are_no_formulas_and_ids_still_meet(attacked: Any) -> None:
    tables = neo4j_tables(attacked)
    nodes, edges = _rows(tables.nodes), _rows(tables.relationships)
    assert len(nodes) == len(attacked)
    cells = [value for row in (*nodes, *edges) for value in row.values()]
    assert not [
        value for value in cells if value.lstrip()[:1] in {"=", "+", "@", "-", "＝"} and value
    ]
    assert not [value for value in cells if "\n" in value or "\r" in value]
    ids = {row["key:ID"] for row in nodes}
    assert {end for row in edges for end in (row[":START_ID"], row[":END_ID"])} <= ids


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'=1+1"),
        ("\t@SUM(A1)", "'@SUM(A1)"),
        ("- Chủ trì", "'- Chủ trì"),
        ("＝1", "'＝1"),
        (-5, "-5"),
        ("hai\ndòng", "hai dòng"),
        (False, "false"),
        (None, ""),
    ],
)
def test_cells(value: str | int | bool | None, written: str) -> None:
    assert cell(value) == written
