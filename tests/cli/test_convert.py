"""`vnplan convert` as a user runs it, in one process."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from vnplan.exports import batch
from vnplan.exports.conversion import Assignment, Converter, Outcome
from vnplan.exports.report import RunReport
from vnplan.exports.workers import Died
from vnplan.records import Plan

Run = Callable[..., Result]


def _files(folder: Path) -> list[str]:
    """All files but the report and what is kept for the next run."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".vnplan" not in path.parts and path.name != "report.json"
    )


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the worker processes do is done in this one; test_process.py has real ones."""

    def side_by_side(items: Any, work: Any, *_: object, **__: object) -> Any:
        return batch._here(items, work)

    monkeypatch.setattr(batch, "side_by_side", side_by_side)


def test_a_folder(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("convert", documents, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert _files(out) == ["2024/b.json", "a.json"]
    plan = Plan.from_json((out / "2024/b.json").read_bytes())
    assert plan.header.number is not None
    assert plan.header.number.canonical == "18/KH-UBND"
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0][:3] == ["document", "number", "issuer"]
    assert rows[1][:2] == ["b.md", "18/KH-UBND"]
    assert rows[2][:2] == ["a.txt", "17/KH-UBND"]
    assert result.stdout.splitlines()[3].startswith("2 converted, 0 failed; ")
    assert len(rows) == 4, "nothing but the table and the sums: no progress without a terminal"


def test_a_second_run_replaces_the_first(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("convert", documents, "-o", out, "-q")
    first = {name: (out / name).read_bytes() for name in _files(out)}
    (out / "a.json").write_text("{ damaged")
    (out / "mine.txt").write_text("not of vnplan")
    result = run("convert", documents, "-o", out, "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert {name: (out / name).read_bytes() for name in first} == first
    assert _files(out) == ["2024/b.json", "a.json", "mine.txt"]


def test_only_what_changed_is_converted_again(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    table = run("convert", documents, "-o", out).stdout.splitlines()[:-1]
    text = (documents / "a.txt").read_text(encoding="utf-8")
    again = run("convert", documents, "-o", out).stdout.splitlines()
    assert again[:-1] == table
    assert again[-1].startswith("0 converted, 2 unchanged, 0 failed; ")
    (documents / "a.txt").write_text(text.replace("17/", "19/"), encoding="utf-8")
    changed = run("convert", documents, "-o", out).stdout
    assert "19/KH-UBND" in changed
    assert "1 converted, 1 unchanged, 0 failed; " in changed
    assert "2 converted, 0 failed; " in run("convert", documents, "-o", out, "--force").stdout


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_other_formats(run: Run, documents: Path, tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    result = run("convert", documents, "-o", out, "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    found = _files(out)
    assert found == ["plans.jsonl"] if form == "jsonl" else "tasks/part-00000.parquet" in found
    assert "2 converted, 0 failed; " in result.stdout


def test_the_report_is_not_taken_for_a_plan(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (documents / "report.txt").write_bytes((documents / "a.txt").read_bytes())
    run("convert", documents, "-o", out)
    assert _files(out) == ["2024/b.json", "a.json", "report.txt.json"]
    result = run("index", out, "-o", tmp_path / "plans.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "3 added" in result.stdout


def test_a_run_that_cannot_begin(
    run: Run, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vnplan.exports.cluster.find_spec", lambda name: None)
    result = run("convert", documents, "-o", tmp_path / "out", "--dask", "local")
    assert result.exit_code == 2
    assert result.stderr == "many machines need dask: pip install 'vnplan[cluster]'\n"
    assert not (tmp_path / "out").exists()


def test_what_goes_wrong_at_the_end_is_told(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "plans.jsonl").mkdir(parents=True)
    result = run("convert", documents, "-o", out, "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stderr == f"{out}/plans.jsonl: cannot be written (Is a directory)\n"


def test_what_cannot_be_read_is_one_line_each(run: Run, documents: Path, tmp_path: Path) -> None:
    (documents / "empty.txt").write_text("")
    (documents / "c.txt").write_bytes(bytes(300))
    (documents / "x\x1b[31m\u202ey.txt").write_text("")
    (documents / ".hidden.txt").write_text("")
    (documents / "README.md").write_text("")
    result = run("convert", documents, tmp_path / "none.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{documents}/c.txt: is empty",
        f"{documents}/empty.txt: is empty",
        f"{documents}/x�[31m�y.txt: is empty",
        f"{tmp_path}/none.txt: not found",
    ]
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "x�[31m�y.txt" in result.stdout
    assert "2 converted, 4 failed" in result.stdout
    assert _files(tmp_path / "out") == ["2024/b.json", "a.json"]


def test_what_cannot_be_written_is_one_line_each(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "a.json").mkdir(parents=True)
    (out / "2024").write_text("a file in the way")
    result = run("convert", documents, "-o", out)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{out}/2024/b.json: cannot be written (a file is where its folder should be)",
        f"{out}/a.json: cannot be written (Is a directory)",
    ]
    assert _files(out) == ["2024"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert", "{in}", "-o", "{in}/a.txt"], "a.txt is a file, not a folder"),
        (["convert", "{in}/empty", "-o", "out"], "no documents there"),
        (["convert", "{in}", "-o", "plans.jsonl"], "is a folder: the names of the files in it"),
        (["convert", "{in}", "-o", "out", "--format", "csv"], "'csv' is none of json, jsonl, parq"),
    ],
)
def test_a_wrong_call(run: Run, documents: Path, arguments: list[str], message: str) -> None:
    (documents / "empty").mkdir()
    result = run(*(argument.replace("{in}", str(documents)) for argument in arguments))
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""


def test_of_many_documents_only_the_sums_are_shown(run: Run, tmp_path: Path) -> None:
    for number in range(41):
        (tmp_path / f"{number}.txt").write_text("KẾ HOẠCH\n", encoding="utf-8")
    result = run("convert", tmp_path, "-o", tmp_path / "out")
    assert result.stdout.count("\n") == 1
    assert result.stdout.startswith("41 converted, 0 failed")


@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        ("80", ["document", "number", "sections", "tasks", "notes"]),
        (
            "200",
            [
                *("document", "number", "issuer", "sections", "agencies", "citations", "targets"),
                *("deadlines", "tasks", "notes"),
            ],
        ),
    ],
)
def test_the_table_fits_the_page(
    run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch, columns: str, heads: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = run("convert", documents, "-o", documents / "out")
    assert result.stdout.splitlines()[0].split() == heads
    assert max(map(len, result.stdout.splitlines())) <= int(columns)


def test_ctrl_c_ends_with_130_and_tells_what_is_done(
    run: Run, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []

    def side_by_side(
        items: Iterator[Assignment], work: Converter, workers: int, **_: object
    ) -> Generator[tuple[Assignment, Outcome | Died], None, None]:
        try:
            yield next(items), Died("killed by SIGKILL")
            yield (second := next(items)), work(second)
            raise KeyboardInterrupt
        finally:
            closed.append(workers)

    monkeypatch.setattr(batch, "side_by_side", side_by_side)
    (documents / "c.txt").write_text("never read")
    result = run("convert", documents, "-o", tmp_path / "out", "-j", "3")
    assert result.exit_code == 130
    assert result.stderr.splitlines() == [
        f"{documents}/2024/b.md: its worker process died (killed by SIGKILL)",
        "interrupted: 1 of 3 converted",
    ]
    found = RunReport.model_validate_json((tmp_path / "out" / "report.json").read_bytes())
    assert [str(one.status) for one in found.files] == ["failed", "converted", "not_reached"]
    assert _files(tmp_path / "out") == ["a.json"]
    assert closed == [3]


def test_ctrl_c_in_the_middle_of_writing_leaves_nothing_half(
    run: Run, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_bytes(path: Path, data: bytes) -> None:
        with path.open("w") as file:
            file.write("{ half")
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    result = run("convert", documents, "-o", tmp_path / "out")
    assert result.exit_code == 130
    assert result.stderr.splitlines() == ["interrupted: 0 of 2 converted"]
    assert _files(tmp_path / "out") == []


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(run: Run, documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "2024").mkdir(parents=True)
    (out / "2024").chmod(0o500)
    try:
        result = run("convert", documents, "-o", out)
    finally:
        (out / "2024").chmod(0o700)
    assert result.exit_code == 1
    assert result.stderr == f"{out}/2024/b.json: cannot be written (Permission denied)\n"
    assert _files(out) == ["a.json"]
