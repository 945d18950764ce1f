"""Pages side by side: in order whatever comes first, and never more at once than there are lanes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from vnplan.readers.lanes import cores, in_order, lanes


def _odd(number: int) -> bool:
    return number % 2 == 1


@pytest.mark.parametrize("side_by_side", [1, 2, 5])
def test_in_order_whatever_is_done_first(side_by_side: int) -> None:
    def work(number: int) -> int:
        time.sleep(0.002 * (20 - number))
        return number * 100

    found = list(in_order(range(20), _odd, work, side_by_side))
    assert found == [number * 100 if number % 2 else number for number in range(20)]


def test_no_more_at_once_and_not_far_ahead() -> None:
    busy, most, asked = 0, 0, 0
    lock = threading.Lock()

    def items() -> Iterator[int]:
        nonlocal asked
        for number in range(30):
            asked = number
            yield number

    def work(number: int) -> int:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.005)
        with lock:
            busy -= 1
        return number

    for number in in_order(items(), lambda _: True, work, 3):
        assert asked <= number + 7
    assert 1 < most <= 3


@pytest.mark.parametrize("side_by_side", [1, 3])
def test_what_fails_ends_it(side_by_side: int) -> None:
    done: list[int] = []

    def work(number: int) -> int:
        if number == 2:
            raise ValueError("page 2")
        done.append(number)
        return number

    found = in_order(range(1000), lambda _: True, work, side_by_side)
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(ValueError, match="page 2"):
        next(found)
    assert len(done) < 20


def test_a_worker_has_one_lane() -> None:
    assert 1 <= lanes() <= max(1, cores())
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(lanes).result() == 1
