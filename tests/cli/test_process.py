"""`vnplan` as a process: signals, pipes, terminals, workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import regex
from typer.testing import Result

from vnplan.records import Plan

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


def _files(folder: Path) -> dict[str, bytes]:
    """All files but the report and what is kept for the next run."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and path.name != "report.json"
        and (".vnplan" not in path.parts or path.suffix == ".part")
    }


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.02)


def test_two_workers_write_what_one_writes(
    run: Run, corpus_dir: Path, documents: Path, tmp_path: Path
) -> None:
    written = []
    for jobs in (1, 2):
        out = tmp_path / str(jobs)
        result = run("convert", corpus_dir, documents, "-o", out, "-j", jobs)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "4 converted, 0 failed" in result.stdout
        written.append(_files(out))
    assert written[0] == written[1]
    assert sorted(written[0]) == [
        *("2024/b.json", "a.json", "binh-duong-175-2019.json", "thai-nguyen-232-2021.json"),
    ]


@pytest.mark.parametrize(("sent", "status"), [("INT", 130), ("TERM", 143)])
def test_an_interrupted_run_leaves_whole_files_only(
    vnplan_process: Start, documents: Path, tmp_path: Path, sent: str, status: int
) -> None:
    """The last document is so long that the run is surely under way."""
    out, long = tmp_path / "out", tmp_path / "long.txt"
    text = (documents / "a.txt").read_text(encoding="utf-8")
    long.write_text(text * 10_000, encoding="utf-8")
    process = vnplan_process(
        *("convert", documents / "a.txt", long, "-o", out, "-j", 2), start_new_session=True
    )
    _wait_for(out / "a.json")
    time.sleep(0.1)  # until the first process has heard of it
    # Ctrl-C in a terminal reaches every process of the group.
    os.killpg(process.pid, signal.Signals[f"SIG{sent}"])
    stdout, stderr = process.communicate(timeout=30)
    assert process.returncode == status, stderr
    assert b"Traceback" not in stderr
    assert sorted(_files(out)) == ["a.json"]
    if sent == "INT":
        assert stderr.splitlines() == [b"interrupted: 1 of 2 converted"]
        assert b"1 converted, 0 failed" in stdout


def test_a_reader_that_goes_away_is_no_error(
    vnplan_process: Start, full_plan: Plan, tmp_path: Path
) -> None:
    """`vnplan show … | head` with more text than a pipe holds."""
    path = tmp_path / "long.json"
    notes = full_plan.diagnostics * 2000
    path.write_text(full_plan.model_copy(update={"diagnostics": notes}).to_json(), "utf-8")
    for options in (["--json"], ["--all"]):
        process = vnplan_process("show", path, *options)
        assert process.stdout is not None
        assert process.stderr is not None
        assert len(process.stdout.read(10)) == 10
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(timeout=30)


def test_a_terminal_without_vietnamese_gets_what_it_can(
    vnplan_process: Start, plan_file: Path
) -> None:
    process = vnplan_process("show", plan_file, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    stdout, stderr = process.communicate(timeout=30)
    assert (process.returncode, stderr) == (0, b"")
    assert b"17/KH-UBND" in stdout
    as_json = vnplan_process(
        "show", plan_file, "--json", env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )
    stdout, _ = as_json.communicate(timeout=30)
    assert "Sở Tài chính" in stdout.decode("utf-8")


def test_on_a_terminal_there_is_a_progress_bar_and_no_other_control(
    vnplan_process: Start, documents: Path, tmp_path: Path
) -> None:
    (documents / "x\x1b]0;title\x07y.txt").write_text("")
    ours, theirs = os.openpty()
    process = vnplan_process(
        *("convert", documents, "-o", tmp_path / "out"),
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "COLUMNS": "120", "TERM": "xterm-256color"},
    )
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 4096):
            shown += block
    except OSError:  # how Linux tells the end
        pass
    os.close(ours)
    assert process.wait(timeout=30) == 1
    text = shown.decode("utf-8")
    assert "converting" in text
    # Colours, lines rubbed out, the cursor moved, hidden and shown again.
    left = regex.sub(r"\x1b\[(?:[0-9;]*m|[0-9]*[ABGKM]|\?25[lh])", "", text)
    assert "\x1b" not in left
    assert "x�]0;title�y.txt: is empty" in left
