"""Processes side by side: every item gets its result, or is told to have none."""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

from vnplan.exports.workers import Died, side_by_side

# Functions of the test cannot be reached by a clean process; `eval` can.
evaluated: Callable[[str], Any] = eval


def _results(items: list[str], workers: int) -> dict[str, object]:
    return dict(side_by_side(items, evaluated, workers))


def test_every_item_has_its_result() -> None:
    items = [f"{number} * 2" for number in range(20)]
    assert _results(items, 2) == {item: eval(item) for item in items}
    assert multiprocessing.active_children() == []


def test_no_items_no_processes() -> None:
    assert _results([], 4) == {}


def test_a_process_that_dies_takes_only_its_own_item_with_it() -> None:
    items = [
        *("1", "__import__('os')._exit(3)", "2", "3"),
        "__import__('os').kill(__import__('os').getpid(), 9)",
        *("4", "5"),
    ]
    found = _results(items, 2)
    assert found[items[1]] == Died("exit status 3")
    assert found[items[4]] == Died("killed by SIGKILL")
    assert {found[item] for item in ("1", "2", "3", "4", "5")} == {1, 2, 3, 4, 5}
    assert multiprocessing.active_children() == []


def test_closing_early_stops_the_processes() -> None:
    items = ["1", *["__import__('time').sleep(60)"] * 3]
    start = time.monotonic()
    with closing(side_by_side(items, evaluated, 2)) as found:
        assert next(found) == ("1", 1)
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start < 30


def test_a_process_killed_from_outside_is_noticed() -> None:
    """What the system does when the memory runs out."""

    def kill() -> None:
        while not multiprocessing.active_children():
            time.sleep(0.01)
        multiprocessing.active_children()[0].kill()

    thread = threading.Thread(target=kill)
    thread.start()
    found = _results(["__import__('time').sleep(60)"], 1)
    thread.join()
    assert list(found.values()) == [Died("killed by SIGKILL")]


def test_the_way_ctrl_c_is_handled_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    _results(["1"], 1)
    assert signal.getsignal(signal.SIGINT) is before


def test_processes_ignore_the_ctrl_c_of_the_terminal() -> None:
    asked = "__import__('signal').getsignal(2).name"
    assert list(_results([asked], 1).values()) == ["SIG_IGN"]
