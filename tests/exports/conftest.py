"""What the tests of runs share."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import vnplan
from vnplan import Plan
from vnplan.exports import batch
from vnplan.exports.address import Place
from vnplan.exports.assignments import Assignment, assignments
from vnplan.exports.batch import Batch, Order
from vnplan.exports.conversion import Outcome
from vnplan.exports.report import RunReport

DOCUMENT = """\
UBND TỈNH THÁI NGUYÊN
Số: 17/KH-UBND
Thái Nguyên, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

I. MỤC ĐÍCH
- Giới thiệu cách tưới mới cho ít nhất 80% vườn.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.
"""


@pytest.fixture(scope="session")
def founding(corpus_dir: Path) -> tuple[Plan, ...]:
    """The plans of Bình Dương (2019) and Thái Nguyên (2021), read once."""
    return tuple(vnplan.parse_file(path) for path in sorted(corpus_dir.glob("*-20*.*")))


@pytest.fixture(scope="session")
def founding_rows(founding: tuple[Plan, ...]) -> tuple[Assignment, ...]:
    """All their tasks as rows."""
    return tuple(row for plan in founding for row in assignments(plan))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work of the processes is done in this one: quicker, and open to what tests put there."""

    def side_by_side(
        items: Iterator[Any],
        work: Callable[[Any], Any],
        workers: int,
        *,
        preload: tuple[str, ...],
        seconds: float | None,
        on_death: Callable[[], None],
    ) -> Iterator[tuple[Any, Any]]:
        return batch._here(items, work)

    monkeypatch.setattr(batch, "side_by_side", side_by_side)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with three documents, one of them in a folder of its own."""
    folder = tmp_path / "in"
    (folder / "2024").mkdir(parents=True)
    for number, name in enumerate(("2024/a.txt", "b.txt", "c.md")):
        (folder / name).write_text(DOCUMENT.replace("17/", f"{17 + number}/"), encoding="utf-8")
    return folder


def converted(inputs: Sequence[Place], order: Order) -> list[Outcome]:
    """The outcomes of a whole run, in the order of the inputs."""
    with Batch(inputs, order) as run:
        outcomes = list(run.documents())
        for _ in run.parts():
            pass
    return sorted(outcomes, key=lambda one: one.place)


def report(out: Path) -> RunReport:
    """The report of the last run."""
    return RunReport.model_validate_json((out / "report.json").read_bytes())


def statuses(out: Path) -> dict[str, str]:
    """What became of each document, by its name, in the last run."""
    return {Path(one.source).name: str(one.status) for one in report(out).files}


def results(out: Path) -> dict[str, bytes]:
    """Every file of a run but its report and what it keeps for the next one."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".vnplan" not in path.parts and path.name != "report.json"
    }


def unpacked(path: Path) -> bytes:
    """What is in a packed file."""
    return gzip.decompress(path.read_bytes())
