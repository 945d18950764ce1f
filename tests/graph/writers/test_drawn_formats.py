"""DOT and Mermaid: each line read by the grammar the language has for what we write."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from typing import Any

import pytest

from vnplan.graph.documents import shortened
from vnplan.graph.writers import dot, mermaid
from vnplan.graph.writers.attributes import clean
from vnplan.graph.writers.dot import quoted
from vnplan.graph.writers.mermaid import escaped

STRING = r'"((?:[^"\\\n]|\\["\\])*)"'
DOT_NODE = re.compile(
    rf"  (n\d+) \[label={STRING}, shape=[a-z]+, class={STRING}, comment={STRING}\];"
)
DOT_EDGE = re.compile(rf"  (n\d+) -> (n\d+) \[label={STRING}\];")
INSIDE = r"((?:[\w ,/()\u0300-\u036f]|#\d+;)*)"
MERMAID_NODE = re.compile(rf'  (n\d+)[\[(>{{]+"{INSIDE}"[\])}}]+(?::::[a-z]+)?')
MERMAID_EDGE = re.compile(rf'  (n\d+) -->\|"{INSIDE}"\| (n\d+)')


def _dot_text(inside: str) -> str:
    """What Graphviz shows for the inside of a string."""
    return html.unescape(re.sub(r"\\(.)", r"\1", inside))


def _mermaid_text(inside: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), inside)


def _label(attributes: dict[str, Any], key: str) -> str:
    return shortened(clean(attributes["label"] or key))


def _read_dot(text: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    lines = text.splitlines() if "\u2028" not in text else text.split("\n")[:-1]
    assert lines[:3] == ["digraph vnplan {", "  rankdir=LR;", '  node [fontname="sans-serif"];']
    assert lines[-1] == "}"
    nodes: dict[str, str] = {}
    edges: list[tuple[str, str, str]] = []
    for line in lines[3:-1]:
        if (node := DOT_NODE.fullmatch(line)) is not None:
            nodes[node[1]] = _dot_text(node[2])
        else:
            edge = DOT_EDGE.fullmatch(line)
            assert edge is not None, line
            edges.append((edge[1], edge[2], edge[3]))
    return nodes, edges


def _read_mermaid(text: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    first, *lines = text.split("\n")[:-1]
    assert first == "flowchart LR"
    nodes: dict[str, str] = {}
    edges: list[tuple[str, str, str]] = []
    for line in lines:
        if (node := MERMAID_NODE.fullmatch(line)) is not None:
            nodes[node[1]] = _mermaid_text(node[2])
        else:
            edge = MERMAID_EDGE.fullmatch(line)
            assert edge is not None, line
            edges.append((edge[1], edge[3], _mermaid_text(edge[2])))
    return nodes, edges


READERS = {"dot": (dot, _read_dot), "mermaid": (mermaid, _read_mermaid)}


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("name", ["duties", "cited"])
def test_every_node_and_edge_is_drawn(request: pytest.FixtureRequest, form: str, name: str) -> None:
    graph = request.getfixturevalue(name)
    writer, reader = READERS[form]
    nodes, edges = reader(writer(graph))
    assert list(nodes.values()) == [_label(a, key) for key, a in graph.nodes(data=True)]
    keys = list(graph)
    drawn = {(keys[int(one[1:])], keys[int(other[1:])], label) for one, other, label in edges}
    assert drawn == {(one, other, str(a["relation"])) for one, other, a in graph.edges(data=True)}
    assert len(drawn) == len(edges), "the same arrow twice"


@pytest.mark.parametrize("form", READERS)
def test_hostile_text_stays_inside_its_label(attacked: Any, hostile: str, form: str) -> None:
    writer, reader = READERS[form]
    nodes, edges = reader(writer(attacked))
    assert len(nodes) == len(attacked)
    assert {(one, other) for one, other, _ in edges} <= {(a, b) for a in nodes for b in nodes}
    assert shortened(clean(hostile)) in nodes.values()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('Đề án "A"', '"Đề án \\"A\\""'),
        ("\\N", '"\\\\N"'),
        ("A & B", '"A &amp; B"'),
        ("hai\ndòng", '"hai dòng"'),
        ("<b>", '"<b>"'),
    ],
)
def test_dot_strings(text: str, inside: str) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Sở Y tế", "Sở Y tế"),
        ("1. Sở Y tế", "1#46; Sở Y tế"),
        ("- Chủ trì", "#45; Chủ trì"),
        ('"x"', "#34;x#34;"),
        ("#quot;", "#35;quot#59;"),
        ("%%{init}", "#37;#37;#123;init#125;"),
        ("hai\ndòng", "hai dòng"),
    ],
)
def test_mermaid_labels(text: str, inside: str) -> None:
    assert escaped(text) == inside


def test_graphviz_reads_it(duties: Any) -> None:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("graphviz is not installed")
    done = subprocess.run(
        [program, "-Tplain"], input=dot(duties), capture_output=True, encoding="utf-8", check=True
    )
    assert sum(line.startswith("node ") for line in done.stdout.splitlines()) == len(duties)
