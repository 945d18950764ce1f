"""`vnplan who` and `vnplan tasks` on the two founding documents, in every form a source has."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import vnplan

Run = Callable[..., Result]


def _without_address(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{name: value for name, value in row.items() if name != "uri"} for row in rows]


def test_tasks_of_an_agency_are_the_same_in_every_source(
    run: Run, founding: dict[str, Path]
) -> None:
    answers = []
    for source in founding.values():
        result = run("tasks", source, "--agency", "Sở KH&CN", "--json")
        assert (result.exit_code, result.stderr) == (0, "")
        answers.append(_without_address(json.loads(result.stdout)))
    assert answers[0] == answers[1] == answers[2]
    assert {row["document_number"] for row in answers[0]} == {"175/T/KH-UBND", "232/KH-UBND"}
    assert all(row["sentence"] for row in answers[0])


@pytest.mark.parametrize(
    "name", ["Sở KH&CN", "Sở Khoa học và Công nghệ", "so khoa hoc va cong nghe"]
)
def test_an_agency_by_any_name(run: Run, founding: dict[str, Path], name: str) -> None:
    usual = run("tasks", founding["index"], "--agency", "Sở KH&CN", "--csv")
    assert run("tasks", "--in", founding["index"], "--agency", name, "--csv").output == usual.output


def test_several_documents_are_one_source(run: Run, corpus_dir: Path) -> None:
    documents = sorted(corpus_dir.glob("*-20*.*"))
    assert len(documents) == 2
    each = [json.loads(run("tasks", one, "--json").stdout) for one in documents]
    both = json.loads(run("tasks", *documents, "--json").stdout)
    assert len(both) == len(each[0]) + len(each[1])


def test_conditions_narrow(run: Run, founding: dict[str, Path]) -> None:
    def found(*options: str) -> set[str]:
        result = run("tasks", founding["index"], "--agency", "Sở KH&CN", "--json", *options)
        return {row["document_id"] + row["id"] for row in json.loads(result.stdout)}

    every = found()
    for options in (
        ("--role", "lead"),
        ("--role", "owner", "--due-before", "2019-12-31"),
        ("--province", "thai nguyen"),
        ("--section", "organization"),
        ("--text", "ươm tạo"),
    ):
        assert found(*options) < every, options


def test_who_as_a_table(run: Run, founding: dict[str, Path]) -> None:
    for asked in ("ươm tạo", "uom tao"):
        result = run("who", founding["folder"], asked)
        assert (result.exit_code, result.stderr) == (0, "")
        lines = result.stdout.splitlines()
        assert lines[0] == "1 task of 1 agency in 1 document"
        assert lines[1].split() == ["owner", "task", "by", "when", "document"]
        for words in ("Sở Khoa học và Công nghệ", "175/T/KH-UBND", "II.1.1", "2019"):
            assert words in result.stdout


def test_who_without_a_source_uses_out(
    run: Run, founding: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("who", "ươm tạo")
    assert result.exit_code == 2
    assert "give documents, a folder that convert made, or an index" in result.stderr
    (tmp_path / "out").symlink_to(founding["folder"])
    assert run("who", "ươm tạo").exit_code == 0
    result = run("who", "out")
    assert result.exit_code == 2
    assert "what to look for is missing" in result.stderr


def test_the_first_few(run: Run, founding: dict[str, Path]) -> None:
    every = json.loads(run("tasks", founding["index"], "--json").stdout)
    for command, *more in (("tasks",), ("who", "đào tạo")):
        few = json.loads(run(command, founding["index"], *more, "--limit", "2", "--json").stdout)
        assert len(few) == 2
        assert [row for row in every if row in few] == few
    shown = run("tasks", founding["index"], "--limit", "2").stdout.splitlines()
    assert shown[0] == "first 2 tasks of 1 agency in 1 document"
    assert run("tasks", founding["index"], "--limit", "0").exit_code == 2


def test_a_narrow_page_has_the_document_under_the_task(
    run: Run, founding: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("who", founding["folder"], "ươm tạo").stdout.splitlines()
    assert lines[1].split() == ["owner", "task", "by", "when"]
    assert "175/T/KH-UBND, II.1.1, Ủy ban nhân dân" in " ".join(lines)
    assert max(map(len, lines)) <= 80


def test_words_that_do_not_stand_together(run: Run, founding: dict[str, Path]) -> None:
    for command in (
        ("who", founding["index"], "tạo đào"),
        ("tasks", founding["index"], "--text", "tạo đào"),
    ):
        result = run(*command, "--json")
        assert result.exit_code == 0
        assert (
            result.stderr == 'no task says "tạo đào"; these have all its syllables, not together\n'
        )


def test_whole_words(run: Run, documents: Path, tmp_path: Path) -> None:
    (documents / "c.txt").write_text(
        (documents / "a.txt")
        .read_text(encoding="utf-8")
        .replace("Bố trí kinh phí", "Lập danh sách học sinh viên chức"),
        encoding="utf-8",
    )
    assert run("who", documents, "sinh viên").exit_code == 0
    assert run("who", documents, "sinh viên", "--whole-words").exit_code == 1
    assert run("who", documents, "kinh phí", "--whole-words").exit_code == 0
    vnplan.index(documents, tmp_path / "plans.db")
    assert run("who", tmp_path / "plans.db", "kinh phí", "--whole-words").exit_code == 0
    assert run("who", tmp_path / "plans.db", "sinh viên", "--whole-words").exit_code == 1


def test_names_of_your_own(run: Run, documents: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[[agencies]]\nname = "Sở Tài chính"\naliases = ["Két tỉnh"]\n', "utf-8")
    vnplan.index(documents, tmp_path / "plans.db")
    for source in (documents, tmp_path / "plans.db"):
        assert run("tasks", source, "--agency", "Két tỉnh").exit_code == 1
        result = run("tasks", source, "--agency", "Két tỉnh", "--lexicon", names, "--json")
        assert len(json.loads(result.stdout)) == 2
    result = run("tasks", documents, "--lexicon", tmp_path / "none.toml")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_a_plan_a_line(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    lines = [
        json.dumps(json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(founding["folder"].glob("*.json"))
    ]
    (tmp_path / "plans.jsonl").write_text("\n".join([*lines, "", "{}"]), encoding="utf-8")
    usual = json.loads(run("tasks", founding["folder"], "--json").stdout)
    for source in (tmp_path, tmp_path / "plans.jsonl"):
        result = run("tasks", source, "--json")
        assert json.loads(result.stdout) == usual
        assert result.stderr.startswith("plans.jsonl:4: ")


@pytest.mark.parametrize("command", ["tasks", "due", "agencies", "cited", "graph"])
def test_a_source_with_nothing_in_it(run: Run, tmp_path: Path, command: str) -> None:
    result = run(command, tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{tmp_path}: there are no plans and no documents in it\n"


def test_an_index_is_asked_alone(run: Run, founding: dict[str, Path], documents: Path) -> None:
    result = run("tasks", founding["index"], documents, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "plans.db: an index is asked alone; take the other sources into it" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    mixed = run("tasks", founding["folder"], documents, documents / "a.txt", "--json")
    assert mixed.exit_code == 0
    numbers = {row["document_number"] for row in json.loads(mixed.stdout)}
    assert numbers == {"175/T/KH-UBND", "232/KH-UBND", "17/KH-UBND", "18/KH-UBND"}


@pytest.mark.parametrize("form", ["--json", "--csv", "--all"])
def test_no_match_is_said_with_what_was_perhaps_meant(
    run: Run, founding: dict[str, Path], form: str
) -> None:
    result = run("tasks", founding["index"], "--agency", "Sở Khoa hoc Cong nge", form)
    assert result.exit_code == 1
    assert result.stdout == ("[]\n" if form == "--json" else "")
    assert result.stderr.splitlines() == [
        'nothing found: no task with agency "Sở Khoa hoc Cong nge"',
        "perhaps: Sở Khoa học và Công nghệ",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--role", "boss"], "'boss' is none of owner, lead"),
        (["--section", "attic"], "'attic' is none of "),
        (["--due-before", "31/12/2025"], "is not a day of the form 2025-12-31"),
        (["--json", "--csv"], "JSON or CSV, not both"),
        (["--in", "plans.db"], "the source is given twice"),
    ],
)
def test_a_wrong_call(
    run: Run, founding: dict[str, Path], options: list[str], message: str
) -> None:
    result = run("tasks", founding["folder"], *options)
    assert result.exit_code == 2
    assert message in result.stderr


def test_an_unreadable_source(run: Run, tmp_path: Path) -> None:
    result = run("tasks", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{tmp_path / 'none'}: there is no such file or folder\n"
    (tmp_path / "other.db").write_bytes(b"no index")
    result = run("who", tmp_path / "other.db", "ươm tạo")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_what_cannot_be_read_is_named_and_the_rest_answers(run: Run, documents: Path) -> None:
    (documents / "bad.html").write_bytes(b"")
    result = run("tasks", documents, "--agency", "Sở Tài chính", "--json")
    assert result.exit_code == 0
    assert "bad.html" in result.stderr
    assert len(json.loads(result.stdout)) == 2


def test_no_cell_is_a_formula(run: Run, tmp_path: Path, full_plan: vnplan.Plan) -> None:
    assert full_plan.header.title is not None
    for title in ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1"):
        header = full_plan.header.model_copy(update={"title": title})
        plan = full_plan.model_copy(update={"header": header})
        (tmp_path / "plan.json").write_text(plan.to_json(), encoding="utf-8")
        result = run("tasks", tmp_path / "plan.json", "--csv")
        assert result.exit_code == 0, result.stderr
        rows = list(csv.DictReader(io.StringIO(result.stdout)))
        assert len(rows) == 4
        assert {row["document_title"] for row in rows} == {f"'{title.strip()}"}
        assert rows[0]["start"].isdigit()
