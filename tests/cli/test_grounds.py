"""`vnplan grounds` and `vnplan cited` on the two founding documents."""

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


@pytest.mark.parametrize("number", ["232/KH-UBND", "232/kh-ubnd", "Kế hoạch số 232/KH-UBND"])
def test_what_a_document_rests_on(run: Run, founding: dict[str, Path], number: str) -> None:
    for source in founding.values():
        rows = json.loads(run("grounds", source, number, "--json").stdout)
        assert {row["instrument"] for row in rows} == {
            "Quyết định 1665/QĐ-TTg",
            "Quyết định 929/QĐ-LĐTBXH",
        }
        assert all(row["instrument_number"] in row["sentence"] for row in rows)
        assert rows[0]["path"].startswith("232/KH-UBND > Quyết định ")


def test_a_ground_of_a_ground(run: Run, tmp_path: Path, full_plan: Plan) -> None:
    def plan(number: str, cited: str) -> Plan:
        printed = full_plan.citations[0].number
        assert printed is not None
        own = full_plan.header.model_copy(
            update={"number": printed.model_copy(update={"canonical": number})}
        )
        place = full_plan.citations[0].model_copy(
            update={"target_id": f"urn:lex:vn:x:y:;{cited.lower()}", "id": "c1"}
        )
        return full_plan.model_copy(
            update={"id": f"urn:lex:vn:x:y:;{number.lower()}", "header": own, "citations": (place,)}
        )

    for number, cited in (("1-KH", "2-KH"), ("2-KH", "3-QD"), ("3-QD", "1-KH")):
        (tmp_path / f"{number}.json").write_text(plan(number, cited).to_json(), encoding="utf-8")
    result = run("grounds", tmp_path, "1-KH")
    lines = result.stdout.splitlines()
    assert lines[0] == "2 grounds of 1-KH"
    assert [line[:4].strip() for line in lines[2:] if line[:4].strip()] == ["1", "2"]
    assert "of 2-KH" in result.stdout, "by way of what"
    rows = list(csv.DictReader(io.StringIO(run("grounds", tmp_path, "1-KH", "--csv").stdout)))
    assert [(row["depth"], row["document_number"]) for row in rows] == [
        ("1", "1-KH"),
        ("2", "2-KH"),
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["233/KH-UBND"], "perhaps: 232/KH-UBND, 175/T/KH-UBND"),
        (
            ["232/KH-UBND", "--province", "Bình Dương"],
            'nothing found: nothing is known of what "232/KH-UBND" rests on with province "Bình Dương"',
        ),
    ],
)
def test_no_grounds(run: Run, founding: dict[str, Path], arguments: list[str], line: str) -> None:
    result = run("grounds", founding["index"], *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert line in result.stderr.splitlines()


def test_most_cited(run: Run, founding: dict[str, Path]) -> None:
    answers = [run("cited", source, "--csv").stdout for source in founding.values()]
    assert answers[0] == answers[1] == answers[2]
    rows = list(csv.DictReader(io.StringIO(answers[0])))
    assert rows[0]["instrument"] == "Quyết định 844/QĐ-TTg", "both documents name it"
    assert (rows[0]["documents"], rows[0]["held"]) == ("2", "false")
    shown = run("cited", founding["index"], "--limit", "2").stdout.splitlines()
    assert shown[0] == "first 2 instruments"
    assert shown[1].split() == ["instrument", "documents", "citations", "weight", "about"]


def test_nothing_is_cited(run: Run, founding: dict[str, Path]) -> None:
    result = run("cited", founding["index"], "--province", "Huế", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")
    assert result.stderr == 'nothing found: no citation with province "Huế"\n'
