"""Short names, nicknames, titles and words that look back: all mean a citation in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation, DocumentType, Header

Cite = Callable[..., tuple[Citation, ...]]


def _pairs(found: tuple[Citation, ...]) -> list[tuple[str, str | None]]:
    return [(c.text, c.number.canonical if c.number is not None else c.title) for c in found]


LAW = "ban hành Kế hoạch triển khai thi hành Luật Bảo vệ dữ liệu cá nhân (sau đây viết gọn là Luật) với nội dung"
DECREE = "thi hành Nghị định số 200/2025/NĐ-CP ngày 09/7/2025 của Chính phủ quy định chi tiết một số điều của Luật Phòng thủ dân sự (sau đây viết tắt là Nghị định)."

DEFINED = [
    ([LAW, "trong việc triển khai thi hành Luật."], [("Luật", "Luật Bảo vệ dữ liệu cá nhân")]),
    ([LAW, "Nâng cao nhận thức về Luật và trách nhiệm"], [("Luật", "Luật Bảo vệ dữ liệu cá nhân")]),
    ([LAW, "quy định pháp luật; các Luật khác; Luật này; dự thảo Luật"], []),
    ([LAW, "theo Luật Ngân sách nhà nước"], [("Luật Ngân sách nhà nước", "Luật Ngân sách nhà nước")]),
    ([DECREE, "triển khai thi hành Nghị định kịp thời"], [("Nghị định", "200/2025/NĐ-CP")]),
    ([DECREE, "(khoản 4, Điều 51 Nghị định)"], [("khoản 4, Điều 51 Nghị định", "200/2025/NĐ-CP")]),
    ([DECREE, "các Nghị định hướng dẫn"], []),
    (
        ["Quyết định số 1/QĐ-TTg phê duyệt Đề án X (sau đây gọi tắt là Đề án)", "mục tiêu của Đề án"],
        [],  # the Đề án is no instrument: its decision is
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), DEFINED)
def test_a_defined_name(cite: Cite, lines: list[str], expected: list[tuple[str, str]]) -> None:
    first = len(cite(lines[0]))
    assert _pairs(cite(*lines))[first:] == expected


def test_the_words_of_a_definition_cite_nothing(cite: Cite) -> None:
    found = cite(
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá (sau đây gọi tắt là Nghị quyết số 57-NQ/TW);"
    )
    assert len(found) == 1


def test_a_name_before_its_definition_is_no_name(cite: Cite) -> None:
    assert len(cite("theo Luật và trách nhiệm", LAW)) == 1


NICKNAMES = [
    ("Chỉ thị số 11-CT/TU ngày 04/01/2026 của Tỉnh ủy", "theo Chỉ thị 11", [("Chỉ thị 11", "11-CT/TU")]),
    ("Quyết định số 1665/QĐ-TTg ngày 30/10/2017", "Quyết định 1665 đã nêu", [("Quyết định 1665", "1665/QĐ-TTg")]),
    ("Quyết định số 1665/QĐ-TTg phê duyệt Đề án “Hỗ trợ”", "mục tiêu của Đề án 1665.", [("Đề án 1665", "1665/QĐ-TTg")]),
    ("Nghị quyết số 98/2023/QH15 về thí điểm", "theo Nghị quyết 98/2023", [("Nghị quyết 98/2023", "98/2023/QH15")]),
    ("Kế hoạch số 1105/KH-ĐKT ngày 10/3/2026", "kèm theo Kế hoạch số 1105", [("Kế hoạch số 1105", "1105/KH-ĐKT")]),
    ("Kế hoạch số 1105/KH-ĐKT ngày 10/3/2026", "Kế hoạch 2026; Kế hoạch 1105/KH-ABC", [("Kế hoạch 1105/KH-ABC", "1105/KH-ABC")]),
    ("Quyết định số 1665/QĐ-TTg ngày 30/10/2017", "triển khai Đề án 06", []),
]  # fmt: skip


@pytest.mark.parametrize(("full", "line", "expected"), NICKNAMES)
def test_a_nickname(cite: Cite, full: str, line: str, expected: list[tuple[str, str]]) -> None:
    assert _pairs(cite(full, line))[1:] == expected


def test_a_rule_called_by_its_title(cite: Cite) -> None:
    found = cite(
        "TRIỂN KHAI THI HÀNH NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT PHÒNG THỦ DÂN SỰ.",
        "Nghị định số 200/2025/NĐ-CP quy định chi tiết một số điều của Luật Phòng thủ dân sự.",
    )
    assert _pairs(found)[0] == ("NGHỊ ĐỊNH", "200/2025/NĐ-CP")
    assert [str(c.relation) for c in found[:2]] == ["implements", "guides"]


def test_every_level_has_a_plan_of_that_title(cite: Cite) -> None:
    found = cite(
        "Kế hoạch số 119-KH/TU của Tỉnh ủy về thực hiện Chỉ thị số 37-CT/TW về quan hệ lao động hài hòa.",
        "ban hành Kế hoạch thực hiện Chỉ thị số 37-CT/TW về quan hệ lao động hài hòa",
    )
    assert [text for text, _ in _pairs(found)][2:] == ["Chỉ thị số 37-CT/TW"]


BACK = [
    (["Quyết định số 5/QĐ-TTg", "theo Quyết định nêu trên"], [("Quyết định nêu trên", "5/QĐ-TTg")]),
    (["Quyết định số 5/QĐ-TTg; Quyết định số 6/QĐ-TTg", "Quyết định nói trên"], [("Quyết định nói trên", "6/QĐ-TTg")]),
    (["Quyết định số 5/QĐ-TTg", "các Quyết định nêu trên"], []),
    (["Quyết định số 5/QĐ-TTg", "Nghị định nêu trên"], []),
    (["Chỉ thị số 5/CT-TTg", "báo cáo theo Chỉ thị trên; thực hiện Chỉ thị trên địa bàn"], [("Chỉ thị trên", "5/CT-TTg")]),
    (["Chỉ thị số 5/CT-TTg", "Quyết định này; Kế hoạch nêu trên"], []),  # its own kind: the plan itself
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), BACK)
def test_words_that_look_back(
    cite: Cite, lines: list[str], expected: list[tuple[str, str]]
) -> None:
    assert _pairs(cite(*lines))[len(cite(lines[0])) :] == expected


def test_a_short_name_knows_what_the_full_citation_knows(cite: Cite) -> None:
    full, short = cite("Chỉ thị số 11-CT/TU ngày 04/01/2026 của Tỉnh ủy", "theo Chỉ thị 11")
    assert (short.issued_on, short.issuer, short.target_id) == (
        full.issued_on,
        full.issuer,
        full.target_id,
    )
    assert short.type is DocumentType.DIRECTIVE


def test_the_own_kind_is_known_from_the_header(cite: Cite) -> None:
    header = Header(type=DocumentType.DECISION, type_name="Quyết định")
    assert len(cite("Quyết định số 5/QĐ-TTg", "Quyết định nêu trên", header=header)) == 1
    header = Header(type=DocumentType.DIRECTIVE, type_name="Chỉ thị")  # it calls itself "này"
    assert len(cite("Chỉ thị số 5/CT-TTg", "thực hiện Chỉ thị nêu trên", header=header)) == 2


def test_a_name_defined_for_the_scheme_is_not_the_decision(cite: Cite) -> None:
    found = cite(
        "Thực hiện Quyết định số 1956/QĐ-TTg phê duyệt Đề án “Đào tạo nghề đến năm 2020” (gọi tắt "
        "là Đề án 1956);",
        "kinh phí thực hiện Đề án 1956",
    )
    assert [citation.text for citation in found] == ["Quyết định số 1956/QĐ-TTg"]
