"""Pages that are recognised side by side: OCR takes a second a page and one core.

A worker of a batch recognises one page at a time: its siblings have the other cores. A process that
is nobody's worker uses all of them for the document it reads.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

Item = TypeVar("Item")

_MOST: Final = 8
"""Each lane holds a model and the picture of a page, some 50 MB."""


def lanes() -> int:
    """How many pages of a document are recognised at the same time in this process."""
    if multiprocessing.parent_process() is not None:
        return 1
    return min(cores(), _MOST)


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def in_order(
    items: Iterable[Item],
    wanted: Callable[[Item], bool],
    work: Callable[[Item], Item],
    side_by_side: int,
) -> Iterator[Item]:
    """The items in their order, those that are `wanted` as `work` makes them.

    So many works are done at the same time, in threads; `items` and `wanted` are asked in that of
    the caller, at most two works a lane ahead of what was taken. When a work fails, or the caller
    stops, those not begun are dropped.
    """
    if side_by_side == 1:
        for item in items:
            yield work(item) if wanted(item) else item
        return
    pool = ThreadPoolExecutor(side_by_side, thread_name_prefix="vnplan-page")
    ahead: deque[Item | Future[Item]] = deque()
    working = 0
    try:
        for item in items:
            if wanted(item):
                ahead.append(pool.submit(work, item))
                working += 1
            else:
                ahead.append(item)
            while ahead and (working > 2 * side_by_side or not isinstance(ahead[0], Future)):
                first = ahead.popleft()
                working -= isinstance(first, Future)
                yield first.result() if isinstance(first, Future) else first
        for rest in ahead:
            yield rest.result() if isinstance(rest, Future) else rest
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
