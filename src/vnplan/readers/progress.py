"""How far a reader is with a long document: for whoever watches, silent otherwise.

    with watching(lambda done, total: print(done, total)):
        read_file("scan.pdf")

Only for the thread that called `watching`: what other processes read is not seen here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watch = Callable[[int, int | None], None]
"""Called with the pages done and, where it is known, the number of pages."""

_watch: ContextVar[Watch | None] = ContextVar("vnplan_progress", default=None)


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Calls `watch` after each page that is read within the block."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def page_done(done: int, total: int | None = None) -> None:
    """A reader has finished page `done` of `total`."""
    watch = _watch.get()
    if watch is not None:
        watch(done, total)
