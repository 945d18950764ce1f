"""Processes that work side by side, each on one item at a time.

Unlike the pools of the standard library, a process that dies takes only its own item with it (a
document that ate the memory, say), and all of them can be stopped at any moment.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Died:
    """The process that had an item ended before the result was there; `how` in a few words."""

    how: str


def side_by_side(
    items: Sequence[Item], work: Callable[[Item], Result], workers: int, preload: Sequence[str] = ()
) -> Generator[tuple[Item, Result | Died], None, None]:
    """Every item with its result, as they come.

    `work` and the items go to other processes by pickle; `preload` names the modules they need.
    When the iterator is closed early, or the caller is interrupted, the processes are stopped.
    """
    context = _context(preload)
    waiting = list(reversed(items))
    busy: dict[object, _Worker[Item, Result]] = {}
    try:
        while waiting or busy:
            while waiting and len(busy) < workers:
                worker: _Worker[Item, Result] = _Worker(context, work)
                busy[worker.pipe] = worker
                worker.give(waiting.pop())
            for pipe in wait([worker.pipe for worker in busy.values()]):
                worker = busy[pipe]
                item, result = worker.item, worker.take()
                if isinstance(result, Died):
                    del busy[pipe]
                elif waiting:
                    worker.give(waiting.pop())
                else:
                    busy.pop(pipe).dismiss()
                yield item, result
    finally:
        for worker in busy.values():
            worker.stop()


class _Worker(Generic[Item, Result]):
    """One process, and the pipe to it."""

    item: Item

    def __init__(self, context: BaseContext, work: Callable[[Item], Result]) -> None:
        self.pipe, theirs = context.Pipe()
        # `Process` is not declared on the base of all contexts.
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=True)  # type: ignore[attr-defined]
        with _undisturbed():
            self.process.start()
        theirs.close()

    def give(self, item: Item) -> None:
        self.item = item
        with suppress(OSError):  # it died meanwhile: `take` will find out
            self.pipe.send(item)

    def take(self) -> Result | Died:
        try:
            result: Result = self.pipe.recv()
        except (EOFError, OSError):
            self.pipe.close()
            self.process.join()
            return Died(_how(self.process.exitcode))
        return result

    def dismiss(self) -> None:
        """Lets it end by itself: nothing more will come through the pipe."""
        self.pipe.close()
        self.process.join()

    def stop(self) -> None:
        self.process.terminate()
        self.dismiss()


def _serve(pipe: Connection, work: Callable[[Item], Result]) -> None:
    """What a process does: results for items until the pipe is closed.

    A Ctrl-C in the terminal reaches every process; the first one decides what becomes of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))


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
def _undisturbed() -> Iterator[None]:
    """Ctrl-C ignored for a moment: processes started now ignore it from their first instruction."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
