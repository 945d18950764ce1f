"""`vnplan cites` and `vnplan compare` on the two founding documents."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from vnplan import Plan

Run = Callable[..., Result]


@pytest.mark.parametrize("number", ["1665/QĐ-TTg", "1665/qd-ttg", "Quyết định số 1665/QĐ-TTg"])
def test_cites_by_any_spelling_in_every_source(
    run: Run, founding: dict[str, Path], number: str
) -> None:
    for source in founding.values():
        result = run("cites", source, number, "--json")
        assert (result.exit_code, result.stderr) == (0, "")
        rows = json.loads(result.stdout)
        assert {row["document_number"] for row in rows} == {"232/KH-UBND"}
        assert rows[0]["relation"] == "implements"
        assert "1665/QĐ-TTg ngày 30/10/2017" in rows[0]["sentence"]


def test_cites_as_a_table(run: Run, founding: dict[str, Path]) -> None:
    result = run("cites", "1665/QĐ-TTg", "--in", founding["index"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "2 citations in 1 document"
    for words in ("implements", "Thủ tướng Chính phủ, 2017-10-30", "232/KH-UBND"):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "lines"),
    [
        (["1666/QĐ-TTg"], 1, ['nothing found: nobody cites "1666/QĐ-TTg"', "perhaps: 1665/QĐ-TTg"]),
        (
            ["1665/QĐ-TTg", "--relation", "amends"],
            1,
            ['nothing found: nobody cites "1665/QĐ-TTg" with relation "amends"'],
        ),
        (["1665/QĐ-TTg", "--relation", "likes"], 2, ["'likes' is none of "]),
        ([" "], 2, ["is empty"]),
    ],
)
def test_cites_nothing(
    run: Run, founding: dict[str, Path], arguments: list[str], status: int, lines: list[str]
) -> None:
    result = run("cites", founding["index"], *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert [line for line in lines if line not in result.stderr] == []


def test_compare_is_the_same_in_every_source(run: Run, founding: dict[str, Path]) -> None:
    for source in founding.values():
        result = run("compare", source, "1665/QĐ-TTg", "--json")
        assert (result.exit_code, result.stderr) == (0, "")
        (plan,) = json.loads(result.stdout)
        assert (plan["province"], plan["relation"]) == ("Thái Nguyên", "implements")
        assert plan["targets"][0]["figure"] == "100 %"
        assert plan["owners"][0]["tasks"] >= plan["owners"][-1]["tasks"]
        rows = list(
            csv.DictReader(io.StringIO(run("compare", source, "1665/QĐ-TTg", "--csv").stdout))
        )
        assert [row["target"] for row in rows] == [one["target"] for one in plan["targets"]]


def test_compare_as_a_table(run: Run, founding: dict[str, Path]) -> None:
    result = run("compare", founding["folder"], "1665/QĐ-TTg")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("1 plan carrying it out, ")
    assert lines[2].startswith("Thái Nguyên")


def test_a_plan_without_targets_is_compared(run: Run, tmp_path: Path, full_plan: Plan) -> None:
    urn = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2020-01-02;5-qd-ttg"
    cited = full_plan.citations[0].model_copy(update={"target_id": urn})
    bare = full_plan.model_copy(update={"targets": (), "citations": (cited,)})
    (tmp_path / "bare.json").write_text(bare.to_json(), encoding="utf-8")
    for form, words in (("--csv", "17/KH-UBND"), ("--all", "no targets"), ("--json", '"targets"')):
        result = run("compare", tmp_path, "5/QĐ-TTg", form)
        assert result.exit_code == 0, result.stderr
        assert words in result.stdout


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        ("1666/QĐ-TTg", ['nothing found: no plan that carries out "1666/QĐ-TTg"', "perhaps: "]),
        ("Luật Hải quan", ["nothing found: no plan that carries out"]),
    ],
)
def test_compare_nothing(
    run: Run, founding: dict[str, Path], number: str, lines: list[str]
) -> None:
    result = run("compare", founding["index"], number)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line for line in lines if line not in result.stderr] == []
