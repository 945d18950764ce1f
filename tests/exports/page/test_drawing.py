"""Pictures of boxes and links: none on another, none lost, the same every time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vnplan.exports.page.drawing import Box, Link, Picture, layered

_KEYS = st.lists(st.integers(0, 30), unique=True, max_size=12)
_LINKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40)


def _picture(left: list[int], right: list[int], links: list[tuple[int, int]]) -> Picture:
    columns = [
        (
            "graph.agencies",
            [Box(f"a{one}", f"Sở {one} " * (one % 9), "", "agency") for one in left],
        ),
        ("graph.tasks", [Box(f"t{one}", "x" * (one * 7), "", "task") for one in right]),
    ]
    return layered(
        columns, [Link(f"a{one}", f"t{two}", "own") for one, two in links], "graph.tasks"
    )


@given(_KEYS, _KEYS, _LINKS)
def test_no_box_stands_on_another(
    left: list[int], right: list[int], links: list[tuple[int, int]]
) -> None:
    picture = _picture(left, right, links)
    assert {one.box.key for one in picture.boxes} == {f"a{x}" for x in left} | {
        f"t{x}" for x in right
    }
    for column in {one.x for one in picture.boxes}:
        ordered = sorted((one for one in picture.boxes if one.x == column), key=lambda one: one.y)
        for one, two in pairwise(ordered):
            assert one.y + one.height < two.y
    for one in picture.boxes:
        assert one.x >= 0
        assert one.x + one.width <= picture.width
        assert one.y + one.height <= picture.height
        assert len(one.lines) <= 2
    kept = {(f"a{x}", f"t{y}") for x, y in links if x in left and y in right}
    assert {(curve.link.start, curve.link.end) for curve in picture.curves} == kept
    assert picture == _picture(left, right, links)


def test_a_box_stands_beside_what_it_is_linked_to() -> None:
    picture = _picture([1, 2], list(range(10)), [(1, 9), (2, 0)])
    places = {one.box.key: one.y for one in picture.boxes}
    assert places["a2"] < places["a1"]
    assert abs(places["a1"] - places["t9"]) < 12


def test_nothing_to_draw() -> None:
    assert layered([("graph.agencies", [])], [], "graph.agencies").boxes == ()
