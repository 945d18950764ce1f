"""Writing graphs to files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vnplan.graph import responsibility, writers


@pytest.mark.parametrize("form", writers.TEXTS)
def test_a_file_holds_the_text(cited: Any, tmp_path: Path, form: str) -> None:
    (path,) = writers.write(cited, tmp_path / "new" / f"a.{form}", form)
    assert path.read_bytes().decode("utf-8") == writers.render(cited, form)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_csv_is_a_folder(cited: Any, tmp_path: Path) -> None:
    paths = writers.write(cited, tmp_path / "neo4j", "csv")
    assert [path.name for path in paths] == ["nodes.csv", "relationships.csv"]
    assert paths[0].read_bytes().decode("utf-8") == writers.neo4j_tables(cited).nodes


@pytest.mark.parametrize("form", writers.FORMATS)
def test_a_graph_of_nothing_can_be_written(tmp_path: Path, form: str) -> None:
    assert writers.write(responsibility([]), tmp_path / "empty", form)


def test_another_format_is_named(cited: Any, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no graph format 'svg'; there are graphml, gexf, json"):
        writers.write(cited, tmp_path / "a", "svg")
    with pytest.raises(ValueError, match="csv is two tables"):
        writers.render(cited, "csv")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_an_os_error(cited: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        writers.write(cited, tmp_path / "file" / "a.dot", "dot")
