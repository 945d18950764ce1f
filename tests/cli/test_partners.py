"""`vnplan partners` on the two founding documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_partners_are_the_same_in_every_source(run: Run, founding: dict[str, Path]) -> None:
    answers = [run("partners", source, "--json") for source in founding.values()]
    assert [answer.exit_code for answer in answers] == [0, 0, 0]
    assert answers[0].stdout == answers[1].stdout == answers[2].stdout
    rows = json.loads(answers[0].stdout)
    assert [row["tasks"] for row in rows] == sorted((row["tasks"] for row in rows), reverse=True)


def test_the_agency_asked_for_stands_first(run: Run, founding: dict[str, Path]) -> None:
    result = run("partners", founding["index"], "--agency", "Sở KH&CN", "--province", "binh duong")
    lines = result.stdout.splitlines()
    assert lines[1].split()[:4] == ["agency", "works", "with", "tasks"]
    assert all(line.startswith("Sở Khoa học và Công nghệ tỉnh Bình Dương") for line in lines[2:])


def test_the_tasks_of_a_pair(run: Run, founding: dict[str, Path]) -> None:
    pair = json.loads(run("partners", founding["index"], "--limit", "1", "--json").stdout)[0]
    shared = run("tasks", founding["index"], "--agency", pair["first"], "--with", pair["second"], "--json")  # fmt: skip
    rows = json.loads(shared.stdout)
    assert len(rows) == pair["tasks"]
    for row in rows:
        assert pair["first"] in row["owners"] + row["others"]
        assert pair["second"] in row["owners"] + row["others"]


def test_without_groups(run: Run, founding: dict[str, Path]) -> None:
    every = json.loads(run("partners", founding["index"], "--json").stdout)
    bodies = json.loads(run("partners", founding["index"], "--no-groups", "--json").stdout)
    assert 0 < len(bodies) < len(every)
    assert [row for row in every if row in bodies] == bodies


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (
            ["--agency", "Sở Khoa hoc Cong nge"],
            [
                'nothing found: no agencies that work together with agency "Sở Khoa hoc Cong nge"',
                "perhaps: Sở Khoa học và Công nghệ",
            ],
        ),
        (
            ["--province", "Huế"],
            ['nothing found: no agencies that work together with province "Huế"'],
        ),
    ],
)
def test_no_partners(
    run: Run, founding: dict[str, Path], options: list[str], lines: list[str]
) -> None:
    result = run("partners", founding["index"], *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == lines
