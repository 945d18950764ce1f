"""The most memory a process may take."""

from __future__ import annotations

import pytest

from vnplan.exports.limits import NO_LIMITS, Limits, memory_can_be_limited
from vnplan.exports.workers import Exhausted, side_by_side

# Functions of the test cannot be reached by a clean process; `eval` can.
LIMITED = "__import__('vnplan.exports.limits').exports.limits.limit_memory({})"


def test_no_limits_are_none() -> None:
    assert not NO_LIMITS
    assert Limits(seconds=1.0)
    assert Limits(megabytes=1)


@pytest.mark.skipif(not memory_can_be_limited(), reason="this system does not limit memory")
def test_what_takes_more_ends_and_the_others_go_on() -> None:
    items = [
        f"({LIMITED.format(64)}, len(bytearray(128 * 2**20)))[1]",
        f"({LIMITED.format(64)}, len(bytearray(16 * 2**20)))[1]",
        f"({LIMITED.format(256)}, len(bytearray(128 * 2**20)))[1]",
    ]
    found = dict(side_by_side(items, eval, 1))
    assert list(found.values()) == [Exhausted(), 16 * 2**20, 128 * 2**20]
