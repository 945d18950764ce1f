"""Lists of numbers that share one type word, one date, one issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation

Cite = Callable[..., tuple[Citation, ...]]

LISTS = [
    (
        "tại các Quyết định: số 36/QĐ-TTg ngày 11/01/2024 về việc quy hoạch; số 1569/QĐ-TTg ngày 12/12/2024; và số 1668/QĐ-TTg ngày 27/12/2024",
        "Quyết định",
        ["36/QĐ-TTg 2024-01-11", "1569/QĐ-TTg 2024-12-12", "1668/QĐ-TTg 2024-12-27"],
    ),
    (
        "Các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025; số 010/CĐ-UBND ngày 20/11/2025",
        "Công điện",
        ["007/CĐ-UBND 2025-11-17", "008/CĐ-UBND 2025-11-19", "009/CĐ-UBND 2025-11-19", "010/CĐ-UBND 2025-11-20"],
    ),
    (
        "thay thế các Quyết định: Số 19/2019/QĐ-UBND ngày 01/8/2019; số 12/2019/QĐ-UBND ngày 20/5/2019",
        "Quyết định",
        ["19/2019/QĐ-UBND 2019-08-01", "12/2019/QĐ-UBND 2019-05-20"],
    ),
    (
        "các văn bản số: 10894/VPCP-CN ngày 8/11/2025, 8563/VPCP-CN ngày 12/9/2025 của Văn phòng Chính phủ",
        "Công văn",
        ["10894/VPCP-CN 2025-11-08", "8563/VPCP-CN 2025-09-12"],
    ),
    (
        "Công văn số 115/BNV-CCHC, số 116/BNV-CCHC và 117/BNV-TL ngày 05/01/2024 của Bộ Nội vụ",
        "Công văn",
        ["115/BNV-CCHC 2024-01-05", "116/BNV-CCHC 2024-01-05", "117/BNV-TL 2024-01-05"],
    ),
    (
        "các Công điện số 215/CĐ-TTg ngày 13/11/2025, Công điện số 225/CĐ-TTg ngày 20/11/2025",
        "Công điện",
        ["215/CĐ-TTg 2025-11-13", "225/CĐ-TTg 2025-11-20"],
    ),
    (
        "Tờ trình số 126/SKHĐT ngày 23/01/2007 và số 130/SKHĐT ngày 25/01/2007",
        "Tờ trình",
        ["126/SKHĐT 2007-01-23", "130/SKHĐT 2007-01-25"],
    ),
    (  # one code behind the last
        "thực hiện Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
        "Nghị quyết",
        ["18-NQ/TW 2017-10-25", "19-NQ/TW 2017-10-25"],
    ),
    (  # one day for both, in either place
        "Kế hoạch số 1/KH-UBND và Kế hoạch số 2/KH-UBND cùng ngày 05/01/2024 của Ủy ban nhân dân tỉnh",
        "Kế hoạch",
        ["1/KH-UBND 2024-01-05", "2/KH-UBND 2024-01-05"],
    ),
    (
        "Kế hoạch số 5/KH-UBND ngày 05/01/2024 và Kế hoạch số 6/KH-UBND cùng ngày của Ủy ban nhân dân tỉnh",
        "Kế hoạch",
        ["5/KH-UBND 2024-01-05", "6/KH-UBND 2024-01-05"],
    ),
    (  # each with a day of its own, or none
        "Kế hoạch số 5/KH-UBND và Kế hoạch số 6/KH-UBND ngày 05/01/2024",
        "Kế hoạch",
        ["5/KH-UBND None", "6/KH-UBND 2024-01-05"],
    ),
    ("ngày 5, 6-KH/TU", "Kế hoạch", ["6-KH/TU None"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_name", "members"), LISTS)
def test_members_of_a_list(cite: Cite, sentence: str, type_name: str, members: list[str]) -> None:
    found = cite(sentence)
    assert [
        f"{citation.number.canonical} {citation.issued_on}" for citation in found if citation.number
    ] == members
    assert {citation.type_name for citation in found} == {type_name}


@pytest.mark.parametrize(
    ("sentence", "issuers"),
    [
        ("Căn cứ các Quyết định của Thủ tướng Chính phủ: số 2194/QĐ-TTg phê duyệt Đề án; số 57/QĐ-TTg", ["Thủ tướng Chính phủ"] * 2),
        ("các Nghị quyết của HĐND tỉnh Hưng Yên: số 340/NQ-HĐND ngày 12/12/2020; số 160/NQ-HĐND", ["Hội đồng nhân dân tỉnh Hưng Yên"] * 2),
        ("Thông tư số 08/2024/TT-BXD và Thông tư số 09/2025/TT-BXD của Bộ Xây dựng", ["Bộ Xây dựng"] * 2),
        ("văn bản số 12/UBND-KT, số 15/UBND-KT ngày 05/01/2023 của Ủy ban nhân dân huyện Krông Nô", ["Ủy ban nhân dân huyện Krông Nô"] * 2),
        ("đề nghị của Bộ trưởng Bộ Tài chính tại Tờ trình số 844/TTr-BTC ngày 17/11/2025 và Tờ trình số 18186/TTr-BTC", ["Bộ Tài chính"] * 2),
        ("ý kiến của Bộ trưởng Bộ Tài chính tại Quyết định số 84/QĐ-BTC", ["Bộ trưởng Bộ Tài chính"]),
        ("đề nghị của Phòng Lao động - Thương binh và Xã hội (LĐ-TB&XH) tại Tờ trình số 19/TTr-LĐTBXH", ["Phòng Lao động - Thương binh và Xã hội"]),
        ("ý kiến của Bộ Y tế tại Công văn số 89/BYT-DP ngày 10/01/2022, của UBND tỉnh tại Công văn số 150/UBND-KGVX", ["Bộ Y tế", "Ủy ban nhân dân tỉnh Thái Nguyên"]),
        ("Nghị quyết số 71/NQ-CP và Kế hoạch số 07-KH/TU ngày 25/7/2025 của Ban Thường vụ Tỉnh ủy", ["Chính phủ", "Ban Thường vụ Tỉnh ủy Thái Nguyên"]),
    ],
)  # fmt: skip
def test_issuers_in_a_list(cite: Cite, sentence: str, issuers: list[str]) -> None:
    assert [citation.issuer for citation in cite(sentence)] == issuers
