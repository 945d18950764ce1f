"""`vnplan export --spacy` and `--jsonl` on the two founding documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from vnplan.cli import export as command
from vnplan.exports.labels import TOOLS, read_labels
from vnplan.pipes import GROUPS

Run = Callable[..., Result]


def test_training_data(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    target = tmp_path / "train.spacy"
    result = run(
        "export", founding["folder"], "--spacy", target, "--ents", "--kinds", "targets, tasks"
    )
    assert (result.exit_code, result.stdout) == (0, f"{target}: 2 documents\n")
    assert len(DocBin().from_disk(target)) == 2
    folder = tmp_path / "train"
    result = run("export", founding["folder"], "--spacy", folder)
    assert result.stdout == f"{folder}: 2 documents\n"
    assert [path.name for path in folder.iterdir()] == ["00000.spacy"]


def test_labels(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "labels.jsonl"
    for tool in TOOLS:
        result = run(
            *("export", founding["folder"], "--jsonl", target, "--for", tool),
            *("--kinds", "agencies", "--province", "Bình Dương"),
        )
        assert (result.exit_code, result.stdout) == (0, f"{target}: 1 document for {tool}\n")
        (found,) = read_labels(target.read_bytes())
        assert {label.name for label in found.labels} == {"AGENCY"}


def test_a_list_for_an_upload(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "labels.json"
    assert run("export", founding["folder"], "--jsonl", target).exit_code == 0
    assert [set(row) for row in json.loads(target.read_bytes())] == [{"data", "predictions"}] * 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--for", "prodigy"), "none of label-studio, doccano, doccano-relations"),
        (("--kinds", "agencies,words"), "'words' is none of abbreviations"),
        (("--kinds", ","), "',' is none of abbreviations"),
    ],
)
def test_wrong_calls(
    run: Run, founding: dict[str, Path], tmp_path: Path, options: tuple[str, str], told: str
) -> None:
    result = run("export", founding["folder"], "--jsonl", tmp_path / "a.jsonl", *options)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_nothing_there(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    for option, name in (("--spacy", "a.spacy"), ("--jsonl", "a.jsonl")):
        result = run("export", founding["folder"], option, tmp_path / name, "--province", "Hà Nội")
        assert (result.exit_code, result.stderr.strip()) == (1, "nothing found: no such plans")
        assert not (tmp_path / name).exists()


def test_more_than_a_file_holds(
    run: Run, founding: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vnplan.exports.training.A_FILE", 1)
    result = run("export", founding["folder"], "--spacy", tmp_path / "a.spacy")
    assert result.exit_code == 2
    assert "name a folder" in " ".join(result.stderr.replace("│", " ").split())


def test_the_closed_lists_are_those_of_the_library() -> None:
    assert tuple(TOOLS) == command.TOOLS
    assert tuple(command.LABELLED) == GROUPS
