"""Processes that work side by side, each on one item at a time.

Unlike the pools of the standard library, a process that dies takes only its own item with it (a
document that ate the memory, say), one that takes too long is replaced, and all of them can be
stopped at any moment. None outlives the process that started it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Died:
    """The process that had an item ended before the result was there; `how` in a few words."""

    how: str


@dataclass(frozen=True, slots=True)
class Late:
    """The item took longer than it may; its process was ended."""


@dataclass(frozen=True, slots=True)
class Exhausted:
    """The item took more memory than there is, or than it may; its process was ended."""


Lost = Died | Late | Exhausted
"""Why there is no result."""


def side_by_side(
    items: Iterable[Item],
    work: Callable[[Item], Result],
    workers: int,
    *,
    preload: Sequence[str] = (),
    seconds: float | None = None,
    on_death: Callable[[], None] | None = None,
) -> Generator[tuple[Item, Result | Lost], None, None]:
    """Every item with its result, as they come; `seconds` is the most that one may take.

    An item whose process died is tried once more when all others are done, with no other process
    beside it: when the memory runs out, the system kills one process, not always the one to blame.
    `on_death` is told of each such death: what the process was writing may lie about.

    `work` and the items go to other processes by pickle; `preload` names the modules they need.
    When the iterator is closed early, or the caller is interrupted, the processes are stopped.
    """
    crew = _Crew[Item, Result](work, preload, seconds)
    again: list[Item] = []
    try:
        for item, result in crew.results(iter(items), workers):
            if isinstance(result, Died):
                again.append(item)
                if on_death is not None:
                    on_death()
            else:
                yield item, result
        yield from crew.results(iter(again), 1)
    finally:
        crew.stop()


class _Crew(Generic[Item, Result]):
    """The processes that are there, and what each has in hand."""

    def __init__(
        self, work: Callable[[Item], Result], preload: Sequence[str], seconds: float | None
    ) -> None:
        self.work = work
        self.preload = preload
        self.seconds = seconds
        self.context = _context(preload)
        self.busy: dict[object, _Worker[Item, Result]] = {}

    def results(
        self, waiting: Iterator[Item], workers: int
    ) -> Generator[tuple[Item, Result | Lost], None, None]:
        """What becomes of all that waits, with so many processes."""
        while True:
            self._staff(waiting, workers)
            if not self.busy:
                return
            for worker in self._heard():
                item, result = worker.item, worker.take()
                if isinstance(result, _Ready):
                    worker.until = self._until()
                    continue
                if isinstance(result, Lost):
                    del self.busy[worker.pipe]
                else:
                    self._on(worker, waiting)
                yield item, result
            for worker in self._overdue():
                del self.busy[worker.pipe]
                worker.stop()
                yield worker.item, Late()

    def _staff(self, waiting: Iterator[Item], workers: int) -> None:
        """A process for what waits, as long as there are too few of them."""
        while len(self.busy) < workers:
            try:
                item = next(waiting)
            except StopIteration:
                return
            worker = _Worker[Item, Result](self.context, self.work, self.preload)
            self.busy[worker.pipe] = worker
            worker.give(item)

    def _on(self, worker: _Worker[Item, Result], waiting: Iterator[Item]) -> None:
        """The next item for a process that is done with one."""
        try:
            item = next(waiting)
        except StopIteration:
            self.busy.pop(worker.pipe).dismiss()
            return
        worker.give(item)
        worker.until = self._until()

    def _until(self) -> float | None:
        return None if self.seconds is None else time.monotonic() + self.seconds

    def _heard(self) -> list[_Worker[Item, Result]]:
        """Those that have something to say, waiting for one until the first is overdue."""
        ends = [worker.until for worker in self.busy.values() if worker.until is not None]
        patience = max(0.0, min(ends) - time.monotonic()) if ends else None
        ready = wait([worker.pipe for worker in self.busy.values()], patience)
        return [self.busy[pipe] for pipe in ready]

    def _overdue(self) -> list[_Worker[Item, Result]]:
        now = time.monotonic()
        return [
            worker
            for worker in self.busy.values()
            if worker.until is not None and worker.until <= now and not worker.pipe.poll()
        ]

    def stop(self) -> None:
        """Ends all of them, whatever they have in hand."""
        while self.busy:
            self.busy.popitem()[1].stop()


@dataclass(frozen=True, slots=True)
class _Ready:
    """The first word of a process: it has what it needs, and its time begins."""


class _Worker(Generic[Item, Result]):
    """One process, and the pipe to it."""

    item: Item
    until: float | None = None

    def __init__(
        self, context: BaseContext, work: Callable[[Item], Result], needs: Sequence[str]
    ) -> None:
        self.pipe, theirs = context.Pipe()
        # `Process` is not declared on the base of all contexts.
        self.process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, work, needs), daemon=True
        )
        with undisturbed():
            self.process.start()
        theirs.close()

    def give(self, item: Item) -> None:
        self.item = item
        with suppress(OSError):  # it died meanwhile: `take` will find out
            self.pipe.send(item)

    def take(self) -> Result | Lost | _Ready:
        try:
            result: Result | Exhausted | _Ready = self.pipe.recv()
        except (EOFError, OSError):
            self.dismiss()
            return Died(_how(self.process.exitcode))
        if isinstance(result, Exhausted):
            self.dismiss()
        return result

    def dismiss(self) -> None:
        """Lets it end by itself: nothing more will come through the pipe."""
        self.pipe.close()
        self.process.join()

    def stop(self) -> None:
        """Ends it at once, and the programs that work for it."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (AttributeError, OSError):  # no such groups here, or it has none yet
            self.process.kill()
        self.dismiss()


def _serve(pipe: Connection, work: Callable[[Item], object], needs: Sequence[str]) -> None:
    """What a process does: results for items until the pipe is closed.

    A Ctrl-C in the terminal reaches every process; the first one decides what becomes of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError):
        os.setpgid(0, 0)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    for module in needs:
        import_module(module)
    with suppress(EOFError, OSError):
        pipe.send(_Ready())
        while True:
            item = pipe.recv()
            try:
                pipe.send(work(item))
            except MemoryError:
                pipe.send(Exhausted())
                return


def _end_with_the_first() -> None:
    """Ends this process when the one that started it is gone, even if it was killed."""
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _how(status: int | None) -> str:
    if status is not None and status < 0:
        with suppress(ValueError):
            return f"killed by {signal.Signals(-status).name}"
    return f"exit status {status}"


def _context(preload: Sequence[str]) -> BaseContext:
    """Clean processes: a fork of this one would copy the locks of the thread that draws the bar."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C ignored for a moment: processes started now ignore it from their first instruction."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
