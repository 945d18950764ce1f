"""Real processes, killed: nothing is lost, and the results are those of an undisturbed run."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exports.conftest import DOCUMENT, report, results, statuses

import vnplan
from vnplan.exports.batch import Batch, Order
from vnplan.exports.limits import memory_can_be_limited

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dozen documents, each of them some work."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(12):
        text = DOCUMENT.replace("17/", f"{number + 1}/") * 15
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package: what a run goes on with is what the same program has made, and here
    somebody may be changing a file of it between the two runs of a test."""
    folder = tmp_path_factory.mktemp("package")
    source = Path(vnplan.__file__).parent
    shutil.copytree(source, folder / "vnplan", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


Convert = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="module")
def convert(package: Path) -> Convert:
    """Starts `vnplan convert` in a group of processes of its own."""

    def start(*arguments: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "vnplan", "convert", *map(str, arguments)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(package)},
        )

    return start


@pytest.fixture(scope="module")
def undisturbed(
    many: Path, convert: Convert, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """What comes of them, in one process."""
    out = tmp_path_factory.mktemp("undisturbed")
    process = convert(many, "-o", out)
    assert (process.communicate()[1], process.returncode) == (b"", 0)
    return results(out)


def _until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_worker_that_is_killed_loses_nothing(
    many: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    killed = 0
    with Batch([many], Order(tmp_path, workers=2)) as run:
        for number, _ in enumerate(run.documents()):
            if number in (2, 6) and (there := multiprocessing.active_children()):
                there[0].kill()
                killed += 1
                (tmp_path / f".0.{run._running.name}.0.part").touch()  # what it was writing
    assert killed == 2
    assert set(statuses(tmp_path).values()) == {"converted"}
    assert results(tmp_path) == undisturbed
    assert list(tmp_path.rglob("*.part")) == []


@pytest.mark.parametrize("whom", ["the first process", "all of them"])
def test_a_run_that_is_killed_is_gone_on_with(
    many: Path, undisturbed: dict[str, bytes], convert: Convert, tmp_path: Path, whom: str
) -> None:
    process = convert(many, "-o", tmp_path, "-j", 2)
    # A worker's file is there a little before the first process has written down that it is done.
    _until(lambda: len(list(tmp_path.glob("*.json"))) >= 6)
    if whom == "all of them":
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()
    assert not (tmp_path / "report.json").exists()
    again = convert(many, "-o", tmp_path, "-j", 2)
    assert (again.communicate()[1], again.returncode) == (b"", 0)
    found = report(tmp_path)
    assert found.complete
    assert (found.totals.inputs, found.totals.failed, found.totals.not_reached) == (12, 0, 0)
    assert found.totals.unchanged >= 2
    assert results(tmp_path) == undisturbed
    assert list(tmp_path.rglob("*.part")) == []
    assert list((tmp_path / ".vnplan" / "running").iterdir()) == []


def test_ctrl_c_keeps_what_is_done(
    many: Path, undisturbed: dict[str, bytes], convert: Convert, tmp_path: Path
) -> None:
    process = convert(many, "-o", tmp_path, "-j", 2, "--format", "jsonl")
    staged = tmp_path / ".vnplan" / "plans"
    _until(lambda: len(list(staged.glob("*.json.gz"))) >= 3)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.startswith(b"interrupted: ")
    assert errors.count(b"\n") == 1
    found = report(tmp_path)
    assert not found.complete
    assert found.totals.converted + found.totals.not_reached == 12
    assert found.totals.converted >= 2
    assert results(tmp_path) == {}
    again = convert(many, "-o", tmp_path, "--format", "jsonl")
    assert (again.communicate()[1], again.returncode) == (b"", 0)
    assert report(tmp_path).totals.unchanged == found.totals.converted
    lines = (tmp_path / "plans.jsonl").read_bytes().splitlines()
    assert len(lines) == 12


@pytest.mark.parametrize(
    ("option", "amount", "reason"),
    [
        ("--timeout", 0.1, "took longer than 0.1 s"),
        pytest.param(
            "--memory",
            2,
            "needs more than 2 MB of memory",
            marks=pytest.mark.skipif(
                not memory_can_be_limited(), reason="this system does not limit memory"
            ),
        ),
    ],
)
def test_a_document_that_costs_too_much_is_told(
    convert: Convert, tmp_path: Path, option: str, amount: float, reason: str
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(DOCUMENT * 10_000, encoding="utf-8")
    process = convert(long, "-o", tmp_path / "out", option, amount)
    _, errors = process.communicate()
    assert (process.returncode, errors.decode()) == (1, f"{long}: {reason}\n")
    assert statuses(tmp_path / "out") == {"long.txt": "failed"}
    assert results(tmp_path / "out") == {}
