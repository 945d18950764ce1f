"""Stretches cut out of a document, with all spans moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnplan.readers.cutting import merged, without
from vnplan.records import Source, Span
from vnplan.text.document import Cell, Document, Style, StyleKind, Table

SOURCE = Source(media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")


def test_spans_move_with_their_text() -> None:
    text = "menu\nKẾ HOẠCH\n|\nmột\n|\nhai\n|\ncuối"
    at = text.index

    def span(words: str) -> Span:
        return Span(start=at(words), end=at(words) + len(words))

    cells = (Cell(span("một"), 0, 0), Cell(span("hai"), 0, 1))
    document = Document(
        text=text,
        source=SOURCE,
        pages=(Span(start=0, end=len(text)),),
        tables=(Table(Span(start=at("|"), end=at("cuối") - 1), cells),),
        styles=(Style(StyleKind.BOLD, span("KẾ HOẠCH")), Style(StyleKind.BOLD, span("menu"))),
    )
    bars = [(place, place + 2) for place, letter in enumerate(text) if letter == "|"]
    cut = without(document, [(0, 5), *bars])
    assert cut.text == "KẾ HOẠCH\nmột\nhai\ncuối"
    assert [style.span.of(cut.text) for style in cut.styles] == ["KẾ HOẠCH"]
    assert [cell.span.of(cut.text) for cell in cut.tables[0].cells] == ["một", "hai"]
    assert cut.pages == (Span(start=0, end=len(cut.text)),)
    assert cut.source_map is not None
    assert cut.source_map.source(cut.text.index("hai")) == at("hai")


def test_known_wraps_move_with_their_lines() -> None:
    document = Document(text="menu\na\nb\nc", source=SOURCE, wraps=(4, 6, 8))
    assert without(document, [(0, 5)]).wraps == (1, 3)
    assert without(document, [(5, 7)]).wraps == (4, 6)


def test_a_table_goes_with_its_text() -> None:
    table = Table(Span(start=2, end=4), (Cell(Span(start=2, end=4), 0, 0),))
    document = Document(text="a\nbc\nd", source=SOURCE, tables=(table,))
    assert without(document, [(1, 5)]).tables == ()


def test_nothing_to_cut() -> None:
    document = Document(text="abc", source=SOURCE)
    assert without(document, [(1, 1)]) is document


RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda r: (min(r), max(r))))


@given(st.text(min_size=30, max_size=30), RANGES)
def test_what_is_kept_is_what_was_not_cut(text: str, ranges: list[tuple[int, int]]) -> None:
    cut = without(Document(text=text, source=SOURCE), ranges)
    kept = [place for place in range(30) if not any(a <= place < b for a, b in ranges)]
    assert cut.text == "".join(text[place] for place in kept)
    if cut.source_map is not None:
        assert [cut.source_map.source(at) for at in range(len(kept))] == kept
    assert all(a < b for a, b in merged(ranges))
