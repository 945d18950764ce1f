"""Work on the machines of a dask cluster: its scheduler hands out the items, and keeps count.

The workers read the documents and write the results themselves, so what they name must be the same
files on every machine. A worker that dies loses nothing: its items go to others.
"""

from __future__ import annotations

import logging
import multiprocessing
import pickle
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from threading import Lock
from types import TracebackType
from typing import Any, Final, Self, TypeAlias, TypeVar

from vnplan.exports.limits import Limits
from vnplan.exports.problem import BatchProblem
from vnplan.exports.program import program
from vnplan.exports.workers import Died, Exhausted, Lost, side_by_side, undisturbed

# What comes from dask has no annotations.
Client: TypeAlias = Any
Future: TypeAlias = Any

Item = TypeVar("Item")
Result = TypeVar("Result")

LOCAL: Final = "local"
"""Instead of an address: a cluster on this machine, as long as the work takes."""

_EACH: Final = 4
_AT_LEAST: Final = 256
"""Items that are on their way for every thread of the cluster, and in all: no worker waits for this
process, nor does one that joins while the work goes on."""

_PATIENCE: Final = 30
"""Seconds in which the scheduler must answer and have a worker."""

_ALONE = Lock()
"""PDFium and other libraries of readers do not stand two documents at once in one process."""


class Cluster:
    """A cluster, connected to inside `with`."""

    def __init__(self, address: str, workers: int, limits: Limits) -> None:
        """`workers`: so many processes, where the cluster is on this machine."""
        self.address = address
        self.workers = workers
        self.limits = limits
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Raises `BatchProblem` where there is no cluster, or none that is fit for the work."""
        if find_spec("distributed") is None:
            raise BatchProblem("many machines need dask: pip install 'vnplan[cluster]'")
        with ExitStack() as opened:
            self._client = opened.enter_context(_connected(self.address, self.workers))
            self._threads = _fit(self._client)
            if self.limits:
                _may_start_processes(self._client)
            self._open = opened.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def results(
        self, items: Iterator[Item], work: Callable[[Item], Result], limits: Limits
    ) -> Generator[tuple[Item, Result | Lost], None, None]:
        """Every item with its result, as they come.

        With limits every item is done in a process of its own, which can be ended.
        """
        as_completed = import_module("distributed").as_completed
        parcel = pickle.dumps(work)

        def given(item: Item) -> Future:
            return self._client.submit(_done, parcel, item, limits, pure=False)

        waiting = iter(items)
        together = max(self._threads * _EACH, _AT_LEAST)
        held = {given(item): item for item in islice(waiting, together)}
        results = as_completed(held, loop=self._client.loop)
        try:
            for future in results:
                item = held.pop(future)
                for following in islice(waiting, 1):
                    more = given(following)
                    held[more] = following
                    results.add(more)
                yield item, _result(future)
                future.release()
        finally:
            self._client.cancel(list(held), force=True)


def _result(future: Future) -> Any:
    """What a task gave; an error is never that of the work, which has none, but of the cluster."""
    problem = future.exception() if future.status == "error" else None
    if problem is not None:
        reason = " ".join(f"{type(problem).__name__}: {problem}".split())
        return Died(reason[:300])
    if future.status != "finished":
        return Died(f"the cluster gave it up: {future.status}")
    return future.result()


# ---------------------------------------------------------------------- on the workers


def _done(parcel: bytes, item: Any, limits: Limits) -> Any:
    """A task: the result of an item."""
    work = _unpacked(parcel)
    if not limits:
        with _ALONE:
            try:
                return work(item)
            except MemoryError:
                return Exhausted()
    with closing(side_by_side([item], work, 1, seconds=limits.seconds)) as found:
        return next(found)[1]


@lru_cache(maxsize=4)
def _unpacked(parcel: bytes) -> Callable[[Any], Any]:
    """The work as it was sent: once a process, for a user's names are read into tables."""
    work: Callable[[Any], Any] = pickle.loads(parcel)
    return work


def _free() -> bool:
    """Whether this worker may start processes of its own."""
    return not multiprocessing.current_process().daemon


# ---------------------------------------------------------------------- the way there


@contextmanager
def _connected(address: str, workers: int) -> Generator[Client, None, None]:
    """A client of the cluster; the one on this machine ends with it."""
    dask: Any = import_module("distributed")
    with ExitStack() as opened:
        target = opened.enter_context(_local(workers)) if address == LOCAL else address
        try:
            client = dask.Client(target, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, ImportError) as problem:
            reason = " ".join(str(problem).split()) or type(problem).__name__
            raise BatchProblem(f"{address}: no scheduler there ({reason[:200]})") from None
        yield opened.enter_context(client)


@contextmanager
def _local(workers: int) -> Generator[Any, None, None]:
    dask: Any = import_module("distributed")
    config: Any = import_module("dask.config")
    with ExitStack() as opened:
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="vnplan-dask-"))
        opened.enter_context(config.set({"distributed.worker.daemon": False}))
        try:
            with undisturbed():
                cluster = dask.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    dashboard_address="127.0.0.1:0",
                    local_directory=folder,
                    silence_logs=logging.CRITICAL,
                )
        except (OSError, RuntimeError) as problem:
            raise BatchProblem(f"no cluster on this machine: {problem}") from problem
        yield opened.enter_context(cluster)


def _fit(client: Client) -> int:
    """The threads of a cluster whose workers run what this process runs."""
    with suppress(TimeoutError, OSError):  # asked below, in our words
        client.wait_for_workers(1, timeout=_PATIENCE)
    theirs: dict[str, str] = client.run(program)
    if not theirs:
        raise BatchProblem("the cluster has no workers")
    for worker, version in sorted(theirs.items()):
        if version != program():
            raise BatchProblem(f"{worker} runs vnplan {version}, this is {program()}")
    return sum(client.nthreads().values())


def _may_start_processes(client: Client) -> None:
    for worker, may in sorted(client.run(_free).items()):
        if not may:
            raise BatchProblem(
                f"{worker} may not start processes, which limits need: start the workers with "
                "DASK_DISTRIBUTED__WORKER__DAEMON=False"
            )
