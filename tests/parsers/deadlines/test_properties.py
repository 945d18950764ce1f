"""What holds for every text: nothing raises, spans lie inside, days are in order, cost is linear."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.deadlines import DeadlineContext, find_deadlines, find_times, search
from vnplan.records import DeadlineKind, Source
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

WORDS = [
    "từ",
    "đến",
    "trước",
    "sau",
    "trong",
    "vào",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "tuần",
    "giờ",
    "hằng",
    "hàng",
    "mỗi",
    "định",
    "kỳ",
    "thường",
    "xuyên",
    "và",
    ",",
    ";",
    ".",
    "(",
    ")",
    "-",
    "/",
    ":",
    "15",
    "12",
    "2025",
    "2026",
    "15/12",
    "15/12/2025",
    "31/02/2025",
    "12/2025",
    "II",
    "IV/2025",
    "6",
    "đầu",
    "cuối",
    "giữa",
    "giai",
    "đoạn",
    "học",
    "kỳ",
    "hè",
    "tết",
    "nguyên",
    "đán",
    "đột",
    "xuất",
    "khi",
    "có",
    "yêu",
    "cầu",
    "kể",
    "ngày",
    "ký",
    "nay",
    "lần",
    "một",
    "hết",
    "chậm",
    "nhất",
    "âm",
    "lịch",
    "giêng",
    "chạp",
    "mùng",
    "Thời",
    "gian:",
    "thứ",
    "sáu",
    "chủ",
    "nhật",
    "trở",
    "đi",
    "các",
    "tiếp",
    "theo",
    "nhận",
    "Kế",
    "hoạch",
    "này",
    "hiệu",
    "lực",
    "Luật",
    "“",
    "”",
]
phrases = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
texts = st.one_of(phrases, st.text(max_size=120), st.text(alphabet="ngàythágnăm 0123456789/.-(\n", max_size=80))  # fmt: skip


def document(text: str) -> Document:
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding="utf-8", reader="t"
    )
    return Document(text=text, source=source)


@given(texts)
def test_expressions_lie_in_the_text_and_apart(text: str) -> None:
    last = 0
    for item in find_times(text):
        assert last <= item.start < item.end <= len(text)
        last = item.end
        first, end = item.days(2025, dt.date(2025, 11, 20))
        assert first is None or end is None or first <= end
        assert item.anchor is None or item.anchor in text[item.start : item.end]


@given(texts, st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)))
def test_records_are_sound(text: str, issued_on: dt.date) -> None:
    lines = logical_lines(document(text))
    records = find_deadlines(lines, DeadlineContext(issued_on=issued_on, title="Kế hoạch năm 2026"))
    assert len({record.id for record in records}) == len(records)
    for record in records:
        assert record.span.of(text).split() == record.text.split()
        if record.start is not None and record.end is not None:
            assert record.start <= record.end
        assert record.recurrence is None or record.kind is DeadlineKind.RECURRING


@given(phrases)
def test_wide_white_space_changes_nothing(text: str) -> None:
    def said(spaced: str) -> list[tuple[str, DeadlineKind]]:
        found = find_times(spaced)
        return [(" ".join(spaced[i.start : i.end].split()), i.kind) for i in found]

    assert said(text.replace(" ", " " * 5)) == said(text.replace(" ", "  "))


HOSTILE = [
    "trong ", "đến ", "ngày ", "15/12/", "thứ hai, ", "quý, ", "hằng năm, quý, ", "sau khi ", "từ ngày 1 đến ",
    "năm 2025, ", "9h00 và ", "“", "định kỳ ", "6 tháng, ", "Thời gian: ", "tháng 1 - ", "( ", " ", "\t\t\t\t ngày",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_line_comes_through(piece: str) -> None:
    """A pattern that backtracks without bound would not end here (`benchmarks/hostile.py`)."""
    text = (piece * (10_000 // len(piece) + 1))[:10_000]
    for found in find_times(text):
        assert 0 <= found.start < found.end <= len(text)
    find_deadlines(logical_lines(document(text)), DeadlineContext(issued_on=dt.date(2025, 11, 20)))


@given(texts)
def test_no_reader_is_left_out_for_the_words_a_time_opens_with(text: str) -> None:
    sifted = find_times(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "_readers", lambda word, _: search._READERS[word])
        assert find_times(text) == sifted
