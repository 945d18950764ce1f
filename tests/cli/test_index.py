"""`vnplan index` and `vnplan graph`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_an_index_is_made_and_brought_up_to_date(run: Run, documents: Path, tmp_path: Path) -> None:
    index = tmp_path / "plans.db"

    def sums() -> tuple[int, str]:
        result = run("index", documents, "-o", index)
        assert result.stderr == ""
        return result.exit_code, result.stdout

    assert sums() == (0, "2 added, 0 changed, 0 removed, 0 unchanged, 0 failed\n")
    assert sums() == (0, "0 added, 0 changed, 0 removed, 2 unchanged, 0 failed\n")
    (documents / "a.txt").unlink()
    assert sums() == (0, "0 added, 0 changed, 1 removed, 1 unchanged, 0 failed\n")
    result = run("tasks", index, "--agency", "Sở Tài chính", "--json")
    assert [row["document_number"] for row in json.loads(result.stdout)] == ["18/KH-UBND"]


def test_what_cannot_be_indexed_is_named(run: Run, documents: Path, tmp_path: Path) -> None:
    (documents / "bad.html").write_bytes(b"")
    result = run("index", documents, "-o", tmp_path / "plans.db", "-q")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "bad.html" in result.stderr
    other = tmp_path / "letter.txt"
    other.write_text("not an index")
    result = run("index", documents, "-o", other)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert other.read_text() == "not an index"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["index", "documents"], "Missing option '--out'"),
        (["index", "documents", "-o", "documents"], "is a folder, not a file"),
        (["graph", "documents", "--kind", "friends"], "none of responsibility, citations"),
        (["graph", "documents", "--format", "xls"], "'xls' is none of graphml"),
        (["graph", "documents", "--format", "csv"], "name a folder for them"),
        (["graph", "documents", "-o", "documents"], "is a folder, not a file"),
    ],
)
def test_a_wrong_call(run: Run, documents: Path, arguments: list[str], message: str) -> None:
    result = run(*(str(documents) if one == "documents" else one for one in arguments))
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.parametrize("kind", ["responsibility", "citations"])
def test_a_graph_is_the_same_in_every_source(
    run: Run, founding: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    sizes = set()
    for name, source in founding.items():
        target = tmp_path / f"{name}.graphml"
        result = run("graph", source, "--kind", kind, "--format", "graphml", "-o", target)
        assert (result.exit_code, result.stderr) == (0, "")
        graph = nx.read_graphml(target)
        sizes.add((graph.number_of_nodes(), graph.number_of_edges()))
        assert f"{graph.number_of_nodes()} nodes" in result.stdout
    assert len(sizes) == 1


def test_a_graph_on_standard_output_and_as_tables(
    run: Run, founding: dict[str, Path], tmp_path: Path
) -> None:
    shown = run("graph", founding["index"], "--kind", "citations", "--format", "json")
    nodes = json.loads(shown.stdout)["nodes"]
    result = run(
        *("graph", founding["index"], "--kind", "citations", "--format", "csv"),
        *("-o", tmp_path / "neo4j"),
    )
    assert result.exit_code == 0
    with (tmp_path / "neo4j" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == len(nodes) + 1


def test_a_graph_of_a_part_of_the_plans(run: Run, founding: dict[str, Path]) -> None:
    def nodes(*options: str) -> set[str]:
        result = run("graph", founding["index"], "--format", "json", *options)
        assert result.exit_code == 0, result.stderr
        return {node["id"] for node in json.loads(result.stdout)["nodes"]}

    every = nodes()
    for options in (
        ("--province", "Thái Nguyên"),
        ("--agency", "Sở Công Thương Bình Dương"),
        ("--type", "plan", "--issued-after", "2021-01-01"),
        ("--issued-before", "2019-12-31"),
    ):
        assert nodes(*options) < every, options
    assert run("graph", founding["index"], "--type", "law").exit_code == 1
    assert "'song' is none of" in run("graph", founding["index"], "--type", "song").stderr


def test_a_graph_of_nothing(run: Run, tmp_path: Path) -> None:
    result = run("graph", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{tmp_path}: there are no plans and no documents in it\n"
