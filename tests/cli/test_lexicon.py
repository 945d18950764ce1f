"""`--lexicon`: the user's names in every command, and files that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

NAMES = """
[[agencies]]
name = "Liên minh Ươm mầm"
kind = "enterprise"
level = "province"
"""


@pytest.fixture
def names(tmp_path: Path, documents: Path) -> Path:
    path = tmp_path / "names.toml"
    path.write_text(NAMES, encoding="utf-8")
    for document in documents.rglob("*.*"):
        text = document.read_text(encoding="utf-8")
        document.write_text(text.replace("Sở Tài chính", "Liên minh Ươm mầm"), encoding="utf-8")
    return path


def _enterprises(plan: str | bytes) -> list[str]:
    agencies = json.loads(plan)["agencies"]
    return [agency["name"] for agency in agencies if agency["kind"] == "enterprise"]


def test_show(run: Run, documents: Path, names: Path) -> None:
    path = documents / "a.txt"
    assert _enterprises(run("show", path, "--json").stdout) == []
    shown = run("show", path, "--json", "--lexicon", names)
    assert _enterprises(shown.stdout) == ["Liên minh Ươm mầm tỉnh Thái Nguyên"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_convert_also_in_worker_processes(
    run: Run, documents: Path, names: Path, tmp_path: Path, jobs: str
) -> None:
    out = tmp_path / "out"
    result = run("convert", documents, "-o", out, "--lexicon", names, "--jobs", jobs)
    assert (result.exit_code, result.stderr) == (0, "")
    for path in (out / "a.json", out / "2024" / "b.json"):
        assert _enterprises(path.read_bytes()) == ["Liên minh Ươm mầm tỉnh Thái Nguyên"]


def test_evaluate(run: Run, documents: Path, names: Path, tmp_path: Path) -> None:
    gold = tmp_path / "a.yaml"
    gold.write_text("document: a\nheader: {place: Thái Nguyên}\n", encoding="utf-8")
    result = run("evaluate", gold, documents / "a.txt", "--lexicon", names, "--json")
    assert json.loads(result.stdout)["means"]["header"] == 1.0


def test_several_files(run: Run, documents: Path, names: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('[[agencies]]\nname = "Tổ Hai"\n', encoding="utf-8")
    shown = run("show", documents / "a.txt", "--json", "--lexicon", other, "--lexicon", names)
    assert _enterprises(shown.stdout) == ["Liên minh Ươm mầm tỉnh Thái Nguyên"]


@pytest.mark.parametrize("command", ["show", "convert", "evaluate"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "cannot be read (No such file or directory)"),
        ("[[agencies]]\nname = 'A'\nalias = 'B'", "entry 1 (A): unknown key 'alias'"),
        (
            "[[agencies]]\nname = \"A\\u001b[31m\"\nkind = 'x'",
            "entry 1 (A�[31m): kind 'x' is none of",
        ),
        ("agencies", "cannot be read as TOML: "),
    ],
)
def test_a_bad_file_is_one_line_and_status_2(
    run: Run, documents: Path, tmp_path: Path, command: str, content: str | None, reason: str
) -> None:
    bad, out = tmp_path / "bad.toml", tmp_path / "out"
    if content is not None:
        bad.write_text(content, encoding="utf-8")
    gold = tmp_path / "a.yaml"
    gold.write_text("document: a\nheader: {place: Thái Nguyên}\n", encoding="utf-8")
    arguments: dict[str, list[Path | str]] = {
        "show": [documents / "a.txt"],
        "convert": [documents, "-o", out],
        "evaluate": [gold, documents],
    }
    result = run(command, *arguments[command], "--lexicon", bad)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{bad}: {reason}")
    assert result.stderr.count("\n") == 1
    assert not out.exists()


def test_a_plan_is_read_already(run: Run, plan_file: Path, names: Path) -> None:
    result = run("show", plan_file, "--lexicon", names)
    assert result.exit_code == 0
    assert result.stderr == f"{plan_file}: is read already, --lexicon changes nothing\n"
