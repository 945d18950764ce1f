"""Places inside the cited instrument."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation

Cite = Callable[..., tuple[Citation, ...]]

PLACES = [
    ("điểm d khoản 2 Điều 9 Luật Thuế giá trị gia tăng", {"point": "d", "clause": "2", "article": "9"}),
    ("quy định tại khoản 3, Điều 4 Nghị định số 105/2025/NĐ-CP", {"clause": "3", "article": "4"}),
    ("khoản 7 Điều 8 của Luật Bảo vệ dữ liệu cá nhân", {"clause": "7", "article": "8"}),
    ("mục 1, Phần III Công văn số 7886/HD-BNV", {"section": "1", "part": "III"}),
    ("điểm 1 Mục III Quyết định số 213/QĐ-TTg", {"point": "1", "section": "III"}),
    ("Điều 7, 8 Nghị định số 200/2025/NĐ-CP", {"article": "7, 8"}),
    ("khoản 2 Điều 11, khoản 2 Điều 12 Nghị định số 200/2025/NĐ-CP", {"clause": "2", "article": "11, 12"}),
    ("Mục II Phần B Phụ lục kèm theo Quyết định số 560/QĐ-UBND", {"section": "II", "part": "B"}),
    ("tiết 2.1 khoản 2 Mục II Chỉ thị số 01/CT-TTg", {"point": "2.1", "clause": "2", "section": "II"}),
    ("Phụ lục II Thông tư số 1/2024/TT-BTC", {"appendix": "II"}),
    ("điểm b, khoản 1 Điều 42 Nghị định số 200/2025/NĐ-CP", {"point": "b", "clause": "1", "article": "42"}),
    ("điểm c khoản 4 Mục II Nghị quyết số 347/NQ-CP", {"point": "c", "clause": "4", "section": "II"}),
    ("Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP", {"appendix": "I"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "values"), PLACES)
def test_a_place(cite: Cite, sentence: str, values: dict[str, str]) -> None:
    (citation,) = cite(sentence)
    assert citation.pinpoint is not None
    assert citation.pinpoint.model_dump(exclude_none=True, exclude={"text"}) == values
    assert citation.text.startswith(citation.pinpoint.text)


def test_a_long_list_of_places_is_one_pinpoint(cite: Cite) -> None:
    (citation,) = cite("khoản 2, khoản 3 Điều 2; khoản 5 Điều 4; Điều 35; khoản 4 Điều 38 Luật Giá")
    assert citation.pinpoint is not None
    assert (
        citation.pinpoint.text
        == "khoản 2, khoản 3 Điều 2; khoản 5 Điều 4; Điều 35; khoản 4 Điều 38"
    )
    assert citation.span.start == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Điều 2. Thay thế Quyết định số 3089/QĐ-UBND",
        "nhiệm vụ tại mục IV Kế hoạch này; Quyết định số 5/QĐ-TTg",
        "theo điểm chuẩn Luật Giá",
    ],
)
def test_no_place(cite: Cite, sentence: str) -> None:
    assert [citation.pinpoint for citation in cite(sentence)] == [None]


def test_a_place_belongs_to_the_citation_behind_it(cite: Cite) -> None:
    first, second = cite("Luật Giá, Điều 43 Nghị định số 105/2025/NĐ-CP")
    assert first.pinpoint is None
    assert second.pinpoint is not None
    assert not first.span.overlaps(second.span)
