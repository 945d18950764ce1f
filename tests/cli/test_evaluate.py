"""`vnplan evaluate` as a user runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.testing import CliRunner

from vnplan.cli.evaluate import evaluate
from vnplan.records import Abbreviation, Plan, Source, Span

RUNNER = CliRunner()
APP = typer.Typer()
APP.command()(evaluate)


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents with annotations, and a parser that knows one abbreviation in each."""
    for name in ("a", "b"):
        text = (
            f"document: {name}\nabbreviations: {{UBND: Ủy ban nhân dân}}\nheader: {{place: Huế}}\n"
        )
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.txt").write_text(name)

    def parse_file(path: Path) -> Plan:
        short = "UBND" if path.stem == "a" else "HĐND"
        span = Span(start=0, end=0)
        return Plan(
            id="urn:lex:vn",
            source=Source(media_type="text/plain", sha256="0" * 64, reader="text"),
            text=path.read_text(),
            abbreviations=(Abbreviation(short=short, long="Ủy ban nhân dân", span=span),),
        )

    pipeline = ModuleType("vnplan.pipeline")
    pipeline.__dict__["parse_file"] = parse_file
    monkeypatch.setitem(sys.modules, "vnplan.pipeline", pipeline)
    return tmp_path


def test_tables(folders: Path) -> None:
    result = RUNNER.invoke(APP, [str(folders), str(folders)])

    assert result.exit_code == 0, result.output
    assert "abbreviations" in result.output
    assert "header" in result.output
    rows = [line.split() for line in result.output.splitlines()]
    assert ["a", "1", "1", "1.000", "1.000", "1.000", "1.000"] in rows
    assert ["b", "1", "1", "0.000", "0.000", "0.000", "–"] in rows
    assert ["mean", "0.500", "0.500", "0.500", "1.000"] in rows
    assert "missed" not in result.output


def test_verbose_lists_what_is_wrong(folders: Path) -> None:
    result = RUNNER.invoke(APP, [str(folders), str(folders), "--verbose"])

    assert "abbreviations missed: “UBND” expected Ủy ban nhân dân" in result.output
    assert "abbreviations extra: “HĐND” read as Ủy ban nhân dân" in result.output
    assert "header place wrong: expected Huế, got nothing" in result.output


def test_json_and_kinds(folders: Path) -> None:
    result = RUNNER.invoke(
        APP, [str(folders), str(folders), "--json", "--kinds", "abbreviations, "]
    )

    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert data["means"]["abbreviations"] == 0.5
    assert "header" not in data["means"]


def test_a_failure_is_told_and_gives_status_1(folders: Path) -> None:
    (folders / "b.txt").unlink()

    result = RUNNER.invoke(APP, [str(folders), str(folders)])

    assert result.exit_code == 1
    assert f"not scored: b: no document b.* in {folders}" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere", "."], "nowhere: no such file or folder"),
        ([".", "nowhere"], "nowhere: no such file or folder"),
        ([".", "a.txt"], "one document for 2 annotations"),
        ([".", ".", "--kinds", "header,tables"], "tables is none of header, abbreviations"),
        ([".", ".", "--kinds", ","], "nothing is none of header"),
    ],
)
def test_what_is_asked_for_wrongly(
    folders: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(folders)
    monkeypatch.setenv("COLUMNS", "200")

    result = RUNNER.invoke(APP, arguments)

    assert result.exit_code == 2
    assert message in result.output
