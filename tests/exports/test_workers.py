"""Processes side by side: every item gets its result, or is told to have none."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from vnplan.exports.workers import Died, Exhausted, Late, side_by_side

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


def test_an_item_whose_process_died_is_tried_once_more_alone(tmp_path: Path) -> None:
    """The first time it kills itself, the second time it finds its mark and looks who is there."""
    mark = tmp_path / "mark"
    dies = (
        f"(__import__('pathlib').Path({str(mark)!r}).exists() and 'alive') or"
        f" (__import__('pathlib').Path({str(mark)!r}).touch(),"
        " __import__('os').kill(__import__('os').getpid(), 9))"
    )
    found = list(side_by_side([dies, "1", "2", "3"], evaluated, 2))
    assert found[-1] == (dies, "alive")
    assert sorted(item for item, _ in found) == sorted([dies, "1", "2", "3"])


def test_what_takes_too_long_is_ended_and_the_others_go_on(tmp_path: Path) -> None:
    """With the program it waits for: its process identifier is in `mark`."""
    mark = tmp_path / "mark"
    waits = (
        f"(p := __import__('subprocess').Popen(['sleep', '60']),"
        f" __import__('pathlib').Path({str(mark)!r}).write_text(str(p.pid)), p.wait())"
    )
    items = ["1", waits, "2", "3"]
    found = dict(side_by_side(items, evaluated, 2, seconds=1))
    assert found == {"1": 1, waits: Late(), "2": 2, "3": 3}
    assert multiprocessing.active_children() == []
    assert _ended(int(mark.read_text()))


def test_the_time_of_an_item_begins_when_its_process_is_ready() -> None:
    """Loading a module is no fault of the first document."""
    items = ["1", "2"]
    slow = ("vnplan.exports.workers", "vnplan.lexicon.agencies")
    assert dict(side_by_side(items, evaluated, 1, preload=slow, seconds=5)) == {"1": 1, "2": 2}


def test_a_process_without_memory_is_replaced() -> None:
    items = ["1", "bytearray(2**62)", "2"]
    assert list(_results(items, 1).values()) == [1, Exhausted(), 2]


def test_no_process_outlives_the_first(tmp_path: Path) -> None:
    """Killed without a chance to say goodbye, while its worker is deep in work."""
    mark = tmp_path / "mark"
    work = (
        f"(__import__('pathlib').Path({str(mark)!r}).write_text(str(__import__('os').getpid())),"
        " __import__('time').sleep(60))"
    )
    script = (
        f"from vnplan.exports.workers import side_by_side\nlist(side_by_side([{work!r}], eval, 1))"
    )
    first = subprocess.Popen([sys.executable, "-c", script])
    _until(lambda: mark.exists() and bool(mark.read_text()))
    first.kill()
    first.wait()
    worker = int(mark.read_text())
    _until(lambda: _ended(worker))


def _ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def _until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_closing_early_stops_the_processes() -> None:
    items = ["1", *["__import__('time').sleep(60)"] * 3]
    start = time.monotonic()
    with closing(side_by_side(items, evaluated, 2)) as found:
        assert next(found) == ("1", 1)
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start < 30


def test_a_process_killed_from_outside_is_noticed() -> None:
    """What the system does when the memory runs out: another process ends it."""
    killed = (
        "(__import__('subprocess').run(['kill', '-KILL', str(__import__('os').getpid())]),"
        " __import__('time').sleep(60))"
    )
    found = _results([killed], 1)
    assert list(found.values()) == [Died("killed by SIGKILL")]


def test_the_way_ctrl_c_is_handled_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    _results(["1"], 1)
    assert signal.getsignal(signal.SIGINT) is before


def test_processes_ignore_the_ctrl_c_of_the_terminal() -> None:
    asked = "__import__('signal').getsignal(2).name"
    assert list(_results([asked], 1).values()) == ["SIG_IGN"]
