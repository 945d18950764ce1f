from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vnplan.records import Span

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
    lambda ends: Span(start=min(ends), end=max(ends))
)


def test_of_counts_code_points() -> None:
    assert Span(start=3, end=11).of("I. MỤC ĐÍCH") == "MỤC ĐÍCH"


@pytest.mark.parametrize(
    ("start", "end"),
    [(3, 2), (-1, 2), (-2, -1), (0, None), ("0", 1), (0.0, 1), (True, 1)],
)
def test_bad_ends_are_refused(start: object, end: object) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate({"start": start, "end": end})


def test_an_empty_span_is_there_all_the_same() -> None:
    empty = Span(start=4, end=4)
    assert len(empty) == 0
    assert bool(empty)


@given(spans, spans)
def test_contains_and_overlaps_agree_with_sets_of_positions(one: Span, other: Span) -> None:
    positions, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) is bool(positions & others)
    assert one.overlaps(other) is other.overlaps(one)
    if len(other):
        assert one.contains(other) is (others <= positions)
    assert len(one) == len(positions)


@given(spans)
def test_spans_are_values(span: Span) -> None:
    assert span == Span(start=span.start, end=span.end)
    assert len({span, Span(start=span.start, end=span.end)}) == 1
