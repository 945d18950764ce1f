"""The workers of a dask cluster: what they make, and what a dead one costs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.exports.conftest import DOCUMENT, converted, report, results, statuses

from vnplan.exports import cluster
from vnplan.exports import program as program_module
from vnplan.exports.batch import Batch, Order
from vnplan.exports.gathering import Form
from vnplan.exports.limits import Limits
from vnplan.exports.problem import BatchProblem

distributed: Any = pytest.importorskip(
    "distributed", reason="dask is not installed: vnplan[cluster]"
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def machines() -> Iterator[Any]:
    """A cluster of two worker processes, as `dask worker` starts them."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
    ) as found:
        yield found


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dozen documents, each of them some work, and one that is none."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(12):
        text = DOCUMENT.replace("17/", f"{number + 1}/") * 20
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    return folder


def test_a_cluster_makes_what_one_process_makes_though_a_worker_is_killed(
    machines: Any, many: Path, tmp_path: Path
) -> None:
    undisturbed, out = tmp_path / "undisturbed", tmp_path / "out"
    converted([many], Order(undisturbed))
    with distributed.Client(machines, set_as_default=False) as client:
        processes = list(client.run(os.getpid).values())
    with Batch([many], Order(out, cluster=machines.scheduler_address)) as run:
        for number, _ in enumerate(run.documents()):
            if number == 2:
                os.kill(processes[0], signal.SIGKILL)
    assert results(out) == results(undisturbed)
    assert statuses(out) == statuses(undisturbed)
    totals = report(out).totals
    assert (totals.inputs, totals.converted, totals.failed) == (13, 12, 1)
    assert list(out.rglob("*.part")) == []


def test_tables_and_limits_on_a_cluster_of_this_machine(many: Path, tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    limits = Limits(seconds=100)
    order = Order(tmp_path, Form.PARQUET, workers=2, limits=limits, cluster="local")
    outcomes = converted([many / "00.txt", many / "01.txt", many / "empty.txt"], order)
    assert [one.error for one in outcomes] == [None, None, f"{many}/empty.txt: is empty"]
    assert dataset.dataset(tmp_path / "plans").to_table().num_rows == 2


def test_limits_need_workers_that_may_start_processes(
    machines: Any, many: Path, tmp_path: Path
) -> None:
    order = Order(tmp_path, limits=Limits(seconds=9), cluster=machines.scheduler_address)
    with pytest.raises(BatchProblem, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
        converted([many], order)


def test_workers_of_another_version_are_refused(
    machines: Any, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workers are asked with the function of vnplan; here it is another one that answers."""

    class Program:
        """Goes to the workers as the function, and answers here by itself."""

        def __call__(self) -> str:
            return "0.0.1+another"

        def __reduce__(self) -> tuple[Any, ...]:
            return getattr, (program_module, "program")

    monkeypatch.setattr(cluster, "program", Program())
    order = Order(tmp_path, cluster=machines.scheduler_address)
    with pytest.raises(BatchProblem, match=r"runs vnplan .*, this is 0\.0\.1\+another"):
        converted([many], order)


def test_an_address_without_a_scheduler_is_one_line(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    for address in ("tcp://127.0.0.1:1", "nonsense://x"):
        with pytest.raises(BatchProblem, match=f"{address}: no scheduler there"):
            converted([many], Order(tmp_path / "out", cluster=address))
    assert not (tmp_path / "out").exists()
