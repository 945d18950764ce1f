"""Lists in parentheses, whose head stands before them, and lists in the titles of their members."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation

Cite = Callable[..., tuple[Citation, ...]]

DECREES = (
    "các Nghị định của Chính phủ quy định chi tiết thi hành một số điều của Luật Quy hoạch"
    " (Số 37/2019/NĐ-CP ngày 07/5/2019, số 58/2023/NĐ-CP ngày 12/8/2023 sửa đổi, bổ sung một số"
    " điều của Nghị định số 37/2019/NĐ-CP và số 22/2025/NĐ-CP ngày 11/02/2025 sửa đổi, bổ sung một"
    " số điều của Nghị định số 37/2019/NĐ-CP);"
)


def _row(citation: Citation) -> str:
    number = citation.number.canonical if citation.number is not None else citation.title
    return f"{number} {citation.issued_on} {citation.relation.value}"


def test_members_share_the_cue_before_the_head(cite: Cite) -> None:
    found = cite(f"Căn cứ {DECREES}")
    assert [_row(citation) for citation in found] == [
        "Luật Quy hoạch None guides",
        "37/2019/NĐ-CP 2019-05-07 legal_basis",
        "58/2023/NĐ-CP 2023-08-12 legal_basis",
        "37/2019/NĐ-CP 2019-05-07 amends",
        "22/2025/NĐ-CP 2025-02-11 legal_basis",
        "37/2019/NĐ-CP 2019-05-07 amends",
    ]
    assert found[2].title == "sửa đổi, bổ sung một số điều của Nghị định số 37/2019/NĐ-CP"
    assert found[3].within == found[2].id
    assert found[4].within is None
    assert found[5].within == found[4].id


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Thực hiện Quyết định số 991/QĐ-TTg ngày 16/9/2024 phê duyệt Quy hoạch mạng lưới và các"
            " Quyết định của Bộ trưởng Bộ Y tế phê duyệt điều chỉnh Quy hoạch đến năm 2045 (Số"
            " 1226/QĐ-BYT ngày 29/4/2025 và số 2657/QĐ-BYT ngày 29/7/2025)",
            ["991/QĐ-TTg 2024-09-16 implements", "1226/QĐ-BYT 2025-04-29 implements", "2657/QĐ-BYT 2025-07-29 implements"],
        ),
        (
            "Căn cứ Nghị quyết số 43/NQ-HĐND ngày 05/7/2019; các Nghị quyết của HĐND tỉnh về phân bổ vốn (12/NQ-HĐND"
            " ngày 10/12/2019, 15/NQ-HĐND ngày 09/7/2020)",
            ["43/NQ-HĐND 2019-07-05 legal_basis", "12/NQ-HĐND 2019-12-10 legal_basis", "15/NQ-HĐND 2020-07-09 legal_basis"],
        ),
        # a parenthesis after a name without "các …" is no list of that name
        (
            "Rà soát Quy hoạch mạng lưới (Số 1226/QĐ-BYT ngày 29/4/2025)",
            ["1226/QĐ-BYT 2025-04-29 refers"],
        ),
    ],
)  # fmt: skip
def test_heads(cite: Cite, sentence: str, rows: list[str]) -> None:
    assert [_row(citation) for citation in cite(sentence)] == rows


def test_issuer_in_the_head(cite: Cite) -> None:
    found = cite(
        "các Quyết định của Bộ trưởng Bộ Y tế phê duyệt Đề án (số 12/QĐ-BYT và số 15/QĐ-BYT)"
    )
    assert [citation.issuer for citation in found] == ["Bộ trưởng Bộ Y tế"] * 2


def test_a_plural_in_a_title_keeps_its_members(cite: Cite) -> None:
    found = cite(
        "Nghị định số 10/2024/NĐ-CP sửa đổi, bổ sung một số điều của các Nghị định số 12/2018/NĐ-CP"
        " và số 15/2019/NĐ-CP ngày 02/3/2019"
    )
    assert [citation.within for citation in found] == [None, found[0].id, found[0].id]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Căn cứ QĐ số 1982/QĐ-TTg ngày 18/10/2016 và CV số 123/UBND-VX; NĐ số 81/2021/NĐ-CP; TT 09/2009/TT-BGDĐT",
            ["QĐ số 1982/QĐ-TTg ngày 18/10/2016", "CV số 123/UBND-VX", "NĐ số 81/2021/NĐ-CP", "TT 09/2009/TT-BGDĐT"],
        ),
        ("Căn cứ UBND 12/KH-UBND", ["12/KH-UBND"]),
    ],
)  # fmt: skip
def test_abbreviated_type_words(cite: Cite, sentence: str, rows: list[str]) -> None:
    found = cite(sentence)
    assert [citation.text for citation in found] == rows
    assert {citation.relation.value for citation in found} == {"legal_basis"}
