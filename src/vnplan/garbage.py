"""Python's search for cycles, put off while many objects are made that form none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Until the block ends nobody looks for cycles of objects that nothing else refers to.

    Words, runs and records have none, and looking for them takes a twentieth of the time of a PDF
    and half of that of an index. The switch is the whole program's: in other threads the search
    rests as well. Blocks within blocks, and in several threads, leave it as it was.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
