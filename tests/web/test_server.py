"""`vnplan serve` as people run it: a process that listens, and stops when it is told to."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner

from vnplan.cli.app import app


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vnplan", "serve", str(tmp_path / "data"), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = regex.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None, line
        with urllib.request.urlopen(address[0], timeout=30) as answer:
            assert "Tải văn bản lên" in answer.read().decode()
        again = CliRunner().invoke(app, ["serve", str(tmp_path / "data"), "--port", "0"])
        assert again.exit_code == 1
        assert "another vnplan serve uses this folder" in again.stderr
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    found = CliRunner().invoke(app, ["serve", str(tmp_path / "data")])
    assert found.exit_code == 2
    assert "is a file" in " ".join(found.stderr.replace("│", " ").split())


def test_an_address_that_cannot_be_had(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["serve", str(tmp_path / "data"), "--host", "192.0.2.1"])
    assert found.exit_code == 1
    lines = found.stderr.splitlines()
    assert lines[0].startswith("warning: 192.0.2.1 is reached from other machines")
    assert lines[1].startswith("192.0.2.1:8000: cannot be listened at")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("module", ["starlette", "uvicorn", "jinja2", "python_multipart"])
def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    found = CliRunner().invoke(app, ["serve", str(tmp_path / "data")])
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1
    assert "pip install 'vnplan[web]'" in found.stderr
