"""A text cut at every end of a span: nothing is lost, nothing stands twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vnplan.exports.page.segments import MOST_AT_ONE_PLACE, Marking, segments

_MARKINGS = st.lists(
    st.builds(
        lambda start, length, rank, number: Marking(
            start, start + length, (rank,), f"t{number}", "task"
        ),
        st.integers(-2, 30),
        st.integers(-1, 20),
        st.integers(0, 3),
        st.integers(0, 9),
    ),
    max_size=14,
)


@given(_MARKINGS)
def test_every_character_names_its_records(markings: list[Marking]) -> None:
    length = 24
    pieces = segments(markings, length)
    assert all(piece.start < piece.end for piece in pieces)
    assert all(one.end <= two.start for one, two in pairwise(pieces))
    seen = {at: set(piece.markings) for piece in pieces for at in range(piece.start, piece.end)}
    for at in range(length):
        assert seen.get(at, set()) == {one for one in markings if one.start <= at < one.end}


@given(_MARKINGS)
def test_the_first_is_the_one_to_be_seen(markings: list[Marking]) -> None:
    for piece in segments(markings, 24):
        ranks = [marking.rank for marking in piece.markings]
        assert ranks == sorted(ranks)


def test_ten_thousand_records_at_one_place_cost_little() -> None:
    markings = [Marking(at, 40_000 - at, (at,), f"t{at}", "task") for at in range(10_000)]
    pieces = segments(markings, 40_000)
    assert max(len(piece.markings) for piece in pieces) == MOST_AT_ONE_PLACE
    assert len(pieces) == 19_999
