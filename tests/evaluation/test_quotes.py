"""Where a quote stands in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.evaluation.quotes import QuoteFinder

FOUND = [
    # text, quote, nth, what the span covers
    ("thực hiện Quyết định số 86/KH-UBND", "Quyết định số 86/KH-UBND", 1, "Quyết định số 86/KH-UBND"),
    # wraps undone, white space collapsed, case folded
    ("MỤC\nĐÍCH,  YÊU\tCẦU", "mục đích, yêu cầu", 1, "MỤC\nĐÍCH,  YÊU\tCẦU"),
    ("của Sở Lao động\n- Thương binh và Xã hội", "Sở Lao động - Thương binh", 1, "Sở Lao động\n- Thương binh"),
    ("ngày 08\u00a0tháng 11", "ngày 08 tháng 11", 1, "ngày 08\u00a0tháng 11"),
    # case-folded occurrences count in reading order
    ("trong năm 2019; Năm 2019 – 2020; NĂM 2019", "năm 2019", 2, "Năm 2019"),
    ("trong năm 2019; Năm 2019 – 2020; NĂM 2019", "năm 2019", 3, "NĂM 2019"),
    ("LUẬT ĐÊ ĐIỀU … Luật Đê điều", "Luật Đê điều", 2, "Luật Đê điều"),
    # a quote that runs on into the next item or the next cell
    ("thi hành Luật.\n\n- Xác định trách nhiệm", "Luật. - Xác định", 1, "Luật.\n\n- Xác định"),
    ("|\nThường xuyên\n|\n|\n4\n|\nTổ chức", "Thường xuyên 4 Tổ chức", 1, "Thường xuyên\n|\n|\n4\n|\nTổ chức"),
    ("| Quý III | Năm 2026 |\n|-----|-----|\n| Quý IV |", "Năm 2026 Quý IV", 1, "Năm 2026 |\n|-----|-----|\n| Quý IV"),
    # emphasis marks on either side
    ("**Th****ực hiện** Kế hoạch", "Thực hiện Kế hoạch", 1, "Th****ực hiện** Kế hoạch"),
    ("Thực hiện Kế hoạch", "**Thực hiện** Kế hoạch", 1, "Thực hiện Kế hoạch"),
    # decomposed letters in the annotation
    ("Sở Y tế", "So\u031b\u0309 Y t\u00ea\u0301", 1, "Sở Y tế"),
    # slips of the document are quoted as they stand; the repaired spelling is another string
    ("số 78/2021/NĐ-CP và số 78/2021/NĐ -CP", "số 78/2021/NĐ -CP", 1, "số 78/2021/NĐ -CP"),
    # another dash, other quotation marks, another tone placement: only when nothing else is there
    ("giai đoạn 2021 – 2025", "giai đoạn 2021 - 2025", 1, "giai đoạn 2021 – 2025"),
    ("Đề án \"Khởi nghiệp\" tỉnh", "Đề án “Khởi nghiệp” tỉnh", 1, "Đề án \"Khởi nghiệp\" tỉnh"),
    ("Uỷ ban nhân dân hoà giải", "Ủy ban nhân dân hòa giải", 1, "Uỷ ban nhân dân hoà giải"),
    ("2019 – 2020, 2019 - 2020, 2019 – 2020", "2019 – 2020", 2, "2019 – 2020"),
]  # fmt: skip

NOT_FOUND = [
    ("Quyết định số 86/KH-UBND", "Quyết định số 87/KH-UBND", 1),
    ("trong năm 2019", "năm 2019", 2),
    ("", "năm 2019", 1),
    # letters alone never take a part of a word: "năm 2019" is not in "năm 20191"
    ("kỳ luật-gia", "Luật gia", 2),
    ("Hằng-năm2019", "hằng năm", 1),
]


@pytest.mark.parametrize(("text", "quote", "nth", "covered"), FOUND)
def test_quote_is_found(text: str, quote: str, nth: int, covered: str) -> None:
    place = QuoteFinder(text).find(quote, nth)

    assert place is not None
    assert place.of(text) == covered


def test_the_second_dash_is_counted_by_its_own_spelling() -> None:
    text = "2019 – 2020, 2019 - 2020, 2019 – 2020"

    place = QuoteFinder(text).find("2019 – 2020", 2)

    assert place is not None
    assert place.start == text.rindex("2019 –")


@pytest.mark.parametrize(("text", "quote", "nth"), NOT_FOUND)
def test_quote_is_not_found(text: str, quote: str, nth: int) -> None:
    assert QuoteFinder(text).find(quote, nth) is None


@given(
    words=st.lists(
        st.sampled_from(["Sở", "Y", "tế,", "Luật", "số", "9", "–", "NĂM", "hoà"]),
        min_size=1,
        max_size=30,
    ),
    blanks=st.lists(st.sampled_from([" ", "\n", "  ", "\n|\n", " ** "]), min_size=30, max_size=30),
    cut=st.tuples(st.integers(0, 29), st.integers(1, 6)),
)
def test_any_run_of_words_is_found_whatever_stands_between_them(
    words: list[str], blanks: list[str], cut: tuple[int, int]
) -> None:
    text = "".join(word + blank for word, blank in zip(words, blanks, strict=False))
    start, length = cut[0] % len(words), cut[1]
    wanted = words[start : start + length]

    place = QuoteFinder(text).find(" ".join(wanted))

    assert place is not None
    covered = place.of(text).replace("|", " ").replace("*", " ").casefold().split()
    assert covered == [word.casefold() for word in wanted]
