"""Which record answers which quote."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.evaluation.gold import GoldTask, Quoted
from vnplan.evaluation.matching import Matching, match
from vnplan.evaluation.quotes import QuoteFinder
from vnplan.records import Span


@dataclass(frozen=True)
class Record:
    text: str
    span: Span


def record(text: str, words: str, nth: int = 1) -> Record:
    """The record that covers the `nth` place of `words`, as they stand in the text."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Record(" ".join(words.split()), Span(start=at, end=at + len(words)))


def paired(text: str, quotes: list[Quoted], records: list[Record]) -> Matching[Quoted, Record]:
    return match(quotes, records, QuoteFinder(text), lambda gold, found: 0)


TEXT = (
    "Điều 1. Thực hiện Luật.\n"
    "- Xác định trách nhiệm của Sở Y tế và Sở\nTài chính, định kỳ báo cáo.\n"
    "- a) Chủ trì, phối hợp với Sở Xây dựng.\n"
)
MATCHES = [
    # quote, words of the record, does it answer
    ("Xác định trách nhiệm của Sở Y tế", "- Xác định trách nhiệm của Sở Y tế và Sở\nTài chính, định kỳ báo cáo.", True),
    ("Xác định trách nhiệm của Sở Y tế và Sở Tài chính", "trách nhiệm của Sở Y tế", True),
    # the quote runs on into the next line, the record is one word
    ("Luật. - Xác định trách nhiệm", "Luật", True),
    ("Luật. - Xác định trách nhiệm", "Thực hiện Luật", True),
    # the record starts within the quote
    ("Sở Y tế và Sở Tài chính", "Sở\nTài chính, định kỳ báo cáo.", True),
    # a neighbour is no answer
    ("Xác định trách nhiệm", "của Sở Y tế", False),
    ("định kỳ báo cáo", "Chủ trì, phối hợp với Sở Xây dựng", False),
    ("Luật", "Điều 1. Thực hiện ", False),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "words", "answers"), MATCHES)
def test_answer_by_place(quote: str, words: str, answers: bool) -> None:
    found = paired(TEXT, [Quoted(quote=quote)], [record(TEXT, words)])

    assert bool(found.pairs) is answers
    assert bool(found.missed) is not answers
    assert bool(found.extra) is not answers


WORDS_ONLY = [
    # quote that is not in the text, text of a record, does it answer
    ("Chủ trì, phối hợp với Sở Xây lắp", "- a) Chủ trì, phối hợp với Sở Xây lắp tổ chức", True),
    ("a) Chủ trì, phối hợp với Sở Xây lắp", "Chủ trì, phối hợp với Sở Xây lắp tổ chức", True),
    ("phấn đấu 100% học sinh, sinh viên được tuyên truyền", "100% học sinh, sinh viên được tuyên truyền về khởi nghiệp", True),
    ("Luật. - Ban hành quy chế", "thi hành Luật. - Ban hành quy", True),
    ("Chủ trì, phối hợp với Sở Xây lắp", "Chủ trì, phối hợp với Sở Nội vụ", False),
    ("báo cáo Sở Xây lắp trước ngày 30", "trước ngày 15 hằng tháng, gửi Sở Xây lắp để theo dõi", False),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "words", "answers"), WORDS_ONLY)
def test_a_quote_that_is_not_in_the_text_is_compared_by_its_words(
    quote: str, words: str, answers: bool
) -> None:
    found = paired("Kế hoạch", [Quoted(quote=quote)], [Record(words, Span(start=0, end=8))])

    assert bool(found.pairs) is answers
    assert [missed.quoted for missed in found.missed] == ([] if answers else [False])


def test_the_nth_place_is_answered_by_the_record_there() -> None:
    text = "định kỳ báo cáo; rà soát định kỳ; định kỳ tổng kết"
    quotes = [Quoted(quote="định kỳ", nth=2), Quoted(quote="định kỳ", nth=3)]
    records = [record(text, "định kỳ", nth) for nth in (3, 1, 2)]

    found = paired(text, quotes, records)

    assert found.pairs == ((quotes[0], records[2]), (quotes[1], records[0]))
    assert found.extra == (records[1],)


