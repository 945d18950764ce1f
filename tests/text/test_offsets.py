"""Maps from a rewritten text to its source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.offsets import OffsetMap, TextBuilder

KEEP = st.lists(st.booleans(), max_size=60)


def _without(text: str, keep: list[bool]) -> tuple[str, OffsetMap]:
    builder = TextBuilder()
    for at, (letter, kept) in enumerate(zip(text, keep, strict=False)):
        builder.add(letter if kept else "", at)
    return builder.build()


@given(KEEP, KEEP)
def test_through_leads_to_the_source_of_the_source(first: list[bool], second: list[bool]) -> None:
    source = "".join(chr(0x100 + at) for at in range(len(first)))
    middle, to_source = _without(source, first)
    last, to_middle = _without(middle, second)
    both = to_middle.through(to_source)
    assert [source[both.source(at)] for at in range(len(last))] == list(last)
    for at, letter in enumerate(last):
        assert both.derived(source.index(letter)) == at


def test_maps_are_compared_by_what_they_say() -> None:
    assert _without("abc", [True, False, True])[1] == _without("xyz", [True, False, True])[1]
    assert _without("abc", [True, False, True])[1] != _without("abc", [True, True, False])[1]
    assert len({_without("abc", [True])[1], _without("xbc", [True])[1]}) == 1