def test_a_record_is_used_once() -> None:
    text = "Chủ trì kiểm tra và báo cáo kết quả kiểm tra."
    quotes = [Quoted(quote="Chủ trì kiểm tra"), Quoted(quote="báo cáo kết quả")]
    whole = record(text, text)

    found = paired(text, quotes, [whole])

    assert found.pairs == ((quotes[0], whole),)
    assert [missed.gold for missed in found.missed] == [quotes[1]]


def test_the_record_that_starts_with_the_quote_wins_over_the_one_around_it() -> None:
    text = "5. Sở Tài chính: - Cân đối ngân sách. - Hướng dẫn thanh toán."
    block = record(text, text)
    bullets = [record(text, "- Cân đối ngân sách."), record(text, "- Hướng dẫn thanh toán.")]
    quotes = [Quoted(quote="Cân đối ngân sách"), Quoted(quote="Hướng dẫn thanh toán")]

    found = paired(text, quotes, [block, *bullets])

    assert [pair[1] for pair in found.pairs] == bullets
    assert found.extra == (block,)


def test_agreeing_key_fields_tell_records_of_one_place_apart() -> None:
    text = "Phấn đấu 70% các trường có ít nhất 05 ý tưởng"
    quotes = [Quoted(quote="70% các trường"), Quoted(quote="ít nhất 05 ý tưởng")]
    first, second = (Record(figure, Span(start=0, end=len(text))) for figure in ("5", "70"))

    found = match(
        quotes,
        [first, second],
        QuoteFinder(text),
        lambda gold, found: int({"5": "ít", "70": "70%"}[found.text] == gold.quote.split()[0]),
    )

    assert found.pairs == ((quotes[0], second), (quotes[1], first))


def test_a_neighbour_that_agrees_does_not_win_over_the_record_of_the_place() -> None:
    text = "Tổ chức 02 lớp tập huấn, 03 lớp bồi dưỡng"
    quote = Quoted(quote="Tổ chức 02 lớp tập huấn, 03")
    here, neighbour = record(text, "Tổ chức 02 lớp tập huấn"), record(text, "03 lớp bồi dưỡng")

    found = match(
        [quote], [neighbour, here], QuoteFinder(text), lambda gold, found: int(found is neighbour)
    )

    assert found.pairs == ((quote, here),)


def test_records_that_cannot_be_the_same_never_pair_but_are_shown() -> None:
    text = "Kế hoạch số 86/KH-UBND"
    quote, found_there = Quoted(quote=text), record(text, text)

    found = match([quote], [found_there], QuoteFinder(text), lambda gold, record: None)

    assert not found.pairs
    assert found.missed[0].near is found_there
    assert found.missed[0].quoted


@given(st.data())
def test_every_side_is_used_once_and_the_order_of_records_does_not_matter(
    data: st.DataObject,
) -> None:
    text = "Sở Y tế báo cáo, Sở Y tế tổng kết, Sở Y tế rà soát định kỳ báo cáo"
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30))
    cuts = data.draw(st.lists(spans, max_size=8, unique=True))
    records = [
        Record(text[start : start + length] or "x", Span(start=start, end=start + length))
        for start, length in cuts
    ]
    quotes = data.draw(
        st.lists(
            st.builds(
                GoldTask,
                quote=st.sampled_from(["Sở Y tế", "báo cáo", "Sở Y tế tổng kết", "định kỳ"]),
                nth=st.integers(1, 3),
            ),
            max_size=6,
            unique_by=lambda quote: (quote.quote, quote.nth),
        )
    )
    finder = QuoteFinder(text)

    found = match(quotes, records, finder, lambda gold, record: 0)
    again = match(quotes, records[::-1], finder, lambda gold, record: 0)

    used = [id(pair[1]) for pair in found.pairs]
    assert len(set(used)) == len(used)
    assert len(found.pairs) + len(found.missed) == len(quotes)
    assert len(found.pairs) + len(found.extra) == len(records)
    assert {(pair[0].quote, pair[0].nth, pair[1].span) for pair in found.pairs} == {
        (pair[0].quote, pair[0].nth, pair[1].span) for pair in again.pairs
    }
